// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Path;
import java.util.Map;

import n10s.graphconfig.GraphConfigProcedures;
import n10s.rdf.load.RDFLoadProcedures;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * usage: N10s FILE RESOLUTION. Loads Turtle with quoted triples into Neo4j by neosemantics, as
 * docs/loading.md says, counts, and asks who cited the resolution. Prints lines "what TAB value".
 */
public class N10s {
  public static void main(String[] arguments) throws Exception {
    try (Neo4j server = Neo4jBuilders.newInProcessBuilder()
             .withDisabledServer()
             .withProcedure(GraphConfigProcedures.class)
             .withProcedure(RDFLoadProcedures.class)
             .build()) {
      GraphDatabaseService database = server.defaultDatabaseService();
      for (String statement : new String[] {
               "CREATE CONSTRAINT n10s_unique_uri FOR (r:Resource) REQUIRE r.uri IS UNIQUE",
               "CALL n10s.graphconfig.init({handleVocabUris: 'IGNORE', handleMultival: 'ARRAY'})",
               "CALL n10s.rdf.import.fetch('" + Path.of(arguments[0]).toUri() + "', 'Turtle-star')"}) {
        database.executeTransactionally(statement, Map.of(), result -> result.resultAsString());
      }
      print(database, "MATCH (n:Resource) UNWIND labels(n) AS label RETURN 'node ' + label AS what, count(*) AS value");
      print(database, "MATCH ()-[r]->() RETURN 'edge ' + type(r) AS what, count(*) AS value");
      print(database, "MATCH (a)-[r:cited]->(x:Resolution) WHERE x.label = ['" + arguments[1]
          + "'] RETURN 'who' AS what, a.label[0] + '\t' + r.exact[0] AS value");
      print(database, "MATCH ()-[r:cited]->() WITH r LIMIT 1 RETURN 'type confidence' AS what, valueType(r.confidence) AS value");
    }
    System.exit(0);
  }

  private static void print(GraphDatabaseService database, String query) {
    database.executeTransactionally(query, Map.of(), result -> {
      result.accept(row -> {
        System.out.println(row.getString("what") + "\t" + row.get("value"));
        return true;
      });
      return null;
    });
  }
}
