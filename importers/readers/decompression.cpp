// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/decompression.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "importers/readers/decoder.hpp"
#include "importers/readers/input.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t input_size = 1U << 17U;
constexpr std::size_t output_size = 1U << 18U;
constexpr std::size_t longest_magic = 6;
constexpr std::uint64_t ratio_counts_from = 64ULL << 20U;

struct Name {
  std::string_view name;
  std::string_view magic;
};
// In the order of the codings.
constexpr std::array<Name, 4> names{{{"gzip", "\x1F\x8B\x08"},
                                     {"bzip2", "BZh"},
                                     {"xz",
                                      {"\xFD"
                                       "7zXZ\0",
                                       longest_magic}},
                                     {"zstd", "\x28\xB5\x2F\xFD"}}};

const Name& name_of(Coding coding) {
  return names.at(static_cast<std::size_t>(coding));
}

// A frame of zstd that holds no data, but may stand before, between and behind others.
bool is_skippable_frame(std::string_view head) {
  return head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U &&
         head.substr(1).starts_with("\x2A\x4D\x18");
}

}  // namespace

std::optional<Coding> coding_of(std::string_view head) {
  if (is_skippable_frame(head)) {
    return Coding::zstd;
  }
  for (const auto coding : {Coding::gzip, Coding::bzip2, Coding::xz, Coding::zstd}) {
    // "BZh" may begin a word; what follows its digit is the first block's magic, or the end's.
    const bool fits = coding != Coding::bzip2 ||
                      (head.size() > 10 && (head.substr(4, 6) == "1AY&SY" ||
                                            head.substr(4, 6) == "\x17\x72\x45\x38\x50\x90"));
    if (fits && head.starts_with(name_of(coding).magic)) {
      return coding;
    }
  }
  return std::nullopt;
}

std::string Unpacked::excess(std::uint64_t max_ratio) const {
  if (out <= ratio_counts_from || out / max_ratio <= in) {
    return {};
  }
  return fmt::format("more than {} times as large as its file after {}", max_ratio, fmt_bytes(out));
}

DecompressedBytes::DecompressedBytes(std::istream& in, Coding coding, const ReadLimits& limits)
    : in_(in),
      coding_(coding),
      max_ratio_(limits.max_ratio),
      decoder_(decoder_of(coding)),
      output_(output_size, '\0') {}

DecompressedBytes::~DecompressedBytes() = default;

// Reads on where fewer than `wanted` bytes are left.
void DecompressedBytes::more_input(std::size_t wanted) {
  if (left_.size() >= wanted) {
    return;
  }
  std::string next(left_);
  const auto kept = next.size();
  next.resize(kept + input_size);
  const auto count =
      in_.rdbuf()->sgetn(next.data() + kept, static_cast<std::streamsize>(input_size));
  next.resize(kept + static_cast<std::size_t>(count));
  taken_ += static_cast<std::uint64_t>(count);
  input_ = std::move(next);
  left_ = input_;
}

void DecompressedBytes::fail_at(std::uint64_t offset, std::string_view what) {
  pending_failure_ =
      fmt::format("{} data that is {} at byte {}", name_of(coding_).name, what, offset);
}

// After the end of a member: whether another follows. Zeros may pad it, as tapes do.
bool DecompressedBytes::next_member() {
  more_input(longest_magic);
  while (!left_.empty() && left_.front() == '\0') {
    const auto other = std::min(left_.find_first_not_of('\0'), left_.size());
    left_.remove_prefix(other);
    more_input(longest_magic);
  }
  if (left_.empty()) {
    return false;
  }
  const auto magic = name_of(coding_).magic;
  if (left_.size() < magic.size() && magic.starts_with(left_)) {
    fail_at(taken_, "cut short");
    return false;
  }
  if (!left_.starts_with(magic) && !(coding_ == Coding::zstd && is_skippable_frame(left_))) {
    fail_at(taken_ - left_.size(), "followed by something else");
    return false;
  }
  decoder_->restart();
  member_ended_ = false;
  return true;
}

// Fills as much of output_ as there is, so that what comes out does not depend on the pieces in
// which the input comes.
std::size_t DecompressedBytes::fill() {
  std::size_t size = 0;
  while (size < output_.size() && pending_failure_.empty()) {
    if (member_ended_ && !next_member()) {
      break;
    }
    more_input(1);
    const bool at_end = left_.empty();
    const auto step = decoder_->decode(left_, output_.data() + size, output_.size() - size);
    left_.remove_prefix(step.read);
    size += step.written;
    member_ended_ = step.ended;
    const auto offset = taken_ - left_.size();
    if (!step.broken.empty()) {
      fail_at(offset, "broken (" + step.broken + ")");
    } else if (at_end && step.written == 0 && !step.ended) {
      fail_at(offset, "cut short");
    }
    unpacked_ = {offset, unpacked_.out + step.written};
    if (auto excess = unpacked_.excess(max_ratio_); !excess.empty()) {
      fail_at(offset, excess);
    }
  }
  return size;
}

// Passes over what is left of the input up to what may begin a member of gzip.
bool DecompressedBytes::seek_member() {
  constexpr std::size_t header = 10;
  constexpr char no_flag = '\x1F';  // the highest of all that there are
  while (true) {
    more_input(header);
    if (left_.size() < header) {
      return false;
    }
    const auto at = left_.find(name_of(coding_).magic);
    if (at == std::string_view::npos) {
      left_.remove_prefix(left_.size() - name_of(coding_).magic.size() + 1);
      continue;
    }
    left_.remove_prefix(at);
    more_input(header);
    if (left_.size() >= header && left_[3] >= '\0' && left_[3] <= no_flag) {
      return true;
    }
    left_.remove_prefix(1);
  }
}

bool DecompressedBytes::resume(std::string_view beginning) {
  const auto before = failure_;
  // Any other failure is one of the whole file.
  while (coding_ == Coding::gzip && failure_.find(" broken (") != std::string::npos &&
         seek_member()) {
    decoder_->restart();
    member_ended_ = false;
    failure_.clear();
    pending_failure_.clear();
    setg(nullptr, nullptr, nullptr);
    const bool any = !traits_type::eq_int_type(sgetc(), traits_type::eof());
    if (any && std::string_view(gptr(), static_cast<std::size_t>(egptr() - gptr()))
                   .starts_with(beginning)) {
      return true;
    }
    failure_ = failure_.empty() ? before : failure_;  // no record: not ours
  }
  return false;
}

DecompressedBytes::int_type DecompressedBytes::underflow() {
  const auto count = pending_failure_.empty() ? fill() : 0;
  if (count == 0) {
    failure_ = pending_failure_;
  }
  setg(output_.data(), output_.data(), output_.data() + count);
  return count == 0 ? traits_type::eof() : traits_type::to_int_type(output_.front());
}

}  // namespace pressgraph
