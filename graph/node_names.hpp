// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "graph/model.hpp"

/// What the name of a node of one release tells by itself, and whether another node may bear it
/// too. Pure functions, linear in the name and the aliases.
namespace pressgraph {

/// Whether a word of it says no more than that people met or spoke: "meeting", "call".
bool has_personal_noun(std::string_view name);

/// "meeting", "phone call": says with nobody whom, so that of two on one day each may be another.
bool is_bare_event(std::string_view name);

/// A proper name has capitals: with a date one will do ("Vilnius summit"), which else may be a
/// sentence's ("Expert roundtable"). The common nouns of the day make none, but in a long title
/// ("Special Meeting on Countering ..."), as long as it is not with someone ("call on President
/// X").
bool is_proper(std::string_view name, bool dated);

/// Whether it tells which of a series: "Ninth Summit of the Americas", "2021 Food Systems Summit".
bool has_number(const std::string& name);

/// Of an official: one word, and no form has a title before it ("President Obama"): whoever bears
/// the name.
bool is_bare(const Node& node);

/// A body that any country may have, and no country is told: whoever publishes means its own.
bool is_anyones(const Node& node);

/// Whether initials are all that tells the body, which is called otherwise: "NSC", not "BMW".
bool is_told_by_acronym_alone(const Node& node);

/// Whether it is called as a body of each country is: "Office of the President".
bool is_told_by_bare_name(const Node& node);

/// Whether bodies share the name, each its own, as a list may have it: "U.S. Attorney's Office".
bool is_shared_by_many(const Node& node);

/// Whether it is a unit, and its release does not say of which body: "Harrow Field Division".
bool is_unit_of_some_body(const Node& node);

/// One of many of its kind: which one, its release alone tells.
bool is_any_instrument(const Node& node);

}  // namespace pressgraph
