// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <raptor2.h>

/// Raptor's objects, each released by the function that its manual names for it.
namespace pressgraph {

template <auto release>
struct RaptorReleaser {
  template <typename T>
  void operator()(T* pointer) const {
    release(pointer);
  }
};

using RaptorWorld = std::unique_ptr<raptor_world, RaptorReleaser<raptor_free_world>>;
using RaptorParser = std::unique_ptr<raptor_parser, RaptorReleaser<raptor_free_parser>>;
using RaptorUri = std::unique_ptr<raptor_uri, RaptorReleaser<raptor_free_uri>>;

}  // namespace pressgraph
