// SPDX-License-Identifier: Apache-2.0
#include "graph/ready_extraction.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "graph/identity.hpp"
#include "graph/packed.hpp"

namespace pressgraph {
namespace {

// White space and case aside, so that a copy with other line breaks is the same text.
std::string normal_text(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  bool after_blank = true;
  for (const char c : text) {  // without a branch, which nobody could foretell
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    out[size] = blank ? ' ' : c;
    size += blank && after_blank ? 0U : 1U;
    after_blank = blank;
  }
  out.resize(size > 0 && after_blank ? size - 1 : size);
  return out;
}

// Of all that an extraction says, so that the very same one is known again and of any two of one
// release the same one speaks.
std::int64_t fingerprint(const Extraction& x) {
  auto hash = hash64({});
  const auto add = [&hash](std::string_view part) { hash = hash64("\x1f", hash64(part, hash)); };
  const auto& r = x.release;
  for (const auto* part : {&r.id, &r.title, &r.published, &r.modified, &r.publisher, &r.url,
                           &r.language, &r.text, &r.source.path, &r.source.sha256,
                           &r.source.captured, &x.schema_version, &x.lexicon_version}) {
    add(*part);
  }
  add(std::to_string(r.source.record));
  std::ranges::for_each(r.topics, add);
  for (const auto& node : x.nodes) {
    add(node.id);
    add(node.name);
    std::ranges::for_each(node.aliases, add);
    for (const auto& attribute : node.attributes) {
      add(attribute.name);
      add(attribute.value);
    }
  }
  for (const auto& edge : x.edges) {
    add(edge.subject);
    add(name(edge.relation));
    add(edge.object);
    add(name(edge.status));
    add(edge.claimed_by);
    add(edge.evidence.rule);
    add(std::to_string(edge.evidence.span.begin) + "-" + std::to_string(edge.evidence.span.end));
  }
  return static_cast<std::int64_t>(hash);
}

}  // namespace

ReadyExtraction ready_extraction(Extraction extraction) {
  ReadyExtraction ready;
  const auto& release = extraction.release;
  ready.packed = packed_text(release.text);
  ready.text_hash = sha256_hex(normal_text(release.title + "\n" + release.text));
  ready.text_sha = bytes_of_hex(sha256_hex(release.text));
  ready.fingerprint = fingerprint(extraction);
  ready.gid = "release/" + slug(release.id, true);
  ready.extraction = std::move(extraction);
  add_ready_graph(ready);
  return ready;
}

}  // namespace pressgraph
