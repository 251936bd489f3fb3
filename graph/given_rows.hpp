// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

struct sqlite3;
struct sqlite3_context;
struct sqlite3_stmt;

/// Many rows written by one statement, which takes them from the program: `INSERT INTO ... SELECT
/// c0, c1 FROM given_rows(?)`. What SQLite does to begin and end a statement, which for a row of
/// some numbers is as much as the row itself, is done once, and what comes in the order of its key
/// is put behind the row before, without a search.
namespace pressgraph {

/// A value of a row that is being written. Bytes and text stay where they are until the next row.
class GivenValue {
 public:
  explicit GivenValue(sqlite3_context* context) : context_(context) {}

  void set(std::int64_t value);
  void set_real(double value);
  void set_text(std::string_view value);
  /// The value in that column of the row that `row` stands at.
  void set_as_in(sqlite3_stmt* row, int column);

 private:
  sqlite3_context* context_;
};

/// Rows of at most `most_given_columns` values, one after another.
class GivenRows {
 public:
  GivenRows() = default;
  GivenRows(const GivenRows&) = delete;
  GivenRows& operator=(const GivenRows&) = delete;
  GivenRows(GivenRows&&) = delete;
  GivenRows& operator=(GivenRows&&) = delete;
  virtual ~GivenRows() = default;

  /// To the next row, the first before all; false behind the last.
  virtual bool next() noexcept = 0;
  /// Gives that value of the row; NULL where it sets none.
  virtual void give(int column, GivenValue& value) const noexcept = 0;
};

constexpr int most_given_columns = 18;

/// Lets statements of this connection select from `given_rows`.
void add_given_rows(sqlite3* database);

/// By which SQLite knows what is bound for `given_rows`.
constexpr const char* given_rows_type = "pressgraph-rows";

}  // namespace pressgraph
