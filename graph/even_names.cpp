// SPDX-License-Identifier: Apache-2.0
#include "graph/even_names.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "graph/identity.hpp"

namespace pressgraph {
namespace {

constexpr std::array<std::string_view, 22> small_words{
    "the", "of", "for", "and", "on", "in", "at", "to", "a",  "an",   "s",
    "de",  "la", "du",  "des", "le", "el", "do", "da", "di", "with", "by"};

// What each side writes its own way.
constexpr std::array<std::pair<std::string_view, std::string_view>, 19> evened{{
    {"defence", "defense"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"organisation", "organization"},
    {"organisations", "organizations"},
    {"centre", "center"},
    {"centres", "centers"},
    {"labour", "labor"},
    {"harbour", "harbor"},
    {"armour", "armor"},
    {"theatre", "theater"},
    {"u.s", "us"},
    {"u.s.a", "us"},
    {"usa", "us"},
    {"u.k", "uk"},
    {"u.n", "un"},
    {"e.u", "eu"},
    {"committees", "committee"},
    {"offices", "office"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> evened_phrases{{
    {"united states of america", "us"},
    {"united states", "us"},
    {"united kingdom", "uk"},
    {"united nations", "un"},
    {"european union", "eu"},
    {"foreign affairs", "foreign"},
    {"peace keeping", "peacekeeping"},
}};

// Written with the next word as one, with a hyphen, or apart: "Anti-Corruption", "Anticorruption".
constexpr std::array<std::string_view, 10> prefixes{"anti",  "bio", "co",    "counter", "cyber",
                                                    "inter", "geo", "multi", "non",     "sub"};

// One of these and nothing else names a body of any country.
constexpr std::array<std::string_view, 88> common_heads{
    "ministry",       "department",     "parliament",   "government",   "cabinet",
    "court",          "supreme",        "foreign",      "defense",      "finance",
    "interior",       "justice",        "health",       "education",    "central",
    "bank",           "police",         "army",         "embassy",      "senate",
    "house",          "assembly",       "national",     "council",      "committee",
    "commission",     "office",         "agency",       "ministers",    "agriculture",
    "security",       "constitutional", "appeal",       "appeals",      "experts",
    "general",        "staff",          "prosecutor",   "tourism",      "economy",
    "economic",       "urban",          "development",  "environment",  "energy",
    "transport",      "trade",          "culture",      "armed",        "forces",
    "navy",           "public",         "presidential", "secretariat",  "administration",
    "state",          "industry",       "air",          "audit",        "aviation",
    "border",         "bureau",         "coast",        "customs",      "directorate",
    "division",       "elections",      "fisheries",    "force",        "guard",
    "housing",        "immigration",    "information",  "intelligence", "investigation",
    "investigations", "irrigation",     "planning",     "revenue",      "special",
    "task",           "statistics",     "water",        "battalion",    "brigade",
    "corps",          "fleet",          "regiment"};

// One of these and nothing else names an instrument of which there are many.
constexpr std::array<std::string_view, 61> kinds_of_instruments{
    "accord",       "accords",       "act",         "action",      "acts",          "agreement",
    "agreements",   "amendment",     "armistice",   "arrangement", "bilateral",     "bill",
    "ceasefire",    "charter",       "code",        "communique",  "comprehensive", "constitution",
    "contract",     "convention",    "cooperation", "declaration", "decree",        "defense",
    "doctrine",     "economic",      "executive",   "framework",   "free",          "general",
    "intent",       "international", "joint",       "law",         "laws",          "letter",
    "memoranda",    "memorandum",    "military",    "mutual",      "national",      "order",
    "orders",       "pact",          "partnership", "peace",       "plan",          "presidential",
    "proclamation", "program",       "protocol",    "roadmap",     "security",      "statement",
    "statute",      "strategic",     "strategy",    "suppression", "trade",         "treaty",
    "understanding"};

std::string evened_text(std::string_view name) {
  auto text = " " + slug(name) + " ";
  std::ranges::replace(text, '-', ' ');
  for (const auto& [from, to] : evened_phrases) {
    const auto at = text.find(" " + std::string(from) + " ");
    if (at != std::string::npos) {
      text.replace(at + 1, from.size(), to);
    }
  }
  return text;
}

std::string evened_word(std::string word) {
  while (word.ends_with('.')) {
    word.pop_back();
  }
  const auto* even = std::ranges::find(evened, std::string_view(word),
                                       &std::pair<std::string_view, std::string_view>::first);
  return even == evened.end() ? word : std::string(even->second);
}

// Sorted, articles and prepositions left out.
std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string before;  // a prefix, to be joined with what follows
  std::string word;
  for (const char c : text) {
    if (c != ' ') {
      word += c;
      continue;
    }
    word = evened_word(std::move(word)).insert(0, before);
    if (std::ranges::find(prefixes, word) != prefixes.end()) {
      before = std::move(word);
    } else if (std::ranges::find(small_words, word) == small_words.end() && word != before) {
      words.push_back(std::move(word));
      before.clear();
    }
    word.clear();
  }
  if (!before.empty()) {
    words.push_back(std::move(before));
  }
  std::ranges::sort(words);
  return words;
}

// The words between blanks, all of them among `heads`.
template <std::size_t size>
bool all_among(const std::array<std::string_view, size>& heads, std::string_view words) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    if (std::ranges::find(heads, words.substr(0, end)) == heads.end()) {
      return false;
    }
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return true;
}

}  // namespace

bool are_common_words(const std::string& words) {
  return all_among(common_heads, words);
}

bool is_common_name(std::string_view name) {
  const auto words = even_words(name);
  return !words.empty() && are_common_words(words);
}

bool is_kind_of_instrument(std::string_view name) {
  const auto words = even_words(name);
  return !words.empty() && all_among(kinds_of_instruments, words);
}

std::string even_words(std::string_view name) {
  // What stands in brackets explains.
  const auto words = words_of(evened_text(name.substr(0, std::min(name.size(), name.find(" (")))));
  std::string all;
  for (const auto& word : words) {
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

}  // namespace pressgraph
