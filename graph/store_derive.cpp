// SPDX-License-Identifier: Apache-2.0
// Which copy of a release speaks, the names of nodes, and the words to search.
#include "graph/store_derive.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include <sqlite3.h>

#include "graph/copies.hpp"
#include "graph/edge_days.hpp"
#include "graph/given_rows.hpp"
#include "graph/names.hpp"
#include "graph/packed.hpp"
#include "graph/schema.hpp"
#include "graph/side_index.hpp"
#include "graph/statement.hpp"
#include "graph/store_schema.hpp"
#include "graph/texts.hpp"

namespace pressgraph {
namespace {

void mark_all_speakers(sqlite3* database) {
  execute(database,
          "UPDATE release SET live = 1 WHERE live = 0; UPDATE copy SET speaker = release WHERE "
          "speaker <> release");
  const auto speakers = all_with_copies(database);
  Statement silence(database, "UPDATE release SET live = 0 WHERE id = ?");
  for (const auto& each : speakers) {
    if (each.speaker != each.release) {
      silence.bind(each.release).run();
    }
  }
  keep_speakers(database, speakers);
}

// ---- what a release adds when it speaks, and takes away when it falls silent ----

/// Puts the words of each sentence into the full-text index, or takes them out.
class SentenceIndex {
 public:
  SentenceIndex(sqlite3* database, bool speaks)
      : change_(database, speaks ? "INSERT INTO words(rowid, text) VALUES(?, ?)"
                                 : "INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)"),
        texts_(database),
        sentences_(database) {}

  void change(std::int64_t release) {
    const std::string_view text = texts_.of(release);
    auto [number, spans] = sentences_.of(release);
    for (const auto& span : spans) {
      const auto begin = std::min<std::size_t>(span.begin, text.size());
      change_.bind(number++, text.substr(begin, span.end - span.begin)).run();
    }
  }

 private:
  Statement change_;
  Texts texts_;
  Sentences sentences_;
};

std::vector<ToldTrait> traits_of(sqlite3* database, std::int64_t release) {
  Statement row(database, "SELECT traits FROM release_trait WHERE release = ?");
  row.bind(release);
  return row.step() ? unpacked_traits(row.text(0)) : std::vector<ToldTrait>();
}

void let_speak(sqlite3* database, std::int64_t release, bool speaks, Touched& touched) {
  const int delta = speaks ? 1 : -1;
  Statement(database, "UPDATE release SET live = ? WHERE id = ?")
      .bind(speaks ? 1 : 0, release)
      .run();
  Statement(database, "UPDATE meta SET value = CAST(value AS INTEGER) + ? WHERE key = 'speaking'")
      .bind(delta)
      .run();
  Statement trait(database,
                  "UPDATE trait SET live = live + ?1, main = main + ?2 WHERE id = ?3 RETURNING "
                  "node, live, main");
  const int edge = speaks ? 1 : 0;  // told by the first release, or by none any more
  std::set<std::int64_t> nodes;
  for (const auto& told : traits_of(database, release)) {
    for (trait.bind(delta, told.main ? delta : 0, told.row); trait.step();) {
      nodes.insert(trait.integer(0));
      if (trait.integer(1) == edge || (told.main && trait.integer(2) == edge)) {
        touched.retold.insert(trait.integer(0));
      }
    }
  }
  Statement count(database, "UPDATE node SET releases = releases + ? WHERE id = ?");
  for (const auto row : nodes) {
    count.bind(delta, row).run();
    touched.rows.insert(row);
  }
  SentenceIndex(database, speaks).change(release);
}

/// How many releases that speak have each trait, call a node so first, and name each node.
class Counts {
 public:
  explicit Counts(sqlite3* database)
      : nodes_of_traits_(greatest(database, "trait")),
        live_(nodes_of_traits_.size()),
        main_(nodes_of_traits_.size()),
        releases_(greatest(database, "node")),
        counted_for_(releases_.size()) {
    Statement traits(database, "SELECT id, node FROM trait INDEXED BY trait_node");
    while (traits.step()) {
      nodes_of_traits_[index(traits.integer(0))] = index(traits.integer(1));
    }
    Statement rows(database,
                   "SELECT rt.release, rt.traits FROM release r JOIN release_trait rt ON "
                   "rt.release = r.id WHERE r.live");
    while (rows.step()) {
      for (const auto& told : unpacked_traits(rows.text(1))) {
        add(rows.integer(0), told);
      }
    }
  }

