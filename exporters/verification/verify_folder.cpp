// SPDX-License-Identifier: Apache-2.0
// The folders of tables.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <nettle/sha2.h>

#include "exporters/verification/csv_file.hpp"
#include "exporters/verification/expected.hpp"
#include "exporters/verification/json_values.hpp"
#include "exporters/verification/verify_export.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view manifest = "manifest.json";

bool has(const ExportedFolder& folder, std::string_view name) {
  return std::ranges::find(folder.names, name) != folder.names.end();
}

/// "nodes_Official.csv", "rels_SPOKE_FOR_Official_Agency.csv": what their rows are.
std::optional<TableKind> bundled_table(std::string_view name) {
  if (!name.ends_with(".csv")) {
    return std::nullopt;
  }
  name.remove_suffix(4);
  if (name.starts_with("nodes_")) {
    return TableKind{ItemKind::node, {{"type", std::string(name.substr(6))}}};
  }
  const auto to = name.rfind('_');
  const auto from = to == std::string_view::npos || to == 0 ? to : name.rfind('_', to - 1);
  if (!name.starts_with("rels_") || from == std::string_view::npos || from < 5) {
    return std::nullopt;
  }
  return TableKind{ItemKind::edge,
                   {{"relation", std::string(name.substr(5, from - 5))},
                    {"from", std::string(name.substr(from + 1, to - from - 1))},
                    {"to", std::string(name.substr(to + 1))}}};
}

std::uint64_t read_table(const ExportedFolder& folder, const std::string& name,
                         const TableKind& kind, const TakeItem& take) {
  try {
    return read_csv_table(*folder.open(name), kind, take);
  } catch (const Error& error) {
    throw Error(name + ": " + error.what());
  }
}

/// The rows of each table, as they are read.
using Rows = std::map<std::string, std::uint64_t>;

void read_bundle(const ExportedFolder& folder, Rows& rows, const TakeItem& take) {
  for (const auto& name : folder.names) {
    if (const auto kind = bundled_table(name)) {
      rows[name] = read_table(folder, name, *kind, take);
    }
  }
}

std::string sha256_of(std::istream& in) {
  sha256_ctx context{};
  sha256_init(&context);
  std::array<char, std::size_t{1} << 16U> bytes{};
  while (in.read(bytes.data(), bytes.size()) || in.gcount() > 0) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): nettle takes unsigned bytes
    const auto* const start = reinterpret_cast<const std::uint8_t*>(bytes.data());
    sha256_update(&context, static_cast<std::size_t>(in.gcount()), start);
  }
  std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&context, digest.size(), digest.data());
  std::string hex;
  for (const auto byte : digest) {
    hex += "0123456789abcdef"[byte >> 4U];
    hex += "0123456789abcdef"[byte & 15U];
  }
  return hex;
}

std::string text_of(const Json& entry, std::string_view name) {
  const auto* const value = entry.member(name);
  return value == nullptr ? "" : value->text;
}

/// What the manifest says of one file, held to the file.
void check_entry(const ExportedFolder& folder, const std::string& name, const Json& entry,
                 Rows& rows, std::vector<std::string>& differences) {
  const auto found = rows.find(name);
  if (found == rows.end()) {
    differences.push_back("manifest.json names '" + name + "', which is not there");
    return;
  }
  const auto count = std::to_string(found->second);
  if (text_of(entry, "rows") != count) {
    differences.push_back("manifest.json says '" + name + "' has " + text_of(entry, "rows") +
                          " rows; it has " + count);
  }
  if (text_of(entry, "sha256") != sha256_of(*folder.open(name))) {
    differences.push_back("manifest.json: the SHA-256 of '" + name + "' is another");
  }
  rows.erase(found);
}

std::vector<std::string> check_manifest(const ExportedFolder& folder, Rows rows) {
  std::vector<std::string> differences;
  if (!has(folder, manifest)) {
    return {"manifest.json is missing"};
  }
  constexpr std::array<std::string_view, 1> paths{"files"};
  const auto in = folder.open(std::string(manifest));
  try {
    each_json_value(*in, paths, [&](std::string_view /*path*/, const Json& files) {
      for (const auto& [name, entry] : files.members) {
        check_entry(folder, name, entry, rows, differences);
      }
    });
  } catch (const Error& error) {
    throw Error(std::string(manifest) + ": " + error.what());
  }
  for (const auto& left : rows) {
    differences.push_back("manifest.json does not name '" + left.first + "'");
  }
  return differences;
}

ExportProof verify_bundle(const Store& store, const ExportOptions& options,
                          const ExportedFolder& folder) {
  Rows rows;
  ExportProof proof{"neo4j-csv",
                    compare([&](const TakeItem& take) { read_bundle(folder, rows, take); },
                            [&](const TakeItem& take) { expect_bundle(store, options, take); })};
  const auto more = check_manifest(folder, rows);
  proof.comparison.equal = proof.comparison.equal && more.empty();
  std::ranges::copy(more, std::back_inserter(proof.comparison.differences));
  return proof;
}

}  // namespace

ExportProof verify_export(const Store& store, const ExportOptions& options,
                          const ExportedFolder& folder) {
  const bool is_bundle =
      has(folder, manifest) || std::ranges::any_of(folder.names, [](const std::string& name) {
        return bundled_table(name).has_value();
      });
  if (is_bundle) {
    return verify_bundle(store, options, folder);
  }
  if (!has(folder, "nodes.csv") || !has(folder, "edges.csv")) {
    throw Error("a folder without nodes.csv and edges.csv, or the files of neo4j-csv");
  }
  const auto read = [&](const TakeItem& take) {
    read_table(folder, "nodes.csv", {ItemKind::node, {}}, take);
    read_table(folder, "edges.csv", {ItemKind::edge, {}}, take);
  };
  return {"csv", compare(read, [&](const TakeItem& take) { expect_csv(store, options, take); })};
}

}  // namespace pressgraph
