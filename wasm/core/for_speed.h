#pragma once

// What code says that does nothing but to be quick, so that it is left out where every byte counts.

namespace pith {

/// Whether such code is compiled: not in files that are compiled for size, which all of the small bookmarklet is. Not `inline`, since it differs from
/// file to file.
#ifdef __OPTIMIZE_SIZE__
constexpr bool kForSpeed = false;
#else
constexpr bool kForSpeed = true;
#endif

}  // namespace pith
