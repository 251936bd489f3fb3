// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/entries.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pressgraph {
namespace {

using Class = std::pair<std::string_view, NodeType>;

constexpr std::string_view rdf_type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

// The vocabularies that lists of names are written in; schema.org is found under both schemes.
constexpr std::array<Class, 24> classes{{
    {"https://w3id.org/pressgraph/ns#Official", NodeType::official},
    {"http://xmlns.com/foaf/0.1/Person", NodeType::official},
    {"https://schema.org/Person", NodeType::official},
    {"http://schema.org/Person", NodeType::official},
    {"http://www.w3.org/2006/vcard/ns#Individual", NodeType::official},
    {"http://www.wikidata.org/entity/Q5", NodeType::official},
    {"https://w3id.org/pressgraph/ns#Agency", NodeType::agency},
    {"http://www.w3.org/ns/org#Organization", NodeType::agency},
    {"http://www.w3.org/ns/org#FormalOrganization", NodeType::agency},
    {"http://www.w3.org/ns/org#OrganizationalUnit", NodeType::agency},
    {"http://xmlns.com/foaf/0.1/Organization", NodeType::agency},
    {"https://schema.org/Organization", NodeType::agency},
    {"http://schema.org/Organization", NodeType::agency},
    {"https://schema.org/GovernmentOrganization", NodeType::agency},
    {"http://schema.org/GovernmentOrganization", NodeType::agency},
    {"http://www.wikidata.org/entity/Q43229", NodeType::agency},
    {"https://w3id.org/pressgraph/ns#Place", NodeType::place},
    {"https://schema.org/Place", NodeType::place},
    {"http://schema.org/Place", NodeType::place},
    {"https://schema.org/City", NodeType::place},
    {"http://schema.org/City", NodeType::place},
    {"https://schema.org/Country", NodeType::place},
    {"http://schema.org/Country", NodeType::place},
    {"http://www.geonames.org/ontology#Feature", NodeType::place},
}};

constexpr std::array<std::string_view, 9> labels{"http://www.w3.org/2000/01/rdf-schema#label",
                                                 "http://www.w3.org/2004/02/skos/core#prefLabel",
                                                 "http://www.w3.org/2004/02/skos/core#altLabel",
                                                 "http://www.w3.org/2004/02/skos/core#hiddenLabel",
                                                 "http://xmlns.com/foaf/0.1/name",
                                                 "https://schema.org/name",
                                                 "http://schema.org/name",
                                                 "https://schema.org/alternateName",
                                                 "http://schema.org/alternateName"};

constexpr std::array<std::string_view, 3> same{"http://www.w3.org/2002/07/owl#sameAs",
                                               "https://schema.org/sameAs",
                                               "http://schema.org/sameAs"};

constexpr std::string_view exact = "http://www.w3.org/2004/02/skos/core#exactMatch";
constexpr std::string_view country = "https://w3id.org/pressgraph/ns#country";

template <typename All>
bool is_one_of(const All& all, std::string_view value) {
  return std::ranges::find(all, value) != all.end();
}

bool is_country_code(std::string_view text) {
  return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

AuthorityEntries::Gathered& AuthorityEntries::at(std::string_view subject) {
  const auto found = all_.find(subject);
  if (found != all_.end()) {
    return found->second;
  }
  auto& gathered = all_.emplace(subject, Gathered{}).first->second;
  gathered.entry.iri = subject;
  return gathered;
}

void AuthorityEntries::iri(std::string_view subject, std::string_view predicate,
                           std::string_view value) {
  if (predicate == rdf_type) {
    const auto* known = std::ranges::find(classes, value, &Class::first);
    auto& gathered = at(subject);
    if (known == classes.end()) {
      gathered.other_class = true;
    } else if (!gathered.entry.type || *gathered.entry.type > known->second) {
      gathered.entry.type = known->second;  // whatever the order of the statements
    }
  } else if (is_one_of(same, predicate)) {
    at(subject).entry.same_as.emplace_back(value);
  } else if (predicate == exact) {
    at(subject).entry.exact_match.emplace_back(value);
  }
}

void AuthorityEntries::words(std::string_view subject, std::string_view predicate,
                             std::string_view value) {
  if (is_one_of(labels, predicate)) {
    at(subject).entry.forms.emplace_back(value);
  } else if (predicate == country && is_country_code(value)) {
    auto& known = at(subject).entry.country;
    known = known.empty() ? std::string(value) : std::min(known, std::string(value));
  }
}

std::vector<AuthorityEntry> AuthorityEntries::take() {
  std::vector<AuthorityEntry> entries;
  for (auto& [subject, gathered] : all_) {
    auto& entry = gathered.entry;
    sort_once(entry.forms);
    sort_once(entry.same_as);
    sort_once(entry.exact_match);
    if (!entry.forms.empty() && (entry.type || !gathered.other_class)) {
      entries.push_back(std::move(entry));
    }
  }
  all_.clear();
  return entries;
}

void sort_once(std::vector<std::string>& values) {
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  std::erase(values, std::string());
}

}  // namespace pressgraph
