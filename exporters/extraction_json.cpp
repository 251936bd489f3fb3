// SPDX-License-Identifier: Apache-2.0
// An extraction as one line of JSON. `extract` spends its time in finding, not in writing: a value
// is appended to one buffer straight from where it lies, and a byte offset becomes a code point by
// a table of counts, so that a line costs a few passes over its text whatever it holds.
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/decimal.hpp"
#include "exporters/exporter.hpp"
#include "exporters/line_text.hpp"

namespace pressgraph {
namespace {

/// Code points before any byte of a text: a running count each `block` bytes, the rest counted
/// where the block is not of ASCII.
class CodePointTable {
 public:
  /// REQUIRES: `text` outlives the table.
  explicit CodePointTable(std::string_view text) : text_(text) {
    before_.reserve(text_.size() / block + 2);
    std::uint32_t count = 0;
    for (std::size_t at = 0; at <= text_.size(); at += block) {
      before_.push_back(count);
      count += starts(at, std::min(at + block, text_.size()));
    }
    before_.push_back(count);
  }

  [[nodiscard]] std::uint32_t at(std::size_t byte) const {
    byte = std::min(byte, text_.size());
    const auto before = before_[byte / block];
    if (before_[byte / block + 1] - before == block) {  // most blocks are of ASCII
      return before + static_cast<std::uint32_t>(byte % block);
    }
    return before + starts(byte / block * block, byte);
  }

  [[nodiscard]] std::string_view words(Span span) const {
    const auto begin = std::min<std::size_t>(span.begin, text_.size());
    return text_.substr(begin, span.end > begin ? span.end - begin : 0);
  }

 private:
  static constexpr std::size_t block = 64;

  [[nodiscard]] std::uint32_t starts(std::size_t begin, std::size_t end) const {
    auto count = static_cast<std::uint32_t>(end - begin);
    auto at = begin;
    for (; at + 8 <= end; at += 8) {  // eight bytes at once
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text_.data() + at, sizeof bytes);
      constexpr std::uint64_t ones = 0x0101010101010101ULL;
      const auto inside = (bytes >> 7U) & ~(bytes >> 6U) & ones;  // 1 in each byte that counts not
      count -= static_cast<std::uint32_t>((inside * ones) >> 56U);  // their sum
    }
    for (; at < end; ++at) {
      count -= (static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U ? 1U : 0U;
    }
    return count;
  }

  std::string_view text_;
  std::vector<std::uint32_t> before_;
};

class Line {
 public:
  Line(const Extraction& extraction, const PackedParts& before)
      : extraction_(extraction), before_(before), text_(extraction.release.text) {}

  LineText take() {
    out_.reserve(8 * extraction_.release.text.size() + 4096);  // most take six times
    all();
    return std::move(out_);
  }

  void write(std::ostream& out) {
    sink_ = &out;
    all();
    pass_on(0);
  }

 private:
  void all() {
    release();
    sentences();
    boilerplate();
    nodes();
    edges();
    member(R"(,"schema":)", extraction_.schema_version);
    member(R"(,"lexicons":)", extraction_.lexicon_version);
    out_.put("}\n");
  }

  /// Gives the sink what there is, if it is more than `most` bytes.
  void pass_on(std::size_t most = 1U << 16U) {
    if (sink_ != nullptr && out_.size() > most) {
      sink_->write(out_.view().data(), static_cast<std::streamsize>(out_.size()));
      out_.clear();
    }
  }

  /// `key` with its punctuation, and a value.
  template <typename Literal>
  void member(const Literal& key, std::string_view value) {
    out_.put(key);
    out_.json(value);
  }

  /// The same where the value is a name of the model, of which no byte is escaped.
  template <typename Literal>
  void name_member(const Literal& key, std::string_view value) {
    out_.put(key);
    out_.put('"');
    out_.put(value);
    out_.put('"');
  }

  template <typename Literal, typename Values, typename Write>
  void list(const Literal& opening, const Values& values, Write write) {
    out_.put(opening);
    bool first = true;
    for (const auto& value : values) {
      if (!first) {
        out_.put(',');
      }
      first = false;
      write(value);
      pass_on();
    }
    out_.put(']');
  }

  const CodePointTable& table(Field field) {
    if (field == Field::text) {
      return text_;
    }
    const auto index = static_cast<std::size_t>(field);
    auto& kept = others_[index];
    if (!kept) {
      texts_[index] = field_text(extraction_.release, field);
      kept.emplace(texts_[index]);
    }
    return *kept;
  }

  void pair(Field field, Span span) {
    out_.put('[');
    out_.number(table(field).at(span.begin));
    out_.put(',');
    out_.number(table(field).at(span.end));
    out_.put(']');
  }

  /// The members "field", "begin" and "end", without braces.
  void place(Field field, Span span) {
    name_member(R"("field":)", name(field));
    out_.put(R"(,"begin":)");
    out_.number(table(field).at(span.begin));
    out_.put(R"(,"end":)");
    out_.number(table(field).at(span.end));
  }

