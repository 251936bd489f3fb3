// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/citations.hpp"

namespace pressgraph {

inline const CitationGrammar& grammar() {
  static const auto files = embedded_schemas();
  static const CitationGrammar instance(files);
  return instance;
}

/// What `text` cites, as one sentence of its own.
inline std::vector<Citation> cited(std::string_view text, std::string_view publisher = "",
                                   std::string_view date = "") {
  const std::vector<Span> whole{{0, static_cast<std::uint32_t>(text.size())}};
  return grammar().find(text, whole, {publisher, date});
}

/// What paragraphs cite, each one sentence.
inline std::vector<Citation> cited_in(const std::vector<std::string_view>& paragraphs) {
  std::string text;
  std::vector<Span> sentences;
  for (const auto paragraph : paragraphs) {
    text += text.empty() ? "" : "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += paragraph;
    sentences.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  return grammar().find(text, sentences, {"", ""});
}

inline std::vector<std::string> names_of(const std::vector<Citation>& citations) {
  std::vector<std::string> result;
  for (const auto& citation : citations) {
    result.push_back(citation.normal_form);
  }
  return result;
}

inline std::vector<std::string> names(std::string_view text) {
  return names_of(cited(text));
}

}  // namespace pressgraph
