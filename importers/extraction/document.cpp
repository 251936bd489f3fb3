// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/document.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "importers/extraction/fold.hpp"
#include "importers/extraction/phrases.hpp"
#include "importers/extraction/possessives.hpp"
#include "importers/extraction/tied_names.hpp"
#include "importers/extraction/vocabulary.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t longest_wrapped_line = 110;  // bytes
constexpr std::uint32_t longest_stray_line = 160;    // bytes; of texts whose lines were mended
constexpr std::size_t lines_for_a_stray = 10;        // lines for each that is longer than wrapped
constexpr std::size_t running_for_a_stray = 4;       // those that go on in small letters

// Bytes before the last space of the line, Markdown's addresses "](...)" aside; npos where it has
// none.
std::size_t last_break(std::string_view line) {
  std::size_t addresses = 0;
  const auto space = line.rfind(' ');
  for (auto at = line.find("]("); at < space && space != std::string_view::npos;
       at = line.find("](", at)) {
    const auto close = std::min(line.find(')', at), space);
    addresses += close - at;
    at = close;
  }
  return space == std::string_view::npos ? space : space - addresses;
}

// The lines of a text that tell whether it was wrapped.
struct LineCounts {
  std::size_t full = 0;
  std::size_t strays = 0;   ///< longer than wrapped ones
  std::size_t long_ = 0;    ///< far longer
  std::size_t running = 0;  ///< full, and the next goes on in small letters
};

LineCounts count_lines(std::string_view text) {
  constexpr std::size_t least_full = 50;  // bytes
  LineCounts counts;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto space = last_break(text.substr(begin, end - begin));
    const bool broken = space != std::string_view::npos;
    counts.long_ += broken && space > longest_stray_line ? 1U : 0U;
    counts.strays += broken && space > longest_wrapped_line ? 1U : 0U;
    const bool full = end - begin > least_full;
    begin = end + 1;
    const bool goes_on = begin < text.size() && text[begin] >= 'a' && text[begin] <= 'z';
    counts.full += full ? 1U : 0U;
    counts.running += full && goes_on ? 1U : 0U;
  }
  return counts;
}

// Whether single line breaks are only where the lines were wrapped: hardly any line is long, but
// for a word that cannot be broken, as an address is, or few beside those that break within
// sentences, the far longer ones counted three times.
bool is_hard_wrapped(std::string_view text) {
  const auto lines = count_lines(text);
  const bool hardly_any = lines.long_ == 0 && lines.strays * lines_for_a_stray <= lines.full;
  const auto odd = lines.strays + 2 * lines.long_;
  return lines.full > 1 && (hardly_any || (odd * running_for_a_stray <= lines.running));
}

bool is_bullet(const Document& document, std::uint32_t i) {
  const auto& token = document.tokens[i];
  return token.punctuation == '-' || token.punctuation == '*' || token.punctuation == '#' ||
         (token.is(token_digit) && i + 1 < document.tokens.size() &&
          document.tokens[i + 1].punctuation == '.');
}

// Whether the line of token `i` is indented below an item of a list, or below a line that is so: it
// goes on with the item.
bool hangs(const Document& document, std::uint32_t i) {
  constexpr std::size_t indentation = 2;  // spaces
  const std::string_view text(document.buffer);
  const auto line_at = [&](std::size_t end) {
    const auto before = end == 0 ? std::string_view::npos : text.rfind('\n', end - 1);
    return before == std::string_view::npos ? 0 : before + 1;
  };
  const auto line = line_at(document.tokens[i].begin);
  const auto indented = [&](std::size_t at) {
    const auto first = text.find_first_not_of(' ', at);
    return first != std::string_view::npos && first >= at + indentation;
  };
  const bool closed =
      i == 0 || std::string_view(".:;!?\">").find(document.tokens[i - 1].punctuation) !=
                    std::string_view::npos;
  if (closed || line == 0 || !indented(line)) {
    return false;
  }
  const auto above = line_at(line - 1);
  return text[above] == '-' || text[above] == '*' || indented(above);
}

