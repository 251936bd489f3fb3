// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/extraction/citation_family.hpp"
#include "importers/extraction/citation_left.hpp"
#include "importers/extraction/citation_match.hpp"
#include "importers/extraction/citation_window.hpp"
#include "importers/extraction/citations.hpp"

namespace pressgraph {

constexpr std::size_t citation_window_bytes = 320;

/// Makes citations of matches: lists after a keyword, symbols, names of bodies. Appends to `found`,
/// which must outlive it.
class CitationItems {
 public:
  CitationItems(const CitationSchema& schema, std::string_view text, const CitationContext& context,
                std::vector<Citation>& found);

  /// A sentence begins: bodies named before hold no longer.
  void sentence(Span range);

  /// Whether the context that the form of `match`, at `at` in the window, asks for is there.
  [[nodiscard]] bool stands(const CitationMatch& match, const CitationWindow& window,
                            std::size_t at) const;

  /// A symbol at byte `i`, where `window` begins. Returns where it ends.
  std::size_t symbol(const CitationMatch& match, const CitationWindow& window, std::size_t i);

  /// The number in the name of a body.
  void name(const CitationMatch& match, Span words);

  /// A list from byte `start` after `key`; returns where it ends, 0 where it has no item.
  std::size_t list(std::size_t start, const CitationLeft& left, const CitationKey& key);

 private:
  std::size_t items(std::size_t start, const CitationLeft& left, const CitationKey& key);
  std::pair<std::size_t, std::size_t> take(const CitationMatch& match, const CitationLeft& left,
                                           const CitationKey& key, std::string_view how,
                                           std::size_t at);
  [[nodiscard]] std::optional<CitationMatch> best_item(const CitationLeft& left,
                                                       const CitationKey& key, bool first,
                                                       std::size_t at) const;
  [[nodiscard]] bool admits(const CitationFamily& family, const CitationLeft& left) const;
  [[nodiscard]] bool publishes(const std::string& body) const;
  [[nodiscard]] bool plausible(const CitationMatch& match, const CitationLeft& left,
                               const CitationKey& key, bool first, std::size_t at) const;
  std::size_t range(const CitationMatch& first, const CitationLeft& left, std::size_t at,
                    std::size_t start);
  std::size_t tail(std::size_t from, std::size_t at);
  std::size_t next(std::size_t at, std::size_t from, bool plural);
  [[nodiscard]] std::size_t after_unreadable(std::size_t at) const;
  [[nodiscard]] std::pair<const CitationBody*, std::size_t> body_after(std::string_view rest) const;
  std::size_t name_body(Span items_at, CitationLeft& left, const CitationKey& key,
                        std::size_t from);
  void add(const CitationMatch& match, Span item, const CitationLeft& left, std::string_view how);
  [[nodiscard]] std::optional<CitationMatch> range_end(const CitationMatch& first,
                                                       std::string_view text) const;
  void settle_year(Citation& citation, CitationMatch& match, bool sure) const;
  void identify(Citation& citation, CitationMatch match, const CitationLeft& left) const;

  const CitationSchema& schema_;
  std::string_view text_;
  CitationContext context_;
  std::vector<Citation>& found_;
  std::vector<std::string> publishers_;      ///< bodies that the publisher is or belongs to
  std::vector<std::string_view> inherited_;  ///< bodies of the last list in the sentence
  CitationWindow window_;
  CitationWindow left_;
  Span sentence_;
};

}  // namespace pressgraph
