// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <rapidjson/document.h>

#include "importers/readers/field_names.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_frame.hpp"
#include "importers/readers/html_layouts.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

enum class Meta : std::uint8_t { title, published, modified, publisher, url, language, topics };

struct MetaName {
  std::string_view name;  // of <meta name= property= itemprop=>, lower case
  Meta meta;
  bool of_article = false;  // means the release only in an item that is an article
};

// In order of trust.
constexpr std::array<MetaName, 35> meta_names{{
    {"og:title", Meta::title},
    {"dcterms.title", Meta::title},
    {"dc.title", Meta::title},
    {"headline", Meta::title, true},
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
    {"datemodified", Meta::modified},
    {"last-modified", Meta::modified},
    {"og:site_name", Meta::publisher},
    {"dcterms.publisher", Meta::publisher},
    {"dc.publisher", Meta::publisher},
    {"publisher", Meta::publisher, true},
    {"og:url", Meta::url},
    {"dcterms.identifier", Meta::url},
    {"dc.identifier", Meta::url},
    {"url", Meta::url, true},
    {"dcterms.language", Meta::language},
    {"dc.language", Meta::language},
    {"inlanguage", Meta::language, true},
    {"article:tag", Meta::topics},
    {"news_keywords", Meta::topics},
    {"dcterms.subject", Meta::topics},
    {"dc.subject", Meta::topics},
    {"keywords", Meta::topics},
}};

std::string value_of(const HtmlNode* node, std::string_view attribute) {
  return plain_text(clean_text(attribute_of(node, attribute)));
}

std::string one_line(std::string_view text) {
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

std::string text_of(const HtmlNode* node) {
  std::string text;
  for (const auto* child = node->children; child != nullptr; child = child->next) {
    if (child->is_text() || child->kind == HtmlNode::Kind::raw) {
      text += child->text;
    } else if (child->is_element() && child->children != nullptr) {
      text += child->children->text;
    }
  }
  return one_line(text);
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
      case Meta::url:  // "/news/1" and what else identifies is none
        return take("url", release_.url,
                    value.find("://") == std::string::npos ? std::string() : value, from);
      case Meta::language:
        return take("language", release_.language, value, from);
      case Meta::topics:
        return take_topics(value, from);
    }
  }

  void offer_topic(std::string topic, std::string_view from) {
    const bool known = std::ranges::find(release_.topics, topic) != release_.topics.end();
    if (explain_ && !topic.empty()) {
      explain_({"topics", topic, from, !known});
    }
    if (!known && !topic.empty()) {
      release_.topics.push_back(std::move(topic));
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
      offer_topic(std::move(topic), from);
    }
  }

  Release& release_;
  const Explain& explain_;
};

// What a script holds is no HTML, and yet many write it so, some twice.
std::string without_markup(std::string_view text) {
  auto line = line_of_markup(clean_text(text));
  return line.find('&') == std::string::npos ? line : line_of_markup(line);
}

std::string json_text(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsString()
             ? without_markup({found->value.GetString(), found->value.GetStringLength()})
             : std::string();
}

// The text that `value` is, or that it, or the first of a list, has as its `key`.
std::string json_name(const rapidjson::Value& object, const char* key, const char* name) {
  const auto found = object.FindMember(key);
  if (found == object.MemberEnd()) {
    return {};
  }
  const auto* value = &found->value;
  if (value->IsArray() && !value->Empty()) {
    value = value->Begin();
  }
  return value->IsObject()   ? json_text(*value, name)
         : value->IsString() ? without_markup({value->GetString(), value->GetStringLength()})
                             : std::string();
}

void read_keywords(const rapidjson::Value& article, Metadata& metadata, std::string_view from) {
  metadata.offer(Meta::topics, json_text(article, "keywords"), from);
  const auto list = article.FindMember("keywords");
  if (list == article.MemberEnd() || !list->value.IsArray()) {
    return;
  }
  for (const auto& topic : list->value.GetArray()) {
    if (topic.IsString()) {
      metadata.offer_topic(without_markup({topic.GetString(), topic.GetStringLength()}), from);
    } else if (topic.IsObject()) {
      metadata.offer_topic(json_text(topic, "name"), from);
    }
  }
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
  metadata.offer(Meta::publisher, json_name(value, "publisher", "name"), from);
  read_keywords(value, metadata, from);
}

