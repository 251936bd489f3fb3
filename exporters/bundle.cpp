// SPDX-License-Identifier: Apache-2.0
#include "exporters/bundle.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <nettle/sha2.h>

#include "exporters/graphml.hpp"
#include "exporters/json.hpp"
#include "exporters/loader_scripts.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t aliases_column = 2;  ///< of node_columns

/// A column's name and type as neo4j-admin reads them.
void append_header(std::string& out, std::span<const Column> columns) {
  for (const auto& column : columns) {
    out.append(",").append(column.name).append(neo4j_type(column));
  }
  out += '\n';
}

std::string_view type_name(const std::string& id) {
  const auto type = type_of_id(id);
  if (!type) {
    throw Error("export as neo4j-csv: '" + id + "' is of no known type");
  }
  return name(*type);
}

}  // namespace

std::string neo4j_array(const std::vector<std::string>& elements) {
  std::string joined;
  for (auto element : elements) {
    std::ranges::replace(element, ';', ',');
    joined += (joined.empty() ? "" : ";") + element;
  }
  return joined;
}

/// A file, and what the manifest says of it.
class CsvBundle::File {
 public:
  explicit File(std::ostream& out) : out_(out) { sha256_init(&sha256_); }

  void write(std::string_view bytes) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): nettle takes unsigned bytes
    sha256_update(&sha256_, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

  void row(std::string_view line) {
    write(line);
    ++rows_;
  }

  [[nodiscard]] std::uint64_t rows() const { return rows_; }

  /// In lower-case hex; nothing may be written after.
  std::string sha256() {
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&sha256_, digest.size(), digest.data());
    std::string hex;
    for (const auto byte : digest) {
      hex += "0123456789abcdef"[byte >> 4U];
      hex += "0123456789abcdef"[byte & 15U];
    }
    return hex;
  }

 private:
  std::ostream& out_;
  sha256_ctx sha256_{};
  std::uint64_t rows_ = 0;
};

CsvBundle::CsvBundle(std::string base, Claims claims, ExportFolder& folder)
    : base_(std::move(base)), claims_(claims), folder_(folder) {
  node_header_ = "id:ID";
  append_header(node_header_, node_columns());
  edge_header_ = ":START_ID,:END_ID,id,rank:long";
  append_header(edge_header_, edge_columns(claims_));
}

CsvBundle::~CsvBundle() = default;

CsvBundle::File& CsvBundle::file(const std::string& name, std::string_view header) {
  auto& file = files_[name];
  if (!file) {
    file = std::make_unique<File>(folder_.file(name));
    file->write(header);
  }
  return *file;
}

void CsvBundle::append_values(std::span<const Column> columns) {
  for (std::size_t at = 0; at < columns.size(); ++at) {
    line_ += ',';
    if (values_[at].empty()) {
      continue;
    }
    if (columns[at].type == ColumnType::text) {
      append_csv(line_, values_[at]);
    } else {
      line_ += values_[at];
    }
  }
  line_ += '\n';
}

void CsvBundle::node(const StoredNode& node) {
  node_values(node, base_, values_);
  values_.put(aliases_column, {neo4j_array(node.aliases)});
  line_.clear();
  append_csv(line_, nmtoken(node.id));
  append_values(node_columns());
  file("nodes_" + std::string(name(node.type)) + ".csv", node_header_).row(line_);
}

void CsvBundle::edge(const Tie& tie) {
  const auto& edge = tie.edge;
  auto& into = file("rels_" + std::string(info(edge.relation).label) + "_" +
                        std::string(type_name(edge.subject)) + "_" +
                        std::string(type_name(edge.object)) + ".csv",
                    edge_header_);
  edge_values(tie, claims_, base_, values_);
  line_.clear();
  append_csv(line_, nmtoken(edge.subject));
  line_ += ',';
  append_csv(line_, nmtoken(edge.object));
  line_ += ',';
  append_csv(line_, edge.id);
  line_.append(",").append(std::to_string(into.rows()));
  append_values(edge_columns(claims_));
  into.row(line_);
}

void CsvBundle::finish() {
  std::vector<std::string> names;
  std::string manifest = "{\n  \"generator\": \"pressgraph\",\n  \"files\": {";
  for (const auto& [name, file] : files_) {
    manifest += names.empty() ? "\n    " : ",\n    ";
    append_json(manifest, name);
    manifest += ": {\"rows\": " + std::to_string(file->rows()) + ", \"sha256\": ";
    append_json(manifest, file->sha256());
    manifest += "}";
    names.push_back(name);
  }
  manifest += "\n  }\n}\n";
  folder_.file("manifest.json") << manifest;
  for (const auto& script : loader_scripts(names, claims_)) {
    folder_.file(script.name) << script.text;
  }
}

}  // namespace pressgraph
