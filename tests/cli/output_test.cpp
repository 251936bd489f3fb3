// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

/// An empty folder that goes with the test.
class OutputTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / (std::string("pressgraph-output-") + test->name());
    fs::remove_all(folder_);
    fs::create_directory(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string file(const char* name) const { return (folder_ / name).string(); }

  [[nodiscard]] std::string content(const char* name) const {
    std::ifstream in(folder_ / name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }

  fs::path folder_;
};

TEST_F(OutputTest, GivesTheFileItsNameByCommit) {
  Output output(file("a"));
  output.stream() << "all of it";
  EXPECT_FALSE(fs::exists(file("a")));
  output.commit();
  EXPECT_EQ(content("a"), "all of it");
}

TEST_F(OutputTest, LeavesNothingWithoutCommit) {
  { Output(file("a")).stream() << "half of it"; }
  EXPECT_TRUE(fs::is_empty(folder_));
}

TEST_F(OutputTest, LeavesTheOlderFileUntilCommit) {
  std::ofstream(file("a")) << "older";
  { Output(file("a")).stream() << "half of it"; }
  EXPECT_EQ(content("a"), "older");
}

// By a link, so that a broken program takes the place of the link and not of the device.
TEST_F(OutputTest, LeavesADeviceWhereItIs) {
  fs::create_symlink("/dev/null", file("link"));
  Output output(file("link"));
  output.stream() << "nothing of it";
  output.commit();
  EXPECT_TRUE(fs::is_symlink(file("link")));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_), {}), 1);
}

TEST_F(OutputTest, WritesMoreThanItHoldsAtATime) {
  const std::string long_text(300'000, 'x');
  Output output(file("a"));
  output.stream() << long_text;
  output.commit();
  EXPECT_EQ(content("a"), long_text);
}

TEST_F(OutputTest, SaysWhichFileCannotBeMade) {
  const auto path = file("none/a");
  try {
    const Output output(path);
    FAIL() << "made a file in a folder that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()), path + ": cannot be written: No such file or directory");
  }
}

}  // namespace
}  // namespace pressgraph
