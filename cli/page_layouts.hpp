// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "cli/options.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {

/// The layouts of pages that the schemas of `options` know. Throws Error where they cannot be used.
std::shared_ptr<const HtmlLayouts> page_layouts(const Options& options);

}  // namespace pressgraph
