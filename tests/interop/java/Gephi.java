// SPDX-License-Identifier: Apache-2.0
import java.io.File;
import java.util.TreeMap;

import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * usage: Gephi FILE PICTURE. Imports a GraphML or GEXF file as Gephi does, and draws it. Prints
 * lines "what TAB value".
 */
public class Gephi {
  public static void main(String[] arguments) throws Exception {
    var projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    var workspace = projects.getCurrentWorkspace();
    var importer = Lookup.getDefault().lookup(ImportController.class);
    var container = importer.importFile(new File(arguments[0]));
    container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
    importer.process(container, new DefaultProcessor(), workspace);
    for (var issues = container.getReport().getIssues(1000); issues.hasNext();) {
      System.out.println("issue\t" + issues.next());
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    System.out.println("nodes\t" + model.getGraph().getNodeCount());
    System.out.println("edges\t" + model.getGraph().getEdgeCount());
    System.out.println("dynamic\t" + model.isDynamic());
    if (model.isDynamic()) {
      System.out.println("time\t" + model.getConfiguration().getTimeRepresentation());
    }
    var kinds = new TreeMap<String, Integer>();
    for (Edge edge : model.getGraph().getEdges()) {
      kinds.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
    }
    kinds.forEach((kind, count) -> System.out.println("edge " + kind + "\t" + count));
    for (var column : model.getNodeTable()) {
      System.out.println("node column " + column.getTitle() + "\t" + column.getTypeClass().getSimpleName());
    }
    for (var column : model.getEdgeTable()) {
      System.out.println("edge column " + column.getTitle() + "\t" + column.getTypeClass().getSimpleName());
    }
    for (Node node : model.getGraph().getNodes()) {
      System.out.println("node\t" + node.getId() + "\t" + node.getLabel() + "\t" + value(model.getNodeTable(), node, "name") + "\t"
          + node.x() + "\t" + node.y() + "\t" + node.size() + "\t"
          + Integer.toHexString(node.getRGBA() & 0xffffff));
    }
    for (Edge edge : model.getGraph().getEdges()) {
      System.out.println("tie\t" + edge.getSource().getId() + "\t" + edge.getTypeLabel() + "\t"
          + edge.getTarget().getId() + "\t" + edge.getWeight() + "\t" + value(model.getEdgeTable(), edge, "sentence"));
    }
    draw(workspace, new File(arguments[1]));
    System.exit(0);
  }

  /** As Gephi's preview draws, with names. */
  private static void draw(Workspace workspace, File picture) throws Exception {
    var look = Lookup.getDefault().lookup(PreviewController.class).getModel(workspace).getProperties();
    look.putValue(PreviewProperty.SHOW_NODE_LABELS, true);
    look.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, false);
    look.putValue(PreviewProperty.EDGE_CURVED, false);
    var exports = Lookup.getDefault().lookup(ExportController.class);
    exports.exportFile(picture);
  }

  /** By title: the id of a column is the id of a GraphML key. */
  private static Object value(Table table, Element element, String title) {
    for (Column column : table) {
      if (column.getTitle().equals(title)) {
        return element.getAttribute(column);
      }
    }
    return null;
  }
}
