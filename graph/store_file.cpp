// SPDX-License-Identifier: Apache-2.0
#include "graph/store_file.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "graph/error.hpp"
#include "graph/given_rows.hpp"
#include "graph/statement.hpp"
#include "graph/store_schema.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

constexpr int patience_of_readers = 10'000;  // milliseconds; a writer holds readers up for less

// https://www.sqlite.org/fileformat.html, section 1.3.
constexpr std::string_view magic("SQLite format 3\0", 16);
constexpr std::size_t header_size = 100;
constexpr std::size_t at_page_size = 16;
constexpr std::size_t at_change_counter = 24;
constexpr std::size_t at_page_count = 28;
constexpr std::size_t at_user_version = 60;
constexpr std::size_t at_application_id = 68;
constexpr std::size_t at_version_valid_for = 92;

std::uint32_t big_endian(const std::array<char, header_size>& bytes, std::size_t at,
                         std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + size; ++i) {
    value = (value << 8U) | static_cast<unsigned char>(bytes.at(i));
  }
  return value;
}

// Counting what memory SQLite takes would lock at each piece of it. No effect where another part of
// the process uses SQLite already.
void count_no_memory() {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): it is SQLite's way to be configured.
  static const int result = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(result);
}

sqlite3* open_file(const std::string& name, int flags) {
  count_no_memory();
  sqlite3* handle = nullptr;
  // A store is used by one thread at a time.
  const int result = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  OwnedDatabase database(handle);
  if (result != SQLITE_OK) {
    throw Error(
        name + ": cannot be opened: " + (handle == nullptr ? "no memory" : sqlite3_errmsg(handle)));
  }
  sqlite3_busy_timeout(handle, patience_of_readers);
  add_given_rows(handle);
  return database.release();
}

// A URI that opens the file itself and nothing beside it.
std::string immutable_uri(const fs::path& path) {
  std::string uri = "file:";
  for (const char c : fs::absolute(path).string()) {
    if (c == '%' || c == '?' || c == '#') {
      static constexpr std::string_view digits = "0123456789ABCDEF";
      uri += '%';
      uri += digits[static_cast<unsigned char>(c) >> 4U];
      uri += digits[static_cast<unsigned char>(c) & 15U];
    } else {
      uri += c;
    }
  }
  return uri + "?mode=ro&immutable=1";
}

bool can_be_read(sqlite3* database) {
  return sqlite3_exec(database, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr) ==
         SQLITE_OK;
}

bool is_in_use(const fs::path& path) {
  std::error_code none;
  const auto size = fs::file_size(path.string() + "-wal", none);
  return !none && size > 0;
}

using Header = std::array<char, header_size>;

// None of its bytes where the file has fewer.
Header read_header(const fs::path& path) {
  Header bytes{};
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), header_size);
  return file ? bytes : Header{};
}

bool is_store(const Header& bytes) {
  return std::string_view(bytes.data(), magic.size()) == magic &&
         big_endian(bytes, at_application_id, 4) == store_application_id;
}

}  // namespace

bool is_store_file(const fs::path& path) {
  return is_store(read_header(path));
}

void check_header(const fs::path& path) {
  if (!fs::is_regular_file(path)) {
    throw Error(path.string() + ": no such store, expected a file that `pressgraph build` wrote");
  }
  const auto bytes = read_header(path);
  if (!is_store(bytes)) {
    throw Error(path.string() +
                ": not a pressgraph store, expected a file that `pressgraph build` wrote");
  }
  const auto version = big_endian(bytes, at_user_version, 4);
  if (version != store_version) {
    throw Error(path.string() + ": a store of version " + std::to_string(version) +
                ", expected version " + std::to_string(store_version) +
                "; build it again with this pressgraph, from the releases or from extractions kept "
                "as lines");
  }
  const auto page_size = big_endian(bytes, at_page_size, 2);
  const auto whole =
      std::uint64_t{page_size == 1 ? 65536U : page_size} * big_endian(bytes, at_page_count, 4);
  const bool told =
      big_endian(bytes, at_change_counter, 4) == big_endian(bytes, at_version_valid_for, 4);
  // While what is beside it has not been brought in, the file itself may be short.
  if (const auto size = fs::file_size(path); told && size < whole && !is_in_use(path)) {
    throw Error(path.string() + ": cut short, " + std::to_string(size) + " bytes of " +
                std::to_string(whole) + "; build it again or take a copy that is whole");
  }
}

sqlite3* create_file(const fs::path& path) {
  return open_file(path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

sqlite3* open_to_write(const fs::path& path) {
  return open_file(path.string(), SQLITE_OPEN_READWRITE);
}

sqlite3* open_to_read(const fs::path& path) {
  // To read while another writes takes a file of locks beside the store. Where the folder does not
  // take one nobody writes, and the file alone is read.
  auto* database = open_file(path.string(), SQLITE_OPEN_READWRITE);
  if (can_be_read(database) || is_in_use(path)) {
    return database;
  }
  sqlite3_close(database);
  return open_file(immutable_uri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

}  // namespace pressgraph
