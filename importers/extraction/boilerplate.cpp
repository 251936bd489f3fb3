// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include <re2/re2.h>
#include <re2/set.h>

#include "graph/error.hpp"
#include "importers/extraction/lexicon.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view file_name = "boilerplate.toml";
constexpr std::size_t longest_line = 500;  // bytes; what is longer is prose
constexpr std::size_t longest_under = 200;

enum class Extent : std::uint8_t { line, paragraph, rest };
constexpr std::array<std::string_view, 3> extent_names{"line", "paragraph", "rest"};

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_case_sensitive(false);
  options.set_log_errors(false);
  return options;
}

/// A pattern that is compiled when it is first needed.
class LazyPattern {
 public:
  explicit LazyPattern(std::string pattern) : pattern_(std::move(pattern)) {}

  [[nodiscard]] const re2::RE2& get() const {
    std::call_once(once_, [this] { compiled_.emplace(pattern_, options()); });
    return *compiled_;
  }

  [[nodiscard]] bool empty() const { return pattern_.empty(); }

 private:
  std::string pattern_;
  mutable std::once_flag once_;
  mutable std::optional<re2::RE2> compiled_;
};

// Where the character class that begins `pattern` ends.
std::size_t end_of_class(std::string_view pattern) {
  auto at = pattern.starts_with("[^") ? std::size_t{2} : std::size_t{1};
  at += pattern.substr(at).starts_with(']') ? 1U : 0U;  // the first is a character of the class
  while (at < pattern.size() && pattern[at] != ']') {
    const auto named =
        pattern.substr(at).starts_with("[:") ? pattern.find(":]", at) : std::string_view::npos;
    at = named != std::string_view::npos ? named + 2 : at + (pattern[at] == '\\' ? 2U : 1U);
  }
  return std::min(at + 1, pattern.size());
}

// The "{0,250}" that begins a pattern, where it counts so far that compiling it takes long.
struct LongCount {
  std::size_t length = 0;  // in the pattern; 0 for anything else
  std::string_view least;
  std::size_t most = 0;
};

LongCount long_count(std::string_view pattern) {
  constexpr std::string_view digits = "0123456789";
  const auto end = pattern.find('}');
  if (!pattern.starts_with('{') || end == std::string_view::npos) {
    return {};
  }
  const auto inside = pattern.substr(1, end - 1);
  const auto comma = inside.rfind(',');
  const auto most = inside.substr(comma == std::string_view::npos ? 0 : comma + 1);
  const bool number = !most.empty() && most.find_first_not_of(digits) == std::string_view::npos &&
                      inside.find_first_not_of("0123456789,") == std::string_view::npos;
  if (!number || most.size() < 2) {
    return {};
  }
  LongCount count{end + 1, inside.substr(0, comma)};
  std::from_chars(most.data(), most.data() + most.size(), count.most);
  return count;
}

// A pattern with its long counts as "*" or "+": it fits all that the pattern fits, and takes a
// tenth of the time to compile. What was counted is captured, and nothing else.
struct Loosened {
  std::string pattern;
  std::vector<std::size_t> most;  // of what is captured
  bool told = true;               // whether the pattern fits where no more is captured, in bytes
};

class Loosening {
 public:
  explicit Loosening(std::string_view pattern) : rest_(pattern) {}

  Loosened made() {
    if (rest_.find("\\Q") != std::string_view::npos) {
      return {std::string(rest_), {}, false};
    }
    while (!rest_.empty()) {
      if (const auto found = long_count(rest_); found.length > 0) {
        count(found);
        rest_.remove_prefix(found.length);
      } else {
        copy();
      }
    }
    return std::move(out_);
  }

 private:
  void count(const LongCount& count) {
    const bool optional = count.least == "0";
    std::fill(counted_.begin(), counted_.end(), true);
    if (atom_ == std::string::npos || !(optional || count.least == "1")) {
      out_.pattern += '*';
      out_.told = false;
      return;
    }
    out_.pattern.insert(atom_, 1, '(');
    out_.pattern += optional ? "*)" : "+)";
    out_.most.push_back(count.most);
  }

