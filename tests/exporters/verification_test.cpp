// SPDX-License-Identifier: Apache-2.0
// Files that were exported, changed or not, held to their store.
#include <algorithm>
#include <filesystem>
#include <map>
#include <numeric>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "exporters/graphml.hpp"
#include "exporters/verification/turtle_pieces.hpp"
#include "exporters/verification/verify_export.hpp"
#include "graph/error.hpp"
#include "tests/exporters/folder_in_memory.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

using Files = std::map<std::string, std::string>;

/// The sample, with texts that break careless readers.
Extraction hostile_extraction() {
  auto made = sample_extraction();
  made.release.publisher = "Harbour Council";
  made.nodes[1].aliases = {"=1+1",
                           "CR\rLF\n\nTAB\tBELL\x07 DEL\x7f END\\",
                           "\xEF\xBF\xBE",
                           "\xF0\x9F\x87\xBA \xD7\xA9\xD7\x9C",
                           "e\xCC\x81 \\u0041 '''\"\"\"",
                           "<a href=\"x\">&amp;]]> ; | , {} . # @prefix",
                           "A/CONF.1/INF/2"};
  made.nodes[3].attributes.push_back({"link", "https://a.example/b c{d}|e\\f^g`h<i>\"j%zz%41"});
  made.nodes[3].attributes.push_back({"colour", " blue\n"});
  made.release.topics.push_back("A. B . C; \"D\" <E>");
  return made;
}

class Verification : public testing::Test {
 protected:
  Verification() {
    std::filesystem::create_directories(folder_);
    auto store = Store::create(folder_ / "store");
    store.add({hostile_extraction()});
    store.finish();
  }
  ~Verification() override { std::filesystem::remove_all(folder_); }
  Verification(const Verification&) = delete;
  Verification& operator=(const Verification&) = delete;

  Store store() { return Store::open(folder_ / name_); }

  /// From here on the store is one of two releases, the later one by another publisher.
  void have_two_releases() {
    auto later = sample_extraction();
    later.release.id = "quay-2024-05-01";
    later.release.url = "https://quay.example.org/1";
    later.release.published = "2024-05-01";
    later.release.publisher = "Sea-Bed Council";  // as long as the other: spans hold
    later.release.text += " The quay is open.";
    later.nodes[5].name = later.release.publisher;
    name_ = "two";
    auto store = Store::create(folder_ / name_);
    store.add({hostile_extraction(), later});
    store.finish();
  }

  std::string exported(ExportFormat format, const ExportOptions& options = {}) {
    std::ostringstream out;
    write_export(store(), format, options, out);
    return out.str();
  }

  Files folder(ExportFormat format, const ExportOptions& options = {}) {
    FolderInMemory files;
    write_export(store(), format, options, files);
    return files.contents();
  }

  ExportProof proof(const std::string& text, const ExportOptions& options = {}) {
    return verify_export(store(), options,
                         [&text] { return std::make_unique<std::istringstream>(text); });
  }

  ExportProof proof(const Files& files, const ExportOptions& options = {}) {
    ExportedFolder folder;
    for (const auto& file : files) {
      folder.names.push_back(file.first);
    }
    folder.open = [&files](const std::string& name) {
      return std::make_unique<std::istringstream>(files.at(name));
    };
    return verify_export(store(), options, folder);
  }

  /// What is reported of `text`; an error's message where it cannot be read.
  template <typename Exported>
  std::vector<std::string> differences(const Exported& exported,
                                       const ExportOptions& options = {}) {
    try {
      const auto found = proof(exported, options);
      EXPECT_EQ(found.comparison.equal, found.comparison.differences.empty());
      return found.comparison.differences;
    } catch (const Error& error) {
      return {error.what()};
    }
  }

 private:
  std::string name_ = "store";
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                  ("pressgraph-verification-" + std::to_string(::getpid()) + "-" +
                                   testing::UnitTest::GetInstance()->current_test_info()->name());
};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

/// `text` without the line that holds `part`.
std::string without_line(const std::string& text, const std::string& part) {
  const auto at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  const auto start = text.rfind('\n', at) + 1;
  return text.substr(0, start) + text.substr(text.find('\n', at) + 1);
}

std::vector<ExportFormatInfo> files_of_one() {
  std::vector<ExportFormatInfo> rows;
  std::ranges::copy_if(export_formats(), std::back_inserter(rows),
                       [](const ExportFormatInfo& row) { return !row.extension.empty(); });
  return rows;
}

