// SPDX-License-Identifier: Apache-2.0
#include "graph/judgements.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> read_lines(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    lines.push_back(std::move(line));
  }
  return lines;
}

// None for a line that says nothing.
std::optional<Judgement> judgement_in(const std::string& line, const std::string& place) {
  std::istringstream words(line);
  std::string verdict;
  words >> verdict;
  if (verdict.empty() || verdict.front() == '#') {
    return std::nullopt;
  }
  Judgement judgement;
  std::string more;
  words >> judgement.first >> judgement.second;
  const bool known = verdict == "same" || verdict == "different";
  if (!known || judgement.second.empty() || words >> more) {
    throw Error(place + ": \"" + line + "\", expected \"same A B\" or \"different A B\"");
  }
  judgement.same = verdict == "same";
  return judgement;
}

// Beside the file first, so that it is never half written.
void write_lines(const fs::path& path, const std::vector<std::string>& lines) {
  const fs::path beside = path.string() + ".part";
  {
    std::ofstream file(beside, std::ios::binary);
    for (const auto& line : lines) {
      file << line << '\n';
    }
    file.flush();
    if (!file) {
      std::error_code ignored;
      fs::remove(beside, ignored);
      throw Error(path.string() + ": cannot be written, is the disk full?");
    }
  }
  fs::rename(beside, path);
}

}  // namespace

std::vector<Judgement> read_judgements(const fs::path& path) {
  std::vector<Judgement> judgements;
  std::size_t number = 0;
  for (const auto& line : read_lines(path)) {
    ++number;
    if (auto judgement = judgement_in(line, path.string() + ":" + std::to_string(number))) {
      judgements.push_back(std::move(*judgement));
    }
  }
  return judgements;
}

void append_judgement(const fs::path& path, const Judgement& judgement) {
  auto lines = read_lines(path);
  lines.push_back((judgement.same ? "same " : "different ") + judgement.first + " " +
                  judgement.second);
  write_lines(path, lines);
}

Judgement undo_judgement(const fs::path& path) {
  auto lines = read_lines(path);
  for (auto at = lines.size(); at > 0; --at) {
    const auto place = path.string() + ":" + std::to_string(at);
    if (const auto judgement = judgement_in(lines[at - 1], place)) {
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at) - 1);
      write_lines(path, lines);
      return *judgement;
    }
  }
  throw Error(path.string() + ": no judgement to undo");
}

}  // namespace pressgraph
