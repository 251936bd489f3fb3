// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "graph/model.hpp"

/// Releases small enough to see through, in our own words.
namespace pressgraph {

/// "Ilse Berg cited S/RES/2322 (2016)." with its nodes and edges; `id` and `text` can be varied.
inline Extraction sample_extraction(const std::string& id = "harbour-1",
                                    const std::string& speaker = "Ilse Berg") {
  Extraction x;
  auto& r = x.release;
  r.id = id;
  r.title = "Harbour talks open";
  r.published = "2021-03-04";
  r.publisher = "Harbour Office";
  r.url = "https://example.org/" + id;
  r.topics = {"Ports"};
  r.text = speaker + " cited resolution 2322 (2016) at the Tórshavn forum.";
  const auto length = static_cast<std::uint32_t>(r.text.size());
  const auto name = static_cast<std::uint32_t>(speaker.size());
  x.sentences = {{0, length}};
  x.nodes = {
      {"n0", NodeType::release, r.title, {}, {}, {}},
      {"n1", NodeType::official, speaker, {}, {}, {{Field::text, {0, name}}}},
      {"n2",
       NodeType::resolution,
       "S/RES/2322 (2016)",
       {"resolution 2322 (2016)"},
       {},
       {{Field::text, {name + 7, name + 29}}}},
      {"n3", NodeType::event, "Tórshavn forum", {}, {{"start", "2021-03-03"}}, {}},
  };
  const Evidence evidence{Field::text, {0, length}, {name + 1, name + 6}, "verb-of-saying", {}};
  x.edges = {
      {"n1", Relation::cited, "n2", {}, Status::asserted, {}, 0.9, evidence},
      {"n1", Relation::addressed, "n3", {}, Status::planned, {}, 0.8, evidence},
      {"n1",
       Relation::participated,
       "n3",
       {{"role", "guest"}},
       Status::asserted,
       {},
       0.8,
       evidence},
  };
  x.schema_version = "1";
  x.lexicon_version = "test";
  return x;
}

/// A folder of its own for a test, removed with its content when the test ends.
class ScratchFolder {
 public:
  ScratchFolder() {
    auto name = (std::filesystem::temp_directory_path() / "pressgraph-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ScratchFolder(ScratchFolder&&) = delete;
  ScratchFolder& operator=(ScratchFolder&&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return path_ / name;
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace pressgraph
