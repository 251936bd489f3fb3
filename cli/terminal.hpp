// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressgraph {

/// True where `descriptor` (1 or 2) is a terminal.
bool is_terminal(int descriptor);

/// The columns to write for: what COLUMNS says, else those of the terminal behind `descriptor`;
/// none where it is no terminal.
std::optional<std::size_t> terminal_width(int descriptor);

/// True where colours may be written to `descriptor`: a terminal that is not dumb, and NO_COLOR
/// unset or empty.
bool colours_on(int descriptor);

/// The number of code points of `text`, which is what a terminal shows of most scripts.
std::size_t display_width(std::string_view text);

/// `text` cut to `width` code points, the last being an ellipsis where something was cut.
std::string cut_to(std::string_view text, std::size_t width);

/// Writes `error: message` or `warning: message` to standard error.
void print_error(std::string_view message);
void print_warning(std::string_view message);

/// Says on standard error how many characters had to be repaired in what was read, if any.
void print_repairs(std::uint64_t characters);

}  // namespace pressgraph
