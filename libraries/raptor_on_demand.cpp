// SPDX-License-Identifier: Apache-2.0
// The functions of Raptor that we use, found in its library when the first of them is called. Few
// commands need it, and it brings thirty libraries with it (the network's among them), whose
// loading took two thirds of the time that every other command needed to start. Linked in the place
// of the library.
#include <cstddef>
#include <string>

#include <dlfcn.h>
#include <raptor2.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr const char* library_name = "libraptor2.so.0";

void* library() {
  static void* const loaded = dlopen(library_name, RTLD_NOW | RTLD_LOCAL);
  if (loaded == nullptr) {
    // The one thread that made what is static asks what went wrong for it.
    // NOLINTNEXTLINE(concurrency-mt-unsafe)
    const char* reason = dlerror();
    throw Error(std::string(library_name) +
                ": cannot be loaded, expected the library of Raptor 2 (" +
                std::string(reason == nullptr ? "no reason given" : reason) +
                "); install it, Debian has it as libraptor2-0");
  }
  return loaded;
}

/// The library's function of this name, which is of the type of ours.
template <typename Function>
Function* in_library(Function& /*ours*/, const char* name) {
  void* const found = dlsym(library(), name);
  if (found == nullptr) {
    throw Error(std::string(library_name) + ": has no function " + name + ", expected Raptor 2.0");
  }
  // As POSIX has it for dlsym.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  return reinterpret_cast<Function*>(found);
}

}  // namespace
}  // namespace pressgraph

// Named and typed as in raptor2.h, but for the names of their parameters.
// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name,readability-function-size)

raptor_world* raptor_new_world_internal(unsigned int version) {
  static const auto call =
      pressgraph::in_library(raptor_new_world_internal, "raptor_new_world_internal");
  return call(version);
}

int raptor_world_open(raptor_world* world) {
  static const auto call = pressgraph::in_library(raptor_world_open, "raptor_world_open");
  return call(world);
}

void raptor_free_world(raptor_world* world) {
  static const auto call = pressgraph::in_library(raptor_free_world, "raptor_free_world");
  call(world);
}

int raptor_world_set_log_handler(raptor_world* world, void* user, raptor_log_handler handler) {
  static const auto call =
      pressgraph::in_library(raptor_world_set_log_handler, "raptor_world_set_log_handler");
  return call(world, user, handler);
}

int raptor_unicode_check_utf8_string(const unsigned char* text, std::size_t size) {
  static const auto call =
      pressgraph::in_library(raptor_unicode_check_utf8_string, "raptor_unicode_check_utf8_string");
  return call(text, size);
}

raptor_uri* raptor_new_uri(raptor_world* world, const unsigned char* text) {
  static const auto call = pressgraph::in_library(raptor_new_uri, "raptor_new_uri");
  return call(world, text);
}

raptor_uri* raptor_new_uri_from_counted_string(raptor_world* world, const unsigned char* text,
                                               std::size_t size) {
  static const auto call = pressgraph::in_library(raptor_new_uri_from_counted_string,
                                                  "raptor_new_uri_from_counted_string");
  return call(world, text, size);
}

raptor_uri* raptor_uri_copy(raptor_uri* uri) {
  static const auto call = pressgraph::in_library(raptor_uri_copy, "raptor_uri_copy");
  return call(uri);
}

unsigned char* raptor_uri_as_counted_string(raptor_uri* uri, std::size_t* size) {
  static const auto call =
      pressgraph::in_library(raptor_uri_as_counted_string, "raptor_uri_as_counted_string");
  return call(uri, size);
}

void raptor_free_uri(raptor_uri* uri) {
  static const auto call = pressgraph::in_library(raptor_free_uri, "raptor_free_uri");
  call(uri);
}

raptor_term* raptor_new_term_from_counted_uri_string(raptor_world* world, const unsigned char* text,
                                                     std::size_t size) {
  static const auto call = pressgraph::in_library(raptor_new_term_from_counted_uri_string,
                                                  "raptor_new_term_from_counted_uri_string");
  return call(world, text, size);
}

raptor_term* raptor_new_term_from_counted_literal(raptor_world* world, const unsigned char* text,
                                                  std::size_t size, raptor_uri* datatype,
                                                  const unsigned char* language,
                                                  unsigned char language_size) {
  static const auto call = pressgraph::in_library(raptor_new_term_from_counted_literal,
                                                  "raptor_new_term_from_counted_literal");
  return call(world, text, size, datatype, language, language_size);
}

