// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/decoder.hpp"

#include <bzlib.h>
#include <lzma.h>
#include <zlib.h>
#include <zstd.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

// What a file may make its decoder hold.
constexpr std::uint64_t most_memory = 128ULL << 20U;  // bytes

[[noreturn]] void no_memory(std::string_view coding) {
  throw Error("no memory to undo " + std::string(coding));
}

class GzipDecoder : public Decoder {
 public:
  GzipDecoder() {
    constexpr int gzip_only = 15 + 16;
    if (inflateInit2(&stream_, gzip_only) != Z_OK) {
      no_memory("gzip");
    }
  }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;
  GzipDecoder(GzipDecoder&&) = delete;
  GzipDecoder& operator=(GzipDecoder&&) = delete;
  ~GzipDecoder() override { inflateEnd(&stream_); }

  DecoderStep decode(std::string_view in, char* to, std::size_t size) override {
    // zlib counts characters as unsigned bytes and does not change what it reads.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast,cppcoreguidelines-pro-type-reinterpret-cast)
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = static_cast<uInt>(in.size());
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    const int status = inflate(&stream_, Z_NO_FLUSH);
    DecoderStep step{in.size() - stream_.avail_in, size - stream_.avail_out, status == Z_STREAM_END,
                     ""};
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) {
      step.broken = stream_.msg == nullptr ? "no reason given" : stream_.msg;
    }
    return step;
  }

  void restart() override { inflateReset(&stream_); }

 private:
  z_stream stream_{};
};

class Bzip2Decoder : public Decoder {
 public:
  Bzip2Decoder() { open(); }
  Bzip2Decoder(const Bzip2Decoder&) = delete;
  Bzip2Decoder& operator=(const Bzip2Decoder&) = delete;
  Bzip2Decoder(Bzip2Decoder&&) = delete;
  Bzip2Decoder& operator=(Bzip2Decoder&&) = delete;
  ~Bzip2Decoder() override { BZ2_bzDecompressEnd(&stream_); }

  DecoderStep decode(std::string_view in, char* to, std::size_t size) override {
    // libbz2 does not change what it reads.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
    stream_.next_in = const_cast<char*>(in.data());
    stream_.avail_in = static_cast<unsigned>(in.size());
    stream_.next_out = to;
    stream_.avail_out = static_cast<unsigned>(size);
    const int status = BZ2_bzDecompress(&stream_);
    DecoderStep step{in.size() - stream_.avail_in, size - stream_.avail_out,
                     status == BZ_STREAM_END, ""};
    if (status != BZ_OK && status != BZ_STREAM_END) {
      step.broken = status == BZ_DATA_ERROR ? "a checksum that does not fit" : "no bzip2 data";
    }
    return step;
  }

  void restart() override {
    BZ2_bzDecompressEnd(&stream_);
    open();
  }

 private:
  void open() {
    stream_ = {};
    if (BZ2_bzDecompressInit(&stream_, 0, 0) != BZ_OK) {
      no_memory("bzip2");
    }
  }

  bz_stream stream_{};
};

class XzDecoder : public Decoder {
 public:
  XzDecoder() { open(); }
  XzDecoder(const XzDecoder&) = delete;
  XzDecoder& operator=(const XzDecoder&) = delete;
  XzDecoder(XzDecoder&&) = delete;
  XzDecoder& operator=(XzDecoder&&) = delete;
  ~XzDecoder() override { lzma_end(&stream_); }

  DecoderStep decode(std::string_view in, char* to, std::size_t size) override {
    // liblzma counts characters as unsigned bytes.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    stream_.next_in = reinterpret_cast<const std::uint8_t*>(in.data());
    stream_.avail_in = in.size();
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    stream_.next_out = reinterpret_cast<std::uint8_t*>(to);
    stream_.avail_out = size;
    const auto status = lzma_code(&stream_, LZMA_RUN);
    DecoderStep step{in.size() - stream_.avail_in, size - stream_.avail_out,
                     status == LZMA_STREAM_END, ""};
    if (status == LZMA_MEMLIMIT_ERROR) {
      step.broken = "a dictionary that takes more than 128 MiB of memory";
    } else if (status != LZMA_OK && status != LZMA_STREAM_END && status != LZMA_BUF_ERROR) {
      step.broken = status == LZMA_DATA_ERROR ? "a checksum that does not fit" : "no xz data";
    }
    return step;
  }

  void restart() override { open(); }

 private:
  void open() {
    if (lzma_stream_decoder(&stream_, most_memory, 0) != LZMA_OK) {
      no_memory("xz");
    }
  }

  lzma_stream stream_ = LZMA_STREAM_INIT;
};

struct FreeZstd {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstdDecoder : public Decoder {
 public:
  // Its window is bounded by the library, to 128 MiB.
  ZstdDecoder() : context_(ZSTD_createDCtx()) {
    if (context_ == nullptr) {
      no_memory("zstd");
    }
  }

  DecoderStep decode(std::string_view in, char* to, std::size_t size) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer out{to, size, 0};
    const auto hint = ZSTD_decompressStream(context_.get(), &out, &from);
    const bool broken = ZSTD_isError(hint) != 0;
    return {from.pos, out.pos, hint == 0, broken ? ZSTD_getErrorName(hint) : ""};
  }

  void restart() override { ZSTD_DCtx_reset(context_.get(), ZSTD_reset_session_only); }

 private:
  std::unique_ptr<ZSTD_DCtx, FreeZstd> context_;
};

}  // namespace

std::unique_ptr<Decoder> decoder_of(Coding coding) {
  switch (coding) {
    case Coding::gzip:
      return std::make_unique<GzipDecoder>();
    case Coding::bzip2:
      return std::make_unique<Bzip2Decoder>();
    case Coding::xz:
      return std::make_unique<XzDecoder>();
    case Coding::zstd:
      break;
  }
  return std::make_unique<ZstdDecoder>();
}

}  // namespace pressgraph
