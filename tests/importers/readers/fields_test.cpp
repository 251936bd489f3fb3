// SPDX-License-Identifier: Apache-2.0
#include "importers/readers/fields.hpp"

#include <gtest/gtest.h>

namespace pressgraph {
namespace {

struct DateCase {
  const char* text;
  const char* iso;
};

void PrintTo(const DateCase& date, std::ostream* out) {
  *out << date.text;
}

class Dates : public testing::TestWithParam<DateCase> {};

TEST_P(Dates, AreReadAsIso) {
  EXPECT_EQ(iso_date_in(GetParam().text), GetParam().iso);
}

INSTANTIATE_TEST_SUITE_P(
    OfReleases, Dates,
    testing::Values(DateCase{"2017", "2017"}, DateCase{"2017-10", "2017-10"},
                    DateCase{" 2017-10-16\n", "2017-10-16"},
                    DateCase{"2017-10-16T10:00:00Z", "2017-10-16T10:00:00Z"},
                    DateCase{"2017-10-16 10:00:00", "2017-10-16T10:00:00"},
                    DateCase{"2017-10-16T10:00:00.123+02:00", "2017-10-16T10:00:00+02:00"},
                    DateCase{"16 October 2017", "2017-10-16"},
                    DateCase{"October 16, 2017", "2017-10-16"},
                    DateCase{"Mon, 16 Oct 2017 10:00:00 +0200", "2017-10-16T10:00:00+02:00"},
                    DateCase{"Mon, 16 Oct 2017 10:00 GMT", "2017-10-16T10:00:00Z"},
                    DateCase{"Monday, October 16th, 2017", "2017-10-16"},
                    DateCase{"20171016T101500Z", "2017-10-16T10:15:00Z"},
                    DateCase{"20171016", "2017-10-16"}, DateCase{"2017/10/16", "2017-10-16"},
                    DateCase{"16.10.2017", "2017-10-16"}, DateCase{"2017-10-32", ""},
                    DateCase{"2017-13-01", ""}, DateCase{"04/05/2017", ""},
                    DateCase{"25/12/2017", "2017-12-25"}, DateCase{"soon", ""}, DateCase{"", ""},
                    DateCase{"123456789", ""}, DateCase{"0000-00-00", ""}));

// C's asctime, the shell's date, JavaScript's, and what content systems print.
INSTANTIATE_TEST_SUITE_P(
    OfPrograms, Dates,
    testing::Values(DateCase{"Mon Oct 16 10:15:00 2017", "2017-10-16T10:15:00"},
                    DateCase{"Mon Oct  6 10:15:00 2017", "2017-10-06T10:15:00"},
                    DateCase{"Mon Oct 16 10:15:00 +0000 2017", "2017-10-16T10:15:00+00:00"},
                    DateCase{"Mon Oct 16 10:15:00 EDT 2017", "2017-10-16T10:15:00-04:00"},
                    DateCase{"16 Oct 10:15 2017", "2017-10-16T10:15:00"},
                    DateCase{"Oct 16 10:15:00 2017", "2017-10-16T10:15:00"},
                    DateCase{"16 Oct 17 10:15 GMT", "2017-10-16T10:15:00Z"},
                    DateCase{"Mon Oct 16 2017 10:15:00 GMT+0200 (CEST)",
                             "2017-10-16T10:15:00+02:00"},
                    DateCase{"2017-10-16 10:15 UTC+2", "2017-10-16T10:15:00+02:00"},
                    DateCase{"2017-10-16t10:15:00z", "2017-10-16T10:15:00Z"},
                    DateCase{"2017-10-16 03:15:00 PM", "2017-10-16T15:15:00"},
                    DateCase{"October 16, 2017 3:15 pm EST", "2017-10-16T15:15:00-05:00"},
                    DateCase{"3 p.m. on October 16, 2017", "2017-10-16T15:00:00"},
                    DateCase{"10/16/2017 12:05 AM", "2017-10-16T00:05:00"},
                    DateCase{"16 Oct 2017 12:05 pm", "2017-10-16T12:05:00"},
                    DateCase{"10 April 2017", "2017-04-10"},
                    DateCase{"20171016101500", "2017-10-16T10:15:00"},
                    DateCase{"1508148900", "2017-10-16T10:15:00Z"},
                    DateCase{"1508148900000", "2017-10-16T10:15:00Z"}, DateCase{"2017101610", ""},
                    DateCase{"99999999999999999999", ""}));

INSTANTIATE_TEST_SUITE_P(
    OfNoDay, Dates,
    testing::Values(DateCase{"31 Feb 2017", ""}, DateCase{"2017-02-30", ""},
                    DateCase{"29 February 2017", ""}, DateCase{"29 February 2016", "2016-02-29"},
                    DateCase{"1900-02-29", ""}, DateCase{"2017-04-31T10:00:00Z", ""},
                    DateCase{"31.06.2017", ""}, DateCase{"2017-10-16T25:00:00Z", "2017-10-16"}));

TEST(CleanText, IsValidUtf8WithoutNul) {
  EXPECT_EQ(clean_text(std::string_view("a\0b", 3)),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(clean_text("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");                  // too long a form
  EXPECT_EQ(clean_text("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");  // a surrogate
  EXPECT_EQ(clean_text("\xF0\x9F\x9A\x80"), "\xF0\x9F\x9A\x80");
  EXPECT_EQ(clean_text("a\xE2\x82"), "a\xEF\xBF\xBD\xEF\xBF\xBD");  // cut short
}

TEST(CleanText, EndsLinesWithLineFeeds) {
  EXPECT_EQ(clean_text("\xEF\xBB\xBF"
                       "a\r\nb\rc\n\r\n"),
            "a\nb\nc\n\n");
}

}  // namespace
}  // namespace pressgraph
