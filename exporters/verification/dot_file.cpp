// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/dot_file.hpp"

#include <cctype>
#include <cstdint>
#include <utility>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr int end_of_stream = std::char_traits<char>::eof();

/// A word, a quoted text, "->" or one sign; empty and not quoted at the end.
struct Token {
  std::string text;
  bool quoted = false;

  [[nodiscard]] bool is(std::string_view sign) const { return !quoted && text == sign; }
};

bool is_word(int c) {
  return c == '_' || c == '.' || c >= 0x80 || (c > 0 && std::isalnum(c) != 0);
}

class Tokens {
 public:
  explicit Tokens(std::istream& in) : in_(*in.rdbuf()) { next(); }

  [[nodiscard]] const Token& token() const { return token_; }

  /// The token that is there, and goes on to the next.
  Token take() {
    auto taken = std::exchange(token_, Token{});
    next();
    return taken;
  }

  void expect(std::string_view sign) {
    if (!token_.is(sign)) {
      fail(sign);
    }
    next();
  }

  [[noreturn]] void fail(std::string_view expected) const {
    throw Error("line " + std::to_string(line_) + ": found " +
                (token_.text.empty() ? "the end" : "'" + token_.text + "'") + ", expected '" +
                std::string(expected) + "'");
  }

 private:
  int get() {
    const int c = in_.sbumpc();
    line_ += c == '\n' ? 1U : 0U;
    return c;
  }

  void next() {
    int c = get();
    while (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      c = get();
    }
    token_ = {};
    if (c == '"') {
      quoted();
    } else if (c == '-' && in_.sgetc() == '>') {
      get();
      token_.text = "->";
    } else if (c != end_of_stream) {
      token_.text = static_cast<char>(c);
      while (is_word(c) && is_word(in_.sgetc())) {
        token_.text += static_cast<char>(get());
      }
    }
  }

  /// Backslashes stay: what they mean is the attribute's matter. But for \", which is the string's.
  void quoted() {
    token_.quoted = true;
    for (int c = get(); c != '"'; c = get()) {
      if (c == end_of_stream) {
        fail("\"");
      }
      if (c == '\\' && (in_.sgetc() == '"' || in_.sgetc() == '\\')) {
        c = get();
      }
      token_.text += static_cast<char>(c);
    }
  }

  std::streambuf& in_;
  Token token_;
  std::uint64_t line_ = 1;
};

/// Graphviz reads entities in labels; ours have this one.
std::string without_entities(std::string text) {
  constexpr std::string_view entity = "&amp;";
  for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
    text.erase(at + 1, entity.size() - 1);
  }
  return text;
}

/// "[name=value, ...]" into `item`, where there is one.
void read_attributes(Tokens& tokens, Item& item) {
  if (!tokens.token().is("[")) {
    return;
  }
  tokens.take();
  while (!tokens.token().is("]")) {
    const auto name = tokens.take();
    tokens.expect("=");
    const auto value = without_entities(tokens.take().text);
    if (name.text == "id") {
      item.id = value;
    } else if (name.text != "fillcolor") {
      item.add(name.text, value);
    }
    if (tokens.token().is(",") || tokens.token().is(";")) {
      tokens.take();
    }
    if (tokens.token().text.empty() && !tokens.token().quoted) {
      tokens.fail("]");
    }
  }
  tokens.take();
}

void read_statement(Tokens& tokens, const TakeItem& take) {
  const auto first = tokens.take();
  if (tokens.token().is("=")) {  // an attribute of the graph
    tokens.take();
    tokens.take();
    return;
  }
  const bool is_default = !first.quoted && (first.text == "node" || first.text == "edge");
  Item item(ItemKind::node, without_entities(first.text));
  if (tokens.token().is("->")) {
    tokens.take();
    item = Item(ItemKind::edge);
    item.add("subject", without_entities(first.text));
    item.add("object", without_entities(tokens.take().text));
  }
  read_attributes(tokens, item);
  if (!is_default) {
    item.sort();
    take(item);
  }
}

}  // namespace

void read_dot(std::istream& in, const TakeItem& take) {
  Tokens tokens(in);
  while (!tokens.token().is("{")) {
    if (tokens.token().text.empty()) {
      tokens.fail("{");
    }
    tokens.take();
  }
  tokens.take();
  while (!tokens.token().is("}")) {
    if (tokens.token().is(";")) {
      tokens.take();
      continue;
    }
    if (tokens.token().text.empty() && !tokens.token().quoted) {
      tokens.fail("}");
    }
    read_statement(tokens, take);
  }
}

}  // namespace pressgraph