  void release() {
    const auto& release = extraction_.release;
    member(R"({"release":{"id":)", release.id);
    member(R"(,"title":)", release.title);
    member(R"(,"published":)", release.published);
    member(R"(,"modified":)", release.modified);
    member(R"(,"publisher":)", release.publisher);
    member(R"(,"url":)", release.url);
    list(R"(,"topics":[)", release.topics, [this](const auto& topic) { out_.json(topic); });
    member(R"(,"language":)", release.language);
    out_.put(R"(,"text":")");
    for (auto rest = std::string_view(release.text); !rest.empty(); pass_on()) {
      const auto piece = rest.substr(0, 1U << 16U);
      out_.json_inside(piece);
      rest.remove_prefix(piece.size());
    }
    member(R"(","source":{"path":)", release.source.path);
    out_.put(R"(,"record":)");
    out_.number(release.source.record);
    member(R"(,"sha256":)", release.source.sha256);
    if (!release.source.captured.empty()) {
      member(R"(,"captured":)", release.source.captured);
    }
    out_.put("}}");
  }

  void sentences() {
    whole_list(R"(,"sentences":[)", extraction_.sentences, each_sentence,
               [this](Span span) { pair(Field::text, span); });
  }

  /// Left out where there is none, as in most releases.
  void boilerplate() {
    if (extraction_.boilerplate.empty()) {
      return;
    }
    list(R"(,"boilerplate":[)", extraction_.boilerplate, [this](const MarkedSpan& part) {
      out_.put(R"({"begin":)");
      out_.number(text_.at(part.span.begin));
      out_.put(R"(,"end":)");
      out_.number(text_.at(part.span.end));
      member(R"(,"rule":)", part.rule);
      out_.put('}');
    });
  }

  /// A name that comes once has a string, one that comes again an array.
  void attributes(const std::vector<Attribute>& all) {
    out_.put(R"(,"attributes":{)");
    for (auto at = all.begin(); at != all.end();) {
      const auto end = std::find_if(
          at, all.end(), [at](const Attribute& other) { return other.name != at->name; });
      if (at != all.begin()) {
        out_.put(',');
      }
      out_.json(at->name);
      out_.put(':');
      if (end - at == 1) {
        out_.json(at->value);
      } else {
        list("[", std::vector<Attribute>(at, end),
             [this](const Attribute& each) { out_.json(each.value); });
      }
      at = end;
    }
    out_.put('}');
  }

  void node(const Node& node) {
    member(R"({"id":)", node.id);
    name_member(R"(,"type":)", name(node.type));
    member(R"(,"name":)", node.name);
    list(R"(,"aliases":[)", node.aliases, [this](const auto& alias) { out_.json(alias); });
    attributes(node.attributes);
    list(R"(,"mentions":[)", node.mentions, [this](const Mention& mention) {
      out_.put('{');
      place(mention.field, mention.span);
      out_.put('}');
    });
    out_.put('}');
  }

  void nodes() {
    whole_list(R"(,"nodes":[)", extraction_.nodes, each_node,
               [this](const Node& each) { node(each); });
  }

  void edges() {
    whole_list(R"(,"edges":[)", extraction_.edges, each_edge,
               [this](const Edge& each) { edge(each); });
  }

  /// `values`, and those that are packed before them.
  template <typename Literal, typename Value, typename Each, typename Write>
  void whole_list(const Literal& opening, const std::vector<Value>& values, Each each,
                  Write write) {
    if (before_.nodes.size() == 0) {
      list(opening, values, write);
      return;
    }
    out_.put(opening);
    bool first = true;
    each(extraction_, before_, [&](const Value& value) {
      if (!first) {
        out_.put(',');
      }
      first = false;
      write(value);
      pass_on();
    });
    out_.put(']');
  }

  void edge(const Edge& edge) {
    member(R"({"subject":)", edge.subject);
    name_member(R"(,"relation":)", name(edge.relation));
    member(R"(,"object":)", edge.object);
    attributes(edge.attributes);
    name_member(R"(,"status":)", name(edge.status));
    if (!edge.claimed_by.empty()) {
      member(R"(,"claimed_by":)", edge.claimed_by);
    }
    out_.put(R"(,"confidence":)");
    out_.put(confidence_text(edge.confidence));
    evidence(edge.evidence);
    out_.put('}');
  }

  void evidence(const Evidence& evidence) {
    out_.put(R"(,"evidence":{)");
    place(evidence.field, evidence.span);
    member(R"(,"text":)", table(evidence.field).words(evidence.span));
    out_.put(R"(,"trigger":)");
    pair(evidence.field, evidence.trigger);
    member(R"(,"rule":)", evidence.rule);
    list(R"(,"chain":[)", evidence.chain, [this](const Reference& step) {
      out_.put('{');
      place(step.mention.field, step.mention.span);
      member(R"(,"rule":)", step.rule);
      out_.put('}');
    });
    out_.put('}');
  }

  const Extraction& extraction_;
  const PackedParts& before_;
  std::ostream* sink_ = nullptr;
  CodePointTable text_;
  std::array<std::string, field_names.size()> texts_;
  std::array<std::optional<CodePointTable>, field_names.size()> others_;  // of texts_
  LineText out_;
};

}  // namespace

LineText extraction_line(const Extraction& extraction) {
  return Line(extraction, {}).take();
}

void write_extraction(const Extraction& extraction, std::ostream& out) {
  write_extraction(extraction, {}, out);
}

void write_extraction(const Extraction& extraction, const PackedParts& before, std::ostream& out) {
  Line(extraction, before).write(out);
}

}  // namespace pressgraph
