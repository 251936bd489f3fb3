// SPDX-License-Identifier: Apache-2.0
#include "exporters/rdf.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <string>
#include <utility>

#include "exporters/plain_run.hpp"

namespace pressgraph {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// What an IRI never holds, and what needs a second look: the percent sign, the characters that
/// have one place in it, and what may begin a character that IRIs have no place for.
constexpr Suspects suspect = [] {
  Suspects table{};
  for (std::size_t c = 0; c <= 0x20; ++c) {
    table[c] = true;
  }
  for (const char c : std::string_view("<>\"{}|^`\\%\x7f#[]\xC2\xEE\xEF\xF0\xF1\xF2\xF3\xF4")) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

bool is_escape(std::string_view text) {
  return text.size() >= 3 && is_hex(text[1]) && is_hex(text[2]);
}

void append_percent_encoded(std::string& out, std::string_view bytes) {
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    out += '%';
    out += "0123456789ABCDEF"[byte >> 4U];
    out += "0123456789ABCDEF"[byte & 15U];
  }
}

/// Where the authority of `iri` ("example.org:80") begins and ends; both 0 where it has none.
std::pair<std::size_t, std::size_t> authority(std::string_view iri) {
  const auto colon = iri.find(':');
  if (colon == std::string_view::npos || iri.substr(colon, 3) != "://") {
    return {0, 0};
  }
  const auto end = iri.find_first_of("/?#", colon + 3);
  return {colon + 3, std::min(end, iri.size())};
}

/// The bytes of the character that begins with `byte`, of valid UTF-8.
std::size_t length_of(unsigned char byte) {
  return byte < 0x80 ? 1U : byte < 0xE0 ? 2U : byte < 0xF0 ? 3U : 4U;
}

/// The first code point of `text`, which is valid UTF-8 and not ASCII.
std::uint32_t code_point(std::string_view text) {
  const auto length = length_of(static_cast<unsigned char>(text[0]));
  std::uint32_t code = static_cast<unsigned char>(text[0]) & (0x7FU >> length);
  for (const char byte : text.substr(1, length - 1)) {
    code = code << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
  }
  return code;
}

/// What RFC 3987 lets stand everywhere in an IRI: no controls, private use, tags or noncharacters.
bool is_ucschar(std::uint32_t code) {
  const auto within = [code](std::uint32_t first, std::uint32_t last) {
    return code >= first && code <= last;
  };
  return within(0xA0, 0xD7FF) || within(0xF900, 0xFDCF) || within(0xFDF0, 0xFFEF) ||
         ((within(0x10000, 0xDFFFF) || within(0xE1000, 0xEFFFF)) && (code & 0xFFFFU) <= 0xFFFD);
}

/// Whether the suspect at `at` is right in its place: a percent sign before two hex digits, the
/// first number sign, a bracket in the authority, and what begins a character that IRIs may hold.
bool may_stand(std::string_view iri, std::size_t at) {
  const auto rest = iri.substr(at);
  switch (rest[0]) {
    case '%':
      return is_escape(rest);
    case '#':
      return iri.find('#') == at;
    case '[':
    case ']':
      return at < authority(iri).second;
    default:
      return static_cast<unsigned char>(rest[0]) >= 0x80 && is_ucschar(code_point(rest));
  }
}

bool is_port(std::string_view text) {
  return text.empty() || (text[0] == ':' && std::ranges::all_of(text.substr(1), is_digit));
}

/// An IPv6 address in groups of hex digits, at most once shortened by "::"; no other form of it.
bool is_ipv6(std::string_view text) {
  const auto gap = text.find("::");
  if (gap != std::string_view::npos && text.find("::", gap + 1) != std::string_view::npos) {
    return false;
  }
  std::size_t groups = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    digits = c == ':' ? 0 : digits + 1;
    groups += digits == 1 ? 1U : 0U;
    if ((c != ':' && !is_hex(c)) || digits > 4) {
      return false;
    }
  }
  const bool ends_alone =
      (text.starts_with(':') && gap != 0) || (text.ends_with(':') && !text.ends_with("::"));
  return !ends_alone && (gap == std::string_view::npos ? groups == 8 : groups < 8);
}

