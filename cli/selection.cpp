// SPDX-License-Identifier: Apache-2.0
#include "cli/selection.hpp"

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/named_node.hpp"
#include "exporters/rdf.hpp"

namespace pressgraph {
namespace {

constexpr unsigned most_hops = 10;

/// The bits of the values that `named` finds for `names`; `none` where there are no names.
template <typename Bits, typename Named>
Bits bits_of(const std::vector<std::string>& names, Named named, Bits none) {
  Bits bits = 0;
  for (const auto& each : names) {
    bits = static_cast<Bits>(bits | 1U << static_cast<unsigned>(*named(each)));
  }
  return names.empty() ? none : bits;
}

std::string check_base(const std::string& text) {
  return is_absolute_iri(text)
             ? std::string()
             : fmt::format("'{}' is no absolute IRI, expected one like https://example.org/id/",
                           text);
}

Selection selection_of(const Store& store, const Options& options) {
  Selection result;
  result.types = bits_of(options.types, node_type_named, any_node);
  result.relations = bits_of(options.relations, relation_named, any_relation);
  result.statuses = bits_of(options.statuses, status_named, shown_statuses);
  result.since = options.since;
  result.until = options.until;
  result.min_confidence = options.min_confidence;
  result.publisher = options.publisher;
  result.hops = options.hops;
  if (!options.around.empty()) {
    result.around = the_node(store, options.around, any_node);
  }
  return result;
}

void declare_several(CLI::App& app, const std::string& name, std::vector<std::string>& values,
                     const std::vector<std::string>& known, const std::string& description) {
  app.add_option(name, values, description)
      ->check(CLI::IsMember(known))
      ->delimiter(',')
      ->type_name("NAME,...");
}

}  // namespace

void declare_selection(CLI::App& app, Options& options) {
  app.add_flag("--aggregate", options.aggregate,
               "One edge for all claims of a subject, relation and object, with their count and "
               "dates (not in RDF)");
  app.add_option("--base", options.base, "What the ids of nodes are appended to, to make IRIs")
      ->check(CLI::Validator(check_base, ""))
      ->type_name("IRI");
  declare_restrictions(app, options);
  declare_several(app, "--type", options.types, names_of(node_types), "Nodes of these types alone");
  declare_several(app, "--relation", options.relations, names_of(relations),
                  "Edges of these relations alone");
  declare_several(app, "--status", options.statuses, {status_names.begin(), status_names.end()},
                  "Edges of these statuses (default: asserted,scheduled)");
  app.add_option("--publisher", options.publisher, "What the releases of this publisher say")
      ->type_name("NAME");
  auto* const around =
      app.add_option("--around", options.around, "What is near this node: a name, or an id")
          ->type_name("NAME");
  app.add_option("--hops", options.hops, "How near, in edges (default: 1)")
      ->check(CLI::Range(1U, most_hops))
      ->needs(around)
      ->type_name("N");
}

ExportOptions export_options(const Store& store, const Options& options) {
  ExportOptions result;
  if (!options.base.empty()) {
    result.base = options.base;
  }
  result.selection = selection_of(store, options);
  if (!options.profile.empty()) {
    result.profile = options.profile;
  }
  result.rdf_star = options.rdf_star.empty() ? RdfStar::none : RdfStar::n10s;
  result.claims = options.aggregate ? Claims::together : Claims::apart;
  return result;
}

}  // namespace pressgraph
