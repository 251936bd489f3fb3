// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/stored_text.hpp"

#include <gtest/gtest.h>

#include "importers/readers/charset.hpp"

namespace pressgraph {
namespace {

TEST(PlainText, MakesBlanksSpacesAndLeavesOutWhatCannotBeSeen) {
  EXPECT_EQ(plain_text("a\xC2\xA0"
                       "b\tc\xE2\x80\xAF"
                       "d"),
            "a b c d");
  EXPECT_EQ(plain_text("co\xC2\xADop\xE2\x80\x8B\xEF\xBB\xBF"), "coop");
  EXPECT_EQ(plain_text("o\xEF\xAC\x83"
                       "ce \xEF\xAC\x81re"),
            "office fire");
  EXPECT_EQ(plain_text("\n\na  \n\n\n\nb\n"), "a\n\nb");
}

TEST(PlainText, RepairsUtf8ThatWasTakenForWindows1252) {
  EXPECT_EQ(plain_text("The Council\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s caf\xC3\x83\xC2\xA9"),
            "The Council\xE2\x80\x99s caf\xC3\xA9");
  EXPECT_EQ(plain_text("don\xC2\x92t"), "don\xE2\x80\x99t");  // a C1 control
}

TEST(PlainText, CountsWhatItRepairs) {
  const auto before = repaired_characters();
  plain_text(
      "the Minister\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s caf\xC3\x83\xC2\xA9, and a caf\xC3\xA9");
  EXPECT_EQ(repaired_characters() - before, 2U);
}

TEST(PlainText, LeavesWordsThatOnlyLookSo) {
  for (const std::string text :
       {"S\xC3\x83O PAULO", "\xC3\x82ngela", "\xC3\x89ire", "na\xC3\xAFve \xE2\x80\x99"}) {
    EXPECT_EQ(plain_text(text), text);
  }
}

TEST(JoinedLines, JoinsLinesThatFillAWidth) {
  const std::string wrapped =
      "The Minister of Transport opened the new harbour of Larvik on Monday, and\n"
      "spoke of its forty ships a day. The quay is a kilometre long, and took\n"
      "four years to build. It was paid for by the fishing fleet of the town, the\n"
      "largest in the country.\n\nShe will visit Oslo next.";
  EXPECT_EQ(
      joined_lines(wrapped),
      "The Minister of Transport opened the new harbour of Larvik on Monday, and spoke of its "
      "forty ships a day. The quay is a kilometre long, and took four years to build. It was "
      "paid for by the fishing fleet of the town, the largest in the country.\n\nShe will "
      "visit Oslo next.");
}

TEST(JoinedLines, PassesOverAFewLinesThatLostTheirBreak) {
  const std::string lines[] = {"of the northern sea to mend", "their nets before the winter",
                               "and to tell the town of what", "they had lost in the storms,"};
  std::string wrapped;
  std::string joined;
  for (int i = 0; i < 12; ++i) {
    const auto line = lines[i % 4] + " that came over the coast";
    wrapped += line + "\n";
    joined += line + " ";
  }
  const std::string longer(120, 'x');
  EXPECT_EQ(joined_lines(wrapped + longer + "\nthe end."), joined + longer + " the end.");
}

TEST(JoinedLines, LeavesParagraphsThatAreOneLineEach) {
  std::string text;
  for (int i = 0; i < 8; ++i) {
    text += std::string(300, 'x') + " paragraph.\n";
  }
  EXPECT_EQ(joined_lines(text + "A short one.\nAnother."), text + "A short one.\nAnother.");
}

TEST(JoinedLines, LeavesListsAndShortLines) {
  const std::string list =
      "Participants came from all of the countries around the northern sea, among\n"
      "- Norway\n- Sweden\n- Denmark\nH.E. Mr. Antonio Guterres\nSecretary-General\nNew York";
  EXPECT_EQ(joined_lines(list), list);
}

TEST(DropRepeatedTitle, TakesOnlyAWholeLine) {
  std::string text = "A title\n\nWords.";
  drop_repeated_title(text, "A title");
  EXPECT_EQ(text, "Words.");
  text = "A title and more\n\nWords.";
  drop_repeated_title(text, "A title");
  EXPECT_EQ(text, "A title and more\n\nWords.");
}

TEST(DropRepeatedTitle, TakesItAsOftenAsItStandsThere) {
  const std::string title = "Minister \"opens\" port \u2013 at last | Ministry of Ports";
  std::string text =
      "MINISTER OPENS PORT - AT LAST\n\nMinister \u201Copens\u201D port, at last | Ministry of "
      "Ports\nMinister opens port, at last\n\nWords of Minister opens port.\nMinister opens port";
  drop_repeated_title(text, title);
  EXPECT_EQ(text, "Words of Minister opens port.\nMinister opens port");
  text = "A title\n\nA title";
  drop_repeated_title(text, "A title");
  EXPECT_EQ(text, "A title");
  text = "***\nWords.";
  drop_repeated_title(text, "--");
  EXPECT_EQ(text, "***\nWords.");
}

// As pdftotext gives a page: a word that was parted is whole, and with it the lines are one.
TEST(JoinedLines, JoinsPrintedLinesWhereSomeBreaksAreLost) {
  const std::string text =
      "16 October 2017\n"
      "The Minister of Ports, Ada Nwosu, opened the port of Bergen on Monday in a ceremony with "
      "the "
      "Foreign Minister of Norway. She recalled resolution 2396 (2017) of\n"
      "the Security Council and spoke of the official finding that had been made before.\n"
      "The second paragraph is here and goes on for a good while so that it fills one line\n"
      "and a half.\n- point one";
  const auto joined = joined_lines(text, Breaks::printed);
  EXPECT_EQ(joined.find("16 October 2017\nThe Minister"), 0U);
  EXPECT_NE(joined.find("(2017) of the Security Council"), std::string::npos);
  EXPECT_NE(joined.find("fills one line and a half.\n- point one"), std::string::npos);
}

TEST(Decoded, GoesByMarkThenUtf8ThenDeclarationThenStatistics) {
  EXPECT_EQ(decoded(std::string("\xFF\xFE"
                                "a\0\xE9\0",
                                6)),
            "a\xC3\xA9");
  EXPECT_EQ(decoded("caf\xC3\xA9", "iso-8859-1"), "caf\xC3\xA9");
  EXPECT_EQ(decoded("\xF2\xE5\xEA\xF1\xF2", "windows-1251"),
            "\xD1\x82\xD0\xB5\xD0\xBA\xD1\x81\xD1\x82");
  EXPECT_EQ(decoded("don\x92t", "iso-8859-1"), "don\xE2\x80\x99t");
  EXPECT_EQ(decoded("caf\xE9 and th\xE9", ""), "caf\xC3\xA9 and th\xC3\xA9");
}

}  // namespace
}  // namespace pressgraph
