// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/comparison.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>
#include <nettle/sha2.h>

namespace pressgraph {
namespace {

constexpr std::size_t buckets = std::size_t{1} << 16U;
constexpr std::uint64_t most_kept = 20000;
constexpr std::size_t most_named = 10;
constexpr std::size_t longest_shown = 160;
constexpr std::size_t longest_statement = 600;

/// Items of one side that share a bucket.
struct Bucket {
  std::uint64_t items = 0;
  std::array<std::uint64_t, 2> sum{};  ///< of their hashes, each half for itself, modulo 2^64

  bool operator==(const Bucket&) const = default;
};

struct Side {
  std::vector<Bucket> all = std::vector<Bucket>(buckets);
  std::array<std::uint64_t, 3> items{};
};

std::size_t bucket_of(const Item& item) {
  return std::hash<std::string_view>{}(item.id) % buckets;
}

void append_with_length(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += ':';
  out += text;
}

/// The first 16 bytes of SHA-256 of all that `item` says.
class Hash {
 public:
  std::array<std::uint64_t, 2> operator()(const Item& item) {
    text_ = name(item.kind);
    append_with_length(text_, item.id);
    for (const auto& [name, value] : item.values) {
      append_with_length(text_, name);
      append_with_length(text_, value);
    }
    sha256_ctx context{};
    sha256_init(&context);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): nettle takes unsigned bytes
    sha256_update(&context, text_.size(), reinterpret_cast<const std::uint8_t*>(text_.data()));
    std::array<std::uint8_t, 16> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::array<std::uint64_t, 2> halves{};
    for (std::size_t at = 0; at < digest.size(); ++at) {
      halves.at(at / 8) = halves.at(at / 8) << 8U | digest.at(at);
    }
    return halves;
  }

 private:
  std::string text_;
};

Side summed(const ItemSource& source) {
  Side side;
  Hash hash;
  source([&](const Item& item) {
    auto& bucket = side.all[bucket_of(item)];
    const auto halves = hash(item);
    bucket.sum[0] += halves[0];
    bucket.sum[1] += halves[1];
    ++bucket.items;
    ++side.items.at(static_cast<std::size_t>(item.kind));
  });
  return side;
}

/// Items of the buckets that are looked into, by kind and id: first the file's, then the store's.
using Kept = std::map<std::pair<ItemKind, std::string>, std::array<std::vector<Item>, 2>>;

void keep(const ItemSource& source, const std::vector<bool>& wanted, std::size_t side, Kept& kept) {
  source([&](const Item& item) {
    if (wanted[bucket_of(item)]) {
      kept[{item.kind, item.id}].at(side).push_back(item);
    }
  });
}

/// The buckets that differ, as many as hold no more items than are kept; at least one.
std::vector<bool> differing(const Side& file, const Side& store) {
  std::vector<bool> wanted(buckets);
  std::uint64_t items = 0;
  for (std::size_t at = 0; at < buckets && items < most_kept; ++at) {
    if (file.all[at] != store.all[at]) {
      wanted[at] = true;
      items += file.all[at].items + store.all[at].items;
    }
  }
  return wanted;
}

/// `text`, or its beginning and how long it is.
std::string clipped(std::string_view text, std::size_t longest) {
  if (text.size() <= longest) {
    return std::string(text);
  }
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string(text.substr(0, end)) + "... (" + std::to_string(text.size()) + " bytes)";
}

std::string shown(std::string_view value) {
  return "'" + clipped(value, longest_shown) + "'";
}

/// The values of `item` called `wanted`, joined.
std::string values_of(const Item& item, const std::string& wanted) {
  std::string joined;
  for (const auto& [name, value] : item.values) {
    if (name == wanted) {
      joined += (joined.empty() ? "" : " | ") + value;
    }
  }
  return joined;
}

void name_values(const Item& file, const Item& store, const std::string& what,
                 std::vector<std::string>& differences) {
  std::set<std::string> names;
  for (const auto* item : {&file, &store}) {
    for (const auto& value : item->values) {
      names.insert(value.first);
    }
  }
  for (const auto& name : names) {
    const auto found = values_of(file, name);
    const auto expected = values_of(store, name);
    if (found == expected) {
      continue;
    }
    const auto is = [](const std::string& value) {
      return value.empty() ? "absent" : shown(value);
    };
    differences.push_back(fmt::format("{}: {} is {} in the file, {} in the store", what, name,
                                      is(found), is(expected)));
  }
}

std::string label(const Item& item) {
  return std::string(name(item.kind)) + " " +
         (item.kind == ItemKind::statement ? clipped(item.id, longest_statement) : shown(item.id));
}

/// One line for each way in which the items of one id differ.
void name_item(const std::array<std::vector<Item>, 2>& sides,
               std::vector<std::string>& differences) {
  auto [file, store] = sides;
  std::ranges::sort(file);
  std::ranges::sort(store);
  if (file == store) {
    return;
  }
  if (file.empty() || store.empty()) {
    const auto& there = file.empty() ? store : file;
    differences.push_back(label(there[0]) + (file.empty()
                                                 ? " is in the store and not in the file"
                                                 : " is in the file and not in the store"));
    return;
  }
  if (file.size() != store.size()) {
    differences.push_back(label(file[0]) + " comes " + std::to_string(file.size()) +
                          " times in the file, " + std::to_string(store.size()) + " in the store");
    return;
  }
  for (std::size_t at = 0; at < file.size(); ++at) {
    name_values(file[at], store[at], label(file[at]), differences);
  }
}

}  // namespace

Comparison compare(const ItemSource& in_file, const ItemSource& in_store) {
  Comparison result;
  const auto file = summed(in_file);
  const auto store = summed(in_store);
  result.in_file = file.items;
  result.in_store = store.items;
  if (file.all == store.all) {
    return result;
  }
  result.equal = false;
  const auto wanted = differing(file, store);
  Kept kept;
  keep(in_file, wanted, 0, kept);
  keep(in_store, wanted, 1, kept);
  for (const auto& [id, sides] : kept) {
    name_item(sides, result.differences);
    if (result.differences.size() > most_named) {
      break;
    }
  }
  if (result.differences.size() > most_named) {
    result.differences.resize(most_named);
    result.differences.emplace_back("and more");
  }
  return result;
}

}  // namespace pressgraph
