// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "importers/extraction/document.hpp"
#include "importers/extraction/knowledge.hpp"

/// What the stages of extraction hand on to each other, in the order in which they run: document,
/// hits, citations, dates, names, posts, events, nodes, edges. Each stage reads what stands above
/// it and fills its own.
namespace pressgraph {

constexpr int none = -1;

class MentionIndex;

/// A date or an interval of days in the text.
struct DateMention {
  Range range;
  std::string start;      ///< ISO date, "2017-10-04", or month, "2017-10"
  std::string end;        ///< the same; equal to `start` for one day
  bool relative = false;  ///< told by the release's own date: "today", "on Monday"
};

enum class Gender : std::uint8_t { unknown, male, female };

/// A name in the text, or a phrase that stands for one.
struct NameMention {
  NodeType type = NodeType::official;
  Range range;       ///< the name itself, without title or article
  Range title;       ///< of an official: honorifics and post before the name; empty where none
  int thing = none;  ///< in Knowledge::things, where an authority list has it
  Gender gender = Gender::unknown;
  int node = none;    ///< in Analysis::nodes, once names are resolved
  int inside = none;  ///< the mention whose name holds this one
  std::string_view rule;
};

/// A node in a role, and the words that name it there.
struct Participant {
  int node = none;
  int mention = none;  ///< none for a pronoun
  Range words;
  std::string_view rule;  ///< how words and node belong together: "pronoun", "surname", ...
};

/// A position that the text gives to somebody.
struct PostMention {
  Range range;
  int holder = none;        ///< in Analysis::names
  std::vector<int> bodies;  ///< in Analysis::names: the agency or country it is a post of
  bool former = false;
  bool future = false;
  std::string_view rule;
  std::uint32_t after = 0;  ///< one past the surname that it stands after, where not its holder
};

/// A title that stands for its holder: "the Lithuanian Foreign Minister said".
struct UnnamedPost {
  Range range;
  std::vector<Range> bodies;  ///< the words that name them, demonyms too
};

/// A verb of the lexicons where it is used, and who does what it says.
struct Clause {
  Range verb;
  std::uint32_t entry = 0;  ///< in Knowledge::verbs
  bool passive = false;     ///< "hosted by", "was held": the doer stands after "by"
  Status status = Status::asserted;
  std::vector<Participant> subjects;
  bool collective = false;  ///< those who took part do it together
};

/// A phrase that tells of an event: "the XVI Meeting of Heads ...", "met with", "the forum".
struct EventMention {
  Range range;
  std::uint32_t head = 0;  ///< the last word of the head: "meeting"
  std::uint8_t event_class = 0;
  bool definite = false;     ///< only points back: "the meeting", "this forum"
  bool told = false;         ///< definite, and somebody holds or attends it here: may be a new one
  bool named = false;        ///< capitalised: a title of its own
  bool from_verb = false;    ///< "met with X": the phrase is the clause
  bool to_come = false;      ///< "a meeting with X will be held"
  bool aside = false;        ///< "on the margins of the Summit": only tells when
  bool shared = false;       ///< with others who are not named: "with civil society members"
  std::uint32_t words = 0;   ///< of "met with civil society members": where those begin
  bool again = false;        ///< the second of "met with A, and with B"
  bool theirs = false;       ///< "their meeting": the parties stand before it
  bool hosted = false;       ///< "the Council met": the subject of the verb holds it
  bool speech = false;       ///< "briefed the Council on 4 May": the subject of the verb speaks
  std::string_view noun;     ///< what a speech is called: "briefing"
  std::vector<int> parties;  ///< in Analysis::names: those after "with", "between", "of"
  std::vector<int> hosts;    ///< in Analysis::names: "a dinner hosted by X"
  std::vector<int> places;   ///< in Analysis::names: where a visit goes
  int owner = none;          ///< in Analysis::names: "X's visit"
  std::string start;
  std::string end;
  int node = none;  ///< in Analysis::nodes, once events are resolved
};

/// Words that the text gives to a speaker.
struct StatementMention {
  Range words;
  Participant speaker;
  Range trigger;          ///< the verb of saying
  std::string_view mode;  ///< "direct" or "indirect"
  std::string_view rule;
  Status status = Status::asserted;
  int node = none;
};

/// A node while it is being gathered.
struct NodeDraft {
  NodeType type = NodeType::agency;
  int thing = none;
  std::string name;
  std::vector<std::string> aliases;
  std::vector<Mention> mentions;
  std::vector<Attribute> attributes;
  Gender gender = Gender::unknown;
};

struct EdgeDraft {
  int subject = none;  ///< in Analysis::nodes; 0 is the release
  Relation relation = Relation::mentions;
  int object = none;
  Status status = Status::asserted;
  bool verbless = false;  ///< no verb told the status
  int claimed_by = none;
  double confidence = 0.9;
  Range evidence;  ///< tokens; the sentence
  Range trigger;
  std::string rule;
  std::vector<Attribute> attributes;
  std::vector<std::pair<Range, std::string_view>> chain;
};

struct Analysis {
  Analysis(const Knowledge& known, const Release& read) : knowledge(known), release(read) {}

