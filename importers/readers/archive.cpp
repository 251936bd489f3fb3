// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/archive.hpp"

#include <algorithm>
#include <clocale>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include "importers/readers/cut_short.hpp"
#include "importers/readers/input.hpp"

namespace pressgraph {
namespace {

constexpr std::array<char, 1U << 12U> zeros{};
constexpr std::size_t tar_block = 512;  // bytes; a tar ends with empty ones

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

// Whether libarchive may mean, by what it says, that bytes are missing: it says nothing where a ZIP
// ends before its directory, and zlib's -5 is that it needs more.
bool is_cut(std::string_view reason) {
  return reason.empty() || reason.find("runcated") != std::string_view::npos ||
         reason.find("(-5)") != std::string_view::npos;
}

// While it lives, libarchive's names are UTF-8 in this thread: it gives none that the locale's
// charset cannot hold, and programs begin in one of ASCII.
class Utf8Names {
 public:
  Utf8Names() : before_(uselocale(utf8())) {}
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;
  Utf8Names(Utf8Names&&) = delete;
  Utf8Names& operator=(Utf8Names&&) = delete;
  ~Utf8Names() { uselocale(before_); }

 private:
  // Null where the machine has none: then nothing is changed.
  static locale_t utf8() {
    static const locale_t made = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    return made;
  }

  locale_t before_;
};

// A file without a name that can be told is read all the same.
std::string path_of(archive_entry* entry) {
  const auto* path = archive_entry_pathname(entry);
  return path != nullptr ? path : "unnamed";
}

}  // namespace

void FreeArchive::operator()(archive* opened) const {
  archive_read_free(opened);
}

ArchiveStream::ArchiveStream(std::istream& in, const ReadLimits& limits)
    : in_(in), max_ratio_(limits.max_ratio), archive_(archive_read_new()) {
  auto* opened = archive_.get();
  archive_read_support_format_zip_streamable(opened);
  archive_read_support_format_tar(opened);
  if (archive_read_open(opened, this, nullptr, &ArchiveStream::fill, nullptr) != ARCHIVE_OK) {
    fail();
  }
}

long ArchiveStream::fill(archive* /*opened*/, void* self, const void** bytes) {
  auto* stream = static_cast<ArchiveStream*>(self);
  const auto count = stream->in_.rdbuf()->sgetn(
      stream->file_bytes_.data(), static_cast<std::streamsize>(stream->file_bytes_.size()));
  if (count > 0) {
    stream->unpacked_.in += static_cast<std::uint64_t>(count);
    const std::string_view read(stream->file_bytes_.data(), static_cast<std::size_t>(count));
    stream->ends_in_zeros_ =
        read.substr(read.size() - std::min(read.size(), tar_block)).find_first_not_of('\0') ==
        std::string_view::npos;
  }
  *bytes = stream->file_bytes_.data();
  return count;
}

void ArchiveStream::fail() {
  const auto* told = archive_error_string(archive_.get());
  const std::string_view reason = told == nullptr ? "" : told;
  const bool cut = is_cut(reason) && in_.rdbuf()->sgetc() == std::char_traits<char>::eof();
  const auto place = entry_.empty() ? std::string() : ", in " + entry_;
  failure_ = cut ? fmt::format("cut short at byte {}{}", unpacked_.in, place)
                 : fmt::format("broken at byte {}{} ({})", archive_filter_bytes(archive_.get(), -1),
                               place, reason);
}

// Archives end by a mark of their own: what was cut between two entries shows by that alone.
void ArchiveStream::look_at_end() {
  const bool is_tar =
      (archive_format(archive_.get()) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR;
  const bool at_end = in_.rdbuf()->sgetc() == std::char_traits<char>::eof();
  if (is_tar && at_end && !ends_in_zeros_) {
    failure_ = fmt::format("cut short at byte {}, behind a whole entry", unpacked_.in);
  }
}

std::optional<std::string> ArchiveStream::next_entry() {
  const Utf8Names names;
  entry_.clear();
  offset_ = 0;
  block_ = {};
  while (failure_.empty()) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(archive_.get(), &entry);
    if (status == ARCHIVE_EOF) {
      look_at_end();
      return std::nullopt;
    }
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      fail();
      return std::nullopt;
    }
    auto path = path_of(entry);
    const bool is_file = archive_entry_filetype(entry) == AE_IFREG;
    if (is_file && !is_hidden(path)) {
      entry_ = std::move(path);
      return entry_;
    }
  }
  return std::nullopt;
}

// Some of the zeros that a sparse file leaves out.
std::string_view ArchiveStream::hole(std::uint64_t size) {
  return {zeros.data(), static_cast<std::size_t>(std::min<std::uint64_t>(size, zeros.size()))};
}

std::string_view ArchiveStream::next_bytes() {
  const void* bytes = nullptr;
  std::size_t size = 0;
  la_int64_t begins = 0;
  while (block_.empty() && failure_.empty()) {
    const int status = archive_read_data_block(archive_.get(), &bytes, &size, &begins);
    if (status == ARCHIVE_EOF) {
      return {};
    }
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) {
      fail();
      return {};
    }
    block_ = {static_cast<const char*>(bytes), size};
    block_begins_ = static_cast<std::uint64_t>(begins);
  }
  auto given = offset_ < block_begins_ ? hole(block_begins_ - offset_) : block_;
  if (offset_ >= block_begins_) {
    block_ = {};
  }
  offset_ += given.size();
  unpacked_.out += given.size();
  if (const auto excess = unpacked_.excess(max_ratio_); !excess.empty()) {
    failure_ = excess;
  }
  return failure_.empty() ? given : std::string_view();
}

EntryBuffer::int_type EntryBuffer::underflow() {
  const auto bytes = archive_.next_bytes();
  // Nothing is ever written to the get area.
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast)
  char* begin = const_cast<char*>(bytes.data());
  setg(begin, begin, begin + bytes.size());
  return bytes.empty() ? traits_type::eof() : traits_type::to_int_type(bytes.front());
}

bool read_archive(const Input& input) {
  ArchiveStream archive(input.in, input.limits);
  CutShortSink cut(input.sink, archive.failure());
  const RecordSink sink = [&cut](Record record) { return cut.take(std::move(record)); };
  while (const auto entry = archive.next_entry()) {
    const auto path = input.path + "/" + *entry;
    if (!is_wanted(path, input.around.only)) {
      continue;
    }
    EntryBuffer buffer(archive);
    std::istream in(&buffer);
    auto around = input.around;
    ++around.depth;
    if (!read_any({in, path, input.limits, sink, around})) {
      return false;
    }
  }
  if (archive.failure().empty()) {
    return cut.finish(std::nullopt);
  }
  return cut.finish(BadRecord{input.path, 0, "an archive that is " + archive.failure(),
                              "the whole of it; what stands before that is read", read_in_part});
}

}  // namespace pressgraph
