// SPDX-License-Identifier: Apache-2.0
// What stands beside a name and tells that it is a person's.
#include "importers/extraction/fold.hpp"
#include "importers/extraction/name_parts.hpp"
#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

std::uint32_t skip_article(const Analysis& a, std::uint32_t i) {
  const auto& w = a.knowledge.words;
  return a.is_word(i, w.the) || a.is_word(i, w.a) || a.is_word(i, w.an) ? i + 1 : i;
}

// ", Director of X", ", who", ", of Harrow", ", 56,".
bool is_told_of(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  if (i >= end) {
    return false;
  }
  const auto& w = a.knowledge.words;
  return a.is_word(i, w.of) || a.is_word(i, w.who) || a.token(i).is(token_digit) ||
         read_title(a, skip_article(a, i), end).post;
}

// "the top official in Harrow, X, visited": a word for a person before the commas.
bool is_apposed(const Analysis& a, Range name, std::uint32_t end) {
  constexpr std::uint32_t longest = 8;  // tokens
  const bool between = name.first > 1 && a.punctuation(name.first - 1, ',') &&
                       a.longest_hit(name.last + 1, set_of(Kind::verb), end) != nullptr;
  const auto first = a.sentence(name.first).first;
  const auto floor = name.first > first + longest ? name.first - longest : first;
  for (auto i = between ? name.first - 1 : floor; i > floor;) {
    --i;
    const auto plural = folded(a.document.text(i)) + "s";
    const auto flags = a.knowledge.word_flags[a.knowledge.vocabulary.find(plural)];
    if (!a.capital(i) && (flags & (word_staff | word_group)) != 0) {
      return true;
    }
    if (a.token(i).is(token_punctuation)) {
      return false;
    }
  }
  return false;
}

// "Chilean citizen X", "his wife, X".
bool is_called_person(const Analysis& a, std::uint32_t first) {
  const bool comma = first > 1 && a.punctuation(first - 1, ',');
  const auto at = comma ? first - 2 : first - 1;
  const auto* hit = first == 0 ? nullptr : a.longest_hit(at, set_of(Kind::person), at + 1);
  return hit != nullptr && !a.capital(at) && (!comma || hit->entry == person_relative);
}

bool acts_like_person(const Analysis& a, Range name, std::uint32_t end) {
  const auto last = name.last;
  if (last >= end) {
    return false;
  }
  if (a.punctuation(last, '(')) {
    const auto* hit = a.longest_hit(last + 1, set_of(Kind::country), end);
    return hit != nullptr && a.punctuation(hit->last, ')');
  }
  if (a.punctuation(last, ',')) {
    return is_told_of(a, last + 1, end) || is_apposed(a, name, end);
  }
  const auto* verb = a.longest_hit(last, set_of(Kind::verb), end);
  if (verb == nullptr) {
    return a.is_word(last, a.knowledge.words.who);
  }
  const auto frame = a.knowledge.verbs[verb->entry].frame;
  return frame == Frame::say || frame == Frame::meet || frame == Frame::speak;
}

// "leader of the New England LCN", "fellow NOPD officers": initials that nobody could say, those of
// a place, and those that a small word stands before.
bool are_no_name(const Analysis& a, const Title& title, std::uint32_t at) {
  constexpr std::size_t longest_initials = 5;  // letters
  const auto text = a.document.text(at);
  const bool said = text.find_first_of("AEIOUY") != std::string_view::npos;
  const bool place = text.size() == 2 && a.longest_hit(at, set_of(Kind::place), at + 1) != nullptr;
  return a.token(at).is(token_all_caps) &&
         ((!said && text.size() > 2) || place ||
          (title.post && text.size() <= longest_initials && !a.capital(at - 1)));
}

