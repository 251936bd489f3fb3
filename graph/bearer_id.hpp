// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
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
/// their bodies, and of which five years (a year that 5 divides, and the next four) the release is;
/// or where one word without a title is all that is told, his release, else the year in which that
/// was published. That of a body which any country may have, and of which none is told, has the
/// country that it is of by its publisher or by all else that the release tells, and where that is
/// not sure, its release; of what a country has many, its publisher or its release; so has that of
/// a body known by its initials alone, or by what each country has one of, where nothing else is of
/// its country. That of an event which any release may have ("meeting", "visit to ...") its
/// publisher, and where it has no date or is with one of the publisher's own state, its release.
class BearerIds {
 public:
  explicit BearerIds(const Extraction& extraction);

  [[nodiscard]] BearerId of(const Node& node) const;

 private:
  using Posts = std::map<std::string, std::vector<std::string>, std::less<>>;  // by local id

  void take(const Edge& edge, const Node& object, Posts& bodies);
  [[nodiscard]] bool is_told_alone(const Node& official) const;
  [[nodiscard]] std::string year_of_release() const;
  [[nodiscard]] std::string context_of_official(const Node& node) const;
  [[nodiscard]] std::string scope_of_node(const Node& node) const;
  [[nodiscard]] std::string scope_of_event(const Node& node) const;
  [[nodiscard]] bool is_with_own_house(const Node& event) const;
  [[nodiscard]] bool is_out_of_place(const Node& node) const;
  [[nodiscard]] std::string scope_of_anyones(const Node& node) const;
  void note_countries();
  void note_own_house();

  const Extraction& extraction_;
  std::string release_;
  Posts posts_;
  std::map<std::string, std::set<std::string>, std::less<>>
      states_;                         ///< by local id: the countries that a body is part of
  std::set<std::string> states_told_;  ///< whose government the release speaks of
  std::map<std::string, std::size_t, std::less<>>
      nodes_of_;  ///< by country, as code: how many nodes are it or its own
  std::string publisher_country_;
  std::set<std::string, std::less<>>
      own_house_;  ///< names of officials of no state but the publisher's
  bool tells_of_parts_ =
      false;  ///< of posts in a place that is no country: a governor's, a mayor's
};

/// A key whose official has a post says which so many years he was told of in: a year that they
/// divide, and those after it.
constexpr int years_of_a_key = 5;

/// What stands after "~" in `key`; empty where nothing does. Valid as long as `key`.
std::string_view scope_of(std::string_view key);

/// The year that an official's key has: of the release, or where a post is told the first of its
/// five years; or 0.
int year_of(std::string_view key);

/// The slug of an event called `name` that `scope` tells from others of its name.
std::string scoped_slug(std::string_view name, std::string_view scope);

/// What stands after "~" in `key`, taken apart at "+", without years.
std::vector<std::string> context_of(std::string_view key);

}  // namespace pressgraph