  // One piece of the pattern as it is.
  void copy() {
    const char c = rest_.front();
    const auto length = c == '[' ? end_of_class(rest_) : c == '\\' ? 2 : 1;
    const auto piece = rest_.substr(0, length);
    const bool part = c == '(' || c == ')' || (c & '\x80') != 0;  // of more than itself
    atom_ = part ? std::string::npos : out_.pattern.size();
    rest_.remove_prefix(piece.size());
    out_.pattern += piece;
    if (c == '(') {
      out_.pattern += rest_.starts_with('?') ? "" : "?:";
      counted_.push_back(false);
    } else if (c == ')' && !counted_.empty()) {
      // Of what comes several times only the last is captured.
      const bool again = rest_.find_first_of("*+{") == 0;
      out_.told &= !(again && counted_.back());
      counted_.pop_back();
    }
  }

  std::string_view rest_;
  Loosened out_;
  std::size_t atom_ = std::string::npos;  // where the last character or class begins in `out_`
  std::vector<bool> counted_;             // by group that is open: whether it holds a long count
};

/// What marks a part. Its pattern is compiled where a line fits it loosely and might not fit it,
/// which most releases never need.
class Part {
 public:
  Part(std::string name, Extent extent, std::string pattern, std::string under)
      : name_(std::move(name)),
        extent_(extent),
        loosened_(Loosening(pattern).made()),
        pattern_(std::move(pattern)),
        loose_(loosened_.pattern),
        under_(std::move(under)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Extent extent() const { return extent_; }
  [[nodiscard]] const re2::RE2& pattern() const { return pattern_.get(); }
  [[nodiscard]] const std::string& loose() const { return loosened_.pattern; }
  /// What lines under it fit that belong to it too; null where none do.
  [[nodiscard]] const re2::RE2* under() const { return under_.empty() ? nullptr : &under_.get(); }

  /// Whether it fits `line`, which it fits loosely.
  [[nodiscard]] bool fits(std::string_view line) const {
    const re2::StringPiece words(line.data(), line.size());
    return (loosened_.told && fits_within_counts(words)) ||
           re2::RE2::FullMatch(words, pattern_.get());
  }

 private:
  [[nodiscard]] bool fits_within_counts(const re2::StringPiece& line) const {
    std::vector<re2::StringPiece> found(loosened_.most.size() + 1);
    if (!loose_.get().Match(line, 0, line.size(), re2::RE2::ANCHOR_BOTH, found.data(),
                            static_cast<int>(found.size()))) {
      return false;
    }
    return std::equal(loosened_.most.begin(), loosened_.most.end(), found.begin() + 1,
                      [](std::size_t most, const auto& words) { return words.size() <= most; });
  }

  std::string name_;
  Extent extent_;
  Loosened loosened_;
  LazyPattern pattern_;
  LazyPattern loose_;
  LazyPattern under_;
};

struct Line {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
};

std::string_view trimmed(std::string_view line) {
  const auto first = line.find_first_not_of(" \t\r");
  const auto last = line.find_last_not_of(" \t\r");
  return first == std::string_view::npos ? std::string_view()
                                         : line.substr(first, last - first + 1);
}

// Blanks at the ends of a line are none of it.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto line = trimmed(text.substr(at, end - at));
    const auto begin = line.empty() ? at : static_cast<std::size_t>(line.data() - text.data());
    lines.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + line.size())});
    at = end + 1;
  }
  return lines;
}

// The line after the last that a part reaches which begins at line `first`.
std::size_t end_of(Extent extent, std::span<const Line> lines, std::size_t first) {
  auto last = first + 1;
  if (extent == Extent::rest && lines[first].begin >= lines.back().end / 2) {
    return lines.size();
  }
  while (extent == Extent::paragraph && last < lines.size() && !lines[last].empty()) {
    ++last;
  }
  return last;
}

// Whether lines under it may belong to a part that begins at line `first`: those of the end alone.
bool is_late(std::span<const Line> lines, std::size_t first, std::size_t end) {
  return end == lines.size() || lines[first].begin >= lines.back().end / 2;
}

// The line after the last of those from `end` on, empty ones between aside, that fit what stands
// under `part`.
std::size_t end_with_under(const Part& part, std::string_view text, std::span<const Line> lines,
                           std::size_t end) {
  const auto* under = part.under();
  for (auto at = end; under != nullptr && at < lines.size(); ++at) {
    const auto line = text.substr(lines[at].begin, lines[at].end - lines[at].begin);
    if (line.empty()) {
      continue;
    }
    if (line.size() > longest_under ||
        !re2::RE2::FullMatch(re2::StringPiece(line.data(), line.size()), *under)) {
      break;
    }
    end = at + 1;
  }
  return end;
}

