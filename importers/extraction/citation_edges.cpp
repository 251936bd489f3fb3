// SPDX-License-Identifier: Apache-2.0
// Who cites what: the speaker, the participants together, the body that acts, else the release.
#include <algorithm>
#include <set>
#include <unordered_map>

#include "importers/extraction/citation_tail.hpp"
#include "importers/extraction/citation_text.hpp"
#include "importers/extraction/citation_window.hpp"
#include "importers/extraction/edges.hpp"
#include "importers/extraction/release_speaker.hpp"

namespace pressgraph {
namespace {

constexpr int nested_statements = 6;             // looked back over for the outermost
constexpr std::uint32_t to_act = 14;             // tokens from "adopted" to what is adopted
constexpr std::uint32_t to_what_is_heard = 160;  // tokens: a list of those heard stands between

class CitationEdges {
 public:
  CitationEdges(Edges& edges, const ReleaseSpeaker& speaker)
      : e_(edges), a_(edges.a), speaker_(speaker) {}

  void run() {
    itself_ = itself();
    note_bodies();
    note_presence();
    for (const auto& clause : a_.clauses) {
      if (a_.knowledge.verbs[clause.entry].frame == Frame::act) {
        adopted(clause);
      }
    }
    for (std::size_t c = 0; c < a_.citations.size(); ++c) {
      const auto& citation = a_.citations[c];
      const auto before = a_.edges.size();
      if (a_.citation_nodes[c] != none && a_.citation_nodes[c] != itself_ && !citation.draft &&
          citation.status != CitationStatus::ambiguous) {
        cite(a_.citation_nodes[c], a_.citation_items[c], citation.rule, citation.via_name);
      }
      say(before, "citation_status", std::string(to_string(citation.status)));
      say(before, "locator", citation.locator);
    }
    for (const auto& mention : a_.names) {
      if (mention.type == NodeType::instrument && mention.node != none &&
          !is_of_post(mention.range.first)) {
        const auto before = a_.edges.size();
        cite(mention.node, mention.range, "instrument", false);
        say(before, "locator", place_before(mention.range));
      }
    }
  }

 private:
  // "Director of the Coastal Program": whose post it is, and nothing cited.
  [[nodiscard]] bool is_of_post(std::uint32_t i) const {
    const auto& w = a_.knowledge.words;
    i -= i > 0 && a_.is_word(i - 1, w.the) ? 1U : 0U;
    return i > 1 && a_.is_word(i - 1, w.of) && a_.has(i - 2, word_post) && a_.capital(i - 2);
  }

  // Gives the edges from index `from` on an attribute, where there is a value.
  void say(std::size_t from, std::string_view name, const std::string& value) {
    for (auto edge = from; edge < a_.edges.size() && !value.empty(); ++edge) {
      a_.edges[edge].attributes.push_back({std::string(name), value});
    }
  }

  // "Article 51" of "Article 51 of the Charter".
  [[nodiscard]] std::string place_before(Range words) const {
    constexpr std::size_t longest_place = 60;
    const std::size_t end = a_.token(words.first).begin;
    const std::size_t begin = a_.document.bytes(a_.sentence(words.first)).begin;
    CitationWindow left;
    left.fill(a_.document.buffer, std::max(begin, end - std::min(end, longest_place)), end,
              longest_place);
    std::string_view text = left.text;
    while (text.ends_with(' ')) {
      text.remove_suffix(1);
    }
    drop_end(text, "the");
    return drop_end(text, "of") ? std::string(locator_before(text)) : std::string();
  }

  // The act that the release is the text of: its title begins with the symbol.
  [[nodiscard]] int itself() const {
    const bool titled =
        !a_.citation_items.empty() && a_.citation_items.front().first == 0 && a_.is_headline(0);
    return titled ? a_.citation_nodes.front() : none;
  }

  void adopted(const Clause& clause) {
    const auto& frame = a_.knowledge.verbs[clause.entry];
    const auto sentence = a_.sentence(clause.verb.first);
    if (clause.passive) {
      adopted_by(clause, sentence);
      return;
    }
    const auto end = std::min(sentence.last, clause.verb.last + to_act);
    for (auto i = clause.verb.last; i < end; ++i) {
      if (const int node = act_at(i); node != none) {
        e_.add_for(bodies_of(clause.subjects), frame.relation, node,
                   {clause.verb, "verb-of-act", clause.status});
        return;
      }
    }
    adopted_at(clause, act_before(clause, sentence), sentence);
  }

