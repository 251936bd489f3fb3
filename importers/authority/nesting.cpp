// SPDX-License-Identifier: Apache-2.0
#include "importers/authority/nesting.hpp"

#include <algorithm>
#include <climits>
#include <memory>

#include <libxml/xmlreader.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};
using Reader = std::unique_ptr<xmlTextReader, FreeReader>;

[[noreturn]] void throw_at(const std::string& path, std::size_t line, const std::string& what) {
  throw Error(path + ":" + std::to_string(line) + ": " + what);
}

std::string too_deep(std::size_t most) {
  return "nested more than " + std::to_string(most) +
         " deep, expected a list of entries; write each entry by itself";
}

std::size_t line_of(xmlTextReader* reader) {
  const auto* node = xmlTextReaderCurrentNode(reader);
  const auto line = node == nullptr ? 0 : xmlGetLineNo(node);
  // The parser is ahead of the node.
  return static_cast<std::size_t>(line > 0 ? line
                                           : std::max(xmlTextReaderGetParserLineNumber(reader), 1));
}

// Passes over what has no structure in Turtle.
class TurtleScanner {
 public:
  explicit TurtleScanner(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] bool at_end() const { return at_ >= bytes_.size(); }
  [[nodiscard]] std::size_t line() const { return line_; }

  /// The next character outside strings, IRIs and comments; a space for each of those.
  char next() {
    const char c = step();
    if (c == '#') {
      skip_past('\n');
      return ' ';
    }
    if (c == '<') {
      skip_past('>');
      return ' ';
    }
    if (c == '\\') {
      step();
      return ' ';
    }
    if (c == '"' || c == '\'') {
      skip_string(c);
      return ' ';
    }
    return c;
  }

 private:
  char step() {
    const char c = at_end() ? '\0' : bytes_[at_++];
    line_ += c == '\n' ? 1U : 0U;
    return c;
  }

  void skip_past(char end) {
    while (!at_end() && step() != end) {
    }
  }

  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool is_long = bytes_.substr(at_ - 1).starts_with(three);
    at_ += is_long ? 2 : 0;
    while (!at_end()) {
      const char c = step();
      if (c == '\\') {
        step();
      } else if (c == quote && (!is_long || bytes_.substr(at_ - 1).starts_with(three))) {
        at_ += is_long ? 2 : 0;
        return;
      }
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

void check_xml_nesting(std::string_view bytes, const std::string& path, std::size_t most) {
  if (bytes.size() > INT_MAX) {
    throw Error(path + ": too large to be read as XML");
  }
  const Reader reader(
      xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                         XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!reader) {
    throw Error(path + ": no memory to read it");
  }
  int more = 0;
  while ((more = xmlTextReaderRead(reader.get())) == 1) {
    if (xmlTextReaderNodeType(reader.get()) == XML_READER_TYPE_DOCUMENT_TYPE) {
      throw_at(path, line_of(reader.get()),
               "a DOCTYPE, expected RDF/XML without one; write its entities out");
    }
    if (static_cast<std::size_t>(xmlTextReaderDepth(reader.get())) > most) {
      throw_at(path, line_of(reader.get()), too_deep(most));
    }
  }
  if (more < 0) {
    throw_at(path, line_of(reader.get()), "not well-formed, expected RDF/XML");
  }
}

void check_turtle_nesting(std::string_view bytes, const std::string& path, std::size_t most) {
  TurtleScanner scanner(bytes);
  for (std::size_t depth = 0; !scanner.at_end();) {
    const char c = scanner.next();
    depth += c == '[' || c == '(' ? 1U : 0U;
    depth -= (c == ']' || c == ')') && depth > 0 ? 1U : 0U;
    if (depth > most) {
      throw_at(path, scanner.line(), too_deep(most));
    }
  }
}

}  // namespace pressgraph
