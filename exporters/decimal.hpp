// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace pressgraph {

/// `confidence` as a decimal number in [0, 1] with one to three digits after the dot ("0.93",
/// "1.0"), the same in every format and on every machine; what is no number gives "0.0".
std::string confidence_text(double confidence);

/// `value` with two digits after the dot, whatever the locale. REQUIRES: it is finite, and less
/// than 10^15.
std::string fixed_text(double value);

}  // namespace pressgraph
