#include "core/decode/binary.h"

#include <algorithm>
#include <cstddef>

#include "core/unicode/unicode.h"

namespace pith::decode {
namespace {

using std::literals::operator""sv;

/// How files of a type begin.
struct Signature {
  std::string_view bytes;
  std::string_view type;
  std::size_t at = 0;    ///< where the bytes stand
  bool numbers = false;  ///< text could begin so: what follows has to have control characters, as the numbers of such files do
};

constexpr std::size_t kHead = 32;  // bytes, within which they all have a small number

constexpr Signature kSignatures[] = {
    {"\x89PNG\r\n\x1A\n"sv, "image/png"},
    {"\xFF\xD8\xFF"sv, "image/jpeg"},
    {"GIF8"sv, "image/gif", 0, true},
    {"WEBPVP"sv, "image/webp", 8, true},
    {"BM"sv, "image/bmp", 0, true},
    {"\0\0\1\0"sv, "image/x-icon"},
    {"%PDF-"sv, "application/pdf"},
    {"PK\3\4"sv, "application/zip"},
    {"\x1F\x8B\b"sv, "application/gzip"},
    {"7z\xBC\xAF\x27\x1C"sv, "application/x-7z-compressed"},
    {"Rar!\x1A\7"sv, "application/vnd.rar"},
    {"\177ELF"sv, "application/x-elf"},
    {"MZ\x90\0"sv, "application/vnd.microsoft.portable-executable"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "application/x-ole-storage"},
    {"ftyp"sv, "video/mp4", 4, true},
    {"\x1A\x45\xDF\xA3"sv, "video/webm"},
    {"WAVEfmt "sv, "audio/wave", 8, true},
    {"OggS\0"sv, "application/ogg"},
    {"ID3"sv, "audio/mpeg", 0, true},
    {"wOF2"sv, "font/woff2", 0, true},
    {"\0\1\0\0"sv, "font/ttf"},
};

bool HasControl(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' && !unicode::IsAsciiSpace(c); });
}

}  // namespace

std::string_view BinaryType(std::string_view bytes) {
  for (const Signature& signature : kSignatures) {
    if (bytes.size() < signature.at || bytes.substr(signature.at, signature.bytes.size()) != signature.bytes) continue;
    if (!signature.numbers || HasControl(bytes.substr(0, kHead))) return signature.type;
  }
  return {};
}

}  // namespace pith::decode
