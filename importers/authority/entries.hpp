// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/authority.hpp"

namespace pressgraph {

/// Gathers what statements say of each IRI.
class AuthorityEntries {
 public:
  /// What `subject` has under `predicate`, both IRIs: another IRI, or words. Other predicates say
  /// nothing here.
  void iri(std::string_view subject, std::string_view predicate, std::string_view value);
  void words(std::string_view subject, std::string_view predicate, std::string_view value);

  /// Those with a label and of a known class or none, by IRI.
  std::vector<AuthorityEntry> take();

 private:
  struct Gathered {
    AuthorityEntry entry;
    bool other_class = false;
  };
  std::map<std::string, Gathered, std::less<>> all_;

  Gathered& at(std::string_view subject);
};

/// Sorts `values`, each once, without empty ones.
void sort_once(std::vector<std::string>& values);

}  // namespace pressgraph
