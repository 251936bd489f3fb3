// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/extract.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <limits>
#include <set>
#include <tuple>

#include "graph/former_names.hpp"
#include "importers/extraction/analysis.hpp"
#include "importers/extraction/confidence.hpp"
#include "importers/extraction/eight_bytes.hpp"
#include "importers/extraction/language.hpp"
#include "importers/extraction/text_parts.hpp"

namespace pressgraph {
namespace {

constexpr std::string_view format_version = "1";

void add_release_node(Analysis& a) {
  NodeDraft draft;
  draft.type = NodeType::release;
  draft.name = a.release.title.empty() ? a.release.id : a.release.title;
  a.nodes.push_back(std::move(draft));
}

std::string local_id(int node) {
  std::array<char, std::numeric_limits<int>::digits10 + 3> text{'n'};
  const auto* const end = std::to_chars(text.data() + 1, text.data() + text.size(), node).ptr;
  return {text.data(), static_cast<std::size_t>(end - text.data())};
}

Mention mention_of(const Analysis& a, Range range) {
  return a.document.mention_of(a.document.bytes(range));
}

std::vector<Attribute> node_attributes(const Analysis& a, NodeDraft& draft) {
  auto attributes = std::move(draft.attributes);
  if (draft.thing != none) {
    constexpr std::size_t usual = 4;  // former names aside
    const auto thing = a.knowledge.things[static_cast<std::size_t>(draft.thing)];
    attributes.reserve(attributes.size() + usual);
    attributes.push_back({"authority", std::string(thing.id)});
    attributes.push_back({"authority_name", std::string(thing.name)});
    if (!thing.country.empty() && thing.type != NodeType::instrument) {
      attributes.push_back({"country", std::string(thing.country)});
    }
    const auto number = static_cast<std::uint32_t>(draft.thing);
    const auto& former_names = a.knowledge.former_names;
    for (auto former = std::ranges::lower_bound(former_names, number, {}, &SaidFormerName::thing);
         former != former_names.end() && former->thing == number; ++former) {
      attributes.push_back({std::string(former_name_attribute), former->name});
    }
    if (!thing.symbol.empty()) {
      attributes.push_back({"symbol", std::string(thing.symbol)});
    }
  }
  std::ranges::sort(attributes);
  return attributes;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Whether single spaces are all that is blank in `text`, and none stands first: told of eight bytes
// at a time.
bool is_one_line(std::string_view text) {
  std::uint64_t before = ~std::uint64_t{0};  // the spaces of the eight bytes before
  std::size_t at = 0;
  for (; little_endian && at + sizeof before <= text.size(); at += sizeof before) {
    const auto bytes = eight_bytes(text.data() + at);
    const auto spaces = bytes_between(bytes, ' ', ' ');
    if (((spaces << 8U | before >> 56U) & spaces) != 0 || bytes_between(bytes, '\t', '\r') != 0) {
      return false;
    }
    before = spaces;
  }
  bool space = at == 0 || text[at - 1] == ' ';
  for (; at < text.size(); ++at) {
    if (is_blank(text[at]) && (space || text[at] != ' ')) {
      return false;
    }
    space = text[at] == ' ';
  }
  return true;
}

// Line breaks inside a name are the layout's, not the name's.
void to_one_line(std::string& text) {
  if (is_one_line(text)) {
    return;
  }
  std::string out;
  for (const char c : text) {
    if (!is_blank(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  text = std::move(out);
}

// Takes the draft's words.
Node finished(Analysis& a, int index) {
  auto& draft = a.nodes[static_cast<std::size_t>(index)];
  Node node;
  node.id = local_id(index);
  node.type = draft.type;
  node.name = std::move(draft.name);
  to_one_line(node.name);
  node.aliases = std::move(draft.aliases);
  for (auto& alias : node.aliases) {
    to_one_line(alias);
  }
  std::ranges::sort(node.aliases);
  node.aliases.erase(std::unique(node.aliases.begin(), node.aliases.end()), node.aliases.end());
  std::erase(node.aliases, node.name);
  node.attributes = node_attributes(a, draft);
  node.mentions = std::move(draft.mentions);
  std::ranges::sort(node.mentions);
  node.mentions.erase(std::unique(node.mentions.begin(), node.mentions.end()), node.mentions.end());
  return node;
}

// The same.
Edge finished(const Analysis& a, EdgeDraft& draft) {
  Edge edge;
  edge.subject = local_id(draft.subject);
  edge.relation = draft.relation;
  edge.object = local_id(draft.object);
  edge.attributes = std::move(draft.attributes);
  edge.status = draft.status;
  if (draft.claimed_by != none) {
    edge.claimed_by = local_id(draft.claimed_by);
  }
  edge.confidence = confidence_of(draft);
  const auto sentence = mention_of(a, draft.evidence);
  const auto trigger = mention_of(a, draft.trigger);
  edge.evidence = {sentence.field, sentence.span, trigger.span, std::move(draft.rule), {}};
  for (const auto& [words, rule] : draft.chain) {
    edge.evidence.chain.push_back({mention_of(a, words), std::string(rule)});
  }
  return edge;
}

// The release's own edges: topics, publisher, and a mention of each node.
class ReleaseEdges {
 public:
  /// REQUIRES: `before` nodes stand before those of `out`.
  ReleaseEdges(const Release& release, std::size_t before, Extraction& out)
      : release_(release), before_(before), out_(out) {}

  void add() {
    mentions();
    topics();
    publisher();
  }

 private:
  void mentions() {
    for (std::size_t i = 1; i < out_.nodes.size(); ++i) {
      if (!out_.nodes[i].mentions.empty()) {
        out_.edges.push_back(mention_edge(out_.nodes[i]));
      }
    }
  }

  [[nodiscard]] std::string next_id() const {
    return local_id(static_cast<int>(before_ + out_.nodes.size()));
  }

  void topics() {
    std::uint32_t at = 0;
    for (const auto& topic : release_.topics) {
      const auto end = at + static_cast<std::uint32_t>(topic.size());
      const auto id = next_id();
      out_.nodes.push_back({id, NodeType::topic, topic, {}, {}, {{Field::topics, {at, end}}}});
      edge("n0", Relation::about, id, Field::topics, {at, end}, "publisher-category");
      at = end + 1;
    }
  }

  void publisher() {
    if (release_.publisher.empty()) {
      return;
    }
    const auto id = next_id();
    out_.nodes.push_back({id, NodeType::agency, release_.publisher, {}, {}, {}});
    edge(id, Relation::published, "n0", Field::publisher,
         {0, static_cast<std::uint32_t>(release_.publisher.size())}, "publisher");
  }

  void edge(std::string subject, Relation relation, std::string object, Field field, Span span,
            std::string rule) {
    Edge made;
    made.subject = std::move(subject);
    made.relation = relation;
    made.object = std::move(object);
    made.confidence = 1.0;
    made.evidence = {field, span, span, std::move(rule), {}};
    out_.edges.push_back(std::move(made));
  }

  const Release& release_;
  std::size_t before_;
  Extraction& out_;
};

// Who addressed or hosted an event is not listed among those who took part; each edge stands once a
// sentence.
void tidy_edges(Analysis& a) {
  std::set<std::pair<int, int>> acting;
  for (const auto& edge : a.edges) {
    if ((edge.relation == Relation::addressed || edge.relation == Relation::hosted) &&
        is_shown(edge.status)) {
      acting.insert({edge.subject, edge.object});
    }
  }
  std::set<std::tuple<int, Relation, int, std::uint32_t, Status>> seen;
  std::erase_if(a.edges, [&](const EdgeDraft& edge) {
    if (edge.relation == Relation::participated && acting.count({edge.subject, edge.object}) > 0) {
      return true;
    }
    return !seen.insert(
                    {edge.subject, edge.relation, edge.object, edge.evidence.first, edge.status})
                .second;
  });
}

// Boilerplate has no sentences in the document; each line of it is one of the release, so that its
// words are found.
void add_boilerplate(const Analysis& a, Extraction& out) {
  const std::string_view text = a.release.text;
  for (const auto& part : a.boilerplate) {
    for (auto at = part.span.begin; at < part.span.end;) {
      const auto end = std::min(text.find('\n', at), std::size_t{part.span.end});
      if (text.substr(at, end - at).find_first_not_of(' ') != std::string_view::npos) {
        out.sentences.push_back({at, static_cast<std::uint32_t>(end)});
      }
      at = static_cast<std::uint32_t>(end) + 1;
    }
  }
  std::ranges::sort(out.sentences);
  out.boilerplate = a.boilerplate;
}

// What nodes and edges were made of: of a long text as much as they are themselves.
void forget_findings(Analysis& a) {
  a.citations = {};
  a.citation_items = {};
  a.dates = {};
  a.events = {};
  a.clauses = {};
  a.statements = {};
}

// Takes what the drafts of `a` hold.
Extraction assemble(Analysis& a) {
  forget_findings(a);
  Extraction out;
  out.sentences.reserve(a.document.sentences.size());
  for (const auto sentence : a.document.sentences) {
    const auto span = a.document.bytes(sentence);
    if (span.begin >= a.document.body) {
      out.sentences.push_back(a.document.mention_of(span).span);
    }
  }
  add_boilerplate(a, out);
  out.nodes.reserve(a.nodes.size() + 1 + a.release.topics.size());  // its own nodes come behind
  for (int i = 0; i < static_cast<int>(a.nodes.size()); ++i) {
    out.nodes.push_back(finished(a, i));
  }
  out.edges.reserve(a.edges.size() + a.nodes.size());
  for (auto& edge : a.edges) {
    out.edges.push_back(finished(a, edge));
  }
  return out;
}

// Gives `out`, whose nodes and edges are there, what is the release's own.
void finish(PackedExtraction& out, const Knowledge& knowledge, Release release) {
  auto& extraction = out.extraction;
  ReleaseEdges(release, out.before.nodes.size(), extraction).add();
  extraction.schema_version = format_version;
  extraction.lexicon_version = knowledge.version;
  extraction.release = std::move(release);
}

// Of a release in a language that is not read: nothing but the release itself.
Extraction unread(const Knowledge& knowledge, const Release& release) {
  Release metadata;
  metadata.id = release.title.empty() ? release.id : release.title;
  Analysis a(knowledge, metadata);
  add_release_node(a);
  return assemble(a);
}

constexpr std::array stages{find_boilerplate,
                            read_text,
                            add_release_node,
                            find_phrases,
                            find_citations,
                            find_dates,
                            find_names,
                            tell_surnames_from_places,
                            find_act_committees,
                            find_listed_bodies,
                            tell_countries_from_parts,
                            find_posts,
                            resolve_names,
                            resolve_citations,
                            find_events,
                            find_clauses,
                            resolve_events,
                            find_quotations};

// All stages on some texts, each on all of them before the next: its code and tables then stay in
// the processor's caches, which takes a seventh of the time off texts of ordinary length.
std::vector<Extraction> analysed(const Knowledge& knowledge,
                                 const std::vector<const Release*>& releases) {
  std::vector<Analysis> analyses;
  analyses.reserve(releases.size());
  for (const auto* release : releases) {
    analyses.emplace_back(knowledge, *release);
  }
  for (const auto stage : stages) {
    std::ranges::for_each(analyses, stage);
  }
  find_relations(analyses);
  std::ranges::for_each(analyses, tidy_edges);
  std::vector<Extraction> out;
  out.reserve(releases.size());
  std::ranges::transform(analyses, std::back_inserter(out), assemble);
  return out;
}

// A text of any length in bounded memory: what the stages keep for each token is kept for one part
// at a time. Names are known again in another part by their full form only.
PackedExtraction analysed_in_parts(const Knowledge& knowledge, const Release& release) {
  TextParts parts;
  auto part = release_without_text(release);
  for (const auto span : parts_of(release.text)) {
    part.text = release.text.substr(span.begin, span.end - span.begin);
    parts.add(std::move(analysed(knowledge, {&part}).front()), span.begin);
    part.title.clear();  // stands before the first
  }
  return std::move(parts).joined();
}

}  // namespace

void find_boilerplate(Analysis& a) {
  a.boilerplate = a.knowledge.boilerplate.find(a.release.text);
}

void read_text(Analysis& a) {
  const auto& known = a.knowledge;
  a.document = read_document(a.release, a.boilerplate, known.vocabulary, known.phrases);
  a.flags_at = known.flags_of(a.document.tokens);
}

Extractor::Extractor()
    : knowledge_(std::make_unique<const Knowledge>(embedded_schemas(),
                                                   lexicons_from(embedded_lexicons()))) {}
Extractor::Extractor(const std::filesystem::path& folder)
    : knowledge_(std::make_unique<const Knowledge>(schemas_in(folder))) {}
Extractor::Extractor(Extractor&&) noexcept = default;
Extractor& Extractor::operator=(Extractor&&) noexcept = default;
Extractor::~Extractor() = default;

std::vector<PackedExtraction> Extractor::extract_packed(std::vector<Release> releases) const {
  std::vector<PackedExtraction> out(releases.size());
  std::vector<std::size_t> read_whole;
  std::vector<const Release*> whole;
  for (std::size_t i = 0; i < releases.size(); ++i) {
    auto& release = releases[i];
    if (auto language = language_of(release.text); !language.empty()) {
      release.language = std::move(language);
    }
    if (!is_read(release.language)) {
      out[i].extraction = unread(*knowledge_, release);
    } else if (release.text.size() > longest_part) {
      out[i] = analysed_in_parts(*knowledge_, release);
    } else {
      read_whole.push_back(i);
      whole.push_back(&release);
    }
  }
  auto extractions = analysed(*knowledge_, whole);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    out[read_whole[i]].extraction = std::move(extractions[i]);
  }
  for (std::size_t i = 0; i < releases.size(); ++i) {
    finish(out[i], *knowledge_, std::move(releases[i]));
  }
  return out;
}

Extraction Extractor::extract(Release release) const {
  std::vector<Release> one;
  one.push_back(std::move(release));
  return unpacked(std::move(extract_packed(std::move(one)).front()));
}

std::vector<Gap> Extractor::gaps(const Extraction& extraction) const {
  return find_gaps(extraction, *knowledge_);
}

}  // namespace pressgraph
