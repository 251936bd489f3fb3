// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/turtle_pieces.hpp"

#include <algorithm>
#include <cctype>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr int end_of_stream = std::char_traits<char>::eof();
constexpr std::size_t enough = std::size_t{1} << 20U;
constexpr std::size_t largest_statement = std::size_t{64} << 20U;

bool is_blank(int c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// True where `statement` begins with `word` in any case, and then a blank: SPARQL's directives,
/// which no full stop ends.
bool begins_with_word(std::string_view statement, std::string_view word) {
  const auto is_same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == b;
  };
  return statement.size() > word.size() && is_blank(statement[word.size()]) &&
         std::equal(word.begin(), word.end(), statement.begin(), is_same);
}

bool is_sparql_directive(std::string_view statement) {
  return begins_with_word(statement, "prefix") || begins_with_word(statement, "base");
}

}  // namespace

void TurtlePieces::fail(const std::string& what) const {
  throw Error("line " + std::to_string(line_) + ": " + what);
}

int TurtlePieces::get() {
  const int c = in_.sbumpc();
  if (c == end_of_stream) {
    return c;
  }
  line_ += c == '\n' ? 1U : 0U;
  statement_ += static_cast<char>(c);
  if (statement_.size() > largest_statement) {
    fail("a statement of more than 64 MB, expected a full stop before");
  }
  return c;
}

/// Up to the end of the line; what it says is dropped.
void TurtlePieces::scan_comment() {
  statement_.pop_back();
  while (in_.sgetc() != end_of_stream && in_.sgetc() != '\n') {
    in_.sbumpc();
  }
}

void TurtlePieces::scan_iri() {
  for (int c = get(); c != '>'; c = get()) {
    if (c == end_of_stream || c == '\n') {
      fail("an IRI without an end, expected '>'");
    }
  }
}

void TurtlePieces::scan_string(char quote) {
  const auto start = statement_.size();
  for (int c = get(); c != quote; c = get()) {
    if (c == end_of_stream || c == '\n') {
      fail("a string without an end, expected a closing quotation mark");
    }
    if (c == '\\') {
      get();
    }
  }
  if (statement_.size() == start + 1 && in_.sgetc() == quote) {
    get();
    scan_long_string(quote);
  }
}

/// After three quotation marks.
void TurtlePieces::scan_long_string(char quote) {
  for (int marks = 0; marks < 3;) {
    const int c = get();
    if (c == end_of_stream) {
      fail("a string without an end, expected three closing quotation marks");
    }
    marks = c == quote ? marks + 1 : 0;
    if (c == '\\') {
      get();
    }
  }
}

/// After '<': an IRI, or the beginning of a quoted triple.
void TurtlePieces::scan_angle() {
  if (in_.sgetc() != '<') {
    scan_iri();
    return;
  }
  if (statement_.size() != 1) {
    fail("a quoted triple within a statement, expected one as a subject alone");
  }
  get();
}

/// A statement about a quoted triple as three that Raptor reads.
void TurtlePieces::unquote() {
  const auto marker = "<" + std::string(quoted_subject) + "> ";
  const auto triple = statement_.substr(2, quoted_end_ - 4);
  statement_ =
      marker + marker + marker + ". " + triple + ". " + marker + statement_.substr(quoted_end_);
}

/// A full stop outside of braces ends a statement where no name or number goes on.
bool TurtlePieces::ends_at_stop() {
  const int after = in_.sgetc();
  return depth_ == 0 && (is_blank(after) || after == end_of_stream || after == '#');
}

/// After '<': whether what began with it is a directive, and whole.
bool TurtlePieces::directive_ends() {
  scan_angle();
  return depth_ == 0 && is_sparql_directive(statement_);
}

/// What begins with `c`, which is already taken. True where the statement ends with it.
bool TurtlePieces::scan_from(int c) {
  switch (c) {
    case '#':
      scan_comment();
      return false;
    case '<':
      return directive_ends();
    case '>':
      if (in_.sgetc() == '>' && quoted_end_ == 0) {
        get();
        quoted_end_ = statement_.size();
      }
      return false;
    case '"':
    case '\'':
      scan_string(static_cast<char>(c));
      return false;
    case '{':
      ++depth_;
      return false;
    case '}':
      return --depth_ == 0;
    default:
      return c == '.' && ends_at_stop();
  }
}

/// One statement, directive or graph, into `statement_`. False at the end of the document.
bool TurtlePieces::scan_statement() {
  statement_.clear();
  lines_before_ = 0;
  quoted_end_ = 0;
  depth_ = 0;
  for (int c = get(); c != end_of_stream; c = get()) {
    if (is_blank(c) && statement_.size() == 1) {
      statement_.clear();
      lines_before_ += c == '\n' ? 1U : 0U;
    } else if (scan_from(c)) {
      if (c == '.' && quoted_end_ != 0) {
        unquote();
      }
      return true;
    }
  }
  if (statement_.empty()) {
    return false;
  }
  fail("the document ends within a statement, expected a full stop or '}'; was the file cut?");
}

bool TurtlePieces::next() {
  text_ = prefixes_;
  first_line_ = line_;
  bool found = false;
  while (text_.size() < prefixes_.size() + enough && scan_statement()) {
    found = true;
    if (statement_.front() == '@' || is_sparql_directive(statement_)) {
      auto directive = statement_;
      std::ranges::replace(directive, '\n', ' ');
      prefixes_ += directive + " ";
    }
    text_.append(lines_before_, '\n').append(statement_).append(" ");
  }
  return found;
}

}  // namespace pressgraph
