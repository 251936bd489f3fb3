// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/http_message.hpp"

#include <algorithm>
#include <charconv>

#include <zlib.h>

#include "importers/readers/fields.hpp"

namespace pressgraph {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  const auto last = text.find_last_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view()
                                         : text.substr(first, last - first + 1);
}

std::string_view take_line(std::string_view& rest) {
  const auto end = rest.find('\n');
  auto line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

// The chunks of a body joined. A body that is not chunked though its header says so (crawlers undo
// chunks and keep the header) is given back as it is.
std::string without_chunks(std::string_view body, std::string& failure) {
  std::string joined;
  auto rest = body;
  while (!rest.empty()) {
    const auto line = trimmed(take_line(rest));
    std::size_t size = 0;
    const auto* end = line.data() + line.size();
    const auto read = std::from_chars(line.data(), end, size, 16);
    if (read.ec != std::errc() || (read.ptr != end && *read.ptr != ';' && *read.ptr != ' ')) {
      if (joined.empty()) {
        return std::string(body);
      }
      failure = "a chunk without its size";
      return joined;
    }
    if (size == 0) {
      return joined;
    }
    if (size > rest.size()) {
      failure = "a chunk that is cut short";
    }
    joined += rest.substr(0, size);
    rest.remove_prefix(std::min(size, rest.size()));
    take_line(rest);
  }
  return joined;
}

// Undoes gzip, zlib's deflate and raw deflate; `window` is zlib's word for which.
bool inflate_all(std::string_view bytes, int window, std::uint64_t limit, std::string& out) {
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) {
    return false;
  }
  std::string input(bytes);
  // zlib counts characters as unsigned bytes.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  int status = Z_OK;
  std::string piece(1U << 16U, '\0');
  while (status == Z_OK && out.size() <= limit) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(piece, 0, piece.size() - stream.avail_out);
    if (stream.avail_in == 0 && stream.avail_out > 0) {
      break;
    }
  }
  inflateEnd(&stream);
  return status == Z_STREAM_END;
}

std::string inflated(std::string body, std::string_view coding, std::uint64_t limit,
                     std::string& failure) {
  std::string out;
  constexpr int gzip_or_zlib = 15 + 32;
  constexpr int raw = -15;
  if (inflate_all(body, gzip_or_zlib, limit, out)) {
    return out;
  }
  if (out.empty() && coding == "deflate" && inflate_all(body, raw, limit, out)) {
    return out;
  }
  if (out.empty()) {
    return body;  // crawlers undo the coding and keep the header
  }
  failure = "a body that is cut short";
  return out;
}

}  // namespace

Headers Headers::parse(std::string_view block) {
  Headers headers;
  while (!block.empty()) {
    const auto line = take_line(block);
    if (line.empty()) {
      break;
    }
    if ((line.front() == ' ' || line.front() == '\t') && !headers.all_.empty()) {
      headers.all_.back().second += ' ';
      headers.all_.back().second += trimmed(line);
    } else if (const auto colon = line.find(':'); colon != std::string_view::npos) {
      headers.all_.emplace_back(lower_ascii(trimmed(line.substr(0, colon))),
                                trimmed(line.substr(colon + 1)));
    }
  }
  return headers;
}

std::string_view Headers::get(std::string_view name) const {
  const auto found =
      std::ranges::find_if(all_, [&](const auto& header) { return header.first == name; });
  return found == all_.end() ? std::string_view() : std::string_view(found->second);
}

std::size_t end_of_headers(std::string_view message) {
  auto rest = message;
  while (!rest.empty()) {
    if (take_line(rest).empty()) {
      break;
    }
  }
  return message.size() - rest.size();
}

std::string media_type(std::string_view content_type) {
  return lower_ascii(trimmed(content_type.substr(0, content_type.find(';'))));
}

std::string parameter_of(std::string_view header, std::string_view name) {
  const auto lower = lower_ascii(header);
  for (auto at = lower.find(';'); at != std::string::npos; at = lower.find(';', at + 1)) {
    const auto begin = lower.find_first_not_of(" \t", at + 1);
    if (begin == std::string::npos || !std::string_view(lower).substr(begin).starts_with(name)) {
      continue;
    }
    auto value = trimmed(header.substr(begin + name.size()));
    if (!value.starts_with("=")) {
      continue;
    }
    value = trimmed(value.substr(1));
    if (value.starts_with("\"")) {
      return std::string(value.substr(1, value.find('"', 1) - 1));
    }
    value = trimmed(value.substr(0, value.find(';')));
    if (value.starts_with("'") && value.ends_with("'") && value.size() > 1) {
      value = value.substr(1, value.size() - 2);
    }
    return std::string(value);
  }
  return {};
}

HttpResponse parse_http(std::string_view bytes, std::uint64_t limit) {
  HttpResponse response;
  const auto end = end_of_headers(bytes);
  auto block = bytes.substr(0, end);
  const auto status = take_line(block);
  const auto space = status.find(' ');
  if (status.starts_with("HTTP/") && space != std::string_view::npos) {
    const auto number = trimmed(status.substr(space));
    std::from_chars(number.data(), number.data() + number.size(), response.status);
  }
  response.headers = Headers::parse(block);
  response.body = bytes.substr(end);
  if (lower_ascii(response.headers.get("transfer-encoding")).find("chunked") != std::string::npos) {
    response.body = without_chunks(response.body, response.failure);
  }
  const auto coding = lower_ascii(response.headers.get("content-encoding"));
  if (coding == "gzip" || coding == "x-gzip" || coding == "deflate") {
    response.body = inflated(std::move(response.body), coding, limit, response.failure);
  }
  return response;
}

}  // namespace pressgraph
