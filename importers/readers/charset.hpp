// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Bytes in whatever encoding -> UTF-8.
namespace pressgraph {

/// Whether all of `bytes` is UTF-8 (Unicode 15, table 3-7).
bool is_utf8(std::string_view bytes);

/// The encoding that a byte order mark at the start of `bytes` tells; empty where there is none.
std::string_view marked_charset(std::string_view bytes);

/// `bytes` as UTF-8: by their byte order mark; else as they are where they are UTF-8; else as
/// `declared` (a name as HTTP, MIME, HTML or XML write it) where that is known and fits; else as
/// their statistics tell; else as windows-1252. What fits nowhere becomes U+FFFD.
std::string decoded(std::string_view bytes, std::string_view declared = {});

/// What the statistics of `bytes` tell; empty where they tell nothing.
std::string charset_by_statistics(std::string_view bytes);

/// `bytes` as UTF-8 from `charset`; "us-ascii" and "iso-8859-1" mean windows-1252, as browsers read
/// them. Empty where the name is not known.
std::string decoded_as(std::string_view bytes, const std::string& charset);

/// The code of a language as BCP 47 has it: "en" of ISO 639's "eng".
std::string short_language_code(const std::string& code);

}  // namespace pressgraph
