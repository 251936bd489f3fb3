// SPDX-License-Identifier: Apache-2.0
// Cuts text into words, numbers and punctuation. A word keeps its inner hyphens and apostrophes
// ("Counter-Terrorism", "O'Brien") and the full stop of an abbreviation or initial ("U.S.", "J.",
// "Mr."); a possessive ending is a token of its own, so that "Council's" is the Council.
#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "importers/extraction/document.hpp"
#include "importers/extraction/eight_bytes.hpp"
#include "importers/extraction/fold.hpp"
#include "importers/extraction/vocabulary.hpp"

namespace pressgraph {
namespace {

// Words that keep a following full stop; folded.
constexpr std::array<std::string_view, 108> abbreviations{
    "adm",   "ala",  "amb",  "approx", "apr",  "ariz",  "ark",  "art",  "assn", "asst", "atty",
    "aug",   "ave",  "blvd", "brig",   "bros", "calif", "capt", "cf",   "co",   "col",  "colo",
    "conn",  "corp", "cpl",  "dec",    "dept", "dist",  "dr",   "eng",  "esq",  "etc",  "feb",
    "fig",   "fla",  "ft",   "ga",     "gen",  "gov",   "govt", "hon",  "ill",  "inc",  "ind",
    "intl",  "jan",  "jr",   "jul",    "jun",  "ky",    "lt",   "ltd",  "maj",  "mass", "messrs",
    "mich",  "minn", "miss", "mme",    "mo",   "mr",    "mrs",  "ms",   "mt",   "mx",   "natl",
    "neb",   "nev",  "no",   "nos",    "nov",  "oct",   "okla", "op",   "ore",  "pa",   "para",
    "paras", "ph.d", "pp",   "prof",   "pvt",  "rd",    "rep",  "reps", "res",  "rev",  "rt",
    "sect",  "sen",  "sens", "sep",    "sept", "sgt",   "sr",   "st",   "ste",  "supt", "tenn",
    "tex",   "univ", "va",   "ven",    "viz",  "vol",   "vs",   "wis",  "www"};

// What makes a name an adjective after a hyphen, besides "-ed": "Kenya-led". Sorted.
constexpr std::array<std::string_view, 10> adjective_endings{
    "born", "common", "friendly", "held", "made", "origin", "run", "specific", "style", "wide"};

// Words whose numbers are looked up some words later, when the memory asked for is there.
class PendingWords {
 public:
  static constexpr std::size_t most_letters = 24;
  using Letters = std::array<char, most_letters>;

  explicit PendingWords(const Vocabulary& vocabulary, std::vector<Token>& tokens)
      : vocabulary_(vocabulary), tokens_(tokens) {}

  // Where the next word is to be folded: reused, so that a word allocates nothing.
  std::string& next() { return words_[count_ % ahead].folded; }

  // The same for a word of few letters, which most are.
  Letters& letters() { return words_[count_ % ahead].letters; }

  // What `next` holds is the word of the token that comes next.
  void push() {
    auto& word = words_[count_ % ahead];
    word.count = 0;
    push(Vocabulary::key_of(word.folded));
  }

  // The same of the first `count` of `letters`, one or more.
  void push_letters(std::size_t count, const Vocabulary::Key& key) {
    words_[count_ % ahead].count = count;
    push(key);
  }

  void finish() {
    for (auto i = count_ >= ahead ? count_ - ahead + 1 : 0; i < count_; ++i) {
      look_up(words_[i % ahead]);
    }
  }

 private:
  static constexpr std::size_t ahead = 8;

  struct Word {
    std::string folded;
    Letters letters{};
    std::size_t count = 0;  // of `letters`; 0 where `folded` holds the word
    Vocabulary::Key key;
    std::size_t token = 0;

    [[nodiscard]] std::string_view text() const {
      return count > 0 ? std::string_view(letters.data(), count) : folded;
    }
  };

  void push(const Vocabulary::Key& key) {
    auto& word = words_[count_ % ahead];
    word.key = key;
    word.token = tokens_.size();
    vocabulary_.prefetch(key);
    ++count_;
    if (count_ >= ahead) {
      look_up(words_[count_ % ahead]);
    }
  }

