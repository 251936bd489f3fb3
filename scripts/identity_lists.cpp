// SPDX-License-Identifier: Apache-2.0
// usage: identity_lists IN OUT
// Run by the build: writes the lists of IN (schemas/identity.toml) as the C++ source OUT, the
// definitions of graph/identity_lists.hpp.
#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <toml++/toml.h>

namespace {

[[noreturn]] void refuse(const std::string& list, const std::string& what) {
  throw std::runtime_error(list + ": " + what);
}

// As a C++ literal. Lists hold folded words alone, so that nothing needs escaping.
std::string literal(const toml::node& node, const std::string& list) {
  const auto text = node.value<std::string_view>();
  if (!text || text->empty()) {
    refuse(list, "expected words in quotation marks");
  }
  for (const char c : *text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == '.';
    if (!plain) {
      refuse(list, "'" + std::string(*text) + "', expected letters, spaces and full stops alone");
    }
  }
  return '"' + std::string(*text) + '"';
}

std::string pair(const toml::array& row, const std::string& list) {
  if (row.size() != 2) {
    refuse(list, "expected pairs [from, to]");
  }
  return "{" + literal(row[0], list) + ", " + literal(row[1], list) + "}";
}

void write(std::ostream& out, const std::string& list, const toml::array& rows) {
  if (rows.empty()) {
    refuse(list, "expected at least one row");
  }
  const bool pairs = rows[0].is_array();
  out << "namespace {\nconstexpr " << (pairs ? "Pair " : "std::string_view ") << list
      << "_rows[] = {\n";
  for (const auto& row : rows) {
    const auto* two = row.as_array();
    out << "    " << (pairs && two != nullptr ? pair(*two, list) : literal(row, list)) << ",\n";
  }
  out << "};\n}  // namespace\nconstinit const " << (pairs ? "Pairs " : "Words ") << list << "{"
      << list << "_rows};\n\n";
}

void convert(const char* in, const char* to) {
  std::ofstream out(to, std::ios::binary);
  out << "// Made of " << in << " by scripts/identity_lists.cpp.\n"
      << "#include \"graph/identity_lists.hpp\"\n\nnamespace pressgraph::identity_lists {\n\n";
  for (const auto& [section, table] : toml::parse_file(in)) {
    if (const auto* lists = table.as_table()) {
      for (const auto& [name, rows] : *lists) {
        const std::string list(name.str());
        const auto* array = rows.as_array();
        array != nullptr ? write(out, list, *array) : refuse(list, "expected a list");
      }
    }
  }
  out << "}  // namespace pressgraph::identity_lists\n";
  out.close();
  if (!out) {
    throw std::runtime_error("cannot be written");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: identity_lists IN OUT\n", stderr);
    return 2;
  }
  try {
    convert(argv[1], argv[2]);
    return 0;
  } catch (const toml::parse_error& error) {
    std::fprintf(stderr, "%s:%u: %s\n", argv[1], error.source().begin.line,
                 std::string(error.description()).c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[1], error.what());
  }
  std::remove(argv[2]);
  return 1;
}
