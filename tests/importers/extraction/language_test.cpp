// SPDX-License-Identifier: Apache-2.0
#include "importers/extraction/language.hpp"

#include <gmock/gmock.h>

#include "importers/extraction/extract.hpp"

namespace pressgraph {
namespace {

using testing::IsEmpty;

constexpr std::string_view english =
    "The Minister of Transport met her colleague from Latvia on Monday. They talked about the new "
    "railway line and agreed to meet again in the autumn, when the first trains are to run.";
constexpr std::string_view french =
    "Le ministre des Transports a rencontré lundi son homologue letton. Ils ont parlé de la "
    "nouvelle "
    "ligne de chemin de fer et sont convenus de se revoir en automne, quand rouleront les trains.";
constexpr std::string_view spanish =
    "El Ministro de Transportes se reunió el lunes con su homólogo de Letonia. Hablaron de la "
    "nueva "
    "línea de ferrocarril y acordaron verse de nuevo en otoño, cuando circulen los primeros "
    "trenes.";
constexpr std::string_view russian =
    "В понедельник министр транспорта встретился со своим коллегой из Латвии. Они обсудили новую "
    "железнодорожную линию и договорились встретиться снова осенью.";
constexpr std::string_view arabic =
    "التقى وزير النقل يوم الاثنين نظيره من لاتفيا وتحدثا عن خط السكك الحديدية الجديد واتفقا على "
    "الاجتماع مرة أخرى في الخريف عندما تسير القطارات الأولى";

Extraction extracted(std::string_view text, std::string language = "") {
  static const Extractor extractor;
  Release release;
  release.id = "example";
  release.title = "Note";
  release.publisher = "Ministry of Transport";
  release.topics = {"Rail"};
  release.language = std::move(language);
  release.text = text;
  return extractor.extract(std::move(release));
}

TEST(Language, IsToldFromTheWords) {
  EXPECT_EQ(language_of(english), "en");
  EXPECT_EQ(language_of(french), "fr");
  EXPECT_EQ(language_of(spanish), "es");
  EXPECT_EQ(language_of(russian), "ru");
  EXPECT_EQ(language_of(arabic), "ar");
}

TEST(Language, IsNotGuessedFromAFewWords) {
  EXPECT_THAT(language_of(""), IsEmpty());
  EXPECT_THAT(language_of("Riga, 3 May"), IsEmpty());
}

TEST(Language, OfALongTextIsThatOfItsBody) {
  const auto text =
      std::string(french) + "\n\n" + std::string(english) +
      "\n\nNobody had expected the harbour to be open so early in the year. The ice "
      "broke in March, and the ferries took up their service within days of that. "
      "Farmers on the islands, who had waited since November for seed and fuel, were "
      "the first to be served. A second convoy is to leave when the weather allows.\n\n"
      "The next hearing of the commission takes place in May, and its members have "
      "asked for written comments until then. Whoever wishes to speak can write to the "
      "secretary, who keeps the list and answers questions about the rules.";
  EXPECT_EQ(language_of(text), "en");
}

TEST(Language, IsWrittenIntoTheRelease) {
  EXPECT_EQ(extracted(english).release.language, "en");
  EXPECT_EQ(extracted(russian, "en").release.language, "ru") << "the text tells, not the metadata";
  EXPECT_EQ(extracted("Riga, 3 May", "en-GB").release.language, "en-GB");
}

TEST(Language, ThatIsNotReadGivesNothingButMetadata) {
  const auto extraction = extracted(spanish);
  EXPECT_EQ(extraction.release.text, spanish);
  EXPECT_THAT(extraction.sentences, IsEmpty());
  for (const auto& edge : extraction.edges) {
    EXPECT_TRUE(edge.relation == Relation::about || edge.relation == Relation::published)
        << info(edge.relation).name;
  }
  EXPECT_EQ(extraction.nodes.size(), 3U);  // release, topic, publisher
}

}  // namespace
}  // namespace pressgraph
