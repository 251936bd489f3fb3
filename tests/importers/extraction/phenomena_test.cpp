// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <gmock/gmock.h>
#include <toml++/toml.h>

#include "importers/extraction/extract.hpp"
#include "tests/importers/extraction/sentences.hpp"

namespace pressgraph {
namespace {

const Extractor& extractor() {
  static const Extractor instance;
  return instance;
}

std::vector<std::string> strings(const toml::table& row, std::string_view key) {
  std::vector<std::string> out;
  if (const auto* list = row[key].as_array()) {
    for (const auto& item : *list) {
      out.push_back(item.value_or(std::string()));
    }
  }
  return out;
}

TEST(Phenomena, EachCaseSaysWhatItMustAndNothingElse) {
  const auto file = toml::parse_file(std::string(PRESSGRAPH_SOURCE_DIR) +
                                     "/tests/importers/extraction/phenomena.toml");
  const auto& cases = *file["case"].as_array();
  ASSERT_GT(cases.size(), 20U);
  for (const auto& item : cases) {
    const auto& row = *item.as_table();
    SCOPED_TRACE(row["code"].value_or(std::string()));
    Release release;
    release.id = "case";
    release.title = row["title"].value_or(std::string());
    release.publisher = row["publisher"].value_or(std::string());
    release.published = row["published"].value_or(std::string("2024-05-03"));
    release.text = row["text"].value_or(std::string());
    const auto extraction = extractor().extract(release);
    const auto edges = shown_edges(extraction);
    const auto scheduled = shown_edges(extraction, Status::scheduled);
    for (const auto& wanted : strings(row, "has")) {
      EXPECT_THAT(edges, testing::Contains(wanted));
    }
    for (const auto& wanted : strings(row, "scheduled")) {
      EXPECT_THAT(scheduled, testing::Contains(wanted));
    }
    for (const auto& unwanted : strings(row, "not")) {
      EXPECT_THAT(edges, testing::Not(testing::Contains(unwanted)));
    }
  }
}

Extraction extraction_of(const std::string& text, const std::string& publisher = "") {
  Release release;
  release.id = "case";
  release.title = "News";
  release.publisher = publisher;
  release.text = text;
  return extractor().extract(release);
}

std::vector<std::string> authorities(const Extraction& extraction) {
  std::vector<std::string> all;
  for (const auto& node : extraction.nodes) {
    all.emplace_back(attribute(node.attributes, "authority"));
  }
  return all;
}

TEST(Phenomena, InitialsThatTheReleaseExplainsAreNoListedBodys) {
  const auto found = authorities(extraction_of(
      "The National Sheriffs Association (NSA) met. The Senior Executive Service (SES) "
      "agreed with the NSA. The Federal Security Service (FSB) did not."));
  EXPECT_THAT(found, testing::Not(testing::Contains("us-nsa")));
  EXPECT_THAT(found, testing::Not(testing::Contains("ua-ses")));
  EXPECT_THAT(found, testing::Contains("ru-fsb"));
}

TEST(Phenomena, ThreeLettersOfAStatesBodyNeedThatState) {
  const auto is_indias = [](const std::string& text, const std::string& publisher) {
    return std::ranges::count(authorities(extraction_of(text, publisher)), "in-ncb") != 0;
  };
  EXPECT_FALSE(is_indias("The two sides agreed. The NCB thanked all of them.", "INTERPOL"));
  EXPECT_FALSE(is_indias("The two sides agreed. The Head of NCB Tirana came.", "INTERPOL"));
  EXPECT_TRUE(is_indias("The two sides agreed. The NCB thanked Indian officers.", "INTERPOL"));
  EXPECT_TRUE(is_indias("The two sides met in Mumbai. The NCB thanked them.", "INTERPOL"));
  EXPECT_TRUE(is_indias("The Narcotics Control Bureau came. The NCB thanked them.", "INTERPOL"));
}

TEST(Phenomena, AListedBodysNameEndsBeforeWhatIsNoneOfIt) {
  const auto agencies = [](const std::string& title, const std::string& text) {
    Release release;
    release.id = "case";
    release.title = title;
    release.publisher = "Harrow Observer";
    release.text = text;
    std::vector<std::string> all;
    for (const auto& node : extractor().extract(release).nodes) {
      if (node.type == NodeType::agency) {
        all.push_back(node.name);
      }
    }
    return all;
  };
  const std::string state = "Department of State";
  const auto has = [&](const std::vector<std::string>& all) {
    return std::ranges::count(all, state) == 1 &&
           std::ranges::none_of(all, [&](const std::string& name) {
             return name.starts_with(state) && name != state;
           });
  };
  EXPECT_TRUE(has(agencies("News", "Ada Roe is the Department of State Chair at a college.")));
  EXPECT_TRUE(has(agencies("News", "The list is on the Department of State Web site today.")));
  EXPECT_TRUE(has(agencies("Department of State Hosts Talks on Ports",
                           "The Department of State agreed to it on Monday.")));
  EXPECT_TRUE(
      has(agencies("News", "All agreed. *Department of State Invests $2 in Ports* It helps.")));
}

TEST(Phenomena, WhatAMinisterIsForIsNoListedBody) {
  EXPECT_THAT(authorities(extraction_of("The Minister of Patriots and Veterans Affairs agreed.")),
              testing::Not(testing::Contains("us-va")));
  EXPECT_THAT(authorities(extraction_of("The Secretary of Veterans Affairs agreed.")),
              testing::Contains("us-va"));
  EXPECT_THAT(authorities(extraction_of("The President of Ukraine and NATO agreed on aid.")),
              testing::Contains("nato"));
}

TEST(Phenomena, TheSecurityCouncilOfAStatesOwnReleaseIsTheStates) {
  const std::string text = "Secretary of the Security Council Nikolai Orlov agreed in Moscow.";
  EXPECT_THAT(authorities(extraction_of(text, "The Kremlin (President of Russia)")),
              testing::Contains("rus-nsc"));
  EXPECT_THAT(authorities(extraction_of(text, "NATO")), testing::Contains("un-sc"));
}

TEST(Phenomena, TheGeneralAssemblyOfAnOrganisationsOwnReleaseIsTheOrganisations) {
  const std::string text = "The two sides agreed. The General Assembly met in Rome.";
  EXPECT_THAT(authorities(extraction_of(text, "INTERPOL")), testing::Contains("interpol-ga"));
  EXPECT_THAT(authorities(extraction_of(text, "NATO")), testing::Contains("un-ga"));
  EXPECT_THAT(authorities(extraction_of("The UN General Assembly agreed. " + text, "INTERPOL")),
              testing::Not(testing::Contains("interpol-ga")));
}

TEST(Phenomena, ACountryIsToldFromThePartOfAnotherThatHasItsName) {
  const auto georgia = [](const std::string& text, const std::string& publisher) {
    const auto all = authorities(extraction_of("The two sides agreed. " + text, publisher));
    const auto country = std::ranges::count(all, "GEO") != 0;
    const auto part = std::ranges::count(all, "georgia") != 0;
    return std::string(country ? "country" : "") + (part ? "part" : "");
  };
  const std::string justice = "US Department of Justice";
  EXPECT_EQ(georgia("The leaders of Ukraine, Moldova and Georgia met.", justice), "country");
  EXPECT_EQ(georgia("They consulted with Georgia.", "President of Ukraine"), "country");
  EXPECT_EQ(georgia("The President of Georgia met Ada Nwosu.", justice), "country");
  EXPECT_EQ(georgia("They went to Latvia and Malta, then to Georgia.", justice), "country");
  EXPECT_EQ(georgia("Ada Nwosu, of Rexville, Georgia, was charged.", justice), "part");
  EXPECT_EQ(georgia("They went to Atlanta, Georgia.", "President of Ukraine"), "part");
  EXPECT_EQ(georgia("The envoys met in Tbilisi, Georgia.", justice), "country");
  EXPECT_EQ(georgia("They left Batumi and Poti. The port of Georgia is deep.", justice), "country");
  EXPECT_EQ(georgia("They consulted with Georgia.", "Harrow Observer"), "country");
  EXPECT_EQ(georgia("They left Atlanta. A court in Georgia agreed.", "Harrow Observer"), "part");
  EXPECT_EQ(georgia("Delaware, Georgia and Kentucky agreed.", "President of Ukraine"), "part");
  EXPECT_EQ(georgia("The Georgia Department of Tides helped.", justice), "part");
}

// By the holder's name; empty where none is told.
std::string position_of(const Extraction& extraction, std::string_view holder) {
  for (const auto& edge : extraction.edges) {
    const auto node = std::ranges::find(extraction.nodes, edge.subject, &Node::id);
    if (edge.relation == Relation::holds && node->name == holder) {
      return std::string(attribute(edge.attributes, "position"));
    }
  }
  return "no post";
}

TEST(Phenomena, APositionIsWhatTheTextCallsIt) {
  const auto several = extraction_of(
      "The case is led by Assistant U.S. Attorneys Karl Brandt and Petra Weiss, and by Trial "
      "Attorney Ada Roe of the Tides Section of the Harbour Institute.");
  EXPECT_EQ(position_of(several, "Karl Brandt"), "Assistant U.S. Attorney");
  EXPECT_EQ(position_of(several, "Petra Weiss"), "Assistant U.S. Attorney");
  EXPECT_EQ(position_of(several, "Ada Roe"), "Trial Attorney");
  const auto served = extraction_of(
      "Ms. Ada Roe served at the White House as Director for Harbours. Mr. Karl Brandt worked at "
      "the Harbour Institute for years.");
  EXPECT_EQ(position_of(served, "Ada Roe"), "Director for Harbours");
  EXPECT_EQ(position_of(served, "Karl Brandt"), "");
  const auto listed = extraction_of(
      "The participants were:\n\nChancellor Ada Roe, Harrow University\n\nDean Karl Brandt, Harrow "
      "University School of Law\n\nThey all agreed on the ports and on the tides of the coast.");
  EXPECT_EQ(position_of(listed, "Ada Roe"), "Chancellor");
  const auto before = extraction_of(
      "Petra Weiss, of Oslo, to be a Member of the Harbour Board for a term of two years, vice "
      "Ida Brandt. The nomination was sent to the Senate.");
  EXPECT_EQ(position_of(before, "Ida Brandt"), "Member of the Harbour Board");
}

TEST(Phenomena, TheRankOfAnOfficialIsNoPartOfABodysName) {
  const auto extraction = extraction_of(
      "Senior Bureau Official Karl Brandt and Deputy Office Director Petra Weiss agreed.");
  EXPECT_EQ(std::ranges::count(extraction.nodes, NodeType::agency, &Node::type), 0);
}

TEST(Phenomena, APostBeforeAndIsNotThatOfTheNextExcellency) {
  const auto extraction = extraction_of(
      "Karl Brandt, Secretary to the President and Her Excellency Petra Weiss agreed.");
  for (const auto& node : extraction.nodes) {
    EXPECT_THAT(node.aliases, testing::Not(testing::Contains(testing::HasSubstr(" and Her "))));
  }
}

// The bracket's letters are no initials, and the inner name begins with the text.
TEST(Phenomena, ANameMayBeginTheTextAndHoldAnother) {
  EXPECT_THAT(authorities(extraction_of("NATO Harbour Agency (XYZ) opened in Oslo.")),
              testing::Contains("nato"));
}

TEST(Phenomena, InitialsBeforeANameAreNoState) {
  EXPECT_THAT(authorities(extraction_of("Ananda Perera and S.C. Palamakumbura agreed.")),
              testing::Not(testing::Contains("south-carolina")));
  EXPECT_THAT(authorities(extraction_of("Ananda Perera of Columbia, S.C., agreed.")),
              testing::Contains("south-carolina"));
}

TEST(Phenomena, ANameInAnotherLanguageBeginsBehindAnArticle) {
  const auto extraction = extraction_of(
      "The Government of Mozambique and the Resistência Nacional Moçambicana (RENAMO) agreed.");
  for (const auto& node : extraction.nodes) {
    EXPECT_THAT(node.aliases, testing::Not(testing::Contains(testing::HasSubstr(" and the "))));
  }
}

TEST(Phenomena, ACityIsToldFromTheStateThatHasItsName) {
  const auto has_state = [](const std::string& text) {
    return std::ranges::count(authorities(extraction_of(text)), "new-york-state") != 0;
  };
  EXPECT_TRUE(has_state("Ada Nwosu, of Rexville, New York, was charged."));
  EXPECT_TRUE(has_state("Ada Nwosu, of New York, to be a Commissioner."));
  EXPECT_TRUE(has_state("He grew up in Ulster County, New York and left."));
  EXPECT_TRUE(
      has_state("Laws were passed in Ohio, New York and Utah, and in New York, Texas too."));
  EXPECT_TRUE(has_state("New York Governor Ada Nwosu signed it."));
  EXPECT_FALSE(has_state("They work in Newark, New Jersey, and New York."));
  EXPECT_FALSE(has_state("New York Mayor Ada Nwosu signed it."));
  EXPECT_FALSE(has_state("The envoys flew to Chicago, New York and Los Angeles."));
  EXPECT_FALSE(has_state("They will visit Washington, New York, and Texas."));
  EXPECT_FALSE(has_state("They spoke at Carnegie Hall, New York, by noon."));
  EXPECT_FALSE(has_state("Brussels, New York, Beijing: the talks go on."));
}

TEST(Phenomena, ATitleIsTheOfficialsOwnAndNoVerbNorAnothersPost) {
  std::vector<std::string> forms;
  const auto add = [&forms](const std::string& text, const std::string& title = "News") {
    Release release;
    release.id = "case";
    release.title = title;
    release.text = text;
    for (const auto& node : extractor().extract(release).nodes) {
      forms.insert(forms.end(), node.aliases.begin(), node.aliases.end());
    }
  };
  add("Under President Brandt, the Council met.");
  add("According to the President, Olaf Lind agreed. Under Secretary Ann Ode spoke.");
  add("The Council will host Prime Minister Karl Orum in Oslo.");
  add("It was the Harrow Division and Chief Richard Weber of the Harbour Police.");
  add("Ann Nwosu, Secretary to the Minister, Ida Roe, Counselor to former Ambassador Susan Rowe.");
  add("The two sides agreed.", "Heads of Missions Meet President Lindqvist");
  add("King Abdullah spoke. Beijing Mayor Chen Jining agreed with the widow of President Ada "
      "Nwosu.");
  add("The two sides agreed.", "Deputy Chief of Mission Petra Weiss Visits Oslo");
  add("It was led by U.S. Attorney for the District of Minnesota B. Todd Lind of the Council.");
  using testing::Contains;
  EXPECT_THAT(forms, testing::IsSupersetOf(
                         {"President Brandt", "Under Secretary Ann Ode", "Prime Minister Karl Orum",
                          "Chief Richard Weber", "former Ambassador Susan Rowe",
                          "President Lindqvist", "King Abdullah", "Beijing Mayor Chen Jining",
                          "President Ada Nwosu", "Deputy Chief of Mission Petra Weiss",
                          "U.S. Attorney for the District of Minnesota B. Todd Lind"}));
  EXPECT_THAT(forms, testing::Not(Contains("President, Olaf Lind")));
  EXPECT_THAT(forms, testing::Not(Contains(testing::HasSubstr("Harrow Division"))));
}

TEST(Phenomena, AListedNameThatAnotherBodyOwnsSaysWhose) {
  const auto extraction =
      extraction_of("Ann Ode of the FBIs Criminal Division spoke.", "US Department of Justice");
  const auto division = std::ranges::find(extraction.nodes, "Criminal Division", &Node::name);
  ASSERT_NE(division, extraction.nodes.end());
  EXPECT_EQ(attribute(division->attributes, "parent"), "Federal Bureau of Investigation");
  EXPECT_EQ(attribute(division->attributes, "authority"), "");
}

TEST(Phenomena, LettersOfSeveralOrOfANumberedMeetingAreNoBodysInitials) {
  EXPECT_THAT(authorities(extraction_of(
                  "Hispanic-Serving Institutions (HSIs) agreed. Aid for HSI students followed.")),
              testing::Not(testing::Contains("us-hsi")));
  const auto extraction =
      extraction_of("They met at the United Nations Convention against Tides (COP12) in Oslo.");
  for (const auto& node : extraction.nodes) {
    EXPECT_THAT(node.aliases, testing::Not(testing::Contains("COP12")));
  }
}

TEST(Phenomena, APlaceInACompanysNameIsNotSpokenOf) {
  const auto places = [](const std::string& text) {
    return std::ranges::count(extraction_of(text).nodes, NodeType::place, &Node::type);
  };
  EXPECT_EQ(places("Harrow Securities (Asia Pacific) Limited agreed."), 0);
  EXPECT_EQ(places("The talks on Asia Pacific went on."), 1);
}

TEST(Phenomena, ACountrysNameBehindAPostIsTheSurnameOfWhoIsNamed) {
  const auto found = authorities(extraction_of(
      "Lisa Monaco, Assistant Attorney General, agreed, said Assistant Attorney General Monaco."));
  EXPECT_THAT(found, testing::Not(testing::Contains("MCO")));
  EXPECT_THAT(authorities(extraction_of("Lisa Monaco left for the Principality of Monaco.")),
              testing::Contains("MCO"));
}

TEST(Phenomena, ANameGoesOnToItsEnd) {
  const auto names = [](const std::string& text) {
    std::vector<std::string> all;
    for (const auto& node : extraction_of(text).nodes) {
      all.push_back(node.name);
    }
    return all;
  };
  using testing::Contains;
  using testing::Not;
  EXPECT_THAT(names("The talks in Rio Rancho, New Mexico, ended."), Contains("Rio Rancho"));
  EXPECT_THAT(names("She left the University of Tennessee's Center for Sport."),
              testing::AllOf(Contains("University of Tennessee"), Not(Contains("Tennessee"))));
  EXPECT_THAT(names("In Geneva Lavrov, Russia's foreign minister, spoke."), Contains("Geneva"));
}

TEST(Phenomena, APlaceIsNotSpokenOfInWhatBearsItsName) {
  using testing::Contains;
  using testing::Not;
  EXPECT_THAT(authorities(extraction_of("They work in Lebanon, Pa., and Peru, Ind.")),
              testing::AllOf(Not(Contains("LBN")), Not(Contains("PER"))));
  EXPECT_THAT(
      authorities(extraction_of("In Israel, PM Roe spoke. The envoy of Peru, HE Mr. Doe, left.")),
      testing::IsSupersetOf({"ISR", "PER"}));
  EXPECT_THAT(
      authorities(extraction_of("The Assistant Secretary for Western Hemisphere Affairs spoke.")),
      Not(Contains("western-hemisphere")));
  const auto called_after = authorities(extraction_of(
      "Air Latvia flies to the Kyiv HPP, to Arctic LNG 2 and to 601 New Jersey Ave., N.W."));
  for (const auto* place : {"LVA", "kyiv", "arctic", "new-jersey"}) {
    EXPECT_THAT(called_after, Not(Contains(place)));
  }
  EXPECT_THAT(authorities(extraction_of(
                  "The peoples of Angola, Guinea\n(Bissau) and Cape Verde agreed.\nThe end.")),
              testing::AllOf(Contains("GNB"), Not(Contains("GIN"))));
}

TEST(Phenomena, ATownIsToldFromTheCountryOrTheOtherTownOfItsName) {
  using testing::Contains;
  using testing::Not;
  EXPECT_THAT(authorities(extraction_of("Plants in Malta, NY, and in Burlington, VT, opened.",
                                        "US Department of Justice")),
              Not(Contains("MLT")));
  EXPECT_THAT(authorities(extraction_of("Participants: Malta, DE, FR, IT.")), Contains("MLT"));
  EXPECT_THAT(authorities(extraction_of("In Kyiv, Florida Representative Ada Nwosu spoke.")),
              Contains("kyiv"));
  EXPECT_THAT(authorities(extraction_of("They met in San José, Costa Rica.")),
              Contains("san-jose-costa-rica"));
  EXPECT_THAT(authorities(extraction_of("The mayors of Oslo and San José, Calif., agreed.")),
              testing::AllOf(Contains("san-jose"), Not(Contains("san-jose-costa-rica"))));
  EXPECT_THAT(authorities(extraction_of("Dial 0 for San Jose.", "US Department of Justice")),
              Contains("san-jose"));
  EXPECT_THAT(authorities(extraction_of("Costa Rica hosts. They met in San Jose.",
                                        "US Department of Justice")),
              Contains("san-jose-costa-rica"));
}

TEST(Phenomena, InitialsThatAreACountrysNameTooAreTheBodysAmongBodies) {
  using testing::Contains;
  EXPECT_THAT(authorities(extraction_of("They work in the OSCE, GUAM, and the Council of Europe.")),
              Contains("guam-org"));
  EXPECT_THAT(authorities(extraction_of("HAGATNA, GUAM - The governor of Guam spoke.")),
              Contains("GUM"));
}

TEST(Phenomena, WhatStandsInABodysOrPersonsNamePlaceIsWhoIsMeant) {
  const auto names = [](const std::string& text, const std::string& publisher = "") {
    std::vector<std::string> all;
    for (const auto& node : extraction_of(text, publisher).nodes) {
      all.push_back(node.name);
    }
    return all;
  };
  using testing::Contains;
  using testing::Not;
  EXPECT_THAT(names("His Eminence Tomas Cardinal Lindqvist spoke."),
              Contains("Tomas Cardinal Lindqvist"));
  EXPECT_THAT(names("It was led by Trial Attorney TomasR.Lindqvist of the Council."),
              Not(Contains("TomasR")));
  EXPECT_THAT(names("National Security Adviser Sir Tomas Lindqvist came. NSA Lindqvist agreed."),
              Not(Contains("NSA")));
  EXPECT_THAT(names("They heard the Harbour Policy and Security Committee, chaired by Ada Nwosu."),
              Contains("Harbour Policy and Security Committee"));
  EXPECT_THAT(names("New proposals were made during the Congress.", "President of Russia"),
              Not(Contains("Congress")));
  EXPECT_THAT(names("The President thanked Congress for the vote.", "President of Ukraine"),
              Contains("Congress"));
  EXPECT_THAT(names("The Prime Minister, Ada Jordan, spoke. Then UNHCR Jordan agreed to it."),
              Contains("UNHCR"));
}

TEST(Phenomena, AnOfficeBehindACommaInAListOfSemicolonsIsTheBodysBefore) {
  const auto extraction = extraction_of(
      "Agents of the DHS Office of Inspector General led it. They thank the U.S. Secret Service; "
      "U.S. Small Business Administration, Office of Inspector General; and the Harbour Police.");
  std::vector<std::string> parents;
  for (const auto& node : extraction.nodes) {
    if (node.name == "Office of Inspector General") {
      parents.emplace_back(attribute(node.attributes, "parent"));
    }
  }
  EXPECT_THAT(parents, testing::ElementsAre("Small Business Administration"));
}

TEST(Phenomena, WhoServesThePresidentIsNotThePresident) {
  const auto extraction = extraction_of(
      "Ada Nwosu, Senior Adviser to the President and Director of the Office of Harbours, Olaf "
      "Lind, Adviser to the Council, Secretary, and Director of the Office of Tides, Ida Roe, "
      "Adviser to the Minister, met. The President left.");
  for (const auto& node : extraction.nodes) {
    EXPECT_THAT(node.aliases, testing::Not(testing::Contains("President"))) << node.name;
    EXPECT_THAT(node.aliases, testing::Not(testing::Contains(testing::HasSubstr("Ida Roe"))));
  }
}

TEST(Phenomena, AnEventIsToldFromWhatIsSpecialOrBesideIt) {
  const auto events = [](const std::string& text, const std::string& title = "News") {
    Release release;
    release.id = "case";
    release.title = title;
    release.text = text;
    std::vector<std::string> all;
    for (const auto& node : extractor().extract(release).nodes) {
      if (node.type == NodeType::event) {
        all.push_back(node.name);
      }
    }
    return all;
  };
  using testing::UnorderedElementsAre;
  EXPECT_THAT(events("They will attend the annual Harrow-Malta Summit and build on the success "
                     "of the Harrow-Malta Special Summit."),
              UnorderedElementsAre("annual Harrow-Malta Summit", "Harrow-Malta Special Summit"));
  EXPECT_THAT(events("She attended the Harrow Summit. The extraordinary Harrow Summit agreed."),
              testing::SizeIs(1));
  EXPECT_THAT(events("It opened.", "IAEA Safeguards Symposium Opens in Vienna"),
              UnorderedElementsAre("IAEA Safeguards Symposium"));
  EXPECT_THAT(events("It opened.", "Harbour Police Hosts Deep Water Summit in Oslo"),
              UnorderedElementsAre("Deep Water Summit"));
  EXPECT_THAT(events("The following is a list.", "White House Releases State Dinner Guest List"),
              UnorderedElementsAre("State Dinner"));
}

TEST(Phenomena, ATextThatIsWrappedButForALineReadsOn) {
  const std::string wrapped =
      "The Council stresses the responsibilities of the United\nNations Relief and Works Agency "
      "for Palestine Refugees\nin the Near East, towards all the populations and calls upon\nall "
      "the parties to the conflict not to hamper the work of\nthose who have it and asks them to "
      "go on with their help:\n";
  const std::string unwrapped =
      "It takes note of all of the measures that were taken by the Secretary-General to coordinate "
      "the activities of the many international agencies in this field, and it requests him to "
      "make efforts.\n";
  EXPECT_THAT(
      authorities(extraction_of(wrapped + wrapped + wrapped + wrapped + wrapped + unwrapped)),
      testing::Not(testing::Contains("middle-east")));
}

TEST(Phenomena, ASmallWordGoesOnWithALineOfATextThatIsNotWrapped) {
  const std::string paragraph(400, 'x');
  const auto extraction = extraction_of(
      "It recalls the Convention for the Suppression\nof Unlawful Acts against the Safety of "
      "Tides, "
      "and " +
      paragraph + " aside the rest.\nThe end " + paragraph + " is near.");
  std::vector<std::string> instruments;
  for (const auto& node : extraction.nodes) {
    if (node.type == NodeType::instrument) {
      instruments.push_back(node.name);
    }
  }
  EXPECT_THAT(instruments,
              testing::ElementsAre(
                  "Convention for the Suppression of Unlawful Acts against the Safety of Tides"));
}

TEST(Phenomena, WhatIsGivenIsNobody) {
  for (const auto& node :
       extraction_of("The Directors Award and the Research Partner Award were given.").nodes) {
    EXPECT_NE(node.type, NodeType::official) << node.name;
  }
}

TEST(Phenomena, PostsAndMattersAreNobody) {
  for (const auto* text :
       {"She worked with Erik Meyer, Chief Technologist of the Harrow Board, on ports.",
        "They beat fellow BA members in the prison in Harrow on Monday.",
        "She is our Special Envoy to Monitor and Combat Anti-Semitism in the ports.",
        "He is Founder and Chief Visionary Officer of a firm in Harrow.",
        "He served as a Deputy Prosecuting Attorney in Arkadelphia for years.",
        "They met the Head Physician of Harrow City Hospital No. 52 on Monday."}) {
    for (const auto& node : extraction_of(text).nodes) {
      EXPECT_TRUE(node.type != NodeType::official || node.name == "Erik Meyer")
          << text << ": " << node.name;
    }
  }
}

TEST(Phenomena, OfTwoPostsEachIsInItsBody) {
  std::vector<std::string> positions;
  const auto extraction = extraction_of(
      "Deputy Prime Minister of Norway and Co-Chair of the Harrow Commission Ada Roe spoke.");
  for (const auto& edge : extraction.edges) {
    if (edge.relation == Relation::holds) {
      positions.emplace_back(attribute(edge.attributes, "position"));
    }
  }
  EXPECT_THAT(positions, testing::UnorderedElementsAre("Deputy Prime Minister of Norway",
                                                       "Co-Chair of the Harrow Commission"));
}

TEST(Phenomena, AHeadingsVerbIsNoPartOfAnEvent) {
  const auto extraction = extraction_of(
      "President Roe to Attend 2025 Harrow Summit\n\nPresident Ada Roe will attend the summit in "
      "Oslo on 3 May.\n\nThe ministers of the countries will be there as well.");
  for (const auto& node : extraction.nodes) {
    EXPECT_FALSE(node.type == NodeType::event && node.name.starts_with("Attend")) << node.name;
  }
}

TEST(Phenomena, AMeetingOfManyIsNamedByItsFirst) {
  for (const auto& node :
       extraction_of(
           "Norway, Chile, Kenya, Malta, Oman, Peru, Nepal and Ghana met in Oslo on 3 May.")
           .nodes) {
    if (node.type == NodeType::event) {
      EXPECT_EQ(node.name, "meeting of Norway and 7 others");
    }
  }
}

TEST(Phenomena, TheStateOfTheUnionIsNoneOfItsStates) {
  const auto mentions_of = [](const std::string& text) {
    for (const auto& node : extraction_of(text).nodes) {
      if (attribute(node.attributes, "authority") == "eu") {
        return node.mentions.size();
      }
    }
    return std::size_t{0};
  };
  EXPECT_EQ(mentions_of("The European Union agreed. The Union will act."), 2U);
  EXPECT_EQ(mentions_of("The European Union agreed. He gave his State of the Union address."), 1U);
}

TEST(Phenomena, AYearBehindAnEventIsItsOwn) {
  const auto start_of = [](const std::string& text) {
    Release release;
    release.id = "case";
    release.published = "2022-05-03";
    release.text = text;
    for (const auto& node : extractor().extract(release).nodes) {
      if (node.type == NodeType::event) {
        return std::string(attribute(node.attributes, "start"));
      }
    }
    return std::string("no event");
  };
  EXPECT_EQ(start_of("They attended the Harrow Summit in 2001."), "2001");
  EXPECT_EQ(start_of("They attended the Harrow Summit in 2001 villages."), "");
}

}  // namespace
}  // namespace pressgraph
