// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace pressgraph {

/// `confidence` as a decimal number in [0, 1] with one to three digits after the dot ("0.93",
/// "1.0"), the same in every format and on every machine; what is no number gives "0.0".
std::string confidence_text(double confidence);

}  // namespace pressgraph