  // "a Declaration adopted today at the Conference": the event adopts it.
  void adopted_at(const Clause& clause, int act, Range sentence) {
    constexpr std::uint32_t nearest = 8;  // tokens
    const auto* event = act == none ? nullptr : e_.event_after(clause.verb.last, sentence.last);
    if (event == nullptr || event->range.first > clause.verb.last + nearest) {
      return;
    }
    for (auto i = clause.verb.last; i < event->range.first; ++i) {
      const auto& w = a_.knowledge.words;
      if (a_.is_word(i, w.at) || a_.is_word(i, w.during)) {
        e_.add(event->node, a_.knowledge.verbs[clause.entry].relation, act,
               {clause.verb, "adopted-at", clause.status, 0.8});
        return;
      }
      if (!a_.has(i, word_circumstance) && a_.taken[i] == 0) {
        return;
      }
    }
  }

  // The act named last before the verb.
  [[nodiscard]] int act_before(const Clause& clause, Range sentence) const {
    const auto floor = clause.verb.first > to_act ? clause.verb.first - to_act : 0U;
    int act = none;
    for (auto i = clause.verb.first; i-- > std::max(sentence.first, floor) && act == none;) {
      act = act_at(i);
    }
    return act;
  }

  // The agency that each official holds the one post told of in.
  void note_bodies() {
    for (const auto& post : a_.posts) {
      const bool one = !post.former && !post.future && post.bodies.size() == 1;
      if (one && e_.name(post.bodies.front()).type == NodeType::agency) {
        bodies_.try_emplace(e_.name(post.holder).node, post.bodies.front());
      }
    }
  }

  // Who signs for a body: what adopts is the body; a person or a country adopts nothing by itself.
  [[nodiscard]] std::vector<Participant> bodies_of(const std::vector<Participant>& signers) const {
    std::vector<Participant> bodies;
    for (const auto& one : signers) {
      const auto type = e_.type_of(one.node);
      if (type == NodeType::agency || type == NodeType::event) {
        bodies.push_back(one);
      }
      const auto post = type == NodeType::official ? bodies_.find(one.node) : bodies_.end();
      if (post != bodies_.end()) {
        bodies.push_back({e_.name(post->second).node, post->second, one.words, "post-of-signer"});
      }
    }
    return bodies;
  }

  // "resolution 1373 was adopted by the Council".
  void adopted_by(const Clause& clause, Range sentence) {
    auto by = clause.verb.last;
    while (by < sentence.last && by < clause.verb.last + 3 &&
           !a_.is_word(by, a_.knowledge.words.by)) {
      ++by;
    }
    const int before = act_before(clause, sentence);
    const bool opens = before == none && clause.verb.first == sentence.first;
    const int act = opens ? act_after_comma(by, sentence) : before;
    if (act == none || by >= sentence.last || !a_.is_word(by, a_.knowledge.words.by)) {
      adopted_at(clause, act, sentence);
      adopted_by_owner(clause, act, sentence);
      return;
    }
    std::uint32_t last = by;
    for (const int mention : read_list(a_, e_.index, by + 1, sentence.last, last)) {
      e_.add(e_.name(mention).node, a_.knowledge.verbs[clause.entry].relation, act,
             {clause.verb, "adopted-by", clause.status});
    }
  }

  // "Adopted by the Council in 2024, the Convention sets rules".
  [[nodiscard]] int act_after_comma(std::uint32_t i, Range sentence) const {
    constexpr std::uint32_t longest = 24;  // tokens
    for (const auto end = std::min(sentence.last, i + longest); i + 1 < end; ++i) {
      const auto first = a_.is_word(i + 1, a_.knowledge.words.the) ? i + 2 : i + 1;
      if (a_.punctuation(i, ',') && first < end && act_at(first) != none) {
        return act_at(first);
      }
    }
    return none;
  }

