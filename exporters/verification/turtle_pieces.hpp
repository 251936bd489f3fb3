// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace pressgraph {

/// Raptor knows no quoted triples: `<< S P O >> Q V .` is given to it as a statement whose terms
/// are all this IRI, then `S P O .`, then `Q V .` of this IRI.
constexpr std::string_view quoted_subject = "urn:x-pressgraph:quoted";

/// Cuts a Turtle or TriG document into documents of about 1 MB that say the same: whole statements
/// and graphs, each piece with the prefixes declared so far in front of it on its first line. For
/// Raptor's parser, which would hold all of the document in memory. It looks at IRIs, strings,
/// comments, braces and full stops (Turtle 1.1 section 6.5, TriG 1.1) and at nothing else.
class TurtlePieces {
 public:
  /// Keeps `in`, which must outlive it.
  explicit TurtlePieces(std::istream& in) : in_(*in.rdbuf()) {}

  /// False at the end. Throws Error where the document ends within a statement, or where one is
  /// larger than 64 MB.
  bool next();

  [[nodiscard]] const std::string& text() const { return text_; }

  /// The line of the document that the first line of the piece belongs to.
  [[nodiscard]] std::uint64_t line() const { return first_line_; }

 private:
  int get();
  bool scan_statement();
  bool scan_from(int c);
  bool directive_ends();
  bool ends_at_stop();
  void scan_comment();
  void scan_angle();
  void unquote();
  void scan_iri();
  void scan_string(char quote);
  void scan_long_string(char quote);
  [[noreturn]] void fail(const std::string& what) const;

  std::streambuf& in_;
  std::string statement_;
  std::size_t lines_before_ = 0;  ///< ends of lines before it, so that places stay true
  int depth_ = 0;                 ///< of braces
  std::size_t quoted_end_ = 0;    ///< where `>>` ends that `<<` begins the statement with
  std::string prefixes_;
  std::string text_;
  std::uint64_t line_ = 1;
  std::uint64_t first_line_ = 1;
};

}  // namespace pressgraph
