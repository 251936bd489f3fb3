// SPDX-License-Identifier: Apache-2.0
// The scripts name each column once, from the table that the files are written by, so that they
// cannot come apart. Names stand in quotes of the language: "end" and "begin" are words of it.
#include "exporters/loader_scripts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace pressgraph {
namespace {

struct NodeFile {
  std::string name;
  std::string type;
};

struct EdgeFile {
  std::string name;
  std::string relation;
  std::string from;
  std::string to;
};

/// The files of a bundle, told apart by their names.
struct Files {
  std::vector<NodeFile> nodes;
  std::vector<EdgeFile> edges;
  std::span<const Column> edge_columns;
};

/// "rels_SPOKE_FOR_Official_Agency.csv": types have no underscore, relations may.
EdgeFile edge_file(const std::string& name) {
  const auto stem = name.substr(5, name.size() - 9);
  const auto to = stem.rfind('_');
  const auto from = stem.rfind('_', to - 1);
  return {name, stem.substr(0, from), stem.substr(from + 1, to - from - 1), stem.substr(to + 1)};
}

Files files_of(const std::vector<std::string>& names, Claims claims) {
  Files files{{}, {}, edge_columns(claims)};
  for (const auto& name : names) {
    if (name.starts_with("nodes_")) {
      files.nodes.push_back({name, name.substr(6, name.size() - 10)});
    } else {
      files.edges.push_back(edge_file(name));
    }
  }
  return files;
}

std::string neo4j_import(const Files& files) {
  std::string text =
      "#!/bin/sh\n# Loads the bundle into a new Neo4j database, offline: sh neo4j-import.sh "
      "[DATABASE]\n# Run in this folder, with neo4j-admin on the path.\nset -eu\nneo4j-admin "
      "database import full \"${1:-neo4j}\" \\\n  --id-type=string --array-delimiter=';'";
  for (const auto& file : files.nodes) {
    text += " \\\n  --nodes=" + file.type + "=" + file.name;
  }
  for (const auto& file : files.edges) {
    text += " \\\n  --relationships=" + file.relation + "=" + file.name;
  }
  return text + "\n";
}

/// One property of a Cypher map, out of a row of a CSV file with headers.
std::string cypher_value(const Column& column) {
  const auto field = "row.`" + std::string(column.name) + std::string(neo4j_type(column)) + "`";
  switch (column.type) {
    case ColumnType::integer:
      return "toInteger(" + field + ")";
    case ColumnType::real:
      return "toFloat(" + field + ")";
    case ColumnType::text:
      break;
  }
  return column.name == "aliases" ? "split(" + field + ", ';')" : field;
}

std::string cypher_map(std::string_view first, std::span<const Column> columns) {
  std::string text = "{" + std::string(first);
  for (const auto& column : columns) {
    text += ", `" + std::string(column.name) + "`: " + cypher_value(column);
  }
  return text + "}";
}

/// How a dialect of Cypher reads a file and does something for each row.
struct CypherDialect {
  std::string_view head;
  std::string_view constraint_before;  ///< around the type
  std::string_view constraint_after;
  std::string_view read_before;  ///< around the file's name
  std::string_view read_after;
  std::string_view body_before;  ///< around what is done for a row
  std::string_view body_after;
};

constexpr CypherDialect neo4j_dialect{
    "// Loads the bundle into a running Neo4j 5: put the CSV files into its import folder, then\n"
    "// cypher-shell -f load.cypher\n"
    "// neo4j.conf must say db.import.csv.legacy_quote_escaping=false, or Neo4j takes a backslash\n"
    "// before a quote for an escape, which RFC 4180 has not.\n",
    "CREATE CONSTRAINT IF NOT EXISTS FOR (n:",
    ") REQUIRE n.id IS UNIQUE;\n",
    "LOAD CSV WITH HEADERS FROM 'file:///",
    "' AS row\n",
    "CALL { WITH row ",
    " } IN TRANSACTIONS OF 10000 ROWS;\n"};

constexpr CypherDialect memgraph_dialect{
    "// Loads the bundle into Memgraph: copy the CSV files to /import, then\n"
    "// mgconsole < memgraph.cypher\n"
    "STORAGE MODE IN_MEMORY_ANALYTICAL;\n",
    "CREATE INDEX ON :", "(id);\n", "LOAD CSV FROM '/import/",
    // An absent value would be an empty text otherwise.
    "' WITH HEADER NULLIF '' AS row\n", "", ";\n"};

std::string cypher(const Files& files, const CypherDialect& dialect) {
  std::string text(dialect.head);
  for (const auto& file : files.nodes) {
    text.append(dialect.constraint_before).append(file.type).append(dialect.constraint_after);
  }
  const auto node_map = cypher_map("id: row.`id:ID`", node_columns());
  const auto edge_map =
      cypher_map("id: row.id, rank: toInteger(row.`rank:long`)", files.edge_columns);
  const auto statement = [&](const std::string& file, const std::string& body) {
    text.append(dialect.read_before).append(file).append(dialect.read_after);
    text.append(dialect.body_before).append(body).append(dialect.body_after);
  };
  for (const auto& file : files.nodes) {
    statement(file.name, "CREATE (n:" + file.type + ") SET n = " + node_map);
  }
  for (const auto& file : files.edges) {
    statement(file.name, "MATCH (a:" + file.from + " {id: row.`:START_ID`}), (b:" + file.to +
                             " {id: row.`:END_ID`}) CREATE (a)-[r:" + file.relation +
                             "]->(b) SET r = " + edge_map);
  }
  return text;
}

std::string_view sql_type(ColumnType type, bool kuzu) {
  switch (type) {
    case ColumnType::integer:
      return kuzu ? "INT64" : "bigint";
    case ColumnType::real:
      return kuzu ? "DOUBLE" : "double precision";
    case ColumnType::text:
      break;
  }
  return kuzu ? "STRING" : "text";
}

std::string declared(std::span<const Column> columns, bool kuzu) {
  const std::string quote = kuzu ? "`" : "\"";
  std::string text;
  for (const auto& column : columns) {
    text.append(", ").append(quote).append(column.name).append(quote).append(" ");
    text += sql_type(column.type, kuzu);
  }
  return text;
}

std::string kuzu(const Files& files) {
  constexpr std::string_view reading =
      "HEADER=true, DELIM=',', QUOTE='\"', ESCAPE='\"', AUTO_DETECT=false";
  std::string text =
      "// Loads the bundle into Kuzu or LadybugDB: run in this folder, kuzu DB < kuzu.cypher\n";
  std::map<std::string, std::string> pairs;
  for (const auto& file : files.nodes) {
    text += "CREATE NODE TABLE " + file.type + "(id STRING PRIMARY KEY" +
            declared(node_columns(), true) + ");\n";
  }
  for (const auto& file : files.edges) {
    pairs[file.relation] += "FROM " + file.from + " TO " + file.to + ", ";
  }
  for (const auto& [relation, ends] : pairs) {
    text.append("CREATE REL TABLE ").append(relation).append("(").append(ends);
    text += "id STRING, rank INT64" + declared(files.edge_columns, true) + ");\n";
  }
  for (const auto& file : files.nodes) {
    text += "COPY " + file.type + " FROM '" + file.name + "' (" + std::string(reading) + ");\n";
  }
  for (const auto& file : files.edges) {
    text += "COPY " + file.relation + " FROM '" + file.name + "' (FROM='" + file.from + "', TO='" +
            file.to + "', " + std::string(reading) + ");\n";
  }
  return text;
}

std::string postgres(const Files& files) {
  std::string text =
      "-- Loads the bundle into PostgreSQL: run in this folder, psql -f postgres.sql DATABASE\n"
      "BEGIN;\nCREATE TABLE node(type text NOT NULL, id text PRIMARY KEY" +
      declared(node_columns(), false) +
      ");\nCREATE TABLE edge(relation text NOT NULL, source text NOT NULL REFERENCES node(id), "
      "target text NOT NULL REFERENCES node(id), id text PRIMARY KEY, rank bigint" +
      declared(files.edge_columns, false) + ");\n";
  // \copy takes the columns of the file alone; what its name says is filled in after.
  text +=
      "CREATE TEMPORARY TABLE node_row(LIKE node);\n"
      "ALTER TABLE node_row DROP COLUMN type;\n"
      "CREATE TEMPORARY TABLE edge_row(LIKE edge);\n"
      "ALTER TABLE edge_row DROP COLUMN relation;\n";
  const auto load = [&](const std::string& table, const std::string& file,
                        const std::string& what) {
    text += "\\copy " + table + "_row FROM '" + file + "' WITH (FORMAT csv, HEADER true)\n";
    text += "INSERT INTO " + table + " SELECT '" + what + "', * FROM " + table + "_row;\n";
    text += "TRUNCATE " + table + "_row;\n";
  };
  for (const auto& file : files.nodes) {
    load("node", file.name, file.type);
  }
  for (const auto& file : files.edges) {
    load("edge", file.name, file.relation);
  }
  return text +
         // A hash, since a B-tree refuses names of more than 2,704 bytes.
         "CREATE INDEX ON node USING hash(name);\nCREATE INDEX ON edge(source, relation);\n"
         "CREATE INDEX ON edge(target, relation);\nCOMMIT;\n";
}

std::string arango(const Files& files) {
  std::string text =
      "#!/bin/sh\n# Loads the bundle into ArangoDB: sh arango.sh [options of arangoimport]\nset "
      "-eu\n";
  for (const auto& file : files.nodes) {
    text += "arangoimport \"$@\" --file " + file.name + " --type csv --collection " + file.type +
            " --create-collection true --translate 'id:ID=_key'\n";
  }
  for (const auto& file : files.edges) {
    text += "arangoimport \"$@\" --file " + file.name + " --type csv --collection " +
            file.relation +
            " --create-collection true --create-collection-type edge --translate 'id=_key' "
            "--translate ':START_ID=_from' --translate ':END_ID=_to' --from-collection-prefix " +
            file.from + " --to-collection-prefix " + file.to + "\n";
  }
  return text;
}

std::string_view nebula_type(ColumnType type) {
  switch (type) {
    case ColumnType::integer:
      return "int";
    case ColumnType::real:
      return "double";
    case ColumnType::text:
      break;
  }
  return "string";
}

void append_nebula_properties(std::string& text, std::span<const Column> columns,
                              std::size_t first) {
  text += "        props:\n";
  for (std::size_t at = 0; at < columns.size(); ++at) {
    text.append("          - {name: \"").append(columns[at].name).append("\", type: ");
    text.append(nebula_type(columns[at].type)).append(", nullable: true, index: ");
    text += std::to_string(first + at) + "}\n";
  }
}

/// `kind` is TAG or EDGE.
std::string nebula_schema(std::string_view kind, std::string_view name,
                          std::span<const Column> columns) {
  auto text =
      "            CREATE " + std::string(kind) + " IF NOT EXISTS `" + std::string(name) + "`";
  std::string_view parting = "(";
  for (const auto& column : columns) {
    text.append(parting).append("`").append(column.name).append("` ");
    text.append(nebula_type(column.type)).append(" NULL");
    parting = ", ";
  }
  return text + ");\n";
}

std::string nebula(const Files& files) {
  // What is made is known to every server only after two of their heartbeats.
  std::string text =
      "# Loads the bundle into a space of NebulaGraph 3, which it makes: run in this folder,\n"
      "# nebula-importer --config nebula.yaml\n"
      "client:\n  version: v3\n  address: \"127.0.0.1:9669\"\n  user: root\n  password: nebula\n"
      "manager:\n  spaceName: pressgraph\n  hooks:\n    before:\n      - statements:\n"
      "          - CREATE SPACE IF NOT EXISTS pressgraph(partition_num=10, replica_factor=1, "
      "vid_type=FIXED_STRING(256));\n"
      "        wait: 20s\n      - statements:\n          - |\n            USE pressgraph;\n";
  std::set<std::string> relations;
  for (const auto& file : files.nodes) {
    text += nebula_schema("TAG", file.type, node_columns());
  }
  for (const auto& file : files.edges) {
    if (relations.insert(file.relation).second) {
      text += nebula_schema("EDGE", file.relation, files.edge_columns);
    }
  }
  text += "        wait: 20s\nsources:\n";
  const auto source = [&](const std::string& file) {
    text += "  - path: ./" + file + "\n    csv:\n      withHeader: true\n";
  };
  for (const auto& file : files.nodes) {
    source(file.name);
    text += "    tags:\n      - name: " + file.type + "\n        id: {type: STRING, index: 0}\n";
    append_nebula_properties(text, node_columns(), 1);
  }
  for (const auto& file : files.edges) {
    source(file.name);
    text += "    edges:\n      - name: " + file.relation +
            "\n        src: {id: {type: STRING, index: 0}}\n"
            "        dst: {id: {type: STRING, index: 1}}\n        rank: {index: 3}\n";
    append_nebula_properties(text, files.edge_columns, 4);
  }
  return text;
}

}  // namespace

std::string_view neo4j_type(const Column& column) {
  if (column.name == "aliases") {
    return ":string[]";
  }
  switch (column.type) {
    case ColumnType::integer:
      return ":long";
    case ColumnType::real:
      return ":double";
    case ColumnType::text:
      break;
  }
  return "";
}

std::vector<LoaderScript> loader_scripts(const std::vector<std::string>& files, Claims claims) {
  const auto known = files_of(files, claims);
  return {{"arango.sh", arango(known)},
          {"kuzu.cypher", kuzu(known)},
          {"load.cypher", cypher(known, neo4j_dialect)},
          {"memgraph.cypher", cypher(known, memgraph_dialect)},
          {"nebula.yaml", nebula(known)},
          {"neo4j-import.sh", neo4j_import(known)},
          {"postgres.sql", postgres(known)}};
}

}  // namespace pressgraph