// What the page holds besides JSON-LD, found in one walk.
struct Found {
  std::array<std::string, meta_names.size()> meta;
  std::string time;
  std::string title;
  std::string heading;
  std::string titled;  // the first heading that <title> begins with
  std::string canonical;
  std::string main_entity;  // of JSON-LD: the page that an article is the subject of
  std::string base;
  std::string language;
};

void put(std::string& place, std::string value) {
  if (place.empty()) {
    place = std::move(value);
  }
}

void read_json_ld(const rapidjson::Value& value, Metadata& metadata, Found& found, int depth) {
  constexpr int deepest = 4;
  if (depth > deepest) {
    return;
  }
  if (value.IsArray()) {
    for (const auto& item : value.GetArray()) {
      read_json_ld(item, metadata, found, depth + 1);
    }
  }
  if (!value.IsObject()) {
    return;
  }
  for (const auto* key : {"@graph", "mainEntity"}) {
    if (const auto inside = value.FindMember(key); inside != value.MemberEnd()) {
      read_json_ld(inside->value, metadata, found, depth + 1);
    }
  }
  if (is_article(value)) {
    read_article(value, metadata);
    put(found.main_entity, json_name(value, "mainEntityOfPage", "@id"));
  }
}

// Whether the item of microdata or RDFa that `node` tells of is an article.
bool tells_of_article(const HtmlNode* node) {
  constexpr std::array<std::string_view, 5> kinds{"Article", "BlogPosting", "PressRelease",
                                                  "Report", "WebPage"};
  for (const auto* around = node->parent; around != nullptr; around = around->parent) {
    if (is_frame(around)) {
      return false;
    }
    const auto type = attribute_of(around, "itemtype");
    const auto kind = type.empty() ? attribute_of(around, "typeof") : type;
    if (!kind.empty()) {
      return std::ranges::any_of(kinds, [kind](std::string_view each) {
        return kind.find(each) != std::string_view::npos;
      });
    }
  }
  return false;
}

// "headline" of "schema:headline" and "https://schema.org/headline".
std::string property_name(std::string_view named) {
  auto name = lower_ascii(named);
  for (const std::string_view prefix : {"schema:", "http://schema.org/", "https://schema.org/"}) {
    if (name.starts_with(prefix)) {
      name.erase(0, prefix.size());
    }
  }
  return name;
}

constexpr std::size_t most_nodes = 64;  // of an element that holds a name

bool is_name(const HtmlNode* node) {
  return node->is_element() && (attribute_of(node, "itemprop") == "name" ||
                                property_name(attribute_of(node, "property")) == "name");
}

// The name of the item that `node` holds; empty where none stands among its first nodes.
std::string name_below(const HtmlNode* node) {
  std::size_t nodes = most_nodes;
  std::string name;
  walk(
      node,
      [&](const HtmlNode* child) {
        nodes -= nodes == 0 ? 0U : 1U;
        if (nodes > 0 && name.empty() && child != node && is_name(child)) {
          const auto content = value_of(child, "content");
          name = content.empty() ? text_of(child) : content;
        }
        return nodes > 0 && name.empty() && child->is_element();
      },
      [](const HtmlNode*) {});
  return name;
}

// The words of `node` as one line; none where they are too many for a name.
std::string few_words(const HtmlNode* node) {
  constexpr std::size_t longest = 600;  // bytes
  std::size_t nodes = most_nodes;
  std::string words;
  walk(
      node,
      [&](const HtmlNode* child) {
        nodes -= nodes == 0 ? 0U : 1U;
        words += child->is_text() && words.size() <= longest ? child->text : std::string_view();
        return nodes > 0 && child->is_element();
      },
      [](const HtmlNode*) {});
  return nodes == 0 || words.size() > longest ? std::string() : one_line(words);
}

