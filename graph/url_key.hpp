// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// What two addresses of one page have in common: no scheme, "www.", standard port, fragment or
/// slash at the end, the host in lower case, no parameter that asks for a print copy or tells where
/// the reader came from (the tables of url_key.cpp), the others sorted. Empty for an empty URL. For
/// comparing alone: it need not be an address.
std::string url_key(std::string_view url);

}  // namespace pressgraph
