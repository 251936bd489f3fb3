// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/field_names.hpp"

#include <algorithm>
#include <unordered_map>

#include "graph/identity.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

// Of two that mean one thing the one that stands first is taken.
constexpr std::array names_in_records{
    FieldName{"id", Target::id},
    FieldName{"guid", Target::id},
    FieldName{"contentid", Target::id},
    FieldName{"docid", Target::id},
    FieldName{"title", Target::title},
    FieldName{"title.rendered", Target::title},
    FieldName{"headline", Target::title},
    FieldName{"name", Target::title},
    FieldName{"subject", Target::title},
    FieldName{"titel", Target::title},
    FieldName{"titre", Target::title},
    FieldName{"titulo", Target::title},
    FieldName{"titolo", Target::title},
    FieldName{"published", Target::published},
    FieldName{"datepublished", Target::published},
    FieldName{"publishedat", Target::published},
    FieldName{"publishedtime", Target::published},
    FieldName{"datepublish", Target::published},
    FieldName{"publishdate", Target::published},
    FieldName{"publisheddate", Target::published},
    FieldName{"publicationdate", Target::published},
    FieldName{"releasedate", Target::published},
    FieldName{"pubdate", Target::published},
    FieldName{"firstpublishedat", Target::published},
    FieldName{"seendate", Target::published},
    FieldName{"dategmt", Target::published, Clock::utc},
    FieldName{"date", Target::published},
    FieldName{"created", Target::published},
    FieldName{"timestamp", Target::published},
    FieldName{"datum", Target::published},
    FieldName{"fecha", Target::published},
    FieldName{"publicupdatedat", Target::modified},
    FieldName{"modifiedgmt", Target::modified, Clock::utc},
    FieldName{"modified", Target::modified},
    FieldName{"modifiedtime", Target::modified},
    FieldName{"datemodified", Target::modified},
    FieldName{"datemodify", Target::modified},
    FieldName{"lastmod", Target::modified},
    FieldName{"updated", Target::modified},
    FieldName{"updatedat", Target::modified},
    FieldName{"publisher", Target::publisher},
    FieldName{"publisher.name", Target::publisher},
    FieldName{"publisher.title", Target::publisher},
    FieldName{"links.primarypublishingorganisation.title", Target::publisher},
    FieldName{"links.organisations.title", Target::publisher},
    FieldName{"agency", Target::publisher},
    FieldName{"organisation", Target::publisher},
    FieldName{"organization", Target::publisher},
    FieldName{"ministry", Target::publisher},
    FieldName{"sitename", Target::publisher},
    FieldName{"source.name", Target::publisher},
    FieldName{"sourcedomain", Target::publisher},
    FieldName{"sourcecommonname", Target::publisher},
    FieldName{"hostname", Target::publisher},
    FieldName{"domain", Target::publisher},
    FieldName{"source", Target::publisher},
    FieldName{"site", Target::publisher},
    FieldName{"url", Target::url},
    FieldName{"canonicalurl", Target::url},
    FieldName{"link", Target::url},
    FieldName{"uri", Target::url},
    FieldName{"weburl", Target::url},
    FieldName{"sourceurl", Target::url},
    FieldName{"externalurl", Target::url},
    FieldName{"documentidentifier", Target::url},
    FieldName{"metadata.url", Target::url},
    FieldName{"meta.url", Target::url},
    FieldName{"warcheaders.warctargeturi", Target::url},
    FieldName{"basepath", Target::url},
    FieldName{"permalink", Target::url},
    FieldName{"language", Target::language},
    FieldName{"lang", Target::language},
    FieldName{"inlanguage", Target::language},
    FieldName{"locale", Target::language},
    FieldName{"warcheaders.warcidentifiedcontentlanguage", Target::language},
    FieldName{"topics", Target::topics},
    FieldName{"topics.name", Target::topics},
    FieldName{"tags", Target::topics},
    FieldName{"tags.name", Target::topics},
    FieldName{"categories", Target::topics},
    FieldName{"categories.name", Target::topics},
    FieldName{"category", Target::topics},
    FieldName{"keywords", Target::topics},
    FieldName{"embedded.wp:term.name", Target::topics},
    FieldName{"links.taxons.title", Target::topics},
    FieldName{"text", Target::text},
    FieldName{"content.rendered", Target::text},
    FieldName{"details.body", Target::text},
    FieldName{"details.body.content", Target::text},
    FieldName{"contenthtml", Target::text},
    FieldName{"contenttext", Target::text},
    FieldName{"content", Target::text},
    FieldName{"body", Target::text},
    FieldName{"body.value", Target::text},
    FieldName{"content.text", Target::text},
    FieldName{"content.html", Target::text},
    FieldName{"content.body", Target::text},
    FieldName{"content.value", Target::text},
    FieldName{"body.text", Target::text},
    FieldName{"body.html", Target::text},
    FieldName{"body.content", Target::text},
    FieldName{"sections.content", Target::text},
    FieldName{"sections.text", Target::text},
    FieldName{"paragraphs", Target::text},
    FieldName{"paragraphs.text", Target::text},
    FieldName{"articlebody", Target::text},
    FieldName{"maintext", Target::text},
    FieldName{"fulltext", Target::text},
    FieldName{"rawcontent", Target::text},
    FieldName{"rawtext", Target::text},
    FieldName{"bodyhtml", Target::text},
    FieldName{"html", Target::text},
    FieldName{"texto", Target::text},
    FieldName{"texte", Target::text},
    FieldName{"testo", Target::text},
    FieldName{"inhalt", Target::text},
    FieldName{"contenu", Target::text},
    FieldName{"contenido", Target::text},
};

