#pragma once

// What code says that does nothing but to be quick, so that it is left out where every byte counts.

/// Before a member function: it is compiled on its own, though few places call it. Browsers optimise functions whole while the first pages are read, and
/// for what is large that takes longer than the pages do (module.cmake). The bookmarklet's engine has no room for a call more.
#ifdef PITH_COMPACT
#define PITH_APART
#else
#define PITH_APART [[gnu::noinline]]
#endif

namespace pith {

/// Whether such code is compiled: not in files that are compiled for size, which all of the small bookmarklet is. Not `inline`, since it differs from
/// file to file.
#ifdef __OPTIMIZE_SIZE__
constexpr bool kForSpeed = false;
#else
constexpr bool kForSpeed = true;
#endif

}  // namespace pith
