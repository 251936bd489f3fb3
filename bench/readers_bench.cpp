// SPDX-License-Identifier: Apache-2.0
// usage: readers_bench read|items|pages LAYOUTS FILE...
// Reading alone: no extraction, and what is read is dropped. `read` reads the files as `pressgraph
// read` does, `items` takes feeds and WordPress exports apart and leaves the HTML of their items as
// it is, `pages` reads pages that are in memory already, each 20 times. LAYOUTS is
// schemas/layouts.toml. Prints the bytes of the files, the records, the seconds that the clock and
// the processor took, and megabytes a second of the processor's.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>

#include "importers/readers/feed_parser.hpp"
#include "importers/readers/reader.hpp"

namespace pressgraph {
namespace {

constexpr int times_a_page = 20;

struct Measured {
  std::uint64_t bytes = 0;
  std::uint64_t records = 0;
};

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Measured read_files(const std::vector<std::string>& paths, const ReadLimits& limits) {
  Measured all;
  for (const auto& path : paths) {
    all.bytes += std::filesystem::file_size(path);
    read_path(path, std::nullopt, limits, [&](const Record& record) {
      all.records += std::holds_alternative<Release>(record) ? 1U : 0U;
      return true;
    });
  }
  return all;
}

Measured read_items(const std::vector<std::string>& paths, const ReadLimits& limits) {
  Measured all;
  for (const auto& path : paths) {
    all.bytes += std::filesystem::file_size(path);
    std::ifstream in(path, std::ios::binary);
    parse_feed(in, "", limits.max_record, [&](const FeedItem& /*item*/) {
      ++all.records;
      return true;
    });
  }
  return all;
}

Measured read_pages(const std::vector<std::string>& pages, const ReadLimits& limits) {
  Measured all;
  for (int i = 0; i < times_a_page; ++i) {
    for (const auto& page : pages) {
      all.bytes += page.size();
      std::istringstream in(page);
      read_stream(in, "page.html", InputFormat::html, limits, [&](const Record& record) {
        all.records += std::holds_alternative<Release>(record) ? 1U : 0U;
        return true;
      });
    }
  }
  return all;
}

int run(const std::string& kind, const std::string& layouts_path, std::vector<std::string> paths) {
  const auto layouts = read_layouts(content_of(layouts_path), layouts_path);
  ReadLimits limits;
  limits.layouts = layouts.get();
  if (kind == "pages") {
    for (auto& path : paths) {
      path = content_of(path);
    }
  }
  const auto began = std::chrono::steady_clock::now();
  const auto used = processor_seconds();
  const auto measured = kind == "read"    ? read_files(paths, limits)
                        : kind == "items" ? read_items(paths, limits)
                                          : read_pages(paths, limits);
  const auto seconds = processor_seconds() - used;
  const std::chrono::duration<double> clock = std::chrono::steady_clock::now() - began;
  std::cout << fmt::format("{} {} {:.4f} {:.4f} {:.1f}\n", measured.bytes, measured.records,
                           clock.count(), seconds,
                           static_cast<double>(measured.bytes) / 1e6 / seconds);
  return 0;
}

}  // namespace
}  // namespace pressgraph

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 3 || (words[0] != "read" && words[0] != "items" && words[0] != "pages")) {
    std::cerr << "usage: readers_bench read|items|pages LAYOUTS FILE...\n";
    return 2;
  }
  return pressgraph::run(words[0], words[1], {words.begin() + 2, words.end()});
}
