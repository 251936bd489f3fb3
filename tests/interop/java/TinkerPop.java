// SPDX-License-Identifier: Apache-2.0
import java.util.Map;

import org.apache.tinkerpop.gremlin.process.traversal.IO;
import org.apache.tinkerpop.gremlin.tinkergraph.structure.TinkerGraph;

/**
 * usage: TinkerPop FILE RESOLUTION. Reads GraphML, counts by label, and asks who cited the
 * resolution. Prints lines "what TAB value".
 */
public class TinkerPop {
  public static void main(String[] arguments) throws Exception {
    try (var graph = TinkerGraph.open()) {
      var g = graph.traversal();
      g.io(arguments[0]).with(IO.reader, IO.graphml).read().iterate();
      g.V().label().groupCount().next().forEach(
          (label, count) -> System.out.println("node " + label + "\t" + count));
      g.E().label().groupCount().next().forEach(
          (label, count) -> System.out.println("edge " + label + "\t" + count));
      g.V().has("name", arguments[1]).inE("CITED").as("claim").outV().as("who")
          .select("who", "claim").by("name").by("sentence").forEachRemaining(row ->
              System.out.println("who\t" + ((Map<?, ?>) row).get("who") + "\t" + ((Map<?, ?>) row).get("claim")));
      g.V().forEachRemaining(node -> System.out.println(
          "n\t" + node.value("iri") + "\t" + node.value("name") + "\t" + node.value("releases")));
      g.E().forEachRemaining(edge -> System.out.println(
          "e\t" + edge.value("iri") + "\t" + edge.value("confidence") + "\t" + edge.value("begin")));
      g.E().limit(1).forEachRemaining(edge -> {
        System.out.println("type confidence\t" + edge.value("confidence").getClass().getSimpleName());
        System.out.println("type begin\t" + edge.value("begin").getClass().getSimpleName());
      });
    }
  }
}
