#include <iconv.h>

#include <cerrno>

#include "cli/input.h"

namespace pith::cli {
namespace {

/// What iconv calls the encodings whose WHATWG names it does not know, or knows as something narrower.
struct Alias {
  const char* whatwg;
  const char* iconv;
};
constexpr Alias kAliases[] = {{"shift_jis", "CP932"}, {"euc-kr", "UHC"}, {"gbk", "GB18030"}, {"big5", "BIG5-HKSCS"}, {"euc-jp", "EUC-JP-MS"}, {"windows-874", "CP874"},
                              {"iso-8859-8-i", "ISO-8859-8"}, {"x-mac-cyrillic", "MAC-CYRILLIC"}};

}  // namespace

bool DecodeBySystem(const std::string& encoding, const std::string& bytes, std::string& utf8) {
  const char* name = encoding.c_str();
  for (const Alias& alias : kAliases) {
    if (encoding == alias.whatwg) name = alias.iconv;
  }
  const iconv_t decoder = iconv_open("UTF-8", name);
  if (decoder == reinterpret_cast<iconv_t>(-1)) return false;
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
    utf8 += euro ? "€" : "\xEF\xBF\xBD";
    if (errno == EINVAL) break;  // the bytes end inside a character
    ++in;
    --in_left;
  }
  iconv_close(decoder);
  return true;
}

}  // namespace pith::cli
