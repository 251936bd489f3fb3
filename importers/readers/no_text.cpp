// SPDX-License-Identifier: Apache-2.0
// What lies beside releases in a folder and is none: pictures, fonts, programs, and the scripts and
// styles that a browser saves with a page.
#include "importers/readers/no_text.hpp"

#include <algorithm>
#include <array>

#include "importers/readers/charset.hpp"
#include "importers/readers/plain_run.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t looked_at = 1U << 16U;

struct Magic {
  std::string_view bytes;
  std::string_view name;
  std::size_t at = 0;
};

constexpr std::array magics{
    Magic{"\x89PNG\r\n\x1A\n", "PNG"},
    Magic{"GIF87a", "GIF"},
    Magic{"GIF89a", "GIF"},
    Magic{"\xFF\xD8\xFF", "JPEG"},
    Magic{"WEBP", "WebP", 8},
    Magic{"WAVE", "WAV", 8},
    Magic{"AVI ", "AVI", 8},
    Magic{"ftyp", "MPEG-4, AVIF or HEIC", 4},
    Magic{{"\0\0\1\0", 4}, "an icon"},
    Magic{{"II*\0", 4}, "TIFF"},
    Magic{{"MM\0*", 4}, "TIFF"},
    Magic{"8BPS", "Photoshop"},
    Magic{"\xFF\x0A", "JPEG XL"},
    Magic{"wOF2", "a font"},
    Magic{"wOFF", "a font"},
    Magic{{"OTTO\0", 5}, "a font"},
    Magic{{"\0\1\0\0\0", 5}, "a font"},
    Magic{{"true\0", 5}, "a font"},
    Magic{"ttcf", "a font"},
    Magic{"ID3", "MP3"},
    Magic{"\xFF\xFB", "MP3"},
    Magic{"OggS", "Ogg"},
    Magic{"fLaC", "FLAC"},
    Magic{"\x1A\x45\xDF\xA3", "Matroska or WebM"},
    Magic{{"FLV\1", 4}, "Flash"},
    Magic{"\x7F"
          "ELF",
          "a program"},
    Magic{{"\0asm", 4}, "WebAssembly"},
    Magic{"\xCA\xFE\xBA\xBE", "a Java class or a program"},
    Magic{"\xCF\xFA\xED\xFE", "a program"},
    Magic{{"SQLite format 3\0", 16}, "a database of SQLite"},
    Magic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an older document of Microsoft Office"},
    Magic{"Rar!\x1A\x07", "RAR"},
    Magic{"7z\xBC\xAF\x27\x1C", "7z"},
    Magic{"\x1F\x9D", "compress"},
    Magic{"\x04\x22\x4D\x18", "LZ4"},
    Magic{"MSCF", "a cabinet"},
    Magic{"PAR1", "Parquet"},
    Magic{"Obj\1", "Avro"},
    Magic{"ARROW1", "Arrow"},
};

// UTF-16 without its mark, of a text that is ASCII for the most part: one byte of each two is NUL
// there, and always the same one.
bool is_unmarked_wide(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    zeros.at(i % 2) += bytes[i] == '\0' ? 1U : 0U;
  }
  return std::min(zeros[0], zeros[1]) == 0 && std::max(zeros[0], zeros[1]) * 4 >= bytes.size();
}

// Controls that no encoding of text has: ISO-2022 shifts by ESC, SO and SI; DOS ends by SUB.
bool is_odd_control(char c) {
  constexpr std::string_view of_text = "\t\n\v\f\r\x0E\x0F\x1A\x1B";
  return c >= '\0' && c < ' ' && of_text.find(c) == std::string_view::npos;
}

bool is_binary(std::string_view bytes) {
  constexpr std::size_t few = 8;  // of a damaged text
  constexpr std::size_t share = 50;
  if (bytes.find('\0') != std::string_view::npos) {
    return !is_unmarked_wide(bytes);
  }
  if (end_of_printable(bytes, 0) == bytes.size()) {
    return false;
  }
  const auto odd = static_cast<std::size_t>(std::ranges::count_if(bytes, is_odd_control));
  return odd > few && odd * share > bytes.size();
}

// Comments, as scripts and styles begin with.
std::string_view without_comments(std::string_view text) {
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    const bool block = text.starts_with("/*");
    if (!block && !text.starts_with("//")) {
      return text;
    }
    const auto end = text.find(block ? "*/" : "\n");
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + (block ? 2 : 1));
  }
}

// Nobody writes so but for a machine: braces, semicolons and equals signs among few letters.
bool is_code(std::string_view text) {
  constexpr std::array<std::string_view, 9> beginnings{
      "\"use strict\"", "'use strict'", "(function",  "!function", "(()=>",
      "@charset \"",    "@import ",     "@font-face", "window."};
  constexpr std::size_t share = 25;
  const auto code = without_comments(text);
  const bool told = std::ranges::any_of(
      beginnings, [code](std::string_view beginning) { return code.starts_with(beginning); });
  const auto braces = std::ranges::count_if(code, [](char c) { return c == '{' || c == '}'; });
  const auto signs =
      braces + std::ranges::count_if(code, [](char c) { return c == ';' || c == '='; });
  return told || (braces >= 2 && static_cast<std::size_t>(signs) * share >= code.size());
}

// After declarations and comments.
bool is_drawing(std::string_view text) {
  const auto head = text.substr(0, 4096);
  const auto at = head.find("<svg");
  return head.starts_with("<") && at != std::string_view::npos &&
         head.substr(0, at).find("<html") == std::string_view::npos && head.size() > at + 4 &&
         std::string_view(" \t\r\n>").find(head[at + 4]) != std::string_view::npos;
}

}  // namespace

std::string what_is_no_text(std::string_view bytes) {
  if (const auto mark = marked_charset(bytes); !mark.empty() && mark != "UTF-8") {
    return {};
  }
  const auto* magic = std::ranges::find_if(magics, [bytes](const Magic& row) {
    return bytes.substr(std::min(row.at, bytes.size())).starts_with(row.bytes);
  });
  const auto head = bytes.substr(0, looked_at);
  const bool binary = is_binary(head);
  // Words may begin as some of them do.
  if (magic != magics.end() && (binary || static_cast<unsigned char>(bytes.front()) >= 0x7F)) {
    return "binary data (" + std::string(magic->name) + ")";
  }
  if (binary) {
    return "binary data";
  }
  const auto shown =
      head.substr(std::min(head.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), head.size()));
  if (is_drawing(shown)) {
    return "a drawing (SVG)";
  }
  return is_code(shown) ? "a script or a style sheet" : "";
}

}  // namespace pressgraph
