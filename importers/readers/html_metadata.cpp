// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <rapidjson/document.h>

#include "importers/readers/fields.hpp"

namespace pressgraph {
namespace {

std::string_view view(const xmlChar* text) {
  // libxml2's characters are unsigned bytes.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return text == nullptr ? std::string_view()
                         : std::string_view(reinterpret_cast<const char*>(text));
}

enum class Meta : std::uint8_t { title, published, modified, publisher, url, topics };

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

std::string attribute_of(const xmlNode* node, std::string_view wanted) {
  for (const auto* attribute = node->properties; attribute != nullptr;
       attribute = attribute->next) {
    if (view(attribute->name) == wanted && attribute->children != nullptr) {
      return clean_text(view(attribute->children->content));
    }
  }
  return {};
}

std::string text_of(const xmlNode* node) {
  std::string text;
  for (const auto* child = node->children; child != nullptr; child = child->next) {
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
      text += view(child->content);
    } else if (child->type == XML_ELEMENT_NODE && child->children != nullptr) {
      text += view(child->children->content);
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
  return clean_text(line);
}

void put(std::string& field, std::string value) {
  if (field.empty()) {
    field = std::move(value);
  }
}

void add_topics(Release& release, std::string_view list) {
  std::string topic;
  for (const char c : std::string(list) + ",") {
    if (c != ',' && c != ';') {
      topic += topic.empty() && c == ' ' ? std::string() : std::string(1, c);
      continue;
    }
    if (!topic.empty() && std::ranges::find(release.topics, topic) == release.topics.end()) {
      release.topics.push_back(topic);
    }
    topic.clear();
  }
}

void apply(Meta meta, const std::string& value, Release& release) {
  switch (meta) {
    case Meta::title:
      return put(release.title, value);
    case Meta::published:
      return put(release.published, iso_date_in(value));
    case Meta::modified:
      return put(release.modified, iso_date_in(value));
    case Meta::publisher:
      return put(release.publisher, value);
    case Meta::url:
      return put(release.url, value);
    case Meta::topics:
      return add_topics(release, value);
  }
}

std::string json_text(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsString()
             ? clean_text(found->value.GetString())
             : std::string();
}

bool is_article(const rapidjson::Value& object) {
  const auto type = json_text(object, "@type");
  return type.find("Article") != std::string::npos || type == "WebPage" || type == "BlogPosting" ||
         type == "Report";
}

void read_json_ld(const rapidjson::Value& value, Release& release, int depth) {
  if (value.IsArray() && depth < 4) {
    for (const auto& item : value.GetArray()) {
      read_json_ld(item, release, depth + 1);
    }
  }
  if (!value.IsObject()) {
    return;
  }
  if (const auto graph = value.FindMember("@graph"); graph != value.MemberEnd()) {
    read_json_ld(graph->value, release, depth + 1);
  }
  if (!is_article(value)) {
    return;
  }
  put(release.title, json_text(value, "headline"));
  put(release.published, iso_date_in(json_text(value, "datePublished")));
  put(release.modified, iso_date_in(json_text(value, "dateModified")));
  put(release.url, json_text(value, "url"));
  if (const auto publisher = value.FindMember("publisher");
      publisher != value.MemberEnd() && publisher->value.IsObject()) {
    put(release.publisher, json_text(publisher->value, "name"));
  }
  add_topics(release, json_text(value, "keywords"));
}

// What the page holds, found in one walk.
struct Found {
  std::array<std::string, meta_names.size()> meta;
  std::string json_ld_title;
  std::string time;
  std::string title;
  std::string heading;
  std::string canonical;
};

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return text;
}

void read_meta(const xmlNode* node, Found& found) {
  for (const auto* attribute : {"name", "property", "itemprop"}) {
    const auto* row =
        std::ranges::find(meta_names, lower(attribute_of(node, attribute)), &MetaName::name);
    if (row != meta_names.end()) {
      auto& value = found.meta.at(static_cast<std::size_t>(row - meta_names.begin()));
      const auto content = attribute_of(node, "content");
      value = value.empty() || row->meta != Meta::topics ? (value.empty() ? content : value)
                                                         : value + "," + content;
    }
  }
}

void read_element(const xmlNode* node, Found& found, Release& release) {
  const auto element = view(node->name);
  if (element == "meta") {
    read_meta(node, found);
  } else if (element == "link" && lower(attribute_of(node, "rel")) == "canonical") {
    put(found.canonical, attribute_of(node, "href"));
  } else if (element == "time") {
    put(found.time, iso_date_in(attribute_of(node, "datetime")));
  } else if (element == "title") {
    put(found.title, text_of(node));
  } else if (element == "h1") {
    put(found.heading, text_of(node));
  } else if (element == "html") {
    put(release.language, attribute_of(node, "lang"));
  } else if (element == "script" && lower(attribute_of(node, "type")) == "application/ld+json") {
    rapidjson::Document json;
    const auto text =
        node->children == nullptr ? std::string_view() : view(node->children->content);
    json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
    if (!json.HasParseError()) {
      read_json_ld(json, release, 0);
    }
  }
}

}  // namespace

void read_html_metadata(const xmlNode* root, Release& release) {
  Found found;
  const xmlNode* node = root;
  while (node != nullptr) {
    if (node->type == XML_ELEMENT_NODE) {
      read_element(node, found, release);
    }
    if (node->type == XML_ELEMENT_NODE && node->children != nullptr) {
      node = node->children;
      continue;
    }
    while (node != root && node->next == nullptr) {
      node = node->parent;
    }
    node = node == root ? nullptr : node->next;
  }
  for (std::size_t i = 0; i < meta_names.size(); ++i) {
    if (!found.meta.at(i).empty()) {
      apply(meta_names.at(i).meta, found.meta.at(i), release);
    }
  }
  put(release.title, found.heading);
  put(release.title, found.title);
  put(release.published, found.time);
  put(release.url, found.canonical);
}

}  // namespace pressgraph
