// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>

/// The names of HTML 4 and what they do to the elements around them, as libxml2 2.9.14 has it: the
/// parser of tidy pages must build the same tree.
namespace pressgraph {

/// What a name is to the parser.
enum HtmlNameFlag : std::uint8_t {
  html_is_empty = 1,     ///< has no end tag: <br>
  html_is_raw = 2,       ///< what stands in it is no markup: <script>
  html_is_of_head = 4,   ///< begins the head where nothing stands before it: <title>
  html_is_no_body = 8,   ///< begins no body: <frameset>
  html_is_boolean = 16,  ///< as an attribute without a value it has its name as one: checked
  html_is_block = 32,    ///< nothing to the parser: a paragraph may stand in it
  html_is_no_text = 64,  ///< nothing to the parser: whatever stands in it is no text of the page
};

/// A name of elements or attributes. That which is equal is one object while a page is parsed.
struct HtmlName {
  std::string_view text;  ///< in small letters, with a NUL behind it
  std::uint8_t flags = 0;
  std::uint8_t priority = 100;   ///< an end tag closes no open element that has more than it
  std::uint8_t number = 0;       ///< 0: not known
  std::bitset<128> closed_by{};  ///< the numbers of the start tags that close it
};

/// The known name that `text`, in small letters, is; null where it is none.
const HtmlName* known_html_name(std::string_view text);

/// Whether the start tag `next` closes the open element `open`.
inline bool closes(const HtmlName& next, const HtmlName& open) {
  return next.number != 0 && open.closed_by[next.number];
}

}  // namespace pressgraph
