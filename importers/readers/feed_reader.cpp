// SPDX-License-Identifier: Apache-2.0
// RSS, Atom and WordPress exports: an item is a release, its full content before its summary.
#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "graph/identity.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/feed_parser.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

// What a WordPress export holds besides posts.
constexpr std::array<std::string_view, 9> no_releases{
    "attachment",  "nav_menu_item", "revision",        "page", "custom_css", "wp_navigation",
    "wp_template", "wp_block",      "wp_global_styles"};

// The encoding to read a feed in that begins with `head`, where the XML would not tell it right.
std::string charset_of(std::string_view head) {
  if (!marked_charset(head).empty()) {
    return {};
  }
  // The head may end inside a character.
  auto whole = head;
  for (int i = 0; i < 3 && !whole.empty() && static_cast<unsigned char>(whole.back()) >= 0x80;
       ++i) {
    whole.remove_suffix(1);
  }
  const bool ascii =
      std::ranges::all_of(whole, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (is_utf8(whole)) {
    return ascii ? std::string() : std::string("UTF-8");
  }
  const auto declaration = lower_ascii(head.substr(0, head.find("?>")).substr(0, 200));
  const bool declared = declaration.find("encoding=") != std::string::npos &&
                        declaration.find("utf-8") == std::string::npos;
  return declared ? std::string() : charset_by_statistics(head);
}

bool is_release(const FeedItem& item) {
  const bool shown = item.status.empty() || item.status == "publish";
  return shown &&
         std::ranges::find(no_releases, std::string_view(item.post_type)) == no_releases.end();
}

// Some feeds escape their HTML twice.
std::string text_of_part(const std::string& part) {
  auto text = text_of_markup(clean_text(part));
  const bool still = text.starts_with("<") && text.find("</") != std::string::npos;
  return still ? text_of_markup(text) : text;
}

// Where each field of `release` comes from.
void tell(const FeedItem& item, const Release& release, const Explain& explain) {
  const auto row = [&](std::string_view field, const std::string& value, std::string_view origin,
                       std::string_view otherwise) {
    if (!value.empty()) {
      explain({field, value, origin.empty() ? otherwise : origin, true});
    }
  };
  row("title", release.title, item.origin("title"), "title");
  row("published", release.published, item.origin("published"), item.origin("modified"));
  row("modified", release.modified, item.origin("modified"), "");
  row("publisher", release.publisher, item.origin("publisher"), "the feed's title");
  row("url", release.url, item.origin("url"), item.link.empty() ? item.origin("id") : "link");
  row("language", release.language, item.origin("language"), "the feed, or xml:lang");
  for (const auto& topic : release.topics) {
    row("topics", topic, "category", "");
  }
  const auto content = item.origin("content");
  row("text", fmt_bytes(release.text.size()), content, item.origin("summary"));
}

Record release_of(const FeedItem& item, const Input& input, std::uint64_t number) {
  if (item.too_large) {
    return too_large(input, "an item", item.line);
  }
  Release release;
  release.text = text_of_part(item.content);
  if (release.text.empty()) {
    release.text = text_of_part(item.summary);
  }
  release.title = line_of_markup(clean_text(item.title));
  if (release.text.empty()) {
    return BadRecord{input.path, item.line,
                     release.title.empty()
                         ? "an item without text"
                         : fmt::format("an item without text (\"{}\")", release.title),
                     "content, a description or a summary"};
  }
  drop_repeated_title(release.text, release.title);
  release.text = joined_lines(std::move(release.text));
  release.published = iso_date_in(item.published);
  release.modified = iso_date_in(item.modified);
  release.published = release.published.empty() ? release.modified : release.published;
  release.publisher = line_of_markup(clean_text(item.publisher));
  release.language = line_of_markup(clean_text(item.language));
  release.url = whole_link(clean_text(item.link), clean_text(item.base));
  if (release.url.empty() && item.id.starts_with("http")) {
    release.url = clean_text(item.id);
  }
  const std::string own_number = is_number(item.id) ? item.id : std::string();
  if (release.url.empty() && !is_number(item.id)) {
    release.id = slug(item.id, true);
  }
  for (const auto& topic : item.topics) {
    auto name = line_of_markup(clean_text(topic));
    if (std::ranges::find(release.topics, name) == release.topics.end()) {
      release.topics.push_back(std::move(name));
    }
  }
  std::string bytes;
  for (const auto* part :
       {&item.id, &item.link, &item.title, &item.published, &item.content, &item.summary}) {
    bytes += *part + "\n";
  }
  release.source = {input.path, number, sha256_hex(bytes)};
  finish_release(release, input.path, own_number);
  if (input.limits.explain) {
    tell(item, release, input.limits.explain);
  }
  return release;
}

}  // namespace

bool read_feed(const Input& input) {
  auto head = read_head(input.in);
  const auto charset = charset_of(head);
  HeadBuffer buffer(std::move(head), input.in);
  std::istream whole(&buffer);
  std::uint64_t number = 0;
  const auto end = parse_feed(whole, charset, input.limits.max_record, [&](const FeedItem& item) {
    ++number;
    return !is_release(item) || input.sink(release_of(item, input, number));
  });
  if (end.stopped) {
    return false;
  }
  if (number == 0) {
    const auto found = end.failure.empty()
                           ? "a feed without items"
                           : "a feed without items, and no whole XML (" + end.failure + ")";
    return input.sink(BadRecord{input.path, end.line, found, "<item> or <entry> elements"});
  }
  if (!end.failure.empty()) {
    return input.sink(BadRecord{input.path, end.line, "no well-formed XML (" + end.failure + ")",
                                "a whole feed; what could be had is read", read_in_part});
  }
  return true;
}

}  // namespace pressgraph
