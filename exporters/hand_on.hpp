// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ostream>
#include <string>

namespace pressgraph {

/// How many bytes of text a writer gathers before they go to the stream: a write a statement
/// costs more than the statement.
inline constexpr std::size_t most_buffered = std::size_t{1} << 16U;

/// Hands `text` on to `out` and empties it, once it holds more than `kept` bytes; 0 hands on all.
/// The state of `out` says whether it went.
inline void hand_on(std::string& text, std::size_t kept, std::ostream& out) {
  if (text.size() > kept) {
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
  }
}

}  // namespace pressgraph