// What `node` says of its property: an attribute has it, or the name of the item that it holds, or
// its words.
std::string value_of_property(const HtmlNode* node) {
  for (const auto* attribute : {"content", "datetime", "href"}) {
    if (auto value = value_of(node, attribute); !value.empty()) {
      return value;
    }
  }
  auto name = name_below(node);
  return name.empty() ? few_words(node) : name;
}

void read_property(const HtmlNode* node, std::string_view named, Found& found) {
  const auto* row = std::ranges::find(meta_names, property_name(named), &MetaName::name);
  if (row == meta_names.end() || (row->of_article && !tells_of_article(node))) {
    return;
  }
  auto& place = found.meta.at(static_cast<std::size_t>(row - meta_names.begin()));
  auto value = value_of(node, "content");
  value = value.empty() ? value_of(node, "datetime") : value;
  if (value.empty() && row->of_article && place.empty()) {
    value = value_of_property(node);
  }
  if (row->meta == Meta::topics && !place.empty()) {
    place += "," + value;
  } else {
    put(place, value);
  }
}

// <meta>, and RDFa and microdata on any element.
void read_meta(const HtmlNode* node, Found& found) {
  for (const auto* attribute : {"name", "property", "itemprop"}) {
    if (const auto named = attribute_of(node, attribute); !named.empty()) {
      read_property(node, named, found);
    }
  }
}

// JSON as it stands in a script: XHTML wraps it into what hides it from XML.
std::string_view json_in(std::string_view script) {
  constexpr std::string_view cdata = "<![CDATA[";
  if (const auto begin = script.find(cdata);
      begin != std::string_view::npos && script.find_first_of("{[") == begin + 2) {
    script.remove_prefix(begin + cdata.size());
    script = script.substr(0, script.rfind("]]>"));
  }
  const auto first = std::min(script.find_first_of("{["), script.size());
  const auto last = script.find_last_of("}]");
  return last == std::string_view::npos || last < first ? std::string_view()
                                                        : script.substr(first, last + 1 - first);
}

void read_script(const HtmlNode* node, Metadata& metadata, Found& found) {
  if (node->children == nullptr ||
      lower_ascii(attribute_of(node, "type")) != "application/ld+json") {
    return;
  }
  rapidjson::Document json;
  const auto text = json_in(node->children->text);
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  if (!json.HasParseError()) {
    read_json_ld(json, metadata, found, 0);
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
    const auto told = value_of(node, "datetime");
    put(found.time, iso_date_in(told.empty() ? text_of(node) : told));
  } else if (element == "base") {
    put(found.base, value_of(node, "href"));
  } else if (element == "title") {
    put(found.title, text_of(node));
  } else if (element == "h1" || element == "h2") {
    read_heading(node, found);
  } else if (element == "html") {
    put(found.language, value_of(node, "lang"));
  } else if (element == "script") {
    read_script(node, metadata, found);
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
    const auto& row = meta_names.at(i);
    const bool is_link = row.meta == Meta::url && found.meta.at(i).starts_with("/");
    metadata.offer(row.meta, is_link ? whole_link(found.meta.at(i), found.base) : found.meta.at(i),
                   row.name);
  }
  offer_parts(parts, metadata);
  metadata.offer(Meta::title, found.titled, "a heading that <title> begins with");
  metadata.offer(Meta::title, found.heading, "<h1>");
  metadata.offer(Meta::title, found.title, "<title>");
  metadata.offer(Meta::published, found.time, "<time>");
  metadata.offer(Meta::url, whole_link(found.canonical, found.base), "<link rel=canonical>");
  metadata.offer(Meta::url, found.main_entity.substr(0, found.main_entity.find('#')),
                 "JSON-LD: mainEntityOfPage");
  metadata.offer(Meta::published, date_in_url(release.url), "the URL");
  metadata.offer(Meta::language, found.language, "<html lang>");
}

}  // namespace pressgraph
