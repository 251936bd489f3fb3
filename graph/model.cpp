// SPDX-License-Identifier: Apache-2.0
#include "graph/model.hpp"

#include <algorithm>

namespace pressgraph {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string all;
  for (const auto& value : values) {
    if (!all.empty()) {
      all += '|';
    }
    all += value;
  }
  return all;
}

}  // namespace

std::string field_text(const Release& release, Field field) {
  switch (field) {
    case Field::text:
      return release.text;
    case Field::title:
      return release.title;
    case Field::published:
      return release.published;
    case Field::publisher:
      return release.publisher;
    case Field::url:
      return release.url;
    case Field::topics:
      return joined(release.topics);
  }
  return {};
}

std::string_view attribute(const std::vector<Attribute>& attributes, std::string_view name) {
  const auto found = std::ranges::find(attributes, name, &Attribute::name);
  return found == attributes.end() ? std::string_view() : std::string_view(found->value);
}

}  // namespace pressgraph
