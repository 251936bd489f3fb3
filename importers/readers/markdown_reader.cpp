// SPDX-License-Identifier: Apache-2.0
// Markdown as site generators keep it: YAML (or TOML) between two lines, then the text. libyaml
// reads the one, cmark turns the other into HTML.
#include <algorithm>
#include <memory>
#include <sstream>
#include <vector>

#include <cmark.h>
#include <toml++/toml.h>
#include <yaml.h>

#include "graph/identity.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/field_names.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/markdown_tables.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

struct FrontMatter {
  std::string_view fence;  // "---" or "+++"
  std::string_view front;
  std::string_view body;
};

// Where the line break before the line stands that ends what begins behind `from`: the fence again,
// or the three dots by which a document of YAML ends.
std::size_t end_of_front_matter(std::string_view text, std::string_view fence, std::size_t from) {
  const auto end = text.find("\n" + std::string(fence), from);
  const auto dots = fence == "---" ? text.find("\n...", from) : std::string_view::npos;
  const auto behind = dots == std::string_view::npos ? "" : text.substr(dots + 4, 1);
  return dots < end && (behind == "\n" || behind == " ") ? dots : end;
}

FrontMatter split(std::string_view text) {
  const auto line_end = std::min(text.find('\n'), text.size());
  const auto fence = text.substr(0, std::min<std::size_t>(3, line_end));
  if (fence != "---" && fence != "+++") {
    return {"", "", text};
  }
  const auto end = end_of_front_matter(text, fence, line_end);
  if (end == std::string_view::npos || line_end == text.size()) {
    return {"", "", text};
  }
  const auto front = text.substr(line_end + 1, end > line_end ? end - line_end : 0);
  const auto body = text.find('\n', end + 1);
  return {fence, front,
          body == std::string_view::npos ? std::string_view() : text.substr(body + 1)};
}

// What front matter is none of, and at which line of the file; nothing where all is well.
struct BadFront {
  std::string format;
  std::uint64_t line = 0;
};

// Events of libyaml as fields: the keys of maps joined by dots, lists passed through. No alias is
// followed.
class YamlFields {
 public:
  explicit YamlFields(std::string_view text) {
    yaml_parser_initialize(&parser_);
    // libyaml counts characters as unsigned bytes.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  YamlFields(const YamlFields&) = delete;
  YamlFields& operator=(const YamlFields&) = delete;
  YamlFields(YamlFields&&) = delete;
  YamlFields& operator=(YamlFields&&) = delete;
  ~YamlFields() { yaml_parser_delete(&parser_); }

  /// What is wrong with the YAML, if anything; `fields` get what stands before that.
  std::string read(FieldValues& fields) {
    for (bool more = true; more;) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) {
        return parser_.problem == nullptr ? "no YAML" : parser_.problem;
      }
      more = event.type != YAML_STREAM_END_EVENT;
      take(event, fields);
      yaml_event_delete(&event);
    }
    return {};
  }

  [[nodiscard]] std::uint64_t line() const { return parser_.problem_mark.line + 2; }

 private:
  struct Level {
    bool map;
    std::size_t path_size;
    bool key_next = true;
  };

  void take(const yaml_event_t& event, FieldValues& fields) {
    switch (event.type) {
      case YAML_MAPPING_START_EVENT:
        levels_.push_back({true, path_.size()});
        break;
      case YAML_SEQUENCE_START_EVENT:
        levels_.push_back({false, path_.size()});
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        levels_.pop_back();
        after_value();
        break;
      case YAML_SCALAR_EVENT:
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
        scalar({reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length},
               fields);
        break;
      case YAML_ALIAS_EVENT:
        scalar({}, fields);
        break;
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
      case YAML_DOCUMENT_START_EVENT:
      case YAML_DOCUMENT_END_EVENT:
        break;
    }
  }

  void scalar(std::string_view text, FieldValues& fields) {
    if (levels_.empty()) {
      return;
    }
    auto& level = levels_.back();
    if (level.map && level.key_next) {
      path_.resize(level.path_size);
      path_ += path_.empty() ? "" : ".";
      path_ += text;
      level.key_next = false;
      return;
    }
    fields.add(path_, text);
    after_value();
  }

  void after_value() {
    if (!levels_.empty() && levels_.back().map) {
      levels_.back().key_next = true;
    }
  }

  yaml_parser_t parser_{};
  std::vector<Level> levels_;
  std::string path_;
};