// Words that, written small, go on with the line before. Sorted.
constexpr std::array<std::string_view, 12> continuers{"and", "at", "by", "for",  "from", "in",
                                                      "of",  "on", "or", "that", "to",   "with"};

// "the Convention for the Suppression\nof Unlawful Acts": also where most lines are not wrapped.
bool goes_on_with(const Document& document, std::uint32_t i) {
  const auto before = i == 0 ? '.' : document.tokens[i - 1].punctuation;
  return std::string_view(".:;!?\">").find(before) == std::string_view::npos &&
         std::ranges::binary_search(continuers, document.text(i));
}

bool starts_block(const Document& document, std::uint32_t i, bool wrapped) {
  const auto& token = document.tokens[i];
  if (token.is(token_paragraph)) {  // so is the text's first: a blank line stands before it
    return true;
  }
  if (!token.is(token_line)) {
    return false;
  }
  const bool goes_on = wrapped || (i > 0 && document.tokens[i - 1].punctuation == ',') ||
                       goes_on_with(document, i) || hangs(document, i);
  return !goes_on || is_bullet(document, i);
}

bool ends_sentence(const Document& document, std::uint32_t i) {
  const char c = document.tokens[i].punctuation;
  return c == '.' || c == '!' || c == '?';
}

bool closes(char c) {
  return c == '>' || c == ')' || c == ']' || c == '"' || c == '\'';
}

bool may_start(const Token& token) {
  return token.is(token_capital) || token.is(token_digit) || token.punctuation == '<' ||
         token.punctuation == '"' || token.punctuation == '(' || token.punctuation == '[' ||
         token.punctuation == '-' || token.punctuation == '*' || token.punctuation == '\'';
}

// Words that open sentences, and no names. Sorted.
constexpr std::array<std::string_view, 34> openers{
    "a",    "after",  "also",  "an",  "and",   "as",   "at",  "before", "both",
    "but",  "during", "for",   "he",  "her",   "his",  "i",   "if",     "in",
    "it",   "its",    "on",    "our", "she",   "that", "the", "their",  "these",
    "they", "this",   "those", "to",  "today", "we",   "with"};

// "H.E." before "To Lam".
bool is_honorific(const Document& document, std::uint32_t i, const PhraseTrie& phrases) {
  std::vector<Hit> hits;
  phrases.find(document, i, i + 1, hits);
  return std::ranges::any_of(hits, [](const Hit& hit) { return hit.kind == Kind::honorific; });
}

// An abbreviation that may end a sentence does so where a capital follows that begins no name: the
// next word is written small elsewhere in English ("the U.S. The talks ...").
bool abbreviation_ends(const Document& document, std::uint32_t i, const Vocabulary& vocabulary,
                       const PhraseTrie& phrases) {
  const auto& token = document.tokens[i];
  if (!token.is(token_dot) || token.is(token_initial) == (token.end - token.begin == 2)) {
    return false;
  }
  const auto& next = document.tokens[i + 1];
  return next.is(token_capital) &&
         std::ranges::binary_search(openers, vocabulary.word(next.word)) &&
         !is_honorific(document, i, phrases);
}

// The closing marks after the stop at `i` belong to its sentence; none does that begins a line.
std::uint32_t end_after(const Document& document, std::uint32_t i) {
  auto end = i + 1;
  while (end < document.tokens.size() && !document.tokens[end].is(token_line) &&
         closes(document.tokens[end].punctuation) &&
         !(document.tokens[end].is(token_space) && document.tokens[end].punctuation == '"')) {
    ++end;
  }
  return end;
}

void number_sentences(Document& document) {
  document.sentence_of.resize(document.tokens.size());
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const auto sentence = document.sentences[s];
    std::fill(document.sentence_of.begin() + sentence.first,
              document.sentence_of.begin() + sentence.last, s);
  }
}

// Whether a text has lost its stops and quotation marks, as some crawls leave it: a long one with
// none between words.
bool has_no_stops(const Document& document) {
  constexpr std::size_t long_text = 120;  // tokens
  for (std::uint32_t i = 0; i + 1 < document.tokens.size(); ++i) {
    if (ends_sentence(document, i) && may_start(document.tokens[i + 1])) {
      return false;
    }
  }
  return document.tokens.size() > long_text;
}