  // "The Security Council's resolution 1325 was adopted on 31 October": whose it is adopted it.
  void adopted_by_owner(const Clause& clause, int act, Range sentence) {
    auto at = clause.verb.first;
    while (act != none && at > sentence.first && act_at(at) != act) {
      --at;
    }
    while (at > sentence.first && act_at(at - 1) == act) {
      --at;  // to the first word of its name
    }
    if (act == none || at < sentence.first + 2 || !a_.is_possessive(at - 1)) {
      return;
    }
    const int owner = e_.index.covering(at - 2);
    if (owner != none && e_.name(owner).type == NodeType::agency) {
      e_.add(e_.name(owner).node, a_.knowledge.verbs[clause.entry].relation, act,
             {clause.verb, "adopted-by-owner", clause.status, 0.8});
    }
  }

  // The instrument or resolution that begins at token `i`.
  [[nodiscard]] int act_at(std::uint32_t i) const {
    const int mention = e_.index.covering(i);
    if (mention != none && e_.name(mention).type == NodeType::instrument) {
      return e_.name(mention).node;
    }
    const auto found = std::ranges::lower_bound(a_.citation_items, i, {}, &Range::first);
    const bool at = found != a_.citation_items.end() && found->first == i;
    return at ? a_.citation_nodes[static_cast<std::size_t>(found - a_.citation_items.begin())]
              : none;
  }

  // In the text of an act the act itself cites, whoever it says did what.
  void cite(int act, Range words, std::string_view rule, bool via_name) {
    if (!via_name && itself_ == none && by_somebody(act, words, rule)) {
      return;
    }
    e_.add(0, Relation::cited, act, {words, rule, Status::asserted, 0.8});
  }

  bool by_somebody(int act, Range words, std::string_view rule) {
    if (in_statement(act, words, rule)) {
      return true;
    }
    if (const auto* clause = reporting(words);
        clause != nullptr && reported(*clause, act, words, rule)) {
      return true;
    }
    const int speaker = speaker_.at(words.first);
    if (speaker != none) {
      e_.add(speaker, Relation::cited, act, {words, rule, Status::asserted, 0.8});
    }
    return speaker != none || speaker_.is_anonymous(words.first);
  }

  // The speaker of the quotation or reported statement that holds the words; of one within another,
  // who speaks the outer one.
  bool in_statement(int act, Range words, std::string_view rule) {
    auto after = std::ranges::upper_bound(a_.statements, words.first, {},
                                          [](const StatementMention& s) { return s.words.first; });
    const StatementMention* outer = nullptr;
    for (int steps = 0; steps < nested_statements && after != a_.statements.begin(); ++steps) {
      --after;
      if (after->words.covers(words)) {
        outer = &*after;
      }
    }
    if (outer == nullptr) {
      return false;
    }
    std::vector<Participant> speakers;
    for (auto at = after; at != a_.statements.end() && at->words.first <= outer->words.first;
         ++at) {
      if (at->words == outer->words) {
        speakers.push_back(at->speaker);
      }
    }
    e_.add_for(speakers, Relation::cited, act, {words, rule, Status::asserted});
    return true;
  }

  // "did not highlight the accord" cites nothing; what will be said is cited already.
  bool reported(const Clause& clause, int act, Range words, std::string_view rule) {
    const auto status = clause.status == Status::negated ? Status::negated : Status::asserted;
    const int together = event_of_all(clause);
    if (together != none) {
      e_.add(together, Relation::cited, act, {words, rule, status, 0.75});
      return true;
    }
    bool any = false;
    for (const auto& subject : clause.subjects) {
      const auto type = e_.type_of(subject.node);
      if (type == NodeType::official || type == NodeType::agency || type == NodeType::event) {
        e_.add_for({subject}, Relation::cited, act, {words, rule, status});
        any = true;
      }
    }
    return any;
  }

  // "The participants reaffirmed ...", "Minister X and Minister Y discussed ..." at their meeting:
  // the event's own word.
  [[nodiscard]] int event_of_all(const Clause& clause) const {
    if (clause.subjects.empty() && !clause.collective && clause.passive) {
      return readout();
    }
    if (clause.collective && clause.subjects.size() != 1) {
      return event_of_participants(clause);
    }
    if (clause.subjects.size() < 2) {
      return none;
    }
    const auto met = std::ranges::find_if(a_.events, [&](const EventMention& event) {
      return event.node != none && takes_part(event, clause);
    });
    return met == a_.events.end() ? none : met->node;
  }

