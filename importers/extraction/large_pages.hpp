// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdlib>
#include <new>

#include <sys/mman.h>

namespace pressgraph {

/// Allocates tables that are read here and there on pages of 2 MiB, where the system has them: the
/// addresses of small pages would be looked up again and again, and each be made at its first use.
/// Smaller blocks come from the heap.
template <typename Value>
struct LargePages {
  using value_type = Value;

  LargePages() = default;
  template <typename Other>
  LargePages(const LargePages<Other>& /*other*/) noexcept {
  }  // NOLINT(google-explicit-constructor): as the standard has it

  Value* allocate(std::size_t count) {
    const auto bytes = count * sizeof(Value);
    if (bytes < page) {
      return static_cast<Value*>(::operator new(bytes));
    }
    const auto whole = (bytes + page - 1) / page * page;
    void* const block = std::aligned_alloc(page, whole);
    if (block == nullptr) {
      throw std::bad_alloc();
    }
    ::madvise(block, whole, MADV_HUGEPAGE);  // may be refused
    return static_cast<Value*>(block);
  }

  void deallocate(Value* block, std::size_t count) noexcept {
    if (count * sizeof(Value) < page) {
      ::operator delete(block);
    } else {
      std::free(block);  // NOLINT(cppcoreguidelines-no-malloc): it came from aligned_alloc
    }
  }

  bool operator==(const LargePages& /*other*/) const { return true; }

 private:
  static constexpr std::size_t page = std::size_t{1} << 21U;
};

}  // namespace pressgraph
