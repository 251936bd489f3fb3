// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_layouts.hpp"

#include <algorithm>
#include <array>

namespace pressgraph {
namespace {

constexpr std::array<std::string_view, 18> body_classes{
    "field--name-field-pr-body",      // justice.gov
    "field--name-body",               // Drupal 8 and later
    "field-name-body",                // Drupal 7
    "field--name-field-body",         // un.org, press.un.org
    "field--name-field-text-column",  // press.un.org
    "govspeak",                       // GOV.UK
    "entry-content",                  // WordPress
    "wp-block-post-content",
    "post-content",
    "article-body",
    "article__body",
    "article__content",
    "article-content",
    "news-content",
    "press-release-body",
    "press-release-content",
    "body-content",  // whitehouse.gov
    "story-body"};

constexpr std::array<std::string_view, 18> date_classes{"date-display-single",
                                                        "field--name-field-pr-date",
                                                        "field--name-field-date",
                                                        "field--name-field-news-date",
                                                        "field-name-field-date",
                                                        "article-meta__publish-date",
                                                        "article-date",
                                                        "article__date",
                                                        "news-date",
                                                        "post-date",
                                                        "posted-on",
                                                        "entry-date",
                                                        "published",
                                                        "publish-date",
                                                        "publication-date",
                                                        "release-date",
                                                        "press-release-date",
                                                        "date"};

template <typename List>
bool has_word(const List& list, std::string_view classes) {
  while (!classes.empty()) {
    const auto end = std::min(classes.find(' '), classes.size());
    if (std::ranges::find(list, classes.substr(0, end)) != list.end()) {
      return true;
    }
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

}  // namespace

bool is_body_class(std::string_view classes) {
  return has_word(body_classes, classes);
}

bool is_date_class(std::string_view classes) {
  return has_word(date_classes, classes);
}

}  // namespace pressgraph
