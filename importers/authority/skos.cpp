// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/skos.hpp"

#include "graph/error.hpp"
#include "importers/authority/rdf_authority.hpp"
#include "importers/authority/topics.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view preferred_label = "http://www.w3.org/2004/02/skos/core#prefLabel";
constexpr std::string_view other_label = "http://www.w3.org/2004/02/skos/core#altLabel";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// At most one byte more than `most`.
std::string bytes_of(std::istream& in, std::size_t most) {
  std::string bytes(most + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace

void read_skos(std::istream& in, const std::string& path, std::string_view syntax,
               TopicThesaurus& into) {
  const AuthorityLimits limits;
  const auto bytes = bytes_of(in, limits.bytes);
  if (bytes.size() > limits.bytes) {
    throw Error(path + ": more than " + std::to_string(limits.bytes) +
                " bytes, expected a thesaurus; leave out what is no label");
  }
  std::string_view text(bytes);
  text.remove_prefix(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  const auto label = [&](std::string_view subject, std::string_view predicate,
                         std::string_view words) {
    if (predicate == preferred_label || predicate == other_label) {
      into.add(words, subject, predicate == preferred_label);
    }
  };
  const auto link = [](std::string_view, std::string_view, std::string_view) {};
  read_rdf(text, path, std::string(syntax), limits, {link, label});
}

}  // namespace pressgraph
