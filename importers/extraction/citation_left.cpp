// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_left.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "importers/extraction/citation_tail.hpp"
#include "importers/extraction/citation_text.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t left_bytes = 110;

std::string_view without_possessive(std::string_view text) {
  if (text.ends_with("'s")) {
    text.remove_suffix(2);
  } else if (text.ends_with('\'')) {
    text.remove_suffix(1);
  }
  return text;
}

class LeftReader {
 public:
  LeftReader(const CitationSchema& schema, const CitationWindow& window)
      : schema_(schema), window_(window) {}

  void read(CitationLeft& left) {
    std::string_view text = window_.text;
    while (text.ends_with(' ') || text.ends_with('(') || text.ends_with('[')) {
      text.remove_suffix(1);
    }
    // Before a symbol: "draft resolution S/2017/970", "Security Council resolution S/RES/2322".
    for (const std::string_view key : {"resolution", "resolutions", "decision", "document"}) {
      drop_end(text, key);
    }
    left.draft = drop_end(text, "draft");
    text = bodies(text, left);
    left.draft = drop_end(text, "draft") || left.draft;
    determiners(text, left);
    while (drop_end(text, "its") || drop_end(text, "the") || drop_end(text, "of") ||
           drop_end(text, "their") || drop_end(text, "both")) {
    }
    left.via_name = std::ranges::any_of(schema_.via_names,
                                        [&](const auto& name) { return ends_as(text, name); });
    left.noun =
        std::ranges::any_of(schema_.nouns, [&](const auto& noun) { return ends_as(text, noun); });
    left.locator = locator_before(text);
  }

 private:
  /// The bodies that `text` ends in; returns what is left of them.
  std::string_view bodies(std::string_view text, CitationLeft& left) const {
    auto rest = body_at_end(text, left);
    // "Security Council and General Assembly resolutions ..."
    for (int more = 0; more < 3 && !left.bodies.empty(); ++more) {
      auto before = rest;
      if (!drop_end(before, "and") && !drop_end(before, "or") && !before.ends_with(',')) {
        break;
      }
      before.remove_suffix(before.ends_with(',') ? 1 : 0);
      CitationLeft other;
      const auto further = body_at_end(before, other);
      // "the Charter of the United Nations and General Assembly resolution ..." is no second body.
      if (other.bodies.size() != 1) {
        break;
      }
      left.bodies.insert(left.bodies.end(), other.bodies.begin(), other.bodies.end());
      rest = further;
    }
    return rest;
  }

  std::string_view body_at_end(std::string_view text, CitationLeft& left) const {
    const auto before = without_possessive(text);
    std::size_t size = 0;
    for (const auto& body : schema_.bodies) {
      if (body.name.size() < size) {
        break;
      }
      auto rest = before;
      if (!drop_end(rest, body.name)) {
        continue;
      }
      if (left.bodies.empty()) {
        size = body.name.size();
        const auto start = before.size() - size;
        left.begin = window_.at[start];
        left.words = body.words ? Span{static_cast<std::uint32_t>(window_.at[start]),
                                       static_cast<std::uint32_t>(window_.at[start + size - 1] + 1)}
                                : Span{};
        text = rest;
      }
      left.bodies.emplace_back(body.id);
    }
    return text;
  }

  static void determiners(std::string_view text, CitationLeft& left) {
    left.demonstrative =
        ends_as(text, "this") || ends_as(text, "the present") || ends_as(text, "today's");
    left.definite = left.demonstrative || ends_as(text, "the") || ends_as(text, "that") ||
                    ends_as(text, "said") || ends_as(text, "same") || ends_as(text, "latter");
    left.same = ends_as(text, "this") || ends_as(text, "that") || ends_as(text, "same");
    left.indefinite = ends_as(text, "a") || ends_as(text, "another") || ends_as(text, "new") ||
                      ends_as(text, "any") || ends_as(text, "no");
    constexpr std::array<std::pair<std::string_view, std::size_t>, 11> groups{{{"both", 2},
                                                                               {"these two", 2},
                                                                               {"those two", 2},
                                                                               {"the two", 2},
                                                                               {"the three", 3},
                                                                               {"these three", 3},
                                                                               {"those three", 3},
                                                                               {"all three", 3},
                                                                               {"the four", 4},
                                                                               {"these four", 4},
                                                                               {"all four", 4}}};
    for (const auto& [words, count] : groups) {
      left.group = ends_as(text, words) ? count : left.group;
    }
  }

  const CitationSchema& schema_;
  const CitationWindow& window_;
};

}  // namespace

CitationLeft read_left(const CitationSchema& schema, std::string_view text, Span range,
                       CitationWindow& window) {
  const std::size_t at = range.end;
  CitationLeft left;
  left.begin = at;
  window.fill(text, at - std::min<std::size_t>(at - range.begin, left_bytes), at, left_bytes);
  LeftReader(schema, window).read(left);
  return left;
}

}  // namespace pressgraph
