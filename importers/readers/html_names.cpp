// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_names.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>

namespace pressgraph {
namespace {

struct Closing {
  std::string_view open;
  std::string_view next;
};

// An open element of the first list is closed by a start tag of the second.
constexpr std::array<Closing, 28> closings{{
    {"a", "a fieldset table td th"},
    {"address", "dd dl dt form li ul"},
    {"b i", "center p td th"},
    {"big s small strike tt", "p"},
    {"caption col", "col colgroup tbody tfoot thead tr"},
    {"colgroup", "colgroup tbody tfoot thead tr"},
    {"dd", "dt"},
    {"dir menu", "dd dl dt form ul"},
    {"dl", "form li"},
    {"dt", "dd dl"},
    {"font", "center td th"},
    {"form hr", "form"},
    {"h1 h2 h3 h4 h5 h6", "fieldset form li p table"},
    {"head",
     "a abbr acronym address b bdo big blockquote body br center cite code dd dfn dir div dl dt em "
     "fieldset font form frameset h1 h2 h3 h4 h5 h6 hr i iframe img kbd li listing map menu ol p "
     "pre q s samp small span strike strong sub sup table tt u ul var xmp"},
    {"legend", "fieldset"},
    {"li", "li"},
    {"link style title", "body frameset"},
    {"listing pre xmp", "dd dl dt fieldset form li table ul"},
    {"ol", "form ul"},
    {"option", "optgroup option"},
    {"p",
     "address blockquote body caption center col colgroup dd dir div dl dt fieldset form frameset "
     "h1 h2 h3 h4 h5 h6 head hr li listing menu ol p pre table tbody td tfoot th title tr ul xmp"},
    {"script", "noscript"},
    {"span", "td th"},
    {"tbody thead", "tbody tfoot"},
    {"td th", "tbody td tfoot th tr"},
    {"tfoot", "tbody"},
    {"tr", "tbody tfoot tr"},
    {"u", "p td th"},
}};
constexpr Closing lists_closed{"ul", "address form menu ol pre"};

constexpr std::array<std::pair<std::uint8_t, std::string_view>, 7> flagged{{
    {html_is_empty, "area base basefont br col frame hr img input isindex link meta param"},
    {html_is_raw, "script style"},
    {html_is_of_head, "script style meta link title base"},
    {html_is_no_body, "noframes frame frameset"},
    {html_is_boolean,
     "checked compact declare defer disabled ismap multiple nohref noresize noshade nowrap "
     "readonly selected"},
    {html_is_block,
     "p div section article main ul ol li table tr td th blockquote h1 h2 h3 h4 h5 h6 pre dl dt dd "
     "form body figure"},
    {html_is_no_text,
     "script style nav noscript iframe svg button select option template head textarea dialog"},
}};

constexpr std::array<std::pair<std::uint8_t, std::string_view>, 6> priorities{{
    {150, "div"},
    {160, "td th"},
    {170, "tr"},
    {180, "thead tbody tfoot"},
    {190, "table"},
    {200, "head body"},
}};
constexpr std::uint8_t highest_priority = 220;

// Names that nothing above says anything of, but that pages are full of.
constexpr std::string_view plain_names =
    "html section article main nav header footer aside figure figcaption button label svg path "
    "noscript time class id href src alt style content name property rel type role title lang "
    "value width height action method target media charset datetime datatype typeof itemprop "
    "itemscope itemtype onclick xmlns viewbox d fill";

template <typename Take>
void for_each_word(std::string_view words, Take take) {
  while (!words.empty()) {
    const auto end = std::min(words.find(' '), words.size());
    take(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

class Names {
 public:
  Names() {
    for (const auto& closing : closings) {
      add_closing(closing);
    }
    add_closing(lists_closed);
    for (const auto& row : flagged) {
      for_each_word(row.second, [&](std::string_view word) { named(word).flags |= row.first; });
    }
    for (const auto& row : priorities) {
      for_each_word(row.second, [&](std::string_view word) { named(word).priority = row.first; });
    }
    for_each_word(plain_names, [&](std::string_view word) { named(word); });
    named("html").priority = highest_priority;
  }

  [[nodiscard]] const HtmlName* find(std::string_view text) const {
    for (auto slot = slot_of(text);; slot = (slot + 1) % slots) {
      const auto* name = table_.at(slot);
      if (name == nullptr || name->text == text) {
        return name;
      }
    }
  }

 private:
  static constexpr std::size_t slots = 1024;

  static std::size_t slot_of(std::string_view text) {
    std::size_t hash = text.size();
    for (const char c : text) {
      hash = hash * 31 + static_cast<unsigned char>(c);
    }
    return hash % slots;
  }

  HtmlName& named(std::string_view word) {
    auto slot = slot_of(word);
    while (table_.at(slot) != nullptr && table_.at(slot)->text != word) {
      slot = (slot + 1) % slots;
    }
    if (table_.at(slot) == nullptr) {
      texts_.emplace_back(word);
      names_.push_back({texts_.back()});
      table_.at(slot) = &names_.back();
    }
    return *table_.at(slot);
  }

  // Only names that close something have a number, so that they stay few.
  void add_closing(const Closing& closing) {
    for_each_word(closing.next, [&](std::string_view next) {
      if (named(next).number == 0) {
        named(next).number = ++last_number_;
      }
      for_each_word(closing.open,
                    [&](std::string_view open) { named(open).closed_by.set(named(next).number); });
    });
  }

  std::deque<std::string> texts_;  // stay where they are
  std::deque<HtmlName> names_;
  std::array<HtmlName*, slots> table_{};
  std::uint8_t last_number_ = 0;
};

}  // namespace

const HtmlName* known_html_name(std::string_view text) {
  static const Names names;
  return names.find(text);
}

}  // namespace pressgraph
