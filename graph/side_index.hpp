// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/former_names.hpp"
#include "graph/model.hpp"
#include "graph/one_thread.hpp"

struct sqlite3;

namespace pressgraph {

/// Whether a node of this type is found by a trait of this name (`name_in_trait`).
constexpr bool is_found_by(NodeType type, std::string_view trait) {
  return type != NodeType::statement && type != NodeType::release &&
         (trait.empty() || trait == "authority_name" || trait == former_name_attribute);
}

/// The sentences of a release.
struct PackedSentences {
  std::int64_t first = 0;  ///< number of the first
  std::string text;
  std::size_t size = 0;  ///< of the text, when it is unpacked
  std::string spans;
};

/// A name by which a node is found.
struct FoundName {
  std::int64_t trait = 0;  ///< row of what it is
  std::string name;
};

/// That a row, of a trait say, has a word: numbers that a new store gives, one after another.
struct FoundWord {
  std::uint32_t word = 0;  ///< its place among all
  std::uint32_t row = 0;

  auto operator<=>(const FoundWord&) const = default;
};

/// The words of names (`name_keys`), in order, and the traits that have them, by word.
struct FoundWords {
  std::vector<std::string> words;
  std::vector<FoundWord> told;
};

/// What is found by words: sentences, and nodes by their names. It is made beside a new store, of
/// what is added to it, in temporary files and in memory, by threads of its own or by the caller.
/// Sentences wait until all is read: reading keeps all processors busy, what is derived then is the
/// work of one. When the store knows which releases speak, what is told of them is put into it, in
/// the order of its pages. Every member throws Error, also for what has gone wrong beside.
class SideIndex {
 public:
  explicit SideIndex(bool own_thread);
  SideIndex(const SideIndex&) = delete;
  SideIndex& operator=(const SideIndex&) = delete;
  SideIndex(SideIndex&&) = delete;
  SideIndex& operator=(SideIndex&&) = delete;
  ~SideIndex();

  /// The release in this row, with its text and sentences as a store packs them (graph/packed.hpp).
  void add_release(std::int64_t row, const PackedSentences& sentences);
  void add_names(std::vector<FoundName> names);

  /// Adds the releases that the store has from elsewhere, and begins with the index of those that
  /// speak; nothing is added after.
  void complete_releases(sqlite3* database);
  /// The same with names.
  void complete_names(sqlite3* database);

  /// Of all names, told or not; once.
  FoundWords words();
  /// Writes the full-text index of a store, whatever it had before.
  void write_sentences(sqlite3* database);

 private:
  class SentencesWork;
  class NamesWork;

  void hand_names_on();

  std::vector<bool> has_releases_;  ///< by row
  std::vector<bool> has_names_;     ///< by row of the trait
  std::vector<FoundName> waiting_names_;
  // Each is worked on by its thread, which ends before it.
  std::shared_ptr<SentencesWork> sentences_;
  std::shared_ptr<NamesWork> names_;
  OneThread sentences_thread_;
  OneThread names_thread_;
};

}  // namespace pressgraph
