// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <istream>
#include <optional>
#include <sstream>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/core.h>

#include "exporters/exporter.hpp"
#include "graph/model.hpp"
#include "importers/readers/reader.hpp"

/// What holds for whatever is read. Where it does not, the process aborts, as libFuzzer wants it.
namespace pressgraph {

inline void require(bool holds, std::string_view what) {
  if (!holds) {
    fmt::print(stderr, "invariant broken: {}\n", what);
    std::abort();
  }
}

/// A stream that gives its bytes in pieces of `size`.
class Pieces : public std::streambuf {
 public:
  Pieces(std::string bytes, std::size_t size) : bytes_(std::move(bytes)), size_(size) {}

 protected:
  int_type underflow() override {
    at_ += static_cast<std::size_t>(egptr() - eback());
    if (at_ >= bytes_.size()) {
      return traits_type::eof();
    }
    char* begin = bytes_.data() + at_;
    setg(begin, begin, begin + std::min(size_, bytes_.size() - at_));
    return traits_type::to_int_type(*begin);
  }

 private:
  std::string bytes_;
  std::size_t size_;
  std::size_t at_ = 0;
};

struct Outcomes {
  std::vector<Release> releases;
  std::vector<Extraction> extractions;
  std::vector<std::string> messages;

  bool operator==(const Outcomes&) const = default;
};

/// Small, so that the fuzzer reaches them.
inline const ReadLimits small_limits{.max_record = 4096, .max_depth = 16};

inline Outcomes read_in_pieces(std::string_view bytes, std::optional<InputFormat> format,
                               std::size_t size, const ReadLimits& limits = small_limits) {
  Pieces pieces(std::string(bytes), size);
  std::istream in(&pieces);
  Outcomes outcomes;
  read_stream(in, "in", format, limits, [&outcomes](Record record) {
    if (auto* release = std::get_if<Release>(&record)) {
      outcomes.releases.push_back(std::move(*release));
    } else if (auto* extraction = std::get_if<Extraction>(&record)) {
      outcomes.extractions.push_back(std::move(*extraction));
    } else {
      outcomes.messages.push_back(std::get<BadRecord>(record).text());
    }
    return true;
  });
  return outcomes;
}

inline bool starts_code_point(std::string_view text, std::size_t byte) {
  return byte == text.size() ||
         (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U);
}

/// Valid UTF-8, by its lead and continuation bytes, without NUL.
inline bool is_clean(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead == 0 || (lead >= 0x80 && lead < 0xC2) || lead > 0xF4 || at + length > text.size()) {
      return false;
    }
    for (std::size_t i = 1; i < length; ++i) {
      if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U) {
        return false;
      }
    }
    at += length;
  }
  return true;
}

inline void check_release(const Release& release) {
  require(!release.id.empty(), "a release has an id");
  require(!release.text.empty(), "a release has text");
  require(is_clean(release.text), "text is valid UTF-8 without NUL");
  require(is_clean(release.title), "a title is valid UTF-8 without NUL");
  require(is_clean(release.publisher) && is_clean(release.url) && is_clean(release.language),
          "metadata is valid UTF-8 without NUL");
  for (const auto& topic : release.topics) {
    require(!topic.empty() && is_clean(topic), "a topic is valid UTF-8 without NUL, and not empty");
  }
  require(is_clean(release.published) && is_clean(release.modified), "dates are valid UTF-8");
}

/// Reads `bytes` whole and in two other cuts, and checks what came of it.
inline Outcomes check_reading(std::string_view bytes, std::optional<InputFormat> format) {
  auto whole = read_in_pieces(bytes, format, bytes.size() + 1);
  require(whole == read_in_pieces(bytes, format, 1), "reading byte by byte changes nothing");
  require(whole == read_in_pieces(bytes, format, 7), "reading in pieces of 7 changes nothing");
  for (const auto& release : whole.releases) {
    check_release(release);
  }
  return whole;
}

inline void check_span(Span span, std::string_view text, std::string_view what) {
  require(span.begin <= span.end && span.end <= text.size(), what);
  require(starts_code_point(text, span.begin) && starts_code_point(text, span.end), what);
}

/// What is written of `extraction` reads back as the same.
inline void check_reads_back(const Extraction& extraction) {
  std::ostringstream out;
  write_extraction(extraction, out);
  const auto line = std::move(out).str();
  const auto again = read_in_pieces(line, InputFormat::extraction, 1000, ReadLimits{});
  require(again.messages.empty(), again.messages.empty() ? "" : again.messages.front());
  require(again.extractions.size() == 1 && again.extractions.front() == extraction,
          "the JSON of an extraction reads back as the same extraction");
}

/// Every offset of `extraction` lies inside its field, on the bounds of code points, and every edge
/// joins nodes that are there.
inline void check_extraction(const Extraction& extraction) {
  std::size_t last = 0;
  for (const auto& sentence : extraction.sentences) {
    check_span(sentence, extraction.release.text, "a sentence is a span of the text");
    require(sentence.begin >= last, "sentences are in order and do not overlap");
    last = sentence.end;
  }
  std::vector<std::string_view> ids;
  for (const auto& node : extraction.nodes) {
    ids.push_back(node.id);
    for (const auto& mention : node.mentions) {
      check_span(mention.span, field_text(extraction.release, mention.field),
                 "a mention is a span of its field");
    }
  }
  for (const auto& edge : extraction.edges) {
    const auto text = field_text(extraction.release, edge.evidence.field);
    check_span(edge.evidence.span, text, "evidence is a span of its field");
    check_span(edge.evidence.trigger, text, "a trigger is a span of its field");
    require(edge.evidence.trigger.begin >= edge.evidence.span.begin &&
                edge.evidence.trigger.end <= edge.evidence.span.end,
            "a trigger lies in its evidence");
    require(!edge.evidence.rule.empty(), "an edge names its rule");
    require(edge.claimed_by.empty() || std::ranges::find(ids, edge.claimed_by) != ids.end(),
            "who claims an edge is there");
    require(std::ranges::find(ids, edge.subject) != ids.end() &&
                std::ranges::find(ids, edge.object) != ids.end(),
            "an edge joins nodes of its extraction");
    for (const auto& step : edge.evidence.chain) {
      check_span(step.mention.span, field_text(extraction.release, step.mention.field),
                 "a step of the chain is a span of its field");
    }
  }
}

}  // namespace pressgraph
