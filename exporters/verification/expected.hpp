// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "exporters/exporter.hpp"
#include "exporters/graphml.hpp"
#include "exporters/verification/item.hpp"
#include "exporters/verification/rdf_file.hpp"
#include "graph/store.hpp"

/// What the store says that a file should hold: the same values as the writers get, in the names
/// under which the readers find them. No writer has a part in it.
namespace pressgraph {

/// Statements; with the graph of each where `signs` has graphs, and those about quoted triples
/// where it has such. RDF/XML cannot hold some controls.
void expect_statements(const Store& store, const ExportOptions& options, const RdfSigns& signs,
                       bool is_xml, const TakeItem& take);

/// The counts of a VoID description.
void expect_void(const Store& store, const ExportOptions& options, const TakeItem& take);

void expect_graphml(const Store& store, const ExportOptions& options, const GraphmlProfile& profile,
                    const TakeItem& take);
void expect_gexf(const Store& store, const ExportOptions& options, const TakeItem& take);
void expect_cytoscape(const Store& store, const ExportOptions& options, const TakeItem& take);
void expect_jsonl(const Store& store, const ExportOptions& options, const TakeItem& take);
void expect_dot(const Store& store, const ExportOptions& options, const TakeItem& take);
void expect_csv(const Store& store, const ExportOptions& options, const TakeItem& take);
void expect_bundle(const Store& store, const ExportOptions& options, const TakeItem& take);

}  // namespace pressgraph
