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

void take_of_feed(const JsonFeed& feed, Release& release, const Explain& explain) {
  const auto take = [&explain](std::string_view field, std::string& place, const std::string& value,
                               std::string_view from) {
    if (place.empty() && !value.empty()) {
      place = value;
      if (explain) {
        explain({field, value, from, true});
      }
    }
  };
  take("publisher", release.publisher, feed.title, "the feed's title");
  take("language", release.language, feed.language, "the feed's language");
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
  JsonFeed feed;
  std::uint64_t number = 0;
  while (auto piece = records.next()) {
    if (number == 0) {
      feed = json_feed_in(records.envelope());
    }
    auto record = record_of(*piece, ++number, input);
    piece.reset();  // may be large
    if (auto* release = std::get_if<Release>(&record); release != nullptr) {
      take_of_feed(feed, *release, input.limits.explain);
    }
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
