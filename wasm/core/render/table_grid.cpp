#include "core/render/table_grid.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::ItemId;
using clean::Name;
using html::Tag;

constexpr std::size_t kSpannedAnItem = 4, kSpannedAnyway = 1000;  // empty columns of a table

std::uint32_t Span(const ArticleTree& tree, ItemId cell, Name name) {
  constexpr std::uint32_t kLargest = 50;  // a cell that spans more is broken or hostile
  std::uint32_t span = 0;
  for (const char c : tree.AttributeOf(cell, name)) span = span * 10 + static_cast<std::uint32_t>(c - '0');
  return std::clamp<std::uint32_t>(span, 1, kLargest);
}

}  // namespace

std::vector<std::vector<std::string>> GridOf(const ArticleTree& tree, ItemId table, const std::function<std::string(ItemId)>& text_of) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::uint32_t> taken;  // by column: rows that a cell above still spans
  // Wide cells above many rows would make the grid many times as large as the page; once this is spent, cells span nothing.
  std::size_t left = kSpannedAnItem * (tree.items[table].end - table) + kSpannedAnyway;
  const auto spend = [&] { return left > 0 && left-- > 0; };
  for (ItemId row = table + 1; row < tree.items[table].end; ++row) {
    const Tag tag = tree.items[row].tag;
    if (tag == Tag::kCaption) row = tree.items[row].end - 1;
    if (tag == Tag::kThead || tag == Tag::kTbody || tag == Tag::kTfoot) taken.clear();  // cells end with their group of rows
    if (tag != Tag::kTr) continue;
    std::vector<std::string>& columns = rows.emplace_back();
    const auto skip_taken = [&] {
      for (; columns.size() < taken.size() && taken[columns.size()] > 0 && spend(); columns.emplace_back()) --taken[columns.size()];
    };
    for (ItemId cell = row + 1; cell < tree.items[row].end; cell = tree.items[cell].end) {
      skip_taken();
      const std::uint32_t width = Span(tree, cell, Name::kColspan), below = Span(tree, cell, Name::kRowspan) - 1;
      for (std::uint32_t i = 0; i < width && (i == 0 || spend()); ++i) {
        if (columns.size() >= taken.size()) taken.resize(columns.size() + 1);
        taken[columns.size()] = below;
        columns.push_back(i == 0 ? text_of(cell) : std::string());
      }
    }
    skip_taken();
    row = tree.items[row].end - 1;
  }
  return rows;
}

bool FirstRowIsHeader(const ArticleTree& tree, ItemId table) {
  for (ItemId id = table + 1; id < tree.items[table].end; ++id) {
    if (tree.items[id].tag == Tag::kCaption) {  // which may hold another table
      id = tree.items[id].end - 1;
      continue;
    }
    if (tree.items[id].tag == Tag::kThead) return true;
    if (tree.items[id].tag == Tag::kTd) return false;
    if (tree.items[id].tag != Tag::kTr) continue;
    for (ItemId cell = id + 1; cell < tree.items[id].end; cell = tree.items[cell].end) {
      if (tree.items[cell].tag == Tag::kTd && tree.items[cell].end > cell + 1) return false;
    }
    return true;
  }
  return false;
}

}  // namespace pith::render