TEST_F(Verification, PassesWhatEveryWriterWrites) {
  for (const auto claims : {Claims::apart, Claims::together}) {
    ExportOptions options;
    options.claims = claims;
    options.selection.statuses = 0x1F;
    for (const auto& row : files_of_one()) {
      EXPECT_THAT(differences(exported(row.format, options), options), ElementsAre()) << row.name;
    }
    for (const auto& profile : graphml_profiles()) {
      options.profile = profile.name;
      EXPECT_THAT(differences(exported(ExportFormat::graphml, options), options), ElementsAre())
          << profile.name;
    }
    for (const auto format : {ExportFormat::csv, ExportFormat::neo4j_csv}) {
      EXPECT_THAT(differences(folder(format, options), options), ElementsAre());
    }
  }
}

TEST_F(Verification, ReadsQuotedTriples) {
  ExportOptions options;
  options.rdf_star = RdfStar::n10s;
  const auto text = exported(ExportFormat::turtle, options);
  EXPECT_THAT(differences(text), ElementsAre());
  EXPECT_GT(proof(text).comparison.in_file[2],
            proof(exported(ExportFormat::turtle)).comparison.in_file[2]);
  EXPECT_THAT(differences(replaced(text, "pg:claimCount \"1\"", "pg:claimCount \"2\"")),
              Contains(testing::MatchesRegex("statement << <.*> <.*> <.*> >> <.*claimCount> \"2\".*"
                                             "is in the file and not in the store")));
  const std::string within = "<a:a> <a:b> << <a:c> <a:d> <a:e> >> .\n";
  EXPECT_THAT(differences("@prefix a: <a:> .\n" + within),
              ElementsAre("line 2: a quoted triple within a statement, expected one as a subject "
                          "alone"));
}

TEST_F(Verification, TellsTheFormatFromTheContent) {
  EXPECT_EQ(proof(exported(ExportFormat::turtle)).format, "Turtle");
  EXPECT_EQ(proof(exported(ExportFormat::trig)).format, "TriG");
  EXPECT_EQ(proof(exported(ExportFormat::ntriples)).format, "N-Triples");
  EXPECT_EQ(proof(exported(ExportFormat::nquads)).format, "N-Quads");
  EXPECT_EQ(proof(exported(ExportFormat::void_description)).format, "VoID description");
  EXPECT_EQ(proof("# a comment\n" + exported(ExportFormat::turtle)).format, "Turtle");
  EXPECT_EQ(proof(exported(ExportFormat::graphml)).format, "GraphML (universal)");
  EXPECT_EQ(proof(folder(ExportFormat::csv)).format, "csv");
  EXPECT_EQ(proof(folder(ExportFormat::neo4j_csv)).format, "neo4j-csv");
}

/// Each filter by itself; of two releases it leaves out something, and not all.
std::map<std::string, Selection> filters() {
  std::map<std::string, Selection> all;
  all["since"].since = "2024-04";
  all["until"].until = "2024-04";
  all["type"].types = bit(NodeType::official) | bit(NodeType::resolution);
  all["relation"].relations = 1U << static_cast<unsigned>(Relation::cited);
  all["around"].around = "resolution/S-RES-9999";
  all["publisher"].publisher = "sea-bed council";
  all["min-confidence"].min_confidence = 0.95;
  all["status"].statuses = 1U << static_cast<unsigned>(Status::negated);
  return all;
}

TEST_F(Verification, HoldsAFilteredFileToTheSameFilters) {
  have_two_releases();
  for (const auto& each : filters()) {
    const auto& filter = each.first;
    ExportOptions options;
    options.selection = each.second;
    options.base = "https://a.example/id/";
    ExportOptions all;
    all.base = options.base;
    const auto check = [&](const auto& exported, std::string_view format) {
      const auto found = proof(exported, options).comparison;
      EXPECT_THAT(found.differences, ElementsAre()) << filter << ", " << format;
      EXPECT_GT(std::accumulate(found.in_file.begin(), found.in_file.end(), 0U), 0U)
          << filter << ", " << format << ": nothing is left";
      EXPECT_FALSE(differences(exported, all).empty()) << filter << ", " << format;
    };
    for (const auto& row : files_of_one()) {
      check(exported(row.format, options), row.name);
    }
    for (const auto format : {ExportFormat::csv, ExportFormat::neo4j_csv}) {
      check(folder(format, options), "a folder");
    }
    for (const auto& profile : graphml_profiles()) {
      options.profile = all.profile = profile.name;
      check(exported(ExportFormat::graphml, options), profile.name);
    }
  }
}

