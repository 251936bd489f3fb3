// SPDX-License-Identifier: Apache-2.0
// From a store to each format.
#include <algorithm>
#include <sstream>

#include <unistd.h>

#include "exporters/exporter.hpp"
#include "graph/error.hpp"
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
    auto store = Store::create(path);
    store.add(batch);
    store.finish();
    return Store::open(path);
  }

  static std::string exported(const Store& store, ExportFormat format, bool shown_only = true) {
    ExportOptions options;
    options.edges.shown_only = shown_only;
    std::ostringstream out;
    write_export(store, format, options, out);
    return out.str();
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
  EXPECT_EQ(parse_rdf("rdfxml", exported(store, ExportFormat::rdfxml, false)), turtle);
}

TEST_F(Exports, SayWhatTheReleaseIs) {
  const auto store = stored("one", {sample_extraction()});
  const auto lines = parse_rdf("turtle", exported(store, ExportFormat::turtle));
  EXPECT_TRUE(holds(lines, "<http://purl.org/dc/terms/issued> \"2024-03-01\"^^"));
  EXPECT_TRUE(holds(lines, "<http://purl.org/dc/terms/publisher> \"Harbour Council\""));
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
    EXPECT_EQ(exported(one, row.format), exported(two, row.format)) << row.name;
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
  EXPECT_EQ(export_format_named("gexf"), std::nullopt);
}

}  // namespace
}  // namespace pressgraph
