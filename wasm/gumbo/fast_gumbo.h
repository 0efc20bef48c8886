#pragma once

// Gumbo's parser, several times faster: the same tree. Errors are not recorded, and positions have no lines and columns.

#include <stddef.h>

#include "gumbo.h"
#include "gumbo/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

/// The attributes that a tag keeps; further ones are dropped. Each is compared with all before it, so without a bound a tag of a
/// megabyte would take a minute.
enum { kPithMostAttributes = 256 };

/// Past so many open elements start tags are ignored. The scan bounds what tags open; formatting that is opened again and again while
/// nothing ends it can pile up only here, and many steps of the parser walk over all that is open.
enum { kPithMostOpen = 1024 };

/// Parses `text`, which is followed by a NUL byte. The tree lives in the arena; its strings that say "original" point into `text`.
/// @return the `<html>` element
const GumboNode* pith_gumbo_parse(PithArena* arena, const char* text, size_t size);

#ifdef __cplusplus
}
#endif
