#pragma once

// Bytes of any encoding → valid UTF-8.
// Input: the page's bytes and the transport's charset label. Output: UTF-8 in which every invalid sequence became U+FFFD,
// and every C1 control character what windows-1252 has in its place.
// Idea: the order of the WHATWG standards (byte order mark, transport, `<meta>` in the head, then a guess). UTF-8,
// UTF-16 and windows-1252 are decoded here; every other encoding is named, for a host that has a decoder for it. Unlike the
// standards, a page that is valid UTF-8 is read as that whatever its `<meta>` says (not against the transport): saved pages keep it.
// Known failure: an undeclared legacy encoding other than windows-1252 is taken for windows-1252.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pith/pith.h"

namespace pith::decode {

/// What the bytes were, of what is decoded here.
enum class Form : std::uint8_t { kUtf8, kWindows1252, kUtf16 };

/// The end of a broken sequence or a C1 control character: in the text, where ends what stands for it, and in the bytes.
struct Repair {
  std::uint32_t text;
  std::uint32_t input;
};

struct Decoded {
  std::string_view given;  ///< the input without byte order mark, where it can be used as it is
  std::string owned;       ///< else what it became
  Form form = Form::kUtf8;
  std::uint8_t mark = 0;  ///< bytes of the byte order mark
  Failure failure;        ///< kUnsupportedType, kUnknownEncoding or kUnsupportedEncoding

  /// Valid UTF-8 without byte order mark; points into this object or the input.
  [[nodiscard]] std::string_view Text() const { return owned.empty() ? given : owned; }
};

/// @param bytes must outlive the result, which may point into them
/// @param plain the input is not HTML: no `<meta>` is looked for
[[nodiscard]] Decoded ToUtf8(std::string_view bytes, std::string_view charset, bool plain);

/// What should be UTF-8, such as a name or a header, with U+FFFD for each invalid sequence.
[[nodiscard]] std::string Valid(std::string_view text);

/// Where decoding UTF-8 repairs it, in order.
/// @param bytes without byte order mark
[[nodiscard]] std::vector<Repair> RepairsOf(std::string_view bytes);

/// The WHATWG name of an encoding label (`latin1` → `windows-1252`); empty where the standard has no such label.
[[nodiscard]] std::string_view NameOfLabel(std::string_view label);

}  // namespace pith::decode
