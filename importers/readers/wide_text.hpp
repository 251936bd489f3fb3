// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <istream>
#include <memory>
#include <streambuf>
#include <string>

struct UConverter;

namespace pressgraph {

/// A stream in UTF-16 or UTF-32 as UTF-8, its byte order mark off: spreadsheets save "Unicode text"
/// so, and lines are sought by their bytes.
class WideText : public std::streambuf {
 public:
  /// `charset` is the name that `marked_charset` gives.
  WideText(std::istream& in, const std::string& charset);

 protected:
  int_type underflow() override;

 private:
  struct CloseConverter {
    void operator()(UConverter* converter) const;
  };
  void fill();
  char* convert();

  using Converter = std::unique_ptr<UConverter, CloseConverter>;

  std::istream& in_;
  Converter from_;
  Converter to_;
  std::array<char, 1U << 14U> bytes_{};
  std::array<char16_t, 1U << 12U> pivot_{};
  char16_t* pivot_from_ = pivot_.data();
  char16_t* pivot_to_ = pivot_.data();
  const char* source_ = bytes_.data();
  const char* source_end_ = bytes_.data();
  std::array<char, 1U << 15U> text_{};
  bool first_ = true;
  bool marked_ = true;  // the mark may still come
  bool ended_ = false;
};

}  // namespace pressgraph
