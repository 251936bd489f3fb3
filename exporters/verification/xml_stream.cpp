// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/xml_stream.hpp"

#include <algorithm>
#include <exception>
#include <memory>

#include <libxml/xmlreader.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

std::string_view text_of(const xmlChar* text) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libxml2 gives unsigned bytes
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// What is read, and what reading it threw: nothing may be thrown through libxml2, which is C.
struct Source {
  std::istream& stream;
  std::exception_ptr thrown;
};

int read_bytes(void* source, char* buffer, int length) {
  auto& from = *static_cast<Source*>(source);
  try {
    from.stream.read(buffer, length);
  } catch (...) {
    from.thrown = std::current_exception();
    return -1;
  }
  return static_cast<int>(from.stream.gcount());
}

/// The first error, and where it is.
struct Complaint {
  std::string text;
  int line = 0;
};

void keep_complaint(void* first, xmlError* error) {
  auto& kept = *static_cast<Complaint*>(first);
  if (kept.text.empty() && error != nullptr && error->level >= XML_ERR_ERROR) {
    kept.text = error->message != nullptr ? error->message : "an error without a message";
    std::ranges::replace(kept.text, '\n', ' ');
    kept.text.erase(kept.text.find_last_not_of(' ') + 1);
    kept.line = error->line;
  }
}

XmlEvents::Attributes attributes_of(xmlTextReader* reader) {
  XmlEvents::Attributes attributes;
  while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
    attributes.emplace(text_of(xmlTextReaderConstLocalName(reader)),
                       text_of(xmlTextReaderConstValue(reader)));
  }
  xmlTextReaderMoveToElement(reader);
  return attributes;
}

void hand_over(xmlTextReader* reader, const XmlEvents& events) {
  switch (xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT: {
      const std::string element(text_of(xmlTextReaderConstLocalName(reader)));
      const bool is_empty = xmlTextReaderIsEmptyElement(reader) == 1;
      events.start(element, attributes_of(reader));
      if (is_empty) {
        events.end(element);
      }
      return;
    }
    case XML_READER_TYPE_END_ELEMENT:
      events.end(text_of(xmlTextReaderConstLocalName(reader)));
      return;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      events.text(text_of(xmlTextReaderConstValue(reader)));
      return;
    case XML_READER_TYPE_DOCUMENT_TYPE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      throw Error("line " + std::to_string(xmlTextReaderGetParserLineNumber(reader)) +
                  ": a DOCTYPE or an entity of one, which no file of ours has");
    default:
      return;
  }
}

}  // namespace

void read_xml(std::istream& in, const XmlEvents& events) {
  Source source{in, {}};
  const std::unique_ptr<xmlTextReader, FreeReader> reader(xmlReaderForIO(
      read_bytes, nullptr, &source, nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_HUGE));
  if (!reader) {
    throw Error("cannot begin to read XML: out of memory");
  }
  Complaint complaint;
  xmlTextReaderSetStructuredErrorHandler(reader.get(), keep_complaint, &complaint);
  int status = xmlTextReaderRead(reader.get());
  for (; status == 1 && complaint.text.empty(); status = xmlTextReaderRead(reader.get())) {
    hand_over(reader.get(), events);
  }
  if (source.thrown) {
    std::rethrow_exception(source.thrown);
  }
  if (status != 0 || !complaint.text.empty()) {
    throw Error("line " + std::to_string(complaint.line) + ": no well-formed XML: " +
                (complaint.text.empty() ? "an error without a message" : complaint.text));
  }
}

}  // namespace pressgraph
