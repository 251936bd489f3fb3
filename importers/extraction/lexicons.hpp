// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "importers/extraction/phrases.hpp"
#include "importers/extraction/schemas.hpp"
#include "importers/extraction/table.hpp"
#include "importers/extraction/vocabulary.hpp"

/// schemas/lexicons/ compiled: what extraction knows about names and words.
namespace pressgraph {

/// What is known of a single word, as bits.
using WordSet = std::uint64_t;
enum WordFlag : WordSet {
  word_given = 1U << 0U,  ///< a given name
  word_male = 1U << 1U,
  word_female = 1U << 2U,
  word_given_ambiguous =
      1U << 3U,              ///< a given name that is also something else ("Will", "Georgia")
  word_common = 1U << 4U,    ///< an English word
  word_particle = 1U << 5U,  ///< "van", "bin", "al"
  word_suffix = 1U << 6U,    ///< "Jr."
  word_modifier = 1U << 7U,  ///< stands before a post's head
  word_former = 1U << 8U,
  word_future = 1U << 9U,
  word_agency_head = 1U << 10U,
  word_agency_weak = 1U << 11U,
  word_agency_short = 1U << 12U,
  word_instrument_head = 1U << 13U,
  word_instrument_weak = 1U << 14U,
  word_place_head = 1U << 15U,
  word_event_head = 1U << 16U,
  word_event_weak = 1U << 17U,
  word_event_modifier = 1U << 18U,
  word_post = 1U << 19U,
  word_honorific = 1U << 20U,
  word_rank = 1U << 21U,
  word_month = 1U << 22U,
  word_weekday = 1U << 23U,
  word_function = 1U << 24U,  ///< article, preposition, conjunction, pronoun
  word_ordinal = 1U << 25U,
  word_honorific_m = 1U << 26U,
  word_honorific_f = 1U << 27U,
  word_collective =
      1U << 29U,  ///< those who took part, as a group: "participants", "the two sides"
  word_organ_head = 1U << 28U,     ///< makes an agency an organ of the country before it ("Navy")
  word_company = 1U << 30U,        ///< closes a company's name: "Inc.", "Ltd."
  word_alone = 1U << 31U,          ///< an agency by itself, with no more words: "the Senate"
  word_parent_head = 1ULL << 32U,  ///< heads a body that other bodies are named after
  word_seat = 1ULL << 33U,         ///< an agency's head that is a building too: "Ministry", "House"
  word_programme = 1ULL << 34U,    ///< what is announced as a plan, and also may act: "Programme"
  word_generic = 1ULL << 35U,      ///< makes no name of a head alone: "the Executive Committee"
  word_class_head = 1ULL << 36U,   ///< names a class or a tie of states: "Authorities", "Alliance"
  word_seated = 1ULL << 37U,       ///< takes its place into its name: "Embassy in Quito"
  word_agency_of = 1ULL << 38U,    ///< weak, but a name with what it is of: "Center for Justice"
  word_small_instrument = 1ULL << 39U,  ///< an instrument though written small: "Dayton accords"
  word_area = 1ULL << 40U,        ///< tells, small, that the name beside it is a place: "region"
  word_adverb = 1ULL << 41U,      ///< stands between a subject and its post: "currently", "has"
  word_staff = 1ULL << 42U,       ///< those of a body: "officials", "members"
  word_role = 1ULL << 43U,        ///< leads to a post with "as": "service as Chair"
  word_order = 1ULL << 44U,       ///< an instrument whose subject may follow small: "Decree on ..."
  word_award = 1ULL << 45U,       ///< what persons give their names to: "Prize", "Lecture"
  word_process = 1ULL << 46U,     ///< what is called after a place, small: "format", "process"
  word_after_post = 1ULL << 47U,  ///< "a.i.", "Emeritus"
  word_place_first = 1ULL << 54U,   ///< begins a place's name, whatever follows: "San", "Port"
  word_circumstance = 1ULL << 48U,  ///< of time or manner: "today", "virtually"
  word_speech = 1ULL << 49U,        ///< a speech given: "remarks", "statement"
  word_base_verb = 1ULL << 51U,     ///< a verb without an ending, most also nouns: "support"
  word_s_verb = 1ULL << 52U,        ///< the same with "-s": "supports"
  word_quoting = 1ULL << 55U,       ///< stands between words and their speaker: "..., said X"
  word_plain_event = 1ULL << 53U,   ///< an event's head that says no more than that people meet
  word_gives_out = 1ULL << 56U,     ///< what is done with a statement: "released", "issued"
  word_small_kind = 1ULL << 57U,    ///< what such an instrument is about: "consent decree"
  word_takes_place = 1ULL << 58U,   ///< between an event and where it is: "took", "place", "began"
  word_state_post = 1ULL << 59U,    ///< a post in a government: "Minister", "Secretary"
  word_signed = 1ULL << 60U,        ///< what is signed, an instrument though written small
  word_private = 1ULL << 61U,       ///< makes what is signed a private matter: "lease", "plea"
  word_partner = 1ULL << 63U,       ///< "in cooperation with X", "with the support of Y"
  word_chamber = 1ULL << 62U,       ///< last in a body's name, the room where it meets: "Chamber"
  word_group = 1ULL << 50U  ///< people who stand for what follows: "ministers of", "students from"
};

/// A name of an authority list: country, place, body or instrument. Its texts are those of the
/// Things that it is one of.
struct NamedThing {
  NodeType type = NodeType::agency;
  std::string_view id;       ///< "un-sc", "RUS"; for places and instruments a slug of the name
  std::string_view name;     ///< the name to show
  std::string_view kind;     ///< "organ", "city", ...
  std::string_view parent;   ///< id of the parent body
  std::string_view country;  ///< ISO alpha-3
  std::string_view symbol;   ///< of an instrument
  std::string_view capital;  ///< of a country
  bool ambiguous = false;
};

/// All of them, by number. One is made of what is kept when it is asked for: a reference to a
/// member of `things[i]` keeps that value, a pointer to it does not.
class Things {
 public:
  /// The number of `thing`, whose texts are copied.
  std::size_t add(const NamedThing& thing);

  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  // Inlined, so that of what nobody asks for nothing is read.
  [[gnu::always_inline]] NamedThing operator[](std::size_t number) const {
    const auto& row = rows_[number];
    return {row.type,           texts_[row.id],      texts_[row.name],
            texts_[row.kind],   texts_[row.parent],  texts_[row.country],
            texts_[row.symbol], texts_[row.capital], row.ambiguous};
  }

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.rows_, self.texts_);
  }

 private:
  struct Row {
    std::uint32_t id = 0, name = 0, kind = 0, parent = 0, country = 0, symbol = 0, capital = 0;
    NodeType type = NodeType::agency;
    bool ambiguous = false;
    std::uint16_t unused = 0;
  };

  Table<Row> rows_;
  TextTable texts_;
};

