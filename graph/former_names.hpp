// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

namespace pressgraph {

/// The attribute of a body that has a name which it no longer bears; one for each such name.
constexpr std::string_view former_name_attribute = "former_name";

/// A name that a body bore, and the last day on which it did.
struct FormerName {
  std::string_view name;
  std::string_view until;  ///< ISO date as precise as known: "2018-12-31", "1956-06", "1933"
};

/// What `value`, "NAME until DATE", says; none where it is not written so or there is no such day.
/// The parts are valid as long as `value`.
std::optional<FormerName> former_name(std::string_view value);

/// The name by which a node is found that has the trait `trait` of this value: the value itself,
/// but for a former name what stands before its day. Valid as long as `value`.
std::string_view name_in_trait(std::string_view trait, std::string_view value);

}  // namespace pressgraph
