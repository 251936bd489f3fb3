// SPDX-License-Identifier: Apache-2.0
#include "graph/schema.hpp"

#include <gtest/gtest.h>

namespace pressgraph {
namespace {

TEST(Schema, FindsEachNodeTypeByItsName) {
  for (const auto& row : node_types) {
    EXPECT_EQ(node_type_named(row.name), row.type) << row.name;
  }
  EXPECT_EQ(node_type_named("Nation"), std::nullopt);
}

TEST(Schema, FindsEachRelationByItsNameAndKeepsTheTableInOrder) {
  for (const auto& row : relations) {
    EXPECT_EQ(relation_named(row.name), row.relation) << row.name;
    EXPECT_EQ(info(row.relation).name, row.name);
  }
}

TEST(Schema, LetsAnOfficialAddressAnEventButNotAResolution) {
  EXPECT_TRUE(may_join(Relation::addressed, NodeType::official, NodeType::event));
  EXPECT_FALSE(may_join(Relation::addressed, NodeType::official, NodeType::resolution));
}

}  // namespace
}  // namespace pressgraph
