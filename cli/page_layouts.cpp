// SPDX-License-Identifier: Apache-2.0
#include "cli/page_layouts.hpp"

#include <algorithm>
#include <string_view>

#include "importers/extraction/schemas.hpp"

namespace pressgraph {

std::shared_ptr<const HtmlLayouts> page_layouts(const Options& options) {
  constexpr std::string_view name = "layouts.toml";
  const auto files = options.schemas.empty() ? embedded_schemas() : schemas_in(options.schemas);
  const auto file = std::ranges::find(files, name, &SchemaFile::path);
  return read_layouts(file == files.end() ? std::string_view() : std::string_view(file->text),
                      name);
}

}  // namespace pressgraph
