// SPDX-License-Identifier: Apache-2.0
// The compact form is one value. A value is a letter and what belongs to it:
//   t SIZE bytes     a text
//   y, n             true, false
//   i BYTES          a whole number of eight bytes, the lowest first
//   l COUNT values   a list
//   m COUNT pairs    a table: SIZE and bytes of the key, then the value
// SIZE and COUNT are four bytes, the lowest first.
#include "importers/extraction/schema_tree.hpp"

#include <algorithm>

#include <toml++/toml.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

void put_number(std::size_t number, std::string& out, unsigned bits = 32) {
  for (unsigned shift = 0; shift < bits; shift += 8) {
    out += static_cast<char>((number >> shift) & 0xFFU);
  }
}

void put_text(std::string_view text, std::string& out) {
  put_number(text.size(), out);
  out += text;
}

/// Writes values of TOML in the compact form.
class CompactWriter {
 public:
  explicit CompactWriter(const std::string& path) : path_(path) {}

  void put(const toml::node& node) {
    if (const auto* table = node.as_table()) {
      put_table(*table);
    } else if (const auto* list = node.as_array()) {
      out_ += 'l';
      put_number(list->size(), out_);
      for (const auto& item : *list) {
        put(item);
      }
    } else if (const auto text = node.value_exact<std::string_view>()) {
      out_ += 't';
      put_text(*text, out_);
    } else if (const auto truth = node.value_exact<bool>()) {
      out_ += *truth ? 'y' : 'n';
    } else if (const auto number = node.value_exact<std::int64_t>()) {
      out_ += 'i';
      put_number(static_cast<std::size_t>(*number), out_, 64);
    } else {
      throw Error(path_ + ":" + std::to_string(node.source().begin.line) +
                  ": a value of another kind, expected a text, true or false, a whole number, a "
                  "list or a table");
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void put_table(const toml::table& table) {
    out_ += 'm';
    put_number(table.size(), out_);
    for (const auto& [key, value] : table) {
      put_text(key.str(), out_);
      put(value);
    }
  }

  const std::string& path_;
  std::string out_;
};

}  // namespace

/// Reads the compact form. It is our own, so that a fault in it is a mistake of ours.
class CompactReader {
 public:
  explicit CompactReader(std::string_view bytes) : rest_(bytes) {}

  SchemaValue value() {
    SchemaValue value;
    const char kind = bytes(1).front();
    if (kind == 't') {
      value.text_ = bytes(number());
    } else if (kind == 'l') {
      value.items_.resize(number());
      for (auto& item : value.items_) {
        item = this->value();
      }
    } else if (kind == 'm') {
      value.members_.resize(number());
      for (auto& [key, member] : value.members_) {
        key = bytes(number());
        member = this->value();
      }
    } else if (kind == 'i') {
      value.number_ = static_cast<std::int64_t>(number(8));
    } else {
      value.truth_ = kind == 'y';
    }
    return value;
  }

 private:
  std::string_view bytes(std::size_t count) {
    const auto taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  std::size_t number(std::size_t size = 4) {
    std::size_t number = 0;
    unsigned shift = 0;
    for (const char byte : bytes(size)) {
      number |= static_cast<std::size_t>(static_cast<unsigned char>(byte)) << shift;
      shift += 8;
    }
    return number;
  }

  std::string_view rest_;
};

const SchemaValue& SchemaValue::operator[](std::string_view key) const {
  static const SchemaValue absent;
  const auto found = std::ranges::find(members_, key, &decltype(members_)::value_type::first);
  return found == members_.end() ? absent : found->second;
}

SchemaTree::SchemaTree(const SchemaFile& file)
    : bytes_(file.compact.empty() ? compact(file) : std::string()),
      root_(CompactReader(file.compact.empty() ? bytes_ : file.compact).value()) {}

std::string compact(const SchemaFile& file) {
  try {
    CompactWriter writer(file.path);
    writer.put(toml::parse(file.text));
    return writer.take();
  } catch (const toml::parse_error& error) {
    throw Error(file.path + ":" + std::to_string(error.source().begin.line) + ": " +
                std::string(error.description()) + ", expected TOML 1.0");
  }
}

}  // namespace pressgraph
