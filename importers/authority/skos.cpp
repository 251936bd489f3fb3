// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/skos.hpp"

#include <array>
#include <memory>

#include <raptor2.h>

#include "graph/error.hpp"
#include "importers/authority/topics.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view preferred_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
constexpr std::string_view other_label = "http://www.w3.org/2004/02/skos/core#altLabel";
constexpr std::size_t piece = std::size_t{64} * 1024;

template <auto release>
struct Releaser {
  template <typename T>
  void operator()(T* pointer) const {
    release(pointer);
  }
};

using World = std::unique_ptr<raptor_world, Releaser<raptor_free_world>>;
using Parser = std::unique_ptr<raptor_parser, Releaser<raptor_free_parser>>;
using Uri = std::unique_ptr<raptor_uri, Releaser<raptor_free_uri>>;

std::string_view text(const unsigned char* bytes, std::size_t length) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): Raptor gives unsigned bytes
  return {reinterpret_cast<const char*>(bytes), length};
}

std::string_view text(raptor_uri* uri) {
  std::size_t length = 0;
  const auto* bytes = raptor_uri_as_counted_string(uri, &length);
  return text(bytes, length);
}

void take(void* into, raptor_statement* statement) {
  const auto& subject = *statement->subject;
  const auto& object = *statement->object;
  if (subject.type != RAPTOR_TERM_TYPE_URI || object.type != RAPTOR_TERM_TYPE_LITERAL) {
    return;
  }
  const auto property = text(statement->predicate->value.uri);
  if (property == preferred_label || property == other_label) {
    const auto& literal = object.value.literal;
    static_cast<TopicThesaurus*>(into)->add(text(literal.string, literal.string_len),
                                            text(subject.value.uri), property == preferred_label);
  }
}

/// The first message, with its line.
struct Fault {
  std::string message;

  static void keep(void* first, raptor_log_message* logged) {
    auto& fault = *static_cast<Fault*>(first);
    if (fault.message.empty() && logged->level >= RAPTOR_LOG_LEVEL_ERROR) {
      const int line = logged->locator == nullptr ? -1 : logged->locator->line;
      fault.message = line > 0 ? ":" + std::to_string(line) + ": " : ": ";
      fault.message += logged->text != nullptr ? logged->text : "no RDF";
    }
  }
};

}  // namespace

void read_skos(std::istream& in, const std::string& path, std::string_view syntax,
               TopicThesaurus& into) {
  Fault fault;
  const World world(raptor_new_world());
  raptor_world_set_log_handler(world.get(), &fault, Fault::keep);
  const Parser parser(raptor_new_parser(world.get(), std::string(syntax).c_str()));
  raptor_parser_set_option(parser.get(), RAPTOR_OPTION_NO_NET, nullptr, 1);
  raptor_parser_set_option(parser.get(), RAPTOR_OPTION_NO_FILE, nullptr, 1);
  raptor_parser_set_statement_handler(parser.get(), &into, take);
  static constexpr std::array<unsigned char, 19> base_iri{"https://base.test/"};
  const Uri base(raptor_new_uri(world.get(), base_iri.data()));
  raptor_parser_parse_start(parser.get(), base.get());
  std::array<char, piece> bytes{};
  bool last = false;
  while (!last && fault.message.empty()) {
    in.read(bytes.data(), bytes.size());
    last = !in;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): Raptor takes unsigned bytes
    const auto* start = reinterpret_cast<const unsigned char*>(bytes.data());
    raptor_parser_parse_chunk(parser.get(), start, static_cast<std::size_t>(in.gcount()),
                              last ? 1 : 0);
  }
  if (!fault.message.empty()) {
    throw Error(path + fault.message + ", expected SKOS as " +
                (syntax == "rdfxml" ? "RDF/XML" : "Turtle or N-Triples"));
  }
}

}  // namespace pressgraph