  // "The leaders discussed ...": the title's meeting, else the event told of before the sentence,
  // or in it.
  [[nodiscard]] int event_of_participants(const Clause& clause) const {
    if (const int told = readout(); told != none) {
      return told;
    }
    const auto sentence = a_.sentence(clause.verb.first);
    if (const int told = e_.event_told_of(sentence.first); told != none) {
      return told;
    }
    const auto* event = e_.event_before(clause.verb.first, sentence.first);
    return event == nullptr ? none : event->node;
  }

  // "Emphasis was placed on ..." in a release that tells of one meeting or call, by its title.
  [[nodiscard]] int readout() const {
    const int event = e_.main_event();
    const auto first = std::ranges::find_if(
        a_.events, [&](const EventMention& e) { return e.node == event && !e.parties.empty(); });
    return first != a_.events.end() && e_.in_title(event) ? event : none;
  }

  // Who takes part in what, by the edges found before these.
  void note_presence() {
    for (const auto& edge : a_.edges) {
      if (edge.relation == Relation::participated && is_shown(edge.status)) {
        present_.emplace(edge.object, edge.subject);
      }
    }
  }

  // Whether two of the clause's subjects are parties of the event.
  [[nodiscard]] bool takes_part(const EventMention& event, const Clause& clause) const {
    return std::ranges::count_if(clause.subjects, [&](const Participant& subject) {
             return present_.contains({event.node, subject.node});
           }) >= 2;
  }

  // The verb of saying or of acting that governs the words: the nearest before them, else one after
  // a quotation.
  [[nodiscard]] const Clause* reporting(Range words) const {
    const Clause* best = nullptr;
    const auto sentence = a_.sentence(words.first);
    const auto first = std::max(
        sentence.first, words.first > to_what_is_heard ? words.first - to_what_is_heard : 0U);
    const auto end = std::min(sentence.last, words.last + context_window);
    auto found = std::ranges::lower_bound(a_.clauses, first, {},
                                          [](const Clause& c) { return c.verb.first; });
    for (; found != a_.clauses.end() && found->verb.first < end; ++found) {
      const auto& verb = a_.knowledge.verbs[found->entry];
      const bool far = found->verb.first + context_window < words.first;
      if (verb.frame != Frame::heard && (!verb.says || far)) {
        continue;  // what the narrator tells to be adopted, the release cites
      }
      const bool somebody = !found->subjects.empty() || found->collective;
      if (found->verb.first >= words.last && verb.says && closes(*found, sentence)) {
        return &*found;
      }
      if (found->verb.last <= words.first) {
        best = somebody || best == nullptr ? &*found : best;
      } else if (best == nullptr && found->verb.first >= words.last && verb.says &&
                 quoted(words, found->verb.first)) {
        return &*found;
      }
    }
    return best;
  }

  // "..., the Department announced today.": whose word all that stands before it is.
  [[nodiscard]] bool closes(const Clause& clause, Range sentence) const {
    constexpr std::uint32_t longest_end = 4;  // tokens after the verb: "today.", "on Monday."
    const int who = clause.subjects.empty() ? none : clause.subjects.front().mention;
    auto begin = who == none ? 0U : e_.index.begin(who);
    begin -= begin > 0 && a_.is_word(begin - 1, a_.knowledge.words.the) ? 1U : 0U;
    if (who == none || begin <= sentence.first || !a_.punctuation(begin - 1, ',') ||
        e_.index.end_of_item(who) != clause.verb.first ||
        clause.verb.last + longest_end < sentence.last) {
      return false;
    }
    for (auto i = clause.verb.last; i < sentence.last; ++i) {
      if (a_.taken[i] == 0 && !a_.has(i, word_circumstance | word_weekday) &&
          !a_.token(i).is(token_punctuation) && !a_.is_word(i, a_.knowledge.words.on)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] bool quoted(Range words, std::uint32_t verb) const {
    for (auto i = words.last; i < std::min(verb, words.last + context_window); ++i) {
      if (a_.punctuation(i, '>') || a_.punctuation(i, '"')) {
        return true;
      }
    }
    return false;
  }

  Edges& e_;
  Analysis& a_;
  const ReleaseSpeaker& speaker_;
  std::unordered_map<int, int> bodies_;    // mention by the official's node
  std::set<std::pair<int, int>> present_;  // event, who took part
  int itself_ = none;
};

}  // namespace

void find_citation_edges(Edges& edges, const ReleaseSpeaker& speaker) {
  CitationEdges(edges, speaker).run();
}

}  // namespace pressgraph
