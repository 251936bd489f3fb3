// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include <re2/re2.h>

#include "graph/error.hpp"
#include "importers/extraction/citation_text.hpp"
#include "importers/extraction/schema_tree.hpp"

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

unsigned char first_byte(std::string_view text) {
  return static_cast<unsigned char>(folded_letter(text.front()));
}

/// What the lines of a part begin with or hold, told without its pattern: nearly all lines of a
/// text are none of any part.
class Signs {
 public:
  Signs(std::vector<std::string> begins, std::string holds)
      : begins_(std::move(begins)), holds_(std::move(holds)) {
    for (const auto& begin : begins_) {
      first_bytes_.set(first_byte(begin));
    }
  }

  /// REQUIRES: `line` is not empty.
  [[nodiscard]] bool may_be_of(std::string_view line) const {
    const auto begins = [line](std::string_view begin) { return starts_as(line, begin); };
    if (!begins_.empty()) {
      return first_bytes_.test(first_byte(line)) && std::ranges::any_of(begins_, begins);
    }
    return line.find(holds_) != std::string_view::npos;
  }

 private:
  std::vector<std::string> begins_;
  std::bitset<256> first_bytes_;  // of them
  std::string holds_;
};

/// What marks a part.
struct Part {
  std::string name;
  Extent extent = Extent::line;
  Signs signs;
  LazyPattern pattern;
  LazyPattern under;  ///< what lines under it fit that belong to it too; empty where none do
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
  for (auto at = end; !part.under.empty() && at < lines.size(); ++at) {
    const auto line = text.substr(lines[at].begin, lines[at].end - lines[at].begin);
    if (line.empty()) {
      continue;
    }
    if (line.size() > longest_under ||
        !re2::RE2::FullMatch(re2::StringPiece(line.data(), line.size()), part.under.get())) {
      break;
    }
    end = at + 1;
  }
  return end;
}

[[noreturn]] void fail(const std::string& part, const std::string& what) {
  throw Error(std::string(file_name) + ": part '" + part + "': " + what);
}

std::string text_of(const SchemaValue& row, const std::string& part, std::string_view key) {
  auto value = row[key].text_or({});
  if (value.empty()) {
    fail(part, "'" + std::string(key) + "' is missing, expected a string");
  }
  return value;
}

// The pattern that the `under` of `row` names; empty where it has none.
std::string under_of(const SchemaValue& row, const std::string& part, const SchemaValue& patterns) {
  const auto name = row["under"].text_or({});
  auto pattern = patterns[name].text_or({});
  if (!name.empty() && pattern.empty()) {
    fail(part, "under '" + name + "', expected a pattern of [under]");
  }
  return pattern;
}

// What lines that fit begin with; none where `row` does not say.
std::vector<std::string> begins_of(const SchemaValue& row, const std::string& part) {
  std::vector<std::string> begins;
  for (const auto& begin : row["begins"].items()) {
    begins.push_back(begin.text_or({}));
    if (begins.back().empty()) {
      fail(part, "'begins' with what is no text, expected strings");
    }
  }
  return begins;
}

void check(const std::string& part, const std::string& what, const LazyPattern& pattern) {
  if (!pattern.empty() && !pattern.get().ok()) {
    fail(part, what + " that RE2 does not read: " + pattern.get().error());
  }
}

}  // namespace

struct Boilerplate::Parts {
  std::vector<std::unique_ptr<const Part>> rows;

  /// `under` has the patterns that rows name.
  void add(const SchemaValue& row, const SchemaValue& under, bool built_in) {
    const auto part = row["name"].text_or("?");
    const auto extent = text_of(row, part, "extent");
    const auto* const at = std::ranges::find(extent_names, extent);
    if (at == extent_names.end()) {
      fail(part, "extent '" + extent + "', expected line, paragraph or rest");
    }
    rows.push_back(std::unique_ptr<const Part>(new Part{
        text_of(row, part, "name"), static_cast<Extent>(at - extent_names.begin()),
        Signs(begins_of(row, part), row["holds"].text_or({})),
        LazyPattern(text_of(row, part, "pattern")), LazyPattern(under_of(row, part, under))}));
    // Those of the program itself are compiled by the tests.
    if (!built_in) {
      check(part, "pattern", rows.back()->pattern);
      check(part, "'under'", rows.back()->under);
    }
  }

  /// The first of the parts that `line` fits; null where none does.
  [[nodiscard]] const Part* fitting(std::string_view line) const {
    if (line.empty() || line.size() > longest_line) {
      return nullptr;
    }
    const auto found = std::ranges::find_if(rows, [line](const auto& row) {
      return row->signs.may_be_of(line) &&
             re2::RE2::FullMatch(re2::StringPiece(line.data(), line.size()), row->pattern.get());
    });
    return found == rows.end() ? nullptr : found->get();
  }
};

Boilerplate::Boilerplate(std::span<const SchemaFile> files) {
  auto parts = std::make_unique<Parts>();
  const auto file = std::ranges::find(files, file_name, &SchemaFile::path);
  if (file != files.end()) {
    const SchemaTree tree(*file);
    const auto& table = tree.root();
    for (const auto& row : table["part"].items()) {
      if (!row.is_table()) {
        fail("?", "no table");
      }
      parts->add(row, table["under"], file->built_in);
    }
  }
  parts_ = std::move(parts);
}

Boilerplate::Boilerplate(Boilerplate&&) noexcept = default;
Boilerplate& Boilerplate::operator=(Boilerplate&&) noexcept = default;
Boilerplate::~Boilerplate() = default;

std::string_view Boilerplate::part_of(std::string_view line) const {
  const auto* part = parts_->fitting(trimmed(line));
  return part == nullptr ? std::string_view() : std::string_view(part->name);
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
    auto end = end_of(part->extent, lines, i);
    if (const auto further = end_with_under(*part, text, lines, end); is_late(lines, i, further)) {
      end = further;
    }
    const auto next = end;
    while (lines[end - 1].empty()) {
      --end;
    }
    found.push_back({{lines[i].begin, lines[end - 1].end}, part->name});
    i = next;
  }
  return found;
}

}  // namespace pressgraph
