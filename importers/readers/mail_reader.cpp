// SPDX-License-Identifier: Apache-2.0
// Mails, one a file (EML) or many after one another (mbox). Releases reach newsrooms this way.
#include <algorithm>

#include <fmt/format.h>

#include "graph/identity.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/lines.hpp"
#include "importers/readers/mime.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

struct Place {
  std::uint64_t line = 0;    // of the mail's first line; 0 where the mail is the file
  std::uint64_t number = 0;  // of the mail; 0 where it is the file
};

// "Ministry of Defence" of "\"Ministry of Defence\" <press@mod.example>", else the address.
std::string sender_of(std::string_view from) {
  const auto angle = from.find('<');
  auto name = plain_text(clean_text(from.substr(0, angle)));
  std::erase(name, '"');
  if (name.find_first_not_of(' ') == std::string::npos) {
    name = clean_text(angle == std::string_view::npos
                          ? from
                          : from.substr(angle + 1, from.find('>') - angle - 1));
  }
  return plain_text(name);
}

std::string without_angles(std::string_view id) {
  const auto begin = id.find('<');
  return clean_text(
      begin == std::string_view::npos ? id : id.substr(begin + 1, id.find('>', begin) - begin - 1));
}

// Where each field of `release` comes from.
void tell(const Release& release, bool plain, const Explain& explain) {
  const auto row = [&explain](std::string_view field, const std::string& value,
                              std::string_view from) {
    if (explain && !value.empty()) {
      explain({field, value, from, true});
    }
  };
  row("title", release.title, "Subject");
  row("published", release.published, "Date");
  row("publisher", release.publisher, "From");
  row("language", release.language, "Content-Language");
  row("id", release.id, "Message-ID");
  row("text", fmt_bytes(release.text.size()), plain ? "text/plain" : "text/html");
}

bool hand_on(std::string_view bytes, const Place& place, const Input& input) {
  const auto mail = parse_mail(bytes, input.limits.max_depth);
  if (mail.too_deep &&
      !input.sink(
          BadRecord{input.path, place.line,
                    fmt::format("parts of a mail nested more than {} deep", input.limits.max_depth),
                    "fewer; what stands above them is read", read_in_part})) {
    return false;
  }
  Release release;
  release.text = joined_lines(plain_text(clean_text(mail.plain)));
  const bool plain = !release.text.empty();
  if (!plain) {
    release.text = text_of_html(clean_text(mail.html));
  }
  release.title = plain_text(clean_text(mail.subject));
  std::ranges::replace(release.title, '\n', ' ');
  if (release.text.empty()) {
    return input.sink(BadRecord{input.path, place.line,
                                release.title.empty()
                                    ? "a mail without text"
                                    : fmt::format("a mail without text (\"{}\")", release.title),
                                "a part of plain text or HTML"});
  }
  drop_repeated_title(release.text, release.title);
  release.published = iso_date_in(mail.date);
  release.publisher = sender_of(mail.from);
  release.language = mail.language;
  const auto id = without_angles(mail.message_id);
  release.id = id.empty() ? std::string() : slug(id, true);
  release.source = {input.path, place.number, sha256_hex(bytes)};
  tell(release, plain, input.limits.explain);
  finish_release(release, input.path);
  return input.sink(std::move(release));
}

// "From press@mod.example Mon Jan  1 10:00:00 2024": prose may begin with "From" too, but tells no
// time to the minute.
bool parts_mails(std::string_view line) {
  const auto is_digit = [&](std::size_t at) { return line[at] >= '0' && line[at] <= '9'; };
  auto colon = line.starts_with("From ") ? line.find(':') : std::string_view::npos;
  for (; colon != std::string_view::npos; colon = line.find(':', colon + 1)) {
    if (colon >= 2 && colon + 2 < line.size() && is_digit(colon - 1) && is_digit(colon - 2) &&
        is_digit(colon + 1) && is_digit(colon + 2)) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool read_mail(const Input& input) {
  const auto bytes = read_whole(input.in, input.limits.max_record);
  if (bytes.size() > input.limits.max_record) {
    return input.sink(too_large(input, "a mail"));
  }
  std::string_view mail = bytes;
  if (mail.starts_with("From ")) {
    mail.remove_prefix(std::min(mail.find('\n'), mail.size() - 1) + 1);
  }
  return hand_on(mail, {}, input);
}

bool read_mbox(const Input& input) {
  Lines lines(input.in, input.limits.max_record);
  std::string mail;
  Place place;
  bool empty_before = true;
  bool large = false;
  const auto finish = [&] {
    if (place.number == 0) {
      return true;
    }
    return large ? input.sink(too_large(input, "a mail", place.line)) : hand_on(mail, place, input);
  };
  while (lines.next()) {
    auto line = lines.line();
    if (empty_before && (parts_mails(line) || (place.number == 0 && line.starts_with("From ")))) {
      if (!finish()) {
        return false;
      }
      place = {lines.number() + 1, place.number + 1};
      mail.clear();
      large = false;
      empty_before = false;
      continue;
    }
    empty_before = line.empty() || line == "\r";
    // ">From" is how mbox writes a line that begins with "From".
    const auto quoted = line.find_first_not_of('>');
    if (quoted != 0 && quoted != std::string_view::npos &&
        line.substr(quoted).starts_with("From ")) {
      line.remove_prefix(1);
    }
    large = large || lines.too_long() || mail.size() + line.size() > input.limits.max_record;
    if (!large) {
      mail += line;
      mail += '\n';
    }
  }
  return finish();
}

}  // namespace pressgraph
