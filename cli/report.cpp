// SPDX-License-Identifier: Apache-2.0
#include "cli/report.hpp"

#include <string_view>

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace pressgraph {

Report::Report(const std::string& path) {
  if (!path.empty()) {
    output_.emplace(path);
  }
}

void Report::add(const BadRecord& bad, std::string_view done) {
  if (!output_) {
    return;
  }
  rapidjson::StringBuffer line;
  rapidjson::Writer<rapidjson::StringBuffer> json(line);
  const auto put = [&json](const char* key, std::string_view value) {
    json.Key(key);
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  };
  json.StartObject();
  put("path", bad.path);
  json.Key("line");
  json.Uint64(bad.line);
  put("found", bad.found);
  put("expected", bad.expected);
  put("done", done);
  json.EndObject();
  output_->stream() << line.GetString() << '\n';
}

void Report::commit() {
  if (output_) {
    output_->commit();
    output_.reset();
  }
}

}  // namespace pressgraph
