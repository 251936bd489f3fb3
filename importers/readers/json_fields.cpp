// SPDX-License-Identifier: Apache-2.0
// The fields of a JSON object through RapidJSON's SAX reader: no tree is made.
#include "importers/readers/json_fields.hpp"

#include <string>
#include <vector>

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "graph/identity.hpp"
#include "importers/readers/field_names.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

// Gathers the fields that the table names; what it does not name is passed over.
class Fields : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Fields> {
 public:
  explicit Fields(const ReadLimits& limits)
      : max_depth_(limits.max_depth), values_(limits.explain) {}

  bool Default() { return true; }
  bool String(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    values_.add(path_, {text, length});
    return true;
  }
  bool Int64(std::int64_t number) { return integer(number); }
  bool Uint64(std::uint64_t number) { return integer(static_cast<std::int64_t>(number)); }
  bool Int(int number) { return integer(number); }
  bool Uint(unsigned number) { return integer(number); }
  bool Double(double number) {
    constexpr double most = 1e15;  // milliseconds of any time that is meant
    return !(number > 0 && number < most) || integer(static_cast<std::int64_t>(number));
  }

  bool StartObject() {
    path_ends_.push_back(path_.size());
    return open();
  }
  bool Key(const char* text, rapidjson::SizeType length, bool /*copy*/) {
    path_.resize(path_ends_.back());
    if (length > 0 && text[0] == '$') {  // MongoDB's {"$date": ...}: a type, no name
      return true;
    }
    if (path_ends_.size() > 1) {
      path_ += '.';
    } else {
      note_key({text, length});
    }
    path_.append(text, length);
    return true;
  }
  bool EndObject(rapidjson::SizeType /*members*/) {
    path_.resize(path_ends_.back());
    path_ends_.pop_back();
    --depth_;
    return true;
  }
  bool StartArray() { return open(); }
  bool EndArray(rapidjson::SizeType /*elements*/) {
    --depth_;
    return true;
  }

  [[nodiscard]] bool too_deep() const { return depth_ > max_depth_; }
  [[nodiscard]] const FieldValues& values() const { return values_; }
  [[nodiscard]] const std::string& keys() const { return keys_; }

 private:
  bool open() { return ++depth_ <= max_depth_; }

  // For the message about a record without text.
  void note_key(std::string_view key) {
    if (keys_.size() < 80) {
      keys_ += keys_.empty() ? "" : ", ";
      keys_ += key.substr(0, 40);
    }
  }

  // Ids and dates may be numbers.
  bool integer(std::int64_t number) {
    const auto* field = field_named_in_record(path_);
    const bool wanted =
        field != nullptr && (field->target == Target::id || field->target == Target::published ||
                             field->target == Target::modified);
    if (wanted) {
      values_.add(path_, std::to_string(number));
    }
    return true;
  }

  int max_depth_;
  int depth_ = 0;
  std::string path_;
  std::vector<std::size_t> path_ends_;  // of the objects around: where their keys begin in path_
  FieldValues values_;
  std::string keys_;
};

}  // namespace

Record release_of_json(const JsonRecord& record, const Input& input) {
  constexpr std::size_t one_load = 16;  // bytes that may be read beyond the end
  Fields fields(input.limits);
  rapidjson::Reader reader;
  std::string bytes;
  bytes.reserve(record.bytes.size() + one_load);
  bytes.append(record.bytes).append(one_load, '\0');
  rapidjson::InsituStringStream stream(bytes.data());
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag;
  const auto result = reader.Parse<flags>(stream, fields);
  const auto bad = [&](std::string found, std::string_view expected) {
    return BadRecord{input.path, record.line, std::move(found), std::string(expected)};
  };
  if (result.IsError() && fields.too_deep()) {
    return bad("JSON nested more than " + std::to_string(input.limits.max_depth) + " deep",
               record.container);
  }
  if (result.IsError()) {
    return bad("no JSON at byte " + std::to_string(result.Offset()) + " (" +
                   rapidjson::GetParseError_En(result.Code()) + ")",
               record.container);
  }
  if (record.bytes.find('{') != record.bytes.find_first_not_of(" \t\r\n")) {
    return bad("JSON that is no object", record.container);
  }
  auto release = fields.values().release();
  if (release.text.empty()) {
    return bad("a record without text (its fields: " + clean_text(fields.keys()) + ")",
               "one of \"text\", \"content\", \"body\", \"articleBody\" with the release's words");
  }
  release.source = {input.path, record.number, sha256_hex(record.bytes)};
  finish_release(release, input.path, fields.values().number());
  return release;
}

JsonFeed json_feed_in(const std::string& envelope) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(envelope.data(), envelope.size());
  if (json.HasParseError() || !json.IsObject()) {
    return {};
  }
  const rapidjson::Value& object = json;
  const auto text = [&object](const char* key) {
    const auto found = object.FindMember(key);
    return found != object.MemberEnd() && found->value.IsString()
               ? plain_text(clean_text({found->value.GetString(), found->value.GetStringLength()}))
               : std::string();
  };
  const bool is_feed = text("version").find("jsonfeed.org/") != std::string::npos;
  return is_feed ? JsonFeed{text("title"), text("language")} : JsonFeed{};
}

}  // namespace pressgraph
