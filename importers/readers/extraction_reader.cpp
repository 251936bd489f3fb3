// SPDX-License-Identifier: Apache-2.0
// Reads back what `pressgraph extract` wrote, a line at a time. Offsets come in code points and
// become bytes.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include "graph/error.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/lines.hpp"

namespace pressgraph {
namespace {

using Value = rapidjson::Value;

std::string_view view_of(const Value& string) {
  return {string.GetString(), string.GetStringLength()};
}

const Value& member(const Value& object, std::string_view key) {
  static const Value absent;
  if (!object.IsObject()) {
    return absent;
  }
  for (const auto& [name, value] : object.GetObject()) {
    if (view_of(name) == key) {
      return value;
    }
  }
  return absent;
}

/// Valid as long as the line.
std::string_view text_of(const Value& object, std::string_view key) {
  const auto& value = member(object, key);
  return value.IsString() ? view_of(value) : std::string_view();
}

// Where code points begin in one text. Kept of each so many, and counted from there.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string text) : text_(std::move(text)) {
    std::size_t point = 0;
    for (std::size_t byte = 0; byte < text_.size(); ++byte) {
      if (begins(byte) && point++ % step == 0) {
        known_.push_back(byte);
      }
    }
    points_ = point;
  }

  /// More than the size of the text where it has no such point; its size behind the last.
  std::uint32_t at(std::uint32_t point) const {
    if (point >= points_) {
      return static_cast<std::uint32_t>(text_.size()) + (point > points_ ? 1U : 0U);
    }
    if (points_ == text_.size()) {
      return point;
    }
    auto byte = known_[point / step];
    for (auto left = point % step; left > 0; --left) {
      ++byte;
      while (!begins(byte)) {
        ++byte;
      }
    }
    return static_cast<std::uint32_t>(byte);
  }

 private:
  static constexpr std::uint32_t step = 32;

  [[nodiscard]] bool begins(std::size_t byte) const {
    return byte == 0 || byte >= text_.size() ||
           (static_cast<unsigned char>(text_[byte]) & 0xC0U) != 0x80U;
  }

  std::string text_;
  std::vector<std::size_t> known_;  // of each `step`th point
  std::size_t points_ = 0;
};

// What is wrong is thrown as an Error whose text is "found|expected".
[[noreturn]] void wrong(const std::string& found, const std::string& expected) {
  throw Error(found + "|" + expected);
}

class ExtractionParser {
 public:
  explicit ExtractionParser(const Value& line) : line_(line) {}

  Extraction parse() {
    release();
    for (std::size_t i = 0; i < field_names.size(); ++i) {
      offsets_.emplace_back(field_text(x_.release, static_cast<Field>(i)));
    }
    x_.sentences.reserve(list(line_, "sentences").Size());
    for (const auto& sentence : list(line_, "sentences")) {
      const auto found = span(Field::text, sentence, "sentences");
      if (!x_.sentences.empty() && found.begin < x_.sentences.back().end) {
        wrong("sentences that overlap", "sentences in order, each after the one before");
      }
      x_.sentences.push_back(found);
    }
    boilerplate();
    x_.nodes.reserve(list(line_, "nodes").Size());
    for (const auto& value : list(line_, "nodes")) {
      x_.nodes.push_back(node(value));
    }
    x_.edges.reserve(list(line_, "edges").Size());
    for (const auto& value : list(line_, "edges")) {
      x_.edges.push_back(edge(value));
    }
    x_.schema_version = text_of(line_, "schema");
    x_.lexicon_version = text_of(line_, "lexicons");
    return std::move(x_);
  }

 private:
  static Value::ConstArray list(const Value& object, std::string_view key) {
    const auto& value = member(object, key);
    if (!value.IsArray()) {
      wrong("no list \"" + std::string(key) + "\"", "one, as `pressgraph extract` writes it");
    }
    return value.GetArray();
  }