  void look_up(const Word& word) {
    tokens_[word.token].word = word.key.whole() ? vocabulary_.find_whole(word.key)
                                                : vocabulary_.find(word.text(), word.key);
  }

  const Vocabulary& vocabulary_;
  std::vector<Token>& tokens_;
  std::array<Word, ahead> words_;
  std::size_t count_ = 0;
};

struct Scan {
  std::string_view text;
  const Vocabulary& vocabulary;
  std::vector<Token>& tokens;
  PendingWords pending;
};

unsigned when(bool condition, TokenFlag flag) {
  return condition ? static_cast<unsigned>(flag) : 0U;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}
bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011;
}

CharacterClass class_at(std::string_view text, std::size_t at) {
  return at < text.size() ? classify(decode(text, at).value) : CharacterClass::space;
}

bool is_word_class(CharacterClass c) {
  return c == CharacterClass::letter || c == CharacterClass::digit;
}

// Whether the joiner of `length` bytes at `at` stands inside a word: the next character goes on
// with it.
bool joins(std::string_view text, std::size_t at, std::uint32_t length) {
  at += length;
  while (class_at(text, at) == CharacterClass::ignored) {
    at += decode(text, at).length;  // a word joiner after a hyphen
  }
  return is_word_class(class_at(text, at));
}

// "'s" or a bare "'" after a plural, at `at`; the number of bytes, 0 where there is none.
std::uint32_t possessive_length(std::string_view text, std::size_t at) {
  if (at >= text.size()) {
    return 0;
  }
  const auto mark = decode(text, at);
  if (!is_apostrophe(mark.value)) {
    return 0;
  }
  const std::size_t next = at + mark.length;
  if (next < text.size() && (text[next] == 's' || text[next] == 'S')) {
    const auto after = class_at(text, next + 1);
    return is_word_class(after) ? 0 : mark.length + 1;
  }
  const bool plural = at > 0 && (text[at - 1] == 's' || text[at - 1] == 'S');
  return plural && !is_word_class(class_at(text, next)) && mark.value != 0x2018 ? mark.length : 0;
}

struct WordShape {
  int letters = 0;
  int lower = 0;
  int dots = 0;
  bool capital = false;
  bool digit = false;
  bool inner_capital = false;
  bool after_hyphen = false;
  int part = 0;               // letters since the last hyphen: "Ukrainian-U.S."
  int part_dots = 0;          // full stops since then
  bool small_ending = false;  // the part after the last hyphen begins small
};

void note_character(WordShape& shape, char32_t c, bool first) {
  const auto kind = classify(c);
  if (kind == CharacterClass::letter) {
    const bool upper = is_upper(c);
    shape.capital |= first && upper;
    shape.inner_capital |= upper && !shape.capital && shape.after_hyphen;
    shape.small_ending = shape.after_hyphen ? !upper : shape.small_ending;
    shape.part = shape.after_hyphen ? 0 : shape.part;
    shape.part_dots = shape.after_hyphen ? 0 : shape.part_dots;
    ++shape.part;
    ++shape.letters;
    shape.lower += upper ? 0 : 1;
  }
  shape.digit |= first && kind == CharacterClass::digit;
  shape.after_hyphen = is_hyphen(c);
}

// A word of eight bytes or fewer as Vocabulary::Key has it.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t value = 0;
  for (std::size_t i = word.size(); i-- > 0;) {
    value = value << 8U | static_cast<unsigned char>(word[i]);
  }
  return value;
}

constexpr std::size_t longest_abbreviation =
    std::ranges::max(abbreviations, {}, [](std::string_view word) { return word.size(); }).size();
static_assert(longest_abbreviation <= sizeof(std::uint64_t));

// The abbreviations as numbers: that compares a word with one of them in one go.
constexpr auto packed_abbreviations = [] {
  std::array<std::uint64_t, abbreviations.size()> numbers{};
  std::ranges::transform(abbreviations, numbers.begin(), packed);
  std::ranges::sort(numbers);
  return numbers;
}();

