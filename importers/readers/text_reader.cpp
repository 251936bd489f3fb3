// SPDX-License-Identifier: Apache-2.0
// Plain text: the first line is the title. A crawl's last line may hold "stamp date|topic, topic|":
// the ISO stamp is the time of modification, the spelled date that of publication.

#include <utility>

#include "graph/identity.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/no_text.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view blanks = " \t\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  const auto last = text.find_last_not_of(blanks);
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, last - first + 1);
}

// "2017-10-30T16:06:16+00:00" at the start of `line`: its length, 0 where there is none.
std::size_t stamp_length(std::string_view line) {
  const auto end = std::min(line.find(' '), line.size());
  const auto stamp = line.substr(0, end);
  const bool shaped = stamp.size() >= 19 && stamp[4] == '-' && stamp[10] == 'T' && stamp[13] == ':';
  return shaped && !iso_date_in(stamp).empty() ? end : 0;
}

void read_topics(std::string_view list, std::vector<std::string>& topics) {
  std::string topic;
  for (const char c : std::string(list) + "|") {
    if (c != '|' && c != ',') {
      topic += c;
      continue;
    }
    if (const auto name = trimmed(topic); !name.empty()) {
      topics.emplace_back(name);
    }
    topic.clear();
  }
}

// Takes the footer of a crawl off the end of `text`; where nothing but footers is there, the last
// is the text.
void read_footer(std::string& text, Release& release) {
  const auto start = text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n') + 1;
  const auto line = trimmed(std::string_view(text).substr(start));
  const auto stamp = stamp_length(line);
  const auto bar = line.find('|');
  if (stamp == 0 || bar == std::string::npos) {
    return;
  }
  release.modified = iso_date_in(line.substr(0, stamp));
  release.published = iso_date_in(line.substr(stamp, bar - stamp));
  read_topics(line.substr(bar + 1), release.topics);
  if (const auto rest = trimmed(std::string_view(text).substr(0, start)); !rest.empty()) {
    text = std::string(rest);
  }
}

}  // namespace

bool read_text(const Input& input) {
  auto raw = read_whole(input.in, input.limits.max_record);
  if (raw.size() > input.limits.max_record) {
    return input.sink(too_large(input, "a text"));
  }
  const bool wide = lower_ascii(input.around.charset).starts_with("utf-");  // with NUL in it
  if (const auto what = wide ? std::string() : what_is_no_text(raw); !what.empty()) {
    return input.sink(BadRecord{input.path, 0, "no text but " + what,
                                "a release, or a format of `pressgraph formats`"});
  }
  const auto hash = sha256_hex(raw);
  auto text = decoded(std::exchange(raw, {}), input.around.charset);
  text = plain_text(text);
  if (text.empty()) {
    return input.sink(BadRecord{input.path, 0, "no text",
                                "a release: its title on the first line, then its text"});
  }
  Release release;
  read_footer(text, release);
  const auto line = std::min(text.find('\n'), text.size());
  release.title = std::string(trimmed(std::string_view(text).substr(0, line)));
  text.erase(0, text.find_first_not_of(blanks, line));
  text.erase(text.find_last_not_of(blanks) + 1);
  release.text = joined_lines(std::move(text));
  if (release.text.empty()) {
    std::swap(release.title, release.text);
  }
  drop_repeated_title(release.text, release.title);
  release.url = input.around.url;
  release.language = input.around.language;
  release.source = {input.path, 0, hash};
  finish_release(release, input.path);
  return input.sink(std::move(release));
}

}  // namespace pressgraph