/// A name that a body had.
struct SaidFormerName {
  std::uint32_t thing = 0;  ///< in Lexicons::things
  std::string name;         ///< as graph/former_names.hpp reads it

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.thing, self.name);
  }
};

enum class Frame : std::uint8_t {
  meet,
  speak,
  visit,
  event,
  address,
  act,
  say,
  post,
  heard,
  present
};

struct VerbFrame {
  Frame frame = Frame::say;
  Relation relation = Relation::said;
  bool audience = false;   ///< whoever is told is the audience of an event: "briefed the delegates"
  bool speech = false;     ///< only before a speech by name: "delivered two statements"
  bool opens = false;      ///< spoken to only where it meets: "opened the Council"
  bool held = false;       ///< "held a meeting": hosts it, or takes part where a party follows
  bool says = false;       ///< reports speech, whatever else it does: "told the Council that"
  bool gathers = false;    ///< only those named after people "from" somewhere are present
  bool helps = false;      ///< who does it helps others to: stands in a plain list after "by"
  bool stays = false;      ///< tells where its subject is: "will be in Rome for the summit"
  bool guest = false;      ///< meets whom it brings to a place: "received X at the Palace"
  bool companion = false;  ///< the object is who does it too: "joined X", "accompanied by Y"
  std::uint8_t event_class = 0;
  std::string noun;                 ///< what an address that the verb makes is called: "briefing"
  std::vector<std::uint32_t> with;  ///< the prepositions that may lead to the object

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.frame, self.relation, self.audience, self.speech, self.opens, self.held, self.says,
          self.gathers, self.helps, self.stays, self.guest, self.companion, self.event_class,
          self.noun, self.with);
  }
};

