// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/model.hpp"

/// Ids made from what things are (docs/design.md, Identity): a pure function of a node's own
/// values.
namespace pressgraph {

/// `text` as a slug of [A-Za-z0-9.-]: letters folded to ASCII where Unicode decomposes them, else
/// percent-free hex; lower case unless `keep_case`. Never empty: text without any usable character
/// gives 8 hex digits of its hash.
std::string slug(std::string_view text, bool keep_case = false);

/// The id of `node` in the graph, `type/slug`: a resolution by its symbol without the year
/// (`resolution/S-RES-2322`), an agency or place by its attribute "authority" or else its
/// normalised name (and "parent" or "country" attribute), an official by the normalised full name
/// (and "country" or "body" where the attribute "homonym" asks for it), an event by name, ordinal,
/// place and start, a release by its id.
std::string global_id(const Node& node);

/// 64-bit FNV-1a of `bytes`; stable across machines and versions. Goes on from `hash`, that of the
/// bytes before.
std::uint64_t hash64(std::string_view bytes, std::uint64_t hash = 0xcbf29ce484222325ULL);

/// The same of each, in a third of the time: a byte waits for the one before it, not for others.
std::array<std::uint64_t, 4> hash64_of_each(const std::array<std::string_view, 4>& all);

/// A hash long enough to stand for what it is made of.
struct Hash128 {
  std::uint64_t first = 0xcbf29ce484222325ULL;
  std::uint64_t second = 0x6c62272e07bb0142ULL;

  bool operator==(const Hash128&) const = default;
};

/// Of `bytes` after those that `hash` is of. Within one run of the program: not to be written.
Hash128 hash128(std::string_view bytes, Hash128 hash = {});

/// `number` as 16 lower-case hex digits.
std::string hex16(std::uint64_t number);

/// 64-bit FNV-1a of `bytes` as 16 lower-case hex digits; stable across machines and versions.
std::string hash16(std::string_view bytes);

/// SHA-256 of `bytes` in lower-case hex (FIPS 180-4).
std::string sha256_hex(std::string_view bytes);

}  // namespace pressgraph
