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
#include "cli/help_language.h"
#include "cli/manual.h"
#include "cli/parse.h"
#include "commands/commands.h"
#include "run/conversion.h"
#include "run/rule_library.h"
#include "search/pattern.h"
#include "system/output_file.h"
#include "system/process.h"
#include "system/standard_streams.h"
#include "text/input_error.h"
#include "text/suggestion.h"

namespace hegui {
namespace {

constexpr std::array commands{
    Command{"",
            "check",
            {"检查报告（不写命令就是它）", "Check reports (the default command)"},
            add_check,
            check_command},
    Command{"", "score", {"给报告打分、排名", "Score and rank reports"}, add_score, score_command},
    Command{"",
            "outline",
            {"显示标题结构，和各部分对应哪项要求",
             "Show the headings and which requirement claims each"},
            add_outline,
            outline_command},
    Command{"",
            "show",
            {"打印要检查的文字，带行号", "Print the text that is checked, with line numbers"},
            add_show,
            show_command},
    Command{"",
            "explain",
            {"说明一条规则要什么、为什么、怎么改它",
             "Explain what a rule asks for, why, and how to change it"},
            add_explain,
            explain_command},
    Command{"rules",
            "list",
            {"列出规则和轻重", "List rules with their severities"},
            add_sets,
            rules_list_command},
    Command{"rules",
            "show",
            {"打印规则集，连同它沿用的，注明出处",
             "Print a rule set with all that it extends, and where each rule comes from"},
            add_sets,
            rules_show_command},
    Command{"rules",
            "check",
            {"检查规则文件的错误和警告", "Check rule files for errors and warnings"},
            add_required_sets,
            rules_check_command},
    Command{"rules",
            "schema",
            {"打印规则文件的 JSON Schema，供编辑器用",
             "Print the JSON Schema of rule files, for editors"},
            add_nothing,
            rules_schema_command},
    Command{"",
            "config",
            {"显示对一份报告有效的设置，是哪里写的",
             "Show the settings that hold for a report, and where they come from"},
            add_config,
            config_command},
    Command{"",
            "init",
            {"在当前文件夹写一份 .hegui.yaml", "Write a .hegui.yaml for the current folder"},
            add_init,
            init_command},
    Command{"",
            "scaffold",
            {"起草报告：列好标题，写明各部分要写什么，留出空位",
             "Draft a report: its headings, what each part must hold, and slots to fill in"},
            add_scaffold,
            scaffold_command},
    Command{"baseline",
            "write",
            {"把现有的问题记进基线", "Record the findings of reports as known"},
            add_baseline_write,
            baseline_write_command},
    Command{"baseline",
            "prune",
            {"去掉已经没有的问题，不加新的", "Remove what is not found any more; adds nothing"},
            add_baseline_update,
            baseline_prune_command},
    Command{"baseline",
            "show",
            {"列出已知的问题", "Print the known findings"},
            add_baseline_show,
            baseline_show_command},
    Command{"",
            "test",
            {"运行规则集的样例和测试", "Run the samples and tests of rule sets"},
            add_test,
            test_command},
    Command{"",
            "completions",
            {"打印 shell 的补全脚本", "Print the script for command-line completion in a shell"},
            add_completions,
            completions_command},
};

constexpr std::array groups{
    Group{"rules", {"列出、打印、检查规则集", "List, show and check rule sets"}},
    Group{"baseline",
          {"记住已知的问题，以后只报新的",
           "Keep the known findings of reports, so that only new ones are reported"}}};

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

/// What the program answers itself.
bool is_general(std::string_view word) {
  return word == "-h" || word == "--help" || word == "--version";
}

/// After the name of the program, which a caller may have left out.
std::vector<std::string> all_words(int count, char** arguments) {
  if (count < 1) return {};
  return {arguments + 1, arguments + count};
}

/// `hegui FILE…` is `hegui check FILE…`.
std::vector<std::string> with_command(std::vector<std::string> words) {
  if (words.empty()) return words;
  // hegui --lang en --help is the help of the program.
  const std::size_t language = words[0] == "--lang" ? 2 : words[0].starts_with("--lang=") ? 1 : 0;
  if (words.size() > language && is_general(words[language]))
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(language));
  else if (language > 0 && words.size() > language && is_command(words[language]))
    std::rotate(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(language),
                std::ranges::find(words, "--"));
  else if (!is_command(words[0]))
    words.insert(words.begin(), "check");
  return words;
}

int run_words(int count, char** arguments, Language& language) {
  const std::vector<std::string> words = all_words(count, arguments);
  const std::optional<Language> asked_for = asked_language(words);
  language = asked_for.value_or(Language::zh);
  const std::string first = words.empty() ? "" : words.front();
  if (const std::string_view meant = meant_by(first); !meant.empty()) {
    complain(say("“{}”不是命令，也没有这个文件；是不是 {}？",
                 "“{}” is neither a command nor a file; did you mean {}?", first, meant),
             language);
    return Exit::trouble;
  }
  const Commands table{commands, groups};
  // Not for users, so no commands: the completion scripts and the build ask.
  if (first == "__complete")
    return complete_command(described(table, language), {words.begin() + 1, words.end()}, language);
  if (first == "__manual" && words.size() == 3) {
    language = words[2] == "zh" ? Language::zh : Language::en;
    print(manual(described(table, language), words[1], language));
    return Exit::clean;
  }
  Asked asked = parse(table, with_command(words), asked_for);
  if (!asked.command) return asked.exit;
  language = asked.request.output.language;
  asked.request.read.run = run_if_installed;
  convert_with_office(asked.request);
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