bool is_abbreviation(std::size_t size, std::uint64_t head) {
  return size <= longest_abbreviation && std::ranges::binary_search(packed_abbreviations, head);
}

bool is_abbreviation(std::string_view folded) {
  return folded.size() <= longest_abbreviation && is_abbreviation(folded.size(), packed(folded));
}

// True for a full stop at `at` that belongs to the word so far: "U.S", "J", "Mr".
bool takes_dot(const Scan& scan, std::string_view folded, std::size_t at, const WordShape& shape) {
  if (at >= scan.text.size() || scan.text[at] != '.') {
    return false;
  }
  if (shape.part_dots > 0 && shape.part == shape.part_dots + 1) {
    return true;  // the last of "U.S."
  }
  if (shape.letters == 1 && shape.capital && folded.size() == 1) {
    return true;
  }
  return shape.letters > 0 && is_abbreviation(folded);
}

// A dot between single letters: "U.S", "a.m", "M.L.A.M".
bool dotted_letter(const Scan& scan, std::size_t at, const WordShape& shape) {
  return scan.text[at] == '.' && shape.part == shape.part_dots + 1 && !shape.digit &&
         class_at(scan.text, at + 1) == CharacterClass::letter &&
         !is_word_class(class_at(scan.text, at + 1 + decode(scan.text, at + 1).length));
}

// Whether the punctuation `c` at `at` goes on a word, and not only ends it.
bool inside_word(const Scan& scan, std::size_t at, CodePoint c, const WordShape& shape) {
  if (is_hyphen(c.value)) {
    return joins(scan.text, at, c.length);
  }
  if (is_apostrophe(c.value)) {
    return possessive_length(scan.text, at) == 0 && joins(scan.text, at, c.length);
  }
  if (c.value == '.' || c.value == ',') {
    const bool number = shape.digit && class_at(scan.text, at + 1) == CharacterClass::digit;
    return number || (c.value == '.' && dotted_letter(scan, at, shape));
  }
  return c.value == '@' && joins(scan.text, at, c.length);
}

bool is_adjective(std::string_view folded_word) {
  const auto hyphen = folded_word.rfind('-');
  const auto ending = folded_word.substr(hyphen == std::string_view::npos ? 0 : hyphen + 1);
  return hyphen != std::string_view::npos &&
         (ending.ends_with("ed") || std::ranges::binary_search(adjective_endings, ending));
}

std::uint16_t word_flags(const WordShape& shape, std::string_view folded_word) {
  unsigned flags = 0;
  flags |= when(shape.capital && shape.small_ending && is_adjective(folded_word), token_compound);
  flags |= when(shape.capital, token_capital);
  flags |= when(shape.digit, token_digit);
  flags |= when(shape.letters >= 2 && shape.lower == 0, token_all_caps);
  flags |= when(shape.inner_capital, token_inner_capital);
  return static_cast<std::uint16_t>(flags);
}

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Most of any text: the ASCII letters from `at` on, after another letter of their word, taken in
// one go. One past the last of them.
std::size_t take_letters(std::string_view text, std::size_t at, std::string& folded,
                         WordShape& shape) {
  std::array<char, 24> letters{};  // longer words come in several pieces
  const auto most = std::min(text.size() - at, letters.size());
  std::size_t count = 0;
  int lower = 0;
  for (; count < most && is_ascii_letter(text[at + count]); ++count) {
    lower += (text[at + count] & '\x20') != 0 ? 1 : 0;
    letters[count] = static_cast<char>(text[at + count] | '\x20');
  }
  folded.append(letters.data(), count);
  const auto end = at + count;
  shape.part += static_cast<int>(end - at);
  shape.letters += static_cast<int>(end - at);
  shape.lower += lower;
  return end;
}

