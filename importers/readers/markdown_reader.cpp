// SPDX-License-Identifier: Apache-2.0
// Markdown as site generators keep it: YAML (or TOML) between two lines, then the text. libyaml
// reads the one, cmark turns the other into HTML.
#include <algorithm>
#include <memory>
#include <vector>

#include <cmark.h>
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

FrontMatter split(std::string_view text) {
  const auto line_end = std::min(text.find('\n'), text.size());
  const auto fence = text.substr(0, std::min<std::size_t>(3, line_end));
  if (fence != "---" && fence != "+++") {
    return {"", "", text};
  }
  const auto end = text.find("\n" + std::string(fence), line_end > 0 ? line_end - 1 : 0);
  if (end == std::string_view::npos || line_end == text.size()) {
    return {"", "", text};
  }
  const auto front = text.substr(line_end + 1, end > line_end ? end - line_end : 0);
  const auto body = text.find('\n', end + 1);
  return {fence, front,
          body == std::string_view::npos ? std::string_view() : text.substr(body + 1)};
}

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

// `key = "value"` a line: what Hugo's front matter needs of TOML.
void read_toml(std::string_view text, FieldValues& fields) {
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = text.substr(at, end - at);
    at = end + 1;
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) {
      continue;
    }
    auto key = line.substr(0, equals);
    key = key.substr(0, key.find_last_not_of(' ') + 1);
    for (auto value = line.substr(equals + 1); !value.empty();) {
      value.remove_prefix(std::min(value.find_first_not_of(" [],\""), value.size()));
      const auto stop = std::min(value.find_first_of("\"]"), value.size());
      if (stop > 0) {
        fields.add(key, value.substr(0, stop));
      }
      value.remove_prefix(stop);
    }
  }
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
  FieldValues fields;
  if (parts.fence == "+++") {
    read_toml(parts.front, fields);
  } else if (!parts.fence.empty()) {
    YamlFields yaml(parts.front);
    if (const auto problem = yaml.read(fields); !problem.empty()) {
      if (!input.sink(BadRecord{input.path, yaml.line(),
                                "front matter that is no YAML (" + problem + ")",
                                "lines \"title: ...\"; its text is read"})) {
        return false;
      }
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
  finish_release(release, input.path);
  return input.sink(std::move(release));
}

}  // namespace pressgraph
