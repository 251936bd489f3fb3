// SPDX-License-Identifier: Apache-2.0
// Finds what may begin a citation in one pass over three-letter beginnings, then matches forms in a
// bounded window. A list goes on item by item, so no trigger costs more than a window an item.
#include "importers/extraction/citations.hpp"

#include <algorithm>
#include <array>

#include "importers/extraction/citation_back.hpp"
#include "importers/extraction/citation_family.hpp"
#include "importers/extraction/citation_items.hpp"
#include "importers/extraction/citation_left.hpp"
#include "importers/extraction/citation_match.hpp"
#include "importers/extraction/citation_text.hpp"
#include "importers/extraction/citation_triggers.hpp"
#include "importers/extraction/citation_window.hpp"
#include "importers/extraction/eight_bytes.hpp"

namespace pressgraph {

struct CitationGrammar::State {
  CitationSchema schema;
  CitationTriggers triggers;

  explicit State(std::span<const SchemaFile> files)
      : schema(load_citation_schema(files)), triggers(schema) {}
};

namespace {

/// By byte: ASCII letters and digits. A high byte may end a no-break space or a quotation mark.
constexpr std::array<bool, 256> inside_words = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte < 0x80; ++byte) {
    table[byte] = is_word_byte(static_cast<char>(byte));
  }
  return table;
}();

class Finder {
 public:
  Finder(const CitationSchema& schema, const CitationTriggers& triggers, std::string_view text,
         const CitationContext& context)
      : schema_(schema), triggers_(triggers), text_(text), items_(schema, text, context, found) {}

  void sentence(Span range) {
    paragraph(range.begin);
    begin_ = range.begin;
    end_ = std::min<std::size_t>(range.end, text_.size());
    items_.sentence({range.begin, static_cast<std::uint32_t>(end_)});
    for (std::size_t i = begin_; i + 2 < end_;) {
      const auto* triggers = triggers_.at(text_.substr(i, end_ - i));
      const auto next = triggers != nullptr ? trigger(i, *triggers) : i;
      i = next_start(std::max(next, i + 1));
    }
  }

  std::vector<Citation> found;

 private:
  /// A blank line since the last sentence ends the paragraph.
  void paragraph(std::size_t begin) {
    const auto gap = text_.substr(end_, begin > end_ ? begin - end_ : 0);
    const auto line = gap.find('\n');
    if (line != std::string_view::npos && gap.find('\n', line + 1) != std::string_view::npos) {
      back_.paragraph(found);
    }
  }

  /// The first place from `i` on, which is past the sentence's begin, that stands after no letter
  /// and no digit.
  [[nodiscard]] std::size_t next_start(std::size_t i) const {
    while (little_endian && i + sizeof(std::uint64_t) < end_) {
      const auto others = no_letters_or_digits(eight_bytes(text_.data() + i - 1));
      if (others != 0) {
        return i + static_cast<unsigned>(std::countr_zero(others)) / 8;
      }
      i += sizeof(std::uint64_t);
    }
    while (i + 2 < end_ && inside_words[static_cast<unsigned char>(text_[i - 1])]) {
      ++i;
    }
    return i;
  }

  /// Where what begins at `i` ends; `i` where nothing does.
  std::size_t trigger(std::size_t i, const std::vector<CitationTriggers::Trigger>& triggers) {
    window_.fill(text_, i, end_, citation_window_bytes);
    if (const auto end = symbol(i, triggers); end > i) {
      return end;
    }
    // "ECM/Res.5" is another body's symbol.
    const bool inside = i > begin_ && (text_[i - 1] == '/' || text_[i - 1] == '-');
    for (const auto& trigger : triggers) {
      if (!trigger.is_key || inside) {
        continue;
      }
      const auto& key = schema_.keys[trigger.index];
      const auto size = key.phrase.size();
      if (starts_as(window_.text, key.phrase) &&
          (size == window_.text.size() || !is_word_byte(window_.text[size]) ||
           key.phrase.back() == '.')) {
        return keyed(i, key);
      }
    }
    return i;
  }

  std::size_t symbol(std::size_t i, const std::vector<CitationTriggers::Trigger>& triggers) {
    if (i > begin_ && (text_[i - 1] == '/' || text_[i - 1] == '.')) {
      return i;
    }
    std::optional<CitationMatch> best;
    const auto before = found.size();
    std::size_t end = i;
    std::size_t tried = schema_.forms.size();  // a form with several beginnings comes several times
    for (const auto& trigger : triggers) {
      const auto& form = schema_.forms[trigger.is_key ? 0 : trigger.index];
      if (trigger.is_key || trigger.index == tried || !starts_like_one(window_.text, form.starts)) {
        continue;
      }
      tried = trigger.index;
      if (form.kind == CitationFormKind::suffix) {
        end = std::max(end, suffix(i, trigger.index, before));
        continue;
      }
      auto match = match_whole(schema_, trigger.index, window_.text);
      if (match && (!best || match->length > best->length) && items_.stands(*match, window_, 0)) {
        best = std::move(match);
      }
    }
    return best ? items_.symbol(*best, window_, i) : end;
  }

