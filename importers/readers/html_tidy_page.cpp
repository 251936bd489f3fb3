// SPDX-License-Identifier: Apache-2.0
// libxml2's parser of HTML, step for step, for what most pages have: it looks at each byte several
// times and asks for memory for each name and value, and took four fifths of the time that a page
// takes. Here texts and values stay where they are: what references stand for is shorter than they.
#include "importers/readers/html_tidy_page.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>

#include <libxml/HTMLparser.h>

namespace pressgraph {
namespace {

constexpr std::size_t largest = 8U << 20U;  // libxml2 has limits from 10 MB on
constexpr std::size_t deepest = 200;        // and of 256 elements
constexpr std::size_t longest_name = 99;
constexpr std::size_t most_names = 64;  // that are not known: they are looked for one by one
constexpr std::size_t longest_blanks = 999;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_' || c == '.';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// Control characters, a byte order mark and what is no character are dropped by rules of their own.
bool has_what_xml_cannot_hold(std::string_view text) {
  unsigned found = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool blank = byte == '\t' || byte == '\n' || byte == '\r';
    found |= static_cast<unsigned>(byte < 0x20U) & static_cast<unsigned>(!blank);
  }
  for (auto at = text.find('\xEF'); at != std::string_view::npos; at = text.find('\xEF', at + 1)) {
    const auto rest = text.substr(at, 3);
    found |= rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF" || rest == "\xEF\xBB\xBF" ? 1U : 0U;
  }
  return found != 0;
}

char* put(char* out, std::uint32_t point) {
  const auto byte = [&out](std::uint32_t value) { *out++ = static_cast<char>(value); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0U | (point >> 6U));
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0U | (point >> 12U));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | (point >> 18U));
    byte(0x80U | ((point >> 12U) & 0x3FU));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
  return out;
}

bool is_character(std::uint32_t point) {
  return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point < 0xD800) ||
         (point >= 0xE000 && point <= 0x10FFFF && point != 0xFFFE && point != 0xFFFF);
}

// What stands for a reference that begins with "&" at the front of `text`.
struct Reference {
  std::size_t length = 1;  ///< of what it takes
  std::uint32_t point = '&';
};

// "&#8217;", "&#x2019;". None where libxml2 drops it.
std::optional<Reference> numbered(std::string_view text) {
  const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  const auto digits = text.substr(hex ? 3 : 2);
  std::uint32_t point = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), point, hex ? 16 : 10);
  if (error != std::errc() || !is_character(point)) {
    return std::nullopt;
  }
  auto length = static_cast<std::size_t>(end - text.data());
  length += length < text.size() && text[length] == ';' ? 1U : 0U;
  return Reference{length, point};
}

// "&amp;": only with its ";", else "&" is one. None where its name may go on beyond ASCII.
std::optional<Reference> named(std::string_view text) {
  std::size_t end = 1;
  if (end < text.size() && (is_letter(text[end]) || text[end] == '_' || text[end] == ':')) {
    while (end < text.size() && is_name(text[end])) {
      ++end;
    }
  }
  if (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80) {
    return std::nullopt;
  }
  if (end > 1 && end < text.size() && text[end] == ';') {
    const std::string name(text.substr(1, end - 1));
    // libxml2 counts characters as unsigned bytes; the cast is between character types.
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast)
    const auto* characters = reinterpret_cast<const xmlChar*>(name.c_str());
    if (const auto* entity = htmlEntityLookup(characters); entity != nullptr) {
      return Reference{end + 1, entity->value};
    }
  }
  return Reference{};
}

std::optional<Reference> reference_at(std::string_view text) {
  return text.size() > 1 && text[1] == '#' ? numbered(text) : named(text);
}

}  // namespace

class TidyParser {
 public:
  explicit TidyParser(TidyPage& page)
      : page_(page), at_(page.text_.data()), end_(page.text_.data() + page.text_.size()) {
    open_.reserve(deepest + 2);
  }

  // False where the page is not for us.
  bool parse() {
    if (!prologue()) {
      return false;
    }
    while (at_ < end_) {
      if (!step()) {
        return false;
      }
    }
    return page_.root_ != nullptr;
  }

 private:
  struct Open {
    const HtmlName* name;
    HtmlNode* node;
  };

