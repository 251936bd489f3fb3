// SPDX-License-Identifier: Apache-2.0
#include "exporters/raptor.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "graph/error.hpp"

namespace pressgraph {
namespace {

std::string failure_of(const std::function<void()>& run) {
  try {
    run();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing failed";
}

TEST(Raptor, FailsWhereItLogsAnything) {
  EXPECT_EQ(failure_of([] {
              std::ostringstream out;
              RaptorSink sink("rdfxml", out);
              sink.subject("https://a.example/s");
              sink.add("pg:9", Object::literal("a predicate that XML cannot name"));
              sink.finish();
            }),
            "export as rdfxml: Raptor reports: Cannot split predicate URI "
            "https://w3id.org/pressgraph/ns#9 into an XML qname - skipping statement");
}

TEST(Raptor, NamesASerializerThatIsNotThere) {
  EXPECT_EQ(failure_of([] {
              std::ostringstream out;
              const RaptorSink sink("stone", out);
            }),
            "export as stone: this build of Raptor has no such serializer");
}

TEST(Raptor, RefusesTextThatIsNotUtf8) {
  EXPECT_EQ(failure_of([] {
              std::ostringstream out;
              RaptorSink sink("ntriples", out);
              sink.subject("https://a.example/s");
              sink.add("pg:name", Object::literal("a\xff"));
            }),
            "export as ntriples: a text is not valid UTF-8: a\xff");
}

}  // namespace
}  // namespace pressgraph
