// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/boilerplate.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

#include <re2/re2.h>
#include <re2/set.h>
#include <toml++/toml.h>

#include "graph/error.hpp"

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

/// What marks a part. Its pattern is compiled where a line may fit it, which most releases never
/// need.
class Part {
 public:
  Part(std::string name, Extent extent, std::string pattern, std::string under)
      : name_(std::move(name)),
        extent_(extent),
        pattern_(std::move(pattern)),
        under_(std::move(under)) {}

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Extent extent() const { return extent_; }
  [[nodiscard]] const re2::RE2& pattern() const {
    std::call_once(once_, [this] { compiled_.emplace(pattern_, options()); });
    return *compiled_;
  }
  /// What lines under it fit that belong to it too; null where none do.
  [[nodiscard]] const re2::RE2* under() const {
    if (!under_.empty()) {
      std::call_once(once_under_, [this] { compiled_under_.emplace(under_, options()); });
    }
    return under_.empty() ? nullptr : &*compiled_under_;
  }

 private:
  std::string name_;
  Extent extent_;
  std::string pattern_;
  std::string under_;
  mutable std::once_flag once_;
  mutable std::optional<re2::RE2> compiled_;
  mutable std::once_flag once_under_;
  mutable std::optional<re2::RE2> compiled_under_;
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

// The length of the "{0,250}" that begins `pattern`, if it counts so far that compiling it takes
// long; 0 for anything else.
std::size_t long_count(std::string_view pattern) {
  constexpr std::string_view digits = "0123456789";
  const auto end = pattern.find('}');
  if (!pattern.starts_with('{') || end == std::string_view::npos) {
    return 0;
  }
  const auto inside = pattern.substr(1, end - 1);
  const auto comma = inside.rfind(',');
  const auto most = inside.substr(comma == std::string_view::npos ? 0 : comma + 1);
  const bool number = !most.empty() && most.find_first_not_of(digits) == std::string_view::npos &&
                      inside.find_first_not_of("0123456789,") == std::string_view::npos;
  return number && most.size() >= 2 ? end + 1 : 0;
}

// `pattern` with its long counts as "*": it fits all that `pattern` fits, and takes a tenth of the
// time to compile.
std::string loosened(std::string_view pattern) {
  if (pattern.find("\\Q") != std::string_view::npos) {
    return std::string(pattern);
  }
  std::string out;
  while (!pattern.empty()) {
    std::size_t length = pattern.front() == '\\' ? 2 : 1;
    if (pattern.front() == '[') {
      length = end_of_class(pattern);
    }
    if (const auto count = long_count(pattern); count > 0) {
      out += '*';
      length = count;
    } else {
      out += pattern.substr(0, length);
    }
    pattern.remove_prefix(std::min(length, pattern.size()));
  }
  return out;
}

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

std::string text_of(const toml::table& row, const std::string& part, std::string_view key) {
  const auto value = row[key].value<std::string>();
  if (!value || value->empty()) {
    fail(part, "'" + std::string(key) + "' is missing, expected a string");
  }
  return *value;
}

// The pattern that the `under` of `row` names; empty where it has none.
std::string under_of(const toml::table& row, const std::string& part, const toml::table& patterns) {
  const auto name = row["under"].value_or(std::string());
  auto pattern = patterns[name].value_or(std::string());
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
  void add(const toml::table& row, const toml::table& under, bool built_in) {
    const auto part = row["name"].value_or(std::string("?"));
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
    if (loose.Add(loosened(pattern), nullptr) < 0) {
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
      if (re2::RE2::FullMatch(words, part.pattern())) {
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
    try {
      const auto table = toml::parse(file->text, file->path);
      const auto* named = table["under"].as_table();
      const auto under = named == nullptr ? toml::table() : *named;
      if (const auto* rows = table["part"].as_array(); rows != nullptr) {
        for (const auto& row : *rows) {
          if (!row.is_table()) {
            fail("?", "no table");
          }
          parts->add(*row.as_table(), under, file->built_in);
        }
      }
    } catch (const toml::parse_error& error) {
      throw Error(file->path + ":" + std::to_string(error.source().begin.line) + ": " +
                  std::string(error.description()));
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
