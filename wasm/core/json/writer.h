#pragma once

// JSON text in the form that JSON.stringify gives: no white space, only what must be escaped is.

#include <cstdint>
#include <string>
#include <string_view>

namespace pith::json {

/// Appends `text`, valid UTF-8, as a JSON string with its quotes.
void AppendString(std::string& to, std::string_view text);

/// Writes one JSON value piece by piece; commas are its business, the nesting is the caller's.
class Writer {
 public:
  Writer& BeginObject();
  Writer& EndObject();
  Writer& BeginArray();
  Writer& EndArray();
  Writer& Key(std::string_view key);
  Writer& String(std::string_view text);
  /// A string, or null where it is empty.
  Writer& StringOrNull(std::string_view text);
  Writer& Number(std::uint64_t value);
  /// A share or probability, with three decimals at most.
  Writer& Fraction(float value);
  /// Text that is JSON already.
  Writer& Raw(std::string_view json);

  std::string Take();

 private:
  void Separate();

  std::string out_;
  bool needs_comma_ = false;
};

}  // namespace pith::json
