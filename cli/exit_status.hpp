// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace pressgraph {

/// What the program tells its caller by its exit status; one table for `docs/cli.md` and `main`.
enum class ExitStatus : int {
  ok = 0,
  failure = 1,      ///< a file that cannot be read or written, a store that does not verify
  wrong_usage = 2,  ///< arguments that make no sense
  skipped = 3,      ///< done, but at least one record was skipped
  not_found = 4,    ///< a name that fits nothing in the store, or several things
};

}  // namespace pressgraph
