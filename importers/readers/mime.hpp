// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// What a mail says, its parts put together.
struct MailText {
  std::string subject;
  std::string from;
  std::string date;
  std::string message_id;
  std::string language;
  std::string plain;  ///< of its text/plain parts, decoded
  std::string html;   ///< of its text/html parts, decoded
  bool too_deep = false;
};

/// Reads a mail (RFC 5322, MIME), with what is wrong in real ones: missing boundaries, encodings
/// that are none, bytes above 127 in headers. Attachments are left out. Parts nested more than
/// `max_depth` deep are left out, and `too_deep` says so.
MailText parse_mail(std::string_view bytes, int max_depth);

/// "=?ISO-8859-1?Q?Gr=FC=DFe?=" (RFC 2047) as UTF-8.
std::string decoded_words(std::string_view header);

}  // namespace pressgraph
