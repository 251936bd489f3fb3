// SPDX-License-Identifier: Apache-2.0
// Statements about a subject come mixed with those about its assertions. The subject's own go
// straight out; the others wait in a second buffer, which follows when the subject ends, or when it
// has grown to `most_beside`: the subject then gets a further block, which Turtle allows.
#include "exporters/turtle.hpp"

#include <array>

#include "exporters/hand_on.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_beside = std::size_t{1} << 20U;

/// What stands after a backslash for a byte of a string: 0 for none, 'u' for four digits, 'x' for a
/// byte that may begin a noncharacter.
constexpr std::array<char, 256> escapes = [] {
  std::array<char, 256> table{};
  for (std::size_t control = 0; control < 0x20; ++control) {
    table[control] = 'u';
  }
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  table[0x7f] = 'u';
  table[0xEF] = 'x';
  return table;
}();

}  // namespace

void append_object(std::string& out, const Object& object) {
  switch (object.kind) {
    case Object::Kind::name:
      out += object.value;
      return;
    case Object::Kind::iri:
      out += '<';
      append_iri(out, object.value);
      out += '>';
      return;
    case Object::Kind::literal:
      append_string(out, object.value);
      if (!object.datatype.empty()) {
        out += "^^";
        out += object.datatype;
      }
      return;
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char escape = escapes[byte];
    if (escape == 0 || (escape == 'x' && !is_noncharacter(text.substr(at)))) [[likely]] {
      continue;
    }
    out.append(text, plain, at - plain);
    plain = at + (escape == 'x' ? 3 : 1);
    if (escape == 'x') {
      continue;
    }
    out += '\\';
    out += escape;
    if (escape == 'u') {
      out += "00";
      out += "0123456789ABCDEF"[byte >> 4U];
      out += "0123456789ABCDEF"[byte & 15U];
    }
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void TurtleSink::Blocks::begin(std::string_view iri) {
  end();
  text += '<';
  append_iri(text, iri);
  text += '>';
  open = true;
}

void TurtleSink::Blocks::begin_quoted(std::string_view iri, std::string_view of,
                                      std::string_view object) {
  end();
  text += "<< <";
  append_iri(text, iri);
  text.append("> ").append(of).append(" <");
  append_iri(text, object);
  text += "> >>";
  open = true;
}

void TurtleSink::Blocks::end() {
  if (open) {
    text += " .\n";
    open = false;
    predicate = {};
  }
}

std::string prefix_declarations() {
  std::string text;
  for (const auto& prefix : prefixes) {
    text.append("@prefix ").append(prefix.name).append(": <").append(prefix.iri);
    text += "> .\n";
  }
  return text;
}

TurtleSink::TurtleSink(std::ostream& out, Quoted quoted) : out_(out), quoted_(quoted) {
  main_.text = prefix_declarations();
}

void TurtleSink::subject(std::string_view iri) {
  merge();
  subject_ = iri;
  aside_ = false;
  main_.text += '\n';
}

void TurtleSink::aside(std::string_view iri) {
  aside_ = true;
  beside_.begin(iri);
}

void TurtleSink::aside_quoted(std::string_view iri, std::string_view predicate,
                              std::string_view object) {
  aside_ = true;
  beside_.begin_quoted(iri, predicate, object);
}

void TurtleSink::back() {
  aside_ = false;
  if (beside_.text.size() > most_beside) {
    merge();
  }
}

void TurtleSink::add(std::string_view predicate, const Object& object) {
  auto& blocks = aside_ ? beside_ : main_;
  if (!blocks.open) {
    blocks.begin(subject_);
  }
  if (blocks.predicate == predicate) {
    blocks.text += " , ";
  } else {
    blocks.text += blocks.predicate.empty() ? "\n  " : " ;\n  ";
    blocks.text += predicate == "rdf:type" ? "a" : predicate;
    blocks.text += ' ';
    blocks.predicate = predicate;
  }
  append_object(blocks.text, object);
  hand_on(main_.text, most_buffered, out_);
}

void TurtleSink::finish() {
  merge();
  hand_on(main_.text, 0, out_);
}

/// Ends the open blocks and puts what stood beside after them.
void TurtleSink::merge() {
  main_.end();
  beside_.end();
  hand_on(main_.text, most_buffered, out_);
  main_.text += beside_.text;
  beside_.text.clear();
}

}  // namespace pressgraph