/// Numbers of the words that the engine itself asks for.
struct KnownWords {
  std::uint32_t the = 0, a = 0, an = 0, of = 0, on = 0, in = 0, at = 0, to = 0, for_ = 0, by = 0,
                with = 0, from = 0, and_ = 0, or_ = 0, as = 0, he = 0, she = 0, they = 0, it = 0,
                his = 0, her = 0, their = 0, its = 0, this_ = 0, that = 0, who = 0, which = 0,
                behalf = 0, between = 0, including = 0, today = 0, yesterday = 0, tomorrow = 0,
                we = 0, i = 0, our = 0, my = 0, government = 0, authorities = 0, participants = 0,
                honor = 0, honour = 0, into = 0, against = 0, was = 0, were = 0, is = 0, are = 0,
                be = 0, been = 0, attended = 0, near = 0, these = 0, those = 0, also = 0, not_ = 0,
                statement = 0, remarks = 0, du = 0, de = 0, before = 0, during = 0,
                representing = 0, leaders = 0, pursuant = 0, will = 0, hosted = 0, following = 0,
                appoint = 0, nominate = 0, succeeds = 0, call = 0, city = 0, vice = 0, well = 0,
                along = 0, together = 0, plus = 0, both = 0, then = 0, but = 0, has = 0, have = 0,
                had = 0, would = 0, joint = 0, invitation = 0, margins = 0, titled = 0,
                entitled = 0, theme = 0, present = 0, spokesperson = 0, spokesman = 0,
                spokeswoman = 0, through = 0, here = 0, under = 0, delegation = 0, sidelines = 0,
                ahead = 0, states = 0, countries = 0, people = 0, over = 0, than = 0, more = 0,
                some = 0, about = 0, speakers = 0, place = 0, tour = 0, ceremony = 0, programme = 0,
                program = 0, agenda = 0, schedule = 0, members = 0, joining = 0, via = 0, phone = 0,
                telephone = 0, video = 0, link = 0, conference = 0, what = 0, where = 0, press = 0,
                news = 0, talks = 0, speaker = 0, women = 0, children = 0, affairs = 0,
                national = 0, district = 0, within = 0, alongside = 0, forward = 0, up = 0,
                lead_up = 0, head = 0, state = 0, president = 0, statements = 0, acts = 0,
                agreements = 0, treaties = 0, event = 0, administration = 0, lady = 0,
                gentleman = 0, deputy = 0, senior = 0, acting = 0, gathering = 0, presence = 0,
                attendees = 0;
};

/// Two places of one name, in two countries: San José in Costa Rica, San Jose in California.
struct NamesakePlaces {
  std::uint32_t found = 0;  ///< in Lexicons::things: the one that a phrase finds
  std::uint32_t other = 0;
};

struct Lexicons {
  Vocabulary vocabulary;
  Table<WordSet> word_flags;  ///< by word number
  PhraseTrie phrases;
  Things things;  ///< entries of country, place, body, instrument and demonym phrases
  std::vector<SaidFormerName> former_names;  ///< by thing
  std::vector<NamesakePlaces> namesakes;
  std::vector<std::uint32_t> states_bodies;  ///< of the bodies of countries among them, by country
  std::vector<std::uint32_t> states;         ///< of the states that a country is made of
  std::vector<VerbFrame> verbs;              ///< entries of verb phrases
  std::vector<std::string> event_classes;    ///< entries of event_head phrases
  Table<std::uint8_t> months;                ///< by word number: 1..12, 0 for none
  Table<std::uint8_t> small_numbers;  ///< by word number: "first" and "one" are 1; 0 for none
  KnownWords words;
  std::string version;  ///< hash of all schemas, those that are no lexicons too

  template <typename Self, typename Image>
  static void members(Self& self, Image& image) {
    image(self.vocabulary, self.word_flags, self.phrases, self.things, self.former_names,
          self.namesakes, self.states_bodies, self.states, self.verbs, self.event_classes,
          self.months, self.small_numbers, self.words, self.version);
  }
};

/// Compiles the lexicons among `files`. Throws Error that names file, entry and what is wrong.
Lexicons lexicons_of(std::span<const SchemaFile> files);

/// The same from what `image_of` made of them (image.hpp).
Lexicons lexicons_from(std::string_view image);
std::string image_of(const Lexicons& lexicons);

}  // namespace pressgraph
