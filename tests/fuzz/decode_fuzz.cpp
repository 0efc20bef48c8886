// Any bytes in each encoding that the core decodes: valid UTF-8 comes out, and decoding that changes nothing more.

#include "core/decode/decode.h"
#include "core/unicode/unicode.h"
#include "fuzz/choices.h"

namespace {

bool IsValid(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const pith::unicode::Decoded next = pith::unicode::Decode(text, at);
    const bool replaced = next.code_point == 0xFFFD && text.substr(at, 3) != "\xEF\xBF\xBD";
    if (next.size == 0 || replaced) return false;
    at += next.size;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view kLabels[] = {"", "utf-8", "utf-16le", "utf-16be", "windows-1252", "latin1", "shift_jis", "no such label"};
  const pith::fuzz::Choice choice = pith::fuzz::ChoiceOf(data, size);
  const pith::decode::Decoded decoded = pith::decode::ToUtf8(choice.page, kLabels[choice.bits & 7], choice.Has(3));
  if (decoded.failure.code != pith::Error::kNone) return 0;
  pith::fuzz::Expect(IsValid(decoded.Text()), "what is decoded is valid UTF-8");
  const pith::decode::Decoded again = pith::decode::ToUtf8(decoded.Text(), "utf-8", true);
  const bool marked = decoded.Text().substr(0, 3) == "\xEF\xBB\xBF";  // a second mark is a character, which a second decoding takes off
  pith::fuzz::Expect(marked || again.Text() == decoded.Text(), "decoding twice changes nothing");
  return 0;
}
