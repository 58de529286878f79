// The command line: the table of commands, and which of them answers. What options they have is
// said in command_options.cpp.

#include "commands/command_line.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/complete.h"
#include "cli/manual.h"
#include "cli/parse.h"
#include "commands/commands.h"
#include "run/rule_library.h"
#include "search/pattern.h"
#include "system/output_file.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/suggestion.h"

namespace hegui {
namespace {

constexpr std::array commands{
    Command{"", "check", "Check reports (the default command)", add_check, check_command},
    Command{"", "score", "Score and rank reports", add_score, score_command},
    Command{"", "outline", "Show headings and what claimed them", add_outline, outline_command},
    Command{"", "show", "Print the text that is checked, with line numbers", add_show,
            show_command},
    Command{"", "explain", "Tell what a rule asks for, why, and how to change it", add_explain,
            explain_command},
    Command{"rules", "list", "Rules with their severities", add_sets, rules_list_command},
    Command{"rules", "show", "A set with all that it extends, and where from", add_sets,
            rules_show_command},
    Command{"rules", "check", "Errors and warnings of rule files", add_required_sets,
            rules_check_command},
    Command{"rules", "schema", "Print the JSON Schema of rule files, for editors", add_nothing,
            rules_schema_command},
    Command{"", "config", "Show what holds for a report, and who says it", add_config,
            config_command},
    Command{"", "init", "Write a .hegui.yaml for the current folder", add_init, init_command},
    Command{"baseline", "write", "Make the findings of reports known ones", add_baseline_write,
            baseline_write_command},
    Command{"baseline", "prune", "Take out what is not found any more; adds nothing",
            add_baseline_update, baseline_prune_command},
    Command{"baseline", "show", "Print the known findings", add_baseline_show,
            baseline_show_command},
    Command{"", "test", "Run the samples and tests of rule sets", add_test, test_command},
    Command{"", "completions", "Print the script that completes command lines in a shell",
            add_completions, completions_command},
};

constexpr std::array groups{
    Group{"rules", "List, show and check rule sets"},
    Group{"baseline", "Keep the known findings of reports, so that only new ones are told"}};

// Promised by the design, and not there yet.
constexpr std::array<std::string_view, 1> later_commands{"scaffold"};

/// Words that a command line may begin with.
std::vector<std::string_view> first_words() {
  std::vector<std::string_view> words;
  for (const Command& command : commands)
    if (*command.group == '\0') words.emplace_back(command.name);
  for (const Group& group : groups) words.emplace_back(group.name);
  return words;
}

bool is_command(std::string_view word) {
  const auto words = first_words();
  return std::ranges::find(words, word) != words.end();
}

/// What was probably meant by a first word that is neither a command nor a file; empty if nothing.
std::string_view meant_by(std::string_view word) {
  std::error_code error;
  if (word.empty() || word.starts_with('-') || word.find_first_of("./") != word.npos ||
      is_command(word) || std::filesystem::exists(word, error))
    return {};
  return word == "help" ? "--help" : nearest_word(word, first_words());
}

/// `hegui FILE…` is `hegui check FILE…`.
std::vector<std::string> with_command(int count, char** arguments) {
  std::vector<std::string> words(arguments + 1, arguments + count);
  if (words.empty()) return words;
  const std::string& first = words.front();
  const bool general = first == "-h" || first == "--help" || first == "--version";
  if (!general && !is_command(first)) words.insert(words.begin(), "check");
  return words;
}

}  // namespace

namespace {

int run_words(int count, char** arguments, Language& language) {
  if (count > 1 &&
      std::ranges::find(later_commands, std::string_view(arguments[1])) != later_commands.end()) {
    std::fprintf(stderr, "hegui: the command \"%s\" is not there yet\n", arguments[1]);
    return Exit::trouble;
  }
  if (const std::string meant(count > 1 ? meant_by(arguments[1]) : ""); !meant.empty()) {
    std::fprintf(stderr, "hegui: \"%s\" is neither a command nor a file; did you mean %s?\n",
                 arguments[1], meant.c_str());
    return Exit::trouble;
  }
  const Commands table{commands, groups};
  // Not for users, so no commands: the completion scripts and the build ask.
  const std::string_view first = count > 1 ? arguments[1] : "";
  if (first == "__complete")
    return complete_command(described(table), {arguments + 2, arguments + count});
  if (first == "__manual" && count == 3) {
    print(manual(described(table), arguments[2]));
    return Exit::clean;
  }
  const Asked asked = parse(table, with_command(count, arguments));
  if (!asked.command) return asked.exit;
  language = asked.request.output.language;
  return asked.command->run(asked.request);
}

}  // namespace

int run_command_line(int count, char** arguments) {
  hold_standard_streams();
  Language language = Language::zh;
  try {
    return run_words(count, arguments, language);
  } catch (const WriteError& error) {
    complain(error.message(), language);
  } catch (const InputError& error) {
    complain(error.message(), language);
  } catch (const PatternLimit& error) {
    complain(say("规则的正则表达式“{}”超过计算上限",
                 "the pattern “{}” of a rule exceeds the match limit", error.pattern),
             language);
  } catch (const PatternTimeout& error) {
    complain(say("规则的正则表达式算得太久，停在“{}”",
                 "the patterns of the rules take too long; stopped at “{}”", error.pattern),
             language);
  }
  return Exit::trouble;
}

}  // namespace hegui
