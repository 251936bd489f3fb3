// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"
#include "graph/one_thread.hpp"

struct sqlite3;

namespace pressgraph {

/// Whether a node of this type is found by a trait of this name.
constexpr bool is_found_by(NodeType type, std::string_view trait) {
  return type != NodeType::statement && type != NodeType::release &&
         (trait.empty() || trait == "authority_name");
}

/// What is found by words: sentences, and nodes by their names. It is made beside a new store, of
/// what is added to it, in a temporary file, by a thread of its own or by the caller. When the
/// store knows which releases speak, what is told of them is put into it, in the order of its
/// pages. Every member throws Error, also for what has gone wrong beside.
class SideIndex {
 public:
  explicit SideIndex(bool own_thread);
  SideIndex(const SideIndex&) = delete;
  SideIndex& operator=(const SideIndex&) = delete;
  SideIndex(SideIndex&&) = delete;
  SideIndex& operator=(SideIndex&&) = delete;
  ~SideIndex();

  /// The release in this row, whose sentences have the numbers from `first` on.
  void add_release(std::int64_t row, std::int64_t first, std::string text,
                   std::vector<Span> sentences);
  /// A name by which a node is found, and the row of the trait that it is.
  void add_name(std::int64_t trait, std::string name);

  /// Puts in the releases that the store has from elsewhere, takes out those that do not speak;
  /// nothing is added after.
  void complete_releases(sqlite3* database);
  /// The same with names.
  void complete_names(sqlite3* database);

  /// Each word of the names, in order, with the traits that have it, told or not.
  void each_word(const std::function<void(const std::string& word,
                                          const std::vector<std::int64_t>& traits)>& visit);
  /// Writes the full-text index of a store, whatever it had before.
  void write_sentences(sqlite3* database);

 private:
  class Work;

  void change(bool speaks, std::int64_t first, std::string text, std::vector<Span> sentences);

  std::shared_ptr<Work> work_;
  std::vector<bool> releases_;  ///< by row, whether it has them
  std::vector<bool> names_;     ///< likewise, by row of the trait
  OneThread thread_;            ///< ends before what it works on
};

}  // namespace pressgraph
