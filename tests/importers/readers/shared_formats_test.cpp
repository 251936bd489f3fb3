// SPDX-License-Identifier: Apache-2.0
// What each file of ../shared/formats gives, where that folder is there.
#include <filesystem>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/importers/readers/reading.hpp"

namespace pressgraph {
namespace {

struct Expected {
  const char* file;
  std::size_t releases;
  std::size_t messages;
  const char* title;    // of the first release
  const char* message;  // the first, without its path
};

void PrintTo(const Expected& expected, std::ostream* out) {
  *out << expected.file;
}

class SharedFormats : public testing::TestWithParam<Expected> {};

TEST_P(SharedFormats, GiveTheRightReleasesOrTheRightMessage) {
  const auto path =
      std::filesystem::path(PRESSGRAPH_SOURCE_DIR) / "../shared/formats" / GetParam().file;
  if (!std::filesystem::exists(path)) {
    GTEST_SKIP() << path << " is not there";
  }
  const auto result = read_from(path.string());
  EXPECT_EQ(result.releases.size(), GetParam().releases);
  EXPECT_EQ(result.messages.size(), GetParam().messages) << testing::PrintToString(result.messages);
  if (!result.releases.empty()) {
    EXPECT_EQ(result.releases.front().title, GetParam().title);
  }
  if (!result.messages.empty()) {
    EXPECT_EQ(result.messages.front(), path.string() + GetParam().message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    EveryFile, SharedFormats,
    testing::Values(
        Expected{"atom/atom10_feed_author_email.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"atom/atom10_feed_author_mixed_content.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"atom/entry_authors_uri.xml", 0, 1, "",
                 ":7: an item without text, expected content, a description or a summary"},
        Expected{"atom/entry_content_inline_markup.xml", 1, 0, "", ""},
        Expected{"atom/entry_contributor_url.xml", 0, 1, "",
                 ":6: an item without text, expected content, a description or a summary"},
        Expected{"atom/entry_link_alternate_map_link_2.xml", 0, 1, "",
                 ":6: an item without text, expected content, a description or a summary"},
        Expected{"atom/entry_link_rel_enclosure_map_enclosure_type.xml", 0, 1, "",
                 ":6: an item without text, expected content, a description or a summary"},
        Expected{"atom/entry_rights_escaped_markup.xml", 0, 1, "",
                 ":6: an item without text, expected content, a description or a summary"},
        Expected{"eml/emails__attachment_emails__attachment_content_disposition.eml", 1, 0,
                 "testing", ""},
        Expected{"eml/emails__attachment_emails__attachment_with_quoted_filename.eml", 0, 1, "",
                 ": a mail without text (\"Eelanalüüsi päring\"), expected a part of plain text or "
                 "HTML"},
        Expected{"eml/emails__error_emails__content_transfer_encoding_text-html.eml", 1, 0,
                 "Re: We will help you refinance your home.", ""},
        Expected{"eml/emails__error_emails__multiple_references_with_one_invalid.eml", 1, 0,
                 "Redacted", ""},
        Expected{
            "eml/emails__mime_emails__raw_email_with_binary_encoded.eml", 0, 1, "",
            ":2: a mail without text (\"Testing outlook\"), expected a part of plain text or HTML"},
        Expected{"eml/emails__multi_charset__japanese_shift_jis.eml", 1, 0, "test", ""},
        Expected{"html/release_00449.html", 1, 0,
                 "Joint Statement From Attorney General Sessions, FBI Director Wray, DNI Coats, "
                 "CIA Director Pompeo, And NSA Director Rogers On FISA Section 702 Reauthorization",
                 ""},
        Expected{"html/release_00585.html", 1, 0,
                 "Justice Department Settles Immigration-Related Discrimination Claim Against "
                 "Pasco, Washington, Vegetable Processing Plant",
                 ""},
        Expected{"html/release_00588.html", 1, 0,
                 "Mississippi Skilled Nursing Facility, Related Companies, and Executives Agree to "
                 "Pay $1.25 Million to Settle False Claims Act Allegations of Grossly Substandard "
                 "Care to Facility Residents",
                 ""},
        Expected{"html/release_00926.html", 1, 0,
                 "Florida Resident Sentenced to Prison for Stolen Identity Refund Fraud Scheme",
                 ""},
        Expected{"html/release_01390.html", 1, 0,
                 "Colorado Man Pleads Guilty to Conspiracy to File Fraudulent Tax Refund Claims",
                 ""},
        Expected{"html/release_01500.html", 1, 0,
                 "Kansas City Area Laboratory Owner Charged for Illegally Storing Hazardous Waste "
                 "and Obstructing Environmental Protection Agency",
                 ""},
        Expected{"html/release_02594.html", 1, 0,
                 "Virginia Music Volunteer Sentenced to 300 Months in Prison for Production of "
                 "Child Pornography",
                 ""},
        Expected{"html/release_02770.html", 1, 0,
                 "The Departments of Justice and Housing and Urban Development to Award $1.75 "
                 "Million to Help Justice-Involved Youth Find Jobs and Housing",
                 ""},
        Expected{"jsonl/tests__data__formats__test.jsonl", 0, 1, "",
                 ":1: a record without text (its fields: message), expected one of \"text\", "
                 "\"content\", \"body\", \"articleBody\" with the release's words"},
        Expected{"jsonl/tests__data__formats__test.jsonl.gz", 0, 1, "",
                 ":1: a record without text (its fields: message), expected one of \"text\", "
                 "\"content\", \"body\", \"articleBody\" with the release's words"},
        Expected{"jsonl/tests__data__formats__test.jsonl.zst", 0, 1, "",
                 ":1: a record without text (its fields: message), expected one of \"text\", "
                 "\"content\", \"body\", \"articleBody\" with the release's words"},
        Expected{"jsonl/tests__data__multiple_files__cc_en_head-0091.jsonl", 10, 0, "", ""},
        Expected{"markdown/2006-03-09-Press-Release-on-the-Moneylenders-Amendment-Bill-2006.md", 1,
                 0, "Press Release on the Moneylenders (Amendment) Bill 2006", ""},
        Expected{"markdown/"
                 "2006-08-17-Government-Accepts-Key-Recommendations-of-the-Third-Committee-on-the-"
                 "Supply-of-Lawyers.md",
                 1, 0,
                 "Government Accepts Key Recommendations of the Third Committee on the Supply of "
                 "Lawyers",
                 ""},
        Expected{"markdown/"
                 "2022-03-01-letter-from-president-biden-to-the-dedicated-members-of-the-federal-"
                 "workforce.md",
                 1, 0,
                 "Letter from President Biden to the Dedicated Members of the Federal Workforce",
                 ""},
        Expected{"markdown/"
                 "2022-03-02-a-message-to-the-congress-on-the-continuation-of-the-national-"
                 "emergency-with-respect-to-ukraine.md",
                 1, 0,
                 "A Message to the Congress on the Continuation of the National Emergency with "
                 "Respect to Ukraine",
                 ""},
        Expected{"rss/data.90c08741a2.rss", 10, 0, "Department Press Briefing – March 21, 2022",
                 ""},
        Expected{
            "rss/data.cd530c3f05.rss", 10, 0,
            "Art in Embassies Announces New Temporary Exhibitions for Chief of Mission Residences",
            ""},
        Expected{"rss/rss.xml", 0, 30, "",
                 ":16: an item without text (\"President Trump and Republicans Deliver for South "
                 "Carolina Families\"), expected content, a description or a summary"},
        Expected{"rss-encodings/bozo_http_i18n.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-encodings/demoronize-1.xml", 1, 0, "", ""},
        Expected{"rss-encodings/encoding_attribute_crash_2.xml", 0, 1, "",
                 ":6: an item without text, expected content, a description or a summary"},
        Expected{"rss-encodings/http_application_atom_xml_charset_overrides_encoding.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-encodings/http_application_atom_xml_gb2312_encoding.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-encodings/http_application_xml_charset.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-encodings/http_application_xml_dtd_default.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-encodings/http_application_xml_epe_default.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-malformed/tests__illformed__aaa_illformed.xml", 0, 1, "",
                 ":6: a feed without items, and no whole XML (expected '>'), expected <item> or "
                 "<entry> elements"},
        Expected{"rss-malformed/tests__illformed__always_strip_doctype.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-malformed/tests__illformed__chardet__big5.xml", 0, 1, "",
                 ": a feed without items, expected <item> or <entry> elements"},
        Expected{"rss-malformed/tests__illformed__chardet__eucjp.xml", 1, 0, "ゲーム三昧な正月",
                 ""},
        Expected{"rss-malformed/tests__illformed__chardet__euckr.xml", 1, 0,
                 "EUC-KR 에서 TypeKey 한글닉네임 표시하기", ""},
        Expected{"rss-malformed/tests__illformed__chardet__gb2312.xml", 0, 1, "",
                 ":8: an item without text (\"不归移民漫画系列：专业工作\"), expected content, a "
                 "description or a summary"},
        Expected{"rss-malformed/tests__illformed__chardet__koi8r.xml", 1, 0,
                 "Как пережить новогоднюю ночь", ""},
        Expected{"rss-malformed/tests__illformed__chardet__shiftjis.xml", 1, 0,
                 "DrecomRSSに記事投稿が反映されない…", ""},
        Expected{"warc/example-bad.warc.gz.bad", 1, 0, "Example Domain", ""},
        Expected{"warc/example-iana.org-chunked.warc", 1, 0, "Internet Assigned Numbers Authority",
                 ""},
        Expected{"warc/example-resource.warc.gz", 1, 0, "Example Domain", ""},
        Expected{"warc/example-trunc.warc", 1, 2, "Example Domain",
                 ": in record 3 (http://example.com/) at byte 1207: a body that is cut short, "
                 "expected a whole body; what stands before that is read"},
        Expected{"warc/example.warc", 1, 0, "Example Domain", ""},
        Expected{"warc/example.warc.gz", 1, 0, "Example Domain", ""},
        Expected{"warc/whirlwind.warc.gz", 1, 0, "Escopete - Biquipedia, a enciclopedia libre", ""},
        Expected{"wet/whirlwind.warc.wet", 1, 0, "Escopete - Biquipedia, a enciclopedia libre", ""},
        Expected{"wet/whirlwind.warc.wet.gz", 1, 0, "Escopete - Biquipedia, a enciclopedia libre",
                 ""},
        Expected{"wp-rest-json/wp-json__wp__v2__posts.json", 9, 1, "An App for the Ministry",
                 ":1: a record without text (its fields: id, date, date_gmt, guid, modified, "
                 "modified_gmt, slug, status, type, link, title), expected one of \"text\", "
                 "\"content\", \"body\", \"articleBody\" with the release's words"},
        Expected{"wp-rest-json/wp-json__wp__v2__posts__1161.json", 1, 0, "Sharing a small planet",
                 ""},
        Expected{"wp-rest-json/wp-json__wp__v2__posts__1187.json", 1, 0,
                 "Why don’t they just learn English?", ""},
        Expected{"wxr/e2e__fixtures__wxr-base-url-rewriting.xml", 1, 0,
                 "\"The Road Not Taken\" by Robert Frost", ""},
        Expected{"wxr/e2e__fixtures__wxr-comprehensive.xml", 1, 0, "Comprehensive Post", ""},
        Expected{"wxr/e2e__fixtures__wxr-css-urls.xml", 1, 0, "CSS URL Migration Test", ""},
        Expected{"wxr/e2e__fixtures__wxr-simple.xml", 1, 0,
                 "\"The Road Not Taken\" by Robert Frost", ""},
        Expected{"wxr/phpunit__data__authors-multiline.xml", 1, 0, "Sample", ""}));

}  // namespace
}  // namespace pressgraph
