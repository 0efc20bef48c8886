#include "cli/arguments.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace pith::cli {
namespace {

constexpr std::string_view kFormats[] = {"markdown", "text", "html", "json", "ndjson"};  // in the order of Format
constexpr std::string_view kModes[] = {"balanced", "precision", "recall"};               // in the order of Mode
constexpr std::string_view kValueOptions[] = {"--format", "--url", "--charset", "--mode", "--keep", "--remove", "--root", "--keep-classes"};

bool SetFlag(Command& command, std::string_view name) {
  if (name == "--plain") return command.plain = true;
  if (name == "--explain") return command.explain = true;
  if (name == "--front-matter") return command.front_matter = true;
  if (name == "--no-links") return command.parts.links = false, true;
  if (name == "--no-images") return command.parts.images = false, true;
  if (name == "--no-tables") return command.parts.tables = false, true;
  if (name == "--comments") return command.parts.comments = true;
  if (name == "--help") return command.help = true;
  if (name == "--version") return command.version = true;
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
      const std::string value(has_value ? word.substr(equals + 1) : words[++i]);
      if (name == "--format") format = value;
      if (name == "--mode") mode = value;
      if (name == "--keep") AddTo(command.keep, value);
      if (name == "--remove") AddTo(command.remove, value);
      if (name == "--root") AddTo(command.root, value);
      if (name == "--keep-classes") command.keep_classes = value;
      if (name == "--url") command.url = value, command.has_url = true;
      if (name == "--charset") command.charset = value, command.has_charset = true;
    } else if (SetFlag(command, name)) {
      if (has_value) return Wrong("option " + name + " takes no value");
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
  if (command.format == Format::kJson && command.inputs.size() > 1) return Wrong("--format json takes exactly one input");
  return command;
}

}  // namespace pith::cli
