// SPDX-License-Identifier: Apache-2.0
// Tables with a header, as RFC 4180 says and as spreadsheets write them.
#include <algorithm>

#include "graph/identity.hpp"
#include "importers/readers/charset.hpp"
#include "importers/readers/csv.hpp"
#include "importers/readers/field_names.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/lines.hpp"

namespace pressgraph {
namespace {

// Rows of a table: a row goes over several lines where a quoted value does.
class Rows {
 public:
  Rows(std::istream& in, std::uint64_t limit) : lines_(in, limit), limit_(limit) {}

  bool next() {
    row_.clear();
    too_large_ = false;
    unclosed_ = false;
    bool quoted = false;
    for (bool first = true; next_line(first); first = false) {
      line_ = first ? number_ : line_;
      too_large_ = too_large_ || too_long_ || row_.size() + text_.size() > limit_;
      if (!too_large_) {
        row_ += text_;
      }
      quoted = ends_quoted(text_, quoted);
      if (!quoted || too_large_) {
        return true;
      }
      row_ += '\n';
    }
    unclosed_ = quoted;
    return quoted;
  }

  /// The lines of the row but its first are read once more, as rows of their own.
  void read_again() {
    at_ = second_line_;
    number_ = line_;
  }

  /// What parts the columns; until it is told, any of what does.
  void parted_by(char delimiter) { delimiters_ = delimiter; }

  [[nodiscard]] std::string_view row() const {
    const std::string_view row = row_;
    return row.substr(0, row.find_last_not_of('\r') + 1);
  }
  [[nodiscard]] std::uint64_t line() const { return line_; }
  [[nodiscard]] bool too_large() const { return too_large_; }
  /// Whether a quotation mark is not closed at the end of the table.
  [[nodiscard]] bool unclosed() const { return unclosed_; }
  [[nodiscard]] bool has_lines() const { return row_.find('\n') != std::string::npos; }

 private:
  // Whether a value that a quotation mark opened goes on behind `line`. Only where a value begins
  // does a mark open one: elsewhere it may mean inches.
  [[nodiscard]] bool ends_quoted(std::string_view line, bool quoted) const {
    bool begins = !quoted;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (quoted && c == '"') {
        const bool two = i + 1 < line.size() && line[i + 1] == '"';
        quoted = two;
        i += two ? 1U : 0U;
      } else if (!quoted) {
        quoted = begins && c == '"';
        begins = delimiters_.find(c) != std::string::npos;
      }
    }
    return quoted;
  }

  bool next_line(bool first) {
    if (first && at_ > again_.size() / 2) {
      again_.erase(0, at_);
      at_ = 0;
    }
    const bool more = at_ < again_.size() || lines_.next();
    if (more && at_ < again_.size()) {
      const auto end = again_.find('\n', at_);
      text_ = again_.substr(at_, end - at_);
      at_ = end + 1;
      ++number_;
      too_long_ = false;
    } else if (more) {
      text_ = lines_.line();
      number_ = lines_.number();
      too_long_ = lines_.too_long();
      again_ += first || too_long_ ? "" : text_ + '\n';
      at_ = again_.size();
    }
    second_line_ = first ? at_ : second_line_;
    return more;
  }

  Lines lines_;
  std::uint64_t limit_;
  std::string delimiters_ = ",;\t|";
  std::string text_;  // of a line
  std::uint64_t number_ = 0;
  bool too_long_ = false;
  std::string again_;  // lines of a row but its first, in case that they are rows
  std::size_t at_ = 0;
  std::size_t second_line_ = 0;  // of the row, in again_
  std::string row_;
  std::uint64_t line_ = 0;
  bool too_large_ = false;
  bool unclosed_ = false;
};

Record release_of_row(Rows& rows, const std::vector<std::string>& header, char delimiter,
                      const Input& input) {
  const auto values = columns_of(decoded(rows.row(), input.around.charset), delimiter);
  // A mark that is not closed would take the rows after its own, up to the next mark or to the end.
  if ((values.size() != header.size() || rows.unclosed()) && rows.has_lines()) {
    rows.read_again();
    return BadRecord{input.path, rows.line(), "a quotation mark that is not closed",
                     "one at the value's end; the rows below are read"};
  }
  if (values.size() != header.size()) {
    return BadRecord{input.path, rows.line(), std::to_string(values.size()) + " columns",
                     std::to_string(header.size()) + ", as in the header"};
  }
  FieldValues fields(input.limits.explain);
  for (std::size_t i = 0; i < header.size(); ++i) {
    fields.add(header[i], values[i]);
  }
  auto release = fields.release();
  if (release.text.empty()) {
    return BadRecord{input.path, rows.line(), "a row without text",
                     "a column \"text\", \"content\" or \"body\" with the release's words"};
  }
  release.source = {input.path, rows.line(), sha256_hex(rows.row())};
  finish_release(release, input.path, fields.number());
  return release;
}

}  // namespace

char told_delimiter(std::string_view line) {
  return line.size() == 5 && lower_ascii(line).starts_with("sep=") ? line.back() : '\0';
}

char delimiter_of(std::string_view header) {
  constexpr std::string_view delimiters = ",;\t|";
  return *std::ranges::max_element(delimiters, {},
                                   [&](char c) { return std::ranges::count(header, c); });
}

std::vector<std::string> columns_of(std::string_view row, char delimiter) {
  std::vector<std::string> columns(1);
  bool quoted = false;
  bool begins = true;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    if (c == '"' && quoted && i + 1 < row.size() && row[i + 1] == '"') {
      columns.back() += c;
      ++i;
    } else if (c == '"' && (quoted || begins)) {
      quoted = !quoted;
    } else if (c == delimiter && !quoted) {
      columns.emplace_back();
      begins = true;
      continue;
    } else {
      columns.back() += c;
    }
    begins = false;
  }
  return columns;
}

bool read_csv(const Input& input) {
  Rows rows(input.in, input.limits.max_record);
  if (!rows.next()) {
    return input.sink(BadRecord{input.path, 0, "an empty table", "a header, then rows"});
  }
  auto first = decoded(rows.row(), input.around.charset);
  const auto told = told_delimiter(first);
  if (told != '\0' && rows.next()) {
    first = decoded(rows.row(), input.around.charset);
  }
  const auto delimiter = told != '\0' ? told : delimiter_of(first);
  rows.parted_by(delimiter);
  const auto header = columns_of(first, delimiter);
  const bool has_text = std::ranges::any_of(header, [](const std::string& column) {
    const auto* field = field_named_in_record(column);
    return field != nullptr && field->target == Target::text;
  });
  if (!has_text) {
    return input.sink(BadRecord{input.path, rows.line(), "a header without a column of text",
                                "one of \"text\", \"content\", \"body\" among its columns"});
  }
  bool go_on = true;
  while (go_on && rows.next()) {
    if (rows.too_large()) {
      go_on = input.sink(too_large(input, "a row", rows.line()));
    } else if (!rows.row().empty()) {
      go_on = input.sink(release_of_row(rows, header, delimiter, input));
    }
  }
  return go_on;
}

}  // namespace pressgraph
