// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/topics.hpp"

#include <algorithm>
#include <fstream>
#include <utility>
#include <vector>

#include "graph/error.hpp"
#include "graph/names.hpp"
#include "importers/authority/skos.hpp"
#include "importers/readers/csv.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_iri(std::string_view text) {
  const auto colon = text.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         text.find_first_of(" \t<>\"") == std::string_view::npos;
}

/// A table, row by row.
class LabelTable {
 public:
  LabelTable(std::istream& in, std::string path) : in_(in), path_(std::move(path)) {}

  void read(TopicThesaurus& into) {
    if (!next()) {
      fail("an empty file", "a header with the columns iri and label");
    }
    delimiter_ = delimiter_of(line_);
    const auto header = columns_of(line_, delimiter_);
    const auto iri = column(header, "iri");
    const auto label = column(header, "label");
    while (next()) {
      const auto values = columns_of(line_, delimiter_);
      if (values.size() == 1 && values[0].empty()) {
        continue;
      }
      if (values.size() != header.size()) {
        fail(std::to_string(values.size()) + " columns",
             std::to_string(header.size()) + ", as in the header");
      }
      if (!is_iri(values[iri])) {
        fail("\"" + values[iri] + "\" in the column iri",
             "an IRI like http://metadata.un.org/thesaurus/1006494");
      }
      into.add(values[label], values[iri], true);
    }
  }

 private:
  bool next() {
    if (!std::getline(in_, line_)) {
      return false;
    }
    ++number_;
    if (number_ == 1 && line_.starts_with(byte_order_mark)) {
      line_.erase(0, byte_order_mark.size());
    }
    if (line_.ends_with('\r')) {
      line_.pop_back();
    }
    return true;
  }

  [[nodiscard]] std::size_t column(const std::vector<std::string>& header,
                                   const std::string& name) const {
    const auto found = std::ranges::find(header, name);
    if (found == header.end()) {
      fail("no column \"" + name + "\" in the header",
           "the columns iri and label; SKOS is told by .ttl, .nt, or XML");
    }
    return static_cast<std::size_t>(found - header.begin());
  }

  [[noreturn]] void fail(const std::string& what, const std::string& expected) const {
    throw Error(path_ + ":" + std::to_string(std::max(number_, std::size_t{1})) + ": " + what +
                ", expected " + expected);
  }

  std::istream& in_;
  std::string path_;
  std::string line_;
  std::size_t number_ = 0;
  char delimiter_ = ',';
};

/// Raptor's name of the syntax, or an empty view for a table.
std::string_view syntax_of(const std::filesystem::path& path, std::istream& in) {
  const auto ending = path.extension();
  if (ending == ".ttl" || ending == ".nt") {
    return "turtle";  // which N-Triples is a part of
  }
  std::string start(byte_order_mark.size() + 1, '\0');
  in.read(start.data(), static_cast<std::streamsize>(start.size()));
  in.clear();
  in.seekg(0);
  const auto first = start.starts_with(byte_order_mark) ? start.back() : start.front();
  return first == '<' ? "rdfxml" : "";
}

}  // namespace

TopicThesaurus TopicThesaurus::read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in || std::filesystem::is_directory(path)) {
    throw Error(path.string() + ": cannot be read, expected a table or SKOS");
  }
  TopicThesaurus made;
  if (const auto syntax = syntax_of(path, in); !syntax.empty()) {
    read_skos(in, path.string(), syntax, made);
  } else {
    LabelTable(in, path.string()).read(made);
  }
  if (made.concepts_.empty()) {
    throw Error(path.string() +
                ": no label found, expected rows of iri and label, or skos:prefLabel");
  }
  return made;
}

void TopicThesaurus::add(std::string_view label, std::string_view iri, bool preferred) {
  auto key = comparable_name(label);
  if (key.empty()) {
    return;
  }
  const auto [place, fresh] = concepts_.try_emplace(std::move(key), Concept{});
  auto& known = place->second;
  if (fresh || (preferred && !known.preferred)) {
    known = {std::string(iri), preferred};
  } else if (preferred == known.preferred && known.iri != iri) {
    known.iri.clear();
  }
}

std::string_view TopicThesaurus::concept_of(std::string_view label) const {
  const auto found = concepts_.find(comparable_name(label));
  return found == concepts_.end() ? std::string_view() : found->second.iri;
}

void TopicThesaurus::link(Extraction& extraction) const {
  static constexpr std::string_view name = "exact_match";
  for (auto& node : extraction.nodes) {
    if (node.type != NodeType::topic) {
      continue;
    }
    // An extraction that passes through may have been linked before.
    std::erase_if(node.attributes, [](const Attribute& a) { return a.name == name; });
    if (const auto iri = concept_of(node.name); !iri.empty()) {
      node.attributes.push_back({std::string(name), std::string(iri)});
      std::ranges::sort(node.attributes);
    }
  }
}

}  // namespace pressgraph
