// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> texts(const ReadResult& result) {
  std::vector<std::string> all;
  for (const auto& release : result.releases) {
    all.push_back(release.text);
  }
  return all;
}

TEST(JsonReader, ReadsEveryFieldOfItsOwnSpelling) {
  const auto release =
      read_bytes(R"({"id":"un/1","title":"T","published":"2017-10-16","modified":"2017-10-17",)"
                 R"("publisher":"P","url":"https://example.org/a","language":"en",)"
                 R"("topics":["One","Two"],"text":"Words."})")
          .releases.at(0);
  EXPECT_EQ(release.id, "un-1");
  EXPECT_EQ(release.title, "T");
  EXPECT_EQ(release.published, "2017-10-16");
  EXPECT_EQ(release.modified, "2017-10-17");
  EXPECT_EQ(release.publisher, "P");
  EXPECT_EQ(release.url, "https://example.org/a");
  EXPECT_EQ(release.language, "en");
  EXPECT_THAT(release.topics, ElementsAre("One", "Two"));
  EXPECT_EQ(release.text, "Words.");
}

struct Spelling {
  const char* json;
  const char* text;
  const char* title;
  const char* published;
  const char* publisher;
};

void PrintTo(const Spelling& spelling, std::ostream* out) {
  *out << spelling.json;
}

class JsonSpelling : public testing::TestWithParam<Spelling> {};

TEST_P(JsonSpelling, IsRead) {
  const auto result = read_bytes(GetParam().json);
  ASSERT_THAT(result.releases, SizeIs(1));
  const auto& release = result.releases[0];
  EXPECT_EQ(release.text, GetParam().text);
  EXPECT_EQ(release.title, GetParam().title);
  EXPECT_EQ(release.published, GetParam().published);
  EXPECT_EQ(release.publisher, GetParam().publisher);
}

INSTANTIATE_TEST_SUITE_P(
    OfCorpora, JsonSpelling,
    testing::Values(
        Spelling{R"({"text":"W.","url":"http://e.org/","timestamp":"2019-04-25T12:57:54Z"})", "W.",
                 "", "2019-04-25T12:57:54Z", ""},
        Spelling{R"({"headline":"H","content":"W.","date":"May 5, 2020"})", "W.", "H", "2020-05-05",
                 ""},
        Spelling{R"({"maintext":"W.","title":"H","date_publish":"2020-05-05 10:00:00",)"
                 R"("source_domain":"mfa.example"})",
                 "W.", "H", "2020-05-05T10:00:00", "mfa.example"},
        Spelling{R"({"text":"W.","id":"x","added":"2023-04-07","created":"2020-03-29T09:04:10Z",)"
                 R"("metadata":{"url":"http://e.org","length":3},"source":"c4"})",
                 "W.", "", "2020-03-29T09:04:10Z", "c4"},
        Spelling{R"({"@type":"NewsArticle","headline":"H","articleBody":"W.",)"
                 R"("datePublished":"2021-01-02","publisher":{"@type":"Organization","name":"P"}})",
                 "W.", "H", "2021-01-02", "P"},
        Spelling{R"({"title":"H","description":"D","publishedAt":"2021-01-02T03:04:05Z",)"
                 R"("source":{"id":null,"name":"P"},"content":"W."})",
                 "W.", "H", "2021-01-02T03:04:05Z", "P"},
        Spelling{R"({"title":"H","body":["One.","Two."],"author":{"name":"N"}})", "One.\n\nTwo.",
                 "H", "", ""}));

TEST(JsonReader, PrefersTheSpellingThatStandsFirstInTheTable) {
  const auto release = read_bytes(R"({"body":"b","content":"c","text":"t","date":"2020",)"
                                  R"("published":"2021"})")
                           .releases.at(0);
  EXPECT_EQ(release.text, "t");
  EXPECT_EQ(release.published, "2021");
}

