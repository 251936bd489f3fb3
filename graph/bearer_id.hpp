// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model.hpp"

namespace pressgraph {

/// What a node of one extraction is called among all: by its own values and its release's alone.
struct BearerId {
  std::string key;   ///< the slug, and after "~" what tells namesakes apart
  std::string slug;  ///< `type/name`, as graph/identity.hpp makes it
};

/// Makes the ids of one extraction's nodes. An official's key has the countries of his posts, else
/// their bodies, or where one word without a title is all that is told, his release, else the year
/// in which that was published; that of a body
/// which any country may have, and of which none is told, its publisher; that of an event which any
/// release may have ("meeting", "visit to ...") its publisher, and where it has no date, its
/// release.
class BearerIds {
 public:
  explicit BearerIds(const Extraction& extraction);

  [[nodiscard]] BearerId of(const Node& node) const;

 private:
  const Extraction& extraction_;
  std::string release_;
  std::map<std::string, std::vector<std::string>, std::less<>> posts_;  ///< by local id
};

/// What stands after "~" in `key`; empty where nothing does. Valid as long as `key`.
std::string_view scope_of(std::string_view key);

/// The year that an official's key has where no post of his is told, or 0.
int year_of(std::string_view key);

/// The slug of an event called `name` that `scope` tells from others of its name.
std::string scoped_slug(std::string_view name, std::string_view scope);

/// What stands after "~" in `key`, taken apart at "+".
std::vector<std::string> context_of(std::string_view key);

}  // namespace pressgraph
