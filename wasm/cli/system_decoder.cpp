#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <iterator>

#include "cli/input.h"
#include "core/unicode/unicode.h"

namespace pith::cli {
namespace {

/// What iconv calls the encodings whose WHATWG names it does not know, or knows as something narrower.
struct Alias {
  const char* whatwg;
  const char* iconv;
};
constexpr Alias kAliases[] = {{"shift_jis", "CP932"}, {"euc-kr", "UHC"}, {"gbk", "GB18030"}, {"big5", "BIG5-HKSCS"}, {"euc-jp", "EUC-JP-MS"}, {"windows-874", "CP874"},
                              {"iso-8859-8-i", "ISO-8859-8"}, {"x-mac-cyrillic", "MAC-CYRILLIC"}};

/// Encodings of the standard with characters of several bytes, of those that the core does not decode.
constexpr std::string_view kOfSeveralBytes[] = {"big5", "euc-jp", "euc-kr", "gb18030", "gbk", "iso-2022-jp", "shift_jis"};

/// Where an encoding of single bytes has another character in the standard than in iconv.
struct Exception {
  std::string_view encoding;
  unsigned char byte;
  std::string_view character;
};
constexpr Exception kExceptions[] = {{"macintosh", 0xC6, "\u2206"}, {"macintosh", 0xF0, "\uF8FF"}, {"x-mac-cyrillic", 0xFF, "€"}};

constexpr std::string_view kInvalid = "\uFFFD";

/// What iconv holds back of a text: a letter that a mark could follow.
void AppendHeld(iconv_t decoder, std::string& utf8) {
  char held[16];
  char* out = held;
  std::size_t left = sizeof held;
  iconv(decoder, nullptr, nullptr, &out, &left);
  utf8.append(held, sizeof held - left);
}

/// The character of a byte alone, as the standard has it: it maps unused bytes below 0xA0 to control characters.
std::string CharacterOf(iconv_t decoder, std::string_view encoding, unsigned char byte) {
  for (const Exception& exception : kExceptions) {
    if (exception.encoding == encoding && exception.byte == byte) return std::string(exception.character);
  }
  char from = static_cast<char>(byte), to[16];
  char *in = &from, *out = to;
  std::size_t in_left = 1, out_left = sizeof to;
  const bool valid = iconv(decoder, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1);
  std::string utf8(to, sizeof to - out_left);
  AppendHeld(decoder, utf8);
  if (valid) return utf8;
  if (byte >= 0xA0) return std::string(kInvalid);
  unicode::Append(utf8, byte);
  return utf8;
}

/// Byte by byte, since iconv makes one character of a letter and the mark behind it (windows-1255, windows-1258), which the standard does not.
void DecodeSingleBytes(iconv_t decoder, std::string_view encoding, const std::string& bytes, std::string& utf8) {
  std::array<std::string, 256> characters;
  for (std::size_t byte = 0; byte < characters.size(); ++byte) characters[byte] = CharacterOf(decoder, encoding, static_cast<unsigned char>(byte));
  for (const char byte : bytes) utf8 += characters[static_cast<unsigned char>(byte)];
}

void DecodeSeveralBytes(iconv_t decoder, std::string_view encoding, const std::string& bytes, std::string& utf8) {
  char* in = const_cast<char*>(bytes.data());  // iconv's signature predates const; it does not write there
  std::size_t in_left = bytes.size();
  char buffer[1 << 14];
  while (in_left > 0) {
    char* out = buffer;
    std::size_t out_left = sizeof buffer;
    const std::size_t converted = iconv(decoder, &in, &in_left, &out, &out_left);
    utf8.append(buffer, sizeof buffer - out_left);
    if (converted != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
    const bool euro = *in == '\x80' && encoding == "gbk";  // WHATWG Encoding Standard, gb18030 decoder
    utf8 += euro ? "€" : kInvalid;
    if (errno == EINVAL) break;  // the bytes end inside a character
    ++in;
    --in_left;
  }
  AppendHeld(decoder, utf8);
}

}  // namespace

bool DecodeBySystem(const std::string& encoding, const std::string& bytes, std::string& utf8) {
  const char* name = encoding.c_str();
  for (const Alias& alias : kAliases) {
    if (encoding == alias.whatwg) name = alias.iconv;
  }
  const iconv_t decoder = iconv_open("UTF-8", name);
  if (decoder == reinterpret_cast<iconv_t>(-1)) return false;
  const bool several = std::find(std::begin(kOfSeveralBytes), std::end(kOfSeveralBytes), encoding) != std::end(kOfSeveralBytes);
  (several ? DecodeSeveralBytes : DecodeSingleBytes)(decoder, encoding, bytes, utf8);
  iconv_close(decoder);
  return true;
}

}  // namespace pith::cli
