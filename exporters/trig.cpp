// SPDX-License-Identifier: Apache-2.0
#include "exporters/trig.hpp"

#include "exporters/hand_on.hpp"
#include "exporters/turtle.hpp"

namespace pressgraph {

TrigSink::TrigSink(std::ostream& out) : out_(out), text_(prefix_declarations()) {}

void TrigSink::subject(std::string_view iri) {
  subject_ = iri;
  begin(iri);
}

void TrigSink::aside(std::string_view iri) {
  begin(iri);
}

void TrigSink::back() {
  begin(subject_);
}

void TrigSink::graph(std::string_view iri) {
  end();
  if (iri == graph_) {
    return;
  }
  if (graph_is_open_) {
    text_ += "}\n";
    graph_is_open_ = false;
  }
  graph_ = iri;
}

void TrigSink::begin(std::string_view iri) {
  end();
  current_ = iri;
}

void TrigSink::end() {
  if (block_is_open_) {
    text_ += " .\n";
    block_is_open_ = false;
    predicate_ = {};
  }
}

void TrigSink::add(std::string_view predicate, const Object& object) {
  if (!graph_.empty() && !graph_is_open_) {
    text_ += '<';
    append_iri(text_, graph_);
    text_ += "> {\n";
    graph_is_open_ = true;
  }
  if (!block_is_open_) {
    text_ += '<';
    append_iri(text_, current_);
    text_ += '>';
    block_is_open_ = true;
  }
  if (predicate_ == predicate) {
    text_ += " , ";
  } else {
    text_ += predicate_.empty() ? "\n  " : " ;\n  ";
    text_ += predicate == "rdf:type" ? "a" : predicate;
    text_ += ' ';
    predicate_ = predicate;
  }
  append_object(text_, object);
  hand_on(text_, most_buffered, out_);
}

void TrigSink::finish() {
  graph("");
  hand_on(text_, 0, out_);
}

}  // namespace pressgraph
