// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

namespace pressgraph {

/// Input or a file that cannot be used. The message is whole: place, what was found, what was
/// expected, what to do. Thrown at the fault, caught in `cli/`.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace pressgraph
