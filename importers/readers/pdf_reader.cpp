// SPDX-License-Identifier: Apache-2.0
// PDF through the program pdftotext, a child process with limits: its library's licence is the GPL,
// and what is read is not ours to trust.
#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graph/error.hpp"
#include "graph/identity.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/html_text.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

// What the child may use; a release of some pages takes a tenth of a second.
constexpr const char* limited_pdftotext =
    "ulimit -t 20; ulimit -v 1048576; ulimit -f 65536; "
    "exec pdftotext -q -enc UTF-8 $2 \"$1\" -";  // $2: options
constexpr const char* as_text = "-nopgbrk -eol unix";
constexpr const char* as_boxes = "-l 1 -bbox-layout";  // of the first page, as XHTML

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }  // NOLINT: owned by the pointer
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// A file without a name that holds `bytes`: pdftotext wants one that it can seek in.
File temporary_file(const std::string& bytes) {
  File file(std::tmpfile());
  if (file == nullptr || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
      std::fflush(file.get()) != 0) {
    throw Error("a temporary file cannot be written; expected room for it in TMPDIR");
  }
  return file;
}

struct Ran {
  std::string output;
  int status = 0;  // 127 where there is no such program
};

// Reads up to `limit` + 1 bytes of the child's output; the child ends when nobody reads on.
std::string read_from(int descriptor, std::uint64_t limit) {
  std::string output;
  std::array<char, 1U << 14U> piece{};
  while (output.size() <= limit) {
    const auto count = read(descriptor, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) {
      continue;
    }
    if (count <= 0) {
      break;
    }
    output.append(piece.data(), static_cast<std::size_t>(count));
  }
  return output;
}

Ran run_pdftotext(const File& pdf, const char* options, std::uint64_t limit) {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw Error("no pipe to pdftotext can be made");
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(pdf.get()), 3);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  std::array<std::string, 6> words{"sh", "-c", limited_pdftotext, "sh", "/dev/fd/3", options};
  std::array<char*, 7> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) {
    arguments.at(i) = words.at(i).data();
  }
  pid_t child = 0;
  const int error = posix_spawn(&child, "/bin/sh", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  Ran ran;
  if (error == 0) {
    ran.output = read_from(ends[0], limit);
  }
  close(ends[0]);
  int status = 0;
  while (error == 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const bool ended = error == 0 && WIFEXITED(status);
  ran.status = ended ? WEXITSTATUS(status) : 1;
  return ran;
}

// A line of a page, and how high its letters are.
struct BoxLine {
  std::string words;
  double height = 0;
};

double number_behind(std::string_view text, std::string_view name) {
  const auto at = text.find(name);
  double number = 0;
  if (at != std::string_view::npos) {
    text.remove_prefix(at + name.size());
    std::from_chars(text.data(), text.data() + text.size(), number);
  }
  return number;
}

// The lines of `boxes`, in which each word is an element.
std::vector<BoxLine> lines_in(std::string_view boxes) {
  std::vector<BoxLine> lines;
  for (auto at = boxes.find('<'); at != std::string_view::npos; at = boxes.find('<', at + 1)) {
    const auto end = std::min(boxes.find('>', at), boxes.size());
    const auto tag = boxes.substr(at, end - at);
    if (tag.starts_with("<line ")) {
      lines.push_back({"", number_behind(tag, "yMax=\"") - number_behind(tag, "yMin=\"")});
    } else if (tag.starts_with("<word ") && !lines.empty()) {
      const auto word = boxes.substr(end, boxes.find('<', end) - end);
      lines.back().words += word.substr(std::min<std::size_t>(1, word.size()));
      lines.back().words += ' ';
    }
  }
  return lines;
}

// The height of most words.
double usual_height(const std::vector<BoxLine>& lines) {
  std::map<double, std::size_t> sizes;
  for (const auto& line : lines) {
    sizes[line.height] += line.words.size();
  }
  const auto most = std::ranges::max_element(sizes, {}, [](const auto& row) { return row.second; });
  return most == sizes.end() ? 0 : most->first;
}

// The lines at the top of the page that are set larger than the others; the first line alone where
// none are.
std::string title_in(std::string_view boxes) {
  constexpr double larger = 1.08;
  constexpr std::size_t most_lines = 4;
  const auto lines = lines_in(boxes);
  const auto usual = usual_height(lines);
  std::string title;
  for (std::size_t i = 0; i < std::min(lines.size(), most_lines); ++i) {
    const bool same = std::abs(lines[i].height - lines[0].height) < 0.5;
    if (i > 0 && (!same || lines[0].height < usual * larger)) {
      break;
    }
    title += lines[i].words;
  }
  return line_of_markup(clean_text(title));
}

// Where the words of `title` end, with which `text` begins: blanks do not count, nor hyphens, which
// part words at the ends of lines. None where it begins otherwise.
std::optional<std::size_t> end_of_title(std::string_view text, std::string_view title) {
  constexpr std::string_view no_matter = " \n-";
  std::size_t at = 0;
  for (const char c : title) {
    if (no_matter.find(c) != std::string_view::npos) {
      continue;
    }
    at = text.find_first_not_of(no_matter, at);
    if (at == std::string_view::npos || text[at] != c) {
      return std::nullopt;
    }
    ++at;
  }
  const bool at_line_end = at == text.size() || text[at] == '\n';
  return at > 0 && at_line_end ? std::optional(at) : std::nullopt;
}

}  // namespace

bool read_pdf(const Input& input) {
  const auto bytes = read_whole(input.in, input.limits.max_record);
  if (bytes.size() > input.limits.max_record) {
    return input.sink(too_large(input, "a PDF"));
  }
  const auto file = temporary_file(bytes);
  const auto ran = run_pdftotext(file, as_text, input.limits.max_record);
  if (ran.status == 127) {
    return input.sink(BadRecord{input.path, 0, "a PDF, and no program pdftotext to read it with",
                                "one in the PATH (Debian: poppler-utils)"});
  }
  if (ran.output.size() > input.limits.max_record) {
    return input.sink(too_large(input, "the text of a PDF"));
  }
  if (ran.status != 0) {
    return input.sink(BadRecord{input.path, 0, "a PDF that pdftotext cannot read",
                                "one that is whole and not encrypted"});
  }
  const auto text = plain_text(clean_text(ran.output));
  if (text.empty()) {
    return input.sink(
        BadRecord{input.path, 0, "a PDF without text", "one that is no picture of a page"});
  }
  Release release;
  const auto boxes = run_pdftotext(file, as_boxes, input.limits.max_record);
  const auto line =
      end_of_title(text, title_in(boxes.output)).value_or(std::min(text.find('\n'), text.size()));
  release.title = text.substr(0, line);
  std::ranges::replace(release.title, '\n', ' ');
  release.text = joined_lines(
      text.substr(std::min(text.find_first_not_of('\n', line), text.size())), Breaks::printed);
  if (release.text.empty()) {
    std::swap(release.title, release.text);
  }
  release.url = input.around.url;
  release.source = {input.path, 0, sha256_hex(bytes)};
  finish_release(release, input.path);
  return input.sink(std::move(release));
}

}  // namespace pressgraph
