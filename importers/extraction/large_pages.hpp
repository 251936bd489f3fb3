// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <new>

#include <sys/mman.h>

namespace pressgraph {

/// An allocator for the tables that each word of a text is looked up in: memory in pages of 2 MiB
/// where the system has them, since the processor does not remember where as many small ones lie.
template <typename Value>
class LargePages {
 public:
  using value_type = Value;  // NOLINT(readability-identifier-naming): what an allocator must have

  LargePages() = default;
  template <typename Other>
  // NOLINTNEXTLINE(google-explicit-constructor): what an allocator must have
  LargePages(const LargePages<Other>& /*other*/) {}

  Value* allocate(std::size_t count) {
    const auto bytes = rounded(count);
    auto* const memory = ::operator new (bytes, std::align_val_t{page});
#ifdef MADV_HUGEPAGE
    ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: it may fail
#endif
    return static_cast<Value*>(memory);
  }

  void deallocate(Value* memory, std::size_t /*count*/) {
    ::operator delete (memory, std::align_val_t{page});
  }

  bool operator==(const LargePages& /*other*/) const {
    return true;
  }

 private:
  static constexpr std::size_t page = std::size_t{1} << 21U;

  static std::size_t rounded(std::size_t count) {
    return (count * sizeof(Value) + page - 1) / page * page;
  }
};

}  // namespace pressgraph
