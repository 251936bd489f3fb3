// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/citation_back.hpp"

#include <algorithm>
#include <array>

#include "importers/extraction/citation_text.hpp"

namespace pressgraph {
namespace {

// Older citations are out of sight: "both resolutions" after a thousand others costs no more.
constexpr std::size_t sight = 128;

bool is_act(const Citation& c) {
  return c.type == NodeType::resolution && !c.draft;
}

/// The acts cited from index `from` on, each once; more than `limit` decide nothing.
std::vector<std::size_t> distinct(std::span<const Citation> found, std::size_t from,
                                  std::size_t limit) {
  std::vector<std::size_t> result;
  from = std::max(from, found.size() - std::min(found.size(), sight));
  for (auto c = from; c < found.size() && result.size() <= limit; ++c) {
    if (is_act(found[c]) && std::ranges::none_of(result, [&](auto at) {
          return found[at].normal_form == found[c].normal_form;
        })) {
      result.push_back(c);
    }
  }
  return result;
}

/// What follows makes it another act, or no act: "the resolution of the dispute", "the resolution
/// on Syria".
bool is_other(std::string_view rest) {
  constexpr std::array<std::string_view, 12> others{
      " of ",        " on ",        " to ",        " that ",   " condemning", " calling",
      " adopted by", " adopted at", " adopted in", " process", " foundation", " concerning"};
  return std::ranges::any_of(others, [&](auto other) { return starts_as(rest, other); });
}

}  // namespace

void CitationBack::paragraph(std::span<const Citation> found) {
  if (!titled_) {
    titled_ = true;
    own_ = distinct(found, 0, 1);
    if (own_.size() != 1) {
      own_.clear();
    }
    is_act_ = !own_.empty() && found[own_[0]].group.begin == 0;
  }
  previous_ = current_;
  current_ = found.size();
}

std::vector<std::size_t> CitationBack::meant(std::span<const Citation> found,
                                             const CitationLeft& left, bool plural,
                                             std::string_view rest) const {
  if (left.draft || !left.bodies.empty()) {
    return {};
  }
  const bool today = starts_as(rest, " adopted today");
  if (today || (left.demonstrative && is_act_)) {
    return plural ? std::vector<std::size_t>{} : own_;
  }
  if (is_other(rest)) {
    return {};
  }
  if (plural) {
    return left.group == 0 ? std::vector<std::size_t>{} : last_group(found, left.group);
  }
  if (!left.definite) {
    return {};
  }
  auto candidates = distinct(found, std::max(current_, blocked_), 1);
  if (candidates.empty()) {
    candidates = distinct(found, std::max(previous_, blocked_), 1);
  }
  return candidates.size() == 1 ? candidates : std::vector<std::size_t>{};
}

std::vector<std::size_t> CitationBack::last_group(std::span<const Citation> found,
                                                  std::size_t count) const {
  const auto from = std::max({previous_, blocked_, found.size() - std::min(found.size(), sight)});
  for (auto end = found.size(); end > from;) {
    auto first = end - 1;
    while (first > from && found[first - 1].group == found[end - 1].group) {
      --first;
    }
    auto group = distinct(found.first(end), first, count);
    if (group.size() == count) {
      return group;
    }
    end = first;
  }
  auto all = distinct(found, from, count);
  return all.size() == count ? all : std::vector<std::size_t>{};
}

}  // namespace pressgraph
