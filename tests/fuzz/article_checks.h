#pragma once

#include "pith/pith.h"

namespace pith::fuzz {

/// Ends the target where a result breaks what is promised of every page: JSON and tree that parse, no rendering past its limit, and
/// HTML that holds nothing but harmless elements and attributes once it is parsed again.
void ExpectKeptPromises(const Result& result, const Options& options);

}  // namespace pith::fuzz
