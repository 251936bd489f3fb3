// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <rapidjson/document.h>

#include "importers/readers/field_names.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_layouts.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

enum class Meta : std::uint8_t { title, published, modified, publisher, url, language, topics };

struct MetaName {
  std::string_view name;  // of <meta name= property= itemprop=>, lower case
  Meta meta;
};

// In order of trust.
constexpr std::array<MetaName, 25> meta_names{{
    {"og:title", Meta::title},
    {"dcterms.title", Meta::title},
    {"dc.title", Meta::title},
    {"twitter:title", Meta::title},
    {"article:published_time", Meta::published},
    {"datepublished", Meta::published},
    {"dcterms.issued", Meta::published},
    {"dcterms.date", Meta::published},
    {"dc.date", Meta::published},
    {"dc.date.issued", Meta::published},
    {"pubdate", Meta::published},
    {"publish_date", Meta::published},
    {"date", Meta::published},
    {"article:modified_time", Meta::modified},
    {"og:updated_time", Meta::modified},
    {"dcterms.modified", Meta::modified},
    {"last-modified", Meta::modified},
    {"og:site_name", Meta::publisher},
    {"dcterms.publisher", Meta::publisher},
    {"dc.publisher", Meta::publisher},
    {"og:url", Meta::url},
    {"article:tag", Meta::topics},
    {"news_keywords", Meta::topics},
    {"dcterms.subject", Meta::topics},
    {"keywords", Meta::topics},
}};

std::string value_of(const HtmlNode* node, std::string_view attribute) {
  return plain_text(clean_text(attribute_of(node, attribute)));
}

std::string text_of(const HtmlNode* node) {
  std::string text;
  for (const auto* child = node->children; child != nullptr; child = child->next) {
    if (child->is_text() || child->kind == HtmlNode::Kind::raw) {
      text += child->text;
    } else if (child->is_element() && child->children != nullptr) {
      text += child->children->text;
    }
  }
  std::string line;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') {
    line.pop_back();
  }
  return plain_text(clean_text(line));
}