  const Knowledge& knowledge;
  const Release& release;
  std::vector<MarkedSpan> boilerplate;  ///< what is left out of the document
  Document document;
  std::vector<WordSet> flags_at;  ///< by token: what is known of its word
  std::vector<Hit> hits;          ///< by first token
  std::vector<KindSet> kinds_at;  ///< by token: of the hits that begin there
  std::vector<std::uint32_t>
      hits_from;  ///< by token: index of its first hit; one more entry at the end
  std::vector<Citation> citations;
  std::vector<Range> citation_items;  ///< tokens of each citation's item
  std::vector<std::uint8_t> taken;    ///< by token: belongs to a citation or date
  std::vector<DateMention> dates;
  std::vector<NameMention> names;  ///< in text order
  std::vector<PostMention> posts;
  std::vector<UnnamedPost> unnamed_posts;
  std::shared_ptr<const MentionIndex> mentions;  ///< of the names, once they are resolved
  std::vector<EventMention> events;              ///< in text order
  std::vector<Clause> clauses;                   ///< in text order
  std::vector<StatementMention> statements;      ///< by their first word
  std::vector<NodeDraft> nodes;                  ///< the first is the release's
  std::vector<int> citation_nodes;               ///< by citation
  std::vector<EdgeDraft> edges;

  [[nodiscard]] const Token& token(std::uint32_t i) const { return document.tokens[i]; }
  [[nodiscard]] bool is_word(std::uint32_t i, std::uint32_t word) const {
    return word != 0 && i < document.tokens.size() && document.tokens[i].word == word;
  }
  [[nodiscard]] bool has(std::uint32_t i, WordSet bits) const { return (flags_at[i] & bits) != 0; }
  [[nodiscard]] bool capital(std::uint32_t i) const {
    return document.tokens[i].is(token_capital) && !document.tokens[i].is(token_compound);
  }
  [[nodiscard]] bool is_possessive(std::uint32_t i) const {
    return i < document.tokens.size() && document.tokens[i].is(token_possessive);
  }
  [[nodiscard]] bool punctuation(std::uint32_t i, char c) const {
    return i < document.tokens.size() && document.tokens[i].punctuation == c;
  }
  /// Whether token `i` stands in the title, where capitals tell little.
  [[nodiscard]] bool is_headline(std::uint32_t i) const {
    return document.tokens[i].begin < document.body;
  }
  /// Whether token `i` stands in the title or in a heading of the text.
  [[nodiscard]] bool is_heading(std::uint32_t i) const {
    return document.headings[document.sentence_of[i]];
  }
  /// The sentence that token `i` stands in.
  [[nodiscard]] Range sentence(std::uint32_t i) const {
    return document.sentences[document.sentence_of[i]];
  }
  /// Whether a hit of one of `kinds` begins at token `i`.
  [[nodiscard]] bool begins(std::uint32_t i, KindSet kinds) const {
    return i < kinds_at.size() && (kinds_at[i] & kinds) != 0;
  }
  // Where in [i, end) the first token stands of which something holds; `end` where none does. For
  // whoever looks for what is rare in all tokens. REQUIRES: `end` is no more than there are tokens.

  /// That a hit of one of `kinds` begins there.
  [[nodiscard]] std::uint32_t next_begin(std::uint32_t i, std::uint32_t end, KindSet kinds) const {
    while (i < end && (kinds_at[i] & kinds) == 0) {
      ++i;
    }
    return i;
  }
  /// That its word has one of `bits`.
  [[nodiscard]] std::uint32_t next_with(std::uint32_t i, std::uint32_t end, WordSet bits) const {
    while (i < end && !has(i, bits)) {
      ++i;
    }
    return i;
  }
  /// That it is `word`, which is in the vocabulary.
  [[nodiscard]] std::uint32_t next_word(std::uint32_t i, std::uint32_t end,
                                        std::uint32_t word) const {
    while (i < end && document.tokens[i].word != word) {
      ++i;
    }
    return i;
  }
  /// That it is the punctuation `c`.
  [[nodiscard]] std::uint32_t next_punctuation(std::uint32_t i, std::uint32_t end, char c) const {
    while (i < end && document.tokens[i].punctuation != c) {
      ++i;
    }
    return i;
  }
  /// The longest hit of the kinds in `kinds` that begins at token `i` and ends by `end`, or none.
  // Inlined wherever it is asked: at most tokens no hit begins.
  [[nodiscard, gnu::always_inline]] const Hit* longest_hit(std::uint32_t i, KindSet kinds,
                                                           std::uint32_t end) const {
    return begins(i, kinds) ? longest_of_hits(i, kinds, end) : nullptr;
  }

 private:
  [[nodiscard]] const Hit* longest_of_hits(std::uint32_t i, KindSet kinds, std::uint32_t end) const;
};

// The stages, one file each.
void find_boilerplate(Analysis& analysis);
void read_text(Analysis& analysis);
void find_phrases(Analysis& analysis);
void find_citations(Analysis& analysis);
void find_dates(Analysis& analysis);
void find_names(Analysis& analysis);
void tell_surnames_from_places(Analysis& analysis);
void find_act_committees(Analysis& analysis);
void find_listed_bodies(Analysis& analysis);
void tell_countries_from_parts(Analysis& analysis);
void find_posts(Analysis& analysis);
void resolve_names(Analysis& analysis);
void resolve_citations(Analysis& analysis);
void find_events(Analysis& analysis);
void find_clauses(Analysis& analysis);
void resolve_events(Analysis& analysis);
void find_quotations(Analysis& analysis);
/// Of several texts at once, so that each of its own stages runs on all of them.
void find_relations(std::span<Analysis> analyses);

}  // namespace pressgraph
