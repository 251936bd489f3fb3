// SPDX-License-Identifier: Apache-2.0
// A table-valued function of SQLite's (https://www.sqlite.org/vtab.html#tabfunc2), whose argument
// is a pointer (https://www.sqlite.org/bindptr.html). SQLite is C, which no exception may pass
// through: nothing that it calls here throws, nor do rows.
#include "graph/given_rows.hpp"

#include <new>

#include <sqlite3.h>

#include "graph/statement.hpp"

namespace pressgraph {
namespace {

// As many as `most_given_columns`, and the argument.
constexpr const char* columns =
    "CREATE TABLE given(c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, "
    "c17, rows HIDDEN)";

// SQLite knows the beginning of it.
struct Cursor : sqlite3_vtab_cursor {
  Cursor() : sqlite3_vtab_cursor{} {}

  GivenRows* rows = nullptr;
  bool at_row = false;
  sqlite3_int64 number = 0;
};

Cursor& cursor_of(sqlite3_vtab_cursor* cursor) {
  return *static_cast<Cursor*>(cursor);
}

// NOLINTNEXTLINE(readability-function-size): SQLite says what its parameters are.
int connect(sqlite3* database, void* /*data*/, int /*count*/, const char* const* /*arguments*/,
            sqlite3_vtab** table, char** /*error*/) {
  *table = new (std::nothrow) sqlite3_vtab{};  // until `disconnect`
  return *table == nullptr ? SQLITE_NOMEM : sqlite3_declare_vtab(database, columns);
}

int disconnect(sqlite3_vtab* table) {
  delete table;
  return SQLITE_OK;
}

// The argument is all that can be asked by.
int best_index(sqlite3_vtab* /*table*/, sqlite3_index_info* info) {
  for (int i = 0; i < info->nConstraint; ++i) {
    const auto& constraint = info->aConstraint[i];
    if (constraint.iColumn == most_given_columns && constraint.usable != 0 &&
        constraint.op == SQLITE_INDEX_CONSTRAINT_EQ) {
      info->aConstraintUsage[i].argvIndex = 1;
      info->aConstraintUsage[i].omit = 1;
      info->estimatedCost = 1;
      return SQLITE_OK;
    }
  }
  return SQLITE_CONSTRAINT;
}

int open(sqlite3_vtab* /*table*/, sqlite3_vtab_cursor** cursor) {
  *cursor = new (std::nothrow) Cursor;  // until `close`
  return *cursor == nullptr ? SQLITE_NOMEM : SQLITE_OK;
}

int close(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
  auto& at = cursor_of(cursor);
  at.at_row = at.rows != nullptr && at.rows->next();
  ++at.number;
  return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* cursor, int /*index*/, const char* /*name*/, int /*count*/,
           sqlite3_value** arguments) {
  cursor_of(cursor).rows =
      static_cast<GivenRows*>(sqlite3_value_pointer(*arguments, given_rows_type));
  return next(cursor);
}

int is_at_end(sqlite3_vtab_cursor* cursor) {
  return cursor_of(cursor).at_row ? 0 : 1;
}

int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int index) {
  if (index < most_given_columns) {
    GivenValue value(context);
    cursor_of(cursor).rows->give(index, value);
  }
  return SQLITE_OK;
}

int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
  *number = cursor_of(cursor).number;
  return SQLITE_OK;
}

// Without xCreate it is there without a CREATE VIRTUAL TABLE, and nothing of it in the file.
constexpr sqlite3_module module = [] {
  sqlite3_module made{};
  made.xConnect = connect;
  made.xBestIndex = best_index;
  made.xDisconnect = disconnect;
  made.xOpen = open;
  made.xClose = close;
  made.xFilter = filter;
  made.xNext = next;
  made.xEof = is_at_end;
  made.xColumn = column;
  made.xRowid = row_number;
  return made;
}();

}  // namespace

void GivenValue::set(std::int64_t value) {
  sqlite3_result_int64(context_, value);
}

void GivenValue::set_real(double value) {
  sqlite3_result_double(context_, value);
}

void GivenValue::set_text(std::string_view value) {
  const auto* text = value.empty() ? "" : value.data();
  sqlite3_result_text64(context_, text, value.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void GivenValue::set_as_in(sqlite3_stmt* row, int column) {
  sqlite3_result_value(context_, sqlite3_column_value(row, column));
}

void add_given_rows(sqlite3* database) {
  if (sqlite3_create_module(database, "given_rows", &module, nullptr) != SQLITE_OK) {
    throw_sqlite(database, "no table of our own");
  }
}

}  // namespace pressgraph