/// Whether a reader of IRIs takes `text` for "user@host:port"; what is to be percent-encoded counts
/// as if it were.
bool is_authority(std::string_view text) {
  const auto at = text.find('@');
  const auto host = at == std::string_view::npos ? text : text.substr(at + 1);
  if (!host.starts_with('[')) {
    return host.find_first_of("@[]") == std::string_view::npos &&
           is_port(host.substr(std::min(host.find(':'), host.size()))) &&
           text.substr(0, text.size() - host.size()).find_first_of("[]") == std::string_view::npos;
  }
  const auto end = host.find(']');
  return end != std::string_view::npos && is_port(host.substr(end + 1)) &&
         is_ipv6(host.substr(1, end - 1));
}

/// True where `text` has a digit at each 'd' of `shape` and equals it elsewhere.
bool has_shape(std::string_view text, std::string_view shape) {
  return std::ranges::equal(text, shape,
                            [](char c, char s) { return s == 'd' ? is_digit(c) : c == s; });
}

int two_digits(std::string_view text, std::size_t at) {
  return 10 * (text[at] - '0') + (text[at + 1] - '0');
}

bool is_month(std::string_view text) {
  return has_shape(text.substr(0, 7), "dddd-dd") && two_digits(text, 5) >= 1 &&
         two_digits(text, 5) <= 12;
}

bool is_day(std::string_view text) {
  if (!is_month(text) || !has_shape(text.substr(7, 3), "-dd")) {
    return false;
  }
  const int year = 100 * two_digits(text, 0) + two_digits(text, 2);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int month = two_digits(text, 5);
  const int last = month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
  return two_digits(text, 8) >= 1 && two_digits(text, 8) <= last;
}

bool is_zone(std::string_view text) {
  if (text.empty() || text == "Z") {
    return true;
  }
  return (has_shape(text, "+dd:dd") || has_shape(text, "-dd:dd")) && two_digits(text, 1) <= 13 &&
         two_digits(text, 4) <= 59;
}

/// "T10:00:00", a fraction and a zone, either or both left out.
bool is_time(std::string_view text) {
  if (!has_shape(text.substr(0, 9), "Tdd:dd:dd") || two_digits(text, 1) > 23 ||
      two_digits(text, 4) > 59 || two_digits(text, 7) > 59) {
    return false;
  }
  text.remove_prefix(9);
  if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) {
    text.remove_prefix(1);
    text.remove_prefix(
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin()));
  }
  return is_zone(text);
}

}  // namespace

void StatementSink::graph(std::string_view /*iri*/) {}

void StatementSink::aside_quoted(std::string_view /*iri*/, std::string_view /*predicate*/,
                                 std::string_view /*object*/) {}

std::string expand(std::string_view name) {
  const auto colon = name.find(':');
  const auto* const found = std::ranges::find(prefixes, name.substr(0, colon), &Prefix::name);
  assert(found != prefixes.end());
  return std::string(found->iri) + std::string(name.substr(colon + 1));
}

void append_iri(std::string& out, std::string_view iri) {
  std::size_t plain = 0;
  for (auto at = end_of_plain(iri, 0, suspect); at < iri.size();
       at = end_of_plain(iri, at + 1, suspect)) {
    const auto byte = static_cast<unsigned char>(iri[at]);
    const auto rest = iri.substr(at);
    if (may_stand(iri, at)) {
      continue;
    }
    out.append(iri, plain, at - plain);
    const auto length = length_of(byte);
    append_percent_encoded(out, rest.substr(0, length));
    plain = at + length;
  }
  out.append(iri, plain, iri.size() - plain);
}

bool is_absolute_iri(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(text[0])) {
    return false;
  }
  const auto [begin, end] = authority(text);
  return is_authority(text.substr(begin, end - begin)) &&
         std::ranges::all_of(text.substr(0, colon), [](char c) {
           return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
         });
}

std::string_view date_type(std::string_view text) {
  if (has_shape(text, "dddd")) {
    return text == "0000" ? "" : "xsd:gYear";
  }
  if (text.starts_with("0000") || !is_month(text)) {
    return {};
  }
  if (text.size() == 7) {
    return "xsd:gYearMonth";
  }
  if (!is_day(text)) {
    return {};
  }
  if (text.size() == 10) {
    return "xsd:date";
  }
  return is_time(text.substr(10)) ? "xsd:dateTime" : "";
}

}  // namespace pressgraph
