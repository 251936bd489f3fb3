// SPDX-License-Identifier: Apache-2.0
// Pages in the layouts of ministries, in our own words, each with the text that stands in it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;
using Words = std::map<std::string, int>;

struct Page {
  std::string name;
  std::string layout;  // as read --explain names it; empty where the article is found without one
};

void PrintTo(const Page& page, std::ostream* out) {
  *out << page.name;
}

fs::path folder() {
  return fs::path(PRESSGRAPH_SOURCE_DIR) / "tests/importers/readers/pages";
}

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (const char c : text + ' ') {
    const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & '\x80') != 0;
    if (letter) {
      word += c;
    } else if (!word.empty()) {
      ++words[word];
      word.clear();
    }
  }
  return words;
}

double f1(const Words& found, const Words& wanted) {
  int both = 0;
  int all = 0;
  for (const auto& [word, count] : found) {
    const auto other = wanted.find(word);
    both += other == wanted.end() ? 0 : std::min(count, other->second);
    all += count;
  }
  for (const auto& [word, count] : wanted) {
    all += count;
  }
  return 2.0 * both / std::max(1, all);
}

class Pages : public testing::TestWithParam<Page> {};

TEST_P(Pages, GiveTheTextThatStandsInThem) {
  std::ifstream in(folder() / (GetParam().name + ".txt"));
  std::string title;
  std::string date;
  std::getline(in, title);
  std::getline(in, date);
  const std::string wanted((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::string layout;
  auto limits = known_layouts();
  limits.explain = [&layout](const FoundValue& found) {
    layout = found.field == "layout" ? std::string(found.value) : layout;
  };
  ReadResult result;
  read_path((folder() / (GetParam().name + ".html")).string(), std::nullopt, limits,
            collect(result));
  ASSERT_EQ(result.releases.size(), 1U);
  const auto& release = result.releases.front();
  EXPECT_EQ(layout, GetParam().layout);
  EXPECT_GE(f1(words_of(release.text), words_of(wanted)), 0.9) << release.text;
  if (!layout.empty()) {
    EXPECT_EQ(release.title, title);
    EXPECT_EQ(release.published.substr(0, 10), date);
  }
}

INSTANTIATE_TEST_SUITE_P(
    OfMinistries, Pages,
    testing::Values(Page{"01-unorg", "press.un.org"}, Page{"02-unorg", "press.un.org"},
                    Page{"03-unsg", "un.org"}, Page{"04-unsg", "un.org"},
                    Page{"05-state", "state.gov"}, Page{"06-state", "state.gov"},
                    Page{"07-doj", "justice.gov"}, Page{"08-doj", "justice.gov"},
                    Page{"09-govuk", "gov.uk"}, Page{"10-govuk", "gov.uk"},
                    Page{"11-wpclassic", "WordPress"}, Page{"12-wpclassic", "WordPress"},
                    Page{"13-wpblock", "WordPress"}, Page{"14-wpblock", "WordPress"},
                    Page{"15-elementor", "WordPress"}, Page{"16-elementor", "WordPress"},
                    Page{"17-drupal7", "Drupal"}, Page{"18-drupal7", "Drupal"},
                    Page{"19-drupal9", "Drupal"}, Page{"20-drupal9", "Drupal"},
                    Page{"33-uswds", "Drupal"}, Page{"34-govcms", "Drupal"}, Page{"35-canada", ""},
                    Page{"36-govbr", ""}, Page{"37-tables", ""}, Page{"38-react", ""},
                    Page{"39-joomla", "any page"}, Page{"40-liferay", ""}, Page{"41-ecl", ""},
                    Page{"42-soup", ""}));

std::string refusal(const char* toml) {
  try {
    read_layouts(toml, "layouts.toml");
  } catch (const std::exception& error) {
    return error.what();
  }
  return {};
}

TEST(Layouts, NameTheOneThatCannotBeUsed) {
  EXPECT_THAT(refusal("[[layout]]\nname = 'a'\narticle = ['.b > .c']"),
              testing::StartsWith("layouts.toml: layout 'a': selector '.b > .c', expected "));
  EXPECT_EQ(refusal("[[layout]]\narticle = ['.b']"), "layouts.toml: a layout without a name");
  EXPECT_THAT(refusal("[[layout]\n"), testing::StartsWith("layouts.toml:1: "));
  EXPECT_EQ(refusal(""), "");
}

// What `selector` finds of a page, by a layout of its own.
std::string found_by(const std::string& selector, const std::string& body) {
  const auto layouts = read_layouts(
      "[[layout]]\nname = 'x'\narticle = ['" + selector + "']\ndrop = ['.gone']", "layouts.toml");
  ReadLimits limits;
  limits.layouts = layouts.get();
  std::istringstream in("<html><body>" + body + "</body></html>");
  ReadResult result;
  read_stream(in, "in", InputFormat::html, limits, collect(result));
  return result.releases.empty() ? "" : result.releases.front().text;
}

TEST(Layouts, SelectByElementClassIdAttributeAndWhatIsAround) {
  const std::string filler(120, 'x');
  const auto page = "<section id=one class='a b'><div class=\"c d\" data-k=v>First " + filler +
                    "<i class=gone>lost</i></div></section><div class=c>Second " + filler +
                    "</div>";
  for (const auto* selector : {".d", "div.c.d", "#one .c", "section .d", "section#one.b div",
                               "[data-k=v]", "body #one div.d", "div"}) {
    EXPECT_EQ(found_by(selector, page), "First " + filler) << selector;
  }
  EXPECT_EQ(found_by("div .c", "<p>" + filler + "</p>" + page).substr(0, 4), "xxxx");
}

}  // namespace
}  // namespace pressgraph
