// SPDX-License-Identifier: Apache-2.0
// How each format is told by its first bytes.
#include <algorithm>
#include <array>

#include "importers/readers/csv.hpp"
#include "importers/readers/field_names.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/formats.hpp"

namespace pressgraph {
namespace {

std::string_view first_line(std::string_view head) {
  auto line = head.substr(0, head.find('\n'));
  return line.substr(0, line.find_last_not_of('\r') + 1);
}

// The name of the first element of `head`, after declarations, comments and processing
// instructions; empty where none comes first.
std::string_view first_element(std::string_view head) {
  while (head.starts_with("<")) {
    std::size_t end = std::string_view::npos;
    if (head.starts_with("<!--")) {
      end = head.find("-->");
      end = end == std::string_view::npos ? end : end + 3;
    } else if (head.starts_with("<?") || head.starts_with("<!")) {
      // A DOCTYPE may hold declarations of its own.
      const auto subset = head.substr(0, head.find('>')).find('[');
      end = head.find('>', subset == std::string_view::npos ? 0 : head.find("]", subset));
      end = end == std::string_view::npos ? end : end + 1;
    } else {
      const auto name = head.substr(1);
      return name.substr(0, name.find_first_of(" \t\r\n/>"));
    }
    if (end == std::string_view::npos) {
      return {};
    }
    head.remove_prefix(end);
    head.remove_prefix(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  }
  return {};
}

bool is_object_or_list(std::string_view head) {
  if (head.empty()) {
    return false;
  }
  const auto second = head.find_first_not_of(" \t\r\n", 1);
  const char next = second == std::string_view::npos ? '\0' : head[second];
  return (head.front() == '{' && (next == '"' || next == '}')) ||
         (head.front() == '[' && (next == '{' || next == ']'));
}

// Whether the braces of `line` close at its end, strings aside.
bool is_whole_object(std::string_view line) {
  int depth = 0;
  bool text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (text) {
      i += c == '\\' ? 1U : 0U;
      text = c != '"';
      continue;
    }
    text = c == '"';
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
  }
  return depth == 0 && !text;
}

constexpr std::array<std::string_view, 18> mail_headers{
    "from",         "to",       "cc",
    "subject",      "date",     "message-id",
    "mime-version", "received", "return-path",
    "delivered-to", "reply-to", "sender",
    "content-type", "x-mailer", "list-id",
    "references",   "x-from",   "content-transfer-encoding"};

// How many headers of a mail stand at the start of `head`, before a line that is none.
std::size_t count_mail_headers(std::string_view head) {
  std::size_t count = 0;
  for (int lines = 0; !head.empty() && lines < 60; ++lines) {
    const auto line = first_line(head);
    head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
    if (line.starts_with(" ") || line.starts_with("\t")) {
      continue;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos ||
        line.substr(0, colon).find(' ') != std::string_view::npos) {
      break;
    }
    const auto name = lower_ascii(line.substr(0, colon));
    count +=
        std::ranges::find(mail_headers, std::string_view(name)) != mail_headers.end() ? 1U : 0U;
  }
  return count;
}

}  // namespace

bool is_archive(std::string_view head) {
  // A tar header fills its fields with NUL; a line of JSON may have the word there, and no NUL.
  constexpr std::size_t magic = 257;
  const bool tar = head.size() > 262 && head.substr(magic, 5) == "ustar" &&
                   head.substr(0, magic).find('\0') != std::string_view::npos;
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06") || tar;
}

bool is_pdf(std::string_view head) {
  return head.starts_with("%PDF-");
}

bool is_warc(std::string_view head) {
  return head.starts_with("WARC/");
}

bool is_arc(std::string_view head) {
  return head.starts_with("filedesc://");
}

bool is_mbox(std::string_view head) {
  return head.starts_with("From ") &&
         count_mail_headers(head.substr(std::min(head.find('\n'), head.size() - 1) + 1)) >= 2;
}

bool is_mail(std::string_view head) {
  return count_mail_headers(head) >= 2;
}

bool is_extraction(std::string_view head) {
  return is_object_or_list(head) &&
         head.substr(0, 20).find("\"release\"") != std::string_view::npos;
}

// Where a second line follows the first; else the reader of objects, which takes both.
bool is_json_lines(std::string_view head) {
  if (!is_object_or_list(head) || head.front() != '{') {
    return false;
  }
  const auto end = head.find('\n');
  const auto next = head.find_first_not_of(" \t\r\n", std::min(end, head.size()));
  return next != std::string_view::npos && head[next] == '{' &&
         is_whole_object(head.substr(0, end));
}

bool is_json(std::string_view head) {
  return is_object_or_list(head);
}

bool is_feed(std::string_view head) {
  const auto root = lower_ascii(first_element(head));
  const auto colon = root.find(':');
  const auto name = colon == std::string::npos ? root : root.substr(colon + 1);
  return name == "rss" || name == "feed" || name == "rdf" || name == "entry" || name == "channel";
}

bool is_html(std::string_view head) {
  const auto start = lower_ascii(head.substr(0, 4096));
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) {
    return true;
  }
  constexpr std::array<std::string_view, 12> elements{"html", "head",  "body",    "article",
                                                      "main", "div",   "section", "p",
                                                      "meta", "title", "h1",      "table"};
  const auto first = std::string(first_element(start));
  return std::ranges::find(elements, std::string_view(first)) != elements.end();
}

bool is_markdown(std::string_view head) {
  const auto line = first_line(head);
  if (line != "---" && line != "+++") {
    return false;
  }
  const auto rest = head.substr(std::min(line.size() + 1, head.size()));
  const auto dots = line == "---" ? rest.find("\n...\n") : std::string_view::npos;
  const auto end = std::min(rest.find("\n" + std::string(line)), dots);
  const auto front = rest.substr(0, end);
  return end != std::string_view::npos &&
         front.find(line == "---" ? ':' : '=') != std::string_view::npos;
}

bool is_csv(std::string_view head) {
  auto line = first_line(head);
  const auto told = told_delimiter(line);
  if (told != '\0') {
    line = first_line(head.substr(std::min(head.find('\n'), head.size() - 1) + 1));
  }
  const auto columns = columns_of(line, told != '\0' ? told : delimiter_of(line));
  std::size_t known = 0;
  bool text = false;
  for (const auto& column : columns) {
    const auto* field = field_named_in_record(column);
    known += field != nullptr ? 1U : 0U;
    text = text || (field != nullptr && field->target == Target::text);
  }
  return columns.size() > 1 && text && known > 1;
}

}  // namespace pressgraph
