#include "core/html/tag.h"

#include <gtest/gtest.h>

#include <string>

namespace pith::html {
namespace {

TEST(Tag, EveryNameIsFound) {
  for (unsigned i = 1; i < static_cast<unsigned>(Tag::kCount); ++i) {
    const Tag tag = static_cast<Tag>(i);
    EXPECT_EQ(FromName(NameOf(tag)), tag) << NameOf(tag);
  }
}

TEST(Tag, OtherNamesAreUnknown) {
  for (const std::string name : {"", "x", "DIV", "amp-img", "divv", "di", "\xC3\xA9", "spam", "h7"}) EXPECT_EQ(FromName(name), Tag::kUnknown) << name;
  for (unsigned i = 1; i < static_cast<unsigned>(Tag::kCount); ++i) {
    const std::string name(NameOf(static_cast<Tag>(i)));
    EXPECT_EQ(FromName(name + "-"), Tag::kUnknown) << name;
    EXPECT_EQ(FromName("-" + name), Tag::kUnknown) << name;
  }
}

}  // namespace
}  // namespace pith::html
