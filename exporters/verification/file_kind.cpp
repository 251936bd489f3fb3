// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/file_kind.hpp"

#include <algorithm>
#include <array>

namespace pressgraph {
namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string_view without_blanks(std::string_view text) {
  const auto start = text.find_first_not_of(blanks);
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

/// The name of the first element; empty where the prolog does not end, or no name follows.
std::string_view root_element(std::string_view head) {
  for (auto at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
    const auto rest = head.substr(at + 1);
    if (!rest.starts_with("?") && !rest.starts_with("!")) {
      return rest.substr(0, rest.find_first_of(" \t\r\n/>"));
    }
    const auto closed = rest.starts_with("!--") ? rest.find("-->") : rest.find('>');
    if (closed == std::string_view::npos) {
      return {};
    }
    at += closed;
  }
  return {};
}

std::optional<FileKind> xml_kind(std::string_view head) {
  auto root = root_element(head);
  if (const auto colon = root.find(':'); colon < 10) {
    root.remove_prefix(colon + 1);
  }
  if (root == "graphml") {
    return FileKind::graphml;
  }
  if (root == "gexf") {
    return FileKind::gexf;
  }
  return root == "RDF" ? std::optional(FileKind::rdfxml) : std::nullopt;
}

/// What the first object of a file in JSON has: the name that comes first of those that tell.
std::optional<FileKind> json_kind(std::string_view head) {
  struct Sign {
    std::string_view name;
    FileKind kind;
  };
  constexpr std::array<Sign, 5> signs{{
      {"\"@context\"", FileKind::jsonld},
      {"\"@graph\"", FileKind::jsonld},
      {"\"elements\"", FileKind::cytoscape},
      {"\"node\"", FileKind::jsonl},
      {"\"edge\"", FileKind::jsonl},
  }};
  auto first = std::string_view::npos;
  std::optional<FileKind> kind;
  for (const auto& sign : signs) {
    const auto at = head.find(sign.name);
    if (at < first) {
      first = at;
      kind = sign.kind;
    }
  }
  return kind;
}

/// True where every whole line of `head` is a statement, a comment, or empty.
bool is_lines(std::string_view head) {
  bool found = false;
  for (auto end = head.find('\n'); end != std::string_view::npos; end = head.find('\n')) {
    auto line = without_blanks(head.substr(0, end));
    head.remove_prefix(end + 1);
    line = line.substr(0, line.find_last_not_of(blanks) + 1);
    if (line.empty() || line.starts_with("#")) {
      continue;
    }
    if (!(line.starts_with("<") || line.starts_with("_:")) || !line.ends_with(".")) {
      return false;
    }
    found = true;
  }
  return found;
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() &&
         std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
         });
}

}  // namespace

std::optional<FileKind> file_kind_of(std::string_view head) {
  head.remove_prefix(head.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
  auto text = without_blanks(head);
  if (text.starts_with("{")) {
    return json_kind(text);
  }
  if (text.starts_with("<")) {
    if (const auto kind = xml_kind(text)) {
      return kind;
    }
  }
  if (is_lines(text)) {
    return FileKind::lines;
  }
  while (text.starts_with("#")) {
    text = without_blanks(text.substr(std::min(text.find('\n'), text.size())));
  }
  if (text.starts_with("@") || text.starts_with("<http") || starts_with_word(text, "prefix") ||
      starts_with_word(text, "base")) {
    return text.find("a void:Dataset") == std::string_view::npos ? FileKind::turtle
                                                                 : FileKind::void_description;
  }
  if (starts_with_word(text, "digraph") || starts_with_word(text, "strict")) {
    return FileKind::dot;
  }
  return std::nullopt;
}

std::string_view name(FileKind kind) {
  constexpr std::array<std::string_view, 10> names{"Turtle or TriG", "N-Triples or N-Quads",
                                                   "RDF/XML",        "VoID description",
                                                   "JSON-LD",        "GraphML",
                                                   "GEXF",           "Cytoscape JSON",
                                                   "JSON Lines",     "Graphviz"};
  return names.at(static_cast<std::size_t>(kind));
}

}  // namespace pressgraph
