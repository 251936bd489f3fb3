// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace pressgraph {

/// Whether an element of this class (a list of words) holds the text of a release in a layout that
/// is known: Drupal's and WordPress's themes, GOV.UK, justice.gov, state.gov, un.org.
bool is_body_class(std::string_view classes);

/// The same for the day of publication, as people read it.
bool is_date_class(std::string_view classes);

}  // namespace pressgraph
