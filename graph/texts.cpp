// SPDX-License-Identifier: Apache-2.0
#include "graph/texts.hpp"

#include "graph/packed.hpp"

namespace pressgraph {
namespace {

// Edges come by their subjects, whose releases are read again and again.
constexpr std::size_t most_bytes = 32ULL << 20U;

}  // namespace

Texts::Texts(sqlite3* database)
    : packed_(database, "SELECT packed, size FROM text WHERE release = ?") {}

const std::string& Texts::of(std::int64_t release) {
  if (const auto known = texts_.find(release); known != texts_.end()) {
    return known->second;
  }
  if (bytes_ > most_bytes) {
    texts_.clear();
    bytes_ = 0;
  }
  packed_.bind(release);
  auto text = packed_.step()
                  ? unpacked_text(packed_.text(0), static_cast<std::size_t>(packed_.integer(1)))
                  : std::string();
  bytes_ += text.size();
  return texts_.emplace(release, std::move(text)).first->second;
}

Sentences::Sentences(sqlite3* database)
    : row_(database, "SELECT first_sentence, spans FROM text WHERE release = ?") {}

NumberedSentences Sentences::of(std::int64_t release) {
  row_.bind(release);
  return row_.step() ? NumberedSentences{row_.integer(0), unpacked_spans(row_.text(1))}
                     : NumberedSentences{};
}

}  // namespace pressgraph
