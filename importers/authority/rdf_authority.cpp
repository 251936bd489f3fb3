// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/rdf_authority.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <raptor2.h>

#include "graph/error.hpp"
#include "importers/authority/nesting.hpp"
#include "libraries/raptor_handles.hpp"

namespace pressgraph {
namespace {

// Only relative IRIs get it, and those are not kept.
constexpr std::string_view base = "relative:";
constexpr std::size_t piece = 1ULL << 16U;

const unsigned char* bytes_at(std::string_view text) {
  return static_cast<const unsigned char*>(static_cast<const void*>(text.data()));
}

std::string_view text_of(const unsigned char* start, std::size_t length) {
  return start == nullptr
             ? std::string_view()
             : std::string_view(static_cast<const char*>(static_cast<const void*>(start)), length);
}

std::string_view text_of(raptor_uri* uri) {
  std::size_t length = 0;
  const auto* start = raptor_uri_as_counted_string(uri, &length);
  return text_of(start, length);
}

std::string name_of(std::string_view syntax) {
  return syntax == "rdfxml" ? "RDF/XML" : syntax == "turtle" ? "Turtle" : "N-Triples";
}

class Reading {
 public:
  Reading(const char* syntax, std::string path, const AuthorityLimits& limits,
          const RdfHandlers& handlers)
      : path_(std::move(path)),
        limits_(limits),
        handlers_(handlers),
        expected_(name_of(syntax)),
        world_(raptor_new_world()) {
    raptor_world_set_log_handler(world_.get(), this, [](void* self, raptor_log_message* message) {
      static_cast<Reading*>(self)->complain(*message);
    });
    raptor_world_open(world_.get());
    parser_.reset(raptor_new_parser(world_.get(), syntax));
    if (!parser_) {
      throw Error(std::string("this build of Raptor cannot read ") + syntax);
    }
    for (const auto& [option, value] : {std::pair{RAPTOR_OPTION_NO_NET, 1},
                                        {RAPTOR_OPTION_NO_FILE, 1},
                                        {RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, 0}}) {
      raptor_parser_set_option(parser_.get(), option, nullptr, value);
    }
    raptor_parser_set_statement_handler(parser_.get(), this,
                                        [](void* self, raptor_statement* statement) {
                                          static_cast<Reading*>(self)->statement(*statement);
                                        });
  }

  void run(std::string_view bytes) {
    const RaptorUri base_uri(
        raptor_new_uri_from_counted_string(world_.get(), bytes_at(base), base.size()));
    raptor_parser_parse_start(parser_.get(), base_uri.get());
    for (std::size_t at = 0; at < bytes.size() || at == 0; at += piece) {
      const auto part = bytes.substr(at, piece);
      const bool is_last = at + piece >= bytes.size();
      const int status =
          raptor_parser_parse_chunk(parser_.get(), bytes_at(part), part.size(), is_last ? 1 : 0);
      if (!message_.empty()) {
        throw Error(path_ + message_);
      }
      if (status != 0) {
        throw Error(path_ + ": Raptor cannot read it");
      }
    }
  }

 private:
  void complain(const raptor_log_message& message) {
    if (message_.empty() && message.level >= RAPTOR_LOG_LEVEL_ERROR) {
      keep(std::string("Raptor reports: ") +
               (message.text != nullptr ? message.text : "an error without a message") +
               ", expected " + expected_,
           message.locator);
    }
  }

  void keep(const std::string& what, const raptor_locator* locator) {
    const bool placed = locator != nullptr && locator->line > 0;
    message_ = (placed ? ":" + std::to_string(locator->line) : std::string()) + ": " + what;
  }

  // Raptor is C: what is wrong is thrown after it has returned.
  void stop(const std::string& what) {
    if (message_.empty()) {
      keep(what, raptor_parser_get_locator(parser_.get()));
      raptor_parser_parse_abort(parser_.get());
    }
  }

  void statement(const raptor_statement& said) {
    if (++statements_ > limits_.statements) {
      stop("more than " + std::to_string(limits_.statements) +
           " statements, expected a list of names; leave out what is no label or link");
      return;
    }
    if (!message_.empty() || said.subject->type != RAPTOR_TERM_TYPE_URI) {
      return;
    }
    const auto subject = text_of(said.subject->value.uri);
    const auto predicate = text_of(said.predicate->value.uri);
    if (subject.starts_with(base)) {
      return;
    }
    if (said.object->type == RAPTOR_TERM_TYPE_URI) {
      if (const auto iri = text_of(said.object->value.uri); !iri.starts_with(base)) {
        handlers_.iri(subject, predicate, iri);
      }
    } else if (said.object->type == RAPTOR_TERM_TYPE_LITERAL) {
      const auto& literal = said.object->value.literal;
      if (literal.string_len > limits_.literal) {
        stop("a value of " + std::to_string(literal.string_len) + " bytes, expected at most " +
             std::to_string(limits_.literal));
        return;
      }
      handlers_.words(subject, predicate, text_of(literal.string, literal.string_len));
    }
  }

  std::string path_;
  const AuthorityLimits& limits_;
  const RdfHandlers& handlers_;
  std::string expected_;
  std::string message_;  ///< with the line before it
  std::size_t statements_ = 0;
  RaptorWorld world_;
  RaptorParser parser_;
};

}  // namespace

void read_rdf(std::string_view bytes, const std::string& path, const std::string& syntax,
              const AuthorityLimits& limits, const RdfHandlers& handlers) {
  if (syntax == "rdfxml") {
    check_xml_nesting(bytes, path, limits.depth);
  } else if (syntax == "turtle") {
    check_turtle_nesting(bytes, path, limits.depth);
  }
  Reading(syntax.c_str(), path, limits, handlers).run(bytes);
}

void read_rdf_authority(std::string_view bytes, const std::string& path, const char* syntax,
                        const AuthorityLimits& limits, AuthorityEntries& entries) {
  read_rdf(bytes, path, syntax, limits,
           {[&](auto subject, auto predicate, auto iri) { entries.iri(subject, predicate, iri); },
            [&](auto subject, auto predicate, auto words) {
              entries.words(subject, predicate, words);
            }});
}

}  // namespace pressgraph
