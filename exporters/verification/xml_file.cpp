// SPDX-License-Identifier: Apache-2.0
#include "exporters/verification/xml_file.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "exporters/verification/xml_stream.hpp"
#include "graph/error.hpp"

namespace pressgraph {
namespace {

using Attributes = XmlEvents::Attributes;

std::string value_of(const Attributes& attributes, std::string_view name) {
  const auto found = attributes.find(name);
  return found == attributes.end() ? "" : found->second;
}

/// The item that an element begins: its attributes behind '@', but the id.
std::optional<Item> item_of(std::string_view element, const Attributes& attributes) {
  if (element != "node" && element != "edge") {
    return std::nullopt;
  }
  Item item(element == "node" ? ItemKind::node : ItemKind::edge, value_of(attributes, "id"));
  for (const auto& [name, value] : attributes) {
    if (name != "id") {
      item.add("@" + name, value);
    }
  }
  return item;
}

/// GraphML, as it comes.
class Graphml {
 public:
  explicit Graphml(const TakeItem& take) : take_(take) {}

  void start(std::string_view element, const Attributes& attributes) {
    if (element == "key") {
      declare(attributes);
    } else if (element == "data") {
      into_ = name_of(value_of(attributes, "key"));
      text_.clear();
    } else if (element == "desc") {
      into_ = element;
      text_.clear();
    } else if (auto item = item_of(element, attributes)) {
      note(*item, attributes);
      item_ = std::move(item);
    }
  }

  void text(std::string_view piece) {
    if (!into_.empty()) {
      text_ += piece;
    }
  }

  void end(std::string_view element) {
    if (element == "data" || element == "desc") {
      if (item_) {
        item_->add(into_, text_);
      }
      into_.clear();
    } else if (item_ && (element == "node" || element == "edge")) {
      item_->sort();
      take_(*item_);
      item_.reset();
    }
  }

  [[nodiscard]] const GraphmlSigns& signs() const { return signs_; }

 private:
  void declare(const Attributes& attributes) {
    const auto id = value_of(attributes, "id");
    const auto name = value_of(attributes, "attr.name");
    const bool of_yed = attributes.contains("yfiles.type");
    names_[id] = of_yed ? "" : name;
    signs_.keys.insert(of_yed ? id : name);
  }

  /// The name that `key` declares; empty for what is only drawn.
  [[nodiscard]] std::string name_of(const std::string& key) const {
    constexpr std::array<std::string_view, 4> drawn{"x", "y", "size", "color"};
    const auto found = names_.find(key);
    if (found == names_.end()) {
      throw Error("a <data> with the key '" + key + "', which no <key> before it declares");
    }
    const bool is_drawn = item_ && item_->kind == ItemKind::node &&
                          std::ranges::find(drawn, found->second) != drawn.end();
    return is_drawn ? "" : found->second;
  }

  void note(const Item& item, const Attributes& attributes) {
    if (item.kind == ItemKind::node) {
      signs_.has_nodes = true;
      signs_.has_labels = signs_.has_labels || attributes.contains("labels");
    }
  }

  const TakeItem& take_;
  GraphmlSigns signs_;
  std::map<std::string, std::string> names_;  ///< of keys, by id
  std::optional<Item> item_;
  std::string into_;
  std::string text_;
};

/// GEXF, as it comes.
class Gexf {
 public:
  explicit Gexf(const TakeItem& take) : take_(take) {}

  void start(std::string_view element, const Attributes& attributes) {
    if (element == "attributes") {
      scope_ = value_of(attributes, "class");
    } else if (element == "attribute") {
      titles_[scope_ + " " + value_of(attributes, "id")] = value_of(attributes, "title");
    } else if (element == "attvalue" && item_) {
      item_->add(title_of(value_of(attributes, "for")), value_of(attributes, "value"));
    } else if (element == "spell" && item_) {
      item_->add("spells", value_of(attributes, "timestamp"));
    } else if (auto item = item_of(element, attributes)) {
      item_ = std::move(item);
    }
  }

  void end(std::string_view element) {
    if (item_ && (element == "node" || element == "edge")) {
      item_->sort();
      take_(*item_);
      item_.reset();
    }
  }

 private:
  [[nodiscard]] std::string title_of(const std::string& id) const {
    const auto scope = std::string(name(item_->kind));
    const auto found = titles_.find(scope + " " + id);
    if (found == titles_.end()) {
      throw Error("an <attvalue> for '" + id + "', which no <attribute> before it declares");
    }
    return found->second;
  }

  const TakeItem& take_;
  std::string scope_;
  std::map<std::string, std::string> titles_;
  std::optional<Item> item_;
};

}  // namespace

GraphmlSigns read_graphml(std::istream& in, const TakeItem& take) {
  Graphml graphml(take);
  read_xml(in,
           {[&](std::string_view element, const Attributes& all) { graphml.start(element, all); },
            [&](std::string_view text) { graphml.text(text); },
            [&](std::string_view element) { graphml.end(element); }});
  return graphml.signs();
}

void read_gexf(std::istream& in, const TakeItem& take) {
  Gexf gexf(take);
  read_xml(in, {[&](std::string_view element, const Attributes& all) { gexf.start(element, all); },
                [](std::string_view) {}, [&](std::string_view element) { gexf.end(element); }});
}

}  // namespace pressgraph
