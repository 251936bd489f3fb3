// SPDX-License-Identifier: Apache-2.0
#include "graph/node_names.hpp"

#include <algorithm>
#include <vector>

#include "graph/even_names.hpp"
#include "graph/identity.hpp"
#include "graph/identity_lists.hpp"
#include "graph/name_numbers.hpp"

namespace pressgraph {
namespace {

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : slug(name)) {
    if (c != '-' && c != '.') {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

bool is_personal_noun(const std::string& word) {
  return identity_lists::holds(identity_lists::personal, word);
}

// "meeting at the Harrow Hall": what it is without where it was; not "meeting in Oslo with X".
std::string_view without_place(std::string_view name) {
  const auto place = std::min(name.find(" at "), name.find(" in "));
  const bool names_who = name.find(" with ") != std::string_view::npos ||
                         name.find(" between ") != std::string_view::npos;
  return names_who ? name : name.substr(0, place);
}

std::size_t capitals_in(std::string_view name) {
  std::size_t capitals = 0;
  bool starts = true;
  for (const char c : name) {
    capitals += starts && c >= 'A' && c <= 'Z' ? 1U : 0U;
    starts = c == ' ' || c == '-';
  }
  return capitals;
}

constexpr std::size_t capitals_of_a_title = 4;

bool is_acronym(std::string_view form) {
  constexpr std::size_t longest = 6;
  return !form.empty() && form.size() <= longest &&
         std::ranges::all_of(form, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "antitrust memorandum of understanding"
bool is_written_small(std::string_view name) {
  return std::ranges::none_of(
      name, [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}

// "meeting on projects implemented": by whom told it apart.
bool is_cut_off(std::string_view name) {
  return is_written_small(name) && name.ends_with("ed") && !name.ends_with("eed") &&
         has_personal_noun(name) && name.find(" on ") != std::string_view::npos;
}

}  // namespace

bool has_personal_noun(std::string_view name) {
  return std::ranges::any_of(words_of(name), is_personal_noun);
}

bool is_bare_event(std::string_view name) {
  if (is_cut_off(name)) {
    return true;
  }
  const auto words = words_of(without_place(name));
  return std::ranges::any_of(words, is_personal_noun) &&
         std::ranges::all_of(words, [](const std::string& word) {
           return is_personal_noun(word) || word.empty() ||
                  word.find_first_not_of("0123456789") == std::string::npos ||
                  identity_lists::holds(identity_lists::circumstances, word);
         });
}

bool is_proper(std::string_view name, bool dated) {
  const auto capitals = capitals_in(name);
  if (has_personal_noun(name)) {
    const bool titled = name.front() >= 'A' && name.front() <= 'Z';
    return capitals >= capitals_of_a_title && name.find(" with ") == std::string_view::npos &&
           (titled || name.find(" on ") == std::string_view::npos);
  }
  return capitals >= 2 || (dated && capitals == 1 && name.find(' ') != std::string_view::npos);
}

bool has_number(const std::string& name) {
  const auto numbers = numbers_in({name});
  return !numbers.years.empty() || !numbers.others.empty();
}

bool is_bare(const Node& node) {
  const auto name = slug(node.name);
  if (name.find('-') != std::string::npos) {
    return false;
  }
  return std::ranges::none_of(node.aliases, [&](const std::string& alias) {
    const auto form = slug(alias);
    if (!form.ends_with("-" + name)) {
      return false;
    }
    auto before = form.substr(0, form.size() - name.size() - 1);
    before.erase(before.find_last_not_of('.') + 1);
    return !identity_lists::holds(identity_lists::honorifics, before);
  });
}

bool is_anyones(const Node& node) {
  const auto told = [&node](std::string_view name) {
    return !attribute(node.attributes, name).empty();
  };
  return node.type == NodeType::agency && !told("authority") && !told("country") &&
         !told("parent") && is_common_name(node.name);
}

bool is_told_by_acronym_alone(const Node& node) {
  return node.type == NodeType::agency && is_acronym(node.name) &&
         !is_acronym(attribute(node.attributes, "authority_name")) &&
         std::ranges::all_of(node.aliases, is_acronym);
}

bool is_told_by_bare_name(const Node& node) {
  return node.type == NodeType::agency && is_once_a_country(node.name) && is_common_name(node.name);
}

bool is_shared_by_many(const Node& node) {
  return node.type == NodeType::agency &&
         is_local_name(even_words(attribute(node.attributes, "authority_name")));
}

bool is_unit_of_some_body(const Node& node) {
  const auto name = slug(node.name);
  return node.type == NodeType::agency && attribute(node.attributes, "authority").empty() &&
         attribute(node.attributes, "parent").empty() &&
         std::ranges::any_of(identity_lists::unit_endings, [&name](std::string_view ending) {
           return name.ends_with("-" + slug(ending));
         });
}

bool is_any_instrument(const Node& node) {
  return node.type == NodeType::instrument && attribute(node.attributes, "authority").empty() &&
         (is_kind_of_instrument(node.name) || is_written_small(node.name));
}

}  // namespace pressgraph
