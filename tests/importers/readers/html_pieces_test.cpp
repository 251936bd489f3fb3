// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_pieces.hpp"

#include <string>

#include <gtest/gtest.h>

#include "importers/readers/html_text.hpp"

namespace pressgraph {
namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) {
    all += text;
  }
  return all;
}

std::string joined(std::string_view html) {
  std::string all;
  for (const auto piece : html_pieces(html)) {
    all += piece;
  }
  return all;
}

TEST(HtmlPieces, LeaveAPageAsItIs) {
  const auto page = "<html><body>" + repeated("<p class=\"a b\">One &amp; two.</p>\n", 10'000);
  EXPECT_TRUE(is_one_html_piece(page));
  EXPECT_TRUE(is_one_html_piece(""));
  EXPECT_TRUE(is_one_html_piece("no markup, 1 < 2"));
}

TEST(HtmlPieces, CutWhatHasMoreTagsOrAttributesAndLoseNothing) {
  const auto tags = repeated("<br>", most_html_markup + 10);
  EXPECT_EQ(html_pieces(tags).size(), 2U);
  EXPECT_EQ(joined(tags), tags);
  const auto attributes = repeated("<a b='1 2' c=d e>x</a>", most_html_markup / 5 + 10);
  EXPECT_EQ(html_pieces(attributes).size(), 2U);
  EXPECT_EQ(joined(attributes), attributes);
}

TEST(HtmlPieces, LeaveOutATagOfTooManyAttributes) {
  const auto html = "<p>one</p><p " + repeated("a=1 ", 2000) + ">two</p>";
  EXPECT_EQ(joined(html), "<p>one</p>two</p>");
  EXPECT_FALSE(is_one_html_piece(html));
}

TEST(HtmlPieces, CountNoScriptAndNoComment) {
  EXPECT_TRUE(is_one_html_piece("<script>" + repeated("if (a<b c d e f) ", 20'000) + "</SCRIPT>"));
  EXPECT_TRUE(is_one_html_piece("<!-- " + repeated("<a b c> ", 50'000) + "-->"));
  EXPECT_TRUE(is_one_html_piece("<style>" + repeated("a<b c d e f ", 20'000)));
}

TEST(HtmlPieces, CountWhatStandsBehindATagThatBeginsLikeAScript) {
  EXPECT_FALSE(is_one_html_piece("<styled>" + repeated("<b>x</b>", most_html_markup)));
  EXPECT_FALSE(is_one_html_piece("<scripty><p " + repeated("a=1 ", 2000) + ">"));
}

TEST(HtmlPieces, AreReadOneAfterTheOther) {
  const auto text = text_of_html(repeated("<p>a &amp; b</p>", most_html_markup));
  EXPECT_TRUE(text.starts_with("a & b\n"));
  EXPECT_TRUE(text.ends_with("a & b"));
  EXPECT_EQ(text.find('<'), std::string::npos);
}

}  // namespace
}  // namespace pressgraph
