// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_tidy_page.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "importers/readers/html_tree.hpp"
#include "tests/importers/readers/tree_text.hpp"

namespace pressgraph {
namespace {

std::string tidy(std::string_view page) {
  const auto parsed = TidyPage::parse(page);
  return parsed == nullptr ? "not tidy" : tree_text(parsed->root());
}

std::string mended(std::string_view page) {
  const auto parsed = mended_html(page);
  return tree_text(parsed.root());
}

TEST(TidyPage, MakesTheTreeThatLibxml2Makes) {
  for (const std::string_view page : {
           "<!DOCTYPE html>\n<html lang=en>\n<head>\n<title>A &amp; B</title>\n</head>\n<body>\n"
           "<p class=\"lead\" id='x'>One<br>two <b>three</b>\n</p>\n</body>\n</html>\n",
           // left away
           "<title>t</title><p>text",
           "<div>text</div>",
           "<meta charset=utf-8><h1>t</h1>",
           "<html><body>text<p>more",
           "<body><p>a<p>b<ul><li>c<li>d</ul>e",
           "<frameset><frame>",
           "<table><tr><td>a<td>b<tr><td>c</table>",
           "<select><option>a<option>b</select>",
           "<dl><dt>a<dd>b<dt>c</dl>",
           "<script>a</script><noscript>b</noscript><p>c",
           "<head><title>t</title><body>b",
           "<head></head><title>t</title><p>a",
           // out of order
           "<p>a</b></p><p>b</p>",
           "<div><b>a</div>b</b>c",
           "<div>a</span></p>b</div>",
           "<table><tr><td><div>a</td></tr></table>b",
           "<ul><li><a>b</ul></a>c</li>",
           "<b><p>a</b>b</p>",
           "<p>a<div>b</div>c</p>",
           "<h2>a<p>b</h2>",
           "<td>a</td>",
           "</p><p>a",
           // what stands behind the end
           "<html><body>a</body></html>\n<!-- b -->\n<script>c</script>",
           "<!DOCTYPE html><html><body>a</body></html><p>b</p><i>c",
           "<p>a</p></body><p>b</p>",
           "<!-- x --><html><body>a</html><div>b",
           // comments, scripts, what is no markup
           "<p>a<!-- b --><!---->c<!-- d --!>e</p>",
           "<!-- a > b -- c --><p>d",
           "<script>if (a</b> && c) \"</scrip\"; x</SCRIPT ><p>d",
           "<script type=\"application/ld+json\">{\"a\": \"<p>&amp;\"}</script><p>b",
           "<style>p > a { b }</style><p>c",
           "<script></b>a</script><p>b",
           "<script>a",
           "<p>a</script>b",
           // references
           "<p>&lt;a&gt; &quot;b&quot; &nbsp;&eacute;&euro;&#8217;&#x2019;&#8217 &#x41g &sigma;",
           "<p>&unknown; &amp &foo=1&bar; & && &; AT&T &a.b; x&",
           "<p title=\"&lt;&copy;&no;& &#65;\">",
           "<a href=\"/?a=1&copy=2&amp;b=3\">x</a>",
           // attributes
           "<input checked disabled name=a value='b \"c\"'>",
           "<a href=/b/c/>d</a>",
           "<br/><hr / ><p/>a",
           "<p CLASS=A class=b Id = c>d",
           "<p class=\"\" id='' title>a",
           "<p \"a\" =b 'c' d=e>f",
           "<a\nhref\n=\n\"b\"\nc>d",
           "<p a=\"b\"c=\"d\"e>f",
           "<p onclick=\"a('<b>')\">c",
           "<svg viewBox=\"0 0\"><path d=\"M0\"/></svg><x-y z=1>a</x-y><o:p>b</o:p>",
           // as they come
           "  \n<p>a\r\nb</p>\r\n",
           "<P>A</P>",
           "<p>\xC3\xA9\xE2\x80\x99\xF0\x9F\x87\xBA</p>",
           "<p>a</p >b</p\n>c</p x>d",
       }) {
    EXPECT_EQ(tidy(page), mended(page)) << page;
  }
}

TEST(TidyPage, MakesTheTreesOfTheTestsPages) {
  std::size_t pages = 0;
  for (const auto& entry : std::filesystem::directory_iterator(PRESSGRAPH_SOURCE_DIR
                                                               "/tests/importers/readers/pages")) {
    if (entry.path().extension() == ".html") {
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string page{std::istreambuf_iterator<char>(in), {}};
      EXPECT_EQ(tidy(page), mended(page)) << entry.path();
      ++pages;
    }
  }
  EXPECT_GT(pages, 20U);
}

TEST(TidyPage, LeavesToLibxml2WhatFewPagesHave) {
  for (const std::string_view page : {"",
                                      "text",
                                      "text <p>a",
                                      "<html>text<p>a",
                                      "<p>a\x01</p>",
                                      "<p>a\xEF\xBB\xBF</p>",
                                      "<p>\xEF\xBF\xBF</p>",
                                      "<?xml version='1.0'?><p>a",
                                      "<p>a<?b?></p>",
                                      "<p>a<![CDATA[b]]>",
                                      "<p>1 < 2</p>",
                                      "<p>a</ p>",
                                      "<p>a<!-- b",
                                      "<p>a<!DOCTYPE html>b",
                                      "<p a=\"b",
                                      "<p a",
                                      "<html><html>a",
                                      "<body><p>a<body b>c",
                                      "<p>a<head>b",
                                      "<li.>a",
                                      "<p><:a>",
                                      "<p>&#0;</p>",
                                      "<p>&#;</p>",
                                      "<p>&#xFFFF;</p>",
                                      "<p>&\xC3\xA9;</p>",
                                      "<!DOCTYPE html [<!ENTITY a \"b\">]><p>a",
                                      "<script>a</scripts>b</script>"}) {
    EXPECT_EQ(tidy(page), "not tidy") << page;
  }
  std::string deep;
  for (int i = 0; i < 300; ++i) {
    deep += "<b>";
  }
  EXPECT_EQ(tidy(deep), "not tidy");
  EXPECT_EQ(tidy("<" + std::string(100, 'a') + ">"), "not tidy");
  EXPECT_EQ(tidy("<p>" + std::string(9U << 20U, 'a')), "not tidy");
}

}  // namespace
}  // namespace pressgraph
