// SPDX-License-Identifier: Apache-2.0
import java.io.File;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;

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
 * lines "what TAB value TAB ...", in values a backslash and what may part lines or values as \\uXXXX.
 */
public class Gephi {
  private static final Pattern MAY_PART = Pattern.compile("[\\p{Cntrl}\\x80-\\x9f\\x{2028}\\x{2029}\\\\]");

  public static void main(String[] arguments) throws Exception {
    var projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    var workspace = projects.getCurrentWorkspace();
    var importer = Lookup.getDefault().lookup(ImportController.class);
    var container = importer.importFile(new File(arguments[0]));
    container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
    importer.process(container, new DefaultProcessor(), workspace);
    for (var issues = container.getReport().getIssues(1000); issues.hasNext();) {
      say("issue", issues.next());
    }
    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
    say("nodes", model.getGraph().getNodeCount());
    say("edges", model.getGraph().getEdgeCount());
    say("dynamic", model.isDynamic());
    if (model.isDynamic()) {
      say("time", model.getConfiguration().getTimeRepresentation());
      var bounds = model.getTimeBounds();
      say("bounds", (long) bounds.getLow(), (long) bounds.getHigh());
    }
    var kinds = new TreeMap<String, Integer>();
    for (Edge edge : model.getGraph().getEdges()) {
      kinds.merge(String.valueOf(edge.getTypeLabel()), 1, Integer::sum);
    }
    kinds.forEach((kind, count) -> say("edge " + kind, count));
    for (var column : model.getNodeTable()) {
      say("node column " + column.getTitle(), column.getTypeClass().getSimpleName());
    }
    for (var column : model.getEdgeTable()) {
      say("edge column " + column.getTitle(), column.getTypeClass().getSimpleName());
    }
    for (Node node : model.getGraph().getNodes()) {
      say("node", node.getId(), node.getLabel(), value(model.getNodeTable(), node, "name"), node.x(), node.y(),
          node.size(), Integer.toHexString(node.getRGBA() & 0xffffff), value(model.getNodeTable(), node, "kind"));
      say("n", value(model.getNodeTable(), node, "iri"), value(model.getNodeTable(), node, "name"),
          value(model.getNodeTable(), node, "releases"));
    }
    for (Edge edge : model.getGraph().getEdges()) {
      say("tie", edge.getSource().getId(), edge.getTypeLabel(), edge.getTarget().getId(), edge.getWeight(),
          value(model.getEdgeTable(), edge, "sentence"));
      say("e", value(model.getEdgeTable(), edge, "iri"), value(model.getEdgeTable(), edge, "confidence"),
          value(model.getEdgeTable(), edge, "begin"), edge.getWeight());
    }
    draw(workspace, new File(arguments[1]));
    System.exit(0);
  }

  private static void say(Object... fields) {
    var line = new StringJoiner("\t");
    for (Object field : fields) {
      line.add(MAY_PART.matcher(String.valueOf(field)).replaceAll(
          found -> String.format("\\\\u%04x", (int) found.group().charAt(0))));
    }
    System.out.println(line);
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
