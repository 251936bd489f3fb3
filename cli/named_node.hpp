// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/store.hpp"

namespace pressgraph {

/// A name that is not exactly one node. The message is whole.
struct NotFound {
  std::string message;
};

/// The id of the one node of `types` that `name` fits. Throws NotFound, with what it fits or the
/// names nearest to it.
std::string the_node(const Store& store, std::string_view name, std::uint16_t types);

}  // namespace pressgraph
