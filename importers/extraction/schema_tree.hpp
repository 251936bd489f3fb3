// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importers/extraction/schemas.hpp"

/// What a file of `schemas/` says, as a tree. TOML is for people and takes long to read; the build
/// turns the files that are read at each start into a compact form that is embedded in the program.
namespace pressgraph {

/// A value of a schema file. What is not there is absent, and so is all that is asked of it.
class SchemaValue {
 public:
  /// The member called `key` of a table, else an absent value.
  const SchemaValue& operator[](std::string_view key) const;

  [[nodiscard]] bool is_table() const { return !members_.empty(); }

  /// The items of a list; of anything else, none.
  [[nodiscard]] const std::vector<SchemaValue>& items() const { return items_; }

  [[nodiscard]] std::optional<std::string_view> text() const { return text_; }
  [[nodiscard]] std::string text_or(std::string_view otherwise) const {
    return std::string(text_.value_or(otherwise));
  }
  [[nodiscard]] bool truth_or(bool otherwise) const { return truth_.value_or(otherwise); }
  [[nodiscard]] std::int64_t number_or(std::int64_t otherwise) const {
    return number_.value_or(otherwise);
  }

 private:
  friend class CompactReader;

  std::optional<std::string_view> text_;
  std::optional<bool> truth_;
  std::optional<std::int64_t> number_;
  std::vector<SchemaValue> items_;
  std::vector<std::pair<std::string_view, SchemaValue>> members_;
};

/// A schema file and the bytes that its texts are views of.
class SchemaTree {
 public:
  /// Reads `file`: its compact form where it has one. Throws as `compact` does.
  explicit SchemaTree(const SchemaFile& file);
  SchemaTree(const SchemaTree&) = delete;
  SchemaTree& operator=(const SchemaTree&) = delete;
  SchemaTree(SchemaTree&&) = delete;
  SchemaTree& operator=(SchemaTree&&) = delete;
  ~SchemaTree() = default;

  [[nodiscard]] const SchemaValue& root() const { return root_; }

 private:
  std::string bytes_;  ///< empty where the compact form is part of the program
  SchemaValue root_;
};

/// The compact form of the TOML of `file`. Throws Error that names file and line where it is not
/// TOML, or holds a value that is neither text, truth, whole number, list nor table.
std::string compact(const SchemaFile& file);

}  // namespace pressgraph
