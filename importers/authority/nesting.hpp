// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// How deep a file nests, told before Raptor sees it: it takes minutes over ten thousand elements
/// inside each other, and its Turtle parser has a stack of its own.
namespace pressgraph {

/// Throws Error with `path` and line where elements stand deeper than `most`, where the file is no
/// XML, or where it has a document type, whose entities may be anything.
void check_xml_nesting(std::string_view bytes, const std::string& path, std::size_t most);

/// The same for the brackets of Turtle, those in strings, IRIs and comments aside.
void check_turtle_nesting(std::string_view bytes, const std::string& path, std::size_t most);

}  // namespace pressgraph