std::string key_of(std::string_view path) {
  std::string key;
  key.reserve(path.size());
  for (const char c : path) {
    if (c != '_' && c != '-' && c != ' ') {
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
  }
  return key;
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

// `value` as ISO 8601, in UTC where the field says that its clock is so.
std::string date_of(std::string_view value, Clock clock) {
  auto date = iso_date_in(value);
  constexpr std::size_t without_zone = 19;  // "2017-10-16T10:15:00"
  if (clock == Clock::utc && date.size() == without_zone) {
    date += 'Z';
  }
  return date;
}

constexpr std::array<std::string_view, 9> target_names{
    "id", "title", "published", "modified", "publisher", "url", "language", "topics", "text"};

std::string one_line(std::string_view text) {
  auto line = plain_text(clean_text(text));
  std::ranges::replace(line, '\n', ' ');
  return line;
}

}  // namespace

const FieldName* field_named_in_record(std::string_view path) {
  static const auto rows = [] {
    std::unordered_map<std::string_view, const FieldName*> map;
    for (const auto& row : names_in_records) {
      map.emplace(row.path, &row);
    }
    return map;
  }();
  constexpr std::size_t longest = 80;
  if (path.size() > longest) {
    return nullptr;
  }
  const auto found = rows.find(key_of(path));
  return found == rows.end() ? nullptr : found->second;
}

std::vector<std::string> split_topics(std::string_view list) {
  std::vector<std::string> topics;
  for (std::size_t at = 0; at <= list.size();) {
    const auto end = std::min(list.find_first_of(",|;\n", at), list.size());
    if (auto topic = one_line(list.substr(at, end - at)); !topic.empty()) {
      topics.push_back(std::move(topic));
    }
    at = end + 1;
  }
  return topics;
}

void FieldValues::add(std::string_view path, std::string_view value) {
  const auto* field = field_named_in_record(path);
  if (field == nullptr || value.empty()) {
    return;
  }
  const bool is_date = field->target == Target::published || field->target == Target::modified;
  const auto date = is_date ? date_of(value, field->clock) : std::string();
  if (is_date && date.empty()) {
    return;
  }
  if (explain_) {
    given_.push_back({field, std::string(path), std::string(value)});
  }
  if (field->target == Target::topics) {
    topics_.emplace_back(value);
    return;
  }
  const auto rank = static_cast<std::size_t>(field - names_in_records.data());
  const auto place = static_cast<std::size_t>(field->target);
  if (rank < ranks_.at(place)) {
    ranks_.at(place) = rank;
    values_.at(place) = is_date ? date : value;
  } else if (rank == ranks_.at(place) && field->target == Target::text) {
    values_.at(place) += "\n\n";
    values_.at(place) += value;
  }
}

std::string_view FieldValues::number() const {
  const std::string_view id = value(Target::id);
  return is_number(id) ? id : std::string_view();
}

// Of each value that the record gives: whether it is the one that was taken.
void FieldValues::tell(const Release& release) const {
  for (const auto& each : given_) {
    const auto target = static_cast<std::size_t>(each.field->target);
    const auto rank = static_cast<std::size_t>(each.field - names_in_records.data());
    const bool is_text = each.field->target == Target::text;
    const bool taken = each.field->target == Target::topics || ranks_.at(target) == rank;
    const bool kept = each.field->target != Target::id || !release.id.empty();
    const auto shown = is_text ? fmt_bytes(each.value.size()) : one_line(each.value);
    explain_({target_names.at(target), shown, each.path, taken && kept});
  }
}

Release FieldValues::release() const {
  Release release;
  release.text = joined_lines(text_of_markup(clean_text(value(Target::text))));
  const auto& id = value(Target::id);
  release.title = line_of_markup(clean_text(value(Target::title)));
  release.published = value(Target::published);
  release.modified = value(Target::modified);
  release.publisher = one_line(value(Target::publisher));
  release.url = one_line(value(Target::url));
  release.url = release.url.starts_with("/") &&
                        ranks_[static_cast<std::size_t>(Target::url)] ==
                            static_cast<std::size_t>(field_named_in_record("base_path") -
                                                     names_in_records.data())
                    ? "https://www.gov.uk" + release.url
                    : release.url;
  release.url = release.url.empty() && is_address(id) ? one_line(id) : release.url;
  release.id = is_address(id) || is_number(id) ? std::string() : slug(id, true);
  release.language = one_line(value(Target::language));
  if (topics_.size() == 1) {
    release.topics = split_topics(topics_.front());
  } else {
    for (const auto& topic : topics_) {
      release.topics.push_back(line_of_markup(clean_text(topic)));
    }
  }
  drop_repeated_title(release.text, release.title);
  if (explain_) {
    tell(release);
  }
  return release;
}

}  // namespace pressgraph