  void release() {
    const auto& value = member(line_, "release");
    auto& r = x_.release;
    r.id = text_of(value, "id");
    r.title = text_of(value, "title");
    r.published = text_of(value, "published");
    r.modified = text_of(value, "modified");
    r.publisher = text_of(value, "publisher");
    r.url = text_of(value, "url");
    r.language = text_of(value, "language");
    r.text = text_of(value, "text");
    if (r.id.empty()) {
      wrong("a release without \"id\"", "an extraction, as `pressgraph extract` writes it");
    }
    const auto& topics = member(value, "topics");
    for (rapidjson::SizeType i = 0; topics.IsArray() && i < topics.Size(); ++i) {
      r.topics.emplace_back(topics[i].IsString() ? topics[i].GetString() : "");
    }
    const auto& source = member(value, "source");
    const auto& record = member(source, "record");
    r.source = {std::string(text_of(source, "path")), record.IsUint64() ? record.GetUint64() : 0,
                std::string(text_of(source, "sha256")), std::string(text_of(source, "captured"))};
  }

  void boilerplate() {
    if (!line_.HasMember("boilerplate")) {
      return;
    }
    for (const auto& part : list(line_, "boilerplate")) {
      x_.boilerplate.push_back(
          {between(Field::text, member(part, "begin"), member(part, "end"), "boilerplate"),
           std::string(text_of(part, "rule"))});
    }
  }

  Span between(Field field, const Value& first, const Value& last, const char* where) {
    if (!first.IsUint() || !last.IsUint() || first.GetUint() > last.GetUint()) {
      wrong("offsets of \"" + std::string(where) + "\" that are no two ascending numbers",
            "code points of the " + std::string(name(field)));
    }
    auto& offsets = offsets_[static_cast<std::size_t>(field)];
    const Span bytes{offsets.at(first.GetUint()), offsets.at(last.GetUint())};
    if (bytes.end > field_text_size(field)) {
      wrong("offset " + std::to_string(last.GetUint()) + " in \"" + where + "\"",
            "one inside the " + std::string(name(field)));
    }
    return bytes;
  }

  std::size_t field_text_size(Field field) const {
    return field == Field::text ? x_.release.text.size() : field_text(x_.release, field).size();
  }

  Span span(Field field, const Value& pair, const char* where) {
    if (!pair.IsArray() || pair.Size() != 2) {
      wrong("an entry of \"" + std::string(where) + "\" that is no pair", "[begin, end]");
    }
    return between(field, pair[0], pair[1], where);
  }

  static Field field_of(const Value& object) {
    const auto given = text_of(object, "field");
    const auto field = field_named(given);
    if (!field) {
      wrong("field \"" + std::string(given) + "\"",
            "one of text, title, published, publisher, url, topics");
    }
    return *field;
  }

  Mention mention(const Value& value) {
    const auto field = field_of(value);
    return {field, between(field, member(value, "begin"), member(value, "end"), "mentions")};
  }

  static std::vector<Attribute> attributes(const Value& owner) {
    std::vector<Attribute> all;
    const auto& object = member(owner, "attributes");
    if (!object.IsObject()) {
      return all;
    }
    for (const auto& [key, value] : object.GetObject()) {
      if (value.IsString()) {
        all.push_back({key.GetString(), {value.GetString(), value.GetStringLength()}});
      }
      for (rapidjson::SizeType i = 0; value.IsArray() && i < value.Size(); ++i) {
        all.push_back({key.GetString(), value[i].IsString() ? value[i].GetString() : ""});
      }
    }
    std::ranges::sort(all);
    return all;
  }

  Node node(const Value& value) {
    Node node;
    node.id = text_of(value, "id");
    const auto type = node_type_named(text_of(value, "type"));
    if (!type || node.id.empty()) {
      wrong("a node of type \"" + std::string(text_of(value, "type")) + "\"",
            "an id and one of the types of schemas/extraction.schema.json");
    }
    node.type = *type;
    node.name = text_of(value, "name");
    for (const auto& alias : list(value, "aliases")) {
      node.aliases.emplace_back(alias.IsString() ? alias.GetString() : "");
    }
    node.attributes = attributes(value);
    node.mentions.reserve(list(value, "mentions").Size());
    for (const auto& each : list(value, "mentions")) {
      node.mentions.push_back(mention(each));
    }
    return node;
  }

  Edge edge(const Value& value) {
    Edge edge;
    edge.subject = text_of(value, "subject");
    edge.object = text_of(value, "object");
    const auto relation = relation_named(text_of(value, "relation"));
    const auto status = status_named(text_of(value, "status"));
    if (!relation || !status) {
      wrong("relation \"" + std::string(text_of(value, "relation")) + "\", status \"" +
                std::string(text_of(value, "status")) + "\"",
            "those of schemas/extraction.schema.json");
    }
    edge.relation = *relation;
    edge.status = *status;
    edge.attributes = attributes(value);
    edge.claimed_by = text_of(value, "claimed_by");
    const auto& confidence = member(value, "confidence");
    edge.confidence = confidence.IsNumber() ? confidence.GetDouble() : 1.0;
    edge.evidence = evidence(member(value, "evidence"));
    return edge;
  }

