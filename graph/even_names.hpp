// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

/// Names of bodies, events and instruments as their words, and those names that tell none apart.
namespace pressgraph {

/// The words of a body's or event's name, sorted, spelling evened out ("Defence", "Programme",
/// "U.S."), what other languages call it in English, articles and prepositions left out: "Ministry
/// of Defence", "Defense Ministry" and "Ministerio de Defensa" are one.
std::string even_words(std::string_view name);

/// Whether a word of `name` is one that another language has for a kind of body or what it is for:
/// "Bundesministerium der Finanzen".
bool is_translated_name(std::string_view name);

/// Whether these words (of `even_words`) are a whole name that many bodies of a country share.
bool is_local_name(const std::string& words);

/// Whether a body of any country may have these words (of `even_words`) as its name.
bool are_common_words(const std::string& words);

/// Whether `name` is one that a body of any country may have, or one in any country:
/// "Constitutional Court", "Ministry of Digital Economy", "Embassy of Norway".
bool is_common_name(std::string_view name);

/// Whether a country has one body of this common name, and not many ("Police Department").
bool is_once_a_country(std::string_view name);

/// Whether a country has many bodies of this common name.
bool is_many_a_country(std::string_view name);

/// Whether another country's, or that of a part of the country, is as likely to be meant by this
/// common name where a release speaks of their governments: "the Senate".
bool is_shared_name(std::string_view name);

/// Whether a body of `country` may be called by this common name: no "Ministry of Defence" is of
/// the United States.
bool may_be_of(std::string_view name, std::string_view country);

/// Whether `name` says what an instrument is and not which: "Memorandum of Understanding", "Free
/// Trade Agreement".
bool is_kind_of_instrument(std::string_view name);

}  // namespace pressgraph
