// SPDX-License-Identifier: Apache-2.0
#include "graph/url_key.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace pressgraph {
namespace {

// Parameters of a query that change nothing of what the page says; "utm_*" is any that begins so.
// Sources: the campaign parameters of Google, Meta, Microsoft, Mailchimp and HubSpot; WordPress,
// Drupal, Joomla and SharePoint for print copies.
constexpr std::array<std::string_view, 23> idle_parameters{
    "utm_*",     "fbclid",   "gclid", "dclid",     "gbraid",  "wbraid", "msclkid",
    "mc_cid",    "mc_eid",   "_hs*",  "hss_*",     "igshid",  "yclid",  "cmpid",
    "ncid",      "ref_src",  "print", "printable", "printer", "pf",     "printerfriendly",
    "sessionid", "phpsessid"};

// Ends of a path that lead to another copy of the page, or to itself.
constexpr std::array<std::string_view, 10> idle_ends{
    "/print",     "/print.html", "/amp",         "/amp.html",   "/index.html",
    "/index.htm", "/index.php",  "/index.shtml", "/index.aspx", "/default.aspx"};

bool is_idle(std::string_view parameter) {
  std::string name(parameter.substr(0, parameter.find('=')));
  std::ranges::transform(name, name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return name.empty() || std::ranges::any_of(idle_parameters, [&](std::string_view idle) {
           return idle.ends_with("*") ? name.starts_with(idle.substr(0, idle.size() - 1))
                                      : name == idle;
         });
}

std::string query_key(std::string_view query) {
  std::vector<std::string_view> kept;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    if (!is_idle(query.substr(0, end))) {
      kept.push_back(query.substr(0, end));
    }
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  std::ranges::sort(kept);
  std::string key;
  for (const auto parameter : kept) {
    key += key.empty() ? '?' : '&';
    key += parameter;
  }
  return key;
}

std::string host_key(std::string_view authority) {
  authority = authority.substr(authority.rfind('@') + 1);
  for (const std::string_view port : {":80", ":443"}) {
    if (authority.ends_with(port)) {
      authority.remove_suffix(port.size());
    }
  }
  std::string host(authority);
  std::ranges::transform(host, host.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return host.starts_with("www.") ? host.substr(4) : host;
}

std::string_view without_slashes(std::string_view path) {
  return path.substr(0, path.find_last_not_of('/') + 1);
}

std::string_view path_key(std::string_view path) {
  path = without_slashes(path);
  for (const auto end : idle_ends) {
    if (path.ends_with(end)) {
      path.remove_suffix(end.size());
      break;
    }
  }
  return without_slashes(path);
}

}  // namespace

std::string url_key(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) {
    return std::string(url);
  }
  url.remove_prefix(scheme + 3);
  const auto question = std::min(url.find('?'), url.size());
  const auto slash = std::min(url.find('/'), question);
  const auto query = url.substr(std::min(question + 1, url.size()));
  return host_key(url.substr(0, slash)) +
         std::string(path_key(url.substr(slash, question - slash))) + query_key(query);
}

}  // namespace pressgraph
