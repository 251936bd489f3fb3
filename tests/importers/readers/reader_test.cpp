// SPDX-License-Identifier: Apache-2.0
// Formats told from content, folders, and what a reader does with any cut of its input.
#include "importers/readers/reader.hpp"

#include <filesystem>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "graph/error.hpp"
#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

struct Head {
  const char* bytes;
  InputFormat format;
};

void PrintTo(const Head& head, std::ostream* out) {
  *out << head.bytes;
}

class Detection : public testing::TestWithParam<Head> {};

TEST_P(Detection, GoesByContent) {
  EXPECT_EQ(detect_format(GetParam().bytes), GetParam().format);
}

INSTANTIATE_TEST_SUITE_P(
    OfHeads, Detection,
    testing::Values(Head{"", InputFormat::text}, Head{" \n", InputFormat::text},
                    Head{"A title\n<p>", InputFormat::text},
                    Head{"{\"text\":\"a\"}\n{\"text\":\"b\"}", InputFormat::jsonl},
                    Head{"\xEF\xBB\xBF{\"text\":\"a\"}", InputFormat::json},
                    Head{"{\n \"text\": \"a\"\n}", InputFormat::json},
                    Head{"{\"items\":[{\"text\":\"a\"}]}\n", InputFormat::json},
                    Head{"[{\"text\":\"a\"}]", InputFormat::json},
                    Head{"[1] The Council met", InputFormat::text},
                    Head{"{draft} The Council met", InputFormat::text},
                    Head{"{\"release\":{\"id\":\"a\"}}", InputFormat::extraction},
                    Head{"<!DOCTYPE html><p>", InputFormat::html},
                    Head{"\n<HTML><body>", InputFormat::html},
                    Head{"<!-- saved --><html>", InputFormat::html}));

// A folder that is gone when the test ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("pressgraph-test-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST(ReadPath, WalksAFolderInTheOrderOfItsPaths) {
  const Folder folder;
  folder.write("in/b.txt", "B\nWords.");
  folder.write("in/a/z.json", "[{\"title\":\"Z\",\"text\":\"Words.\"}]");
  folder.write("in/a/no.suffix", "<html><body><h1>N</h1><p>Words of a page.</p></body></html>");
  folder.write("in/.hidden.txt", "H\nWords.");
  folder.write("in/.git/c.txt", "C\nWords.");
  const auto result = read_from((folder.path() / "in").string());
  std::vector<std::string> titles;
  for (const auto& release : result.releases) {
    titles.push_back(release.title);
  }
  EXPECT_THAT(titles, ElementsAre("N", "Z", "B"));
  EXPECT_THAT(result.messages, IsEmpty());
}

TEST(ReadPath, FollowsNoLinkOutOfTheFolder) {
  const Folder folder;
  folder.write("secret.txt", "S\nWords.");
  folder.write("in/a.txt", "A\nWords.");
  fs::create_symlink("../secret.txt", folder.path() / "in/out.txt");
  fs::create_symlink("a.txt", folder.path() / "in/inside.txt");
  fs::create_directory_symlink("..", folder.path() / "in/up");
  fs::create_symlink("nowhere", folder.path() / "in/broken.txt");
  const auto result = read_from((folder.path() / "in").string());
  EXPECT_EQ(result.releases.size(), 2U);
  EXPECT_THAT(result.messages, IsEmpty());
}

TEST(ReadPath, ReportsTheBadFileOfAFolderAndGoesOn) {
  const Folder folder;
  folder.write("in/a.txt", "");
  folder.write("in/b.txt", "B\nWords.");
  const auto path = (folder.path() / "in").string();
  const auto result = read_from(path);
  EXPECT_EQ(result.releases.size(), 1U);
  EXPECT_THAT(result.messages, ElementsAre(path + "/a.txt: no text, expected a release: its title "
                                                  "on the first line, then its text"));
}

TEST(ReadPath, RefusesAPathThatIsNotThere) {
  try {
    read_from("/nowhere/at/all");
    FAIL() << "read a file that is not there";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "/nowhere/at/all: no such file or folder, expected a release, a folder of them, "
                 "or \"-\"");
  }
}

TEST(ReadStream, StopsWhereTheSinkSaysSo) {
  for (const std::string bytes :
       {"{\"text\":\"a\"}\n{\"text\":\"b\"}\n", "[{\"text\":\"a\"},{\"text\":\"b\"}]"}) {
    std::istringstream in(bytes);
    int seen = 0;
    EXPECT_FALSE(read_stream(in, "in", std::nullopt, {}, [&seen](const Record&) {
      ++seen;
      return false;
    }));
    EXPECT_EQ(seen, 1);
  }
}

}  // namespace
}  // namespace pressgraph
