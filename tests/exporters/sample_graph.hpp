// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "graph/model.hpp"

/// Small extractions in our own words, for the tests of the writers.
namespace pressgraph {

inline Span span_of(const std::string& text, const std::string& words) {
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

/// A person, a body, an act and a meeting, with an asserted, a repeated, a scheduled and a negated
/// claim; the second sentence begins after characters of two to four bytes.
inline Extraction sample_extraction() {
  Extraction made;
  auto& release = made.release;
  release.id = "harbour-2024-03-01";
  release.title = "Mr. Ólafsson opens the Harbour Meeting";
  release.published = "2024-03-01";
  release.modified = "2024-03-02T10:00:00Z";
  release.publisher = "Harbour Council";
  release.url = "https://press.example.org/2024/harbour";
  release.topics = {"Ports", "Law of the sea"};
  release.language = "en";
  release.text =
      "“Mr. Jón Ólafsson” 🚢 opened the Harbour Meeting. He cited resolution 9999 (2024) "
      "and said \"yes\".\nMr. Ólafsson did not cite resolution 9998 (2024).";
  release.source = {"harbour.txt", 0, std::string(64, 'a')};
  const auto& text = release.text;
  const auto first = span_of(text, "“Mr. Jón Ólafsson” 🚢 opened the Harbour Meeting.");
  const auto second = span_of(text, "He cited resolution 9999 (2024) and said \"yes\".");
  const auto third = span_of(text, "Mr. Ólafsson did not cite resolution 9998 (2024).");
  made.sentences = {first, second, third};
  const auto he = Span{second.begin, second.begin + 2};
  made.nodes = {
      {"n0", NodeType::release, release.title, {}, {}, {}},
      {"n1",
       NodeType::official,
       "Jón Ólafsson",
       {"Mr. Ólafsson"},
       {{"country", "Iceland"}},
       {{Field::title, {0, 13}},
        {Field::text, span_of(text, "Mr. Jón Ólafsson")},
        {Field::text, he}}},
      {"n2",
       NodeType::event,
       "Harbour Meeting",
       {},
       {{"ordinal", "3"}, {"start", "2024-03-01"}},
       {{Field::text, span_of(text, "Harbour Meeting")}}},
      {"n3",
       NodeType::resolution,
       "S/RES/9999 (2024)",
       {"resolution 9999 (2024)"},
       {{"link", "https://undocs.org/S/RES/9999(2024)"}, {"year", "2024"}},
       {{Field::text, span_of(text, "resolution 9999 (2024)")}}},
      {"n4",
       NodeType::resolution,
       "S/RES/9998 (2024)",
       {},
       {{"year", "2024"}},
       {{Field::text, span_of(text, "resolution 9998 (2024)")}}},
      {"n5", NodeType::agency, "Harbour Council", {}, {}, {{Field::publisher, {0, 15}}}},
      {"n6", NodeType::topic, "Law of the sea", {}, {}, {{Field::topics, {6, 20}}}},
  };
  const auto opened = span_of(text, "opened");
  const auto cited = span_of(text, "cited");
  made.edges = {
      {"n1",
       Relation::addressed,
       "n2",
       {},
       Status::asserted,
       "",
       0.95,
       {Field::text, first, opened, "frame/open", {}}},
      {"n1",
       Relation::cited,
       "n3",
       {{"locator", "para. 5"}, {"locator", "para. 6"}},
       Status::asserted,
       "",
       0.9,
       {Field::text, second, cited, "frame/cite", {{{Field::text, he}, "pronoun"}}}},
      {"n1",
       Relation::cited,
       "n4",
       {},
       Status::negated,
       "n5",
       0.8,
       {Field::text, third, span_of(text, "did not cite"), "frame/cite", {}}},
      {"n0",
       Relation::about,
       "n6",
       {},
       Status::asserted,
       "",
       1.0,
       {Field::topics, {6, 20}, {6, 20}, "metadata/topics", {}}},
      {"n5",
       Relation::published,
       "n0",
       {},
       Status::asserted,
       "",
       1.0,
       {Field::publisher, {0, 15}, {0, 15}, "metadata/publisher", {}}},
  };
  made.schema_version = "1";
  made.lexicon_version = "0123456789abcdef";
  return made;
}

}  // namespace pressgraph
