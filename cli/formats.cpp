// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "exporters/exporter.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {

void declare_formats(CLI::App& /*app*/, Options& /*options*/) {}

ExitStatus run_formats(const Options& /*options*/) {
  Output output("-");
  fmt::print(output.stream(), "read (--input-format; else told from the content)\n");
  for (const auto& row : input_formats()) {
    fmt::print(output.stream(), "  {:<12}{}\n", row.name, row.description);
  }
  fmt::print(output.stream(), "each of them also in gzip, bzip2, xz or zstd\n");
  fmt::print(output.stream(), "\nwritten (export --format)\n");
  for (const auto& row : export_formats()) {
    const auto where = row.extension.empty() ? "a folder" : fmt::format(".{}", row.extension);
    fmt::print(output.stream(), "  {:<12}{} ({}, {})\n", row.name, row.description, row.media_type,
               where);
  }
  output.commit();
  return ExitStatus::ok;
}

}  // namespace pressgraph