  /// The node that a release which speaks tells this trait of.
  [[nodiscard]] std::optional<std::int64_t> node_told_by(std::int64_t trait) const {
    const auto place = index(trait);
    const bool told = place < live_.size() && live_[place] > 0;
    return told ? std::optional(static_cast<std::int64_t>(nodes_of_traits_[place])) : std::nullopt;
  }

  /// What is told so often already, as of most, is not written again.
  void write(sqlite3* database) const {
    Statement trait(database, "UPDATE trait SET live = ?1, main = ?2 WHERE id = ?3");
    for (const auto row : rows_where(database, "SELECT id, live, main FROM trait",
                                     [this](std::size_t i, std::int64_t live, std::int64_t main) {
                                       return live != live_[i] || main != main_[i];
                                     })) {
      trait.bind(live_[row], main_[row], static_cast<std::uint64_t>(row)).run();
    }
    Statement node(database, "UPDATE node SET releases = ?1 WHERE id = ?2");
    for (const auto row : rows_where(database, "SELECT id, releases, 0 FROM node",
                                     [this](std::size_t i, std::int64_t releases, std::int64_t) {
                                       return releases != releases_[i];
                                     })) {
      node.bind(releases_[row], static_cast<std::uint64_t>(row)).run();
    }
  }

 private:
  static std::size_t greatest(sqlite3* database, const std::string& table) {
    Statement last(database, "SELECT coalesce(max(id), 0) FROM " + table);
    last.step();
    return index(last.integer(0)) + 1;
  }

  static std::size_t index(std::int64_t row) { return static_cast<std::size_t>(row); }

  // The rows with a number and two more of which `differs` is true.
  template <typename Differs>
  static std::vector<std::size_t> rows_where(sqlite3* database, const char* sql, Differs differs) {
    std::vector<std::size_t> rows;
    Statement all(database, sql);
    while (all.step()) {
      const auto row = index(all.integer(0));
      if (differs(row, all.integer(1), all.integer(2))) {
        rows.push_back(row);
      }
    }
    return rows;
  }

  // Releases come one after another.
  void add(std::int64_t release, const ToldTrait& told) {
    const auto trait = index(told.row);
    if (trait >= live_.size()) {
      return;  // damaged: `check` tells
    }
    live_[trait] += 1;
    main_[trait] += told.main ? 1U : 0U;
    const auto node = nodes_of_traits_[trait];
    if (counted_for_[node] != release) {
      counted_for_[node] = release;
      releases_[node] += 1;
    }
  }

