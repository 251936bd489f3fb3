// SPDX-License-Identifier: Apache-2.0
// libxml2's SAX interface over a stream: one item is held at a time.
#include "importers/readers/feed_parser.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <utility>

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "importers/readers/feed_bytes.hpp"
#include "importers/readers/xml_text.hpp"

namespace pressgraph {
namespace {

enum class Part : std::uint8_t {
  none,
  title,
  id,
  link,
  published,
  modified,
  content,
  summary,
  publisher,
  language,
  topic,
  post_type,
  status
};

// In the order of the parts.
constexpr std::array<std::string_view, 13> part_names{
    "",        "title",     "id",       "url",    "published", "modified", "content",
    "summary", "publisher", "language", "topics", "post type", "status"};

struct Element {
  std::string_view name;  // with the usual prefix of its namespace, "" for RSS and Atom
  Part part;
};

// Of two elements of an item that mean one thing the one that stands first here is taken.
constexpr std::array elements{
    Element{"title", Part::title},
    Element{"dc:title", Part::title},
    Element{"guid", Part::id},
    Element{"id", Part::id},
    Element{"dc:identifier", Part::id},
    Element{"link", Part::link},
    Element{"published", Part::published},
    Element{"issued", Part::published},
    Element{"wp:post_date_gmt", Part::published},
    Element{"pubdate", Part::published},
    Element{"dc:date", Part::published},
    Element{"dcterms:created", Part::published},
    Element{"dcterms:issued", Part::published},
    Element{"wp:post_date", Part::published},
    Element{"created", Part::published},
    Element{"wp:post_modified_gmt", Part::modified},
    Element{"updated", Part::modified},
    Element{"modified", Part::modified},
    Element{"dcterms:modified", Part::modified},
    Element{"content:encoded", Part::content},
    Element{"content", Part::content},
    Element{"xhtml:body", Part::content},
    Element{"fulltext", Part::content},
    Element{"description", Part::summary},
    Element{"summary", Part::summary},
    Element{"dc:description", Part::summary},
    Element{"excerpt:encoded", Part::summary},
    Element{"dc:publisher", Part::publisher},
    Element{"dc:language", Part::language},
    Element{"language", Part::language},
    Element{"category", Part::topic},
    Element{"dc:subject", Part::topic},
    Element{"wp:post_type", Part::post_type},
    Element{"wp:status", Part::status},
};

// WordPress's domains of categories that say nothing of what a post is about.
constexpr std::array<std::string_view, 4> no_topics{"post_format", "nav_menu", "author",
                                                    "language"};

struct Namespace {
  std::string_view address;  // its beginning
  std::string_view prefix;
};

constexpr std::array namespaces{
    Namespace{"http://www.w3.org/2005/Atom", ""},
    Namespace{"http://purl.org/atom/", ""},
    Namespace{"http://purl.org/rss/1.0/modules/content", "content:"},
    Namespace{"http://purl.org/rss/1.0/modules/", "module:"},
    Namespace{"http://purl.org/rss/1.0/", ""},
    Namespace{"http://my.netscape.com/", ""},
    Namespace{"http://channel.netscape.com/", ""},
    Namespace{"http://backend.userland.com/", ""},
    Namespace{"http://purl.org/dc/elements/1.1/", "dc:"},
    Namespace{"http://purl.org/dc/terms/", "dcterms:"},
    Namespace{"http://www.w3.org/1999/xhtml", "xhtml:"},
    Namespace{"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"},
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return out;
}

std::string name_of(std::string_view local, std::string_view prefix, std::string_view address) {
  const auto known = [&](const Namespace& row) {
    return !address.empty() && address.starts_with(row.address);
  };
  if (const auto* row = std::ranges::find_if(namespaces, known); row != namespaces.end()) {
    return std::string(row->prefix) + lower(local);
  }
  if (address.starts_with("http://wordpress.org/export/")) {
    return (address.find("excerpt") == std::string_view::npos ? "wp:" : "excerpt:") + lower(local);
  }
  return prefix.empty() ? lower(local) : std::string(prefix) + ":" + lower(local);
}

// Attributes as SAX2 hands them: five pointers each.
std::string attribute_in(const xmlChar** attributes, int count, std::string_view name) {
  for (int i = 0; i < count; ++i) {
    const auto* row = attributes + static_cast<std::ptrdiff_t>(i) * 5;
    if (view(row[0]) == name) {
      return std::string(view(row[3], row[4] - row[3]));
    }
  }
  return {};
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      out += c;
    }
  }
}

