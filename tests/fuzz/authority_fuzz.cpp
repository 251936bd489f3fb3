// SPDX-License-Identifier: Apache-2.0
// A user's own list in one syntax (PRESSGRAPH_FUZZ_ENDING): it is refused with its name, or gives
// entries that a store may take: each IRI once, in order, with labels in clean UTF-8, and the same
// when it is read again or behind a byte order mark.
#include "importers/authority/authority.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/error.hpp"
#include "tests/fuzz/invariants.hpp"

namespace pressgraph {
namespace {

// Small, so that the fuzzer reaches them.
constexpr AuthorityLimits limits{.bytes = 4096, .statements = 32, .literal = 256, .depth = 8};

using Entries = std::vector<AuthorityEntry>;

// None where the list is refused.
std::optional<Entries> entries_in(const std::string& bytes) {
  const auto path = std::string("list") + PRESSGRAPH_FUZZ_ENDING;
  try {
    return read_authority(bytes, path, limits);
  } catch (const Error& error) {
    require(std::string_view(error.what()).starts_with(path + ":"), "a message names the file");
    return std::nullopt;
  }
}

void check_values(const std::vector<std::string>& values) {
  require(std::ranges::is_sorted(values), "values are in order");
  require(std::ranges::adjacent_find(values) == values.end(), "a value is there once");
  for (const auto& value : values) {
    require(!value.empty() && is_clean(value), "a value is valid UTF-8 without NUL, not empty");
    require(value.size() <= limits.bytes, "a value is no longer than the list");
  }
}

void check_entry(const AuthorityEntry& entry) {
  require(entry.iri.find(':') != std::string::npos, "an entry has an IRI with a scheme");
  require(is_clean(entry.iri), "an IRI is valid UTF-8 without NUL");
  require(!entry.forms.empty(), "an entry has a label");
  require(entry.country.empty() || entry.country.size() == 3, "a country has three letters");
  for (const auto* values : {&entry.forms, &entry.same_as, &entry.exact_match}) {
    check_values(*values);
  }
}

void check(const std::string& bytes) {
  const auto entries = entries_in(bytes);
  require(entries == entries_in(bytes), "the same list gives the same entries");
  if (!entries) {
    return;
  }
  const bool in_order = std::ranges::is_sorted(*entries, {}, &AuthorityEntry::iri);
  require(in_order, "entries are in the order of their IRIs");
  const auto twice = std::ranges::adjacent_find(*entries, {}, &AuthorityEntry::iri);
  require(twice == entries->end(), "an IRI has one entry");
  require(entries->size() <= limits.statements, "no more entries than statements");
  std::ranges::for_each(*entries, check_entry);
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.size() + mark.size() <= limits.bytes && !bytes.starts_with(mark)) {
    require(entries == entries_in(std::string(mark) + bytes), "a byte order mark says nothing");
  }
}

}  // namespace
}  // namespace pressgraph

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  pressgraph::check(std::string(data, data + size));
  return 0;
}
