#pragma once

#include <string>
#include <vector>

namespace bench {

/// The pages that a benchmark runs over.
struct Pages {
  std::vector<std::string> all;
  std::string large;  ///< one page of about a megabyte, made of the bodies of the others
  std::size_t bytes = 0;
};

/// Reads the page files among the arguments, which are those that do not start with `-`, and takes them out of `argv`.
[[nodiscard]] Pages ReadPages(int& argc, char** argv);

}  // namespace bench
