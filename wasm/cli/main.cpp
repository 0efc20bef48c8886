// The native command. Its contract (flags, bytes, messages, exit codes) is that of web/src/cli.ts; rules/help.txt states it.

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "cli/input.h"
#include "core/decode/decode.h"
#include "core/json/writer.h"
#include "core/unicode/unicode.h"
#include "pith/pith.h"
#include "pith_help.h"

namespace {

using pith::cli::Command;
using pith::cli::Format;

/// With question marks for control characters, as `ls` has them: what files and addresses are called must not give commands to the terminal.
std::string Printable(std::string_view text) {
  std::string printable;
  for (std::size_t at = 0; at < text.size();) {
    const pith::unicode::Decoded next = pith::unicode::Decode(text, at);
    const bool control = next.code_point < ' ' || (next.code_point >= 0x7F && next.code_point < 0xA0);
    pith::unicode::Append(printable, control ? U'?' : next.code_point);
    at += next.size;
  }
  return printable;
}

void Complain(std::string_view message) { std::fprintf(stderr, "pith: %s\n", Printable(message).c_str()); }

int RefuseCommandLine(std::string_view message) {
  Complain(message);
  std::fputs("Try 'pith --help'.\n", stderr);
  return 2;
}

/// Ends a run whose output cannot be written. Where nobody reads any more (`| head`), that is no failure.
[[noreturn]] void EndUnprinted() {
  if (errno == EPIPE) std::_Exit(0);
  Complain("standard output cannot be written");
  std::_Exit(1);
}

void Print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) EndUnprinted();
}

void FlushPrinted() {
  if (std::fflush(stdout) != 0) EndUnprinted();
}

bool IsJson(Format format) { return format == Format::kJson || format == Format::kNdjson; }

pith::Result ExtractPage(const pith::cli::Input& input, const Command& command, pith::Options& options) {
  const std::string& charset = command.has_charset ? command.charset : input.charset;
  options.url = command.has_url ? command.url : input.url;
  options.charset = charset;
  options.page_type = command.page_type;
  options.plain = command.plain || input.plain;
  options.explain = command.explain;
  options.front_matter = command.front_matter;
  options.limits = command.limits;
  options.mode = command.mode;
  options.parts = command.parts;
  options.rules = {command.keep, command.remove, command.root};
  options.keep_classes = command.keep_classes;
  const bool all = IsJson(command.format);
  options.outputs = {all || command.format == Format::kHtml, all || command.format == Format::kMarkdown, all || command.format == Format::kText, false};
  pith::Result result = pith::Extract(input.bytes, options);
  if (result.failure.code == pith::Error::kUnsupportedEncoding) {
    std::string utf8;
    if (pith::cli::DecodeBySystem(result.failure.encoding, input.bytes, utf8)) {
      options.charset = "utf-8";
      options.limits.bytes = std::numeric_limits<std::size_t>::max();  // those of the page were counted
      return pith::Extract(utf8, options);
    }
  }
  return result;
}

/// What is wrong with a charset or a selector, which the core alone can tell; empty where nothing is.
std::string WrongByTheCore(const Command& command) {
  pith::Options options;
  options.charset = command.charset;
  options.rules = {command.keep, command.remove, command.root};
  const pith::Failure failure = pith::Extract({}, options).failure;
  return failure.code == pith::Error::kBadRule || failure.code == pith::Error::kUnknownEncoding ? failure.message : std::string();
}

/// As JSON has it.
std::string ScoreText(float score) {
  pith::json::Writer number;
  number.Fraction(score);
  return number.Take();
}

/// Begins an object of ndjson with the input's name.
std::string FileLine(std::string_view name) {
  std::string line = "{\"file\":";
  pith::json::AppendString(line, pith::decode::Valid(name));
  return line + ",";
}

std::string Render(const std::string& name, const pith::Result& result, const Command& command, const pith::Options& options) {
  if (command.format == Format::kJson) return pith::ToJson(result, options) + "\n";
  if (command.format == Format::kNdjson) return FileLine(name) + pith::ToJson(result, options).substr(1) + "\n";
  const pith::Article& article = result.article;
  for (const std::string& warning : article.warnings) Complain(name + ": warning: " + warning);
  for (const pith::Removal& removal : article.removed) {
    std::string text = removal.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::fprintf(stderr, "removed %s %s: %s\n", removal.reason.c_str(), ScoreText(removal.score).c_str(), text.c_str());
  }
  const std::string& output = command.format == Format::kHtml ? article.html : command.format == Format::kText ? article.text : article.markdown;
  return output.empty() || output.back() == '\n' ? output : output + "\n";
}

int RunAll(const Command& command) {
  bool failed = false, printed = false;
  for (const std::string& name : command.inputs) {
    pith::cli::Input input = pith::cli::ReadInput(name, command.limits.bytes);
    pith::Options options;
    std::string output, error = input.error;
    std::string_view code = input.code;
    if (error.empty()) {
      const pith::Result result = ExtractPage(input, command, options);
      error = result.failure.message;
      code = pith::NameOf(result.failure.code);
      if (result.failure.code == pith::Error::kNone) output = Render(name, result, command, options);
    }
    if (!error.empty()) {
      failed = true;
      if (command.format != Format::kNdjson) {
        Complain(name + ": " + error);
        continue;
      }
      output = FileLine(name) + "\"error\":";
      pith::json::AppendString(output, error);
      output.append(",\"code\":\"").append(code).append("\"}\n");
    }
    if (output.empty()) continue;
    if (printed && command.format != Format::kNdjson) Print("\n");
    printed = true;
    Print(output);
  }
  FlushPrinted();
  return failed ? 1 : 0;
}

}  // namespace

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);
  const Command command = pith::cli::ReadArguments(std::vector<std::string_view>(words + 1, words + count));
  if (!command.wrong.empty()) return RefuseCommandLine(command.wrong);
  if (command.help) {
    Print(kPithHelp);
    FlushPrinted();
    return 0;
  }
  if (command.version) {
    Print("pith " + std::string(pith::Version()) + "\n");
    FlushPrinted();
    return 0;
  }
  if (const std::string wrong = WrongByTheCore(command); !wrong.empty()) return RefuseCommandLine(wrong);
  return RunAll(command);
}
