// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import apoc.ApocConfig;
import apoc.convert.Json;
import apoc.export.csv.ImportCsv;
import apoc.export.graphml.ExportGraphML;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.harness.Neo4j;
import org.neo4j.harness.Neo4jBuilders;

/**
 * usage: Neo4jLoads WAY PATH RESOLUTION ANSWERS, WAY being graphml (a file), apoc-csv or load-csv (a
 * folder), or imported (a home). Loads our files into Neo4j, or opens what neo4j-admin imported, asks
 * who cited the resolution, and every statement of the file ANSWERS. Prints lines "what TAB value";
 * with "texts" as ANSWERS, all names and sentences instead, as JSON strings.
 */
public class Neo4jLoads {
  public static void main(String[] arguments) throws Exception {
    Path where = Path.of(arguments[1]);
    if (arguments[0].equals("imported")) {
      var service = new DatabaseManagementServiceBuilder(where).build();
      answer(service.database("neo4j"), arguments[2], Path.of(arguments[3]));
      service.shutdown();
      System.exit(0);
    }
    try (Neo4j server = Neo4jBuilders.newInProcessBuilder()
             .withDisabledServer()
             .withConfig(GraphDatabaseSettings.load_csv_file_url_root, Files.isDirectory(where) ? where : where.getParent())
             .withConfig(GraphDatabaseSettings.csv_legacy_quote_escaping, false)
             .withProcedure(ExportGraphML.class)
             .withProcedure(ImportCsv.class)
             .withFunction(Json.class)
             .build()) {
      ApocConfig.apocConfig().setProperty(ApocConfig.APOC_IMPORT_FILE_ENABLED, true);
      ApocConfig.apocConfig().setProperty(ApocConfig.APOC_IMPORT_FILE_USE_NEO4J_CONFIG, false);
      GraphDatabaseService database = server.defaultDatabaseService();
      switch (arguments[0]) {
        case "graphml" -> run(database,
            "CALL apoc.import.graphml($file, {readLabels: true, storeNodeIds: true})",
            Map.of("file", where.toUri().toString()));
        case "apoc-csv" -> importCsv(database, where);
        default -> {
          for (String statement : Files.readString(where.resolve("load.cypher")).split(";\n")) {
            run(database, statement, Map.of());
          }
        }
      }
      if (arguments[3].equals("texts")) {
        texts(database);
      } else {
        answer(database, arguments[2], Path.of(arguments[3]));
      }
    }
    System.exit(0);
  }

  private static void texts(GraphDatabaseService database) {
    print(database, "MATCH (n) RETURN 'name' AS what, apoc.convert.toJson(n.name) AS value", Map.of());
    print(database, "MATCH ()-[r]->() RETURN 'sentence' AS what, apoc.convert.toJson(r.sentence) AS value", Map.of());
  }

  private static void run(GraphDatabaseService database, String statement, Map<String, Object> parameters) {
    database.executeTransactionally(statement, parameters, result -> {
      result.accept(row -> true);
      return null;
    });
  }

  private static void importCsv(GraphDatabaseService database, Path folder) throws Exception {
    List<Map<String, Object>> nodes = new ArrayList<>();
    List<Map<String, Object>> edges = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String[] parts = file.getFileName().toString().replace(".csv", "").split("_");
        String url = file.toUri().toString();
        if (parts[0].equals("nodes")) {
          nodes.add(Map.of("fileName", url, "labels", List.of(parts[1])));
        } else if (parts[0].equals("rels")) {
          String name = String.join("_", List.of(parts).subList(1, parts.length - 2));
          edges.add(Map.of("fileName", url, "type", name));
        }
      }
    }
    run(database, "CALL apoc.import.csv($nodes, $edges, {stringIds: true, arrayDelimiter: ';'})",
        Map.of("nodes", nodes, "edges", edges));
  }

  private static void answer(GraphDatabaseService database, String resolution, Path questions) throws Exception {
    print(database, "MATCH (n) RETURN 'node ' + labels(n)[0] AS what, count(*) AS value", Map.of());
    print(database, "MATCH ()-[r]->() RETURN 'edge ' + type(r) AS what, count(*) AS value", Map.of());
    print(database, "MATCH (a)-[r:CITED]->(x {name: $name}) RETURN 'who' AS what, a.name + '\t' + r.sentence AS value",
        Map.of("name", resolution));
    print(database, "MATCH (n) RETURN 'n' AS what, n.iri + '\t' + n.name + '\t' + n.releases AS value", Map.of());
    print(database, "MATCH ()-[r]->() RETURN 'e' AS what, r.iri + '\t' + r.confidence + '\t' + r.begin AS value", Map.of());
    print(database, "MATCH ()-[r]->() WITH r LIMIT 1 RETURN 'type confidence' AS what, valueType(r.confidence) AS value",
        Map.of());
    print(database, "MATCH ()-[r]->() WITH r LIMIT 1 RETURN 'type begin' AS what, valueType(r.begin) AS value", Map.of());
    for (String question : Files.readString(questions).split(";\n")) {
      database.executeTransactionally(question, Map.of(), result -> {
        result.forEachRemaining(row -> System.out.println(
            "answer\t" + row.get("question") + "\t" + row.get("node") + "\t" + row.get("claim")));
        return null;
      });
    }
    print(database, "MATCH (a:Official), (b {name: $name}) MATCH way = shortestPath((a)-[*]-(b)) "
        + "WHERE none(n IN nodes(way) WHERE n:Release OR n:Topic OR n:Statement) "
        + "RETURN 'path' AS what, a.iri + '\t' + b.iri + '\t' + length(way) AS value", Map.of("name", resolution));
  }

  private static void print(GraphDatabaseService database, String query, Map<String, Object> parameters) {
    database.executeTransactionally(query, parameters, result -> {
      result.accept(row -> {
        System.out.println(row.getString("what") + "\t" + row.get("value"));
        return true;
      });
      return null;
    });
  }
}
