// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/exporters/sample_graph.hpp"

/// Texts and addresses that break careless writers and readers of RDF, each in its own statement.
namespace pressgraph {

inline std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += part;
  }
  return text;
}

/// All valid UTF-8, as every text of a store is.
inline std::vector<std::string> hostile_texts() {
  constexpr std::size_t megabyte = std::size_t{1} << 20U;
  std::vector<std::string> texts{"\r",
                                 "\n",
                                 "\r\n",
                                 "\t",
                                 " ",
                                 "a\rb\nc\r\nd\te",
                                 "\"",
                                 "\"\"",
                                 "\"\"\"",
                                 "\"\"\"\"",
                                 "'",
                                 "'''",
                                 "a\"",
                                 "\"a",
                                 "\"\"\"a\"\"\"",
                                 "\\\"",
                                 "\\",
                                 "\\\\",
                                 "a\\",
                                 "\\\\\\",
                                 "\\n",
                                 "\\u0041",
                                 "\\U00000041",
                                 "\\u",
                                 "\\x",
                                 "\\\r\n",
                                 "<a href=\"x\">&amp;</a>",
                                 "]]>",
                                 "<!--",
                                 "<?xml?>",
                                 "#",
                                 "@prefix a: <b> .",
                                 "{}",
                                 "[]",
                                 "()",
                                 "@en",
                                 "\"a\"@en",
                                 "^^<a>",
                                 "\"1\"^^<http://www.w3.org/2001/XMLSchema#int>",
                                 "_:b",
                                 "<< a >>",
                                 "true",
                                 "1",
                                 "1.0",
                                 "1e9",
                                 "INF",
                                 "NaN",
                                 "-0",
                                 "2024-02-30",
                                 ". ;,",
                                 "${a}",
                                 "%s%n",
                                 "\x7f",
                                 "\u05E9\u05DC\u05D5\u05DD",
                                 "\u0627\u0644\u0633\u0644\u0627\u0645 1 (2016)",
                                 "\u202Ea\u202C\u2066b\u2069\u200F",
                                 "\uFEFFa\uFEFF",
                                 "a\u200B\u200D\u00ADb",
                                 "\u2028\u2029",
                                 "\u00E9",
                                 "e\u0301",
                                 "\u1E9B\u0323",
                                 "\uAC00\uD7A3\uFFFD\uFF0C",
                                 "\uFDD0",
                                 "\U0001FFFE",
                                 "\U0001F1FA\U0001F1F3",
                                 "\U00010000\U0010FFFF",
                                 "\U0001F468\u200D\U0001F469",
                                 std::string(megabyte, 'x'),
                                 std::string(megabyte, '"'),
                                 std::string(megabyte, '\\'),
                                 repeated("\u05D0\U0001F6A2\r\n\"\\", megabyte)};
  for (char control = 1; control < 0x20; ++control) {
    texts.push_back(std::string("a") + control + "b");
    texts.push_back(std::string(1, control));
  }
  for (int control = 0x80; control < 0xA0; ++control) {
    texts.push_back(std::string("a\xC2") + static_cast<char>(control));
  }
  return texts;
}

inline std::vector<std::string> hostile_addresses() {
  return {"https://press.example.org/a b",
          "https://press.example.org/{year}/<id>|\\^`\"",
          "https://press.example.org/%zz%4",
          "https://press.example.org/%41%c3%a9",
          "https://press.example.org/\u00E9/\u05D0?q=\U0001F6A2#\u0627",
          "https://press.example.org/a\nb\tc\rd\x01\x7f",
          "https://press.example.org/a#b#c",
          "https://press.example.org/?a[]=1&b=[2]",
          "https://press.example.org/[a]",
          "https://[::1]/a",
          "https://[bad/a",
          "https://press.example.org:port/a",
          "https://user@name@press.example.org/",
          "https://press example.org/a",
          "https://",
          "https:",
          "urn:a:b c",
          "mailto:press office@example.org",
          "C:\\press\\2024\\release.txt",
          "//press.example.org/a",
          "../release.html",
          "https://press.example.org/\uE000\u202E",
          "https://press.example.org/\uFFFEa\uFFFF",
          "https://press.example.org/\u0080\u009F",
          "https://press.example.org/" + std::string(3000, 'a')};
}

/// A topic and a claim for each text; the addresses as links of the first topics, and sources of
/// the first claims.
inline SampleGraph hostile_corpus() {
  auto graph = sample_graph();
  const auto texts = hostile_texts();
  const auto addresses = hostile_addresses();
  graph.edges.clear();
  for (std::size_t at = 0; at < texts.size(); ++at) {
    const auto number = std::to_string(at);
    StoredNode node{"topic/t" + number, NodeType::topic, texts[at], {texts[at] + "!"}, {}, 1};
    auto edge = sample_edge("e" + number, "official/jon-olafsson", Relation::said, node.id);
    edge.sentence = texts[at];
    if (at < addresses.size()) {
      node.attributes = {{"link", addresses[at]}};
      edge.release_url = addresses[at];
    }
    graph.nodes.push_back(std::move(node));
    graph.edges.push_back(std::move(edge));
  }
  return graph;
}

}  // namespace pressgraph
