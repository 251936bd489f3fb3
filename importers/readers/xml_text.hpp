// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include <libxml/xmlstring.h>

/// libxml2 counts characters as unsigned bytes; the casts are between character types.
namespace pressgraph {

inline std::string_view view(const xmlChar* text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

inline std::string_view view(const xmlChar* text, std::ptrdiff_t length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(length)};
}

}  // namespace pressgraph
