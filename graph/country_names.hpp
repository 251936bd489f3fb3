// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>

/// The names of countries inside other names, by schemas/lexicons/countries.toml.
namespace pressgraph {

/// The codes of the countries that `text` names by a name or an adjective of theirs that is nothing
/// else: RUS of "The Kremlin (President of Russia)".
std::set<std::string> countries_named(std::string_view text);

/// `name` in small letters without the words that name the country `code`: "ministry of defence of"
/// of "Ministry of Defence of Ukraine". Empty where it does not name it.
std::string without_country(std::string_view name, std::string_view code);

/// The country of a publisher, told by its name or by the seat that it is called by ("The White
/// House"); empty where none or several are.
std::string country_of_publisher(std::string_view publisher);

}  // namespace pressgraph
