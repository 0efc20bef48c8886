#pragma once

// Markup → Document.
// Input: markup that scan has bounded. Output: the flat tree; Gumbo's own tree is gone when this returns.
// Idea: Gumbo allocates from an arena that is dropped as a whole, so nothing recursive ever runs over its tree.
// Known failure: Gumbo follows the HTML standard of 2015; `<template>` content is an ordinary subtree here.

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/parse/document.h"

namespace pith::parse {

/// The attributes of one element that are kept, the first ones; further ones are dropped.
inline constexpr std::uint32_t kMostAttributes = 256;

/// @param markup must be followed by a NUL byte in memory (a std::string's is): Gumbo may look one byte past the end
/// @param ends gets for each node, if it is a text or an element without content, the place in the markup one past its last byte
[[nodiscard]] Document Parse(std::string_view markup, std::vector<std::uint32_t>* ends = nullptr);

}  // namespace pith::parse
