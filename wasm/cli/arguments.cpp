#include "cli/arguments.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>

#include "cli/input.h"
#include "core/decode/decode.h"
#include "core/unicode/unicode.h"

namespace pith::cli {
namespace {

constexpr std::string_view kFormats[] = {"markdown", "text", "html", "json", "ndjson"};  // in the order of Format
constexpr std::string_view kModes[] = {"balanced", "precision", "recall"};               // in the order of Mode
constexpr std::string_view kValueOptions[] = {"--format", "--url", "--charset", "--page-type", "--limit", "--mode", "--keep", "--remove", "--root", "--keep-classes"};

/// What only the npm package's command does: it has workers.
constexpr std::string_view kManyPages[] = {"--recursive", "--suffix", "--files-from", "--from", "--jobs", "--timeout", "--output", "--resume"};

/// Names of files that hold many pages, as web/src/pages/kind.ts has them.
constexpr std::string_view kManyPagesSuffixes[] = {".warc", ".warc.gz", ".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz"};

bool HoldsManyPages(std::string_view name) {
  return !IsAddress(name) && std::any_of(std::begin(kManyPagesSuffixes), std::end(kManyPagesSuffixes), [&](std::string_view suffix) {
    return name.size() >= suffix.size() && unicode::EqualsIgnoringAsciiCase(name.substr(name.size() - suffix.size()), suffix);
  });
}

bool SetFlag(Command& command, std::string_view name) {
  if (name == "--plain") return command.plain = true;
  if (name == "--explain") return command.explain = true;
  if (name == "--front-matter") return command.front_matter = true;
  if (name == "--no-links") return command.parts.links = false, true;
  if (name == "--no-images") return command.parts.images = false, true;
  if (name == "--no-tables") return command.parts.tables = false, true;
  if (name == "--comments") return command.parts.comments = true;
  if (name == "--help" || name == "-h") return command.help = true;
  if (name == "--version") return command.version = true;
  return false;
}

/// A number of 1 to 15 digits that does not begin with 0, which JavaScript holds exactly; 0 where it is none.
std::uint64_t PositiveNumber(std::string_view digits) {
  constexpr std::size_t kMostDigits = 15;
  if (digits.empty() || digits.size() > kMostDigits || digits[0] == '0') return 0;
  std::uint64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

template <typename Number>
bool Set(Number& limit, std::uint64_t value) {
  limit = static_cast<Number>(std::min<std::uint64_t>(value, std::numeric_limits<Number>::max()));
  return true;
}

/// Sets what `NAME=NUMBER` says. False where it is nothing of the kind.
bool SetLimit(Limits& limits, std::string_view text) {
  const std::size_t equals = std::min(text.find('='), text.size());
  const std::string_view name = text.substr(0, equals);
  const std::uint64_t value = PositiveNumber(text.substr(std::min(equals + 1, text.size())));
  if (value == 0) return false;
  if (name == "bytes") return Set(limits.bytes, value);
  if (name == "depth") return Set(limits.depth, value);
  if (name == "nodes") return Set(limits.nodes, value);
  if (name == "attributes") return Set(limits.attributes, value);
  if (name == "output-bytes") return Set(limits.output_bytes, value);
  if (name == "work") return Set(limits.work, value);
  return false;
}
/// What is given several times is one list.
void AddTo(std::string& list, const std::string& selectors) { list += (list.empty() ? "" : ", ") + selectors; }

Command Wrong(std::string message) {
  Command command;
  command.wrong = std::move(message);
  return command;
}

}  // namespace

Command ReadArguments(const std::vector<std::string_view>& words) {
  Command command;
  std::string format = "markdown", mode = "balanced";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--") {
      command.inputs.insert(command.inputs.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (word.empty() || word[0] != '-' || word == "-") {
      command.inputs.emplace_back(word);
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name(word.substr(0, equals));
    const bool has_value = equals != std::string_view::npos;
    if (std::find(std::begin(kValueOptions), std::end(kValueOptions), name) != std::end(kValueOptions)) {
      if (!has_value && i + 1 == words.size()) return Wrong("option " + name + " needs a value");
      const std::string value = decode::Valid(has_value ? word.substr(equals + 1) : words[++i]);
      if (name == "--format") format = value;
      if (name == "--mode") mode = value;
      if (name == "--keep") AddTo(command.keep, value);
      if (name == "--remove") AddTo(command.remove, value);
      if (name == "--root") AddTo(command.root, value);
      if (name == "--keep-classes") command.keep_classes = value;
      if (name == "--url") command.url = value, command.has_url = true;
      if (name == "--page-type") {
        command.page_type = PageTypeOf(value);
        if (command.page_type == PageType::kNone) return Wrong("unknown page type " + value);
      }
      if (name == "--charset") command.charset = value, command.has_charset = true;
      if (name == "--limit" && !SetLimit(command.limits, value)) return Wrong("option --limit takes no " + value);
    } else if (SetFlag(command, name)) {
      if (has_value) return Wrong("option " + name + " takes no value");
    } else if (std::find(std::begin(kManyPages), std::end(kManyPages), name) != std::end(kManyPages)) {
      return Wrong("option " + name + " is one of the npm package's pith alone");
    } else {
      return Wrong("unknown option " + name);
    }
  }
  const auto* found = std::find(std::begin(kFormats), std::end(kFormats), format);
  if (found == std::end(kFormats)) return Wrong("unknown format " + format);
  command.format = static_cast<Format>(found - std::begin(kFormats));
  const auto* found_mode = std::find(std::begin(kModes), std::end(kModes), mode);
  if (found_mode == std::end(kModes)) return Wrong("unknown mode " + mode);
  command.mode = static_cast<Mode>(found_mode - std::begin(kModes));
  if (command.help || command.version) return command;
  if (command.inputs.empty()) return Wrong("no input");
  const auto many = std::find_if(command.inputs.begin(), command.inputs.end(), HoldsManyPages);
  if (many != command.inputs.end()) return Wrong(*many + " holds many pages, which the npm package's pith alone takes");
  if (command.format == Format::kJson && command.inputs.size() > 1) return Wrong("--format json takes exactly one input");
  return command;
}

}  // namespace pith::cli
