// SPDX-License-Identifier: Apache-2.0
// Who said what, and who spoke for whom.
#include <algorithm>

#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

constexpr std::uint32_t to_speech = 14;    // tokens before "on behalf of"
constexpr std::uint32_t to_principal = 8;  // tokens after "on behalf of"

class StatementEdges {
 public:
  explicit StatementEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    for (std::size_t i = 0; i < a_.statements.size(); ++i) {
      statement(i);
    }
    const auto count = static_cast<std::uint32_t>(a_.document.tokens.size());
    const auto end = count - std::min(count, 3U);
    for (auto i = a_.next_word(1, end, w_.behalf); i < end;
         i = a_.next_word(i + 1, end, w_.behalf)) {
      delegated(i);
    }
  }

 private:
  // One node for the words, one edge a speaker.
  void statement(std::size_t i) {
    auto& statement = a_.statements[i];
    if (i > 0 && a_.statements[i - 1].words == statement.words) {
      statement.node = a_.statements[i - 1].node;
    } else {
      NodeDraft draft;
      draft.type = NodeType::statement;
      draft.name = a_.document.text(statement.words);
      draft.mentions.push_back(a_.document.mention_of(a_.document.bytes(statement.words)));
      draft.attributes.push_back({"mode", std::string(statement.mode)});
      a_.nodes.push_back(std::move(draft));
      statement.node = static_cast<int>(a_.nodes.size()) - 1;
    }
    e_.add_for({statement.speaker}, Relation::said, statement.node,
               {statement.trigger, statement.rule, statement.status});
  }

  // "on behalf of the President", "on the President's behalf": the speaker of the clause for the
  // one named.
  void delegated(std::uint32_t i) {
    const auto sentence = a_.sentence(i);
    const bool of = a_.is_word(i + 1, w_.of);
    const bool owned = a_.token(i - 1).is(token_possessive);
    const int principal = of                                ? principal_after(i + 2, sentence.last)
                          : owned && i > sentence.first + 1 ? actor_at(i - 2)
                                                            : none;
    const int speaker = speaker_before(i, sentence, principal);
    if (principal != none && speaker != none && speaks(i, sentence)) {
      e_.add(speaker, Relation::spoke_for, principal,
             {{i - 1, of ? i + 2 : i + 1}, "on-behalf-of"});
    }
    if (of && speaker != none) {
      spoke_there(i, speaker, sentence);
    }
  }

  // "X spoke on behalf of the Chairs": at the event told of.
  void spoke_there(std::uint32_t i, int speaker, Range sentence) {
    const auto* const clause = e_.clause_at(i > sentence.first + 1 ? i - 2 : i);
    const bool spoke = clause != nullptr && a_.knowledge.verbs[clause->entry].frame == Frame::speak;
    const int event = spoke ? e_.event_told_of(i) : none;
    if (event != none && is_shown(clause->status)) {
      e_.add(speaker, Relation::addressed, event,
             {clause->verb, "spoke-for-others", clause->status, 0.75});
    }
  }

  // "waging war on behalf of" is no speaking: a verb or noun of speech stands before the words.
  [[nodiscard]] bool speaks(std::uint32_t i, Range sentence) const {
    const auto floor = std::max(sentence.first, i > to_speech ? i - to_speech : 0U);
    for (auto t = floor; t < i; ++t) {
      const auto* verb = a_.longest_hit(t, set_of(Kind::verb), sentence.last);
      const bool says =
          verb != nullptr && (a_.knowledge.verbs[verb->entry].says ||
                              a_.knowledge.verbs[verb->entry].frame == Frame::address);
      if (says || a_.has(t, word_speech)) {
        return true;
      }
    }
    return i < sentence.first + 3;  // "On behalf of the President, the Minister ..."
  }

  [[nodiscard]] int actor_at(std::uint32_t i) const {
    const int mention = e_.index.covering(i);
    if (mention == none) {
      return none;
    }
    const auto type = e_.name(mention).type;
    return type == NodeType::official || type == NodeType::agency ? e_.name(mention).node : none;
  }

  [[nodiscard]] int principal_after(std::uint32_t i, std::uint32_t end) const {
    for (auto t = i; t < std::min(end, i + to_principal); ++t) {
      if (e_.index.covering(t) != none) {
        return actor_at(t);
      }
    }
    return none;
  }

  // The subject of the clause about the words, else the official named before them.
  [[nodiscard]] int speaker_before(std::uint32_t i, Range sentence, int principal) const {
    auto clause =
        std::ranges::lower_bound(a_.clauses, i, {}, [](const Clause& c) { return c.verb.first; });
    if (clause != a_.clauses.begin() && std::prev(clause)->verb.first >= sentence.first) {
      for (const auto& subject : std::prev(clause)->subjects) {
        if (e_.type_of(subject.node) == NodeType::official && subject.node != principal) {
          return subject.node;
        }
      }
    }
    const auto floor = std::max(sentence.first, i > context_window ? i - context_window : 0U);
    for (auto t = i; t > floor;) {
      --t;
      const int mention = e_.index.covering(t);
      if (mention != none && e_.name(mention).type == NodeType::official &&
          e_.name(mention).node != none && e_.name(mention).node != principal) {
        return e_.name(mention).node;
      }
    }
    return none;
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
};

}  // namespace

void find_statement_edges(Edges& edges) {
  StatementEdges(edges).run();
}

}  // namespace pressgraph
