// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace pressgraph {

/// True where `text` begins with U+FFFE or U+FFFF.
bool is_noncharacter(std::string_view text);

/// `text` without those two, which no reader need take.
std::string without_noncharacters(std::string_view text);

/// `text` without the characters that XML 1.0 cannot hold, written or escaped: U+0000 to U+001F but
/// tab and line ends, U+FFFE and U+FFFF, surrogates, and U+007F,
/// which XML discourages and Raptor refuses.
std::string xml_characters(std::string_view text);

/// Appends `text` without those characters and with & < > " and carriage returns escaped: for
/// content.
void append_xml(std::string& out, std::string_view text);

/// The same for an attribute in double quotes, where readers take a line end or tab for a space
/// unless it is escaped.
void append_xml_attribute(std::string& out, std::string_view text);

}  // namespace pressgraph
