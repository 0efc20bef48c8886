#include "core/url/parser.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "core/unicode/unicode.h"
#include "core/url/host.h"
#include "core/url/percent.h"
#include "core/url/scheme.h"

namespace pith::url {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// What URL parsers take off: control characters and spaces at the ends; tabs and newlines anywhere.
std::string Cleaned(std::string_view reference) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  while (!reference.empty() && is_edge(reference.front())) reference.remove_prefix(1);
  while (!reference.empty() && is_edge(reference.back())) reference.remove_suffix(1);
  std::string cleaned;
  cleaned.reserve(reference.size());
  for (const char c : reference) {
    if (c != '\t' && c != '\n' && c != '\r') cleaned += c;
  }
  return cleaned;
}

/// A reference that cannot be resolved, harmless where it is written.
std::string Encoded(std::string_view reference) {
  std::string encoded;
  for (const char c : reference)
    AppendEncoded(encoded, {&c, 1}, c == '\\' ? EncodeSet::kUserinfo : static_cast<unsigned char>(c) >= 0x80 ? EncodeSet::kC0Control : EncodeSet::kFragment);
  return encoded;
}

/// An address taken apart, each part as it will be written.
struct Address {
  std::string scheme;
  std::string credentials;  ///< with its '@'
  std::optional<std::string> host;
  std::string port;               ///< with its ':'
  std::vector<std::string> path;  ///< the segments
  std::string opaque;             ///< the path of a scheme without segments, such as mailto
  bool is_opaque = false;
  std::string query;     ///< with its '?'
  std::string fragment;  ///< with its '#'

  [[nodiscard]] bool IsSpecial() const {
    return scheme == "http" || scheme == "https" || scheme == "ftp" || scheme == "ws" || scheme == "wss" || scheme == "file";
  }
  [[nodiscard]] std::string_view DefaultPort() const {
    return scheme == "http" || scheme == "ws" ? "80" : scheme == "https" || scheme == "wss" ? "443" : scheme == "ftp" ? "21" : "";
  }
};

/// Reads one reference ("basic URL parser" of the standard, its states as functions).
class Parser {
 public:
  Parser(std::string_view text, const Address* base) : rest_(text), base_(base) {}

  std::optional<Address> Run() {
    const std::size_t scheme = SchemeLength(rest_);
    const bool read = scheme > 0 ? Absolute(scheme) : base_ != nullptr && Relative();
    return read ? std::optional<Address>(std::move(url_)) : std::nullopt;
  }

 private:
  [[nodiscard]] bool IsSlash(std::size_t at) const { return at < rest_.size() && (rest_[at] == '/' || (special_ && rest_[at] == '\\')); }

  void SetScheme(std::string scheme) {
    url_.scheme = std::move(scheme);
    special_ = url_.IsSpecial();
  }

