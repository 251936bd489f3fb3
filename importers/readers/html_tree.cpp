// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/html_tree.hpp"

#include "importers/readers/fields.hpp"
#include "importers/readers/html_mended_page.hpp"
#include "importers/readers/html_tidy_page.hpp"

namespace pressgraph {
namespace {

constexpr std::size_t where_charsets_stand = 4096;

bool ends_name(char c) {
  return c == '"' || c == '\'' || c == ' ' || c == ';' || c == '>' || c == '/';
}

}  // namespace

HtmlDocument::HtmlDocument(std::unique_ptr<TidyPage> tidy, std::unique_ptr<MendedPage> mended)
    : tidy_(std::move(tidy)), mended_(std::move(mended)) {}
HtmlDocument::HtmlDocument(HtmlDocument&& other) noexcept = default;
HtmlDocument& HtmlDocument::operator=(HtmlDocument&& other) noexcept = default;
HtmlDocument::~HtmlDocument() = default;

const HtmlNode* HtmlDocument::root() const {
  return tidy_ != nullptr ? tidy_->root() : mended_->root();
}

HtmlDocument parse_html(std::string_view utf8) {
  auto tidy = TidyPage::parse(utf8);
  return tidy != nullptr ? HtmlDocument(std::move(tidy), nullptr) : mended_html(utf8);
}

HtmlDocument mended_html(std::string_view utf8) {
  return {nullptr, std::make_unique<MendedPage>(utf8)};
}

std::string charset_of_page(std::string_view bytes) {
  const auto head = lower_ascii(bytes.substr(0, where_charsets_stand));
  for (auto at = head.find("charset="); at != std::string::npos;
       at = head.find("charset=", at + 1)) {
    const auto tag = head.rfind('<', at);
    if (tag == std::string::npos || !std::string_view(head).substr(tag).starts_with("<meta")) {
      continue;
    }
    auto begin = at + 8;
    begin += head.substr(begin, 1) == "\"" || head.substr(begin, 1) == "'" ? 1U : 0U;
    auto end = begin;
    while (end < head.size() && !ends_name(head[end])) {
      ++end;
    }
    return head.substr(begin, end - begin);
  }
  return {};
}

}  // namespace pressgraph
