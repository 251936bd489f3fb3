// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace pressgraph {

/// Which element gave a field ("title", "content", ...) of an item.
struct FeedOrigin {
  std::string_view field;
  std::string_view element;
};

/// One item of a feed, its fields as they stand there: HTML in `content` and `summary`.
struct FeedItem {
  std::string title;
  std::string id;
  std::string link;
  std::string base;  ///< what a link without host belongs to: xml:base, else the feed's own link
  std::string published;
  std::string modified;
  std::string content;
  std::string summary;
  std::string publisher;
  std::string language;
  std::vector<std::string> topics;
  std::string post_type;   ///< WordPress: post, page, attachment, ...
  std::string status;      ///< WordPress: publish, draft, ...
  std::uint64_t line = 0;  ///< of its first tag
  bool too_large = false;  ///< the rest of it was passed over
  std::vector<FeedOrigin> origins;

  /// The element that gave `field`; empty where none of the item's own did.
  [[nodiscard]] std::string_view origin(std::string_view field) const;
};

/// How parsing went.
struct FeedEnd {
  bool stopped = false;  ///< by the callback
  std::string failure;   ///< of the XML, where it was not read to its end; with its line
  std::uint64_t line = 0;
};

/// Reads RSS 0.9 to 2.0, Atom and WXR, and calls `take` for each item, of which no more than
/// `limit` bytes are kept. No entity is expanded but XML's five and HTML's names of characters;
/// nothing is fetched. XML that is not well-formed gives what can be had. `charset` overrides what
/// the XML declares; empty: as declared.
FeedEnd parse_feed(std::istream& in, const std::string& charset, std::uint64_t limit,
                   const std::function<bool(FeedItem)>& take);

}  // namespace pressgraph
