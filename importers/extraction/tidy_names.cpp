// SPDX-License-Identifier: Apache-2.0
// What names mean to one another before they are resolved: what one mention settles for the rest.
#include <algorithm>
#include <unordered_set>

#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/phrase_parts.hpp"

namespace pressgraph {
namespace {

using Texts = std::unordered_set<std::string_view>;

std::string_view text_of(const Analysis& a, const NameMention& name) {
  return a.document.text(name.range);
}

// "in Kyiv, Zelenskyy": a word taken for a place by its neighbours alone is none where a person
// bears it.
void drop_places_named_like_persons(Analysis& a) {
  const auto is_by_neighbours = [](const NameMention& name) {
    return name.rule.starts_with("place-");
  };
  if (std::ranges::none_of(a.names, is_by_neighbours)) {
    return;
  }
  Texts surnames;
  for (const auto& name : a.names) {
    if (name.type == NodeType::official) {
      surnames.insert(a.document.text(name.range.last - 1));
    }
  }
  for (auto& name : a.names) {
    if (is_by_neighbours(name) && surnames.contains(text_of(a, name))) {
      name.rule = names_nothing;
    }
  }
}

// A programme that acts once is an agency wherever it is named.
void join_programmes(Analysis& a) {
  Texts acting;
  for (const auto& name : a.names) {
    if (name.type == NodeType::agency && a.has(name.range.last - 1, word_programme)) {
      acting.insert(text_of(a, name));
    }
  }
  for (auto& name : a.names) {
    if (!acting.empty() && name.type == NodeType::instrument && name.thing == none &&
        acting.contains(text_of(a, name))) {
      name.type = NodeType::agency;
    }
  }
}

// "adopted the Coastal Trade Programme": behind a verb of what is decided on.
bool is_enacted(const Analysis& a, std::uint32_t i) {
  constexpr std::uint32_t farthest = 3;  // tokens
  for (auto t = i; t > 0 && i - t < farthest;) {
    --t;
    const auto* verb = a.longest_hit(t, set_of(Kind::verb), i);
    if (verb != nullptr && a.knowledge.verbs[verb->entry].frame == Frame::act) {
      return true;
    }
  }
  return false;
}

bool is_mere_programme(const Analysis& a, const NameMention& name) {
  if (name.type != NodeType::instrument || name.thing != none || name.rule != "head-noun") {
    return false;
  }
  // "Partnership for Coastal Trade" is what states agree on, "Programme of Action" a document.
  const auto head = head_of(a, name.range);
  return head && a.has(*head, word_programme) && !a.has(*head, word_agency_of) &&
         !a.is_word(*head + 1, a.knowledge.words.of) && !is_enacted(a, name.range.first) &&
         a.longest_hit(name.range.first, set_of(Kind::state_plan), name.range.last) == nullptr;
}

// A programme that does not act is no document: only a state's is decided on as a plan is, and one
// whose name is quoted.
void drop_programmes(Analysis& a) {
  for (auto& name : a.names) {
    if (is_mere_programme(a, name)) {
      name.rule = names_nothing;
    }
  }
}

bool is_unnamed(const Analysis& a, const NameMention& name) {
  const auto* hit =
      name.type != NodeType::instrument || name.thing != none
          ? nullptr
          : a.longest_hit(name.range.first, set_of(Kind::instrument_head), name.range.last);
  return hit != nullptr && hit->last == name.range.last && hit->entry == head_unnamed;
}

// "(MoU) between Latvia and Chile", "on Ports": what tells it from others.
bool is_told_apart(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  const auto at = a.punctuation(i, '(') && a.punctuation(i + 2, ')') ? i + 3 : i;
  return a.is_word(at, w.between) || a.is_word(at, w.on) || a.is_word(at, w.with);
}

// "signed a Memorandum of Understanding": a kind of document, unless the text tells somewhere
// which one it is.
void drop_unnamed(Analysis& a) {
  Texts told;
  for (const auto& name : a.names) {
    if (is_unnamed(a, name) && is_told_apart(a, name.range.last)) {
      told.insert(text_of(a, name));
    }
  }
  for (auto& name : a.names) {
    if (is_unnamed(a, name) && !told.contains(text_of(a, name))) {
      name.rule = names_nothing;
    }
  }
}

// "Harrow Jury Convicts Company": a long phrase that only headings have, where each word has a
// capital, is a headline and no name.
void drop_long_headings(Analysis& a) {
  constexpr std::uint32_t long_phrase = 4;  // words
  const auto is_headline = [&](const NameMention& name) {
    return name.rule == "head-noun" && name.thing == none && name.range.size() >= long_phrase &&
           a.is_heading(name.range.first);
  };
  if (std::ranges::none_of(a.names, is_headline)) {
    return;
  }
  Texts in_text;
  for (const auto& name : a.names) {
    if (!a.is_heading(name.range.first)) {
      in_text.insert(text_of(a, name));
    }
  }
  for (auto& name : a.names) {
    if (is_headline(name) && !in_text.contains(text_of(a, name))) {
      name.rule = names_nothing;
    }
  }
}

}  // namespace

void tidy_names(Analysis& analysis) {
  drop_places_named_like_persons(analysis);
  join_programmes(analysis);
  drop_programmes(analysis);
  drop_unnamed(analysis);
  drop_long_headings(analysis);
}

}  // namespace pressgraph
