// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pressgraph {

/// Appends `text` as a JSON string, with its quotes; UTF-8 stays as it is.
void append_json(std::string& out, std::string_view text);

/// How many bytes at the beginning of `text` stand in a JSON string as they are.
std::size_t plain_json(std::string_view text);

/// The same, and copies them to `to`, where there is room for all of `text`: each byte is looked at
/// once.
std::size_t copy_plain_json(std::string_view text, char* to);

constexpr std::size_t longest_json_escape = 6;  ///< bytes

/// Writes what stands for `c` in a JSON string, where it cannot stand as it is. One past it.
char* write_json_escape(char* to, char c);

}  // namespace pressgraph
