// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

namespace pressgraph {

/// The bytes of a feed with the mistakes mended that its XML would not survive, or only with loss:
/// control characters, "&" that is no reference, blanks before the declaration. Feeds in UTF-16 and
/// UTF-32 are left as they are.
class FeedBytes {
 public:
  explicit FeedBytes(std::istream& in) : in_(in) {}

  /// The next bytes, at most `size`, at `to`; 0 at the end.
  std::size_t read(char* to, std::size_t size);

  [[nodiscard]] std::size_t forbidden() const { return forbidden_; }  ///< control characters
  /// Lines that stood before the declaration.
  [[nodiscard]] std::uint64_t lines_before() const { return lines_before_; }

 private:
  void fill();
  void skip_blanks();
  void mend(std::string_view bytes);
  void mend_tag(std::string_view rest);
  std::size_t mend_one(std::string_view rest);

  std::istream& in_;
  std::string raw_;        // not yet mended
  std::string done_;       // mended, not yet handed on
  std::size_t given_ = 0;  // of done_
  bool began_ = false;
  bool ended_ = false;
  bool wide_ = false;
  bool in_cdata_ = false;
  bool in_description_ = false;  // of RSS, whose tags are its text: many are never closed
  std::size_t forbidden_ = 0;
  std::uint64_t lines_before_ = 0;
};

}  // namespace pressgraph
