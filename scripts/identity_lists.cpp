// SPDX-License-Identifier: Apache-2.0
// usage: identity_lists IN COUNTRIES OUT
// Run by the build: writes the lists of IN (schemas/identity.toml), and the names in COUNTRIES
// (schemas/lexicons/countries.toml), as the C++ source OUT, the definitions of
// graph/identity_lists.hpp.
#include <algorithm>
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

bool is_among(const toml::array* names, std::string_view name) {
  return names != nullptr && std::ranges::any_of(*names, [name](const toml::node& each) {
           return each.value_or(std::string_view()) == name;
         });
}

void write_names(std::ostream& out, const toml::table& country, const char* list) {
  const auto* ambiguous = country["alias_ambiguous"].as_array();
  const auto* names = country[list].as_array();
  for (std::size_t i = 0; names != nullptr && i < names->size(); ++i) {
    const auto name = (*names)[i].value_or(std::string_view());
    if (name.find_first_of("\"\\") == std::string_view::npos && !is_among(ambiguous, name)) {
      out << "    {\"" << name << "\", \"" << country["id"].value_or("") << "\"},\n";
    }
  }
}

void write_countries(std::ostream& out, const char* in) {
  const auto file = toml::parse_file(in);
  const auto* countries = file["country"].as_array();
  if (countries == nullptr) {
    refuse("country", "expected a list");
  }
  out << "namespace {\nconstexpr Pair country_names_rows[] = {\n";
  for (const auto& item : *countries) {
    const auto& country = *item.as_table();
    if (!country["ambiguous"].value_or(false)) {
      out << "    {\"" << country["name"].value_or("") << "\", \"" << country["id"].value_or("")
          << "\"},\n";
    }
    write_names(out, country, "aliases");
    write_names(out, country, "demonyms");
  }
  out << "};\n}  // namespace\nconstinit const Pairs country_names{country_names_rows};\n\n";
}

void convert(const char* in, const char* countries, const char* to) {
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
  write_countries(out, countries);
  out << "}  // namespace pressgraph::identity_lists\n";
  out.close();
  if (!out) {
    throw std::runtime_error("cannot be written");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: identity_lists IN COUNTRIES OUT\n", stderr);
    return 2;
  }
  try {
    convert(argv[1], argv[2], argv[3]);
    return 0;
  } catch (const toml::parse_error& error) {
    std::fprintf(stderr, "%s:%u: %s\n",
                 error.source().path ? error.source().path->c_str() : argv[1],
                 error.source().begin.line, std::string(error.description()).c_str());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", argv[1], error.what());
  }
  std::remove(argv[3]);
  return 1;
}
