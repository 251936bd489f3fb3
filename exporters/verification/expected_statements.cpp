// SPDX-License-Identifier: Apache-2.0
#include <optional>
#include <sstream>
#include <utility>

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
  ItemSink(const RdfSigns& signs, bool is_xml, const TakeItem& take)
      : signs_(signs), is_xml_(is_xml), take_(take) {}

  void subject(std::string_view iri) override {
    main_ = iri;
    back();
  }
  void aside(std::string_view iri) override {
    back();
    beside_ = iri;
  }
  void back() override {
    beside_.clear();
    quoted_.reset();
  }
  [[nodiscard]] bool has_quoted_triples() const override { return signs_.has_quoted_triples; }
  void aside_quoted(std::string_view subject, std::string_view predicate,
                    std::string_view object) override {
    iri(subject);
    line_.iri(expand(predicate));
    iri(object);
    quoted_ = std::exchange(line_, {});
    quoted_->quote();
  }
  void graph(std::string_view iri) override { graph_ = iri; }
  [[nodiscard]] bool has_graphs() const override { return signs_.has_graphs; }

  void add(std::string_view predicate, const Object& object) override {
    if (quoted_) {
      line_ = *quoted_;
    } else {
      iri(beside_.empty() ? main_ : beside_);
    }
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

  RdfSigns signs_;
  std::optional<StatementLine> quoted_;  ///< the subject of what is said aside, if it is a triple
  bool is_xml_;
  const TakeItem& take_;
  std::string main_;
  std::string beside_;  ///< the subject of what is said aside; empty where nothing is
  std::string graph_;
  std::string scratch_;
  StatementLine line_;
};

}  // namespace

void expect_statements(const Store& store, const ExportOptions& options, const RdfSigns& signs,
                       bool is_xml, const TakeItem& take) {
  ItemSink sink(signs, is_xml, take);
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
