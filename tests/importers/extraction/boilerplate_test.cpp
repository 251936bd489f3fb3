// SPDX-License-Identifier: Apache-2.0
// schemas/boilerplate.toml: the lines that each part must and must not fit, and what comes of it.
#include "importers/extraction/boilerplate.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <toml++/toml.h>

#include "graph/error.hpp"
#include "importers/extraction/extract.hpp"
#include "tests/importers/extraction/sentences.hpp"

namespace pressgraph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> strings(const toml::table& row, const char* key) {
  std::vector<std::string> all;
  if (const auto* values = row[key].as_array(); values != nullptr) {
    for (const auto& value : *values) {
      all.push_back(value.value_or(std::string()));
    }
  }
  return all;
}

const Boilerplate& known() {
  static const auto files = embedded_schemas();
  static const Boilerplate boilerplate(files);
  return boilerplate;
}

TEST(BoilerplateParts, FitTheirExamplesAndNoOtherLines) {
  const auto files = embedded_schemas();
  const auto file = std::ranges::find(files, "boilerplate.toml", &SchemaFile::path);
  ASSERT_NE(file, files.end());
  const auto table = toml::parse(file->text);
  const auto* parts = table["part"].as_array();
  ASSERT_NE(parts, nullptr);
  for (const auto& part : *parts) {
    const auto& row = *part.as_table();
    const auto name = row["name"].value_or(std::string());
    const auto examples = strings(row, "examples");
    const auto others = strings(row, "others");
    EXPECT_THAT(examples, Not(IsEmpty())) << name;
    EXPECT_THAT(others, Not(IsEmpty())) << name;
    for (const auto& line : examples) {
      EXPECT_EQ(known().part_of(line), name) << line;
    }
    for (const auto& line : others) {
      EXPECT_EQ(known().part_of(line), "") << line;
    }
  }
}

std::vector<std::string> marked(const std::string& text) {
  std::vector<std::string> found;
  for (const auto& part : known().find(text)) {
    found.push_back(part.rule + ": " +
                    text.substr(part.span.begin, part.span.end - part.span.begin));
  }
  return found;
}

constexpr const char* story =
    "The Minister of Ports met with the Mayor of Larvik on Monday.\n\n"
    "She recalled Security Council resolution 2396 (2017).\n\n";

TEST(Boilerplate, MarksLinesParagraphsAndWhatIsLeft) {
  EXPECT_THAT(
      marked(std::string(story) + "  ###  \n\nMedia contact:\nAda Nwosu\n+47 22 00 00 00\n\n"
                                  "The Ministry was founded in 1921."),
      ElementsAre("end-mark: ###", "contacts: Media contact:\nAda Nwosu\n+47 22 00 00 00"));
  EXPECT_THAT(marked(std::string(story) + "Notes to editors\n\n1. The port is old.\n\n"),
              ElementsAre("notes-to-editors: Notes to editors\n\n1. The port is old."));
}

TEST(Boilerplate, MarksTheLinesUnderAHeadingOfContacts) {
  EXPECT_THAT(marked(std::string(story) + story +
                     "For more information, please contact:\n\n"
                     "Jane Doe, Spokesperson, Ministry of Ports, jane@ports.example\n"
                     "S\u00F8ren \u00D8by, Press Officer\n\nFax 22 00 00 01\n\n"
                     "Jane Doe met with the Mayor of Larvik.\n\n"
                     "Jon Roe, Press Officer"),
              ElementsAre("contact-line: For more information, please contact:\n\n"
                          "Jane Doe, Spokesperson, Ministry of Ports, jane@ports.example\n"
                          "S\u00F8ren \u00D8by, Press Officer\n\nFax 22 00 00 01"));
  EXPECT_THAT(
      marked(std::string(story) + "Media contacts\n\nJane Doe, Spokesperson of the Ministry "
                                  "of Ports, Tel: +47 22 00 00 00\n\nJon Roe, Director of "
                                  "Communications of UNICEF, jon@unicef.example"),
      testing::SizeIs(1));
}

