// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/lexicon_check.hpp"

#include <gtest/gtest.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

std::string fault(const std::string& name, const std::string& text) {
  try {
    check_lexicon({"lexicons/" + name + ".toml", text, {}});
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST(LexiconCheck, FindsNoFaultInOurOwn) {
  for (const auto& file : embedded_schemas()) {
    EXPECT_NO_THROW(check_lexicon(file)) << file.path;
  }
}

TEST(LexiconCheck, NamesAFieldThatIsNone) {
  EXPECT_EQ(
      fault("bodies", "body = [\n  {id=\"x\", name=\"X\", kind=\"ngo\", acronym=\"X\"}]"),
      "lexicons/bodies.toml:2: unknown field \"acronym\", expected one of id, name, aliases, "
      "translations, acronyms, former, short, parent, country, kind, ambiguous in a [[body]]");
  EXPECT_EQ(fault("given_names", "mail = []"),
            "lexicons/given_names.toml:1: unknown field \"mail\", expected one of male, female, "
            "unisex, ambiguous, example");
}

TEST(LexiconCheck, NamesAFormerNameWithoutALastDay) {
  const auto expected = [](const std::string& said) {
    return "lexicons/bodies.toml:2: former name \"" + said +
           "\", expected \"NAME until DATE\", the last day as YYYY-MM-DD, YYYY-MM or YYYY";
  };
  for (const std::string said : {"Y", "Y until", " until 2018", "Y until 2018-02-30",
                                 "Y until 2018-13", "Y until 31 May 2018", "Y until 2018-12-31 "}) {
    EXPECT_EQ(fault("bodies",
                    "body = [\n  {id=\"x\", name=\"X\", kind=\"ngo\", former=[\"" + said + "\"]}]"),
              expected(said));
  }
}

TEST(LexiconCheck, NamesWhatIsMissing) {
  EXPECT_EQ(fault("bodies", "[[body]]\nid = \"x\"\nname = \"X\"\n"),
            "lexicons/bodies.toml:1: no kind, expected kind = \"...\" in a [[body]]");
}

TEST(LexiconCheck, NamesAValueOfAnotherKind) {
  EXPECT_EQ(fault("places", "place = [{name=\"X\", kind=\"city\", aliases=\"Y\"}]"),
            "lexicons/places.toml:1: \"aliases\" is no list, expected [\"...\", \"...\"]");
  EXPECT_EQ(fault("places", "place = [{name=\"X\", kind=\"city\", ambiguous=\"yes\"}]"),
            "lexicons/places.toml:1: \"ambiguous\" is no truth, expected true or false");
  EXPECT_EQ(fault("titles", "ranks = [\"A\",\n1]"),
            "lexicons/titles.toml:2: \"ranks\" holds something else, expected texts alone");
}

TEST(LexiconCheck, NamesARelationThatIsNone) {
  EXPECT_EQ(
      fault("verbs", "[[verb]]\nframe = \"event\"\nrelation = \"hostd\"\nforms = []\n"),
      "lexicons/verbs.toml:3: relation \"hostd\", expected one of held, addressed, cited, "
      "hosted, participated, adopted, holds, spoke_for, part_of, located_in, about, published, "
      "said, mentions");
}

}  // namespace
}  // namespace pressgraph