TEST(JsonReader, SplitsTopicsThatAreOneString) {
  const auto release = read_bytes(R"({"text":"W.","keywords":"One, Two; Three|Four"})");
  EXPECT_THAT(release.releases.at(0).topics, ElementsAre("One", "Two", "Three", "Four"));
}

TEST(JsonReader, KeepsACommaInATopicOfAList) {
  const auto release = read_bytes(R"({"text":"W.","topics":["Peace, Security","Law"]})");
  EXPECT_THAT(release.releases.at(0).topics, ElementsAre("Peace, Security", "Law"));
}

TEST(JsonLines, ReportABadLineAndGoOn) {
  const auto result = read_bytes(
      "{\"text\":\"one\"}\n{\"text\":oops}\n\n[1]\n{\"message\":\"m\"}\n{\"text\":\"two\"}\n", "d");
  EXPECT_THAT(texts(result), ElementsAre("one", "two"));
  EXPECT_EQ(result.releases.at(1).source.record, 6U);
  EXPECT_THAT(
      result.messages,
      ElementsAre("d:2: no JSON at byte 8 (Invalid value.), expected one JSON object a line",
                  "d:4: JSON that is no object, expected one JSON object a line",
                  "d:5: a record without text (its fields: message), expected one of \"text\", "
                  "\"content\", \"body\", \"articleBody\" with the release's words"));
}

TEST(JsonLines, PassOverALineThatIsTooLong) {
  const std::string longest = "{\"text\":\"" + std::string(900000, 'x') + "\"}";
  const auto result = read_bytes("{\"text\":\"one\"}\n" + longest + "\n{\"text\":\"two\"}", "d",
                                 InputFormat::jsonl, {.max_record = 1024, .max_depth = 64});
  EXPECT_THAT(texts(result), ElementsAre("one", "two"));
  EXPECT_THAT(result.messages, ElementsAre("d:2: a record of more than 1 KiB, expected at most "
                                           "that (--max-record)"));
}

TEST(JsonLines, MayEndTheirLinesWithCarriageReturns) {
  const auto result = read_bytes("\xEF\xBB\xBF{\"text\":\"one\"}\r\n{\"text\":\"two\"}\r\n");
  EXPECT_THAT(texts(result), ElementsAre("one", "two"));
}

TEST(JsonReader, ReadsAnArrayObjectByObject) {
  const auto result = read_bytes("[\n {\"text\":\"one\"},\n {\"text\":\"t}w\\\"{o\"}\n]\n");
  EXPECT_THAT(texts(result), ElementsAre("one", "t}w\"{o"));
  EXPECT_EQ(result.releases.at(1).source.record, 2U);
  EXPECT_EQ(result.releases.at(1).source.sha256.size(), 64U);
}

TEST(JsonReader, LosesOnlyTheObjectThatIsBroken) {
  const auto result =
      read_bytes("[{\"text\":\"one\"},\n{\"text\" \"?\"},\n7, \"s, {\",\n{\"text\":\"two\"}]", "d");
  EXPECT_THAT(texts(result), ElementsAre("one", "two"));
  EXPECT_THAT(result.messages,
              ElementsAre("d:2: no JSON at byte 8 (Missing a colon after a name of object "
                          "member.), expected a JSON object, or an array of them",
                          "d:3: JSON that is no object, expected a JSON object, or an array of "
                          "them",
                          "d:3: JSON that is no object, expected a JSON object, or an array of "
                          "them"));
}

TEST(JsonReader, GivesWhatStandsBeforeTheFileIsCut) {
  const auto result = read_bytes("[{\"text\":\"one\"},{\"text\":\"tw", "d");
  EXPECT_THAT(texts(result), ElementsAre("one"));
  EXPECT_THAT(result.messages,
              ElementsAre("d:1: no JSON at byte 11 (Missing a closing quotation mark in string.), "
                          "expected a JSON object, or an array of them"));
}

