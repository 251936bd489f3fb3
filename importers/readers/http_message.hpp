// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Headers as HTTP, WARC and mails write them, and bodies as HTTP sends them.
namespace pressgraph {

class Headers {
 public:
  /// Lines "Name: value" up to the first empty one; a line that begins with a blank goes on with
  /// the one before it. What is no header is passed over.
  static Headers parse(std::string_view block);

  /// The first value of `name` (lower case), trimmed; empty where there is none.
  [[nodiscard]] std::string_view get(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

/// Where the block of headers at the start of `message` ends, the empty line included; its whole
/// length where there is none.
std::size_t end_of_headers(std::string_view message);

/// "text/html" of "Text/HTML; charset=UTF-8".
std::string media_type(std::string_view content_type);

/// The value of a parameter ("charset", "boundary") of a header, its quotation marks off.
std::string parameter_of(std::string_view header, std::string_view name);

struct HttpResponse {
  int status = 0;
  Headers headers;
  std::string body;
  std::string failure;  ///< empty where the body was read whole; "a chunk that is cut short", ...
};

/// A response as it went over the line: its body with chunks joined and gzip or deflate undone, no
/// more than `limit` bytes of it.
HttpResponse parse_http(std::string_view bytes, std::uint64_t limit);

}  // namespace pressgraph