std::size_t scan_word(Scan& scan, std::size_t begin, unsigned before) {
  WordShape shape;
  auto& word = scan.pending.next();
  word.clear();
  std::size_t at = begin;
  while (at < scan.text.size()) {
    const auto c = decode(scan.text, at);
    const auto kind = classify(c.value);
    const bool letter = is_word_class(kind) || kind == CharacterClass::ignored;
    if (!letter && (kind != CharacterClass::punctuation || !inside_word(scan, at, c, shape))) {
      break;
    }
    const int dot = !letter && c.value == '.' ? 1 : 0;
    shape.dots += dot;
    shape.part_dots += dot;
    note_character(shape, c.value, at == begin);
    append_folded(word, c.value);
    at += c.length;
    if (kind == CharacterClass::letter) {
      at = take_letters(scan.text, at, word, shape);
    }
  }
  auto flags = static_cast<unsigned>(word_flags(shape, word)) | before;
  if (takes_dot(scan, word, at, shape)) {
    ++at;
    word += '.';
    flags |= token_dot;
    flags |= when(shape.capital && shape.letters == shape.dots + 1, token_initial);
  }
  scan.pending.push();
  scan.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), 0,
                         static_cast<std::uint16_t>(flags), 0});
  return at;
}

// A word of ASCII letters while it is read, eight at a time, as numbers: by these the vocabulary
// looks it up.
struct PlainWord {
  Vocabulary::Key key;
  std::size_t size = 0;
  std::uint64_t first = 0;  // eight bytes of the text
  std::uint64_t lower = 0;  // the case bits of the letters, one upon another

  // Takes the letters that `bytes` begin with, folded in `out`; whether all are some.
  bool add(std::uint64_t bytes, char* out) {
    const auto others = no_letters(bytes);
    const auto bits = others == 0 ? 64U : static_cast<unsigned>(std::countr_zero(others)) & ~7U;
    const auto mask = bits == 64 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} << bits);
    const auto folded = (bytes | case_bits) & mask;
    std::memcpy(out, &folded, sizeof folded);
    if (size == 0) {
      key = Vocabulary::short_key(folded);
      first = bytes;
    } else if (bits > 0) {
      key = Vocabulary::longer_key(key, folded);
    }
    lower |= bytes & mask & case_bits;
    size += bits / 8;
    return bits == 64;
  }

  [[nodiscard]] unsigned flags() const {
    return when((first & 0x20U) == 0, token_capital) |
           when(size >= 2 && lower == 0, token_all_caps);
  }
};

// Whether a word that ends before the apostrophe or the other punctuation at `at` does not go on
// behind it.
bool ends_before(std::string_view text, std::size_t at) {
  const auto c = decode(text, at);
  const auto kind = classify(c.value);
  if (kind != CharacterClass::punctuation && kind != CharacterClass::space) {
    return false;
  }
  if (is_apostrophe(c.value)) {
    return possessive_length(text, at) > 0 || !joins(text, at, c.length);
  }
  return !is_hyphen(c.value);
}

// Whether the word of ASCII letters at `begin` ends at `end`, which is no letter and not the text's
// last byte.
bool ends_plain_word(std::string_view text, std::size_t end, const PlainWord& word) {
  const char c = text[end];
  if (c == '.') {
    // One letter may be an initial ("U.S").
    return word.size > 1 && !is_abbreviation(word.size, word.key.head);
  }
  if ((c & '\x80') != 0 || c == '\'') {
    return ends_before(text, end);
  }
  return !is_digit(c) && c != '-' && c != '@';
}

// The same of a number.
bool ends_plain_number(std::string_view text, std::size_t end) {
  const char c = text[end];
  if (c == '.' || c == ',') {
    return class_at(text, end + 1) != CharacterClass::digit;
  }
  if ((c & '\x80') != 0 || c == '\'') {
    return ends_before(text, end);
  }
  return !is_ascii_letter(c) && c != '-' && c != '@';
}

