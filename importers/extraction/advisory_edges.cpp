// SPDX-License-Identifier: Apache-2.0
// Advisories to the media: lines "WHO:", "WHAT:", "WHEN:", "WHERE:" of an event to come.
#include "importers/extraction/edges.hpp"

namespace pressgraph {
namespace {

class AdvisoryEdges {
 public:
  explicit AdvisoryEdges(Edges& edges) : e_(edges), a_(edges.a), w_(edges.a.knowledge.words) {}

  void run() {
    const auto event = announced();
    if (event == none) {
      return;
    }
    std::uint32_t label = 0;
    for (const auto sentence : a_.document.sentences) {
      label = is_label(sentence) ? a_.token(sentence.first).word : label;
      if (label != 0 && label == w_.who) {
        who(sentence, event);
      } else if (label != 0 && label == w_.where) {
        where(sentence, event);
        label = 0;  // an address follows
      }
    }
  }

 private:
  // One word that begins a line, and a colon.
  [[nodiscard]] bool is_label(Range sentence) const {
    return sentence.size() > 1 && a_.capital(sentence.first) &&
           a_.token(sentence.first).is(token_line) && a_.punctuation(sentence.first + 1, ':');
  }

  // The event that a line "WHAT:" names or tells of.
  [[nodiscard]] int announced() const {
    for (const auto sentence : a_.document.sentences) {
      if (is_label(sentence) && a_.is_word(sentence.first, w_.what)) {
        const auto* event = e_.event_after(sentence.first, sentence.last);
        return event == nullptr ? none : event->node;
      }
    }
    return none;
  }

  void who(Range sentence, int event) {
    for (auto i = sentence.first; i < sentence.last; ++i) {
      const int mention = e_.index.covering(i);
      if (mention == none) {
        continue;
      }
      const auto& name = e_.name(mention);
      if (name.type == NodeType::official && !e_.in_post(i)) {
        e_.add(name.node, Relation::participated, event,
               {name.range, "advisory-who", Status::scheduled, 0.8, true});
      }
      i = name.range.last - 1;
    }
  }

  void where(Range sentence, int event) {
    std::uint32_t last = 0;
    const auto at = sentence.first + 2;
    for (const int mention : read_list(a_, e_.index, at, sentence.last, last)) {
      if (e_.name(mention).type == NodeType::place) {
        e_.add(event, Relation::located_in, e_.name(mention).node,
               {e_.name(mention).range, "advisory-where", Status::scheduled, 0.8, true});
      }
    }
  }

  Edges& e_;
  Analysis& a_;
  const KnownWords& w_;
};

}  // namespace

void find_advisory_edges(Edges& edges) {
  AdvisoryEdges(edges).run();
}

}  // namespace pressgraph
