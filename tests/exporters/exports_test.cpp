// SPDX-License-Identifier: Apache-2.0
// From a store to each format.
#include <algorithm>
#include <map>
#include <sstream>

#include <unistd.h>

#include "exporters/exporter.hpp"
#include "graph/error.hpp"
#include "tests/exporters/folder_in_memory.hpp"
#include "tests/exporters/rdf_reading.hpp"
#include "tests/exporters/sample_graph.hpp"

namespace pressgraph {
namespace {

class Exports : public testing::Test {
 protected:
  Exports() { std::filesystem::create_directories(folder_); }
  ~Exports() override { std::filesystem::remove_all(folder_); }
  Exports(const Exports&) = delete;
  Exports& operator=(const Exports&) = delete;

  Store stored(const std::string& name, const std::vector<Extraction>& batch) {
    const auto path = folder_ / name;
    {
      auto store = Store::create(path);
      store.add(batch);
      store.finish();
    }  // whoever writes a store lets nobody else in
    return Store::open(path);
  }

  static std::string exported(const Store& store, ExportFormat format, bool shown_only = true) {
    ExportOptions options;
    options.selection.statuses = shown_only ? shown_statuses : 0xFF;
    std::ostringstream out;
    write_export(store, format, options, out);
    return out.str();
  }

  /// The files of an export that is a folder, by name.
  static std::map<std::string, std::string> folder(const Store& store, ExportFormat format,
                                                   const ExportOptions& options = {}) {
    FolderInMemory folder;
    write_export(store, format, options, folder);
    return folder.contents();
  }

