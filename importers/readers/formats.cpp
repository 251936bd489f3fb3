// SPDX-License-Identifier: Apache-2.0
// The table of formats, and how each is told by its first bytes.
#include "importers/readers/formats.hpp"

#include <algorithm>
#include <array>

#include "importers/readers/charset.hpp"
#include "importers/readers/fields.hpp"

namespace pressgraph {
namespace {

constexpr std::array<FormatReader, 14> readers{{
    // In the order in which they are tried: what has a magic number before what has a shape.
    {{InputFormat::archive, "archive", "ZIP or tar of any of these"}, is_archive, read_archive},
    {{InputFormat::pdf, "pdf", "PDF, through the program pdftotext"}, is_pdf, read_pdf},
    {{InputFormat::warc, "warc", "WARC 1.0 and 1.1: responses, resources and conversions (WET)"},
     is_warc,
     read_warc},
    {{InputFormat::arc, "arc", "ARC 1.0: the Internet Archive's older crawls"}, is_arc, read_arc},
    {{InputFormat::mbox, "mbox", "mails in one file, each after a line \"From ...\""},
     is_mbox,
     read_mbox,
     true},
    {{InputFormat::mail, "mail", "a mail (EML) in plain text or HTML"}, is_mail, read_mail, true},
    {{InputFormat::extraction, "extraction", "what `pressgraph extract` wrote, a release a line"},
     is_extraction,
     read_extractions,
     true},
    {{InputFormat::jsonl, "jsonl", "a JSON object a line, each a release"},
     is_json_lines,
     read_json_lines,
     true},
    {{InputFormat::json, "json",
      "a JSON object, a list of them, or an answer with such a list (WordPress, GOV.UK)"},
     is_json,
     read_json,
     true},
    {{InputFormat::feed, "feed", "RSS 0.9 to 2.0, Atom, WordPress export (WXR)"},
     is_feed,
     read_feed},
    {{InputFormat::html, "html", "a saved web page"}, is_html, read_html},
    {{InputFormat::markdown, "markdown", "Markdown with front matter"}, is_markdown, read_markdown},
    {{InputFormat::csv, "csv", "a table with a header: commas, semicolons or tabs"},
     is_csv,
     read_csv,
     true},
    {{InputFormat::text, "text", "plain text: the first line is the title"},
     [](std::string_view) { return true; },
     read_text},
}};

}  // namespace

std::span<const FormatReader> format_readers() {
  return readers;
}

const FormatReader& reader_of(InputFormat format) {
  return *std::ranges::find(readers, format,
                            [](const FormatReader& row) { return row.info.format; });
}

std::span<const InputFormatInfo> input_formats() {
  static const auto infos = [] {
    std::array<InputFormatInfo, readers.size()> all{};
    std::ranges::transform(readers, all.begin(), &FormatReader::info);
    return all;
  }();
  return infos;
}

std::optional<InputFormat> input_format_named(std::string_view name) {
  const auto* found =
      std::ranges::find(readers, name, [](const FormatReader& row) { return row.info.name; });
  return found == readers.end() ? std::nullopt : std::optional(found->info.format);
}

InputFormat detect_format(std::string_view head) {
  // UTF-16 is looked at as the UTF-8 that it becomes.
  std::string text;
  if (const auto mark = marked_charset(head); !mark.empty() && mark != "UTF-8") {
    text = decoded(head.substr(0, head.size() / 4 * 4));
    head = text;
  }
  if (head.starts_with("\xEF\xBB\xBF")) {
    head.remove_prefix(3);
  }
  const auto first = head.find_first_not_of(" \t\r\n");
  const auto shown = first == std::string_view::npos ? std::string_view() : head.substr(first);
  return std::ranges::find_if(readers, [&](const FormatReader& row) { return row.fits(shown); })
      ->info.format;
}

}  // namespace pressgraph
