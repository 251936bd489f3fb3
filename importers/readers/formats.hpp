// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "importers/readers/input.hpp"

namespace pressgraph {

/// A row of the table of formats.
struct FormatReader {
  InputFormatInfo info;
  /// Whether an input that begins so, blanks left out, is of this format.
  bool (*fits)(std::string_view head);
  bool (*read)(const Input& input);
  /// It seeks its records by their bytes, so that UTF-16 must be UTF-8 before.
  bool by_bytes = false;
};

std::span<const FormatReader> format_readers();
const FormatReader& reader_of(InputFormat format);

// Each in format_signs.cpp.
bool is_archive(std::string_view head);
bool is_arc(std::string_view head);
bool is_csv(std::string_view head);
bool is_extraction(std::string_view head);
bool is_feed(std::string_view head);
bool is_html(std::string_view head);
bool is_json(std::string_view head);
bool is_json_lines(std::string_view head);
bool is_mail(std::string_view head);
bool is_markdown(std::string_view head);
bool is_mbox(std::string_view head);
bool is_pdf(std::string_view head);
bool is_warc(std::string_view head);

}  // namespace pressgraph
