#include "cli/arguments.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace pith::cli {
namespace {

constexpr std::string_view kFormats[] = {"markdown", "text", "html", "json", "ndjson"};  // in the order of Format

/// What only the npm package's command does: it has workers.
constexpr std::string_view kManyPages[] = {"--recursive", "--suffix", "--files-from", "--from", "--jobs", "--timeout", "--output", "--resume"};

bool SetFlag(Command& command, std::string_view name) {
  if (name == "--plain") return command.plain = true;
  if (name == "--explain") return command.explain = true;
  if (name == "--front-matter") return command.front_matter = true;
  if (name == "--help") return command.help = true;
  if (name == "--version") return command.version = true;
  return false;
}

Command Wrong(std::string message) {
  Command command;
  command.wrong = std::move(message);
  return command;
}

}  // namespace

Command ReadArguments(const std::vector<std::string_view>& words) {
  Command command;
  std::string format = "markdown";
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
    if (name == "--format" || name == "--url" || name == "--charset") {
      if (!has_value && i + 1 == words.size()) return Wrong("option " + name + " needs a value");
      const std::string value(has_value ? word.substr(equals + 1) : words[++i]);
      if (name == "--format") format = value;
      if (name == "--url") command.url = value, command.has_url = true;
      if (name == "--charset") command.charset = value, command.has_charset = true;
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
  if (command.help || command.version) return command;
  if (command.inputs.empty()) return Wrong("no input");
  if (command.format == Format::kJson && command.inputs.size() > 1) return Wrong("--format json takes exactly one input");
  return command;
}

}  // namespace pith::cli
