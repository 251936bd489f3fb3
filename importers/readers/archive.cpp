// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/archive.hpp"

#include <algorithm>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "importers/readers/input.hpp"

namespace pressgraph {
namespace {

// A small file may be compressed as well as it likes.
constexpr std::uint64_t ratio_counts_from = 64ULL << 20U;

bool is_hidden(std::string_view path) {
  bool hidden = path.starts_with("__MACOSX/");
  for (std::size_t at = 0; at < path.size() && !hidden;) {
    const auto end = std::min(path.find('/', at), path.size());
    const auto name = path.substr(at, end - at);
    hidden = name.starts_with(".") && name != "." && name != "..";
    at = end + 1;
  }
  return hidden;
}

// Whether `path` is the entry that is wanted, or an archive in which it lies.
bool is_wanted(std::string_view path, std::string_view only) {
  return only.empty() || only == path || (only.starts_with(path) && only[path.size()] == '/');
}

}  // namespace

void FreeArchive::operator()(archive* opened) const {
  archive_read_free(opened);
}

ArchiveStream::ArchiveStream(std::istream& in, Kind kind, const ReadLimits& limits)
    : in_(in), max_ratio_(limits.max_ratio), archive_(archive_read_new()) {
  auto* opened = archive_.get();
  if (kind == Kind::compressed) {
    archive_read_support_filter_gzip(opened);
    archive_read_support_filter_bzip2(opened);
    archive_read_support_filter_xz(opened);
    archive_read_support_filter_zstd(opened);
    archive_read_support_format_raw(opened);
    archive_read_support_format_empty(opened);
  } else {
    archive_read_support_format_zip_streamable(opened);
    archive_read_support_format_tar(opened);
  }
  if (archive_read_open(opened, this, nullptr, &ArchiveStream::fill, nullptr) != ARCHIVE_OK) {
    fail();
  }
}

long ArchiveStream::fill(archive* /*opened*/, void* self, const void** bytes) {
  auto* stream = static_cast<ArchiveStream*>(self);
  const auto count = stream->in_.rdbuf()->sgetn(
      stream->compressed_.data(), static_cast<std::streamsize>(stream->compressed_.size()));
  stream->bytes_in_ += static_cast<std::uint64_t>(count);
  *bytes = stream->compressed_.data();
  return count;
}

void ArchiveStream::fail() {
  const auto* reason = archive_error_string(archive_.get());
  failure_ = fmt::format("broken after {} ({})", fmt_bytes(bytes_out_),
                         reason == nullptr ? "no reason given" : reason);
}

std::optional<std::string> ArchiveStream::next_entry() {
  while (failure_.empty()) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) {
      return std::nullopt;
    }
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      fail();
      return std::nullopt;
    }
    const auto* path = archive_entry_pathname(entry);
    const bool is_file = archive_entry_filetype(entry) == AE_IFREG;
    if (path != nullptr && is_file && !is_hidden(path)) {
      return path;
    }
  }
  return std::nullopt;
}

std::size_t ArchiveStream::read(char* to, std::size_t size) {
  if (!failure_.empty()) {
    return 0;
  }
  const auto count = archive_read_data(archive_.get(), to, size);
  if (count < 0) {
    fail();
    return 0;
  }
  bytes_out_ += static_cast<std::uint64_t>(count);
  if (bytes_out_ > ratio_counts_from && bytes_out_ / max_ratio_ > bytes_in_) {
    failure_ = fmt::format("more than {} times as large as its file after {}", max_ratio_,
                           fmt_bytes(bytes_out_));
    return 0;
  }
  return static_cast<std::size_t>(count);
}

EntryBuffer::int_type EntryBuffer::underflow() {
  const auto count = archive_.read(buffer_.data(), buffer_.size());
  setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
  return count == 0 ? traits_type::eof() : traits_type::to_int_type(buffer_.front());
}

bool read_archive(const Input& input) {
  ArchiveStream archive(input.in, ArchiveStream::Kind::archive, input.limits);
  while (const auto entry = archive.next_entry()) {
    const auto path = input.path + "/" + *entry;
    if (!is_wanted(path, input.around.only)) {
      continue;
    }
    EntryBuffer buffer(archive);
    std::istream in(&buffer);
    auto around = input.around;
    ++around.depth;
    if (!read_any({in, path, input.limits, input.sink, around})) {
      return false;
    }
  }
  return archive.failure().empty() ||
         input.sink(BadRecord{input.path, 0, "an archive that is " + archive.failure(),
                              "a whole one; what stands before that is read"});
}

}  // namespace pressgraph