TEST(JsonReader, LosesNoRecordAfterAStringThatIsNotClosed) {
  const auto result = read_bytes("[{\"text\":\"one},\n{\"text\":\"two\"}]", "d");
  EXPECT_THAT(texts(result), ElementsAre("two"));
  EXPECT_THAT(result.messages,
              ElementsAre("d:1: no JSON at byte 14 (Invalid escape character in string.), "
                          "expected a JSON object, or an array of them"));
}

TEST(JsonReader, PassesOverAnObjectThatIsTooLong) {
  const auto result =
      read_bytes("[{\"text\":\"" + std::string(5000, '}') + "\"},{\"text\":\"two\"}]", "d",
                 InputFormat::json, {.max_record = 1024, .max_depth = 64});
  EXPECT_THAT(texts(result), ElementsAre("two"));
  EXPECT_THAT(result.messages, ElementsAre("d:1: a record of more than 1 KiB, expected at most "
                                           "that (--max-record)"));
}

TEST(JsonReader, ReadsTheListInAnEnvelope) {
  const auto result = read_bytes(
      "{\"version\":\"1.1\",\"title\":\"Feed\",\"home\":{\"items\":[{}]},\"items\":[ "
      "{\"content_text\":\"one\"},{\"content_text\":\"two\"}],\"next\":[{\"text\":\"no\"}]}\n");
  EXPECT_THAT(texts(result), ElementsAre("one", "two"));
  EXPECT_THAT(result.messages, IsEmpty());
}

TEST(JsonReader, TakesAnObjectWithTextAndListsAsOneRelease) {
  const auto result = read_bytes(R"({"text":"one","items":[{"text":"two"}]})");
  EXPECT_THAT(texts(result), ElementsAre("one"));
}

TEST(JsonReader, ReadsObjectsOfManyLinesThatFollowEachOther) {
  const auto result = read_bytes("{\n\"text\":\"one\"\n}\n{\n\"text\":\"two\"\n}\n");
  EXPECT_THAT(texts(result), ElementsAre("one", "two"));
}

TEST(JsonReader, RefusesWhatIsNestedTooDeep) {
  const auto deep = "{\"a\":" + std::string(70, '[') + std::string(70, ']') + "}";
  EXPECT_THAT(
      read_bytes(deep, "d").messages,
      ElementsAre(
          "d:1: JSON nested more than 64 deep, expected a JSON object, or an array of them"));
}

TEST(JsonReader, SaysWhereThereIsNoObjectAtAll) {
  EXPECT_THAT(
      read_bytes("[]", "d").messages,
      ElementsAre("d: JSON without an object, expected a JSON object, or an array of them"));
}

TEST(JsonReader, ReplacesWhatIsNoUtf8AndNul) {
  const auto result = read_bytes("{\"text\":\"a\xFF\\u0000b\"}");
  EXPECT_THAT(texts(result), ElementsAre("a\xEF\xBF\xBD\xEF\xBF\xBD"
                                         "b"));
}

// The memory of a long line is given back before the next is read.
TEST(JsonReader, ReadsOnAfterALongLine) {
  const std::string text(6U << 20U, 'a');
  const auto line = [](const std::string& words) { return R"({"text":")" + words + "\"}\n"; };
  EXPECT_THAT(texts(read_bytes(line(text) + line("b") + line(text) + line("c"))),
              ElementsAre(text, "b", text, "c"));
}

