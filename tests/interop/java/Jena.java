// SPDX-License-Identifier: Apache-2.0
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;

/**
 * usage: Jena FOLDER SHAPES WHO_CITED VALUES ANSWERS. Loads graph.ttl into TDB2, asks it the queries and a
 * Fuseki on it the first, holds every other RDF file of the folder to it, and validates it. Prints
 * lines "what TAB value".
 */
public class Jena {
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    String query = Files.readString(Path.of(arguments[2]));
    Dataset stored = TDB2Factory.connectDataset(Files.createTempDirectory(folder, "tdb2").toString());
    Txn.executeWrite(stored, () -> RDFDataMgr.read(stored.getDefaultModel(), folder.resolve("graph.ttl").toString()));
    Model graph = RDFDataMgr.loadModel(folder.resolve("graph.ttl").toString());
    String values = Files.readString(Path.of(arguments[3]));
    String answers = Files.readString(Path.of(arguments[4]));
    Txn.executeRead(stored, () -> {
      System.out.println("triples\t" + stored.getDefaultModel().size());
      ask(stored, query, "who", "who", "words");
      ask(stored, values, "value", "what", "kind", "value", "type");
      ask(stored, answers, "answer", "question", "node", "claim");
    });
    for (String extension : new String[] {"nt", "rdf", "jsonld"}) {
      Model other = RDFDataMgr.loadModel(folder.resolve("graph." + extension).toString());
      System.out.println("same " + extension + "\t" + other.isIsomorphicWith(graph));
    }
    for (String extension : new String[] {"nq", "trig"}) {
      Dataset quads = RDFDataMgr.loadDataset(folder.resolve("graph." + extension).toString());
      Model union = ModelFactory.createUnion(quads.getUnionModel(), quads.getDefaultModel());
      System.out.println("same " + extension + "\t" + union.isIsomorphicWith(graph));
      int[] graphs = {0};
      quads.listModelNames().forEachRemaining(name -> ++graphs[0]);
      System.out.println("graphs " + extension + "\t" + graphs[0]);
    }
    for (String extension : new String[] {"nt", "nq", "trig", "rdf", "jsonld"}) {
      Model hostile = RDFDataMgr.loadModel(folder.resolve("hostile.ttl").toString());
      Dataset other = RDFDataMgr.loadDataset(folder.resolve("hostile." + extension).toString());
      Model union = ModelFactory.createUnion(other.getUnionModel(), other.getDefaultModel());
      System.out.println("hostile " + extension + "\t" + union.isIsomorphicWith(hostile));
    }
    var shapes = Shapes.parse(RDFDataMgr.loadGraph(arguments[1]));
    var report = ShaclValidator.get().validate(shapes, graph.getGraph());
    System.out.println("conforms\t" + report.conforms());
    if (!report.conforms()) {
      ShLib.printReport(report);
    }
    askFuseki(stored, query);
    System.exit(0);
  }

  private static void ask(Dataset stored, String query, String what, String... variables) {
    try (var execution = QueryExecutionFactory.create(query, stored)) {
      execution.execSelect().forEachRemaining(row -> {
        var line = new StringBuilder(what);
        for (String variable : variables) {
          var node = row.get(variable);
          line.append('\t').append(node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString());
        }
        System.out.println(line);
      });
    }
  }

  private static void askFuseki(Dataset stored, String query) throws Exception {
    FusekiServer server = FusekiServer.create().port(0).loopback(true).add("/press", stored).build();
    server.start();
    try {
      var url = "http://localhost:" + server.getPort() + "/press/sparql?query="
          + URLEncoder.encode(query, StandardCharsets.UTF_8);
      var request = HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/sparql-results+json").build();
      var body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      JsonObject answer = JSON.parse(body);
      answer.getObj("results").get("bindings").getAsArray().forEach(row -> System.out.println("fuseki\t"
          + row.getAsObject().getObj("who").getString("value") + "\t"
          + row.getAsObject().getObj("words").getString("value")));
    } finally {
      server.stop();
    }
  }
}
