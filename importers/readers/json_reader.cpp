// SPDX-License-Identifier: Apache-2.0
// JSON and JSONL through RapidJSON's SAX reader: no tree is made, one record is held at a time.
#include <algorithm>
#include <array>

#include <rapidjson/error/en.h>
#include <rapidjson/istreamwrapper.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include "graph/identity.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/formats.hpp"

namespace pressgraph {
namespace {

enum class Target : std::uint8_t {
  id,
  title,
  published,
  modified,
  publisher,
  url,
  language,
  topics,
  text
};

struct FieldName {
  std::string_view name;
  Target target;
};

// How fields are spelled. Of two that mean one thing the one that stands first here is taken.
constexpr std::array<FieldName, 45> field_names_in_json{{
    {"id", Target::id},
    {"guid", Target::id},
    {"title", Target::title},
    {"headline", Target::title},
    {"name", Target::title},
    {"published", Target::published},
    {"datePublished", Target::published},
    {"date_published", Target::published},
    {"published_at", Target::published},
    {"date_publish", Target::published},
    {"publication_date", Target::published},
    {"pubDate", Target::published},
    {"first_published_at", Target::published},
    {"date", Target::published},
    {"created", Target::published},
    {"timestamp", Target::published},
    {"modified", Target::modified},
    {"dateModified", Target::modified},
    {"date_modify", Target::modified},
    {"updated", Target::modified},
    {"updated_at", Target::modified},
    {"public_updated_at", Target::modified},
    {"publisher", Target::publisher},
    {"site_name", Target::publisher},
    {"source_domain", Target::publisher},
    {"source", Target::publisher},
    {"site", Target::publisher},
    {"url", Target::url},
    {"canonical_url", Target::url},
    {"link", Target::url},
    {"uri", Target::url},
    {"web_url", Target::url},
    {"language", Target::language},
    {"lang", Target::language},
    {"locale", Target::language},
    {"topics", Target::topics},
    {"tags", Target::topics},
    {"categories", Target::topics},
    {"keywords", Target::topics},
    {"text", Target::text},
    {"content", Target::text},
    {"body", Target::text},
    {"articleBody", Target::text},
    {"maintext", Target::text},
    {"full_text", Target::text},
}};

constexpr std::size_t target_count = 9;

// Gathers the fields of one object at `depth` 1; what is nested deeper is passed over, but for
// "name" or "title" of a publisher given as an object.
class RecordHandler : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, RecordHandler> {
 public:
  using OnRecord = std::function<bool(RecordHandler&)>;

  RecordHandler(int max_depth, OnRecord on_record)
      : max_depth_(max_depth), on_record_(std::move(on_record)) {}

  bool Default() { return true; }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    value({text, length});
    return true;
  }
  bool Int64(std::int64_t number) { return integer(number); }
  bool Uint64(std::uint64_t number) { return integer(static_cast<std::int64_t>(number)); }
  bool Int(int number) { return integer(number); }
  bool Uint(unsigned number) { return integer(number); }

  bool StartObject() {
    ++objects_;
    return open();
  }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    if (objects_ == 1) {
      key_.assign(text, length);
    } else {
      inner_.assign(text, length);
    }
    return true;
  }
  bool EndObject(rapidjson::SizeType /*members*/) {
    --depth_;
    --objects_;
    if (objects_ > 0) {
      return true;
    }
    const bool go_on = on_record_(*this);
    reset();
    return go_on;
  }
  bool StartArray() { return open(); }
  bool EndArray(rapidjson::SizeType /*elements*/) {
    --depth_;
    return true;
  }

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  [[nodiscard]] bool inside() const { return objects_ > 0; }
  [[nodiscard]] const std::string& text(Target target) const {
    return values_[static_cast<std::size_t>(target)];
  }
  [[nodiscard]] const std::vector<std::string>& topics() const { return topics_; }

  void reset() {
    values_ = {};
    ranks_.fill(field_names_in_json.size());
    topics_.clear();
    key_.clear();
    depth_ = 0;
    objects_ = 0;
  }

 private:
  bool open() {
    too_deep_ = ++depth_ > max_depth_;
    return !too_deep_;
  }

  bool integer(std::int64_t number) {
    if (key_ == "id") {
      value(std::to_string(number));
    }
    return true;
  }

  void value(std::string_view text) {
    if (objects_ == 0 || objects_ > 2 || (objects_ == 2 && inner_ != "name" && inner_ != "title")) {
      return;
    }
    const auto field = std::ranges::find(field_names_in_json, key_, &FieldName::name);
    if (field == field_names_in_json.end()) {
      return;
    }
    if (field->target == Target::topics) {
      topics_.emplace_back(text);
      return;
    }
    const auto rank = static_cast<std::size_t>(field - field_names_in_json.begin());
    const auto place = static_cast<std::size_t>(field->target);
    const bool structured = objects_ == 2 && field->target != Target::publisher;
    if (!structured && rank < ranks_[place] && !text.empty()) {
      ranks_[place] = rank;
      values_[place] = text;
    }
  }

