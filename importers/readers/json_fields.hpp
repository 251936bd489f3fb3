// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "importers/readers/input.hpp"

namespace pressgraph {

/// One JSON object and where it stands.
struct JsonRecord {
  std::string_view bytes;
  std::uint64_t number = 0;    ///< of the record, for its source
  std::uint64_t line = 0;      ///< for messages
  std::string_view container;  ///< what messages expect: "one JSON object a line"
};

/// The release that the object is, by the table of field names in json_fields.cpp, or what is wrong
/// with it.
Record release_of_json(const JsonRecord& record, const Input& input);

/// What a JSON Feed says of all its items. Both are empty where `envelope` is none.
struct JsonFeed {
  std::string title;
  std::string language;
};
JsonFeed json_feed_in(const std::string& envelope);

}  // namespace pressgraph