// Where the marks were, spaces are left: three or more before a capital.
bool follows_gap(const Document& document, std::uint32_t i) {
  constexpr std::size_t gap = 3;
  const auto begin = document.tokens[i].begin;
  return i > 0 && document.tokens[i].is(token_capital) && begin >= document.tokens[i - 1].end + gap;
}

// Whether the words before the dash name a place, as far as their look and the lists tell: loud
// ("DOHA"), with a comma or a date ("Oslo, 5 May"), or listed.
bool looks_like_dateline(const Document& document, Range words, const PhraseTrie& phrases) {
  const auto& opening = document.tokens[words.first];
  if (!opening.is(token_capital) || opening.is(token_digit)) {
    return false;
  }
  const auto tokens = std::span(document.tokens).subspan(words.first, words.size());
  const bool marked = std::ranges::any_of(
      tokens, [](const Token& t) { return t.punctuation == ',' || t.is(token_digit); });
  if (opening.is(token_all_caps) || marked) {
    return true;
  }
  std::vector<Hit> hits;
  phrases.find(document, words.first, words.last, hits);
  return std::ranges::any_of(hits, [&](const Hit& hit) {
    return hit.last == words.last && (hit.kind == Kind::place || hit.kind == Kind::country);
  });
}

// One past "HANOI, 26 June 2018 -" or "Geneva, Switzerland (ABC) –" at `first`, or `first`: where
// and when the release was given out stands before its first sentence.
std::uint32_t end_of_dateline(const Document& document, std::uint32_t first,
                              const PhraseTrie& phrases) {
  constexpr std::uint32_t longest = 18;  // tokens
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  std::uint32_t last = first;
  for (auto i = first; i + 1 < std::min(count, first + longest); ++i) {
    const auto& token = document.tokens[i];
    const auto& next = document.tokens[i + 1];
    if (i > first && token.is(token_line)) {
      break;
    }
    if (token.punctuation == '-') {
      const bool closes = i > first && (token.is(token_space) || next.is(token_space)) &&
                          may_start(next) && looks_like_dateline(document, {first, i}, phrases);
      last = closes ? i + 1 : last;
      continue;
    }
    const bool fits = token.is(token_capital) || token.is(token_digit) ||
                      token.punctuation == ',' || token.punctuation == '(' ||
                      token.punctuation == ')' || token.punctuation == '/' ||
                      token.punctuation == '.' || document.text(i) == "and";
    if (!fits) {
      break;
    }
  }
  return last;
}

// "in accordance with the Charter of the United\nNations": a line that breaks inside a known name
// goes on.
bool breaks_name(const Document& document, std::uint32_t i, const PhraseTrie& phrases) {
  constexpr std::uint32_t longest = 8;  // words before the break, and after it
  const auto& token = document.tokens[i];
  const bool begins = token.is(token_capital) || token.punctuation == '(';  // "Guinea\n(Bissau)"
  if (i == 0 || token.is(token_paragraph) || !token.is(token_line) || !begins ||
      document.tokens[i - 1].is(token_punctuation)) {
    return false;
  }
  const auto end = std::min(static_cast<std::uint32_t>(document.tokens.size()), i + longest);
  std::vector<Hit> hits;
  for (auto at = i; at-- > 0 && at + longest >= i && !document.tokens[at].is(token_line);) {
    phrases.find(document, at, end, hits);
    const bool spans = std::ranges::any_of(
        hits, [i](const Hit& hit) { return hit.last > i && (set_of(hit.kind) & name_kinds) != 0; });
    if (spans) {
      return true;
    }
  }
  return false;
}

// Most tokens begin no line and end no sentence: that is told first.
bool may_part(const Token& token) {
  constexpr unsigned parting = token_paragraph | token_line | token_dot | token_punctuation;
  return (token.flags & parting) != 0;
}