  /// "1540 Committee": the word at `i` ends it. One name may be both a body and an act; `before` is
  /// how much was found before it.
  std::size_t suffix(std::size_t i, std::size_t form, std::size_t before) {
    constexpr std::size_t left_bytes = 48;
    const auto word = std::ranges::find_if(
        schema_.forms[form].starts, [this](const auto& s) { return starts_as(window_.text, s); });
    if (word->size() < window_.text.size() && is_word_byte(window_.text[word->size()])) {
      return i;
    }
    CitationWindow left;
    left.fill(text_, i - std::min(i - begin_, left_bytes), i, left_bytes);
    auto match = match_form(schema_, form, left.text);
    if (!match) {
      return i;
    }
    const auto end = window_.at[word->size() - 1] + 1;
    const auto start = left.at[left.text.size() - match->length];
    const bool taken = before > 0 && found[before - 1].group.end > start;
    if (taken) {
      return i;
    }
    items_.name(*match, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
    return end;
  }

  /// After a keyword at `i`: a list of items, or a back reference.
  std::size_t keyed(std::size_t i, const CitationKey& key) {
    const auto key_end = window_.at[key.phrase.size() - 1] + 1;
    const auto first = item_start(window_.text, key.phrase.size());
    auto left = read_left(
        schema_, text_, {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(i)}, left_);
    if (!key.body.empty()) {
      left.bodies = {key.body};
    }
    if (first != std::string_view::npos) {
      const auto end = items_.list(window_.at[first], left, key);
      if (end > i) {
        return end;
      }
    }
    return back(i, key_end, left, key);
  }

  /// Where in the window an item may begin after a keyword of `size` bytes: over "No." and a
  /// bracketed short form; npos where none can.
  static std::size_t item_start(std::string_view window, std::size_t size) {
    std::string_view rest = window.substr(size);
    rest.remove_prefix(rest.starts_with(' ') ? 1 : 0);
    const auto close = rest.substr(0, 10).find(") ");
    if (rest.starts_with('(') && close != std::string_view::npos && close > 1 &&
        folded_letter(rest[1]) >= 'a') {
      rest.remove_prefix(close + 2);
    }
    for (const std::string_view no : {"nos. ", "no. ", "no.", "no ", "number ", "# ", "#"}) {
      if (starts_as(rest, no)) {
        rest.remove_prefix(no.size());
        break;
      }
    }
    const bool may = !rest.empty() && ((rest[0] >= '0' && rest[0] <= '9') || rest[0] == '(' ||
                                       (rest[0] >= 'A' && rest[0] <= 'Z'));
    return may ? window.size() - rest.size() : std::string_view::npos;
  }

  /// "the resolution": what it stands for, where one act can.
  std::size_t back(std::size_t i, std::size_t end, const CitationLeft& left,
                   const CitationKey& key) {
    if (std::ranges::find(schema_.back_words, key.phrase) == schema_.back_words.end()) {
      return i;
    }
    const auto rest = std::string_view(window_.text).substr(key.phrase.size());
    if (key.families.empty() && !left.same) {
      return i;
    }
    if (left.indefinite && !starts_as(rest, " of ")) {
      back_.block(found.size());
      return i;
    }
    const auto acts = back_.meant(found, left, key.plural, rest);
    for (const auto at : acts) {
      auto c = found[at];
      c.item = c.group = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
      c.body_words = c.date = {};
      c.locator = left.locator;
      c.title.clear();
      c.rule = c.family + "/back-reference";
      c.draft = c.via_name = false;
      c.back = true;
      found.push_back(std::move(c));
    }
    return acts.empty() ? i : end;
  }

  const CitationSchema& schema_;
  const CitationTriggers& triggers_;
  std::string_view text_;
  CitationItems items_;
  CitationBack back_;
  CitationWindow window_;
  CitationWindow left_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

}  // namespace

std::string_view to_string(CitationStatus status) {
  constexpr std::array<std::string_view, 4> names{"resolved", "inferred-year", "ambiguous",
                                                  "unresolved"};
  return names[static_cast<std::size_t>(status)];
}

CitationGrammar::CitationGrammar(std::span<const SchemaFile> files)
    : state_(std::make_unique<const State>(files)) {}
CitationGrammar::CitationGrammar(CitationGrammar&&) noexcept = default;
CitationGrammar& CitationGrammar::operator=(CitationGrammar&&) noexcept = default;
CitationGrammar::~CitationGrammar() = default;

std::vector<Citation> CitationGrammar::find(std::string_view text, std::span<const Span> sentences,
                                            const CitationContext& context) const {
  Finder finder(state_->schema, state_->triggers, text, context);
  for (const auto& sentence : sentences) {
    finder.sentence(sentence);
  }
  return std::move(finder.found);
}

}  // namespace pressgraph
