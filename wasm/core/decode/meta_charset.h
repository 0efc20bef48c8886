#pragma once

#include <string_view>

namespace pith::decode {

/// The label that a `<meta charset>` or `<meta http-equiv="content-type">` declares, else the one of an XML declaration; empty where there is none.
/// Points into `bytes`. (WHATWG HTML, "prescan a byte stream to determine its encoding".) It is looked for in the first 1,024 bytes and, since browsers
/// that meet it later begin anew, in all of the head; not in comments, scripts and other raw text.
[[nodiscard]] std::string_view MetaCharset(std::string_view bytes);

}  // namespace pith::decode
