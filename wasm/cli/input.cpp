#include "cli/input.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <memory>

#include "cli/fetch.h"
#include "core/unicode/unicode.h"

namespace pith::cli {
namespace {

bool Read(std::FILE* file, std::size_t limit, std::string& bytes) {
  char buffer[1 << 16];
  for (std::size_t got = 0; bytes.size() <= limit && (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, got);
  return std::ferror(file) == 0;
}

}  // namespace

bool IsAddress(std::string_view name) {
  return unicode::EqualsIgnoringAsciiCase(name.substr(0, 7), "http://") || unicode::EqualsIgnoringAsciiCase(name.substr(0, 8), "https://");
}

Input ReadInput(const std::string& name, std::size_t limit) {
  if (IsAddress(name)) return Fetch(name, limit);
  Input input;
  if (name == "-") {
    if (!Read(stdin, limit, input.bytes)) input.error = "cannot be read";
    return input;
  }
  struct stat status {};
  if (stat(name.c_str(), &status) != 0) {
    input.error = errno == ENOENT ? "no such file" : "cannot be read";
    return input;
  }
  if (S_ISDIR(status.st_mode)) {
    input.error = "is a directory";
    return input;
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(name.c_str(), "rb"), &std::fclose);
  if (file == nullptr || !Read(file.get(), limit, input.bytes)) input.error = "cannot be read";
  return input;
}

}  // namespace pith::cli