class FeedParser {
 public:
  FeedParser(std::istream& in, std::uint64_t limit, const std::function<bool(FeedItem)>& take)
      : bytes_(in), limit_(limit), take_(take) {}

  FeedEnd parse(const std::string& charset);

 private:
  struct FreeParser {
    void operator()(xmlParserCtxt* parser) const {
      xmlFreeDoc(parser->myDoc);
      xmlFreeParserCtxt(parser);
    }
  };

  static FeedParser& of(void* self) { return *static_cast<FeedParser*>(self); }
  static xmlSAXHandler handler();

  // What is thrown may not pass through libxml2: it is kept and thrown again at the end.
  template <typename Action>
  void guarded(Action action) {
    if (thrown_ || stopped_) {
      return;
    }
    try {
      action();
    } catch (...) {
      thrown_ = std::current_exception();
      xmlStopParser(parser_.get());
    }
  }

  void start(const std::string& name, const xmlChar** attributes, int count);
  void end(const std::string& name);
  void characters(std::string_view text);
  xmlEntity* entity(const xmlChar* name);
  void begin_part(const Element& element, const xmlChar** attributes, int count);
  void end_part();
  void note_origin();
  void link(const xmlChar** attributes, int count);
  std::string& place_of(Part part);

  FeedBytes bytes_;
  std::uint64_t limit_;
  const std::function<bool(FeedItem)>& take_;
  std::unique_ptr<xmlParserCtxt, FreeParser> parser_;
  std::exception_ptr thrown_;
  bool stopped_ = false;
  bool ill_formed_ = false;

  FeedItem item_;
  FeedItem channel_;
  std::string language_;       // of the whole feed: xml:lang
  std::string item_language_;  // of the item: xml:lang
  bool in_item_ = false;
  std::size_t size_ = 0;  // of the item
  std::vector<std::size_t> ranks_ = std::vector<std::size_t>(16, elements.size());
  int depth_ = 0;  // of elements inside the item, or of all outside
  int depth_of_item_ = 0;
  int part_depth_ = 0;  // at which the part began; 0 outside
  const Element* part_ = nullptr;
  bool markup_ = false;  // tags inside the part are kept as HTML
  std::string words_;
  xmlEntity entity_{};
  std::array<xmlChar, 8> entity_text_{};
};

std::string& FeedParser::place_of(Part part) {
  auto& owner = in_item_ ? item_ : channel_;
  switch (part) {
    case Part::title:
      return owner.title;
    case Part::id:
      return owner.id;
    case Part::link:
      return owner.link;
    case Part::published:
      return owner.published;
    case Part::modified:
      return owner.modified;
    case Part::content:
      return owner.content;
    case Part::summary:
      return owner.summary;
    case Part::publisher:
      return owner.publisher;
    case Part::language:
      return owner.language;
    case Part::post_type:
      return owner.post_type;
    case Part::status:
      return owner.status;
    case Part::topic:
    case Part::none:
      break;
  }
  return words_;
}

// Atom's <link rel= href=>: the page itself, not its comments, its feed or an enclosure.
void FeedParser::link(const xmlChar** attributes, int count) {
  const auto rel = attribute_in(attributes, count, "rel");
  const auto href = attribute_in(attributes, count, "href");
  if ((rel.empty() || rel == "alternate") && !href.empty() && place_of(Part::link).empty()) {
    place_of(Part::link) = href;
  }
}

void FeedParser::begin_part(const Element& element, const xmlChar** attributes, int count) {
  part_ = &element;
  part_depth_ = depth_;
  words_.clear();
  const auto type = attribute_in(attributes, count, "type");
  markup_ = type == "xhtml" || type == "application/xhtml+xml" || element.name == "xhtml:body";
  if (element.part == Part::link) {
    link(attributes, count);
  } else if (element.part == Part::topic) {
    words_ = attribute_in(attributes, count, "label");
    words_ = words_.empty() ? attribute_in(attributes, count, "term") : words_;
    const auto domain = attribute_in(attributes, count, "domain");
    part_ =
        std::ranges::find(no_topics, std::string_view(domain)) == no_topics.end() ? part_ : nullptr;
  } else if (type == "text" || type == "text/plain") {
    markup_ = true;  // its "<" and "&" are letters
  }
}

