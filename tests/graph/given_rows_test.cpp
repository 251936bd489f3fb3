// SPDX-License-Identifier: Apache-2.0
#include "graph/given_rows.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/statement.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

class Rows final : public GivenRows {
 public:
  explicit Rows(std::vector<std::vector<Value>> rows) : rows_(std::move(rows)) {}

  bool next() noexcept override { return at_++ < rows_.size(); }

  void give(int column, GivenValue& value) const noexcept override {
    const auto& given = rows_[at_ - 1][static_cast<std::size_t>(column)];
    if (const auto* number = std::get_if<std::int64_t>(&given)) {
      value.set(*number);
    } else if (const auto* real = std::get_if<double>(&given)) {
      value.set_real(*real);
    } else if (const auto* text = std::get_if<std::string>(&given)) {
      value.set_text(*text);
    }
  }

 private:
  std::vector<std::vector<Value>> rows_;
  std::size_t at_ = 0;
};

OwnedDatabase opened() {
  sqlite3* handle = nullptr;
  sqlite3_open(":memory:", &handle);
  OwnedDatabase database(handle);
  add_given_rows(handle);
  execute(handle, "CREATE TABLE t(a, b)");
  return database;
}

class GivenRowsTest : public testing::Test {
 protected:
  void insert(std::vector<std::vector<Value>> given) {
    Rows rows(std::move(given));
    insert_.bind_rows(rows).run();
  }

  // What `sql` gives.
  std::vector<std::string> all(const char* sql) {
    std::vector<std::string> texts;
    Statement rows(database_.get(), sql);
    while (rows.step()) {
      texts.push_back(rows.text(0));
    }
    return texts;
  }

  // As SQL writes the values.
  std::vector<std::string> written() {
    return all("SELECT quote(a) || ' ' || quote(b) FROM t ORDER BY rowid");
  }

 private:
  OwnedDatabase database_ = opened();
  Statement insert_{database_.get(), "INSERT INTO t SELECT c0, c1 FROM given_rows(?)"};
};

TEST_F(GivenRowsTest, WritesAllOfThemByOneStatement) {
  insert({{std::int64_t{1} << 40U, "it's"}, {0.5, Value()}, {"", std::int64_t{-1}}});
  EXPECT_THAT(written(), ElementsAre("1099511627776 'it''s'", "0.5 NULL", "'' -1"));
}

TEST_F(GivenRowsTest, TakesOthersWhenItRunsAgain) {
  insert({{"a", "b"}, {"c", "d"}});
  insert({});
  insert({{"e", "f"}});
  EXPECT_THAT(written(), ElementsAre("'a' 'b'", "'c' 'd'", "'e' 'f'"));
}

TEST_F(GivenRowsTest, TakesNothingElseForRows) {
  EXPECT_THAT(all("SELECT c0 FROM given_rows(12)"), IsEmpty());
  EXPECT_THAT(all("SELECT c0 FROM given_rows(x'0102030405060708')"), IsEmpty());
  EXPECT_THROW(all("SELECT c0 FROM given_rows"), Error);
}

}  // namespace
}  // namespace pressgraph
