// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/csv_file.hpp"

#include <utility>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr int end_of_stream = std::char_traits<char>::eof();

/// Rows of RFC 4180, one at a time.
class Rows {
 public:
  explicit Rows(std::istream& in) : in_(*in.rdbuf()) {}

  /// False at the end. The values of the row are in `values`.
  bool next() {
    first_line_ = line_;
    values.assign(1, "");
    int c = get();
    if (c == end_of_stream) {
      return false;
    }
    for (; c != '\n' && c != end_of_stream; c = get()) {
      if (c == '"' && values.back().empty()) {
        quoted();
      } else if (c == ',') {
        values.emplace_back();
      } else if (c != '\r' || in_.sgetc() != '\n') {
        values.back() += static_cast<char>(c);
      }
    }
    if (c == end_of_stream) {
      fail("a row that no end of line ends; was the file cut?");
    }
    return true;
  }

  [[noreturn]] void fail(const std::string& what) const {
    throw Error("line " + std::to_string(first_line_) + ": " + what);
  }

  std::vector<std::string> values;

 private:
  int get() {
    const int c = in_.sbumpc();
    line_ += c == '\n' ? 1U : 0U;
    return c;
  }

  /// The rest of a value after its quotation mark.
  void quoted() {
    for (int c = get();; c = get()) {
      if (c == end_of_stream) {
        fail("a quoted value without an end; was the file cut?");
      }
      if (c == '"' && in_.sgetc() != '"') {
        break;
      }
      if (c == '"') {
        get();
      }
      values.back() += static_cast<char>(c);
    }
    const int next = in_.sgetc();
    if (next != ',' && next != '\n' && next != '\r' && next != end_of_stream) {
      fail("text after a quoted value, expected a comma or the end of the line");
    }
  }

  std::streambuf& in_;
  std::uint64_t line_ = 1;
  std::uint64_t first_line_ = 1;
};

/// The name of a column, without what neo4j-admin's headers say beside it.
std::string column_name(const std::string& header) {
  if (header == ":START_ID") {
    return "subject";
  }
  if (header == ":END_ID") {
    return "object";
  }
  return header.substr(0, header.find(':'));
}

}  // namespace

std::uint64_t read_csv_table(std::istream& in, const TableKind& kind, const TakeItem& take) {
  Rows rows(in);
  if (!rows.next()) {
    rows.fail("an empty table, expected a header");
  }
  auto names = std::move(rows.values);
  for (auto& name : names) {
    name = column_name(name);
  }
  std::uint64_t count = 0;
  for (; rows.next(); ++count) {
    if (rows.values.size() != names.size()) {
      rows.fail(std::to_string(rows.values.size()) + " values, expected " +
                std::to_string(names.size()) + " as in the header");
    }
    Item item(kind.kind);
    for (const auto& [name, value] : kind.values) {
      item.add(name, value);
    }
    for (std::size_t at = 0; at < names.size(); ++at) {
      if (names[at] == "id") {
        item.id = rows.values[at];
      } else if (names[at] != "rank") {  // any number that tells parallel edges apart
        item.add(names[at], rows.values[at]);
      }
    }
    item.sort();
    take(item);
  }
  return count;
}

}  // namespace pressgraph