[[noreturn]] void fail(const std::string& part, const std::string& what) {
  throw Error(std::string(file_name) + ": part '" + part + "': " + what);
}

std::string text_of(const LexiconValue& row, const std::string& part, std::string_view key) {
  auto value = row[key].text_or({});
  if (value.empty()) {
    fail(part, "'" + std::string(key) + "' is missing, expected a string");
  }
  return value;
}

// The pattern that the `under` of `row` names; empty where it has none.
std::string under_of(const LexiconValue& row, const std::string& part,
                     const LexiconValue& patterns) {
  const auto name = row["under"].text_or({});
  auto pattern = patterns[name].text_or({});
  if (!name.empty() && pattern.empty()) {
    fail(part, "under '" + name + "', expected a pattern of [under]");
  }
  return pattern;
}

}  // namespace

struct Boilerplate::Parts {
  std::deque<Part> rows;
  re2::RE2::Set loose{options(), re2::RE2::ANCHOR_BOTH};  ///< what no line fits that no part fits

  /// `under` has the patterns that rows name.
  void add(const LexiconValue& row, const LexiconValue& under, bool built_in) {
    const auto part = row["name"].text_or("?");
    const auto extent = text_of(row, part, "extent");
    const auto* const at = std::ranges::find(extent_names, extent);
    if (at == extent_names.end()) {
      fail(part, "extent '" + extent + "', expected line, paragraph or rest");
    }
    const auto pattern = text_of(row, part, "pattern");
    const auto& made = rows.emplace_back(text_of(row, part, "name"),
                                         static_cast<Extent>(at - extent_names.begin()), pattern,
                                         under_of(row, part, under));
    // Those of the program itself are compiled by the tests.
    if (!built_in && !made.pattern().ok()) {
      fail(part, "pattern that RE2 does not read: " + made.pattern().error());
    }
    if (!built_in && made.under() != nullptr && !made.under()->ok()) {
      fail(part, "'under' that RE2 does not read: " + made.under()->error());
    }
    if (loose.Add(made.loose(), nullptr) < 0) {
      fail(part, "pattern that RE2 does not read");
    }
  }

  /// The first of the parts that `line` fits; null where none does.
  [[nodiscard]] const Part* fitting(std::string_view line) const {
    std::vector<int> may_fit;
    const re2::StringPiece words(line.data(), line.size());
    if (rows.empty() || line.empty() || line.size() > longest_line ||
        !loose.Match(words, &may_fit)) {
      return nullptr;
    }
    std::ranges::sort(may_fit);
    for (const int index : may_fit) {
      const auto& part = rows[static_cast<std::size_t>(index)];
      if (part.fits(line)) {
        return &part;
      }
    }
    return nullptr;
  }
};

Boilerplate::Boilerplate(std::span<const SchemaFile> files) {
  auto parts = std::make_unique<Parts>();
  const auto file = std::ranges::find(files, file_name, &SchemaFile::path);
  if (file != files.end()) {
    const Lexicon lexicon(*file);
    const auto& table = lexicon.root();
    for (const auto& row : table["part"].items()) {
      if (!row.is_table()) {
        fail("?", "no table");
      }
      parts->add(row, table["under"], file->built_in);
    }
  }
  if (!parts->loose.Compile()) {
    throw Error(std::string(file_name) + ": patterns that are too large together");
  }
  parts_ = std::move(parts);
}

Boilerplate::Boilerplate(Boilerplate&&) noexcept = default;
Boilerplate& Boilerplate::operator=(Boilerplate&&) noexcept = default;
Boilerplate::~Boilerplate() = default;

std::string_view Boilerplate::part_of(std::string_view line) const {
  const auto* part = parts_->fitting(trimmed(line));
  return part == nullptr ? std::string_view() : std::string_view(part->name());
}

std::vector<MarkedSpan> Boilerplate::find(std::string_view text) const {
  std::vector<MarkedSpan> found;
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size();) {
    const auto* part = parts_->fitting(text.substr(lines[i].begin, lines[i].end - lines[i].begin));
    if (part == nullptr) {
      ++i;
      continue;
    }
    auto end = end_of(part->extent(), lines, i);
    if (const auto further = end_with_under(*part, text, lines, end); is_late(lines, i, further)) {
      end = further;
    }
    const auto next = end;
    while (lines[end - 1].empty()) {
      --end;
    }
    found.push_back({{lines[i].begin, lines[end - 1].end}, part->name()});
    i = next;
  }
  return found;
}

}  // namespace pressgraph
