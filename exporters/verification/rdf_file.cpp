// SPDX-License-Identifier: Apache-2.0
// Raptor holds all of a Turtle document until its end: it gets such a document in pieces.
#include "exporters/verification/rdf_file.hpp"

#include <array>
#include <cstdint>
#include <exception>
#include <memory>
#include <utility>

#include <raptor2.h>

#include "exporters/turtle.hpp"
#include "exporters/verification/turtle_pieces.hpp"
#include "graph/error.hpp"
#include "libraries/raptor_handles.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view base = "https://w3id.org/pressgraph/id/";
constexpr std::string_view plain_type = "http://www.w3.org/2001/XMLSchema#string";

const unsigned char* bytes(std::string_view text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): Raptor takes unsigned bytes
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string_view text_of(const unsigned char* start, std::size_t length) {
  if (start == nullptr) {
    return {};
  }
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): and gives them
  return {reinterpret_cast<const char*>(start), length};
}

std::string_view text_of(raptor_uri* uri) {
  if (uri == nullptr) {
    return {};
  }
  std::size_t length = 0;
  const auto* start = raptor_uri_as_counted_string(uri, &length);
  return text_of(start, length);
}

void append(const raptor_term* term, StatementLine& line) {
  switch (term->type) {
    case RAPTOR_TERM_TYPE_URI:
      line.iri(text_of(term->value.uri));
      return;
    case RAPTOR_TERM_TYPE_LITERAL: {
      const auto& literal = term->value.literal;
      line.literal(text_of(literal.string, literal.string_len), text_of(literal.datatype),
                   text_of(literal.language, literal.language_len));
      return;
    }
    case RAPTOR_TERM_TYPE_BLANK:
      line.blank(text_of(term->value.blank.string, term->value.blank.string_len));
      return;
    case RAPTOR_TERM_TYPE_UNKNOWN:
      return;
  }
}

/// One parser and what it calls back.
class Reading {
 public:
  Reading(raptor_world* world, const char* syntax, const TakeItem& take)
      : take_(take), parser_(raptor_new_parser(world, syntax)) {
    if (!parser_) {
      throw Error(std::string("this build of Raptor cannot read ") + syntax);
    }
    raptor_world_set_log_handler(world, this, [](void* self, raptor_log_message* message) {
      static_cast<Reading*>(self)->complain(*message);
    });
    raptor_parser_set_statement_handler(parser_.get(), this,
                                        [](void* self, raptor_statement* statement) {
                                          static_cast<Reading*>(self)->statement(*statement);
                                        });
    const RaptorUri base_uri(raptor_new_uri_from_counted_string(world, bytes(base), base.size()));
    raptor_parser_parse_start(parser_.get(), base_uri.get());
  }

  /// `first_line` is that of the document, where a piece of it is parsed.
  void parse(std::string_view chunk, bool is_last, std::uint64_t first_line) {
    const int status =
        raptor_parser_parse_chunk(parser_.get(), bytes(chunk), chunk.size(), is_last ? 1 : 0);
    if (thrown_) {
      std::rethrow_exception(thrown_);
    }
    if (!message_.empty() || status != 0) {
      const auto text = message_.empty() ? "an error without a message" : message_;
      throw Error("line " + std::to_string(first_line - 1 + message_line_) +
                  ": Raptor reports: " + text);
    }
  }

  [[nodiscard]] const RdfSigns& signs() const { return signs_; }

 private:
  void complain(const raptor_log_message& message) {
    if (message_.empty()) {
      message_ = message.text != nullptr ? message.text : "an error without a message";
      if (message.locator != nullptr && message.locator->line > 0) {
        message_line_ = static_cast<std::uint64_t>(message.locator->line);
      }
    }
  }

  /// Begins the line with the subject; true where the statement is no more than a sign that the
  /// next one is quoted. How quoted triples come through Raptor is in turtle_pieces.hpp.
  bool is_marker(const raptor_statement& statement) {
    const bool is_marked = statement.subject->type == RAPTOR_TERM_TYPE_URI &&
                           text_of(statement.subject->value.uri) == quoted_subject;
    if (!is_marked) {
      append(statement.subject, line_);
      return false;
    }
    signs_.has_quoted_triples = true;
    quotes_next_ = text_of(statement.predicate->value.uri) == quoted_subject;
    line_ = quotes_next_ ? StatementLine() : quoted_;
    return quotes_next_;
  }

  /// No exception may pass through Raptor, which is C.
  void statement(const raptor_statement& statement) noexcept {
    if (thrown_) {
      return;
    }
    try {
      if (is_marker(statement)) {
        return;
      }
      append(statement.predicate, line_);
      append(statement.object, line_);
      if (statement.graph != nullptr) {
        append(statement.graph, line_);
        signs_.has_graphs = true;
      }
      if (std::exchange(quotes_next_, false)) {
        quoted_ = std::exchange(line_, {});
        quoted_.quote();
      } else {
        take_(line_.done());
      }
    } catch (...) {
      thrown_ = std::current_exception();
    }
  }

  const TakeItem& take_;
  RaptorParser parser_;
  StatementLine line_;
  RdfSigns signs_;
  bool quotes_next_ = false;  ///< the next triple is only quoted
  StatementLine quoted_;
  std::exception_ptr thrown_;
  std::string message_;
  std::uint64_t message_line_ = 1;
};

RdfSigns read_whole(raptor_world* world, std::istream& in, const char* syntax,
                    const TakeItem& take) {
  Reading reading(world, syntax, take);
  std::array<char, std::size_t{1} << 16U> chunk{};
  bool is_last = false;
  while (!is_last) {
    in.read(chunk.data(), chunk.size());
    const auto length = static_cast<std::size_t>(in.gcount());
    is_last = length < chunk.size();
    reading.parse({chunk.data(), length}, is_last, 1);
  }
  return reading.signs();
}

}  // namespace

void StatementLine::iri(std::string_view iri) {
  line_.append("<").append(iri).append("> ");
}

void StatementLine::literal(std::string_view text, std::string_view datatype_iri,
                            std::string_view language) {
  append_string(line_, text);
  if (!language.empty()) {
    line_.append("@").append(language);
  } else if (!datatype_iri.empty() && datatype_iri != plain_type) {
    line_.append("^^<").append(datatype_iri).append(">");
  }
  line_ += ' ';
}

void StatementLine::blank(std::string_view label) {
  line_.append("_:").append(label).append(" ");
}

void StatementLine::quote() {
  line_ = "<< " + line_ + ">> ";
}

Item StatementLine::done() {
  line_.pop_back();
  Item item(ItemKind::statement, line_);
  line_.clear();
  return item;
}

RdfSigns read_rdf(std::istream& in, RdfSyntax syntax, const TakeItem& take) {
  const RaptorWorld world(raptor_new_world());
  raptor_world_open(world.get());
  if (syntax != RdfSyntax::turtle) {
    return read_whole(world.get(), in, syntax == RdfSyntax::xml ? "rdfxml" : "nquads", take);
  }
  TurtlePieces pieces(in);
  RdfSigns signs;
  while (pieces.next()) {
    Reading reading(world.get(), "trig", take);
    reading.parse(pieces.text(), true, pieces.line());
    signs.has_graphs = signs.has_graphs || reading.signs().has_graphs;
    signs.has_quoted_triples = signs.has_quoted_triples || reading.signs().has_quoted_triples;
  }
  return signs;
}

}  // namespace pressgraph
