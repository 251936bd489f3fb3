// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/stored_text.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>

#include "importers/readers/charset.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/plain_run.hpp"

namespace pressgraph {
namespace {

// What windows-1252 holds from 0x80 to 0x9F; 0 where it holds nothing.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::atomic<std::uint64_t> repaired{0};

constexpr std::array<std::string_view, 7> ligatures{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

void append(std::string& out, std::uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | (point >> 6U));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0U | (point >> 12U));
    out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  } else {
    out += static_cast<char>(0xF0U | (point >> 18U));
    out += static_cast<char>(0x80U | ((point >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (point & 0x3FU));
  }
}

struct Character {
  std::uint32_t point;
  std::size_t length;
};

// The character at `at` of valid UTF-8.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const std::uint32_t first = byte(0);
  if (first < 0x80) {
    return {first, 1};
  }
  if (first < 0xE0) {
    return {((first & 0x1FU) << 6U) | (byte(1) & 0x3FU), 2};
  }
  if (first < 0xF0) {
    return {((first & 0x0FU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU), 3};
  }
  return {((first & 0x07U) << 18U) | ((byte(1) & 0x3FU) << 12U) | ((byte(2) & 0x3FU) << 6U) |
              (byte(3) & 0x3FU),
          4};
}

// The byte that windows-1252 has for `point`; none where it has none, or it is ASCII.
std::optional<unsigned char> byte_for(std::uint32_t point) {
  if (point >= 0x80 && point <= 0xFF) {
    return static_cast<unsigned char>(point);
  }
  const auto* found = std::ranges::find(windows_1252, point);
  if (point == 0 || found == windows_1252.end()) {
    return std::nullopt;
  }
  return static_cast<unsigned char>(0x80 + (found - windows_1252.begin()));
}

// Where characters from `at` on are the bytes of one character of UTF-8, taken for windows-1252:
// that character, and how far they go. Only where nobody writes them so: what comes out must be a
// letter or a mark of Latin, Greek or Cyrillic script, punctuation or a symbol.
std::optional<Character> mistaken(std::string_view text, std::size_t at) {
  const auto first = character_at(text, at);
  const auto lead = byte_for(first.point);
  if (!lead || *lead < 0xC2 || *lead > 0xF4) {
    return std::nullopt;
  }
  const std::size_t count = *lead < 0xE0 ? 2 : *lead < 0xF0 ? 3 : 4;
  std::string bytes(1, static_cast<char>(*lead));
  auto next = at + first.length;
  while (bytes.size() < count && next < text.size()) {
    const auto following = character_at(text, next);
    const auto byte = byte_for(following.point);
    if (!byte || *byte < 0x80 || *byte > 0xBF) {
      return std::nullopt;
    }
    bytes += static_cast<char>(*byte);
    next += following.length;
  }
  if (bytes.size() < count || !is_utf8(bytes)) {
    return std::nullopt;
  }
  const auto real = character_at(bytes, 0);
  const bool likely = (real.point >= 0xA0 && real.point < 0x250) ||
                      (real.point >= 0x370 && real.point < 0x530) ||
                      (real.point >= 0x2010 && real.point < 0x2040) || real.point == 0x20AC ||
                      real.point == 0x2122 || real.point == 0xFEFF;
  return likely ? std::optional(Character{real.point, next - at}) : std::nullopt;
}

bool is_blank(std::uint32_t point) {
  return point == '\t' || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x205F ||
         point == 0x3000;
}

bool is_unseen(std::uint32_t point) {
  return point == 0xAD || point == 0xFEFF || point == 0x2060 || point == 0x200B ||
         (point >= 0x200E && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2066 && point <= 0x2069);
}

void append_plain(std::string& out, std::uint32_t point) {
  if (point >= 0x80 && point <= 0x9F && windows_1252.at(point - 0x80) != 0) {
    point = windows_1252.at(point - 0x80);
  }
  if (point == '\n' || point == 0x0B || point == 0x0C || point == 0x85 || point == 0x2028 ||
      point == 0x2029) {
    out += '\n';
  } else if (is_blank(point) || point < 0x20 || (point >= 0x7F && point <= 0x9F)) {
    out += ' ';
  } else if (point >= 0xFB00 && point <= 0xFB06) {
    out += ligatures.at(point - 0xFB00);
  } else if (!is_unseen(point)) {
    append(out, point);
  }
}

// Of blank lines in a row one stays, none at the ends; no blanks at the ends of lines. In place:
// what is kept never runs ahead of what was read.
void drop_empty_lines(std::string& text) {
  std::size_t kept = 0;
  std::size_t empty = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = std::string_view(text).substr(at, end - at);
    line = line.substr(0, line.find_last_not_of(' ') + 1);
    if (line.empty()) {
      ++empty;
    } else {
      const std::size_t breaks = kept == 0 ? 0 : empty > 0 ? 2 : 1;
      std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(kept), breaks, '\n');
      std::memmove(text.data() + kept + breaks, text.data() + at, line.size());
      kept += breaks + line.size();
      empty = 0;
    }
    at = end + 1;
  }
  text.resize(kept);
  text.erase(0, std::min(text.find_first_not_of(" \n"), text.size()));
}

