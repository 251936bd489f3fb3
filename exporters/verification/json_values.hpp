// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

struct JsonMember;

/// A value of JSON. Numbers keep the text that they had.
struct Json {
  enum class Kind : std::uint8_t { scalar, string, array, object };

  Kind kind = Kind::scalar;
  std::string text;                 ///< of a string, number, true, false, null
  std::vector<Json> elements;       ///< of an array
  std::vector<JsonMember> members;  ///< of an object

  /// The member called `name`, else nullptr.
  [[nodiscard]] const Json* member(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  Json value;
};

/// Hands over each value of the document that stands at one of `paths`: names from the outside,
/// parted by '/', "*" for the elements of an array ("@graph/*"); "" is the whole document. All else
/// is passed over, so memory is that of one such value. Throws Error with the byte where it is no
/// JSON, is cut, or is nested more than 64 deep.
void each_json_value(std::istream& in, std::span<const std::string_view> paths,
                     const std::function<void(std::string_view path, const Json& value)>& take);

}  // namespace pressgraph