// The keys of tables joined by dots, lists passed through, as for YAML.
void read_toml(const toml::node& node, const std::string& path, FieldValues& fields) {
  if (const auto* table = node.as_table(); table != nullptr) {
    for (const auto& [key, value] : *table) {
      const std::string_view name = key.str();
      read_toml(value, path.empty() ? std::string(name) : path + "." + std::string(name), fields);
    }
  } else if (const auto* list = node.as_array(); list != nullptr) {
    for (const auto& value : *list) {
      read_toml(value, path, fields);
    }
  } else if (const auto text = node.value<std::string>(); text) {
    fields.add(path, *text);
  } else {
    std::ostringstream number;
    node.visit([&number](const auto& value) {
      if constexpr (toml::is_value<decltype(value)>) {
        number << *value;
      }
    });
    fields.add(path, number.str());
  }
}

// What is wrong with the front matter `text`, if anything; `fields` get what it tells.
BadFront read_front_matter(std::string_view fence, std::string_view text, FieldValues& fields) {
  if (fence == "+++") {
    try {
      read_toml(toml::parse(text), "", fields);
    } catch (const toml::parse_error& error) {
      return {"TOML (" + std::string(error.description()) + ")", error.source().begin.line + 1};
    }
    return {};
  }
  YamlFields yaml(text);
  const auto problem = yaml.read(fields);
  return problem.empty() ? BadFront{} : BadFront{"YAML (" + problem + ")", yaml.line()};
}

std::string html_of_markdown(std::string_view text) {
  struct Free {
    void operator()(char* html) const { free(html); }  // NOLINT: cmark allocates with malloc
  };
  const std::unique_ptr<char, Free> html(
      cmark_markdown_to_html(text.data(), text.size(), CMARK_OPT_UNSAFE));
  return html == nullptr ? std::string() : std::string(html.get());
}

}  // namespace

bool read_markdown(const Input& input) {
  const auto bytes = read_whole(input.in, input.limits.max_record);
  if (bytes.size() > input.limits.max_record) {
    return input.sink(too_large(input, "a text"));
  }
  const auto text = decoded(bytes, input.around.charset);
  const auto first = text.find_first_not_of("\n ");
  const auto parts = split(std::string_view(text).substr(std::min(first, text.size())));
  FieldValues fields(input.limits.explain);
  if (!parts.fence.empty()) {
    const auto bad = read_front_matter(parts.fence, parts.front, fields);
    if (!bad.format.empty() &&
        !input.sink(BadRecord{input.path, bad.line, "front matter that is no " + bad.format,
                              bad.format.starts_with("YAML")
                                  ? "lines \"title: ...\"; its text is read"
                                  : "lines \"title = ...\"; its text is read",
                              read_in_part})) {
      return false;
    }
  }
  auto release = fields.release();
  release.text = text_of_html(html_of_markdown(with_tables_as_html(parts.body)));
  if (release.text.empty()) {
    return input.sink(
        BadRecord{input.path, 0, "Markdown without text", "text below the front matter"});
  }
  drop_repeated_title(release.text, release.title);
  if (release.url.find("://") == std::string::npos) {
    release.url = input.around.url;
  }
  release.source = {input.path, 0, sha256_hex(bytes)};
  finish_release(release, input.path, fields.number());
  return input.sink(std::move(release));
}

}  // namespace pressgraph
