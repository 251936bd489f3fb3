// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/json_values.hpp"

#include <algorithm>
#include <utility>

#include <rapidjson/error/en.h>
#include <rapidjson/istreamwrapper.h>
#include <rapidjson/reader.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t deepest = 64;

using Take = std::function<void(std::string_view path, const Json& value)>;

/// What RapidJSON calls: keeps track of where it is, and builds the values that are wanted.
class Builder {
 public:
  Builder(std::span<const std::string_view> paths, const Take& take) : paths_(paths), take_(take) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON's names
  bool Null() { return scalar("null", Json::Kind::scalar); }
  bool Bool(bool value) { return scalar(value ? "true" : "false", Json::Kind::scalar); }
  bool Int(int value) { return scalar(std::to_string(value), Json::Kind::scalar); }
  bool Uint(unsigned value) { return scalar(std::to_string(value), Json::Kind::scalar); }
  bool Int64(std::int64_t value) { return scalar(std::to_string(value), Json::Kind::scalar); }
  bool Uint64(std::uint64_t value) { return scalar(std::to_string(value), Json::Kind::scalar); }
  bool Double(double value) { return scalar(std::to_string(value), Json::Kind::scalar); }
  bool RawNumber(const char* text, unsigned length, bool /*copy*/) {
    return scalar({text, length}, Json::Kind::scalar);
  }
  bool String(const char* text, unsigned length, bool /*copy*/) {
    return scalar({text, length}, Json::Kind::string);
  }
  bool Key(const char* text, unsigned length, bool /*copy*/) {
    names_.back().assign(text, length);
    return true;
  }
  bool StartObject() { return start(Json::Kind::object, ""); }
  bool StartArray() { return start(Json::Kind::array, "*"); }
  bool EndObject(unsigned /*members*/) { return end(); }
  bool EndArray(unsigned /*elements*/) { return end(); }
  // NOLINTEND(readability-identifier-naming)

 private:
  [[nodiscard]] std::string path() const {
    std::string path;
    for (const auto& name : names_) {
      path += (path.empty() ? "" : "/") + name;
    }
    return path;
  }

  [[nodiscard]] bool is_wanted() const { return std::ranges::find(paths_, path()) != paths_.end(); }

  bool scalar(std::string_view text, Json::Kind kind) {
    if (open_.empty() && !is_wanted()) {
      return true;
    }
    return place({kind, std::string(text), {}, {}});
  }

  /// Into the open array or object, or to whom wants it.
  bool place(Json value) {
    if (open_.empty()) {
      take_(path(), value);
    } else if (open_.back().kind == Json::Kind::array) {
      open_.back().elements.push_back(std::move(value));
    } else {
      open_.back().members.push_back({names_.back(), std::move(value)});
    }
    return true;
  }

  bool start(Json::Kind kind, std::string_view name) {
    if (names_.size() >= deepest) {
      return false;
    }
    if (!open_.empty() || is_wanted()) {
      open_.push_back({kind, {}, {}, {}});
    }
    names_.emplace_back(name);
    return true;
  }

  bool end() {
    names_.pop_back();
    if (open_.empty()) {
      return true;
    }
    auto value = std::move(open_.back());
    open_.pop_back();
    return place(std::move(value));
  }

  std::span<const std::string_view> paths_;
  const Take& take_;
  std::vector<std::string> names_;  ///< from the outside: of members, "*" in an array
  std::vector<Json> open_;          ///< of the value that is wanted
};

}  // namespace

const Json* Json::member(std::string_view name) const {
  const auto found = std::ranges::find(members, name, &JsonMember::name);
  return found == members.end() ? nullptr : &found->value;
}

void each_json_value(std::istream& in, std::span<const std::string_view> paths, const Take& take) {
  constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag |
                             rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
  rapidjson::IStreamWrapper stream(in);
  rapidjson::Reader reader;
  Builder builder(paths, take);
  const auto result = reader.Parse<flags>(stream, builder);
  if (result.IsError()) {
    const bool too_deep = result.Code() == rapidjson::kParseErrorTermination;
    throw Error("byte " + std::to_string(result.Offset()) + ": " +
                (too_deep ? "nested more than 64 deep, which no file of ours is"
                          : rapidjson::GetParseError_En(result.Code())));
  }
}

}  // namespace pressgraph