  [[nodiscard]] std::string_view rest() const {
    return {at_, static_cast<std::size_t>(end_ - at_)};
  }
  [[nodiscard]] bool is_in(std::string_view name) const {
    return !open_.empty() && open_.back().name->text == name;
  }
  [[nodiscard]] bool is_in_raw() const {
    return !open_.empty() && (open_.back().name->flags & html_is_raw) != 0;
  }
  // What a text must not stand in: it begins a paragraph there.
  [[nodiscard]] bool is_outside() const { return open_.empty() || is_in("html") || is_in("head"); }

  void skip_blanks() {
    while (at_ < end_ && is_blank(*at_)) {
      ++at_;
    }
  }

  // ---- nodes ----

  // As the last child of the innermost element. What stands in none is lost, but for the root, and
  // what follows the root where nothing stood before that.
  HtmlNode* add(HtmlNode::Kind kind) {
    auto* parent = open_.empty() ? nullptr : open_.back().node;
    const bool is_root = parent == nullptr && kind == HtmlNode::Kind::element;
    if (is_root && is_first_) {
      parent = page_.root_;
    }
    auto* made = page_.nodes_.add(kind, parent);
    if (is_root && page_.root_ == nullptr) {
      page_.root_ = made;
    }
    return made;
  }

  HtmlNode* push(const HtmlName* name) {
    auto* made = add(HtmlNode::Kind::element);
    made->name = local_name(name);
    open_.push_back({name, made});
    seen_head_ = seen_head_ || name->text == "head" || name->text == "body";
    seen_body_ = seen_body_ || name->text == "body";
    return made;
  }

  // <o:p> is called "p", but closed as "o:p".
  const HtmlName* local_name(const HtmlName* name) {
    const auto colon = name->text.find(':');
    const bool prefixed =
        colon != std::string_view::npos && colon > 0 && colon + 1 < name->text.size();
    return prefixed ? page_.nodes_.name(name->text.substr(colon + 1)) : name;
  }

  [[nodiscard]] bool is_open(std::string_view name) const {
    return std::ranges::any_of(open_, [&](const Open& each) { return each.name->text == name; });
  }

  // ---- names ----

  // The name from `at_` on, which moves behind it; null where there are too many.
  const HtmlName* take_name() {
    std::array<char, longest_name> name{};
    std::size_t length = 0;
    while (at_ < end_ && is_name(*at_)) {
      if (length == longest_name) {
        return nullptr;
      }
      name.at(length++) = lower(*at_++);
    }
    const auto* found = page_.nodes_.name({name.data(), length});
    return page_.nodes_.own_names() > most_names ? nullptr : found;
  }

  // ---- what stands before the content ----

  bool prologue() {
    bool doctype = false;
    for (skip_blanks(); at_ < end_ && *at_ == '<'; skip_blanks()) {
      if (rest().starts_with("<!--")) {
        if (!comment()) {
          return false;
        }
      } else if (!doctype && starts_doctype()) {
        doctype = true;
        if (!skip_doctype()) {
          return false;
        }
      } else {
        break;
      }
      is_first_ = false;
    }
    return true;
  }

  [[nodiscard]] bool starts_doctype() const {
    constexpr std::string_view word = "<!doctype";
    const auto start = rest().substr(0, word.size());
    return start.size() == word.size() && std::ranges::equal(start, word, {}, lower);
  }

  bool skip_doctype() {
    const auto declaration = rest().substr(0, rest().find('>'));
    const bool whole = declaration.size() < rest().size() &&
                       std::ranges::count(declaration, '"') % 2 == 0 &&
                       std::ranges::count(declaration, '\'') % 2 == 0 &&
                       declaration.find('[') == std::string_view::npos;
    at_ += declaration.size() + 1;
    return whole;
  }

  // ---- content ----

  bool step() {
    if (*at_ != '<') {
      return is_in_raw() ? raw() : text();
    }
    const char next = at_ + 1 < end_ ? at_[1] : '\0';
    if (next == '/') {
      return end_tag();
    }
    if (is_letter(next)) {
      return start_tag();
    }
    if (is_in_raw()) {
      return raw();
    }
    return rest().starts_with("<!--") && comment();
  }

