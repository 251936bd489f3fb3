// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/wide_text.hpp"

#include <string_view>

#include <unicode/ucnv.h>

namespace pressgraph {

void WideText::CloseConverter::operator()(UConverter* converter) const {
  ucnv_close(converter);
}

WideText::WideText(std::istream& in, const std::string& charset) : in_(in) {
  UErrorCode status = U_ZERO_ERROR;
  from_.reset(ucnv_open(charset.c_str(), &status));
  to_.reset(ucnv_open("UTF-8", &status));
  // What this machine has no converter for has no text.
  ended_ = U_FAILURE(status) != 0;
}

void WideText::fill() {
  const auto count = in_.rdbuf()->sgetn(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
  source_ = bytes_.data();
  source_end_ = source_ + count;
  ended_ = count == 0;
}

// Converts all of the bytes: text_ has room for what they become.
char* WideText::convert() {
  char* target = text_.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_convertEx(to_.get(), from_.get(), &target, text_.data() + text_.size(), &source_,
                 source_end_, pivot_.data(), &pivot_from_, &pivot_to_,
                 pivot_.data() + pivot_.size(), first_ ? 1 : 0, ended_ ? 1 : 0, &status);
  first_ = false;
  ended_ = ended_ || U_FAILURE(status) != 0;
  return target;
}

WideText::int_type WideText::underflow() {
  auto* begin = text_.data();
  auto* end = begin;
  while (end == begin && !ended_) {
    fill();
    begin = text_.data();  // the mark alone may have come
    end = convert();
    if (marked_ && std::string_view(begin, static_cast<std::size_t>(end - begin))
                       .starts_with("\xEF\xBB\xBF")) {
      begin += 3;
    }
    marked_ = marked_ && end == text_.data();
  }
  setg(begin, begin, end);
  return begin == end ? traits_type::eof() : traits_type::to_int_type(*begin);
}

}  // namespace pressgraph