void FeedParser::end_part() {
  const auto first = words_.find_first_not_of(" \t\r\n");
  const auto last = words_.find_last_not_of(" \t\r\n");
  const auto words =
      first == std::string::npos ? std::string() : words_.substr(first, last - first + 1);
  const auto rank = static_cast<std::size_t>(part_ - elements.data());
  if (part_->part == Part::topic) {
    if (!words.empty() && words != "Uncategorized") {
      (in_item_ ? item_ : channel_).topics.push_back(words);
    }
  } else if (!words.empty()) {
    auto& best = ranks_.at(static_cast<std::size_t>(part_->part));
    auto& place = place_of(part_->part);
    // WordPress: no date.
    const bool zero = words.starts_with("0000-") || words.find(" -0001 ") != std::string::npos;
    if (!zero && (in_item_ ? rank < best : place.empty())) {
      best = in_item_ ? rank : best;
      place = words;
      // WordPress tells no zone, but says in the name which it is.
      if (part_->name.ends_with("_gmt") && words.back() >= '0' && words.back() <= '9') {
        place += 'Z';
      }
      note_origin();
    }
  }
  part_ = nullptr;
  part_depth_ = 0;
}

void FeedParser::note_origin() {
  if (in_item_) {
    const auto field = part_names.at(static_cast<std::size_t>(part_->part));
    std::erase_if(item_.origins, [field](const FeedOrigin& row) { return row.field == field; });
    item_.origins.push_back({field, part_->name});
  }
}

void FeedParser::start(const std::string& name, const xmlChar** attributes, int count) {
  ++depth_;
  if (!in_item_ && channel_.base.empty()) {
    channel_.base = attribute_in(attributes, count, "base");
  }
  if (!in_item_ && depth_ == 1) {
    language_ = attribute_in(attributes, count, "lang");
  }
  if (part_ != nullptr) {
    if (markup_ || part_->part == Part::content || part_->part == Part::summary) {
      const auto colon = name.find(':');
      words_ += "<" + (colon == std::string::npos ? name : name.substr(colon + 1)) + ">";
    }
    return;
  }
  if (!in_item_ && (name == "item" || name == "entry")) {
    in_item_ = true;
    depth_of_item_ = depth_;
    depth_ = 0;
    size_ = 0;
    item_ = {};
    item_.line =
        static_cast<std::uint64_t>(xmlSAX2GetLineNumber(parser_.get())) + bytes_.lines_before();
    std::ranges::fill(ranks_, elements.size());
    item_.link = attribute_in(attributes, count, "about");
    item_.base = attribute_in(attributes, count, "base");
    item_language_ = attribute_in(attributes, count, "lang");
    return;
  }
  // Only what stands directly in the item (or the channel): not <source><title>, <author><name>.
  if (in_item_ && depth_ != 1) {
    return;
  }
  if (!in_item_ && depth_ > 3) {
    return;
  }
  const auto* element = std::ranges::find(elements, std::string_view(name), &Element::name);
  if (element != elements.end() && !(in_item_ && item_.too_large)) {
    begin_part(*element, attributes, count);
  }
}

void FeedParser::end(const std::string& name) {
  if (part_ != nullptr && depth_ > part_depth_) {
    if (markup_ || part_->part == Part::content || part_->part == Part::summary) {
      const auto colon = name.find(':');
      words_ += "</" + (colon == std::string::npos ? name : name.substr(colon + 1)) + ">";
    }
  } else if (part_ != nullptr) {
    end_part();
  }
  if (in_item_ && depth_ == 0) {
    in_item_ = false;
    item_.publisher = item_.publisher.empty() ? channel_.title : item_.publisher;
    item_.base = item_.base.empty() ? channel_.base : item_.base;
    item_.base = item_.base.empty() ? channel_.link : item_.base;
    for (const auto& language : {item_language_, channel_.language, language_}) {
      item_.language = item_.language.empty() ? language : item_.language;
    }
    if (!take_(std::move(item_))) {
      stopped_ = true;
      xmlStopParser(parser_.get());
    }
    depth_ = depth_of_item_ - 1;
    return;
  }
  --depth_;
}

void FeedParser::characters(std::string_view text) {
  if (part_ == nullptr) {
    return;
  }
  size_ += text.size();
  if (size_ > limit_) {
    item_.too_large = true;
    part_ = nullptr;
    part_depth_ = 0;
    words_.clear();
    return;
  }
  if (markup_) {
    append_escaped(words_, text);
  } else {
    words_ += text;
  }
}

