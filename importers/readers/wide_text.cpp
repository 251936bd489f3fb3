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

WideText::int_type WideText::underflow() {
  char* target = text_.data();
  while (target == text_.data() && !(ended_ && source_ == source_end_)) {
    if (source_ == source_end_ && !ended_) {
      const auto count =
          in_.rdbuf()->sgetn(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
      source_ = bytes_.data();
      source_end_ = source_ + count;
      ended_ = count == 0;
    }
    UErrorCode status = U_ZERO_ERROR;
    ucnv_convertEx(to_.get(), from_.get(), &target, text_.data() + text_.size(), &source_,
                   source_end_, pivot_.data(), &pivot_from_, &pivot_to_,
                   pivot_.data() + pivot_.size(), first_ ? 1 : 0, ended_ ? 1 : 0, &status);
    first_ = false;
    if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status) != 0) {
      ended_ = true;
      source_ = source_end_;
    }
    if (ended_ && status != U_BUFFER_OVERFLOW_ERROR) {
      source_ = source_end_;
      break;
    }
  }
  auto* begin = text_.data();
  if (marked_ && target - begin >= 3 && std::string_view(begin, 3) == "\xEF\xBB\xBF") {
    begin += 3;
  }
  marked_ = false;
  setg(begin, begin, target);
  return begin == target ? traits_type::eof() : traits_type::to_int_type(*begin);
}

}  // namespace pressgraph
