#pragma once

#include <string_view>

namespace pith::decode {

/// The media type of bytes that are plainly no text, such as `image/png`; empty for all others. Told by how files of widespread types begin (WHATWG MIME
/// Sniffing, "matching a MIME type pattern"), and by nothing that text could begin with: control characters alone say nothing, since they stand
/// in pages, too, and every second byte of UTF-16 is zero.
[[nodiscard]] std::string_view BinaryType(std::string_view bytes);

}  // namespace pith::decode