void split_sentences(Document& document, const Vocabulary& vocabulary, const PhraseTrie& phrases) {
  constexpr int dateline_blocks = 3;  // of the text's first ones
  const bool wrapped = is_hard_wrapped(std::string_view(document.buffer).substr(document.body));
  const bool gaps = has_no_stops(document);
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  std::uint32_t first = 0;
  int blocks = 0;
  const auto close = [&](std::uint32_t last) {
    if (last > first) {
      document.sentences.push_back({first, last});
      document.tokens[first].flags |= token_sentence;
      first = last;
    }
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!gaps && i < first + longest_sentence && !may_part(document.tokens[i])) {
      continue;
    }
    if ((starts_block(document, i, wrapped) && !breaks_name(document, i, phrases)) ||
        (gaps && follows_gap(document, i)) || i >= first + longest_sentence) {
      close(i);
      const bool early = document.tokens[i].begin >= document.body && blocks++ < dateline_blocks;
      const auto end = early ? end_of_dateline(document, i, phrases) : i;
      if (end > i) {
        close(end);
        document.dateline = {i, end};
        blocks = dateline_blocks;
        i = end - 1;
        continue;
      }
    }
    if (ends_sentence(document, i)) {
      const auto end = end_after(document, i);
      if (end >= count || may_start(document.tokens[end])) {
        close(end);
      }
    } else if (i + 1 < count && abbreviation_ends(document, i, vocabulary, phrases)) {
      close(i + 1);
    }
  }
  close(count);
  number_sentences(document);
}

// Words that a heading writes with a capital: those of five letters or more.
bool is_long_word(const Token& token) {
  return !token.is(token_punctuation) && !token.is(token_digit) && token.end - token.begin >= 5;
}

// A line of its own without a full stop, every long word of it with a capital; or all capitals.
bool is_heading(const Document& document, std::size_t s) {
  const auto sentence = document.sentences[s];
  if (document.tokens[sentence.first].begin < document.body) {
    return true;
  }
  if (sentence == document.dateline) {
    return false;
  }
  const auto line = std::span(document.tokens).subspan(sentence.first, sentence.size());
  const auto is_small = [](const Token& t) { return is_long_word(t) && !t.is(token_capital); };
  if (std::ranges::any_of(line, is_small)) {
    return false;
  }
  const auto words = std::ranges::count_if(line, is_long_word);
  const auto loud = std::ranges::count_if(
      line, [](const Token& t) { return is_long_word(t) && t.is(token_all_caps); });
  const bool marks = std::ranges::any_of(line, [](const Token& t) {
    const bool stop = t.punctuation == '.' && t.end - t.begin == 1;  // "Essential for…" is cut
    return stop || t.punctuation == ',' || t.punctuation == ';';
  });
  if (words >= 3 && loud == words) {
    return true;
  }
  const bool own_line = document.tokens[sentence.first].is(token_line) &&
                        (s + 1 == document.sentences.size() ||
                         document.tokens[document.sentences[s + 1].first].is(token_line));
  return own_line && !marks && words > 0 && sentence.size() <= 20;
}

void find_headings(Document& document) {
  document.headings.reserve(document.sentences.size());
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    document.headings.push_back(is_heading(document, s));
  }
}

}  // namespace

Mention Document::mention_of(Span bytes) const {
  if (bytes.begin >= body) {
    return {Field::text, {bytes.begin - body, bytes.end - body}};
  }
  return {Field::title, bytes};
}

Document read_document(const Release& release, const std::vector<MarkedSpan>& left_out,
                       const Vocabulary& vocabulary, const PhraseTrie& phrases) {
  Document document;
  document.buffer.reserve(release.title.size() + release.text.size() + 2);
  document.buffer = release.title;
  document.buffer += "\n\n";
  document.body = static_cast<std::uint32_t>(document.buffer.size());
  document.buffer += release.text;
  // Line breaks in its place: offsets stay, and no sentence reaches over it.
  for (const auto& part : left_out) {
    const auto begin = document.buffer.begin() + document.body;
    std::fill(begin + part.span.begin, begin + part.span.end, '\n');
  }
  document.tokens = tokenize(document.buffer, vocabulary);
  restore_possessives(document, vocabulary, phrases);
  split_tied_names(document, vocabulary, phrases);
  split_sentences(document, vocabulary, phrases);
  find_headings(document);
  return document;
}

}  // namespace pressgraph