// ---- lines that were broken to fit a width ----

// Takes each line of `text` with the one after it; the last with none. A list of them would take
// more memory than a text of short lines.
template <typename Take>
void for_each_line(std::string_view text, Take take) {
  const auto end_of = [text](std::size_t at) { return std::min(text.find('\n', at), text.size()); };
  std::size_t at = 0;
  for (auto end = end_of(0); end < text.size();) {
    const auto next_end = end_of(end + 1);
    take(text.substr(at, end - at), std::optional(text.substr(end + 1, next_end - end - 1)));
    at = end + 1;
    end = next_end;
  }
  take(text.substr(at), std::nullopt);
}

// The same for lines of one paragraph.
template <typename Take>
void for_each_pair(std::string_view text, Take take) {
  for_each_line(text, [&](std::string_view line, std::optional<std::string_view> next) {
    if (!line.empty() && next && !next->empty()) {
      take(line, *next);
    }
  });
}

constexpr std::size_t narrowest = 50;
constexpr std::size_t widest = 110;
constexpr std::size_t slack = 8;  // of the width: words that an editor took out

bool begins_item(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  if (first == std::string_view::npos) {
    return true;
  }
  line = line.substr(first);
  switch (line.front()) {
    case '-':
    case '*':
      return line.substr(1).starts_with(' ');
    case '\xE2':
      return line.starts_with("\xE2\x80\xA2");
    default:
      break;
  }
  if (line.front() < '0' || line.front() > '9') {
    return false;
  }
  const auto digits = line.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits < 4 &&
         (line[digits] == '.' || line[digits] == ')') && line.substr(digits + 1).starts_with(' ');
}

// The code points of `line`, or more than `most` where there are more: of a long line not all are
// counted, since none has more than four bytes.
std::size_t width_of(std::string_view line, std::size_t most) {
  constexpr std::size_t longest = 4;
  return line.size() > most * longest ? most + 1 : code_points_in(line);
}

// Whether the first word of `next` did not fit behind `line`.
bool is_full(std::string_view line, std::string_view next, std::size_t width) {
  const auto taken = width_of(line, width) + 1 + slack;
  return taken > width || taken + code_points_in(next.substr(0, next.find(' '))) > width;
}

// The width that nine of ten of the lines that another line of their paragraph follows do not
// exceed; more than `widest` where it is wider than that, or there are no such lines. Printed lines
// are all that wide but those of a letterhead or a list; what is wider was two.
std::size_t usual_width(std::string_view text, Breaks breaks) {
  std::array<std::size_t, widest + 2> lines{};  // by width; the last holds all that are wider
  std::size_t count = 0;
  for_each_pair(text, [&](std::string_view line, std::string_view /*next*/) {
    const auto width = width_of(line, widest);
    if (width <= widest || breaks == Breaks::written) {
      ++lines[std::min(width, widest + 1)];
      ++count;
    }
  });
  const auto others = count - std::min<std::size_t>(count, 1);
  const auto most = breaks == Breaks::written ? others * 9 / 10 : others - count / 20;
  std::size_t width = 0;
  for (auto seen = lines[0]; seen <= most && width <= widest;) {
    seen += lines[++width];
  }
  return width;
}

