// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pressgraph {

/// Tags and attributes of one page or piece: a tree of as many takes some 25 MB. Releases have a
/// few thousand.
constexpr std::size_t most_html_markup = 60'000;

/// `html` in pieces, one after the other, none of more than `most_html_markup` tags and attributes:
/// one piece for whatever is no attack. Left out are tags of more than a thousand attributes, which
/// parsers compare with each other. Linear; the pieces point into `html`.
std::vector<std::string_view> html_pieces(std::string_view html);

/// Whether a parser takes bounded time and memory for `html` as it is.
bool is_one_html_piece(std::string_view html);

}  // namespace pressgraph
