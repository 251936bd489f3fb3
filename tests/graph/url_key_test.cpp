// SPDX-License-Identifier: Apache-2.0
#include "graph/url_key.hpp"

#include <gtest/gtest.h>

namespace pressgraph {
namespace {

TEST(UrlKey, IsTheSameForAddressesOfOnePage) {
  for (const auto* url :
       {"https://ports.example/news/quay", "http://ports.example/news/quay/",
        "https://www.ports.example/news/quay", "HTTPS://WWW.Ports.Example:443/news/quay#top",
        "https://ports.example/news/quay?utm_source=feed&utm_medium=rss",
        "https://ports.example/news/quay/?print=1", "https://ports.example/news/quay/print",
        "https://ports.example/news/quay/index.html", "https://ports.example/news/quay/amp/",
        "https://ports.example/news/quay?fbclid=a&", "http://ports.example:80/news/quay"}) {
    EXPECT_EQ(url_key(url), "ports.example/news/quay") << url;
  }
}

TEST(UrlKey, KeepsWhatTellsPagesApart) {
  EXPECT_EQ(url_key("https://ports.example/?p=12"), "ports.example?p=12");
  EXPECT_EQ(url_key("https://ports.example/news?b=2&a=1&utm_id=3"), "ports.example/news?a=1&b=2");
  EXPECT_NE(url_key("https://ports.example/News"), url_key("https://ports.example/news"));
  EXPECT_NE(url_key("https://blog.ports.example/a"), url_key("https://ports.example/a"));
  EXPECT_NE(url_key("https://ports.example/blueprint"), url_key("https://ports.example/blue"));
  EXPECT_EQ(url_key("https://ports.example/a?printing=2"), "ports.example/a?printing=2");
}

TEST(UrlKey, TakesWhatIsNoAddressAsItIs) {
  EXPECT_EQ(url_key(""), "");
  EXPECT_EQ(url_key("urn:harbour:12"), "urn:harbour:12");
  EXPECT_EQ(url_key("https://"), "");
  EXPECT_EQ(url_key("https://ports.example"), "ports.example");
}

}  // namespace
}  // namespace pressgraph
