// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// `iso` ("2017-10-16T23:00:00-05:00") as a text that sorts by time: in UTC, as which a time
/// without a zone counts. A day alone, or what is no ISO 8601, stays as it is, so that a day sorts
/// before its times.
std::string instant_of(std::string_view iso);

}  // namespace pressgraph