// XML's five, and HTML's names of characters, which feeds use undeclared. What a document declares
// itself is never looked at.
xmlEntity* FeedParser::entity(const xmlChar* name) {
  // Once something is wrong, libxml2 leaves out all references that follow, "&lt;" among them.
  ill_formed_ = ill_formed_ || parser_->wellFormed == 0;
  parser_->wellFormed = 1;
  if (auto* predefined = xmlGetPredefinedEntity(name); predefined != nullptr) {
    return predefined;
  }
  const auto* known = htmlEntityLookup(name);
  if (known == nullptr) {
    return nullptr;
  }
  const auto length = xmlCopyChar(0, entity_text_.data(), static_cast<int>(known->value));
  entity_text_.at(static_cast<std::size_t>(length)) = 0;
  entity_ = {};
  entity_.type = XML_ENTITY_DECL;
  entity_.name = name;
  entity_.content = entity_text_.data();
  entity_.length = length;
  entity_.etype = XML_INTERNAL_PREDEFINED_ENTITY;
  return &entity_;
}

xmlSAXHandler FeedParser::handler() {
  xmlSAXHandler sax{};
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = [](void* self, const xmlChar* local, const xmlChar* prefix,
                          const xmlChar* address, int, const xmlChar**, int count, int,
                          const xmlChar** attributes) {
    of(self).guarded([&] {
      of(self).start(name_of(view(local), view(prefix), view(address)), attributes, count);
    });
  };
  sax.endElementNs = [](void* self, const xmlChar* local, const xmlChar* prefix,
                        const xmlChar* address) {
    of(self).guarded([&] { of(self).end(name_of(view(local), view(prefix), view(address))); });
  };
  sax.characters = [](void* self, const xmlChar* text, int length) {
    of(self).guarded([&] { of(self).characters(view(text, length)); });
  };
  sax.ignorableWhitespace = sax.characters;
  sax.cdataBlock = sax.characters;
  sax.getEntity = [](void* self, const xmlChar* name) { return of(self).entity(name); };
  sax.serror = [](void*, xmlError*) {};
  return sax;
}

FeedEnd FeedParser::parse(const std::string& charset) {
  auto sax = handler();
  const auto read = [](void* self, char* to, int size) {
    return static_cast<int>(of(self).bytes_.read(to, static_cast<std::size_t>(size)));
  };
  parser_.reset(xmlCreateIOParserCtxt(
      &sax, this, read, [](void*) { return 0; }, this, XML_CHAR_ENCODING_NONE));
  if (parser_ == nullptr) {
    return {.stopped = false, .failure = "XML that cannot be opened", .line = 0};
  }
  int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                XML_PARSE_OLDSAX;  // asks `entity` for XML's five too
  if (auto* known = charset.empty() ? nullptr : xmlFindCharEncodingHandler(charset.c_str());
      known != nullptr) {
    xmlSwitchToEncoding(parser_.get(), known);
    options |= XML_PARSE_IGNORE_ENC;
  }
  xmlCtxtUseOptions(parser_.get(), options);
  xmlParseDocument(parser_.get());
  if (thrown_) {
    std::rethrow_exception(thrown_);
  }
  FeedEnd result;
  result.stopped = stopped_;
  if (!stopped_ && (ill_formed_ || parser_->wellFormed == 0)) {
    std::string reason(parser_->lastError.message == nullptr ? "" : parser_->lastError.message);
    std::ranges::replace(reason, '\n', ' ');
    result.failure = reason.substr(0, reason.find_last_not_of(' ') + 1);
    result.line =
        static_cast<std::uint64_t>(std::max(parser_->lastError.line, 0)) + bytes_.lines_before();
  }
  if (!stopped_ && result.failure.empty() && bytes_.forbidden() > 0) {
    result.failure = "a control character, " + std::to_string(bytes_.forbidden()) + " of them";
  }
  return result;
}

}  // namespace

std::string_view FeedItem::origin(std::string_view field) const {
  const auto found = std::ranges::find(origins, field, &FeedOrigin::field);
  return found == origins.end() ? std::string_view() : found->element;
}

FeedEnd parse_feed(std::istream& in, const std::string& charset, std::uint64_t limit,
                   const std::function<bool(FeedItem)>& take) {
  return FeedParser(in, limit, take).parse(charset);
}

}  // namespace pressgraph
