#pragma once

#include <functional>
#include <string>

namespace pith::testing {

/// What a differential program compares: whether two ways lead to the same, and both results in words for where they do not.
struct Comparison {
  bool foreign;        ///< whether made-up inputs have foreign content
  const char* proved;  ///< what holds where nothing differs
  std::function<bool(const std::string& page)> is_equal;
  std::function<std::string(const std::string& page)> explain;
};

/// Compares every page among the arguments as a whole, then inputs that are made of them.
/// Arguments: [--inputs N] [--seconds N] [--seed N] [PAGE…]; by default 20000 inputs, for at most 60 seconds.
/// @return the exit code: 1 where something differs; the input, as short as it got, is printed
[[nodiscard]] int RunDifferential(int count, char** arguments, const Comparison& comparison);

}  // namespace pith::testing