// All words of `node` as one line.
std::string line_of(const HtmlNode* node) {
  std::string line;
  walk(
      node,
      [&](const HtmlNode* child) {
        if (child->is_text()) {
          line += child->text;
        } else if (!line.empty() && line.back() != ' ') {
          line += element_name(child) == "br" || element_name(child) == "div" ? " " : "";
        }
        return child->is_element();
      },
      [](const HtmlNode*) {});
  auto text = plain_text(clean_text(line));
  std::ranges::replace(text, '\n', ' ');
  text.erase(
      std::unique(text.begin(), text.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
      text.end());
  return text;
}

// Takes the first value that each field is offered, and tells of all.
class Metadata {
 public:
  Metadata(Release& release, const Explain& explain) : release_(release), explain_(explain) {}

  void offer(Meta meta, const std::string& value, std::string_view from) {
    if (value.empty()) {
      return;
    }
    switch (meta) {
      case Meta::title:
        return take("title", release_.title, value, from);
      case Meta::published:
        return take("published", release_.published, iso_date_in(value), from);
      case Meta::modified:
        return take("modified", release_.modified, iso_date_in(value), from);
      case Meta::publisher:
        return take("publisher", release_.publisher, value, from);
      case Meta::url:
        return take("url", release_.url, value, from);
      case Meta::language:
        return take("language", release_.language, value, from);
      case Meta::topics:
        return take_topics(value, from);
    }
  }

  /// Of what is no field of the release.
  void tell(std::string_view what, std::string_view value, std::string_view from) const {
    if (explain_) {
      explain_({what, value, from, true});
    }
  }

 private:
  void take(std::string_view field, std::string& place, std::string value, std::string_view from) {
    const bool believed = place.empty() && !value.empty();
    if (explain_ && !value.empty()) {
      explain_({field, value, from, believed});
    }
    if (believed) {
      place = std::move(value);
    }
  }

  void take_topics(const std::string& list, std::string_view from) {
    for (auto& topic : split_topics(list)) {
      const bool known = std::ranges::find(release_.topics, topic) != release_.topics.end();
      if (explain_) {
        explain_({"topics", topic, from, !known});
      }
      if (!known) {
        release_.topics.push_back(std::move(topic));
      }
    }
  }

  Release& release_;
  const Explain& explain_;
};

std::string json_text(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsString()
             ? clean_text(found->value.GetString())
             : std::string();
}

bool is_article(const rapidjson::Value& object) {
  auto type = json_text(object, "@type");
  if (const auto types = object.FindMember("@type");
      types != object.MemberEnd() && types->value.IsArray()) {
    for (const auto& one : types->value.GetArray()) {
      type += one.IsString() ? one.GetString() : "";
    }
  }
  return type.find("Article") != std::string::npos || type == "WebPage" || type == "BlogPosting" ||
         type == "Report" || type == "PressRelease" || type == "GovernmentService";
}

void read_article(const rapidjson::Value& value, Metadata& metadata) {
  constexpr std::string_view from = "JSON-LD";
  metadata.offer(Meta::title, json_text(value, "headline"), from);
  metadata.offer(Meta::published, json_text(value, "datePublished"), from);
  metadata.offer(Meta::modified, json_text(value, "dateModified"), from);
  metadata.offer(Meta::url, json_text(value, "url"), from);
  metadata.offer(Meta::language, json_text(value, "inLanguage"), from);
  if (const auto publisher = value.FindMember("publisher");
      publisher != value.MemberEnd() && publisher->value.IsObject()) {
    metadata.offer(Meta::publisher, json_text(publisher->value, "name"), from);
  }
  metadata.offer(Meta::topics, json_text(value, "keywords"), from);
}

void read_json_ld(const rapidjson::Value& value, Metadata& metadata, int depth) {
  constexpr int deepest = 4;
  if (depth > deepest) {
    return;
  }
  if (value.IsArray()) {
    for (const auto& item : value.GetArray()) {
      read_json_ld(item, metadata, depth + 1);
    }
  }
  if (!value.IsObject()) {
    return;
  }
  if (const auto graph = value.FindMember("@graph"); graph != value.MemberEnd()) {
    read_json_ld(graph->value, metadata, depth + 1);
  }
  if (is_article(value)) {
    read_article(value, metadata);
  }
}

// What the page holds besides JSON-LD, found in one walk.
struct Found {
  std::array<std::string, meta_names.size()> meta;
  std::string time;
  std::string title;
  std::string heading;
  std::string titled;  // the first heading that <title> begins with
  std::string canonical;
  std::string language;
};

void put(std::string& place, std::string value) {
  if (place.empty()) {
    place = std::move(value);
  }
}

// <meta>, and RDFa and microdata on any element.
void read_meta(const HtmlNode* node, Found& found) {
  for (const auto* attribute : {"name", "property", "itemprop"}) {
    const auto named = attribute_of(node, attribute);
    if (named.empty()) {
      continue;
    }
    const auto* row = std::ranges::find(meta_names, lower_ascii(named), &MetaName::name);
    if (row == meta_names.end()) {
      continue;
    }
    auto& value = found.meta.at(static_cast<std::size_t>(row - meta_names.begin()));
    auto content = value_of(node, "content");
    content = content.empty() ? value_of(node, "datetime") : content;
    if (row->meta == Meta::topics && !value.empty()) {
      value += "," + content;
    } else {
      put(value, content);
    }
  }
}

void read_script(const HtmlNode* node, Metadata& metadata) {
  if (node->children == nullptr ||
      lower_ascii(attribute_of(node, "type")) != "application/ld+json") {
    return;
  }
  rapidjson::Document json;
  const auto text = node->children->text;
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (!json.HasParseError()) {
    read_json_ld(json, metadata, 0);
  }
}

// Sites may have their own name as <h1>; a release's is said again in <title>.
void read_heading(const HtmlNode* node, Found& found) {
  constexpr std::size_t least_title = 20;  // bytes: "Press releases" has fewer
  const auto line = line_of(node);
  if (line.size() >= least_title && found.title.starts_with(line)) {
    put(found.titled, line);
  }
  if (element_name(node) == "h1") {
    put(found.heading, line);
  }
}

void read_element(const HtmlNode* node, Found& found, Metadata& metadata) {
  const auto element = element_name(node);
  read_meta(node, found);
  if (element == "link" && lower_ascii(attribute_of(node, "rel")) == "canonical") {
    put(found.canonical, value_of(node, "href"));
  } else if (element == "time") {
    put(found.time, iso_date_in(value_of(node, "datetime")));
  } else if (element == "title") {
    put(found.title, text_of(node));
  } else if (element == "h1" || element == "h2") {
    read_heading(node, found);
  } else if (element == "html") {
    put(found.language, value_of(node, "lang"));
  } else if (element == "script") {
    read_script(node, metadata);
  }
}

// "/2020/05/17/" in a URL.
std::string date_in_url(std::string_view url) {
  for (auto at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const auto part = url.substr(at + 1, 10);
    const bool shaped = part.size() == 10 && part[4] == '/' && part[7] == '/' &&
                        (part.starts_with("19") || part.starts_with("20"));
    if (shaped) {
      return iso_date_in(part);
    }
  }
  return {};
}

// The first date in the words of `node`, or in a <time> among them.
std::string date_of(const HtmlNode* node) {
  std::string date;
  walk(
      node,
      [&](const HtmlNode* child) {
        if (date.empty() && element_name(child) == "time") {
          date = iso_date_in(value_of(child, "datetime"));
        }
        return child->is_element();
      },
      [](const HtmlNode*) {});
  return date.empty() ? iso_date_in(line_of(node)) : date;
}

void offer_parts(const PageParts& parts, Metadata& metadata) {
  const auto from =
      parts.article.empty() ? std::string("the layout") : "the layout " + std::string(parts.layout);
  if (!parts.article.empty()) {
    metadata.tell("layout", parts.layout, "schemas/layouts.toml");
  }
  if (parts.title != nullptr) {
    metadata.offer(Meta::title, line_of(parts.title), from);
  }
  if (parts.date != nullptr) {
    metadata.offer(Meta::published, date_of(parts.date), from);
  }
  std::string topics;
  for (const auto* topic : parts.topics) {
    topics += topics.empty() ? "" : ",";
    topics += line_of(topic);
  }
  metadata.offer(Meta::topics, topics, from);
}

}  // namespace

