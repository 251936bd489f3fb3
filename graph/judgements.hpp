// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "graph/store.hpp"

/// What readers judged, as a plain file: one judgement a line, `same A B` or `different A B`, where
/// A and B are ids; a line that is empty or begins with # says nothing. The order does not matter.
namespace pressgraph {

/// Empty where there is no such file. Throws Error with file and line on any other line.
std::vector<Judgement> read_judgements(const std::filesystem::path& path);

/// Writes `line` at the end of the file at `path`, which may be new, and leaves what is there as it
/// is.
void append_judgement(const std::filesystem::path& path, const Judgement& judgement);

/// Takes the last judgement out of the file and returns it. Throws Error where there is none.
Judgement undo_judgement(const std::filesystem::path& path);

}  // namespace pressgraph
