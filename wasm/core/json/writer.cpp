#include "core/json/writer.h"

#include <algorithm>
#include <utility>

#include "core/unicode/eight_bytes.h"

namespace pith::json {

void AppendString(std::string& to, std::string_view text) {
  constexpr char kHex[] = "0123456789abcdef";
  to += '"';
  std::size_t kept = 0;
  const auto needs_escape = [](unicode::EightBytes bytes) { return bytes.AreBelow(0x20) | bytes.Are('"') | bytes.Are('\\'); };
  for (std::size_t i = 0; (i = unicode::FindByte(text, i, needs_escape)) < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    to.append(text.substr(kept, i - kept));
    kept = i + 1;
    switch (c) {
      case '"': to += "\\\""; break;
      case '\\': to += "\\\\"; break;
      case '\b': to += "\\b"; break;
      case '\f': to += "\\f"; break;
      case '\n': to += "\\n"; break;
      case '\r': to += "\\r"; break;
      case '\t': to += "\\t"; break;
      default:
        to += "\\u00";
        to += kHex[c >> 4];
        to += kHex[c & 15];
    }
  }
  to.append(text.substr(kept));
  to += '"';
}

Writer& Writer::BeginObject() {
  Separate();
  out_ += '{';
  needs_comma_ = false;
  return *this;
}

Writer& Writer::EndObject() {
  out_ += '}';
  needs_comma_ = true;
  return *this;
}

Writer& Writer::BeginArray() {
  Separate();
  out_ += '[';
  needs_comma_ = false;
  return *this;
}

Writer& Writer::EndArray() {
  out_ += ']';
  needs_comma_ = true;
  return *this;
}

Writer& Writer::Key(std::string_view key) {
  Separate();
  AppendString(out_, key);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

Writer& Writer::String(std::string_view text) {
  Separate();
  AppendString(out_, text);
  needs_comma_ = true;
  return *this;
}

Writer& Writer::StringOrNull(std::string_view text) { return text.empty() ? Raw("null") : String(text); }

Writer& Writer::Number(std::uint64_t value) { return Raw(std::to_string(value)); }

Writer& Writer::Fraction(float value) {
  const auto thousandths = static_cast<int>(std::clamp(value, 0.0F, 1.0F) * 1000.0F + 0.5F);
  if (thousandths % 1000 == 0) return Raw(thousandths == 0 ? "0" : "1");
  std::string text = "0." + std::to_string(1000 + thousandths).substr(1);
  while (text.back() == '0') text.pop_back();
  return Raw(text);
}

Writer& Writer::Raw(std::string_view json) {
  Separate();
  out_ += json;
  needs_comma_ = true;
  return *this;
}

std::string Writer::Take() { return std::move(out_); }

void Writer::Separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = false;
}

}  // namespace pith::json