// A number names a record on its own site, and nobody says which that is.
TEST(JsonReader, KeepsRecordsOfOneNumberInTwoFilesApart) {
  const auto id = [](const std::string& bytes, const std::string& path) {
    return read_bytes(bytes, path).releases.at(0).id;
  };
  const std::string quay = R"({"id": 1, "text": "The quay opened."})";
  const std::string fish = R"({"id": "1", "text": "The fish came."})";
  EXPECT_EQ(id(quay, "a/ports.jsonl").substr(0, 8), "ports-1-");
  EXPECT_EQ(id(quay, "a/ports.jsonl"), id(quay, "b/ports.jsonl"));
  EXPECT_NE(id(quay, "a/ports.jsonl"), id(quay, "a/fish.jsonl"));
  EXPECT_NE(id(quay, "a/ports.jsonl"), id(fish, "b/ports.jsonl"));
  EXPECT_EQ(id(R"({"id": "2017/16", "url": "https://e.org/a", "text": "t"})", "in"), "e.org-a");
  EXPECT_EQ(id(R"({"id": "SG/1", "text": "t"})", "in"), "SG-1");
  EXPECT_EQ(id(R"({"text": "t"})", "in").substr(0, 3), "in-");
}

TEST(JsonReader, TakesTheTimeThatNamesItsClock) {
  const auto release = read_bytes(
      R"({"text": "t", "date": "2020-01-16T12:04:33", "date_gmt": "2020-01-16T17:04:33",
          "modified": "2020-01-17T12:04:33", "modified_gmt": "2020-01-17T17:04:33"})");
  EXPECT_EQ(release.releases.at(0).published, "2020-01-16T17:04:33Z");
  EXPECT_EQ(release.releases.at(0).modified, "2020-01-17T17:04:33Z");
  const auto draft = read_bytes(
      R"({"text": "t", "date": "2020-01-16T12:04:33", "date_gmt": "0000-00-00T00:00:00"})");
  EXPECT_EQ(draft.releases.at(0).published, "2020-01-16T12:04:33");
}

TEST(JsonReader, PrefersWhatThePublicWasToldToWhatAProgramChanged) {
  const auto result = read_bytes(
      R"({"details": {"body": "t"}, "public_updated_at": "2017-10-18", "updated_at": "2020-10-18"})");
  EXPECT_EQ(result.releases.at(0).modified, "2017-10-18");
}

TEST(JsonReader, ReadsDatesThatMachinesCount) {
  for (const auto* date :
       {"1508148900", "1508148900000", "1508148900.25", "20171016101500",
        R"({"$date": "2017-10-16T10:15:00Z"})", R"({"$date": {"$numberLong": "1508148900000"}})"}) {
    const auto result = read_bytes(std::string(R"({"text": "t", "date": )") + date + "}");
    EXPECT_EQ(result.releases.at(0).published.substr(0, 19), "2017-10-16T10:15:00") << date;
  }
  EXPECT_EQ(read_bytes(R"({"text": "t", "date": 7})").releases.at(0).published, "");
}

TEST(JsonReader, TakesOfAJsonFeedWhatItSaysOfItsItems) {
  const std::string head =
      R"({"version": "https://jsonfeed.org/version/1.1", "title": "Ministry", "language": "en",)";
  const auto result = read_bytes(head + R"("items": [{"id": "a1", "content_text": "One."},
                          {"id": "a2", "content_text": "Deux.", "language": "fr"}]})");
  ASSERT_THAT(result.releases, SizeIs(2));
  EXPECT_EQ(result.releases[0].publisher, "Ministry");
  EXPECT_EQ(result.releases[0].language, "en");
  EXPECT_EQ(result.releases[1].language, "fr");
  const auto answer = read_bytes(R"({"title": "Results", "results": [{"text": "One."}]})");
  EXPECT_EQ(answer.releases.at(0).publisher, "");
}

TEST(JsonReader, SaysWhichKeyGaveAField) {
  std::vector<std::string> told;
  ReadLimits limits;
  limits.explain = [&told](const FoundValue& found) {
    told.push_back((found.believed ? "+" : "-") + std::string(found.field) + "=" +
                   std::string(found.value) + " " + std::string(found.from));
  };
  read_bytes(R"({"id": 7, "text": "t", "date": "2017-10-16", "published": "2017-10-15"})", "in",
             std::nullopt, limits);
  EXPECT_THAT(told, ElementsAre("+format=json the content", "-id=7 id", "+text=1 bytes text",
                                "-published=2017-10-16 date", "+published=2017-10-15 published"));
}

}  // namespace
}  // namespace pressgraph