  Evidence evidence(const Value& value) {
    Evidence evidence;
    evidence.field = field_of(value);
    evidence.span =
        between(evidence.field, member(value, "begin"), member(value, "end"), "evidence");
    evidence.trigger = span(evidence.field, member(value, "trigger"), "trigger");
    evidence.rule = text_of(value, "rule");
    const auto& chain = member(value, "chain");
    for (rapidjson::SizeType i = 0; chain.IsArray() && i < chain.Size(); ++i) {
      evidence.chain.push_back({mention(chain[i]), std::string(text_of(chain[i], "rule"))});
    }
    return evidence;
  }

  const Value& line_;
  Extraction x_;
  std::vector<ByteOffsets> offsets_;
};

Record record_of(const Value& line, const Input& input, std::uint64_t number) {
  try {
    return ExtractionParser(line).parse();
  } catch (const Error& error) {
    const std::string message = error.what();
    const auto bar = message.rfind('|');
    return BadRecord{input.path, number, message.substr(0, bar), message.substr(bar + 1)};
  }
}

// Control characters that no JSON has, and that RapidJSON passes over where it takes many bytes at
// once.
bool has_odd_controls(std::string_view line) {
  constexpr unsigned first = 0x1A;
  constexpr unsigned count = 0x20 - first;
  unsigned found = 0;  // no way out of the loop, so that it takes many bytes at once too
  for (const char c : line) {
    found |= static_cast<unsigned char>(c) - first < count ? 1U : 0U;
  }
  return found != 0;
}

// Whether RapidJSON reads it in place as it reads it otherwise: in place it passes over no byte
// order mark, which another program may have put at the beginning.
bool can_be_read_in_place(std::string_view line) {
  return static_cast<unsigned char>(line.front()) < 0x80U && !has_odd_controls(line);
}

// Parses lines in a copy whose strings stay where they are, for most of them nobody asks for, and
// in memory that the next line takes again.
class LineParser {
 public:
  explicit LineParser(const Input& input) : input_(input) {}

  /// REQUIRES: `line` is not empty.
  Record parse(std::string_view line, std::uint64_t number) {
    auto record = parsed(line, number);
    pool_.Clear();
    if (copy_.capacity() > most_kept) {
      std::string().swap(copy_);  // to assign an empty one would keep the memory
    }
    return record;
  }

 private:
  static constexpr unsigned flags = rapidjson::kParseIterativeFlag;
  static constexpr std::size_t read_ahead = 64;  // bytes that are looked at behind the end
  static constexpr std::size_t room = 1U << 18U;
  static constexpr std::size_t most_kept = 1U << 22U;

  Record parsed(std::string_view line, std::uint64_t number) {
    rapidjson::Document document(&pool_);
    if (can_be_read_in_place(line)) {
      copy_.assign(line).append(read_ahead, '\0');
      document.ParseInsitu<flags>(copy_.data());
    } else {
      document.Parse<flags>(line.data(), line.size());
    }
    if (document.HasParseError()) {
      return BadRecord{input_.path, number,
                       "no JSON at byte " + std::to_string(document.GetErrorOffset()) + " (" +
                           rapidjson::GetParseError_En(document.GetParseError()) + ")",
                       "one extraction a line"};
    }
    return record_of(document, input_, number);
  }

  const Input& input_;
  std::string copy_;
  std::vector<char> memory_ = std::vector<char>(room);
  rapidjson::MemoryPoolAllocator<> pool_{memory_.data(), memory_.size()};
};

}  // namespace

bool read_extractions(const Input& input) {
  Lines lines(input.in, input.limits.max_record);
  LineParser parser(input);
  bool go_on = true;
  while (go_on && lines.next()) {
    if (lines.too_long()) {
      go_on = input.sink(too_large(input, "a record", lines.number()));
    } else if (lines.line().find_first_not_of(" \t\r") != std::string_view::npos) {
      auto record = parser.parse(lines.line(), lines.number());
      lines.drop();
      go_on = input.sink(std::move(record));
    }
  }
  return go_on;
}

}  // namespace pressgraph
