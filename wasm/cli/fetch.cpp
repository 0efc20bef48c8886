#include "cli/fetch.h"

#ifdef PITH_HAS_CURL

#include <curl/curl.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "core/decode/decode.h"
#include "core/unicode/unicode.h"

namespace pith::cli {
namespace {

constexpr long kTimeout = 60'000;  // milliseconds, as fetchTimeout of web/src/pages/input.ts

/// Content types, as those of web/src/content_type.ts; a server may say none.
constexpr std::string_view kMarkup[] = {"", "text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/octet-stream"};
constexpr std::string_view kPlain[] = {"text/plain", "text/markdown"};

struct Body {
  std::string& bytes;
  std::size_t limit;
};

/// @return fewer bytes than there are, which ends the transfer, once the body is beyond its limit
std::size_t Append(char* data, std::size_t size, std::size_t count, void* to) {
  Body& body = *static_cast<Body*>(to);
  body.bytes.append(data, size * count);
  return body.bytes.size() > body.limit ? 0 : size * count;
}

/// The charset of a header such as `text/html; charset="utf-8"`, as parseContentType of web/src/content_type.ts reads it.
std::string CharsetOf(std::string_view header) {
  constexpr std::string_view kName = "charset";
  for (std::size_t at = header.find(';'); at != std::string_view::npos; at = header.find(';', at + 1)) {
    std::string_view rest = unicode::Trimmed(header.substr(at + 1));
    if (!unicode::EqualsIgnoringAsciiCase(rest.substr(0, kName.size()), kName)) continue;
    rest = unicode::Trimmed(rest.substr(kName.size()));
    if (rest.empty() || rest.front() != '=') continue;
    rest = unicode::Trimmed(rest.substr(1));
    if (!rest.empty() && rest.front() == '"') rest.remove_prefix(1);
    const std::string_view charset = rest.substr(0, rest.find_first_of("\";, \t"));
    if (!charset.empty()) return std::string(charset);
  }
  return {};
}

/// Takes what the header `content-type` says; a type that holds no page is an error. Commas join headers that were sent twice.
void SetType(Input& input, std::string_view header) {
  header = unicode::Trimmed(header);
  const std::string type = unicode::Lowered(header.substr(0, header.find_first_of(";, \t")));
  input.charset = CharsetOf(header);
  input.plain = std::find(std::begin(kPlain), std::end(kPlain), type) != std::end(kPlain);
  if (input.plain || std::find(std::begin(kMarkup), std::end(kMarkup), type) != std::end(kMarkup)) return;
  input.error = "the response from " + input.url + " is of type " + type + ", not HTML or plain text";
  input.code = "unsupported-type";
}

}  // namespace

Input Fetch(const std::string& address, std::size_t limit) {
  Input input;
  Body body{input.bytes, limit};
  CURL* const request = curl_easy_init();
  if (request == nullptr) {
    input.error = "cannot be fetched: libcurl does not start";
    return input;
  }
  char reason[CURL_ERROR_SIZE] = "";
  curl_easy_setopt(request, CURLOPT_URL, address.c_str());
  curl_easy_setopt(request, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(request, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(request, CURLOPT_MAXREDIRS, 20L);
  curl_easy_setopt(request, CURLOPT_TIMEOUT_MS, kTimeout);
  curl_easy_setopt(request, CURLOPT_ACCEPT_ENCODING, "");  // whatever libcurl can unpack
  curl_easy_setopt(request, CURLOPT_USERAGENT, "pith");
  curl_easy_setopt(request, CURLOPT_ERRORBUFFER, reason);
  curl_easy_setopt(request, CURLOPT_WRITEFUNCTION, &Append);
  curl_easy_setopt(request, CURLOPT_WRITEDATA, &body);
  const CURLcode code = curl_easy_perform(request);
  long status = 0;
  const char *content_type = nullptr, *final_address = nullptr;
  curl_easy_getinfo(request, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(request, CURLINFO_CONTENT_TYPE, &content_type);
  curl_easy_getinfo(request, CURLINFO_EFFECTIVE_URL, &final_address);
  if (code == CURLE_OPERATION_TIMEDOUT) {
    input.error = "cannot be fetched: it takes longer than " + std::to_string(kTimeout) + " ms";
    input.code = "timeout";
  } else if (code != CURLE_OK && input.bytes.size() <= limit) {
    input.error = "cannot be fetched: " + decode::Valid(reason[0] != '\0' ? reason : curl_easy_strerror(code));
  } else if (status >= 400) {
    input.error = "cannot be fetched: HTTP status " + std::to_string(status);
  } else {
    input.url = decode::Valid(final_address != nullptr ? final_address : address);
    SetType(input, decode::Valid(content_type != nullptr ? content_type : ""));
  }
  curl_easy_cleanup(request);
  return input;
}

}  // namespace pith::cli

#else

namespace pith::cli {

Input Fetch(const std::string&, std::size_t) {
  Input input;
  input.error = "cannot be fetched: this build has no libcurl";
  return input;
}

}  // namespace pith::cli

#endif