  bool comment() {
    constexpr std::size_t opening = 4;
    const auto body = rest().substr(opening);
    // "-->", or "--!>"
    auto close = body.find("--");
    while (close != std::string_view::npos && body.substr(close + 2, 1) != ">" &&
           body.substr(close + 2, 2) != "!>") {
      close = body.find("--", close + 1);
    }
    if (close == std::string_view::npos) {
      return false;
    }
    add(HtmlNode::Kind::comment)->text = body.substr(0, close);
    at_ += opening + close + (body[close + 2] == '>' ? 3 : 4);
    return true;
  }

  // The content of a <script> or <style>, up to its end tag.
  bool raw() {
    const auto name = open_.back().name->text;
    const auto content = rest();
    auto close = content.find("</");
    while (close != std::string_view::npos &&
           !std::ranges::equal(content.substr(close + 2, name.size()), name, {}, lower)) {
      close = content.find("</", close + 1);
    }
    close = std::min(close, content.size());
    const auto* before = open_.back().node->last;
    if (before != nullptr && before->kind == HtmlNode::Kind::raw) {
      return false;  // "</scripts>" in a script: libxml2 joins the two
    }
    add(HtmlNode::Kind::raw)->text = content.substr(0, close);
    at_ += close;
    return at_ == end_ || end_tag();
  }

  bool text() {
    if (is_outside() && !may_stand_outside()) {
      return false;
    }
    // What an end tag of nothing parted is one.
    auto* node = open_.empty() ? nullptr : open_.back().node->last;
    const bool goes_on = node != nullptr && node->is_text();
    auto* const start = goes_on ? text_end_ : at_;
    auto* const out = take_text(start, '<', '&');
    if (out == nullptr) {
      return false;
    }
    if (!open_.empty()) {
      node = goes_on ? node : add(HtmlNode::Kind::text);
      const auto* const begin = goes_on ? node->text.data() : start;
      node->text = {begin, static_cast<std::size_t>(out - begin)};
      text_end_ = out;
    }
    return true;
  }

  // Of the text from `at_` on, which stands in no body: blanks stay there, all else begins a
  // paragraph, which libxml2 does by rules of its own.
  [[nodiscard]] bool may_stand_outside() const {
    const auto blanks = std::min(rest().find_first_not_of(" \n\t\r"), rest().size());
    return blanks <= longest_blanks && (blanks == rest().size() || rest()[blanks] == '<');
  }

  // Moves what stands up to `stop`, or the end, to `out`, each reference as what it stands for.
  // Where it then ends; null where a reference is none of ours.
  char* take_text(char* out, char stop, char sign) {
    while (at_ < end_ && *at_ != stop) {
      if (*at_ == sign) {
        const auto reference = reference_at(rest());
        if (!reference) {
          return nullptr;
        }
        out = put(out, reference->point);
        at_ += reference->length;
        continue;
      }
      const auto length = run(stop, sign);
      if (out != at_) {
        std::memmove(out, at_, length);
      }
      out += length;
      at_ += length;
    }
    return out;
  }

  // How many bytes from `at_` on are neither of the two.
  [[nodiscard]] std::size_t run(char stop, char sign) const {
    const auto* found = at_;
    while (found < end_ && *found != stop && *found != sign) {
      ++found;
    }
    return static_cast<std::size_t>(found - at_);
  }

  // ---- tags ----

  bool end_tag() {
    at_ += 2;
    if (!begins_name()) {
      return false;
    }
    const auto* name = take_name();
    if (name == nullptr) {
      return false;
    }
    const auto close = rest().find('>');
    at_ += std::min(close, rest().size() - 1) + 1;
    const auto priority = name->priority;
    for (auto i = open_.size(); i > 0; --i) {
      if (open_[i - 1].name == name) {
        open_.resize(i - 1);
        break;
      }
      if (open_[i - 1].name->priority > priority) {
        break;
      }
    }
    return true;
  }

  bool start_tag() {
    auto* const tag = at_++;
    const auto* name = take_name();
    // <li.> closes what <li> does, but is not called so.
    if (name == nullptr || name->text.find('.') != std::string_view::npos) {
      return false;
    }
    while (!open_.empty() && closes(*name, *open_.back().name)) {
      open_.pop_back();
    }
    if (is_in_raw()) {
      at_ = tag;
      return raw();
    }
    imply(name);
    // One that is out of place is left out by rules of its own.
    const bool misplaced = (name->text == "html" && !open_.empty()) ||
                           (name->text == "head" && open_.size() != 1) ||
                           (name->text == "body" && is_open("body"));
    if (misplaced || open_.size() >= deepest) {
      return false;
    }
    auto* made = push(name);
    if (!take_attributes(made)) {
      return false;
    }
    const bool closed = *at_ == '/';
    at_ += closed ? 2 : 1;
    if (closed || (name->flags & html_is_empty) != 0) {
      open_.pop_back();
    }
    return true;
  }