  bool Absolute(std::size_t length) {
    std::string scheme(rest_.substr(0, length));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), unicode::AsciiLower);
    SetScheme(std::move(scheme));
    rest_.remove_prefix(length + 1);
    if (special_ && base_ != nullptr && base_->scheme == url_.scheme && rest_.substr(0, 2) != "//") return Relative();
    if (special_) return SlashesAndAuthority();
    if (rest_.substr(0, 2) == "//") {
      rest_.remove_prefix(2);
      return Authority();
    }
    if (rest_.substr(0, 1) == "/") return Path();
    url_.is_opaque = true;
    const std::size_t end = std::min(rest_.find_first_of("?#"), rest_.size());
    AppendEncoded(url_.opaque, rest_.substr(0, end), EncodeSet::kC0Control);
    rest_.remove_prefix(end);
    return QueryAndFragment();
  }

  bool Relative() {
    if (base_->is_opaque) {
      if (rest_.substr(0, 1) != "#") return false;
      url_ = *base_;
      return QueryAndFragment();
    }
    SetScheme(base_->scheme);
    if (IsSlash(0)) {
      if (IsSlash(1)) {
        if (special_) return SlashesAndAuthority();
        rest_.remove_prefix(2);
        return Authority();
      }
      TakeAuthority();
      return Path();
    }
    TakeAuthority();
    url_.path = base_->path;
    if (rest_.empty() || rest_[0] == '#' || rest_[0] == '?') {
      if (rest_.substr(0, 1) != "?") url_.query = base_->query;
      return QueryAndFragment();
    }
    if (!url_.path.empty()) url_.path.pop_back();
    return Path();
  }

  void TakeAuthority() {
    url_.credentials = base_->credentials;
    url_.host = base_->host;
    url_.port = base_->port;
  }

  bool SlashesAndAuthority() {
    while (IsSlash(0)) rest_.remove_prefix(1);
    return Authority();
  }

  bool Authority() {
    const std::size_t end = std::min(rest_.find_first_of(special_ ? "/?#\\" : "/?#"), rest_.size());
    std::string_view authority = rest_.substr(0, end);
    rest_.remove_prefix(end);
    const std::size_t at = authority.rfind('@');
    if (at != std::string_view::npos) {
      Credentials(authority.substr(0, at));
      authority.remove_prefix(at + 1);
      if (authority.empty()) return false;
    }
    std::size_t colon = 0;
    for (bool inside = false; colon < authority.size() && (inside || authority[colon] != ':'); ++colon)
      inside = authority[colon] == '[' || (inside && authority[colon] != ']');
    const std::string_view host = authority.substr(0, colon);
    if (host.empty() && (special_ || colon < authority.size())) return url_.scheme == "file" && authority.empty() && (url_.host = "", Path());
    const std::optional<std::string> parsed = ParseHost(host, special_);
    if (!parsed || (colon < authority.size() && !Port(authority.substr(colon + 1)))) return false;
    url_.host = *parsed;
    return Path();
  }

  void Credentials(std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    std::string name, password;
    AppendEncoded(name, text.substr(0, colon), EncodeSet::kUserinfo);
    if (colon < text.size()) AppendEncoded(password, text.substr(colon + 1), EncodeSet::kUserinfo);
    if (name.empty() && password.empty()) return;
    url_.credentials = name + (password.empty() ? "" : ":" + password) + "@";
  }

  bool Port(std::string_view text) {
    std::uint32_t port = 0;
    for (const char c : text) {
      if (!IsDigit(c)) return false;
      port = port * 10 + static_cast<std::uint32_t>(c - '0');
      if (port > 65535) return false;
    }
    if (!text.empty() && std::to_string(port) != url_.DefaultPort()) url_.port = ":" + std::to_string(port);
    return true;
  }

  /// Reads segments onto what url_.path has.
  bool Path() {
    const std::size_t end = std::min(rest_.find_first_of("?#"), rest_.size());
    const std::string_view all = rest_;
    rest_ = rest_.substr(0, end);
    std::size_t at = IsSlash(0) ? 1 : 0;
    if (at == 1 || special_ || !rest_.empty()) {
      for (;; ++at) {
        std::size_t stop = at;
        while (stop < rest_.size() && !IsSlash(stop)) ++stop;
        Segment(rest_.substr(at, stop - at), stop == rest_.size());
        at = stop;
        if (stop == rest_.size()) break;
      }
    }
    rest_ = all.substr(end);
    return QueryAndFragment();
  }

  void Segment(std::string_view text, bool last) {
    const std::size_t dots = Dots(text);
    if (dots == 2 && !url_.path.empty()) url_.path.pop_back();
    if (dots == 0) {
      AppendEncoded(url_.path.emplace_back(), text, EncodeSet::kPath);
    } else if (last) {
      url_.path.emplace_back();
    }
  }

  /// 1 for ".", 2 for "..", however the dots are written; 0 for other segments.
  static std::size_t Dots(std::string_view text) {
    std::size_t dots = 0;
    while (!text.empty() && dots < 3) {
      const bool escaped = text.size() >= 3 && text[0] == '%' && text[1] == '2' && unicode::AsciiLower(text[2]) == 'e';
      if (!escaped && text[0] != '.') return 0;
      text.remove_prefix(escaped ? 3 : 1);
      ++dots;
    }
    return text.empty() && dots < 3 ? dots : 0;
  }

  bool QueryAndFragment() {
    const std::size_t hash = std::min(rest_.find('#'), rest_.size());
    if (rest_.substr(0, 1) == "?") {
      url_.query = "?";
      AppendEncoded(url_.query, rest_.substr(1, hash - 1), special_ ? EncodeSet::kSpecialQuery : EncodeSet::kQuery);
    }
    if (hash < rest_.size()) {
      url_.fragment = "#";
      AppendEncoded(url_.fragment, rest_.substr(hash + 1), EncodeSet::kFragment);
    }
    return true;
  }

  std::string_view rest_;  ///< what was not read yet
  const Address* base_;
  Address url_;
  bool special_ = false;
};

std::string TextOf(const Address& url) {
  std::string text = url.scheme + ":";
  if (url.host) {
    text += "//" + url.credentials + *url.host + url.port;
  } else if (!url.is_opaque && url.path.size() > 1 && url.path[0].empty()) {
    text += "/.";  // or the path would read as a host
  }
  text += url.opaque;
  for (const std::string& segment : url.path) (text += '/') += segment;
  return text + url.query + url.fragment;
}

}  // namespace

std::string ResolveByParser(std::string_view base, std::string_view reference) {
  const std::string cleaned = Cleaned(reference);
  std::optional<Address> from = Parser(Cleaned(base), nullptr).Run();
  if (from && (from->is_opaque || !from->host)) from.reset();
  std::optional<Address> url = Parser(cleaned, from ? &*from : nullptr).Run();
  if (url) return TextOf(*url);
  return !from && SchemeLength(cleaned) == 0 ? Encoded(cleaned) : std::string();
}

}  // namespace pith::url
