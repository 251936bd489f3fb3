// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "exporters/statements.hpp"
#include "exporters/verification/expected.hpp"
#include "exporters/verification/rdf_file.hpp"
#include "exporters/void_description.hpp"
#include "exporters/xml.hpp"

namespace pressgraph {
namespace {

/// Statements as items.
class ItemSink final : public StatementSink {
 public:
  ItemSink(Graphs graphs, bool is_xml, const TakeItem& take)
      : graphs_(graphs), is_xml_(is_xml), take_(take) {}

  void subject(std::string_view iri) override {
    main_ = iri;
    beside_.clear();
  }
  void aside(std::string_view iri) override { beside_ = iri; }
  void back() override { beside_.clear(); }
  void graph(std::string_view iri) override { graph_ = iri; }
  [[nodiscard]] bool has_graphs() const override { return graphs_ == Graphs::kept; }

  void add(std::string_view predicate, const Object& object) override {
    iri(beside_.empty() ? main_ : beside_);
    line_.iri(expand(predicate));
    switch (object.kind) {
      case Object::Kind::name:
        line_.iri(expand(object.value));
        break;
      case Object::Kind::iri:
        iri(object.value);
        break;
      case Object::Kind::literal:
        line_.literal(is_xml_ ? xml_characters(object.value) : std::string(object.value),
                      object.datatype.empty() ? "" : expand(object.datatype), "");
        break;
    }
    if (!graph_.empty()) {
      iri(graph_);
    }
    take_(line_.done());
  }

 private:
  void iri(std::string_view iri) {
    scratch_.clear();
    append_iri(scratch_, iri);
    line_.iri(scratch_);
  }

  Graphs graphs_;
  bool is_xml_;
  const TakeItem& take_;
  std::string main_;
  std::string beside_;  ///< the subject of what is said aside; empty where nothing is
  std::string graph_;
  std::string scratch_;
  StatementLine line_;
};

}  // namespace

void expect_statements(const Store& store, const ExportOptions& options, Graphs graphs, bool is_xml,
                       const TakeItem& take) {
  ItemSink sink(graphs, is_xml, take);
  write_statements(store, options.selection, options.base, sink);
}

void expect_void(const Store& store, const ExportOptions& options, const TakeItem& take) {
  VoidDescription description;
  write_statements(store, options.selection, options.base, description);
  std::stringstream text;
  description.write(options.base, text);
  read_rdf(text, RdfSyntax::turtle, take);
}

}  // namespace pressgraph