TEST_F(Verification, LooksAtMeaningNotAtBytes) {
  auto lines = exported(ExportFormat::ntriples);
  std::vector<std::string> sorted;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    sorted.push_back(line + "\n");
  }
  std::ranges::sort(sorted, std::greater<>());
  lines.clear();
  for (const auto& line : sorted) {
    lines += line;
  }
  EXPECT_THAT(differences(lines), ElementsAre());
  EXPECT_THAT(differences("PREFIX x: <https://x.example/> # another\n" + lines), ElementsAre());

  auto graphml = exported(ExportFormat::graphml);
  graphml = replaced(graphml, R"(<data key="e_weight">1</data>)",
                     R"(<data key='e_weight'><![CDATA[1.0]]></data>)");
  EXPECT_THAT(differences(graphml), ElementsAre());
  EXPECT_THAT(differences(replaced(exported(ExportFormat::dot), " [label=", "\n[ label =")),
              ElementsAre());
}

/// What a changed file is, and what is said of it.
struct Change {
  ExportFormat format;
  std::string what;  ///< the text that is replaced
  std::string by;
  std::string said;
};

TEST_F(Verification, NamesAChangedValue) {
  const std::vector<Change> changes{
      {ExportFormat::turtle, "\"Harbour Meeting\"", "\"Harbour Greeting\"",
       "\"Harbour Greeting\" is in the file and not in the store"},
      {ExportFormat::trig, "\"0.95\"", "\"0.9\"", "\"0.95\"^^<"},
      {ExportFormat::rdfxml, ">Harbour Meeting<", ">Harbour Greeting<",
       "\"Harbour Meeting\" is in the store and not in the file"},
      {ExportFormat::jsonld, "\"Harbour Meeting\"", "\"Harbour Greeting\"", "Harbour Greeting"},
      {ExportFormat::graphml, "<data key=\"n_name\">Harbour Meeting<",
       "<data key=\"n_name\">Harbour Greeting<",
       ": name is 'Harbour Greeting' in the file, 'Harbour Meeting' in the store"},
      {ExportFormat::graphml, "key=\"e_confidence\">0.95<", "key=\"e_confidence\">0.94<",
       ": confidence is '0.94' in the file, '0.95' in the store"},
      {ExportFormat::gexf, "kind=\"ADDRESSED\"", "kind=\"CITED\"",
       ": @kind is 'CITED' in the file, 'ADDRESSED' in the store"},
      {ExportFormat::gexf, "timestamp=\"2024-03-01\"", "timestamp=\"2024-03-02\"",
       ": spells is '2024-03-02' in the file, '2024-03-01' in the store"},
      {ExportFormat::jsonl, "\"confidence\":0.95", "\"confidence\":0.96",
       ": confidence is '0.96' in the file, '0.95' in the store"},
      {ExportFormat::cytoscape, "\"interaction\":\"addressed\"", "\"interaction\":\"cited\"",
       ": interaction is 'cited' in the file, 'addressed' in the store"},
      {ExportFormat::dot, "label=\"addressed\"", "label=\"cited\"",
       ": label is 'cited' in the file, 'addressed' in the store"},
      {ExportFormat::void_description, "void:triples \"", "void:triples \"1", "/void#triples>"},
  };
  for (const auto& change : changes) {
    const auto text = replaced(exported(change.format), change.what, change.by);
    EXPECT_THAT(differences(text), Contains(HasSubstr(change.said))) << change.what;
  }
}

TEST_F(Verification, NamesAnEdgeThatIsGoneOrNew) {
  const auto text = exported(ExportFormat::jsonl);
  const std::string there = "\"relation\":\"addressed\"";
  EXPECT_THAT(
      differences(without_line(text, there)),
      ElementsAre(testing::MatchesRegex("edge 'e[0-9a-f]+' is in the store and not in the file")));
  EXPECT_THAT(differences(text + R"({"edge":"e1","subject":"a/b"})" + "\n"),
              ElementsAre("edge 'e1' is in the file and not in the store"));
  const auto line = text.substr(text.rfind('\n', text.size() - 2) + 1);
  EXPECT_THAT(differences(text + line), ElementsAre(HasSubstr("comes 2 times in the file, 1 in")));
  EXPECT_THAT(differences(text + text), Contains("and more"));
}