  // <html>, <head> and <body> that are left away before `name`.
  void imply(const HtmlName* name) {
    if (name->text == "html") {
      return;
    }
    if (open_.empty()) {
      push(known_html_name("html"));
    }
    if (name->text == "body" || name->text == "head") {
      return;
    }
    if (open_.size() <= 1 && (name->flags & html_is_of_head) != 0) {
      if (!seen_head_) {
        push(known_html_name("head"));
      }
    } else if ((name->flags & html_is_no_body) == 0 && !seen_body_ && !is_open("body") &&
               !is_open("head")) {
      push(known_html_name("body"));
    }
  }

  [[nodiscard]] bool ends_tag() const {
    return *at_ == '>' || (*at_ == '/' && at_ + 1 < end_ && at_[1] == '>');
  }

  [[nodiscard]] bool begins_name() const {
    return at_ < end_ && (is_letter(*at_) || *at_ == '_' || *at_ == ':' || *at_ == '.');
  }

  void skip_word() {
    while (at_ < end_ && !is_blank(*at_) && !ends_tag()) {
      ++at_;
    }
  }

  // Up to ">" or "/>"; false where the page ends before it.
  bool take_attributes(HtmlNode* element) {
    HtmlAttribute* last = nullptr;
    for (skip_blanks(); at_ < end_ && !ends_tag(); skip_blanks()) {
      if (!begins_name()) {
        skip_word();
        continue;
      }
      const auto* name = take_name();
      if (name == nullptr) {
        return false;
      }
      auto* made = page_.nodes_.add_attribute(name);
      if (!take_value(*made)) {
        return false;
      }
      if (!has_attribute(*element, name)) {  // of two the first is taken
        (last == nullptr ? element->attributes : last->next) = made;
        last = made;
      }
    }
    return at_ < end_;
  }

  // Names that are equal are one: they are few, and so are the attributes.
  static bool has_attribute(const HtmlNode& element, const HtmlName* name) {
    const auto* found = element.attributes;
    while (found != nullptr && found->name != name) {
      found = found->next;
    }
    return found != nullptr;
  }

  bool take_value(HtmlAttribute& attribute) {
    skip_blanks();
    if (at_ == end_ || *at_ != '=') {
      if ((attribute.name->flags & html_is_boolean) != 0) {
        attribute.value = attribute.name->text;
      }
      return true;
    }
    ++at_;
    skip_blanks();
    if (at_ == end_) {
      return false;
    }
    return *at_ == '"' || *at_ == '\'' ? quoted(attribute) : unquoted(attribute);
  }

  bool quoted(HtmlAttribute& attribute) {
    const char quote = *at_++;
    auto* const start = at_;
    auto* const out = take_text(start, quote, '&');
    if (out == nullptr || at_ == end_) {
      return false;
    }
    ++at_;
    attribute.value = {start, static_cast<std::size_t>(out - start)};
    return true;
  }

  bool unquoted(HtmlAttribute& attribute) {
    auto* const start = at_;
    while (at_ < end_ && !is_blank(*at_) && *at_ != '>') {
      if (*at_ == '&') {
        return false;
      }
      ++at_;
    }
    attribute.value = {start, static_cast<std::size_t>(at_ - start)};
    return true;
  }

  TidyPage& page_;
  char* at_;
  char* end_;
  std::vector<Open> open_;
  char* text_end_ = nullptr;  ///< of the last text
  bool is_first_ = true;      ///< the root, of what libxml2 keeps
  bool seen_head_ = false;
  bool seen_body_ = false;
};

std::unique_ptr<TidyPage> TidyPage::parse(std::string_view utf8) {
  if (utf8.size() > largest || has_what_xml_cannot_hold(utf8)) {
    return nullptr;
  }
  // The constructor is private.
  std::unique_ptr<TidyPage> page(new TidyPage(utf8));
  return TidyParser(*page).parse() ? std::move(page) : nullptr;
}

}  // namespace pressgraph