  // Each by row.
  std::vector<std::size_t> nodes_of_traits_;
  std::vector<std::uint32_t> live_;
  std::vector<std::uint32_t> main_;
  std::vector<std::uint32_t> releases_;
  std::vector<std::int64_t> counted_for_;  // the last release
};

// ---- names ----

// The authority's name, else the form that most releases use as the name; the longest, then the
// smallest in bytes of those.
constexpr const char* name_nodes = R"sql(
  UPDATE node SET
    named = (SELECT coalesce(sum(m.releases), 0) FROM node m WHERE m.canonical = node.id),
    name = coalesce(
      (SELECT t.id FROM node m JOIN trait t ON t.node = m.id
       WHERE m.canonical = node.id AND t.name = 'authority_name' AND t.live > 0 ORDER BY t.value LIMIT 1),
      (SELECT min(t.id) FROM node m JOIN trait t ON t.node = m.id
       WHERE m.canonical = node.id AND t.name = '' AND t.main > 0
       GROUP BY t.value ORDER BY sum(t.main) DESC, length(t.value) DESC, t.value LIMIT 1), 0) )sql";

// The one form of each node that stands for itself, by row; 0 where there is none, `several` where
// `name_nodes` has to choose.
constexpr std::int64_t several = -1;

std::vector<std::int64_t> only_forms(sqlite3* database,
                                     const std::vector<std::int64_t>& canonical) {
  std::vector<std::int64_t> forms(canonical.size());
  Statement rows(
      database,
      "SELECT node, id FROM trait WHERE live > 0 AND ((name = '' AND main > 0) OR name = "
      "'authority_name')");
  while (rows.step()) {
    const auto node = static_cast<std::size_t>(rows.integer(0));
    if (node < canonical.size()) {
      auto& form = forms[static_cast<std::size_t>(canonical[node])];
      form = form == 0 ? rows.integer(1) : several;
    }
  }
  return forms;
}

struct NamedNode {
  std::int64_t canonical = 0;
  std::int64_t releases = 0;
  std::int64_t name = 0;
  std::int64_t named = 0;
};

// The same as `name_nodes` of all: most have one form and no one to be one with, and have been
// written with their name.
void name_all_nodes(sqlite3* database) {
  std::vector<NamedNode> nodes;
  Statement rows(database, "SELECT id, canonical, releases, name, named FROM node ORDER BY id");
  while (rows.step()) {
    nodes.resize(static_cast<std::size_t>(rows.integer(0)) + 1);
    nodes.back() = {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)};
  }
  std::vector<std::int64_t> canonical(nodes.size());
  std::vector<std::int64_t> named(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    canonical[i] = nodes[i].canonical;
    named[static_cast<std::size_t>(canonical[i])] += nodes[i].releases;
  }
  const auto forms = only_forms(database, canonical);
  Statement choose(database, std::string(name_nodes) + "WHERE id = ?");
  Statement set(database, "UPDATE node SET name = ?, named = ? WHERE id = ?");
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    const auto row = static_cast<std::int64_t>(i);
    if (nodes[i].canonical != row) {
      continue;
    }
    if (forms[i] == several) {
      choose.bind(row).run();
    } else if (forms[i] != nodes[i].name || named[i] != nodes[i].named) {
      set.bind(forms[i], named[i], row).run();
    }
  }
}

// Of the forms that are told, and of those that no release tells any more.
constexpr const char* forms_of_node =
    "SELECT value, live > 0, name FROM trait WHERE node = ?1 AND name IN ('', 'authority_name', "
    "'former_name') AND "
    "EXISTS (SELECT 1 FROM node n WHERE n.id = ?1 AND n.type NOT IN (?2, ?3))";

/// Puts the words of a node's names into the index of names, or takes them out.
class NameIndex {
 public:
  explicit NameIndex(sqlite3* database)
      : database_(database),
        forms_(database, forms_of_node),
        remove_(database, "DELETE FROM word WHERE word = ? AND node = ?"),
        insert_(database, "INSERT OR IGNORE INTO word VALUES(?, ?)"),
        count_(database,
               "INSERT INTO spelling VALUES(?1, ?2) ON CONFLICT DO UPDATE SET nodes = nodes + ?2"),
        forget_(database, "DELETE FROM spelling WHERE word = ? AND nodes = 0") {}

  void change(std::int64_t row) {
    std::set<std::string> told;
    std::set<std::string> silent;
    forms_.bind(row, static_cast<int>(NodeType::statement), static_cast<int>(NodeType::release));
    while (forms_.step()) {
      for (auto& word : name_keys(name_in_trait(forms_.view(2), forms_.view(0)))) {
        (forms_.integer(1) != 0 ? told : silent).insert(std::move(word));
      }
    }
    for (const auto& word : silent) {
      if (!told.contains(word)) {
        remove_.bind(word, row).run();
        count(word, -1);
        forget_.bind(word).run();
      }
    }
    for (const auto& word : told) {
      insert_.bind(word, row).run();
      count(word, 1);
    }
  }

 private:
  // Where the row of `word` has just been written or taken out.
  void count(const std::string& word, int more) {
    if (sqlite3_changes(database_) > 0 && is_word(word)) {
      count_.bind(word, more).run();
    }
  }

  sqlite3* database_;
  Statement forms_;
  Statement remove_;
  Statement insert_;
  Statement count_;
  Statement forget_;
};

// Words and nodes in their order, so that they fill their pages.
class WordRows final : public GivenRows {
 public:
  WordRows(const std::vector<std::string>& words, const std::vector<FoundWord>& rows)
      : words_(words), rows_(rows) {}

  bool next() noexcept override { return at_++ < rows_.size(); }

