// SPDX-License-Identifier: Apache-2.0
// What the position of a `holds` edge is called.
#include "importers/extraction/position_text.hpp"

#include <algorithm>

#include "importers/extraction/noun_phrases.hpp"

namespace pressgraph {
namespace {

// Where the post's plural stands in `position`; its end where it is none.
std::uint32_t plural_post(const Analysis& a, Range position) {
  if (!read_title(a, position.first, position.last).plural) {
    return position.last;
  }
  const auto is_plural = [&](std::uint32_t t) {
    const auto word = a.document.text(t);
    return a.has(t, word_post) && word.ends_with('s') && !word.ends_with("ss");
  };
  auto i = position.first;
  while (i < position.last && !is_plural(i)) {
    ++i;
  }
  return i;
}

// "Assistant Attorneys Roe and Doe": each is one.
std::string of_one(const Analysis& a, Range position) {
  const auto text = a.document.text(position);
  const auto plural = plural_post(a, position);
  if (plural == position.last) {
    return std::string(text);
  }
  const auto word = a.document.text(plural);
  const auto end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
  const bool y = word.ends_with("ies");  // "Secretaries"
  std::string one(text.substr(0, end - (y ? 3 : 1)));
  return (y ? one + "y" : one).append(text.substr(end));
}

}  // namespace

std::string title_after(const Analysis& analysis, std::uint32_t i, std::uint32_t lead) {
  if (!analysis.is_word(i, lead)) {
    return {};
  }
  const auto& w = analysis.knowledge.words;
  const auto at = i + (analysis.is_word(i + 1, w.a) || analysis.is_word(i + 1, w.an) ? 2U : 1U);
  const auto title = read_title(analysis, at, analysis.sentence(i).last);
  return title.post ? std::string(analysis.document.text({at, title.last})) : std::string();
}

std::string position_text(const Analysis& analysis, const PostMention& post, Range position) {
  // "Chancellor Ada Roe, Harrow University": the body's name is no post.
  const bool body_alone = std::ranges::any_of(post.bodies, [&](int body) {
    return analysis.names[static_cast<std::size_t>(body)].range == position;
  });
  if (post.rule == "affiliation" || body_alone) {
    const auto& title = analysis.names[static_cast<std::size_t>(post.holder)].title;
    return title.empty()
               ? std::string()
               : of_one(analysis, read_title(analysis, title.first, title.last).post_range);
  }
  if (post.rule == "verb-of-service") {
    return title_after(analysis, position.last, analysis.knowledge.words.as);
  }
  return of_one(analysis, position);
}

}  // namespace pressgraph
