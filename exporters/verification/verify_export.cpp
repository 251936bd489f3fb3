// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/verify_export.hpp"

#include <algorithm>

#include "exporters/verification/dot_file.hpp"
#include "exporters/verification/expected.hpp"
#include "exporters/verification/file_kind.hpp"
#include "exporters/verification/json_file.hpp"
#include "exporters/verification/rdf_file.hpp"
#include "exporters/verification/xml_file.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t head_size = std::size_t{1} << 16U;

FileKind kind_of(const OpenFile& open) {
  const auto in = open();
  std::string head(head_size, '\0');
  in->read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in->gcount()));
  if (const auto kind = file_kind_of(head)) {
    return *kind;
  }
  throw Error(head.empty() ? "an empty file, expected one that `export` writes"
                           : "neither RDF nor GraphML, GEXF, JSON or Graphviz as `export` writes "
                             "them; see docs/exports.md");
}

ExportProof verify_rdf(const Store& store, const ExportOptions& options, const OpenFile& open,
                       FileKind kind) {
  const auto syntax = kind == FileKind::turtle  ? RdfSyntax::turtle
                      : kind == FileKind::lines ? RdfSyntax::lines
                                                : RdfSyntax::xml;
  RdfSigns signs;
  auto comparison =
      compare([&](const TakeItem& take) { signs = read_rdf(*open(), syntax, take); },
              [&](const TakeItem& take) {
                expect_statements(store, options, signs, syntax == RdfSyntax::xml, take);
              });
  std::string format(name(kind));
  if (const auto both = format.find(" or "); both != std::string::npos) {
    format = signs.has_graphs ? format.substr(both + 4) : format.substr(0, both);
  }
  return {format, std::move(comparison)};
}

/// The profile whose shape `signs` are.
const GraphmlProfile& profile_of(const GraphmlSigns& signs) {
  const auto has = [&](std::string_view key) { return signs.keys.contains(std::string(key)); };
  const auto fits = [&](const GraphmlProfile& profile) {
    const bool is_labelled = profile.node_label.empty()
                                 ? !has("labelV") && !has("kind") && !has("labels")
                                 : has(profile.node_label);
    return is_labelled && profile.has_look == has("size") && profile.has_yed == has("y_node") &&
           (!signs.has_nodes || profile.labels_as_xml == signs.has_labels);
  };
  const auto profiles = graphml_profiles();
  const auto found = std::ranges::find_if(profiles, fits);
  if (found == profiles.end()) {
    throw Error("GraphML of none of our profiles: where it says what a node is, is not known");
  }
  return *found;
}

ExportProof verify_graphml(const Store& store, const ExportOptions& options, const OpenFile& open) {
  GraphmlSigns signs;
  const GraphmlProfile* profile = nullptr;
  auto comparison = compare([&](const TakeItem& take) { signs = read_graphml(*open(), take); },
                            [&](const TakeItem& take) {
                              profile = &profile_of(signs);
                              expect_graphml(store, options, *profile, take);
                            });
  return {"GraphML (" + std::string(profile->name) + ")", std::move(comparison)};
}

}  // namespace

ExportProof verify_export(const Store& store, const ExportOptions& options, const OpenFile& open) {
  using Read = void (*)(std::istream&, const TakeItem&);
  using Expect = void (*)(const Store&, const ExportOptions&, const TakeItem&);
  const auto kind = kind_of(open);
  const auto by = [&](Read read, Expect expect) -> ExportProof {
    return {std::string(name(kind)),
            compare([&](const TakeItem& take) { read(*open(), take); },
                    [&](const TakeItem& take) { expect(store, options, take); })};
  };
  switch (kind) {
    case FileKind::turtle:
    case FileKind::lines:
    case FileKind::rdfxml:
      return verify_rdf(store, options, open, kind);
    case FileKind::void_description:
      return by(
          [](std::istream& in, const TakeItem& take) { read_rdf(in, RdfSyntax::turtle, take); },
          expect_void);
    case FileKind::graphml:
      return verify_graphml(store, options, open);
    case FileKind::jsonld:
      return by(read_jsonld,
                [](const Store& from, const ExportOptions& what, const TakeItem& take) {
                  expect_statements(from, what, RdfSigns{}, false, take);
                });
    case FileKind::gexf:
      return by(read_gexf, expect_gexf);
    case FileKind::cytoscape:
      return by(read_cytoscape, expect_cytoscape);
    case FileKind::jsonl:
      return by(read_jsonl, expect_jsonl);
    case FileKind::dot:
      return by(read_dot, expect_dot);
  }
  throw Error("a format without a reader");
}

}  // namespace pressgraph
