// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "importers/extraction/analysis.hpp"

namespace pressgraph {
namespace {

// The tokens that `bytes` covers, by binary search.
Range tokens_in(const Document& document, Span bytes) {
  const auto first = std::ranges::lower_bound(document.tokens, bytes.begin, {}, &Token::begin);
  const auto last = std::ranges::lower_bound(document.tokens, bytes.end, {}, &Token::begin);
  return {static_cast<std::uint32_t>(first - document.tokens.begin()),
          static_cast<std::uint32_t>(last - document.tokens.begin())};
}

/// Whether no sentence ends between them: "S/8248/Add." and "5", and "432 (1978)." and "435
/// (1978)", whose stop was a comma.
bool goes_on(std::string_view gap, std::string_view before, std::string_view after) {
  if (gap.empty()) {
    return true;
  }
  const auto number = std::min(after.find_first_not_of("0123456789"), after.size());
  const auto year = after.substr(number, 4);
  return before.ends_with(").") && number > 0 && (year == " (19" || year == " (20");
}

/// Sentences, those of one paragraph joined where the line between them ends without a stop: lines
/// of wrapped text may each count as a sentence, and lists of numbers run over them. So are the
/// pieces of a sentence that was too long.
std::vector<Span> stretches(const Document& document) {
  std::vector<Span> result;
  std::uint32_t tokens = 0;  // of the sentence before
  for (const auto sentence : document.sentences) {
    const auto bytes = document.bytes(sentence);
    const auto text = std::string_view(document.buffer);
    const auto end = result.empty() ? bytes.begin : result.back().end;
    const auto gap = text.substr(end, bytes.begin - end);
    const auto lines = std::ranges::count(gap, '\n');
    const bool stop =
        end > 0 && std::string_view(".!?").find(text[end - 1]) != std::string_view::npos;
    const bool runs_on =
        !result.empty() &&
        ((lines == 1 && !stop) || (lines == 0 && tokens == longest_sentence) ||
         (lines < 2 && goes_on(gap, text.substr(0, end), text.substr(bytes.begin))));
    if (runs_on) {
      result.back().end = bytes.end;
    } else {
      result.push_back(bytes);
    }
    tokens = sentence.size();
  }
  return result;
}

std::vector<Attribute> attributes_of(const Citation& citation) {
  std::vector<Attribute> attributes;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) {
      attributes.push_back({std::string(name), std::string(value)});
    }
  };
  add("body", citation.body);
  add("citation_status", to_string(citation.status));
  add("congress", citation.congress == 0 ? "" : std::to_string(citation.congress));
  add("draft", citation.draft ? "true" : "");
  add("family", citation.family);
  add("link", citation.link);
  add("subject", citation.title);
  add("year", citation.year == 0 ? "" : std::to_string(citation.year));
  return attributes;
}

Attribute* attribute(NodeDraft& draft, std::string_view name) {
  const auto found = std::ranges::find(draft.attributes, name, &Attribute::name);
  return found == draft.attributes.end() ? nullptr : &*found;
}

/// A later mention may be surer, or say more.
void learn(NodeDraft& draft, const Citation& citation) {
  auto* status = attribute(draft, "citation_status");
  const bool surer = status != nullptr && citation.status < CitationStatus::ambiguous &&
                     status->value != to_string(CitationStatus::resolved);
  if (surer) {
    status->value = to_string(citation.status);
  }
  if (!citation.title.empty() && attribute(draft, "subject") == nullptr) {
    draft.attributes.push_back({"subject", citation.title});
  }
}

/// The year is no part of what an act is.
std::string key_of(const Citation& citation) {
  const auto& form = citation.normal_form;
  const auto year = std::min(form.rfind(" (1"), form.rfind(" (2"));
  const auto bare =
      year != std::string::npos && form.size() == year + 7 ? form.substr(0, year) : form;
  return std::string(citation.draft ? "draft " : "") + bare;
}

class CitationNodes {
 public:
  explicit CitationNodes(Analysis& analysis) : a_(analysis) {}

  void add(const Citation& citation, Range item) {
    a_.citation_nodes.push_back(none);
    if (citation.type == NodeType::release || !citation.node || citation.normal_form.empty()) {
      return;
    }
    if (citation.type == NodeType::agency && named(item)) {
      return;
    }
    const auto [found, added] =
        by_key_.try_emplace(key_of(citation), static_cast<int>(a_.nodes.size()));
    if (added) {
      NodeDraft draft;
      draft.type = citation.type;
      draft.name = citation.normal_form;
      draft.attributes = attributes_of(citation);
      a_.nodes.push_back(std::move(draft));
    }
    auto& draft = a_.nodes[static_cast<std::size_t>(found->second)];
    a_.citation_nodes.back() = citation.type == NodeType::agency ? none : found->second;
    learn(draft, citation);
    draft.mentions.push_back(a_.document.mention_of(citation.item));
    alias(draft, citation);
  }

 private:
  /// The names stage has the committee already, with its parent.
  [[nodiscard]] bool named(Range item) const {
    auto after = std::ranges::lower_bound(a_.names, item.last, {},
                                          [](const NameMention& n) { return n.range.first; });
    for (int steps = 0; steps < 6 && after != a_.names.begin(); ++steps) {
      --after;
      if (after->type == NodeType::agency && after->range.overlaps(item)) {
        return true;
      }
    }
    return false;
  }

  void alias(NodeDraft& draft, const Citation& citation) const {
    if (citation.back || citation.group.end - citation.group.begin >= 100 ||
        draft.aliases.size() >= 32) {
      return;
    }
    auto words =
        a_.document.buffer.substr(citation.group.begin, citation.group.end - citation.group.begin);
    if (std::ranges::find(draft.aliases, words) == draft.aliases.end()) {
      draft.aliases.push_back(std::move(words));
    }
  }

  Analysis& a_;
  std::unordered_map<std::string, int> by_key_;
};

}  // namespace

void find_citations(Analysis& a) {
  a.citations = a.knowledge.citations.find(a.document.buffer, stretches(a.document),
                                           {a.release.publisher, a.release.published});
  const auto take = [&](Range range, Range but) {
    for (auto i = range.first; i < range.last; ++i) {
      a.taken[i] = i >= but.first && i < but.last ? a.taken[i] : std::uint8_t{1};
    }
  };
  Span taken;
  for (const auto& citation : a.citations) {
    a.citation_items.push_back(tokens_in(a.document, citation.item));
    // The name of a body is the names' business, and so are the words of a back reference.
    if (citation.back || citation.rule.find("/name") != std::string::npos) {
      continue;
    }
    // A list of any length is one group: taken once, so that time stays linear.
    if (citation.group != taken) {
      take(tokens_in(a.document, citation.group), tokens_in(a.document, citation.body_words));
      taken = citation.group;
    }
    take(tokens_in(a.document, citation.date), {});
  }
}

void resolve_citations(Analysis& a) {
  CitationNodes nodes(a);
  for (std::size_t i = 0; i < a.citations.size(); ++i) {
    nodes.add(a.citations[i], a.citation_items[i]);
  }
}

}  // namespace pressgraph
