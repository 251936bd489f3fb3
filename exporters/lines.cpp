// SPDX-License-Identifier: Apache-2.0
#include "exporters/lines.hpp"

#include "exporters/hand_on.hpp"
#include "exporters/turtle.hpp"

namespace pressgraph {
namespace {

void assign_resource(std::string& out, std::string_view iri) {
  out = '<';
  append_iri(out, iri);
  out += "> ";
}

}  // namespace

void LineSink::subject(std::string_view iri) {
  assign_resource(main_, iri);
  beside_.clear();
}

void LineSink::aside(std::string_view iri) {
  assign_resource(beside_, iri);
}

void LineSink::back() {
  beside_.clear();
}

void LineSink::graph(std::string_view iri) {
  end_ = " ";
  if (!iri.empty()) {
    assign_resource(end_, iri);
    end_.insert(0, " ");
  }
  end_ += ".\n";
}

/// The IRI of `name` in brackets; each is put together once. Names are few, and mostly the same
/// bytes at the same place: where those are found, nothing is hashed.
const std::string& LineSink::named(std::string_view name) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the place as a number
  const auto place = reinterpret_cast<std::uintptr_t>(name.data());
  auto& recent = recent_[(place >> 2U) % recent_.size()];
  if (recent.iri != nullptr && recent.name == name) {
    return *recent.iri;
  }
  auto& iri = names_[name];
  if (iri.empty()) {
    iri = "<" + expand(name) + ">";
  }
  recent = {name, &iri};
  return iri;
}

void LineSink::add(std::string_view predicate, const Object& object) {
  text_ += beside_.empty() ? main_ : beside_;
  text_ += named(predicate);
  text_ += ' ';
  switch (object.kind) {
    case Object::Kind::name:
      text_ += named(object.value);
      break;
    case Object::Kind::iri:
      text_ += '<';
      append_iri(text_, object.value);
      text_ += '>';
      break;
    case Object::Kind::literal:
      append_string(text_, object.value);
      if (!object.datatype.empty()) {
        text_ += "^^";
        text_ += named(object.datatype);
      }
      break;
  }
  text_ += end_;
  hand_on(text_, most_buffered, out_);
}

void LineSink::finish() {
  hand_on(text_, 0, out_);
}

}  // namespace pressgraph
