// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/json_records.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pressgraph {
namespace {

constexpr std::size_t longest_envelope = 1U << 16U;
constexpr int end_of_stream = std::char_traits<char>::eof();

// Keys of an answer's list of records: JSON Feed, news and search interfaces, site exports.
constexpr std::array<std::string_view, 11> list_keys{"items",   "articles", "results",   "posts",
                                                     "entries", "releases", "documents", "docs",
                                                     "records", "data",     "hits"};
// An object that has one of these is a release, whatever lists it has besides.
constexpr std::array<std::string_view, 6> text_keys{"text",        "content",  "body",
                                                    "articleBody", "maintext", "details"};

bool is_blank(int c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Of the byte order mark, which stands before the first value.
bool is_mark(int c) {
  return c == 0xEF || c == 0xBB || c == 0xBF;
}

}  // namespace

int JsonRecords::get() {
  const int c = in_.sbumpc();
  line_ += c == '\n' ? 1U : 0U;
  return c;
}

void JsonRecords::keep(char c) {
  ++length_;
  if (length_ <= limit_) {
    piece_.bytes += c;
  } else {
    piece_.kind = JsonPiece::Kind::too_long;
  }
}

// After the opening quotation mark. False where the string is not closed: none goes over the end of
// a line, so that the next record is not lost with it.
bool JsonRecords::scan_string() {
  for (int c = get(); c != end_of_stream; c = get()) {
    keep(static_cast<char>(c));
    if (c == '"') {
      return true;
    }
    if (c == '\n' && in_.sgetc() == '{') {
      return false;
    }
    if (c == '\\' && in_.sgetc() != end_of_stream) {
      keep(static_cast<char>(get()));
    }
  }
  return false;
}

bool JsonRecords::key_names_list() const {
  return !text_seen_ && std::ranges::find(list_keys, std::string_view(key_)) != list_keys.end();
}

// After "[" at depth 1: whether it holds objects, and the object around it is only an envelope.
bool JsonRecords::opens_list() {
  if (in_list_ || !key_names_list()) {
    return false;
  }
  while (is_blank(in_.sgetc())) {
    keep(static_cast<char>(get()));
  }
  return in_.sgetc() == '{';
}

// After "{", whose record it is unless it turns out to be an envelope.
void JsonRecords::scan_object() {
  int depth = 1;
  for (int c = get(); c != end_of_stream; c = get()) {
    keep(static_cast<char>(c));
    if (c == '"') {
      const auto start = piece_.bytes.size();
      if (!scan_string()) {
        break;
      }
      if (depth == 1 && piece_.bytes.size() > start && in_.sgetc() != ',') {
        key_.assign(piece_.bytes, start,
                    std::min<std::size_t>(piece_.bytes.size() - start - 1, 32));
        text_seen_ =
            text_seen_ || std::ranges::find(text_keys, std::string_view(key_)) != text_keys.end();
      }
    } else if (c == '[' && depth == 1 && opens_list()) {
      in_list_ = true;
      envelope_ = piece_.bytes.size() > longest_envelope ? std::string() : piece_.bytes + "]}";
      return;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return;
    }
  }
  if (piece_.kind == JsonPiece::Kind::object) {
    piece_.kind = JsonPiece::Kind::cut;
  }
}

// A list, a number, a word or a string where an object is expected.
void JsonRecords::scan_other() {
  if (piece_.bytes == "[") {
    scan_object();
    piece_.kind = JsonPiece::Kind::other;
    return;
  }
  piece_.kind = JsonPiece::Kind::other;
  if (piece_.bytes == "\"") {
    scan_string();
    piece_.kind = JsonPiece::Kind::other;
    return;
  }
  for (int c = in_.sgetc(); c != end_of_stream && c != ',' && c != ']' && c != '{' && c != '\n';
       c = in_.sgetc()) {
    keep(static_cast<char>(get()));
  }
  piece_.kind = JsonPiece::Kind::other;
}

// After the list's "]": what is left of the object around it.
void JsonRecords::leave_envelope() {
  piece_ = {};
  length_ = limit_;  // keeps nothing
  scan_object();
  in_list_ = false;
}

std::optional<JsonPiece> JsonRecords::next() {
  for (int c = get(); c != end_of_stream; c = get()) {
    if (is_blank(c) || is_mark(c) || c == ',') {
      continue;
    }
    if (c == '[' && !in_array_ && !in_list_) {
      in_array_ = true;
      continue;
    }
    if (c == ']' && in_list_) {
      leave_envelope();
      continue;
    }
    if (c == ']' && in_array_) {
      in_array_ = false;
      continue;
    }
    piece_ = {};
    piece_.line = line_;
    length_ = 0;
    text_seen_ = false;
    key_.clear();
    keep(static_cast<char>(c));
    if (c != '{') {
      scan_other();
      return std::move(piece_);
    }
    const bool inside = in_list_;
    scan_object();
    if (in_list_ == inside) {
      return std::move(piece_);
    }
  }
  return std::nullopt;
}

}  // namespace pressgraph
