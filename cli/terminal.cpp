// SPDX-License-Identifier: Apache-2.0
#include "cli/terminal.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "graph/code_points.hpp"

namespace pressgraph {
namespace {

/// The value of the variable `name`; null where it is not set. Nothing here sets any.
const char* environment(const char* name) {
  return std::getenv(name);  // NOLINT(concurrency-mt-unsafe)
}

/// Where standard error is closed too there is nobody left to tell: fmt::print would throw.
void print_message(std::string_view kind, std::string_view colour, std::string_view message) {
  const auto line = colours_on(STDERR_FILENO)
                        ? fmt::format("\x1b[{}m{}:\x1b[0m {}\n", colour, kind, message)
                        : fmt::format("{}: {}\n", kind, message);
  static_cast<void>(std::fwrite(line.data(), 1, line.size(), stderr));
}

}  // namespace

bool is_terminal(int descriptor) {
  return ::isatty(descriptor) == 1;
}

std::optional<std::size_t> terminal_width(int descriptor) {
  const char* columns = environment("COLUMNS");
  if (const auto told = columns == nullptr ? 0 : std::strtoul(columns, nullptr, 10); told > 0) {
    return told;
  }
  if (!is_terminal(descriptor)) {
    return std::nullopt;
  }
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return 80;
  }
  return size.ws_col;
}

bool colours_on(int descriptor) {
  const char* none = environment("NO_COLOR");
  const char* kind = environment("TERM");
  return is_terminal(descriptor) && (none == nullptr || *none == '\0') && kind != nullptr &&
         std::strcmp(kind, "dumb") != 0;
}

std::size_t display_width(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) {
    return std::string(text);
  }
  if (width == 0) {
    return {};
  }
  const auto bytes = byte_of_code_point(text, static_cast<std::uint32_t>(width - 1));
  return std::string(text.substr(0, bytes)) + "…";
}

void print_error(std::string_view message) {
  print_message("error", "1;31", message);
}

void print_repairs(std::uint64_t characters) {
  if (characters != 0) {
    fmt::print(stderr, "{} {} repaired: UTF-8 that was taken for windows-1252\n", characters,
               characters == 1 ? "character" : "characters");
  }
}

void print_warning(std::string_view message) {
  print_message("warning", "1;33", message);
}

}  // namespace pressgraph
