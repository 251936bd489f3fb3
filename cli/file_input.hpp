// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <memory>
#include <string>

namespace pressgraph {

/// The bytes of a file from its beginning, unpacked where it is gzip, which its first two bytes
/// tell. Throws Error where it cannot be opened; reading it throws Error where the system cannot
/// read it or the compressed data are cut or damaged, and Interrupted after a signal.
std::unique_ptr<std::istream> open_file(const std::string& path);

}  // namespace pressgraph
