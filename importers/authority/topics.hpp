// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "graph/model.hpp"

/// Links of a publisher's own categories to the concepts of a thesaurus, such as the UNBIS
/// thesaurus of the United Nations, that the user supplies.
namespace pressgraph {

/// Labels and the concepts they stand for. Immutable once read; share one among all threads.
class TopicThesaurus {
 public:
  /// Reads a table or SKOS. A table (RFC 4180) has a header with the columns `iri` and `label`, and
  /// a row for each label. SKOS, as RDF/XML (told by its first character), Turtle or N-Triples (by
  /// the ending .ttl or .nt), gives skos:prefLabel and skos:altLabel of every language. Nothing is
  /// fetched. Throws Error that names file, line, what is wrong and what was expected, also where
  /// no label was found.
  static TopicThesaurus read(const std::filesystem::path& path);

  /// The concept that `label` stands for, or an empty view. Labels are compared without regard to
  /// case, accents and punctuation. Where one label stands for two concepts, the one that prefers
  /// it is meant; where that does not tell, neither. Valid as long as the thesaurus.
  [[nodiscard]] std::string_view concept_of(std::string_view label) const;

  /// Gives each Topic of `extraction` whose name is a label the attribute "exact_match" with the
  /// concept's IRI.
  void link(Extraction& extraction) const;

  /// Takes a label into the thesaurus; what was said of it before stays.
  void add(std::string_view label, std::string_view iri, bool preferred);

 private:
  struct Concept {
    std::string iri;  ///< empty: two concepts, none of them meant
    bool preferred = false;
  };
  std::map<std::string, Concept, std::less<>> concepts_;  // by comparable name
};

}  // namespace pressgraph
