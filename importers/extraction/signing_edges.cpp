// SPDX-License-Identifier: Apache-2.0
// Who took part in an event by signing or adopting something there.
#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

class SigningEdges {
 public:
  explicit SigningEdges(Edges& edges)
      : e_(edges), a_(edges.a), w_(edges.a.knowledge.words), ceremony_(signing_ceremony()) {}

  void run() {
    for (std::size_t i = 0; i < a_.clauses.size(); ++i) {
      signed_there(i);
    }
  }

 private:
  // "A and B signed the accord at a ceremony", "the accord was signed by A at the meeting".
  void signed_there(std::size_t number) {
    const auto& clause = a_.clauses[number];
    if (a_.knowledge.verbs[clause.entry].frame != Frame::act) {
      return;
    }
    const auto sentence = a_.sentence(clause.verb.first);
    const auto* event = e_.event_after(clause.verb.last, sentence.last);
    if (event == nullptr) {
      // "On behalf of Norway, the accord was signed by X", after a ceremony was told of.
      if (a_.document.text(clause.verb.first).starts_with("sign")) {
        signed_at(clause, ceremony_, sentence.last);
      }
      return;
    }
    const bool other =
        number + 1 < a_.clauses.size() && a_.clauses[number + 1].verb.first < event->range.first;
    if (!other && is_where(*event)) {
      signed_at(clause, event->node, event->range.first);
    }
  }

  // Who does it, or stands after "by" before `end`, was at `event`.
  void signed_at(const Clause& clause, int event, std::uint32_t end) {
    if (!clause.passive) {
      e_.add_for(clause.subjects, Relation::participated, event,
                 {clause.verb, "acts-at-event", clause.status});
    } else if (a_.is_word(clause.verb.last, w_.by)) {
      std::uint32_t last = clause.verb.last;
      for (const int mention : read_list(a_, e_.index, clause.verb.last + 1, end, last)) {
        e_.add(e_.name(mention).node, Relation::participated, event,
               {clause.verb, "acts-at-event", clause.status, 0.8});
      }
    }
  }

  // The one ceremony of the release where something was signed; `none` where there are several.
  [[nodiscard]] int signing_ceremony() const {
    int found = none;
    for (const auto& event : a_.events) {
      const bool signing = event.node != none && e_.class_of(event) == "ceremony" &&
                           a_.is_word(event.head, w_.ceremony) && signs_in(event.range.first);
      if (signing && found != none && found != event.node) {
        return none;
      }
      found = signing ? event.node : found;
    }
    return found;
  }

  // Whether the sentence of token `i` tells that something was signed.
  [[nodiscard]] bool signs_in(std::uint32_t i) const {
    const auto sentence = a_.sentence(i);
    for (auto t = sentence.first; t < sentence.last; ++t) {
      if (a_.document.text(t).starts_with("sign")) {
        return true;
      }
    }
    return false;
  }

  // "at a ceremony", "during the meeting".
  [[nodiscard]] bool is_where(const EventMention& event) const {
    constexpr std::uint32_t most = 4;  // adjectives
    const auto floor = event.range.first > most + 2 ? event.range.first - most - 2 : 0U;
    for (auto i = event.range.first; i > floor; --i) {
      const bool article =
          a_.is_word(i - 1, w_.a) || a_.is_word(i - 1, w_.an) || a_.is_word(i - 1, w_.the);
      if (article) {
        return i > 1 && (a_.is_word(i - 2, w_.at) || a_.is_word(i - 2, w_.during));
      }
      if (!a_.has(i - 1, word_common) || a_.has(i - 1, word_function)) {
        return false;
      }
    }
    return false;
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
  int ceremony_;
};

}  // namespace

void find_signing_edges(Edges& edges) {
  SigningEdges(edges).run();
}

}  // namespace pressgraph
