// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"

/// What extraction saw and did not use: where schemas/ could say more.
namespace pressgraph {

struct Knowledge;

enum class GapKind : std::uint8_t {
  name,    ///< a capitalised name that became nothing
  symbol,  ///< a document-like symbol that no citation family claims; digits as "#"
  verb,    ///< a word that reports ("... VERB that ...") and is no verb of the lexicons
  event    ///< the event head of a sentence that gave no edge
};

/// "name", "symbol", "verb", "event".
std::string_view to_string(GapKind kind);

struct Gap {
  GapKind kind = GapKind::name;
  std::string what;
  Span sentence;  ///< in the release's text
};

/// The gaps of `extraction`, in text order. Linear in the length of its text.
std::vector<Gap> find_gaps(const Extraction& extraction, const Knowledge& knowledge);

}  // namespace pressgraph
