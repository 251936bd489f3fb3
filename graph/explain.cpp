// SPDX-License-Identifier: Apache-2.0
#include "graph/explain.hpp"

#include <map>

#include "graph/code_points.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t most_failures = 1000;

bool at_boundary(std::string_view text, std::uint32_t byte) {
  return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
}

bool is_span_of(std::string_view text, Span span) {
  return span.begin <= span.end && span.end <= text.size() && at_boundary(text, span.begin) &&
         at_boundary(text, span.end);
}

// What is wrong with the evidence of `edge` in `release`, or nothing.
std::string fault(const StoredEdge& edge, const Release& release) {
  const auto& e = edge.evidence;
  const auto text = field_text(release, e.field);
  if (!is_span_of(text, e.span)) {
    return "its evidence is no span of the " + std::string(name(e.field));
  }
  if (text.substr(e.span.begin, e.span.end - e.span.begin) != edge.sentence) {
    return "its sentence is not the text at its place";
  }
  if (CodePoints(text).of(e.span) != edge.code_points) {
    return "its code point offsets are wrong";
  }
  if (e.trigger.begin < e.span.begin || e.trigger.end > e.span.end ||
      !is_span_of(text, e.trigger)) {
    return "its trigger is outside its sentence";
  }
  for (const auto& reference : e.chain) {
    if (!is_span_of(field_text(release, reference.mention.field), reference.mention.span)) {
      return "a reference is no span of the " + std::string(name(reference.mention.field));
    }
  }
  return {};
}

void note(VerifyResult& result, const StoredEdge& edge, const std::string& what) {
  ++result.failed;
  if (result.failures.size() < most_failures) {
    result.failures.push_back(edge.release + ": " + edge.id + ": " + what);
  }
}

void verify_release(const Store& store, const Release& stored, const std::string& id,
                    const SourceReader& sources, VerifyResult& result) {
  const auto again = sources ? sources(stored) : std::nullopt;
  result.releases += again ? 1U : 0U;
  EdgeFilter filter;
  filter.release = id;
  filter.shown_only = false;
  store.each_edge(filter, [&](const StoredEdge& edge) {
    ++result.edges;
    if (const auto wrong = fault(edge, stored); !wrong.empty()) {
      note(result, edge, wrong);
    } else if (sources && !again) {
      note(result, edge, "its source cannot be read again: " + stored.source.path);
    } else if (again && !fault(edge, *again).empty()) {
      note(result, edge, "its source has changed: " + stored.source.path);
    }
  });
}

}  // namespace

std::optional<Explanation> why(const Store& store, std::string_view id) {
  auto edge = store.edge(id);
  if (!edge) {
    return std::nullopt;
  }
  Explanation why;
  why.subject = store.node(edge->subject).value_or(StoredNode{});
  why.object = store.node(edge->object).value_or(StoredNode{});
  why.release = store.release(edge->release).value_or(Release{});
  if (!edge->claimed_by.empty()) {
    why.claimed_by = store.node(edge->claimed_by).value_or(StoredNode{}).name;
  }
  const auto& span = edge->evidence.span;
  why.trigger = {edge->evidence.trigger.begin - span.begin,
                 edge->evidence.trigger.end - span.begin};
  for (const auto& reference : edge->evidence.chain) {
    const auto text = field_text(why.release, reference.mention.field);
    const auto& at = reference.mention.span;
    why.chain.push_back(
        {at.end <= text.size() ? text.substr(at.begin, at.end - at.begin) : std::string(),
         reference.rule});
  }
  why.edge = std::move(*edge);
  return why;
}

VerifyResult verify(const Store& store, const SourceReader& sources) {
  VerifyResult result;
  std::vector<std::string> ids;
  store.each_node([&](const StoredNode& node) {
    if (node.type == NodeType::release) {
      ids.push_back(node.id);
    }
  });
  for (const auto& id : ids) {
    if (const auto release = store.release(id)) {
      verify_release(store, *release, id, sources, result);
    }
  }
  return result;
}

}  // namespace pressgraph
