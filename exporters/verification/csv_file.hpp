// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <utility>
#include <vector>

#include "exporters/verification/item.hpp"

namespace pressgraph {

/// What the name of a table says of its rows, where they do not say it themselves.
struct TableKind {
  ItemKind kind = ItemKind::node;
  std::vector<std::pair<std::string, std::string>> values;  ///< ("type", "Official")
};

/// The rows of a table as nodes or edges: values by the names in its header, of which neo4j-admin's
/// types are left out (`aliases:string[]`), and its own names read (`:START_ID`). Strict where the
/// lenient reader of releases is not: RFC 4180, every row as wide as the header. Throws Error with
/// the line. Returns the number of rows.
std::uint64_t read_csv_table(std::istream& in, const TableKind& kind, const TakeItem& take);

}  // namespace pressgraph
