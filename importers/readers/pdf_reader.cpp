// SPDX-License-Identifier: Apache-2.0
// PDF through the program pdftotext, a child process with limits: its library's licence is the GPL,
// and what is read is not ours to trust.
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graph/error.hpp"
#include "graph/identity.hpp"
#include "importers/readers/fields.hpp"
#include "importers/readers/input.hpp"
#include "importers/readers/stored_text.hpp"

namespace pressgraph {
namespace {

// What the child may use; a release of some pages takes a tenth of a second.
constexpr const char* limited_pdftotext =
    "ulimit -t 20; ulimit -v 1048576; ulimit -f 65536; "
    "exec pdftotext -q -enc UTF-8 -nopgbrk -eol unix \"$1\" -";

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

Ran run_pdftotext(const File& pdf, std::uint64_t limit) {
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
  std::array<std::string, 5> words{"sh", "-c", limited_pdftotext, "sh", "/dev/fd/3"};
  std::array<char*, 6> arguments{};
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

}  // namespace

bool read_pdf(const Input& input) {
  const auto bytes = read_whole(input.in, input.limits.max_record);
  if (bytes.size() > input.limits.max_record) {
    return input.sink(too_large(input, "a PDF"));
  }
  const auto ran = run_pdftotext(temporary_file(bytes), input.limits.max_record);
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
  const auto text = joined_lines(plain_text(clean_text(ran.output)));
  if (text.empty()) {
    return input.sink(
        BadRecord{input.path, 0, "a PDF without text", "one that is no picture of a page"});
  }
  Release release;
  const auto line = std::min(text.find('\n'), text.size());
  release.title = text.substr(0, line);
  release.text = text.substr(std::min(text.find_first_not_of('\n', line), text.size()));
  if (release.text.empty()) {
    std::swap(release.title, release.text);
  }
  release.url = input.around.url;
  release.source = {input.path, 0, sha256_hex(bytes)};
  finish_release(release, input.path);
  return input.sink(std::move(release));
}

}  // namespace pressgraph
