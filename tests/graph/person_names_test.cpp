// SPDX-License-Identifier: Apache-2.0
#include "graph/person_names.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace pressgraph {
namespace {

using testing::ElementsAre;

NameLikeness of(std::string_view a, std::string_view b) {
  return likeness(person_name(a), person_name(b));
}

TEST(PersonName, LeavesOutHonorificsParticlesAndGenerations) {
  EXPECT_THAT(person_name("H.E. Dr. António Guterres").words,
              ElementsAre("h", "e", "antonio", "guterres"));
  EXPECT_THAT(person_name("Ursula von der Leyen").words, ElementsAre("ursula", "leyen"));
  EXPECT_THAT(person_name("Ben Wallace").words, ElementsAre("ben", "wallace"));
  EXPECT_EQ(person_name("Joseph R. Biden, Jr.").generation, "jr");
}

TEST(PersonName, LeavesOutATitleBeforeTwoNames) {
  EXPECT_EQ(person_name("King Salman bin Abdulaziz").words,
            (std::vector<std::string>{"salman", "abdulaziz"}));
  EXPECT_EQ(person_name("Prince Zeid").words, (std::vector<std::string>{"prince", "zeid"}));
  EXPECT_EQ(person_name("Angus King").words, (std::vector<std::string>{"angus", "king"}));
}

TEST(PersonName, SoundsTheSameInAnyTransliteration) {
  for (const auto& [a, b] :
       {std::pair("zelensky", "zelenskyy"), std::pair("zelenskiy", "zelenskyi"),
        std::pair("sergey", "sergei"), std::pair("khrushchev", "hrushev"),
        std::pair("dissanayake", "disanayake"), std::pair("yuri", "yuriy")}) {
    EXPECT_EQ(sound(a), sound(b));
  }
  EXPECT_NE(sound("berg"), sound("burg"));
}

TEST(PersonName, TellsTwoOfAShortFamilyNameApart) {
  EXPECT_EQ(of("Seung Min Kim", "Sung Kim"), NameLikeness::none);
  EXPECT_EQ(of("Aleksandr Petrovich Orlov", "Alexander Orlov"), NameLikeness::middle);
}

TEST(PersonName, TellsHowTwoNamesMayBeOne) {
  EXPECT_EQ(of("Ilse Berg", "Ilse BERG"), NameLikeness::same);
  EXPECT_EQ(of("BERG Ilse", "Ilse Berg"), NameLikeness::order);
  EXPECT_EQ(of("Volodymyr Zelensky", "Volodymyr Zelenskyy"), NameLikeness::spelling);
  EXPECT_EQ(of("Joe Biden", "Joseph Biden"), NameLikeness::form);
  EXPECT_EQ(of("Vladimir Putin", "Vladimir Vladimirovich Putin"), NameLikeness::middle);
  EXPECT_EQ(of("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"), NameLikeness::middle);
  EXPECT_EQ(of("V. Putin", "Vladimir Putin"), NameLikeness::initials);
  EXPECT_EQ(of("Putin", "Vladimir Putin"), NameLikeness::family);
}

TEST(PersonName, KeepsApartWhatOnlyLooksAlike) {
  for (const auto& [a, b] :
       {std::pair("Ilse Berg", "Ilse Burg"), std::pair("Olena Zelenska", "Volodymyr Zelenskyy"),
        std::pair("Maria Petrova", "Mario Petrov"), std::pair("Jill Biden", "Joe Biden"),
        std::pair("George W. Bush", "George H. W. Bush"),
        std::pair("John Smith Jr.", "John Smith III"), std::pair("Boris Johnson", "Ben Johnson")}) {
    EXPECT_EQ(of(a, b), NameLikeness::none) << a << ", " << b;
  }
}

TEST(PersonName, GivesAlikeNamesACommonKey) {
  for (const auto& [a, b] :
       {std::pair("BERG Ilse", "Ilse Berg"), std::pair("Putin", "Vladimir Vladimirovich Putin"),
        std::pair("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"),
        std::pair("Volodymyr Zelensky", "V. Zelenskiy")}) {
    const auto first = blocking_keys(person_name(a));
    const auto second = blocking_keys(person_name(b));
    EXPECT_TRUE(std::ranges::any_of(
        first,
        [&](const std::string& key) { return std::ranges::find(second, key) != second.end(); }))
        << a << ", " << b;
  }
}

}  // namespace
}  // namespace pressgraph
