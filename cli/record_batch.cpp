// SPDX-License-Identifier: Apache-2.0
#include "cli/record_batch.hpp"

#include <cstddef>
#include <variant>

namespace pressgraph {
namespace {

// Half or twice as much text takes a little more time.
constexpr std::uint64_t most_text = 48U << 10U;  // bytes
constexpr std::size_t most_records = 32;

constexpr std::uint64_t found_bytes = 64;  // of a name or edge

struct TextSize {
  std::uint64_t operator()(const Release& release) const {
    return release.text.size() + release.title.size() + release.publisher.size();
  }
  // What was found takes more than the text.
  std::uint64_t operator()(const Extraction& extraction) const {
    std::uint64_t names = 0;
    for (const auto& node : extraction.nodes) {
      names += node.aliases.size() + node.mentions.size();
    }
    return (*this)(extraction.release) + (names + extraction.edges.size()) * found_bytes;
  }
  std::uint64_t operator()(const BadRecord& /*bad*/) const { return 0; }
};

}  // namespace

std::uint64_t text_size(const Record& record) {
  return std::visit(TextSize{}, record);
}

bool RecordBatch::has_room_for(const Record& record) const {
  return empty() || (records_.size() < most_records && size_ + text_size(record) <= most_text);
}

void RecordBatch::add(Record record) {
  size_ += text_size(record);
  records_.push_back(std::move(record));
}

std::vector<Record> RecordBatch::take() {
  size_ = 0;
  return std::exchange(records_, {});
}

}  // namespace pressgraph
