// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "importers/readers/reader.hpp"

/// How records (JSON, CSV, front matter) name the fields of a release.
namespace pressgraph {

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

/// By which a field tells the time, where it names no zone.
enum class Clock : std::uint8_t { unknown, utc };

struct FieldName {
  std::string_view path;  ///< keys joined by dots, in lower case, without "_", "-" and blanks
  Target target;
  Clock clock = Clock::unknown;
};

/// The fields of one record as they come in.
class FieldValues {
 public:
  /// Tells `explain`, which must outlive it, of each value when the release is made.
  explicit FieldValues(const Explain& explain) : explain_(explain) { ranks_.fill(no_rank); }

  /// Keeps `value` where `path` names a field and no spelling that stands before it in the table
  /// has given one. Texts that come again under one name are paragraphs, topics a list; what is no
  /// date is none.
  void add(std::string_view path, std::string_view value);

  [[nodiscard]] bool has(Target target) const { return !value(target).empty(); }

  /// The release, without id where the record names none, and without source. Its text is in the
  /// form in which text is stored; tags in it are read as HTML.
  [[nodiscard]] Release release() const;

  /// The id that the record names, where it is one on its own site alone: a number.
  [[nodiscard]] std::string_view number() const;

 private:
  struct Given {
    const FieldName* field;
    std::string path;
    std::string value;
  };
  static constexpr std::size_t target_count = 9;
  static constexpr std::size_t no_rank = ~std::size_t{0};

  [[nodiscard]] const std::string& value(Target target) const {
    return values_[static_cast<std::size_t>(target)];
  }

  void tell(const Release& release) const;

  const Explain& explain_;
  std::vector<Given> given_;  // where somebody is to be told
  std::array<std::string, target_count> values_;
  std::array<std::size_t, target_count> ranks_{};
  std::vector<std::string> topics_;
};

/// The row that `path` names, in whatever case; null where it names none.
const FieldName* field_named_in_record(std::string_view path);

/// "Peace, security|Law" as topics.
std::vector<std::string> split_topics(std::string_view list);

}  // namespace pressgraph
