// SPDX-License-Identifier: Apache-2.0
// Instruments that no capitals tell: named in quotes, or with a head or subject written small.
#include "importers/extraction/name_parts.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_quoted = 10;   // tokens
constexpr std::uint32_t longest_subject = 18;  // tokens

NameMention instrument(Range range, std::string_view rule) {
  NameMention mention;
  mention.type = NodeType::instrument;
  mention.range = range;
  mention.rule = rule;
  return mention;
}

bool is_quote(const Analysis& a, std::uint32_t i) {
  const char c = a.token(i).punctuation;
  return (c == '<' || c == '>' || c == '"' || c == '\'') && !a.token(i).is(token_possessive);
}

// Not "intend to sign", which may never be.
bool is_signing(const Analysis& a, std::uint32_t i) {
  const auto text = a.document.text(i);
  if (!text.starts_with("sign")) {
    return text == "concluded" || text == "initialled";
  }
  const bool meant = text == "sign" && i > 0 && a.is_word(i - 1, a.knowledge.words.to);
  return !meant && (text == "signed" || text == "sign" || text == "signs" || text == "signing");
}

// Where the words quoted from `i` on end, at most ten of them; `end` where they do not.
std::uint32_t closing_quote(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  for (auto close = i; close < end && close < i + longest_quoted; ++close) {
    if (is_quote(a, close)) {
      return close;
    }
    if (a.token(close).is(token_punctuation) && !a.punctuation(close, '-')) {
      return end;
    }
  }
  return end;
}

}  // namespace

NameMention read_quoted_instrument(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  if (!is_quote(a, i) || i + 2 >= end || !a.capital(i + 1)) {
    return {};
  }
  const auto close = closing_quote(a, i + 2, end);
  if (close == end) {
    return {};
  }
  constexpr WordSet kinds = word_programme | word_instrument_head;
  const bool told = (close + 1 < end && a.has(close + 1, kinds)) || (i > 0 && a.has(i - 1, kinds));
  if (!told || a.longest_hit(i + 1, set_of(Kind::instrument), close) != nullptr) {
    return {};
  }
  return instrument({i + 1, close}, "quoted-name");
}

namespace {

// "the Order on the Implementation of the Act established": small, after capitals or a number.
bool goes_on_small(const Analysis& a, std::uint32_t i) {
  const bool closed = a.capital(i - 1) && !a.token(i - 1).is(token_all_caps);
  return (closed || a.token(i - 1).is(token_digit)) && !a.capital(i) &&
         !a.token(i).is(token_possessive) && !a.token(i).is(token_digit) &&
         !a.has(i, word_function);
}

}  // namespace

NameMention read_order(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  auto head = i;
  while (head + 1 < end && head < i + 2 && !a.has(head, word_order) &&
         a.has(head + 1, word_order)) {
    ++head;
  }
  const auto& w = a.knowledge.words;
  if (head + 2 >= end || !a.has(head, word_order) || !a.is_word(head + 1, w.on) ||
      a.capital(head + 2)) {
    return {};
  }
  auto last = head + 2;
  while (last < end && last < head + longest_subject &&
         (!a.token(last).is(token_punctuation) || a.token(last).is(token_possessive)) &&
         !a.has(last, word_adverb) && !a.is_word(last, w.was) && !a.is_word(last, w.is) &&
         !goes_on_small(a, last)) {
    ++last;
  }
  const bool cut = a.has(last - 1, word_function) &&
                   !a.capital(last - 1);  // "Order on entering into, and leaving, them"
  return cut ? NameMention{} : instrument({i, last}, "order-on");
}

// "signed a short-stay visa waiver agreement", "signing of a new cooperation accord on trade".
NameMention read_signed_instrument(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  constexpr std::uint32_t longest_kind = 8;   // tokens before the head
  constexpr std::uint32_t longest_topic = 6;  // tokens after "on"
  const auto& w = a.knowledge.words;
  if (i == 0 || !(a.is_word(i, w.a) || a.is_word(i, w.an) || a.is_word(i, w.the)) ||
      !is_signing(a, a.is_word(i - 1, w.of) && i > 1 ? i - 2 : i - 1)) {
    return {};
  }
  auto head = i + 1;
  while (head < std::min(end, i + longest_kind) && !a.has(head, word_signed)) {
    if (a.has(head, word_function | word_private) || a.token(head).is(token_punctuation) ||
        a.taken[head] != 0) {
      return {};
    }
    ++head;
  }
  if (head >= end || !a.has(head, word_signed) || a.capital(head)) {
    return {};
  }
  auto last = head + 1;
  if (last + 1 < end && (a.is_word(last, w.on) || a.is_word(last, w.of))) {
    auto at = last + 1;
    while (at < std::min(end, last + longest_topic) && a.has(at, word_common) &&
           !a.document.text(at).ends_with("ed") &&  // "of understanding aimed at"
           (!a.has(at, word_function) || a.is_word(at, w.and_))) {
      ++at;
    }
    last = at > last + 1 ? at : last;
  }
  // "signed the agreement", "signed a memorandum of understanding": which, is not said
  const bool bare =
      head == i + 1 && (last == head + 1 || (last == head + 3 && a.is_word(head + 1, w.of) &&
                                             a.document.text(head + 2) == "understanding"));
  return bare ? NameMention{} : instrument({i + 1, last}, "signed-small");
}

NameMention read_small_instrument(const Analysis& a, std::uint32_t i, std::uint32_t end) {
  const bool owned = i > 0 && (a.is_word(i - 1, a.knowledge.words.the) || a.is_possessive(i - 1));
  const auto head = i + 1 < end && a.has(i + 1, word_small_kind) ? i + 2 : i + 1;
  if (!owned || head >= end || a.capital(i + 1) || !a.has(head, word_small_instrument) ||
      a.has(i, word_common | word_given | word_post) || a.token(i).is(token_digit)) {
    return {};
  }
  const auto* hit = a.longest_hit(i, name_kinds | set_of(Kind::demonym), end);
  if (hit != nullptr && hit->kind != Kind::place) {
    return {};
  }
  return instrument({i, head + 1}, "small-head");
}

}  // namespace pressgraph
