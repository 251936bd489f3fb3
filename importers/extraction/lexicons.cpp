// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/lexicons.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "graph/error.hpp"
#include "graph/former_names.hpp"
#include "graph/identity.hpp"
#include "importers/extraction/fold.hpp"
#include "importers/extraction/image.hpp"
#include "importers/extraction/known_words.hpp"
#include "importers/extraction/lexicon_check.hpp"
#include "importers/extraction/schema_tree.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view functions =
    "the a an of on in at to for by with from and or nor but as he she they it his her their "
    "its this that these those who whom whose which what when where while if then than so "
    "such not no we i you our my your us him them me is are was were be been being has have "
    "had do does did will would shall should can could may might must into onto upon about "
    "against between among through during before after since until under over per via within "
    "without toward towards also both either neither each all any some other another more "
    "most many several there here today yesterday tomorrow including according pursuant "
    "regarding concerning near du";
constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 12> short_months{"jan", "feb", "mar",  "apr", "may", "jun",
                                                        "jul", "aug", "sept", "oct", "nov", "dec"};
constexpr std::string_view weekdays = "monday tuesday wednesday thursday friday saturday sunday";
constexpr std::array<std::string_view, 21> ordinals{
    "",           "first",     "second",    "third",       "fourth",     "fifth",      "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
constexpr std::array<std::string_view, 21> cardinals{
    "",         "one",     "two",     "three",     "four",     "five",     "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};

// Fills Lexicons from TOML. One function a file; the tables that only loading needs live here.
class Loader {
 public:
  Loader(Lexicons& lexicons, std::span<const SchemaFile> files) : k_(lexicons), files_(files) {}

  // Words are numbered as they come: first those that most texts have and that begin phrases, last
  // the long lists. What is looked up by a word's number then lies together, and few words of a
  // text are looked up far behind.
  void load() {
    number_known_words(k_.words, k_.vocabulary);
    words();
    titles();
    heads();
    events();
    names("lexicons/countries.toml", "country", Kind::country, NodeType::place);
    names("lexicons/places.toml", "place", Kind::place, NodeType::place);
    names("lexicons/bodies.toml", "body", Kind::body, NodeType::agency);
    names("lexicons/instruments.toml", "instrument", Kind::instrument, NodeType::instrument);
    states();
    verbs();
    given_names();
    common_words();
    size_tables();
  }

 private:
  std::uint32_t number(std::string_view word) { return number(word, Vocabulary::key_of(word)); }

  std::uint32_t number(std::string_view word, const Vocabulary::Key& key) {
    const auto n = k_.vocabulary.add(word, key);
    if (n >= k_.word_flags.size()) {
      k_.word_flags.resize(n + 1 + n / 2);
    }
    return n;
  }

  void flag(std::string_view word, WordSet bits) { k_.word_flags.at_own(number(word)) |= bits; }

  void flag_list(std::string_view spaced, WordSet bits) {
    const auto is_space = [](char c) { return c == ' ' || c == '\n'; };
    std::vector<std::string_view> words;
    for (const auto* at = spaced.begin(); at != spaced.end();) {
      const auto* const end = std::find_if(at, spaced.end(), is_space);
      if (end != at) {
        words.emplace_back(at, static_cast<std::size_t>(end - at));
      }
      at = std::find_if_not(end, spaced.end(), is_space);
    }
    flag_all(words, bits);
  }

  // Each asks for the memory of one some words ahead.
  void flag_all(const std::vector<std::string_view>& words, WordSet bits) {
    constexpr std::size_t ahead = 8;
    std::array<Vocabulary::Key, ahead> keys;
    for (std::size_t i = 0; i < words.size() + ahead; ++i) {
      if (i >= ahead) {
        k_.word_flags.at_own(number(words[i - ahead], keys[i % ahead])) |= bits;
      }
      if (i < words.size()) {
        keys[i % ahead] = Vocabulary::key_of(words[i]);
        k_.vocabulary.prefetch(keys[i % ahead]);
      }
    }
  }

  // The words of a phrase as the tokenizer cuts them; each gets its number.
  std::vector<std::uint32_t> phrase_words(std::string_view text) {
    return numbers_of(text, tokenize(text, k_.vocabulary));
  }

  std::vector<std::uint32_t> numbers_of(std::string_view text, const std::vector<Token>& tokens) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(tokens.size());
    for (const auto& token : tokens) {
      if (token.word != 0) {
        numbers.push_back(token.word);
        continue;
      }
      const auto word = folded(text.substr(token.begin, token.end - token.begin));
      numbers.push_back(number(token.is(token_possessive) ? "'s" : word));
    }
    return numbers;
  }

  void phrase(std::string_view text, Kind kind, std::size_t entry, WordSet bits = 0) {
    const auto numbers = phrase_words(text);
    if (numbers.empty()) {
      return;
    }
    if (numbers.size() == 1) {
      k_.word_flags.at_own(numbers[0]) |= bits;
    }
    k_.phrases.add(numbers, {kind, static_cast<std::uint32_t>(entry), CaseRule::any, false, {}});
  }

  void name(std::string_view text, Kind kind, std::size_t entry) {
    const auto tokens = tokenize(text, k_.vocabulary);
    const auto numbers = numbers_of(text, tokens);
    if (numbers.empty()) {
      return;
    }
    Phrase made{kind,
                static_cast<std::uint32_t>(entry),
                CaseRule::capital,
                tokens.back().is(token_capital),
                {}};
    const auto uppers = std::ranges::count_if(text, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (tokens.size() == 1 && (uppers >= 2 || text.size() <= 3)) {
      made.rule = CaseRule::exact;
      made.written = text;
    }
    if (kind == Kind::place) {
      note_namesake(numbers, made.entry);
    }
    k_.phrases.add(numbers, made);
  }

  void note_namesake(const std::vector<std::uint32_t>& words, std::uint32_t place) {
    const auto other = k_.phrases.entry_of(words, Kind::place);
    if (other && k_.things[*other].country != k_.things[place].country) {
      k_.namesakes.push_back({place, *other});
    }
  }

  // Valid until the next call: the next lexicon takes the place of this one.
  const SchemaValue* file(const std::string& path) {
    const auto source = std::ranges::find(files_, path, &SchemaFile::path);
    if (source == files_.end()) {
      return nullptr;
    }
    tree_.emplace(*source);
    if (!source->built_in) {
      check_lexicon(*source);
    }
    return &tree_->root();
  }

  const SchemaValue& required(const std::string& path) {
    const auto* table = file(path);
    if (table == nullptr) {
      throw Error(path + ": not among the schemas, expected it beside the others (--schemas DIR)");
    }
    return *table;
  }

  template <typename Visit>
  static void each_string(const SchemaValue& list, Visit visit) {
    for (const auto& item : list.items()) {
      if (const auto text = item.text()) {
        visit(*text);
      }
    }
  }

  void common_words() {
    flag_list(required("lexicons/words.toml")["common"].text_or({}), word_common);
  }

  void words() {
    flag_list(functions, word_function | word_common);
    flag_list(weekdays, word_weekday);
    for (std::size_t m = 0; m < months.size(); ++m) {
      number_month(months[m], m + 1);
      number_month(short_months[m], m + 1);
      number_month(std::string(short_months[m]) + ".", m + 1);
    }
    number_month("sep.", 9);
    for (std::size_t n = 1; n < ordinals.size(); ++n) {
      flag(ordinals[n], word_ordinal | word_event_modifier);
      small_number(ordinals[n], n);
      small_number(cardinals[n], n);
    }
  }

  void number_month(std::string_view word, std::size_t month) {
    flag(word, word_month);
    set_small(k_.months, number(word), month);
  }

  void small_number(std::string_view word, std::size_t value) {
    set_small(k_.small_numbers, number(word), value);
  }

  static void set_small(Table<std::uint8_t>& table, std::uint32_t at, std::size_t value) {
    if (table.size() <= at) {
      table.resize(at + 1);
    }
    table.at_own(at) = static_cast<std::uint8_t>(value);
  }

  void titles() {
    const auto& table = required("lexicons/titles.toml");
    const auto honorific = [&](const char* key, WordSet bits) {
      each_string(table[key], [&](std::string_view text) {
        phrase(text, Kind::honorific, 0, word_honorific | bits);
      });
    };
    honorific("honorific", 0);
    honorific("honorific_m", word_honorific_m);
    honorific("honorific_f", word_honorific_f);
    each_string(table["ranks"], [&](auto text) { phrase(text, Kind::rank, 0, word_rank); });
    each_string(table["post_heads"], [&](std::string_view text) {
      phrase(text, Kind::post, 0, word_post);
      phrase(std::string(text) + "-elect", Kind::post, post_to_come, word_post);
      phrase(std::string(text) + "-designate", Kind::post, post_to_come, word_post);
    });
    each_string(table["professions"],
                [&](auto text) { phrase(text, Kind::post, post_of_profession, word_post); });
    each_string(table["province_posts"], [&](auto text) { phrase(text, Kind::province_post, 0); });
    each_string(table["persons"], [&](auto text) { phrase(text, Kind::person, 0); });
    each_string(table["relatives"],
                [&](auto text) { phrase(text, Kind::person, person_relative); });
    each_string(table["forces"], [&](auto text) { phrase(text, Kind::person, person_forces); });
    each_string(table["chiefs"], [&](auto text) { phrase(text, Kind::person, person_chief); });
    each_string(table["chief_posts"],
                [&](auto text) { phrase(text, Kind::person, person_leading); });
    const auto single = [&](const char* key, WordSet bits) {
      each_string(table[key], [&](std::string_view text) { flag(folded(text), bits); });
    };
    single("post_modifiers", word_modifier);
    single("post_former", word_former);
    single("post_future", word_future);
    single("particles", word_particle);
    single("suffixes", word_suffix);
    single("adverbs", word_adverb);
    single("staff", word_staff);
    single("state_posts", word_state_post);
    single("roles", word_role);
    single("post_after", word_after_post);
  }

  void heads() {
    const auto& table = required("lexicons/heads.toml");
    const auto list = [&](const char* key, Kind kind, WordSet bits) {
      each_string(table[key], [&](std::string_view text) { phrase(text, kind, 0, bits); });
    };
    list("agency", Kind::agency_head, word_agency_head);
    list("vessel", Kind::vessel, 0);
    list("carrier", Kind::carrier, 0);
    list("place_facility", Kind::facility, 0);
    list("instrument_field", Kind::field, 0);
    list("programme_of_state", Kind::state_plan, 0);
    list("place_plant", Kind::plant, 0);
    list("instrument", Kind::instrument_head, word_instrument_head);
    list("place", Kind::place_head, word_place_head);
    each_string(table["instrument_unnamed"],
                [&](auto text) { phrase(text, Kind::instrument_head, head_unnamed); });
    each_string(table["instrument_idea"],
                [&](auto text) { phrase(text, Kind::instrument_head, head_of_idea); });
    const auto single = [&](const char* key, WordSet bits) {
      each_string(table[key], [&](std::string_view text) { flag(folded(text), bits); });
    };
    each_string(table["agency_called"], [&](auto text) { phrase(text, Kind::company, 0); });
    single("agency_weak", word_agency_weak);
    single("agency_short", word_agency_short);
    single("organ", word_organ_head);
    single("instrument_weak", word_instrument_weak);
    single("company", word_company | word_agency_head);
    single("agency_alone", word_alone);
    single("agency_parent", word_parent_head);
    single("agency_seat", word_seat);
    single("agency_seated", word_seated);
    single("agency_class", word_class_head);
    single("agency_of", word_agency_of);
    single("programme", word_programme);
    single("place_area", word_area);
    single("instrument_on", word_order);
    single("award", word_award);
    single("place_process", word_process);
    single("place_first", word_place_first);
    single("generic", word_generic);
    single("instrument_small", word_small_instrument);
    single("instrument_small_kind", word_small_kind);
    single("agency_room", word_chamber);
    single("instrument_signed", word_signed);
    single("instrument_private", word_private);
  }

  void given_names() {
    const auto* table = file("lexicons/given_names.toml");
    if (table == nullptr) {
      return;
    }
    const auto list = [&](const char* key, WordSet bits) {
      each_string((*table)[key], [&](std::string_view text) { flag(folded(text), bits); });
    };
    list("male", word_given | word_male);
    list("female", word_given | word_female);
    list("unisex", word_given);
    list("ambiguous", word_given | word_given_ambiguous);
  }

  void events() {
    const auto& table = required("lexicons/events.toml");
    for (const auto& item : table["class"].items()) {
      k_.event_classes.push_back(item["id"].text_or({}));
      const WordSet bits = item["coded"].truth_or(false) ? WordSet{0} : word_event_head;
      each_string(item["heads"], [&](std::string_view text) {
        phrase(text, Kind::event_head, k_.event_classes.size() - 1, bits);
      });
    }
    each_string(table["weak"]["heads"],
                [&](std::string_view text) { flag(folded(text), word_event_weak); });
    each_string(table["plain"]["heads"],
                [&](std::string_view text) { flag(folded(text), word_plain_event); });
    each_string(table["modifiers"]["words"],
                [&](std::string_view text) { flag(folded(text), word_event_modifier); });
    each_string(table["others"]["words"],
                [&](std::string_view text) { phrase(text, Kind::other_event, 0); });
    each_string(table["special"]["words"],
                [&](std::string_view text) { phrase(text, Kind::special_event, 0); });
    each_string(table["special"]["regular"],
                [&](std::string_view text) { phrase(text, Kind::regular_event, 0); });
    each_string(table["talks"]["heads"],
                [&](std::string_view text) { phrase(text, Kind::talks, 0); });
  }

  void names(const std::string& path, const char* key, Kind kind, NodeType type) {
    const auto* table = file(path);
    if (table == nullptr) {
      return;
    }
    for (const auto& item : (*table)[key].items()) {
      entry(item, path, kind, type);
    }
  }

  void entry(const SchemaValue& view, const std::string& path, Kind kind, NodeType type) {
    const auto text = [&](const char* key) { return view[key].text_or({}); };
    const auto shown = text("name");
    if (shown.empty()) {
      throw Error(path + ": an entry without a name, expected name = \"...\" in each");
    }
    const auto id = text("id").empty() ? slug(shown) : text("id");
    const bool is_country = kind == Kind::country;
    const auto made = is_country ? "country" : text("kind");
    const auto parent = text("parent");
    const auto country = is_country ? id : text("country");
    const auto symbol = text("symbol");
    const auto capital = text("capital");
    const bool ambiguous = view["ambiguous"].truth_or(false);
    const auto index =
        k_.things.add({type, id, shown, made, parent, country, symbol, capital, ambiguous});
    name(shown, kind, index);
    for (const char* list : {"aliases", "acronyms", "translations"}) {
      each_string(view[list], [&](std::string_view alias) { name(alias, kind, index); });
    }
    each_string(view["former"], [&](std::string_view said) { former(said, kind, index); });
    if (const auto code = text("code"); !code.empty()) {
      name(code, Kind::place_code, index);
    }
    each_string(view["demonyms"],
                [&](std::string_view demonym) { name(demonym, Kind::demonym, index); });
  }

  // Extraction asks for these by the thousand.
  void states() {
    for (std::size_t i = 0; i < k_.things.size(); ++i) {
      const auto thing = k_.things[i];
      if (thing.kind == "state") {
        k_.states.push_back(static_cast<std::uint32_t>(i));
      }
      if (thing.type == NodeType::agency && !thing.country.empty()) {
        k_.states_bodies.push_back(static_cast<std::uint32_t>(i));
      }
    }
    std::ranges::stable_sort(k_.states_bodies, {},
                             [this](std::uint32_t index) { return k_.things[index].country; });
  }

  void former(std::string_view said, Kind kind, std::size_t index) {
    k_.former_names.push_back({static_cast<std::uint32_t>(index), std::string(said)});
    name(name_in_trait(former_name_attribute, said), kind, index);
  }

  void verbs() {
    const auto& table = required("lexicons/verbs.toml");
    for (const auto& block : table["verb"].items()) {
      verb(block);
    }
    const auto cue = [&](const char* key, Kind kind) {
      each_string(table["cues"][key], [&](std::string_view text) { phrase(text, kind, 0); });
    };
    each_string(table["collective"]["words"],
                [&](std::string_view text) { flag(folded(text), word_collective); });
    each_string(table["groups"]["words"],
                [&](std::string_view text) { flag(folded(text), word_group); });
    each_string(table["quoting"]["words"],
                [&](std::string_view text) { flag(folded(text), word_quoting); });
    each_string(table["circumstances"]["words"],
                [&](std::string_view text) { flag(folded(text), word_circumstance); });
    each_string(table["takes_place"]["words"],
                [&](std::string_view text) { flag(folded(text), word_takes_place); });
    each_string(table["partners"]["words"],
                [&](std::string_view text) { flag(folded(text), word_partner); });
    each_string(table["speeches"]["words"],
                [&](std::string_view text) { flag(folded(text), word_speech); });
    each_string(table["speeches"]["given"],
                [&](std::string_view text) { flag(folded(text), word_gives_out); });
    cue("negation", Kind::negation);
    cue("scheduled", Kind::scheduled);
    cue("planned", Kind::planned);
    cue("hypothetical", Kind::hypothetical);
    cue("repeated", Kind::repeated);
  }

  void verb(const SchemaValue& view) {
    static constexpr std::array<std::string_view, 10> frames{
        "meet", "speak", "visit", "event", "address", "act", "say", "post", "heard", "present"};
    const auto frame = view["frame"].text_or({});
    const auto* const at = std::ranges::find(frames, frame);
    if (at == frames.end()) {
      throw Error("lexicons/verbs.toml: frame \"" + frame + "\", expected one of the file's head");
    }
    VerbFrame made;
    made.frame = static_cast<Frame>(at - frames.begin());
    const auto relation = view["relation"].text_or("said");
    made.held = relation == "held";
    made.says = made.frame == Frame::say || view["says"].truth_or(false);
    made.companion = view["companion"].truth_or(false);
    made.stays = view["stays"].truth_or(false);
    made.guest = view["guest"].truth_or(false);
    made.gathers = view["gathers"].truth_or(false);
    made.helps = view["helps"].truth_or(false);
    made.audience = view["audience"].truth_or(false);
    made.speech = view["speech"].truth_or(false);
    made.opens = view["opens"].truth_or(false);
    made.relation = relation_named(made.held ? "hosted" : relation).value_or(Relation::said);
    const auto event_class = std::ranges::find(k_.event_classes, view["class"].text_or("meeting"));
    if (event_class == k_.event_classes.end()) {
      throw Error("lexicons/verbs.toml: class \"" + view["class"].text_or("meeting") +
                  "\", expected the id of a [[class]] in lexicons/events.toml");
    }
    made.event_class = static_cast<std::uint8_t>(event_class - k_.event_classes.begin());
    made.noun = view["noun"].text_or({});
    each_string(view["with"], [&](std::string_view text) { made.with.push_back(number(text)); });
    k_.verbs.push_back(std::move(made));
    each_string(view["forms"],
                [&](std::string_view text) { phrase(text, Kind::verb, k_.verbs.size() - 1); });
    flag_endings(view["forms"]);
  }

  // "support" beside "supports" in one list is the form that is most often a noun.
  void flag_endings(const SchemaValue& forms) {
    std::set<std::string> all;
    each_string(forms, [&](std::string_view text) { all.insert(folded(text)); });
    for (const auto& form : all) {
      const auto stem = form.ends_with("y") ? form.substr(0, form.size() - 1) + "ies" : form + "s";
      for (const auto& with_s : {stem, form + "es"}) {
        if (all.contains(with_s)) {
          flag(form, word_base_verb);
          flag(with_s, word_s_verb);
        }
      }
    }
  }

  void size_tables() {
    k_.word_flags.resize(k_.vocabulary.size());
    k_.word_flags.at_own(0) = 0;
    k_.months.resize(k_.vocabulary.size());
    k_.small_numbers.resize(k_.vocabulary.size());
  }

  Lexicons& k_;
  std::span<const SchemaFile> files_;
  std::optional<SchemaTree> tree_;
};

std::string version_of(std::span<const SchemaFile> files) {
  auto hash = hash64({});
  for (const auto& file : files) {
    for (const std::string_view bytes : {std::string_view(file.path), file.text}) {
      hash = hash64(std::string_view("\0", 1), hash64(bytes, hash));
    }
  }
  return hex16(hash);
}

}  // namespace

std::size_t Things::add(const NamedThing& thing) {
  Row row;
  row.id = texts_.add(thing.id);
  row.name = texts_.add(thing.name);
  row.kind = texts_.add(thing.kind);
  row.parent = texts_.add(thing.parent);
  row.country = texts_.add(thing.country);
  row.symbol = texts_.add(thing.symbol);
  row.capital = texts_.add(thing.capital);
  row.type = thing.type;
  row.ambiguous = thing.ambiguous;
  rows_.push_back(row);
  return rows_.size() - 1;
}

Lexicons lexicons_of(std::span<const SchemaFile> files) {
  Lexicons lexicons;
  Loader(lexicons, files).load();
  lexicons.version = version_of(files);
  return lexicons;
}

Lexicons lexicons_from(std::string_view image) {
  Lexicons lexicons;
  ImageReader reader(image);
  reader(lexicons);
  return lexicons;
}

std::string image_of(const Lexicons& lexicons) {
  ImageWriter writer;
  writer(lexicons);
  return writer.take();
}

}  // namespace pressgraph