 private:
  std::filesystem::path folder_ = std::filesystem::temp_directory_path() /
                                  ("pressgraph-exports-" + std::to_string(::getpid()) + "-" +
                                   testing::UnitTest::GetInstance()->current_test_info()->name());
};

bool holds(const std::set<std::string>& lines, const std::string& part) {
  return std::ranges::any_of(
      lines, [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

TEST_F(Exports, AreTheSameGraphInEveryRdfFormat) {
  const auto store = stored("one", {sample_extraction()});
  const auto turtle = parse_rdf("turtle", exported(store, ExportFormat::turtle, false));
  EXPECT_EQ(parse_rdf("ntriples", exported(store, ExportFormat::ntriples, false)), turtle);
  EXPECT_EQ(parse_rdf("nquads", exported(store, ExportFormat::nquads, false)), turtle);
  EXPECT_EQ(parse_rdf("trig", exported(store, ExportFormat::trig, false)), turtle);
  EXPECT_EQ(parse_rdf("rdfxml", exported(store, ExportFormat::rdfxml, false)), turtle);
}

TEST_F(Exports, SayWhatTheReleaseIs) {
  const auto store = stored("one", {sample_extraction()});
  const auto lines = parse_rdf("turtle", exported(store, ExportFormat::turtle));
  EXPECT_TRUE(holds(lines, "<http://purl.org/dc/terms/issued> \"2024-03-01\"^^"));
  EXPECT_TRUE(holds(lines, "/ns#publisherName> \"Harbour Council\""));
  EXPECT_TRUE(holds(lines, "<http://purl.org/dc/terms/publisher> <"));
}

TEST_F(Exports, LeaveOutWhatIsNotShownUnlessAsked) {
  const auto store = stored("one", {sample_extraction()});
  const std::string negated = "\"negated\"";
  EXPECT_FALSE(holds(parse_rdf("turtle", exported(store, ExportFormat::turtle)), negated));
  EXPECT_TRUE(holds(parse_rdf("turtle", exported(store, ExportFormat::turtle, false)), negated));
}

TEST_F(Exports, AreTheSameBytesForAnyOrderOfReleases) {
  auto other = sample_extraction();
  other.release.id = "another";
  other.release.url.clear();
  other.release.text += " It closed.";
  const auto one = stored("one", {sample_extraction(), other});
  const auto two = stored("two", {other, sample_extraction()});
  for (const auto& row : export_formats()) {
    if (row.extension.empty()) {
      EXPECT_EQ(folder(one, row.format), folder(two, row.format)) << row.name;
    } else {
      EXPECT_EQ(exported(one, row.format), exported(two, row.format)) << row.name;
    }
  }
}

TEST_F(Exports, WriteEachEdgeOfTheStoreToGraphml) {
  const auto store = stored("one", {sample_extraction()});
  std::size_t edges = 0;
  store.each_edge({}, [&](const StoredEdge&) { ++edges; });
  const auto text = exported(store, ExportFormat::graphml);
  std::size_t written = 0;
  for (auto at = text.find("<edge "); at != std::string::npos; at = text.find("<edge ", at + 1)) {
    ++written;
  }
  EXPECT_GT(edges, 2U);
  EXPECT_EQ(written, edges);
}

/// The ids of nodes and edges in `text`, as JSON lines have them.
std::set<std::string> ids_in(const std::string& text) {
  std::set<std::string> ids;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const auto relation = line.find("\"relation\":\"");
    const auto from = relation == std::string::npos ? line.find(":\"") + 2 : relation + 12;
    ids.insert(line.substr(from, line.find('"', from) - from));
  }
  return ids;
}

TEST_F(Exports, HoldWhatWasSelected) {
  const auto store = stored("one", {sample_extraction()});
  const auto selected = [&](const Selection& selection) {
    ExportOptions options;
    options.selection = selection;
    std::ostringstream out;
    write_export(store, ExportFormat::jsonl, options, out);
    return ids_in(out.str());
  };
  using Ids = std::set<std::string>;
  const auto all = selected({});
  EXPECT_TRUE(all.contains("resolution/S-RES-9998"));  // only a negated claim names it
  Selection cited;
  cited.relations = 1U << static_cast<unsigned>(Relation::cited);
  const Ids citation{"cited", "official/jon-olafsson", "resolution/S-RES-9999"};
  EXPECT_EQ(selected(cited), citation);
  auto negated = cited;
  negated.statuses = 1U << static_cast<unsigned>(Status::negated);
  EXPECT_EQ(selected(negated), (Ids{"cited", "official/jon-olafsson", "resolution/S-RES-9998"}));
  Selection denied;
  denied.statuses = negated.statuses;
  EXPECT_EQ(selected(denied), selected(negated));
  Selection every;
  every.statuses = 0x1F;
  EXPECT_TRUE(std::ranges::includes(selected(every), all));
  auto early = cited;
  early.until = "2024-02";
  EXPECT_EQ(selected(early), Ids{});
  auto sure = cited;
  sure.min_confidence = 0.95;
  EXPECT_EQ(selected(sure), Ids{});
  auto by_publisher = cited;
  by_publisher.publisher = "harbour COUNCIL";
  EXPECT_EQ(selected(by_publisher), citation);
  Selection types;
  types.types = bit(NodeType::official) | bit(NodeType::resolution);
  EXPECT_EQ(selected(types), (Ids{"cited", "official/jon-olafsson", "resolution/S-RES-9998",
                                  "resolution/S-RES-9999"}));
  Selection around;
  around.around = "resolution/S-RES-9999";
  around.relations = cited.relations | 1U << static_cast<unsigned>(Relation::addressed);
  EXPECT_EQ(selected(around), citation);
  around.hops = 2;
  EXPECT_EQ(selected(around).size(), 5U);  // and the event that he addressed
}

TEST_F(Exports, KeepTheReleasesThatRdfPointsAt) {
  const auto store = stored("one", {sample_extraction()});
  ExportOptions options;
  options.selection.relations = 1U << static_cast<unsigned>(Relation::cited);
  std::ostringstream out;
  write_export(store, ExportFormat::turtle, options, out);
  EXPECT_TRUE(holds(parse_rdf("turtle", out.str()), "/ns#publisherName> \"Harbour Council\""));
}

TEST_F(Exports, SayWhichPublishersThereAre) {
  const auto store = stored("one", {sample_extraction()});
  ExportOptions options;
  options.selection.publisher = "Nobody";
  std::ostringstream out;
  try {
    write_export(store, ExportFormat::turtle, options, out);
    FAIL() << "nothing failed";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "no release is published by 'Nobody'; publishers here: Harbour Council");
  }
}

TEST_F(Exports, MakeOneEdgeOfClaimsThatSayTheSame) {
  auto other = sample_extraction();
  other.release.id = "another";
  other.release.url.clear();
  other.release.published = "2024-05-01";
  other.release.text += " It closed.";
  const auto store = stored("one", {sample_extraction(), other});
  ExportOptions options;
  options.claims = Claims::together;
  options.selection.relations = 1U << static_cast<unsigned>(Relation::cited);
  std::ostringstream out;
  write_export(store, ExportFormat::jsonl, options, out);
  const auto text = out.str();
  EXPECT_EQ(text.find("\"edge\":"), text.rfind("\"edge\":"));
  EXPECT_NE(text.find(R"("claims":2,"firstDate":"2024-03-01","lastDate":"2024-05-01"})"),
            std::string::npos);
}

TEST_F(Exports, FailWhereTheOutputCannotBeWritten) {
  const auto store = stored("one", {sample_extraction()});
  std::ostream closed(nullptr);
  try {
    write_export(store, ExportFormat::turtle, {}, closed);
    FAIL() << "nothing failed";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "export as turtle: cannot write the output, is the disk full?");
  }
}

TEST(ExportFormats, AreFoundByNameInTheOrderOfTheTable) {
  std::size_t index = 0;
  for (const auto& row : export_formats()) {
    EXPECT_EQ(static_cast<std::size_t>(row.format), index++);
    EXPECT_EQ(export_format_named(row.name), row.format);
  }
  EXPECT_EQ(export_format_named("xlsx"), std::nullopt);
}

}  // namespace
}  // namespace pressgraph
