#pragma once

// Percent-encoding by the sets of the WHATWG URL Standard.

#include <string>
#include <string_view>

namespace pith::url {

enum class EncodeSet : std::uint8_t { kC0Control, kFragment, kQuery, kSpecialQuery, kPath, kUserinfo };

/// Appends `text` with the characters of the set percent-encoded.
void AppendEncoded(std::string& to, std::string_view text, EncodeSet set);
[[nodiscard]] std::string PercentDecoded(std::string_view text);

}  // namespace pith::url
