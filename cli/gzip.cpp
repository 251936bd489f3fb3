// SPDX-License-Identifier: Apache-2.0
#include "cli/gzip.hpp"

#include <zlib.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

constexpr int gzip_window = 15 + 16;  ///< the largest window, and gzip's own frame
constexpr int memory_level = 8;
constexpr int unknown_system = 255;

Bytef* bytes(char* text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): zlib takes unsigned bytes
  return reinterpret_cast<Bytef*>(text);
}

}  // namespace

struct GzipBuffer::State {
  z_stream stream{};
  gz_header header{};
};

GzipBuffer::GzipBuffer(std::ostream& out) : state_(std::make_unique<State>()), out_(out) {
  state_->header.os = unknown_system;
  if (deflateInit2(&state_->stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK ||
      deflateSetHeader(&state_->stream, &state_->header) != Z_OK) {
    throw Error("cannot begin to compress: out of memory");
  }
  setp(plain_.data(), plain_.data() + plain_.size());
}

GzipBuffer::~GzipBuffer() {
  deflateEnd(&state_->stream);
}

GzipBuffer::int_type GzipBuffer::overflow(int_type character) {
  compress(false);
  if (!traits_type::eq_int_type(character, traits_type::eof())) {
    *pptr() = traits_type::to_char_type(character);
    pbump(1);
  }
  return traits_type::not_eof(character);
}

void GzipBuffer::finish() {
  compress(true);
}

void GzipBuffer::compress(bool is_last) {
  auto& stream = state_->stream;
  stream.next_in = bytes(pbase());
  stream.avail_in = static_cast<uInt>(pptr() - pbase());
  do {
    stream.next_out = bytes(packed_.data());
    stream.avail_out = static_cast<uInt>(packed_.size());
    deflate(&stream, is_last ? Z_FINISH : Z_NO_FLUSH);
    out_.write(packed_.data(), static_cast<std::streamsize>(packed_.size() - stream.avail_out));
  } while (stream.avail_out == 0);
  setp(plain_.data(), plain_.data() + plain_.size());
}

}  // namespace pressgraph
