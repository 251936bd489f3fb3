// SPDX-License-Identifier: Apache-2.0
// Encodings through ICU.
#include "importers/readers/charset.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/uloc.h>

#include "importers/readers/fields.hpp"

namespace pressgraph {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

// UTF-32 before UTF-16, whose mark it begins with.
constexpr std::array<Mark, 5> marks{{{{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                     {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                     {"\xEF\xBB\xBF", "UTF-8"},
                                     {"\xFF\xFE", "UTF-16LE"},
                                     {"\xFE\xFF", "UTF-16BE"}}};

// Names that pages use for more than they say (WHATWG Encoding).
struct WebName {
  std::string_view name;
  const char* charset;
};
constexpr std::array<WebName, 10> web_names{{{"us-ascii", "windows-1252"},
                                             {"ascii", "windows-1252"},
                                             {"iso-8859-1", "windows-1252"},
                                             {"latin1", "windows-1252"},
                                             {"iso8859-1", "windows-1252"},
                                             {"iso-8859-9", "windows-1254"},
                                             {"gb2312", "gb18030"},
                                             {"gbk", "gb18030"},
                                             {"shift_jis", "windows-31j"},
                                             {"ks_c_5601-1987", "windows-949"}}};

// Below this the statistics say no more than chance.
constexpr int least_confidence = 30;
constexpr std::size_t most_for_statistics = 1U << 16U;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

std::string icu_name(std::string_view declared) {
  auto name = lower_ascii(declared);
  const auto* row = std::ranges::find(web_names, std::string_view(name), &WebName::name);
  return row == web_names.end() ? name : std::string(row->charset);
}

std::size_t replaced(std::string_view text) {
  std::size_t count = 0;
  for (auto at = text.find("\xEF\xBF\xBD"); at != std::string_view::npos;
       at = text.find("\xEF\xBF\xBD", at + 3)) {
    ++count;
  }
  return count;
}

// One bad byte in a long text is a slip of the pen, not another encoding.
bool has_only_slips(std::string_view as_utf8, std::size_t bytes) {
  const auto slips = replaced(as_utf8);
  const auto beyond_ascii = static_cast<std::size_t>(
      std::ranges::count_if(as_utf8, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
  return slips * 200 < as_utf8.size() && as_utf8.size() > bytes / 2 && slips * 8 < beyond_ascii / 3;
}

}  // namespace

std::string charset_by_statistics(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  bytes = bytes.substr(0, most_for_statistics);
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const auto* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr ||
      ucsdet_getConfidence(match, &status) < least_confidence) {
    return {};
  }
  const auto* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) || name == nullptr ? std::string() : std::string(name);
}

std::string_view marked_charset(std::string_view bytes) {
  const auto* mark =
      std::ranges::find_if(marks, [&](const Mark& row) { return bytes.starts_with(row.bytes); });
  return mark == marks.end() ? std::string_view() : mark->charset;
}

std::string decoded_as(std::string_view bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(
      ucnv_open(icu_name(charset).c_str(), &status));
  const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) {
    return {};
  }
  std::string text;
  std::array<UChar, 1024> pivot{};
  std::array<char, 4096> piece{};
  UChar* pivot_from = pivot.data();
  UChar* pivot_to = pivot.data();
  const char* source = bytes.data();
  bool first = true;
  do {
    status = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_from, &pivot_to,
                   pivot.data() + pivot.size(), first ? 1 : 0, 1, &status);
    text.append(piece.data(), target);
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return text;
}

std::string decoded(std::string_view bytes, std::string_view declared) {
  if (const auto mark = marked_charset(bytes);
      mark.starts_with("UTF-16") || mark.starts_with("UTF-32")) {
    bytes.remove_prefix(mark.starts_with("UTF-16") ? 2 : 4);
    return clean_text(decoded_as(bytes, std::string(mark)));
  }
  // ISO-2022 writes all its letters in ASCII's bytes, so that it is UTF-8 too.
  const bool shifts = icu_name(declared).starts_with("iso-2022") || icu_name(declared) == "utf-7" ||
                      icu_name(declared).starts_with("utf-16");
  if (!shifts && is_utf8(bytes)) {
    return clean_text(bytes);
  }
  if (!declared.empty() && icu_name(declared) != "utf-8") {
    auto text = decoded_as(bytes, std::string(declared));
    if (!text.empty() && replaced(text) * 50 <= text.size() / 10) {
      return clean_text(text);
    }
  }
  if (auto as_utf8 = clean_text(bytes); has_only_slips(as_utf8, bytes.size())) {
    return as_utf8;
  }
  const auto told = charset_by_statistics(bytes);
  auto text =
      told.empty() || lower_ascii(told) == "utf-8" ? std::string() : decoded_as(bytes, told);
  if (text.empty()) {
    text = decoded_as(bytes, "windows-1252");
  }
  return clean_text(text);
}

std::string short_language_code(const std::string& code) {
  std::array<char, ULOC_LANG_CAPACITY> out{};
  UErrorCode status = U_ZERO_ERROR;
  const auto length =
      uloc_getLanguage(code.c_str(), out.data(), static_cast<std::int32_t>(out.size()), &status);
  return U_FAILURE(status) || length <= 0 || status == U_STRING_NOT_TERMINATED_WARNING
             ? std::string()
             : std::string(out.data(), static_cast<std::size_t>(length));
}

}  // namespace pressgraph