TEST(Boilerplate, LeavesLinesUnderAHeadingThatTellOfTheSubject) {
  for (const std::string line :
       {"Jane Doe, Minister of Ports, met with the Mayor of Larvik.",
        "The Council adopted resolution 2396 (2017) in 2017.", "Jane Doe said that it rained."}) {
    EXPECT_THAT(marked(std::string(story) + "Contacts:\n\n" + line),
                ElementsAre("contacts: Contacts:"));
  }
  EXPECT_THAT(marked("Contact: Press Section\nJane Doe, Minister of Ports\n\n" +
                     std::string(story) + story),
              ElementsAre("contact-line: Contact: Press Section"));
}

TEST(Boilerplate, MarksOnlyTheHeadingOfNotesThatStandBeforeTheText) {
  EXPECT_THAT(marked("Notes to editors\n\n" + std::string(story) + story),
              ElementsAre("notes-to-editors: Notes to editors"));
}

TEST(Boilerplate, MarksNothingInAnEmptyText) {
  EXPECT_THAT(known().find(""), IsEmpty());
  EXPECT_THAT(known().find("\n\n"), IsEmpty());
}

TEST(Boilerplate, MakesNoEdgeAndIsNotLost) {
  Release release;
  release.id = "r";
  release.title = "Talks in Larvik";
  release.text = std::string(story) +
                 "Notes to editors\n\nThe Security Council adopted resolution 1373 (2001).\n"
                 "Ada Nwosu met with Karl Brandt.";
  const auto extraction = Extractor().extract(release);
  EXPECT_NE(node_named(extraction, "S/RES/2396 (2017)"), nullptr);
  EXPECT_EQ(node_named(extraction, "S/RES/1373 (2001)"), nullptr);
  EXPECT_EQ(node_named(extraction, "Ada Nwosu"), nullptr);
  EXPECT_EQ(extraction.release.text, release.text);
  EXPECT_EQ(extraction.boilerplate.size(), 1U);
  std::vector<std::string> sentences;
  for (const auto& span : extraction.sentences) {
    sentences.push_back(release.text.substr(span.begin, span.end - span.begin));
  }
  EXPECT_THAT(sentences, Contains("Ada Nwosu met with Karl Brandt."));
}

TEST(Boilerplate, CountsAsItsPatternsDo) {
  const std::string toml =
      "[[part]]\nname = 'counted'\npattern = 'a.{0,20}b'\nextent = 'line'\n"
      "[[part]]\nname = 'class'\npattern = '[]{,30}[:digit:]]{2,25}'\nextent = 'line'\n"
      "[[part]]\nname = 'escaped'\npattern = 'c\\{1,30}'\nextent = 'line'\n";
  const std::vector<SchemaFile> files{{"boilerplate.toml", toml}};
  const Boilerplate boilerplate(files);
  EXPECT_EQ(boilerplate.part_of("a" + std::string(20, 'x') + "b"), "counted");
  EXPECT_EQ(boilerplate.part_of("a" + std::string(21, 'x') + "b"), "");
  EXPECT_EQ(boilerplate.part_of("{3}]"), "class");
  EXPECT_EQ(boilerplate.part_of("3"), "");
  EXPECT_EQ(boilerplate.part_of(std::string(26, '3')), "");
  EXPECT_EQ(boilerplate.part_of("c{1,30}"), "escaped");
}

std::string refusal(const std::string& toml) {
  const std::vector<SchemaFile> files{{"boilerplate.toml", toml}};
  try {
    const Boilerplate boilerplate(files);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(Boilerplate, NamesThePartThatItCannotUse) {
  EXPECT_EQ(refusal("[[part]]\nname = 'a'\npattern = 'x'\nextent = 'page'"),
            "boilerplate.toml: part 'a': extent 'page', expected line, paragraph or rest");
  EXPECT_EQ(refusal("[[part]]\nname = 'a'\npattern = 'x'\nextent = 'line'\nunder = 'y'"),
            "boilerplate.toml: part 'a': under 'y', expected a pattern of [under]");
  EXPECT_THAT(refusal("[[part]]\nname = 'a'\npattern = '('\nextent = 'line'"),
              HasSubstr("part 'a': pattern that RE2 does not read"));
  EXPECT_EQ(refusal("[[part]]\nname = 'a'\nextent = 'line'"),
            "boilerplate.toml: part 'a': 'pattern' is missing, expected a string");
  EXPECT_THAT(refusal("[[part]"), HasSubstr("boilerplate.toml:1: "));
  EXPECT_EQ(refusal(""), "");
}

}  // namespace
}  // namespace pressgraph
