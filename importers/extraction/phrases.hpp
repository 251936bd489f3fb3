// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "importers/extraction/document.hpp"
#include "importers/extraction/large_pages.hpp"
#include "importers/extraction/table.hpp"

namespace pressgraph {

/// What a phrase of the lexicons is.
enum class Kind : std::uint8_t {
  country,
  place,
  body,
  instrument,
  demonym,
  honorific,
  rank,
  post,
  agency_head,
  instrument_head,
  place_head,
  event_head,
  verb,
  negation,
  scheduled,
  planned,
  hypothetical,
  repeated,       ///< tells that a verb is of several times: "twice", "regularly"
  person,         ///< stands beside a person's name: "citizen", "wife"
  company,        ///< stands before a body's name: "manufacturer", "newspaper"
  vessel,         ///< stands before a ship's name, or small behind it: "USS", "frigate"
  carrier,        ///< stands before the name of a country, and is a firm with it: "Air"
  facility,       ///< stands behind the name of a place, and is no place with it: "Railway"
  state_plan,     ///< it begins a state's programme: "Federal" of "Federal Harbours Programme"
  field,          ///< what somebody works on, beside a post: "Policy" of "Chief Policy Officer"
  plant,          ///< stands behind the name of a place, and is a place of its own with it: "HPP"
  province_post,  ///< stands behind the name of a part of a country: "Governor"
  place_code,     ///< of a part of a country, behind a town and a comma: "NY"
  other_event,    ///< tells an event from the one that is spoken of: "previous"
  special_event,  ///< tells a named event from the one that comes again: "extraordinary"
  regular_event,  ///< tells the event that comes again: "annual"
  talks           ///< what is held beside a conference and is not it: "discussions"
};

// Entries of the kinds that have no table: what a phrase of the kind is besides.
constexpr std::uint32_t post_to_come = 1;        ///< of Kind::post: "President-elect"
constexpr std::uint32_t post_of_profession = 2;  ///< "journalist"
constexpr std::uint32_t person_relative = 1;     ///< of Kind::person: "wife"
constexpr std::uint32_t person_chief = 2;        ///< of Kind::person: "chief", whoever heads a body
constexpr std::uint32_t person_leading = 3;      ///< of Kind::person: the post of who does
constexpr std::uint32_t person_forces = 4;       ///< of Kind::person: "troops", and their "ships"
constexpr std::uint32_t head_unnamed = 2;  ///< of the same: "Memorandum of Understanding" alone
constexpr std::uint32_t head_of_idea = 1;  ///< of Kind::instrument_head: "International Order"

using KindSet = std::uint32_t;
constexpr KindSet set_of(Kind kind) {
  return 1U << static_cast<unsigned>(kind);
}
constexpr KindSet name_kinds =
    set_of(Kind::country) | set_of(Kind::place) | set_of(Kind::body) | set_of(Kind::instrument);

/// How a phrase must be written in a text.
enum class CaseRule : std::uint8_t {
  any,      ///< a verb, a head
  capital,  ///< a name: its first and last word have a capital where the lexicon's have
  exact     ///< an acronym: letter by letter
};

struct Phrase {
  Kind kind = Kind::country;
  std::uint32_t entry = 0;  ///< index in the table of its kind
  CaseRule rule = CaseRule::any;
  bool last_capital = false;
  std::string written;  ///< for CaseRule::exact
};

/// A phrase found in a text.
struct Hit {
  std::uint32_t last = 0;  ///< one past its last token
  Kind kind = Kind::country;
  std::uint32_t entry = 0;
};

/// All phrases of all lexicons in one trie over word numbers: one walk a token finds every phrase
/// that begins there. The walk is as long as the longest phrase at most.
class PhraseTrie {
 public:
  /// REQUIRES: `words` is not empty and holds no 0.
  void add(std::span<const std::uint32_t> words, const Phrase& phrase);

  /// Whether a phrase begins with `word`: most words of a text begin none.
  [[nodiscard]] bool begin_with(std::uint32_t word) const {
    return word < starts_.size() && starts_[word].step.node != 0;
  }

  /// Appends the phrases that begin at token `at`, shortest first, none past `end`.
  void find(const Document& document, std::uint32_t at, std::uint32_t end,
            std::vector<Hit>& hits) const;

  /// The entry of the phrase of `kind` that is written with these words, however; none where there
  /// is no such phrase.
  [[nodiscard]] std::optional<std::uint32_t> entry_of(std::span<const std::uint32_t> words,
                                                      Kind kind) const;

  /// Has the memory that `find` will read at token `at` on its way into the cache.
  void prefetch(const Document& document, std::uint32_t at) const;

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.starts_, self.edges_, self.edge_count_, self.node_count_, self.phrases_,
          self.written_);
  }

 private:
  // Where a word leads, and what ends there: together, so that no more memory is read.
  struct Step {
    std::uint32_t node = 0;    // 0 for nowhere
    std::uint32_t phrase = 0;  // index in phrases_ + 1 of the first that ends there, 0 for none
  };

  // The step from the root, and what may follow: most words behind one that begins phrases are none
  // of theirs, and are told so without the table of edges.
  struct Start {
    std::uint64_t seconds = 0;  // by the lowest bits of their numbers
    Step step;

    static std::uint64_t bit_of(std::uint32_t word) { return std::uint64_t{1} << word % 64; }
    [[nodiscard]] bool may_go_on(std::uint32_t word) const {
      return word != 0 && (seconds & bit_of(word)) != 0;
    }
  };

  struct Edge {
    std::uint64_t key = 0;  // node << 32 | word; 0 is an empty slot
    Step step;
  };

  // A phrase as it is kept: a quarter of a cache line.
  struct Kept {
    std::uint32_t entry = 0;
    std::uint32_t next = 0;     // the next one of the same node + 1; 0 for none
    std::uint32_t written = 0;  // in written_
    Kind kind = Kind::country;
    CaseRule rule = CaseRule::any;
    bool last_capital = false;
    std::uint8_t unused = 0;
  };

  [[nodiscard]] bool written_as(const Document& document, Range range, const Kept& phrase) const;
  void add_hits(const Document& document, Range range, Step step, std::vector<Hit>& hits) const;
  [[nodiscard]] Start start(std::uint32_t word) const {
    return word < starts_.size() ? starts_[word] : Start{};
  }
  [[nodiscard]] std::size_t slot(std::uint32_t node, std::uint32_t word) const;
  [[nodiscard]] Step next(Step step, std::uint32_t word) const {
    return word == 0 ? Step{} : edges_[slot(step.node, word)].step;
  }
  Start& start_or_new(std::uint32_t word);
  Step& next_or_new(std::uint32_t node, std::uint32_t word);
  void grow();

  Table<Start> starts_;  // by word; most words begin no phrase
  std::vector<Edge, LargePages<Edge>> edges_ =
      std::vector<Edge, LargePages<Edge>>(2);  // from all nodes but the root
  std::size_t edge_count_ = 0;
  std::uint32_t node_count_ = 1;  // the root among them
  Table<Kept> phrases_;
  TextTable written_;  // of those that are written so exactly
};

}  // namespace pressgraph
