// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "importers/readers/decompression.hpp"

/// The libraries that undo each coding, behind one face. Private to decompression.cpp.
namespace pressgraph {

struct DecoderStep {
  std::size_t read = 0;     ///< bytes of the input that were used
  std::size_t written = 0;  ///< bytes of the output that were filled
  bool ended = false;       ///< the member is whole
  std::string broken;       ///< why it cannot go on; empty where it can
};

/// Undoes one member after the other.
class Decoder {
 public:
  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  Decoder(Decoder&&) = delete;
  Decoder& operator=(Decoder&&) = delete;
  virtual ~Decoder() = default;

  /// Decodes some of `in` into the `size` bytes at `to`; 0 of both where it needs more input.
  virtual DecoderStep decode(std::string_view in, char* to, std::size_t size) = 0;

  /// The next bytes begin a new member.
  virtual void restart() = 0;
};

/// Throws Error where the library has no memory for it.
std::unique_ptr<Decoder> decoder_of(Coding coding);

}  // namespace pressgraph
