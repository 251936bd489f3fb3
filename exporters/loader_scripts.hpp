// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exporters/property_graph.hpp"

namespace pressgraph {

struct LoaderScript {
  std::string name;
  std::string text;
};

/// What loads the files of a CsvBundle, called `files`, into each database: Neo4j offline and
/// online, Memgraph, Kuzu and LadybugDB, PostgreSQL, NebulaGraph, ArangoDB.
std::vector<LoaderScript> loader_scripts(const std::vector<std::string>& files, Claims claims);

/// What neo4j-admin wants after the name of `column`: ":long", ":double", ":string[]" or nothing.
std::string_view neo4j_type(const Column& column);

}  // namespace pressgraph