TEST_F(Verification, HoldsTheTablesOfAFolderToTheStoreAndToTheManifest) {
  auto files = folder(ExportFormat::neo4j_csv);
  const std::string table = "rels_ADDRESSED_Official_Event.csv";
  ASSERT_TRUE(files.contains(table));
  auto changed = files;
  changed[table] = replaced(files[table], "0.95", "0.94");
  EXPECT_THAT(differences(changed), Contains(HasSubstr("confidence is '0.94' in the file")));
  EXPECT_THAT(differences(changed),
              Contains("manifest.json: the SHA-256 of '" + table + "' is another"));
  changed = files;
  changed.erase(table);
  EXPECT_THAT(differences(changed), Contains(HasSubstr("is in the store and not in the file")));
  EXPECT_THAT(differences(changed),
              Contains("manifest.json names '" + table + "', which is not there"));
  changed = files;
  changed["rels_ADDRESSED_Official_Agency.csv"] = changed.extract(table).mapped();
  EXPECT_THAT(differences(changed), Contains(HasSubstr("to is 'Agency' in the file, 'Event' in")));
  changed = files;
  changed.erase("manifest.json");
  EXPECT_THAT(differences(changed), ElementsAre("manifest.json is missing"));
  changed = files;
  changed[table].pop_back();
  EXPECT_THAT(differences(changed), ElementsAre(HasSubstr(table + ": line 2: a row that no end")));
}

TEST_F(Verification, FindsEveryCut) {
  for (const auto& row : files_of_one()) {
    const auto text = exported(row.format);
    const auto step = std::max<std::size_t>(1, text.size() / 60);
    // What ends every file are ends of lines and brackets, which some formats can do without.
    for (std::size_t size = 0; size + 2 < text.size(); size += step) {
      EXPECT_FALSE(differences(text.substr(0, size)).empty()) << row.name << " cut at " << size;
    }
  }
}

TEST_F(Verification, RefusesWhatIsNoExport) {
  const std::vector<std::pair<std::string, std::string>> files{
      {"", "an empty file"},
      {"The Council met.\n", "neither RDF nor GraphML"},
      {"{\"text\":\"The Council met.\"}", "neither RDF nor GraphML"},
      {"<html><body/></html>", "neither RDF nor GraphML"},
      {"{\"@context\":{\"a\":{\"@id\":\"b\",\"@type\":\"@id\"}}}", "more than a type"},
      {"{\"@context\":{},\"@graph\":[{\"@id\":\"a:b\",\"a:c\":[{\"@list\":[]}]}]}", "a value of"},
      {"<graphml><graph><node id='a'><data key='b'/></node></graph></graphml>", "which no <key>"},
      {"<!DOCTYPE graphml [<!ENTITY a 'b'>]><graphml>&a;</graphml>", "a DOCTYPE"},
      {"<graphml><graph></graphml>", "line 1: no well-formed XML"},
      {"@prefix a: <https://a.example/> .\na:b a:c \"d .\n", "line 3: a string without an end"},
      {"@prefix a: <https://a.example/> .\na:b a:c a:d", "the document ends within a statement"},
      {"@prefix a: <https://a.example/> .\n\na:b a:c x:d .\n",
       "Raptor reports: The namespace prefix"},
      {"digraph a { b -> c [label=", "line 1: found the end"},
      {"{\"node\":1}\n", "line 1: an object without a text called 'node'"},
      {"{\"node\":\"a\",", "line 1: byte"},
      {"{\"elements\":{\"nodes\":" + std::string(100, '[') + "}", "nested more than 64 deep"},
  };
  for (const auto& [text, said] : files) {
    EXPECT_THAT(differences(text), ElementsAre(HasSubstr(said))) << text;
  }
  EXPECT_THAT(differences(Files{{"a.txt", ""}}), ElementsAre(HasSubstr("a folder without")));
}

TEST(TurtlePieces, AreCutWhereAStatementEnds) {
  const std::string prefix = "@prefix a: <https://a.example/> .";
  std::string statement = "a:b.c a:d \"e . f\" , '''g . ' \\''' . h''' , 1.5 , <https://x/#.> .\n";
  const auto document = prefix + "\n" + statement + "# . comment\n{ " + statement + "}\n" +
                        "a:g { " + statement + " a:x a:y \"\" . }\n" + statement;
  std::istringstream in(document);
  TurtlePieces pieces(in);
  ASSERT_TRUE(pieces.next());
  EXPECT_EQ(std::ranges::count(pieces.text(), '\n'), 7);
  EXPECT_THAT(pieces.text(), testing::StartsWith(prefix));
  EXPECT_FALSE(pieces.next());

  statement.insert(7, "\"" + std::string(700000, '.') + " . \" , ");
  std::istringstream large(prefix + "\n" + statement + statement + statement);
  TurtlePieces two(large);
  ASSERT_TRUE(two.next());
  EXPECT_THAT(two.text(), testing::EndsWith(" . "));
  ASSERT_TRUE(two.next());
  EXPECT_THAT(two.text(), testing::StartsWith(prefix));
  EXPECT_EQ(two.line(), 3U);
  EXPECT_FALSE(two.next());
}

}  // namespace
}  // namespace pressgraph