std::string url_of_page(const HtmlNode* root, const std::string& otherwise) {
  std::string canonical;
  std::string graph;
  walk(
      root,
      [&](const HtmlNode* node) {
        const auto element = element_name(node);
        if (element == "link" && lower_ascii(attribute_of(node, "rel")) == "canonical") {
          put(canonical, value_of(node, "href"));
        } else if (element == "meta" && attribute_of(node, "property") == "og:url") {
          put(graph, value_of(node, "content"));
        }
        return node->is_element() && element != "body";
      },
      [](const HtmlNode*) {});
  const auto& told = canonical.empty() ? graph : canonical;
  return told.find("://") == std::string::npos ? otherwise : told;
}

void read_html_metadata(const HtmlNode* root, const PageParts& parts, Release& release,
                        const Explain& explain) {
  Found found;
  Metadata metadata(release, explain);
  walk(
      root,
      [&](const HtmlNode* node) {
        if (node->is_element()) {
          read_element(node, found, metadata);
        }
        return node->is_element();
      },
      [](const HtmlNode*) {});
  for (std::size_t i = 0; i < meta_names.size(); ++i) {
    metadata.offer(meta_names.at(i).meta, found.meta.at(i), meta_names.at(i).name);
  }
  offer_parts(parts, metadata);
  metadata.offer(Meta::title, found.titled, "a heading that <title> begins with");
  metadata.offer(Meta::title, found.heading, "<h1>");
  metadata.offer(Meta::title, found.title, "<title>");
  metadata.offer(Meta::published, found.time, "<time>");
  metadata.offer(Meta::url, found.canonical, "<link rel=canonical>");
  metadata.offer(Meta::published, date_in_url(release.url), "the URL");
  metadata.offer(Meta::language, found.language, "<html lang>");
}

}  // namespace pressgraph