// Most numbers: digits, and nothing that might go on. As `scan_plain_word`.
std::size_t scan_plain_number(Scan& scan, std::size_t begin, unsigned before) {
  if constexpr (!little_endian) {
    return begin;
  }
  auto& letters = scan.pending.letters();
  const auto text = scan.text;
  std::size_t size = 0;
  while (size < sizeof(std::uint64_t) && begin + size + 2 < text.size() &&
         is_digit(text[begin + size])) {
    letters[size] = text[begin + size];
    ++size;
  }
  const auto end = begin + size;
  if (size == 0 || is_digit(text[end]) || !ends_plain_number(text, end)) {
    return begin;
  }
  scan.pending.push_letters(size, Vocabulary::short_key(packed({letters.data(), size})));
  scan.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0,
                         static_cast<std::uint16_t>(before | token_digit), 0});
  return end;
}

// Most words: ASCII letters, and nothing that might go on. One past it; `begin` where it is another
// or ends the text.
std::size_t scan_plain_word(Scan& scan, std::size_t begin, unsigned before) {
  if constexpr (!little_endian) {
    return begin;
  }
  auto& letters = scan.pending.letters();
  PlainWord word;
  bool more = true;
  for (std::size_t at = 0; more && at < letters.size(); at += 8) {
    if (begin + at + 8 >= scan.text.size()) {
      return begin;
    }
    more = word.add(eight_bytes(scan.text.data() + begin + at), letters.data() + at);
  }
  const auto end = begin + word.size;
  if (more || end == begin || !ends_plain_word(scan.text, end, word)) {
    return begin;
  }
  scan.pending.push_letters(word.size, word.key);
  scan.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), 0,
                         static_cast<std::uint16_t>(before | word.flags()), 0});
  return end;
}

char folded_punctuation(char32_t c) {
  switch (c) {
    case 0x201C:
    case 0xAB:
      return '<';
    case 0x201D:
    case 0xBB:
      return '>';
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2012:
      return '-';
    case 0x2019:
    case 0x2018:
      return '\'';
    case 0x2022:
    case 0x25CF:
    case 0xB7:
      return '*';
    case 0x2026:
      return '.';
    default:
      return c < 0x80 ? static_cast<char>(c) : '?';
  }
}

std::size_t scan_punctuation(Scan& scan, std::size_t begin, CodePoint c, unsigned before) {
  const bool after_word = !scan.tokens.empty() && scan.tokens.back().end == begin &&
                          !scan.tokens.back().is(token_punctuation);
  // "(CTED)'s": a bracket may stand between the name and its ending.
  const bool after_bracket = !scan.tokens.empty() && scan.tokens.back().end == begin &&
                             scan.tokens.back().punctuation == ')';
  const auto ending = after_word || after_bracket ? possessive_length(scan.text, begin) : 0;
  Token token{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + c.length), 0,
              static_cast<std::uint16_t>(before | token_punctuation), folded_punctuation(c.value)};
  token.word = scan.vocabulary.find(token.punctuation);
  if (ending > 0) {
    token.end = token.begin + ending;
    token.flags = static_cast<std::uint16_t>(before | token_possessive);
    token.punctuation = '\'';
    token.word = scan.vocabulary.find("'s");
  }
  scan.tokens.push_back(token);
  return token.end;
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 5 + 4);
  Scan scan{text, vocabulary, tokens, PendingWords(vocabulary, tokens)};
  unsigned before = token_paragraph | token_line;
  int breaks = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {
      before |= token_space;
      ++at;
      continue;
    }
    auto end = scan_plain_word(scan, at, before);
    end = end == at ? scan_plain_number(scan, at, before) : end;
    if (end != at) {
      at = end;
      before = 0;
      breaks = 0;
      continue;
    }
    const auto c = decode(text, at);
    const auto kind = classify(c.value);
    if (kind == CharacterClass::space) {
      breaks += c.value == '\n' ? 1 : 0;
      before |= token_space;
      before |= when(breaks > 0, token_line);
      before |= when(breaks > 1, token_paragraph);
      at += c.length;
      continue;
    }
    if (kind == CharacterClass::ignored) {
      at += c.length;
      continue;
    }
    at = is_word_class(kind) ? scan_word(scan, at, before) : scan_punctuation(scan, at, c, before);
    before = 0;
    breaks = 0;
  }
  scan.pending.finish();
  return tokens;
}

}  // namespace pressgraph