// The width that the lines of running text were broken to; none where they were not. A few lines
// may be longer, where a break was lost.
std::optional<std::size_t> width_of_text(std::string_view text, Breaks breaks) {
  const auto width = usual_width(text, breaks);
  if (width < narrowest || width > widest) {
    return std::nullopt;
  }
  std::size_t pairs = 0;
  std::size_t full = 0;
  for_each_pair(text, [&](std::string_view line, std::string_view next) {
    if (!begins_item(next)) {
      ++pairs;
      full += is_full(line, next, width) ? 1U : 0U;
    }
  });
  const bool printed = breaks == Breaks::printed;
  const bool filled = full >= (printed ? 2U : 3U) && full * 10 >= pairs * (printed ? 5U : 7U);
  return filled ? std::optional(width) : std::nullopt;
}

// The next letter or digit of `text` from `at` on, a Latin one as a small one, and puts `at` behind
// it; 0 where there is none.
std::uint32_t next_letter(std::string_view text, std::size_t& at) {
  while (at < text.size()) {
    const auto [point, length] = character_at(text, at);
    at += length;
    const bool punctuation = point < '0' || (point > '9' && point < 'A') ||
                             (point > 'Z' && point < 'a') || (point > 'z' && point < 0xC0) ||
                             (point >= 0x2000 && point < 0x2070);
    if (!punctuation) {
      const bool capital = point <= 'Z' || (point >= 0xC0 && point <= 0xDE && point != 0xD7);
      return capital && point > '9' ? point + 32 : point;
    }
  }
  return 0;
}

// Whether two write one title: case and punctuation do not count.
bool is_same_title(std::string_view one, std::string_view other) {
  std::size_t at = 0;
  std::size_t other_at = 0;
  std::size_t letters = 0;
  while (true) {
    const auto letter = next_letter(one, at);
    if (letter != next_letter(other, other_at)) {
      return false;
    }
    if (letter == 0) {
      return letters > 0;
    }
    ++letters;
  }
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto plain = end_of_printable(text, at);
    out += text.substr(at, plain - at);
    at = plain;
    if (at == text.size()) {
      break;
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    auto character = character_at(text, at);
    if (byte >= 0xC3) {
      const auto real = mistaken(text, at);
      repaired += real ? 1U : 0U;
      character = real.value_or(character);
    }
    append_plain(out, character.point);
    at += character.length;
  }
  drop_empty_lines(out);
  return out;
}

std::uint64_t repaired_characters() {
  return repaired;
}

std::string joined_lines(std::string text, Breaks breaks) {
  const auto width = width_of_text(text, breaks);
  if (!width) {
    return text;
  }
  std::string out;
  out.reserve(text.size());
  for_each_line(text, [&](std::string_view line, std::optional<std::string_view> next) {
    out += line;
    if (!next) {
      return;
    }
    const bool join =
        !line.empty() && !next->empty() && !begins_item(*next) && is_full(line, *next, *width);
    if (!join) {
      out += '\n';
      return;
    }
    const bool hyphen = out.size() > 1 && out.back() == '-' && out[out.size() - 2] != ' ' &&
                        out[out.size() - 2] != '-';
    out += hyphen ? "" : " ";
  });
  return out;
}

void drop_repeated_title(std::string& text, std::string_view title) {
  const auto short_title = title.substr(0, title.find(" | "));
  std::size_t begin = 0;
  while (true) {
    const auto end = text.find('\n', begin);
    const auto body = end == std::string::npos ? end : text.find_first_not_of("\n ", end);
    const auto line = std::string_view(text).substr(begin, end - begin);
    const bool repeats = is_same_title(line, title) ||
                         (short_title.size() < title.size() && is_same_title(line, short_title));
    if (body == std::string::npos || !repeats) {
      break;
    }
    begin = body;
  }
  text.erase(0, begin);
}

}  // namespace pressgraph
