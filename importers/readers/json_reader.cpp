// SPDX-License-Identifier: Apache-2.0
// JSON and JSONL, one record in memory at a time.
#include <algorithm>
#include <utility>

#include "importers/readers/input.hpp"
#include "importers/readers/json_fields.hpp"
#include "importers/readers/json_records.hpp"
#include "importers/readers/lines.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view line_expected = "one JSON object a line";
constexpr std::string_view array_expected = "a JSON object, or an array of them";

Record record_of(const JsonPiece& piece, std::uint64_t number, const Input& input) {
  switch (piece.kind) {
    case JsonPiece::Kind::too_long:
      return too_large(input, "a record", piece.line);
    case JsonPiece::Kind::other:
      return BadRecord{input.path, piece.line, "JSON that is no object",
                       std::string(array_expected)};
    case JsonPiece::Kind::object:
    case JsonPiece::Kind::cut:
      break;
  }
  return release_of_json({piece.bytes, number, piece.line, array_expected}, input);
}

}  // namespace

bool read_json_lines(const Input& input) {
  Lines lines(input.in, input.limits.max_record);
  while (lines.next()) {
    const auto number = lines.number();
    if (lines.too_long()) {
      if (!input.sink(too_large(input, "a record", number))) {
        return false;
      }
      continue;
    }
    auto line = lines.line();
    if (number == 1 && line.starts_with("\xEF\xBB\xBF")) {
      line.remove_prefix(3);
    }
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    auto record = release_of_json({line, number, number, line_expected}, input);
    lines.drop();
    if (!input.sink(std::move(record))) {
      return false;
    }
  }
  return true;
}

bool read_json(const Input& input) {
  JsonRecords records(input.in, input.limits.max_record);
  std::uint64_t number = 0;
  while (auto piece = records.next()) {
    auto record = record_of(*piece, ++number, input);
    piece.reset();  // may be large
    if (!input.sink(std::move(record))) {
      return false;
    }
  }
  if (number == 0) {
    return input.sink(
        BadRecord{input.path, 0, "JSON without an object", std::string(array_expected)});
  }
  return true;
}

}  // namespace pressgraph