  void give(int column, GivenValue& value) const noexcept override {
    const auto& row = rows_[at_ - 1];
    if (column == 0) {
      value.set_text(words_[row.word]);
    } else {
      value.set(std::int64_t{row.row});
    }
  }

 private:
  const std::vector<std::string>& words_;
  const std::vector<FoundWord>& rows_;
  std::size_t at_ = 0;  // behind the row that is given
};

// In place of traits the nodes that they are told of, each once a word.
void put_nodes(std::vector<FoundWord>& told, const Counts& counts) {
  std::size_t kept = 0;
  for (const auto& each : told) {
    if (const auto node = counts.node_told_by(each.row)) {
      told[kept++] = {each.word, static_cast<std::uint32_t>(*node)};
    }
  }
  told.resize(kept);
  std::ranges::sort(told);
  told.erase(std::unique(told.begin(), told.end()), told.end());
}

// How many nodes each word has that is one.
std::vector<FoundWord> spellings(const FoundWords& found) {
  std::vector<FoundWord> counted;
  for (const auto& each : found.told) {
    if (!is_word(found.words[each.word])) {
      continue;
    }
    if (counted.empty() || counted.back().word != each.word) {
      counted.push_back({each.word, 0});
    }
    ++counted.back().row;
  }
  return counted;
}

void index_all_names(sqlite3* database, const Counts& counts, SideIndex& side) {
  execute(database, "DELETE FROM word; DELETE FROM spelling");
  auto found = side.words();
  put_nodes(found.told, counts);
  WordRows words(found.words, found.told);
  Statement(database, "INSERT INTO word SELECT c0, c1 FROM given_rows(?)").bind_rows(words).run();
  const auto counted = spellings(found);
  WordRows spelt(found.words, counted);
  Statement(database, "INSERT INTO spelling SELECT c0, c1 FROM given_rows(?)")
      .bind_rows(spelt)
      .run();
}

void derive_all_but_sentences(sqlite3* database, SideIndex& side) {
  const Counts counts(database);
  counts.write(database);
  side.complete_names(database);
  resolve_identity(database, nullptr);
  name_all_nodes(database);
  index_all_names(database, counts, side);
  derive_all_days(database);
}

}  // namespace

void derive_all_but_words(sqlite3* database) {
  SideIndex side(false);
  mark_all_speakers(database);
  derive_all_but_sentences(database, side);
}

void derive_all(sqlite3* database, SideIndex& side) {
  // What is in the log is slow to read: it is brought into the file after each step. A store that
  // is not finished is derived anew.
  const auto settle = [database] { execute(database, "COMMIT; BEGIN IMMEDIATE"); };
  execute(database, store_indexes);
  mark_all_speakers(database);
  side.complete_releases(database);
  settle();
  derive_all_but_sentences(database, side);
  settle();
  // What is sorted in pieces that stay in the processor's cache is sorted in half the time.
  execute(database, "PRAGMA cache_size = -4096");
  execute(database, edge_indexes);
  execute(database, "PRAGMA cache_size = -65536");
  settle();
  side.write_sentences(database);
}

void derive_speakers(sqlite3* database, const std::vector<std::int64_t>& rows, Touched& touched) {
  const auto speakers = speakers_among(database, rows);
  for (const auto& each : speakers) {
    const bool speaks = each.speaker == each.release;
    if (speaks != each.live) {
      let_speak(database, each.release, speaks, touched);
    }
  }
  keep_speakers(database, speakers);
}

void silence(sqlite3* database, std::int64_t row, Touched& touched) {
  Statement live(database, "SELECT live FROM release WHERE id = ?");
  live.bind(row);
  if (live.step() && live.integer(0) != 0) {
    let_speak(database, row, false, touched);
  }
}

void derive_nodes(sqlite3* database, const Touched& touched,
                  const std::vector<std::int64_t>& added) {
  // One that another stands for has no name of its own.
  Statement name(database, std::string(name_nodes) + "WHERE id = ? AND canonical = id");
  const auto [placed, renamed] = resolve_identity(database, &touched);
  for (const auto row : renamed) {
    name.bind(row).run();
  }
  derive_days(database, placed, added);
  NameIndex names(database);
  for (const auto row : touched.retold) {
    names.change(row);
  }
}

}  // namespace pressgraph
