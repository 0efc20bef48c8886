#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pith::cli {

/// A page, and in valid UTF-8 what its transport says of it; `error` is the message to show where it could not be read, `code` what stands for it in ndjson.
struct Input {
  std::string bytes;
  std::string url;
  std::string charset;
  bool plain = false;
  std::string error;
  std::string_view code = "unreadable";
};

/// Whether a name is that of an http(s) address.
[[nodiscard]] bool IsAddress(std::string_view name);

/// Reads a file, an http(s) address or, for `-`, standard input.
/// @param limit bytes that the page may have; a larger one is not read to its end
[[nodiscard]] Input ReadInput(const std::string& name, std::size_t limit);

/// Turns bytes of an encoding, by its WHATWG name, into UTF-8 with U+FFFD for what is invalid. False where this system has no
/// decoder for it.
[[nodiscard]] bool DecodeBySystem(const std::string& encoding, const std::string& bytes, std::string& utf8);

}  // namespace pith::cli
