// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "importers/extraction/noun_phrases.hpp"
#include "importers/extraction/positions.hpp"

namespace pressgraph {

/// Reads the posts that the text lists for somebody: "Director of A and B; Chair of the C Board".
class PostReader {
 public:
  explicit PostReader(Analysis& analysis);

  /// Gives the posts listed from `at` on to `holder`, in Analysis::names; false where there is
  /// none.
  bool read(int holder, std::uint32_t at, std::uint32_t end, std::string_view rule);

  /// The agency or country named at `range`, added to Analysis::names where it is not there.
  int mention_at(Range range);

  /// The agency that begins at `at`, its article aside, or its unit that a possessive leads to, or
  /// none.
  [[nodiscard]] int agency_at(std::uint32_t at, std::uint32_t end) const;

 private:
  bool read_one(int holder, std::uint32_t at, std::uint32_t end, std::string_view rule);
  [[nodiscard]] std::uint32_t after_modifiers(std::uint32_t at, std::uint32_t end) const;
  void more_bodies(PostMention& post, std::uint32_t end);
  void close_bodies(PostMention& post, const std::vector<int>& more, std::uint32_t end);
  int item_body(std::uint32_t at, std::uint32_t end);
  [[nodiscard]] std::uint32_t end_of_item_name(std::uint32_t at, std::uint32_t end) const;
  void body_after_comma(PostMention& post, std::uint32_t end);
  [[nodiscard]] std::uint32_t next_post(std::uint32_t at, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t skip_article(std::uint32_t at, std::uint32_t end) const;

  Analysis& a_;
  const KnownWords& w_;
  Positions by_first_;      // outermost names by their first tokens
  Positions titles_;        // the first tokens of titles before a name
  std::uint32_t last_ = 0;  // one past what was read
};

/// One past the letters that stand after a name that ends at `at`: "KC", ", MP", "OBE MP".
std::uint32_t past_letters(const Analysis& analysis, std::uint32_t at, std::uint32_t end);

}  // namespace pressgraph
