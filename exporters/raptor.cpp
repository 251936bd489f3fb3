// SPDX-License-Identifier: Apache-2.0
#include "exporters/raptor.hpp"

#include <array>
#include <map>

#include <raptor2.h>

#include "exporters/xml.hpp"
#include "graph/error.hpp"
#include "libraries/raptor_handles.hpp"

namespace pressgraph {
namespace {

using Serializer = std::unique_ptr<raptor_serializer, RaptorReleaser<raptor_free_serializer>>;
using Stream = std::unique_ptr<raptor_iostream, RaptorReleaser<raptor_free_iostream>>;
using Term = std::unique_ptr<raptor_term, RaptorReleaser<raptor_free_term>>;

const unsigned char* bytes(const std::string& text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): Raptor takes unsigned bytes
  return reinterpret_cast<const unsigned char*>(text.c_str());
}

std::ostream& stream(void* out) {
  return *static_cast<std::ostream*>(out);
}

int write_byte(void* out, const int byte) {
  return stream(out).put(static_cast<char>(byte)) ? 0 : 1;
}

int write_bytes(void* out, const void* data, std::size_t size, std::size_t count) {
  const auto length = static_cast<std::streamsize>(size * count);
  stream(out).write(static_cast<const char*>(data), length);
  return stream(out) ? static_cast<int>(count) : 0;
}

constexpr raptor_iostream_handler handler{2,           nullptr, nullptr, write_byte,
                                          write_bytes, nullptr, nullptr, nullptr};

void keep_message(void* first, raptor_log_message* message) {
  auto& kept = *static_cast<std::string*>(first);
  if (kept.empty()) {
    kept = message->text != nullptr ? message->text : "an error without a message";
  }
}

}  // namespace

struct RaptorSink::State {
  std::string syntax;
  std::string message;  ///< the first one logged
  RaptorWorld world;
  Stream stream;
  Serializer serializer;
  std::map<std::string_view, Term> names;  ///< the terms that were used, by prefixed name
  std::string main_iri;
  Term main;
  Term beside;
  std::string scratch;

  Term resource(std::string_view iri) {
    scratch.clear();
    append_iri(scratch, iri);
    return Term(
        raptor_new_term_from_counted_uri_string(world.get(), bytes(scratch), scratch.size()));
  }

  raptor_term* named(std::string_view name) {
    auto& term = names[name];
    if (!term) {
      term = resource(expand(name));
    }
    return term.get();
  }

  Term literal(const Object& object) {
    const auto text =
        syntax == "rdfxml" ? xml_characters(object.value) : without_noncharacters(object.value);
    if (raptor_unicode_check_utf8_string(bytes(text), text.size()) == 0) {
      throw Error("export as " + syntax + ": a text is not valid UTF-8: " + text.substr(0, 80));
    }
    RaptorUri datatype;
    if (!object.datatype.empty()) {
      datatype.reset(raptor_uri_copy(named(object.datatype)->value.uri));
    }
    return Term(raptor_new_term_from_counted_literal(world.get(), bytes(text), text.size(),
                                                     datatype.get(), nullptr, 0));
  }

  /// Throws what Raptor logged.
  void check() const {
    if (!message.empty()) {
      throw Error("export as " + syntax + ": Raptor reports: " + message);
    }
  }
};

RaptorSink::RaptorSink(const std::string& syntax, std::ostream& out)
    : state_(std::make_unique<State>()) {
  auto& state = *state_;
  state.syntax = syntax;
  state.world.reset(raptor_new_world());
  raptor_world_set_log_handler(state.world.get(), &state.message, keep_message);
  raptor_world_open(state.world.get());
  state.serializer.reset(raptor_new_serializer(state.world.get(), syntax.c_str()));
  state.stream.reset(raptor_new_iostream_from_handler(state.world.get(), &out, &handler));
  if (!state.serializer || !state.stream) {
    throw Error("export as " + syntax + ": this build of Raptor has no such serializer");
  }
  for (const auto& prefix : prefixes) {
    const std::string iri(prefix.iri);
    const std::string name(prefix.name);
    const RaptorUri uri(raptor_new_uri(state.world.get(), bytes(iri)));
    raptor_serializer_set_namespace(state.serializer.get(), uri.get(), bytes(name));
  }
  if (raptor_serializer_start_to_iostream(state.serializer.get(), nullptr, state.stream.get()) !=
      0) {
    state.check();
    throw Error("export as " + syntax + ": Raptor cannot begin");
  }
}

RaptorSink::~RaptorSink() = default;

void RaptorSink::subject(std::string_view iri) {
  state_->main = state_->resource(iri);
  state_->beside.reset();
}

void RaptorSink::aside(std::string_view iri) {
  state_->beside = state_->resource(iri);
}

void RaptorSink::back() {
  state_->beside.reset();
}

void RaptorSink::add(std::string_view predicate, const Object& object) {
  auto& state = *state_;
  Term made;
  raptor_statement statement{};
  raptor_statement_init(&statement, state.world.get());
  statement.subject = state.beside ? state.beside.get() : state.main.get();
  statement.predicate = state.named(predicate);
  if (object.kind == Object::Kind::name) {
    statement.object = state.named(object.value);
  } else {
    made = object.kind == Object::Kind::iri ? state.resource(object.value) : state.literal(object);
    statement.object = made.get();
  }
  if (statement.object == nullptr ||
      raptor_serializer_serialize_statement(state.serializer.get(), &statement) != 0) {
    state.check();
    throw Error("export as " + state.syntax + ": Raptor refuses a statement");
  }
}

void RaptorSink::finish() {
  if (raptor_serializer_serialize_end(state_->serializer.get()) != 0) {
    state_->check();
    throw Error("export as " + state_->syntax + ": Raptor cannot end");
  }
  state_->check();
}

}  // namespace pressgraph
