// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/mime.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "importers/readers/charset.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/http_message.hpp"

namespace pressgraph {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  if (c >= 'A' && c <= 'F') {
    return c - 'A' + 10;
  }
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
      continue;
    }
    auto next = i + 1;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) {
      ++next;
    }
    if (next >= text.size() || text[next] == '\n') {
      i = next;  // a soft line break
      continue;
    }
    const int high = i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      out += '=';
      continue;
    }
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

int base64_digit(char c) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto at = digits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::string from_base64(std::string_view text) {
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const int digit = base64_digit(c);
    if (digit < 0) {
      continue;  // line ends and padding
    }
    bits = (bits << 6U) | static_cast<unsigned>(digit);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
    }
  }
  return out;
}

std::string without_transfer_encoding(std::string_view body, std::string_view encoding) {
  const auto name = media_type(encoding);
  if (name == "quoted-printable") {
    return from_quoted_printable(body);
  }
  if (name == "base64") {
    return from_base64(body);
  }
  return std::string(body);
}

// RFC 3676: a line that ends with a blank goes on in the next.
std::string unflowed(std::string_view text, bool delete_space) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    at = end + 1;
    if (line.starts_with(" ")) {
      line.remove_prefix(1);  // stuffed
    }
    const bool flows = line.ends_with(' ') && line != "-- ";
    out += flows && delete_space ? line.substr(0, line.size() - 1) : line;
    out += flows ? "" : "\n";
  }
  return out;
}

struct Part {
  std::string_view bytes;
  int depth;
};

class MailReader {
 public:
  explicit MailReader(int max_depth) : max_depth_(max_depth) {}

  MailText read(std::string_view bytes) {
    head(Headers::parse(bytes.substr(0, end_of_headers(bytes))));
    // A list instead of recursion: the last part first out.
    parts_.push_back({bytes, 0});
    while (!parts_.empty()) {
      const auto part = parts_.back();
      parts_.pop_back();
      take(part);
    }
    return std::move(mail_);
  }

 private:
  void head(const Headers& headers) {
    mail_.subject = decoded_words(headers.get("subject"));
    mail_.from = decoded_words(headers.get("from"));
    mail_.date = headers.get("date");
    mail_.message_id = headers.get("message-id");
    mail_.language = clean_text(headers.get("content-language"));
  }

  void take(const Part& part) {
    if (part.depth > max_depth_) {
      mail_.too_deep = true;
      return;
    }
    const auto end = end_of_headers(part.bytes);
    const auto headers = Headers::parse(part.bytes.substr(0, end));
    const auto body = part.bytes.substr(end);
    const auto content_type = headers.get("content-type");
    const auto type = media_type(content_type);
    const auto boundary = parameter_of(content_type, "boundary");
    if (type.starts_with("multipart/") && !boundary.empty()) {
      split(body, boundary, part.depth);
      return;
    }
    const bool attached =
        media_type(headers.get("content-disposition")) == "attachment" && part.depth > 0;
    if (type == "message/rfc822" && !attached) {
      parts_.push_back({body, part.depth + 1});
      return;
    }
    // A header without its name for plain text: "text", "plain/text", or none at all.
    const bool is_text = type.empty() || type == "text" || type == "text/plain" ||
                         type == "plain/text" || type == "text/html" ||
                         type.starts_with("multipart/");
    if (attached || !is_text) {
      return;
    }
    text(body, headers, type == "text/html");
  }

  void text(std::string_view body, const Headers& headers, bool html) {
    const auto content_type = headers.get("content-type");
    auto text = decoded(without_transfer_encoding(body, headers.get("content-transfer-encoding")),
                        parameter_of(content_type, "charset"));
    if (lower_ascii(parameter_of(content_type, "format")) == "flowed") {
      text = unflowed(text, lower_ascii(parameter_of(content_type, "delsp")) == "yes");
    }
    auto& place = html ? mail_.html : mail_.plain;
    place += place.empty() ? "" : "\n\n";
    place += text;
  }

  // The parts between lines "--boundary"; what stands before the first and behind "--boundary--" is
  // for mail programs without MIME. Without any such line the body is text.
  void split(std::string_view body, const std::string& boundary, int depth) {
    const auto mark = "--" + boundary;
    std::vector<Part> found;
    std::size_t begin = std::string_view::npos;
    for (auto at = body.find(mark); at != std::string_view::npos; at = body.find(mark, at + 1)) {
      if (at != 0 && body[at - 1] != '\n') {
        continue;
      }
      const auto rest = body.substr(at + mark.size());
      const bool longer = !rest.empty() && rest.front() != '\r' && rest.front() != '\n' &&
                          rest.front() != ' ' && rest.front() != '\t' && !rest.starts_with("--");
      if (longer) {
        continue;  // of another boundary that begins like this one
      }
      if (begin != std::string_view::npos) {
        found.push_back({body.substr(begin, at - begin), depth + 1});
      }
      const auto line_end = body.find('\n', at);
      begin = line_end == std::string_view::npos ? body.size() : line_end + 1;
      if (rest.starts_with("--")) {
        begin = std::string_view::npos;
        break;
      }
    }
    if (begin != std::string_view::npos) {
      found.push_back({body.substr(begin), depth + 1});
    }
    if (found.empty()) {
      text(body, Headers(), false);
    }
    for (auto part = found.rbegin(); part != found.rend(); ++part) {
      parts_.push_back(*part);
    }
  }

  int max_depth_;
  MailText mail_;
  std::vector<Part> parts_;
};

// "=?charset?B?...?=" at the start of `text`: what it says and how long it is; nothing where it is
// no encoded word.
std::string encoded_word(std::string_view text, std::size_t& length) {
  const auto charset_end = text.find('?', 2);
  if (charset_end == std::string_view::npos || charset_end + 3 > text.size() ||
      text[charset_end + 2] != '?') {
    return {};
  }
  const auto end = text.find("?=", charset_end + 3);
  if (end == std::string_view::npos) {
    return {};
  }
  auto charset = text.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // RFC 2231's language
  std::string words(text.substr(charset_end + 3, end - charset_end - 3));
  const char encoding = text[charset_end + 1];
  if (encoding == 'Q' || encoding == 'q') {
    std::ranges::replace(words, '_', ' ');
    words = from_quoted_printable(words);
  } else if (encoding == 'B' || encoding == 'b') {
    words = from_base64(words);
  } else {
    return {};
  }
  length = end + 2;
  return decoded(words, charset);
}

}  // namespace

std::string decoded_words(std::string_view header) {
  std::string out;
  bool after_word = false;
  for (std::size_t at = 0; at < header.size();) {
    const auto begin = std::min(header.find("=?", at), header.size());
    const auto between = header.substr(at, begin - at);
    std::size_t length = 0;
    const auto word =
        begin == header.size() ? std::string() : encoded_word(header.substr(begin), length);
    const bool blank = between.find_first_not_of(" \t") == std::string_view::npos;
    if (!(blank && after_word && length > 0)) {
      out += decoded(between);
    }
    if (begin == header.size()) {
      break;
    }
    out += length > 0 ? word : "=?";
    after_word = length > 0;
    at = begin + (length > 0 ? length : 2);
  }
  return out;
}

MailText parse_mail(std::string_view bytes, int max_depth) {
  return MailReader(max_depth).read(bytes);
}

}  // namespace pressgraph
