// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/feed_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>

namespace pressgraph {
namespace {

constexpr std::size_t piece = 1U << 16U;
constexpr std::size_t longest_reference = 36;
constexpr std::string_view cdata = "<![CDATA[";
constexpr std::string_view cdata_end = "]]>";
constexpr std::string_view description = "<description>";

// What a description of RSS does not go on behind, whatever stands in it.
constexpr std::array<std::string_view, 4> description_ends{"</description", "</item>", "<item>",
                                                           "</channel"};

// What no XML may hold, in whatever charset of bytes; those that ISO 2022 shifts by aside.
bool is_forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool blank = byte == '\t' || byte == '\n' || byte == '\r';
  const bool shift = byte == 0x0E || byte == 0x0F || byte == 0x1B;
  return byte < 0x20 && !blank && !shift;
}

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Whether `text`, which begins with "&", begins with a reference.
bool is_reference(std::string_view text) {
  std::size_t end = text.substr(1, 1) == "#" ? 2 : 1;
  const auto first = end;
  while (end < text.size() && is_alphanumeric(text[end])) {
    ++end;
  }
  return end > first && end < text.size() && text[end] == ';';
}

}  // namespace

std::size_t FeedBytes::read(char* to, std::size_t size) {
  if (given_ == done_.size() && !ended_) {
    fill();
  }
  const auto count = std::min(size, done_.size() - given_);
  std::memcpy(to, done_.data() + given_, count);
  given_ += count;
  return count;
}

void FeedBytes::fill() {
  done_.clear();
  given_ = 0;
  while (done_.empty() && !ended_) {
    const auto had = raw_.size();
    raw_.resize(had + piece);
    const auto count = in_.rdbuf()->sgetn(raw_.data() + had, static_cast<std::streamsize>(piece));
    raw_.resize(had + static_cast<std::size_t>(count));
    ended_ = count == 0;
    if (!began_) {
      began_ = true;
      wide_ = raw_.starts_with("\xFF\xFE") || raw_.starts_with("\xFE\xFF") ||
              raw_.substr(0, 4).find('\0') != std::string::npos ||
              raw_.find('\x1B') != std::string::npos;  // ISO 2022 has letters in "&" and "<"
      skip_blanks();
    }
    if (wide_) {
      done_.swap(raw_);
      raw_.clear();
    } else {
      mend(raw_);
    }
  }
}

void FeedBytes::skip_blanks() {
  const auto first = raw_.find_first_not_of(" \t\r\n");
  if (!wide_ && first != std::string::npos && raw_.compare(first, 5, "<?xml") == 0) {
    lines_before_ = static_cast<std::uint64_t>(
        std::count(raw_.begin(), raw_.begin() + static_cast<std::ptrdiff_t>(first), '\n'));
    raw_.erase(0, first);
  }
}

// All of `bytes` but what may go on in the next: that stays in raw_.
void FeedBytes::mend(std::string_view bytes) {
  done_.reserve(bytes.size() + bytes.size() / 16);
  while (!bytes.empty() && (ended_ || bytes.size() > longest_reference)) {
    bytes.remove_prefix(mend_one(bytes));
  }
  raw_.erase(0, raw_.size() - bytes.size());
  for (auto& c : done_) {
    if (is_forbidden(c)) {
      c = ' ';
      ++forbidden_;
    }
  }
}

// The "<" that begins `rest` in a description: the text's own, unless what ends it follows.
void FeedBytes::mend_tag(std::string_view rest) {
  const auto* const end = std::ranges::find_if(
      description_ends, [rest](std::string_view each) { return rest.starts_with(each); });
  in_description_ = end == description_ends.end();
  done_ += in_description_ ? "&lt;" : end == description_ends.begin() ? "<" : "</description><";
}

// Mends the front of `rest` up to the next place where something may be wrong, and says how much of
// it that was.
std::size_t FeedBytes::mend_one(std::string_view rest) {
  const auto usable = ended_ ? rest.size() : rest.size() - longest_reference;
  if (in_cdata_) {
    const auto end = rest.find(cdata_end);
    in_cdata_ = end == std::string_view::npos;
    const auto length = in_cdata_ ? usable : end + cdata_end.size();
    done_ += rest.substr(0, length);
    return length;
  }
  if (rest.front() == '&') {
    done_ += is_reference(rest.substr(0, longest_reference)) ? "&" : "&amp;";
    return 1;
  }
  if (rest.starts_with(cdata)) {
    in_cdata_ = true;
    done_ += cdata;
    return cdata.size();
  }
  if (rest.front() == '<' && in_description_) {
    mend_tag(rest);
    return 1;
  }
  if (rest.starts_with(description)) {
    in_description_ = true;
    done_ += description;
    return description.size();
  }
  std::size_t length = 1;
  while (length < usable && rest[length] != '<' && rest[length] != '&') {
    ++length;
  }
  done_ += rest.substr(0, length);
  return length;
}

}  // namespace pressgraph