// "Anti-Semitism", "Leader-Level": words in one that are no name, and what stands in an address or
// a number.
bool is_compound(const Analysis& a, std::uint32_t i) {
  const auto text = a.document.text(i);
  const auto dash = text.find('-');
  if (dash == std::string_view::npos) {
    return text.find_first_of("@0123456789") != std::string_view::npos;
  }
  const auto flags_of = [&](std::string_view part) {
    return a.knowledge.word_flags[a.knowledge.vocabulary.find(folded(part))];
  };
  const auto first = flags_of(text.substr(0, dash));
  const auto rest = flags_of(text.substr(dash + 1));
  const bool digits = text.find_first_of("0123456789") != std::string_view::npos;
  return digits || ((first & rest & word_common) != 0 && ((first | rest) & word_given) == 0);
}

// "Sustainability", "Litigation", "Anti-Semitism"; not "Gration".
bool is_abstract(const Analysis& a, std::uint32_t i) {
  const auto text = a.document.text(i);
  const bool suffix = text.ends_with("tion") || text.ends_with("ility") ||
                      text.ends_with("liance") || text.ends_with("rency");
  return text.ends_with("tism") || (suffix && a.has(i, word_common));
}

}  // namespace

bool is_of_relative(const Analysis& a, std::uint32_t first) {
  const auto& w = a.knowledge.words;
  if (first < 3 || !a.is_word(first - 1, w.the) || !a.is_word(first - 2, w.of)) {
    return false;
  }
  const auto* hit = a.longest_hit(first - 3, set_of(Kind::person), first - 2);
  return hit != nullptr && hit->entry == person_relative;
}

bool is_no_surname(const Analysis& a, const Title& title, std::uint32_t at) {
  const bool matter = at > 0 && at + 1 < a.document.tokens.size() && a.capital(at + 1) &&
                      a.has(at - 1, word_modifier) && a.has(at + 1, word_post) &&
                      !a.has(at, word_given);  // "Chief Visionary Officer"
  const Range name{at, at + 1};
  const auto end = static_cast<std::uint32_t>(a.document.tokens.size());
  if (acts_like_person(a, name, end)) {
    return false;  // "the foreign minister KONO met", "Secretary Wells-Green said"
  }
  const bool number = at + 1 < a.document.tokens.size() && a.token(at + 1).is(token_digit) &&
                      a.document.text(at).ends_with('.');  // "Hospital No. 52"
  return number || are_no_name(a, title, at) || is_compound(a, at) || is_abstract(a, at) ||
         matter || (title.plural && a.has(at, word_place_head)) || a.has(at, word_award);
}

bool is_quoted_speaker(const Analysis& a, Range name) {
  const auto first = name.first;
  return first > 1 && a.has(first - 1, word_quoting) && !a.capital(first - 1) &&
         (a.punctuation(first - 2, '>') || a.punctuation(first - 2, '"') ||
          a.punctuation(first - 2, ',')) &&
         a.punctuation(name.last, ',') && a.token(first).word == 0;
}

bool is_person(const Analysis& a, Range name, std::uint32_t end) {
  const bool namesake = name.last < end && a.capital(name.last) &&
                        a.has(end_of_capitals(a, name.last, end) - 1, word_award);
  if (namesake || a.has(name.first, word_place_first)) {
    return false;
  }
  for (auto i = name.first; i < name.last; ++i) {
    if (a.has(i, word_given) || a.token(i).is(token_initial)) {
      return true;
    }
  }
  // "to be Director, vice Ada Nwosu".
  const bool succeeded = name.first > 0 && !a.capital(name.first - 1) &&
                         a.is_word(name.first - 1, a.knowledge.words.vice);
  return succeeded || is_quoted_speaker(a, name) || is_called_person(a, name.first) ||
         acts_like_person(a, name, end);
}

bool is_next_person(const Analysis& a, std::uint32_t i) {
  const auto& before = a.names.back();
  return before.type == NodeType::official && i > before.range.last && i - before.range.last <= 2 &&
         (a.is_word(i - 1, a.knowledge.words.and_) || a.punctuation(i - 1, ','));
}

}  // namespace pressgraph
