// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

struct sqlite3;

/// The file of a store: what it must be, and the ways to open it. Every function throws Error.
namespace pressgraph {

/// Reads the first bytes of the file and nothing else: a store of this version, and whole.
void check_header(const std::filesystem::path& path);

/// Whether the file begins as a store does.
bool is_store_file(const std::filesystem::path& path);

sqlite3* create_file(const std::filesystem::path& path);
sqlite3* open_to_write(const std::filesystem::path& path);

/// Also while another process writes, and from a folder that cannot be written.
sqlite3* open_to_read(const std::filesystem::path& path);

}  // namespace pressgraph