  int max_depth_;
  OnRecord on_record_;
  int depth_ = 0;
  int objects_ = 0;
  bool too_deep_ = false;
  std::string key_;
  std::string inner_;
  std::array<std::string, target_count> values_;
  std::array<std::size_t, target_count> ranks_ = [] {
    std::array<std::size_t, target_count> none{};
    none.fill(field_names_in_json.size());
    return none;
  }();
  std::vector<std::string> topics_;
};

std::vector<std::string> split_topics(const std::vector<std::string>& given) {
  std::vector<std::string> topics;
  const bool one = given.size() == 1;
  for (const auto& topic : given) {
    std::string part;
    for (const char c : topic + (one ? "," : "")) {
      if (one && (c == ',' || c == '|' || c == ';')) {
        const auto first = part.find_first_not_of(' ');
        if (first != std::string::npos) {
          topics.push_back(part.substr(first, part.find_last_not_of(' ') - first + 1));
        }
        part.clear();
      } else {
        part += c;
      }
    }
    if (!one) {
      topics.push_back(part);
    }
  }
  return topics;
}

Record record_of(const RecordHandler& fields, const Input& input, std::uint64_t number,
                 std::string sha256) {
  Release release;
  release.text = clean_text(fields.text(Target::text));
  if (release.text.find_first_not_of(" \n\t") == std::string::npos) {
    return BadRecord{
        input.path, number, "a record without text",
        "one of \"text\", \"content\", \"body\", \"articleBody\" with the release's words"};
  }
  release.id = slug(fields.text(Target::id).empty() ? "x" : fields.text(Target::id), true);
  if (fields.text(Target::id).empty()) {
    release.id.clear();
  }
  release.title = clean_text(fields.text(Target::title));
  release.published = iso_date_in(fields.text(Target::published));
  release.modified = iso_date_in(fields.text(Target::modified));
  release.publisher = clean_text(fields.text(Target::publisher));
  release.url = clean_text(fields.text(Target::url));
  release.language = clean_text(fields.text(Target::language));
  for (const auto& topic : split_topics(fields.topics())) {
    release.topics.push_back(clean_text(topic));
  }
  release.source = {input.path, number, std::move(sha256)};
  finish_release(release, input.path);
  return release;
}

std::string reason(const rapidjson::ParseResult& result, const RecordHandler& handler,
                   int max_depth) {
  if (handler.too_deep()) {
    return "JSON nested more than " + std::to_string(max_depth) + " deep";
  }
  return std::string("no JSON at byte ") + std::to_string(result.Offset()) + " (" +
         rapidjson::GetParseError_En(result.Code()) + ")";
}

constexpr unsigned parse_flags = rapidjson::kParseIterativeFlag | rapidjson::kParseStopWhenDoneFlag;

}  // namespace

bool read_json_lines(const Input& input) {
  std::string line;
  bool too_long = false;
  bool go_on = true;
  std::uint64_t number = 0;
  std::string sha256;
  bool made = false;
  RecordHandler handler(input.limits.max_depth, [&](RecordHandler& fields) {
    made = true;
    go_on = input.sink(record_of(fields, input, number, sha256));
    return true;
  });
  rapidjson::Reader reader;
  while (go_on && next_line(input.in, line, input.limits.max_record, too_long)) {
    ++number;
    if (too_long) {
      go_on = input.sink(BadRecord{input.path, number,
                                   "a line of more than " + fmt_bytes(input.limits.max_record),
                                   "at most that (--max-record)"});
      continue;
    }
    if (line.find_first_not_of(" \t\r") == std::string::npos) {
      continue;
    }
    sha256 = sha256_hex(line);
    made = false;
    handler.reset();
    rapidjson::MemoryStream stream(line.data(), line.size());
    const auto result = reader.Parse<rapidjson::kParseIterativeFlag>(stream, handler);
    if (result.IsError()) {
      go_on = go_on && input.sink(BadRecord{input.path, number,
                                            reason(result, handler, input.limits.max_depth),
                                            "one JSON object a line"});
    } else if (!made) {
      go_on = input.sink(
          BadRecord{input.path, number, "JSON that is no object", "one JSON object a line"});
    }
  }
  return go_on;
}

bool read_json(const Input& input) {
  bool go_on = true;
  std::uint64_t number = 0;
  rapidjson::IStreamWrapper stream(input.in);
  RecordHandler handler(input.limits.max_depth, [&](RecordHandler& fields) {
    go_on = input.sink(record_of(fields, input, ++number, {}));
    return go_on;
  });
  rapidjson::Reader reader;
  const auto result = reader.Parse<parse_flags>(stream, handler);
  if (result.IsError() && go_on) {
    return input.sink(BadRecord{input.path, 0, reason(result, handler, input.limits.max_depth),
                                "a JSON object, or an array of them"});
  }
  if (go_on && number == 0) {
    return input.sink(
        BadRecord{input.path, 0, "JSON without an object", "a JSON object, or an array of them"});
  }
  return go_on;
}

}  // namespace pressgraph