void raptor_free_term(raptor_term* term) {
  static const auto call = pressgraph::in_library(raptor_free_term, "raptor_free_term");
  call(term);
}

void raptor_statement_init(raptor_statement* statement, raptor_world* world) {
  static const auto call = pressgraph::in_library(raptor_statement_init, "raptor_statement_init");
  call(statement, world);
}

raptor_parser* raptor_new_parser(raptor_world* world, const char* name) {
  static const auto call = pressgraph::in_library(raptor_new_parser, "raptor_new_parser");
  return call(world, name);
}

void raptor_parser_set_statement_handler(raptor_parser* parser, void* user,
                                         raptor_statement_handler handler) {
  static const auto call = pressgraph::in_library(raptor_parser_set_statement_handler,
                                                  "raptor_parser_set_statement_handler");
  call(parser, user, handler);
}

int raptor_parser_set_option(raptor_parser* parser, raptor_option option, const char* text,
                             int number) {
  static const auto call =
      pressgraph::in_library(raptor_parser_set_option, "raptor_parser_set_option");
  return call(parser, option, text, number);
}

int raptor_parser_parse_start(raptor_parser* parser, raptor_uri* base) {
  static const auto call =
      pressgraph::in_library(raptor_parser_parse_start, "raptor_parser_parse_start");
  return call(parser, base);
}

int raptor_parser_parse_chunk(raptor_parser* parser, const unsigned char* bytes, std::size_t size,
                              int is_end) {
  static const auto call =
      pressgraph::in_library(raptor_parser_parse_chunk, "raptor_parser_parse_chunk");
  return call(parser, bytes, size, is_end);
}

void raptor_parser_parse_abort(raptor_parser* parser) {
  static const auto call =
      pressgraph::in_library(raptor_parser_parse_abort, "raptor_parser_parse_abort");
  call(parser);
}

raptor_locator* raptor_parser_get_locator(raptor_parser* parser) {
  static const auto call =
      pressgraph::in_library(raptor_parser_get_locator, "raptor_parser_get_locator");
  return call(parser);
}

void raptor_free_parser(raptor_parser* parser) {
  static const auto call = pressgraph::in_library(raptor_free_parser, "raptor_free_parser");
  call(parser);
}

raptor_serializer* raptor_new_serializer(raptor_world* world, const char* name) {
  static const auto call = pressgraph::in_library(raptor_new_serializer, "raptor_new_serializer");
  return call(world, name);
}

int raptor_serializer_set_namespace(raptor_serializer* serializer, raptor_uri* uri,
                                    const unsigned char* prefix) {
  static const auto call =
      pressgraph::in_library(raptor_serializer_set_namespace, "raptor_serializer_set_namespace");
  return call(serializer, uri, prefix);
}

int raptor_serializer_start_to_iostream(raptor_serializer* serializer, raptor_uri* uri,
                                        raptor_iostream* stream) {
  static const auto call = pressgraph::in_library(raptor_serializer_start_to_iostream,
                                                  "raptor_serializer_start_to_iostream");
  return call(serializer, uri, stream);
}

int raptor_serializer_serialize_statement(raptor_serializer* serializer,
                                          raptor_statement* statement) {
  static const auto call = pressgraph::in_library(raptor_serializer_serialize_statement,
                                                  "raptor_serializer_serialize_statement");
  return call(serializer, statement);
}

int raptor_serializer_serialize_end(raptor_serializer* serializer) {
  static const auto call =
      pressgraph::in_library(raptor_serializer_serialize_end, "raptor_serializer_serialize_end");
  return call(serializer);
}

void raptor_free_serializer(raptor_serializer* serializer) {
  static const auto call = pressgraph::in_library(raptor_free_serializer, "raptor_free_serializer");
  call(serializer);
}

raptor_iostream* raptor_new_iostream_from_handler(raptor_world* world, void* user,
                                                  const raptor_iostream_handler* handler) {
  static const auto call =
      pressgraph::in_library(raptor_new_iostream_from_handler, "raptor_new_iostream_from_handler");
  return call(world, user, handler);
}

void raptor_free_iostream(raptor_iostream* stream) {
  static const auto call = pressgraph::in_library(raptor_free_iostream, "raptor_free_iostream");
  call(stream);
}

// NOLINTEND(readability-inconsistent-declaration-parameter-name,readability-function-size)
