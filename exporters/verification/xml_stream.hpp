// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>

namespace pressgraph {

/// What happens in an XML document, element by element, by local names.
struct XmlEvents {
  using Attributes = std::map<std::string, std::string, std::less<>>;  ///< by local name

  std::function<void(std::string_view element, const Attributes& attributes)> start;
  std::function<void(std::string_view text)> text;  ///< in pieces
  std::function<void(std::string_view element)> end;
};

/// Reads `in` by libxml2's streaming reader, in constant memory but for one text. Throws Error with
/// the line where it is not well-formed, or has a DOCTYPE, which none of our files has.
void read_xml(std::istream& in, const XmlEvents& events);

}  // namespace pressgraph
