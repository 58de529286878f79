// The command line: options to a Request, and which command answers it.

#include "commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "commands/commands.h"
#include "commands/complete.h"
#include "commands/files_options.h"
#include "commands/form_choice.h"
#include "commands/given_values.h"
#include "commands/manual.h"
#include "commands/output_files.h"
#include "commands/rule_library.h"
#include "commands/terminal.h"
#include "commands/usage_message.h"
#include "output/score_forms.h"
#include "version.h"

namespace hegui {
namespace {

/// NAME=VALUE; throws for anything else.
std::pair<std::string, std::string> assignment(const std::string& text, const std::string& option) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw CLI::ValidationError(option, "expected NAME=VALUE, not \"" + text + "\"");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

/// What is said on the command line and needs a look before it is a Request.
struct Raw {
  std::vector<std::string> formats;
  std::vector<std::string> set;
  std::vector<std::string> severity;
  std::string language;
  std::string color = "auto";
};

void add_rules_path(CLI::App& command, Request& request) {
  command
      .add_option("--rules-path", request.rules_path, "Folder in which sets are looked for by name")
      ->type_name("DIR")
      ->envname("HEGUI_RULES_PATH")
      ->delimiter(':')
      ->allow_extra_args(false);
}

void add_language(CLI::App& command, Raw& raw) {
  command.add_option("--lang", raw.language, "Language of the messages")
      ->check(CLI::IsMember({"zh", "en"}));
}

void add_configuration(CLI::App& command, Request& request) {
  CLI::Option* config = command
                            .add_option("-c,--config", request.config,
                                        "Configuration, instead of the nearest .hegui.yaml")
                            ->type_name("FILE");
  command.add_flag("--no-config", request.no_config, "No configuration")->excludes(config);
}

void add_rule_sets(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("-r,--rules", request.rules, "Rule set by name, or its file; may be repeated")
      ->type_name("SET|FILE")
      ->allow_extra_args(false);
  add_rules_path(command, request);
  add_configuration(command, request);
  add_language(command, raw);
}

void add_reading(CLI::App& command, Request& request) {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  command.add_option("--as", request.read.format, "Format of the reports, whatever their names")
      ->check(CLI::IsMember(names));
  command
      .add_option("--encoding", request.read.encoding,
                  "Encoding of text reports: utf-8, gb18030, big5, utf-16, …")
      ->type_name("NAME");
}

void add_rules(CLI::App& command, Request& request, Raw& raw) {
  add_rule_sets(command, request, raw);
  command.add_option("--set", raw.set, "Give a variable: year=2024, issuer-kind=street")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  command.add_option("--stdin-filename", request.stdin_filename, "Name of what - reads")
      ->type_name("NAME");
}

CLI::Option* add_baseline(CLI::App& command, Request& request) {
  return command
      .add_option("--baseline", request.baseline,
                  "Known findings; .hegui-baseline.json here or above, up to the repository")
      ->type_name("FILE");
}

/// What a configuration says, too.
void add_selection(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("--select", request.lint.select, "Only these rules: ids or prefixes")
      ->type_name("ID,…")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--ignore", request.lint.ignore, "Not these rules: ids or prefixes")
      ->type_name("ID,…")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--severity", raw.severity, "Change the severity of rules")
      ->type_name("ID=none|note|warning|error")
      ->allow_extra_args(false);
}

void add_fail_on(CLI::App& command, Request& request) {
  command.add_option("--fail-on", request.fail_on, "Least severity that makes exit code 1")
      ->default_str("error")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
}

void add_color(CLI::App& command, Raw& raw) {
  command.add_option("--color", raw.color, "Colours in the output")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_jobs(CLI::App& command, Request& request) {
  command.add_option("-j,--jobs", request.jobs, "Threads; as many as there are processors")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U));
}

void add_check(CLI::App& command, Request& request, Raw& raw) {
  add_files(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  command.add_option("-f,--format", raw.formats, output_help())
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false);
  add_selection(command, request, raw);
  add_fail_on(command, request);
  add_color(command, raw);
  command.add_option("--trace", request.output.trace, "Show how this rule came to its result")
      ->type_name("RULE");
  command.add_flag("--show-passed", request.output.show_passed,
                   "Also what is met, with its evidence");
  command.add_flag("--show-suppressed", request.output.show_suppressed,
                   "Also what is suppressed, with its reason");
  command.add_flag("--no-baseline", request.no_baseline, "Known findings are reported, too")
      ->excludes(add_baseline(command, request));
  add_jobs(command, request);
  command.add_flag("--statistics", request.output.statistics,
                   "Count findings by rule at the end of full and concise output");
  command.add_flag("--allow-empty", request.allow_empty, "No report to check is no error");
  command.add_flag("-q,--quiet", request.output.quiet, "Findings only");
  command.add_flag("-v,--verbose", request.output.verbose, "Also what was not checked, and why");
}

void add_score(CLI::App& command, Request& request, Raw& raw) {
  add_files(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  std::string help = "Form of the score sheet, and the file that it goes to; may be repeated:";
  for (const ScoreForm& form : score_forms()) help += " " + std::string(form.name);
  command.add_option("-f,--format", request.score_formats, help)
      ->type_name("NAME[=FILE]")
      ->check(CLI::Validator(check_score_format, ""))
      ->allow_extra_args(false);
  add_selection(command, request, raw);
  command.add_option("--min-score", request.min_score, "Less than this makes exit code 1")
      ->type_name("N")
      ->check(CLI::Range(0.0, 100.0));
  add_color(command, raw);
  add_jobs(command, request);
}

void add_test(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("SET", request.paths, "Rule sets, their files, or folders of them");
  add_rules_path(command, request);
  add_language(command, raw);
  command.add_flag("--strict", request.strict, "Rules without good and bad samples fail");
  CLI::Option* corpus =
      command
          .add_option("--corpus", request.corpus, "Count verdicts and findings over these reports")
          ->type_name("DIR");
  command.add_option("--save", request.save, "Keep the counts")->type_name("FILE")->needs(corpus);
  command.add_option("--against", request.against, "Show what changed since --save")
      ->type_name("FILE")
      ->needs(corpus);
}

void add_outline(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("FILE", request.paths, "Reports")->required();
  add_rules(command, request, raw);
  add_reading(command, request);
  command.add_option("-f,--format", request.outline_format, "Form of the outline")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
}

void add_show(CLI::App& command, Request& request, Raw&) {
  command.add_option("FILE", request.paths, "Reports")->required();
  add_reading(command, request);
}

void add_baseline_update(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("FILE", request.paths, "Reports or directories")->required();
  add_baseline(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  add_jobs(command, request);
}

void add_baseline_show(CLI::App& command, Request& request, Raw& raw) {
  add_baseline(command, request);
  add_language(command, raw);
}

void add_explain(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("RULE", request.rule, "Id of a rule: fazhi/measures")->required();
  add_rule_sets(command, request, raw);
}

void add_config(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("FILE", request.paths, "Report or folder; the current folder if none")
      ->expected(0, 1);
  add_rules(command, request, raw);
  add_selection(command, request, raw);
  add_fail_on(command, request);
  command.add_option("-f,--format", request.outline_format, "Form of the settings")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  command.add_flag("--schema", request.config_schema, "Print the JSON Schema of configurations");
}

void add_init(CLI::App& command, Request& request, Raw& raw) {
  command.add_option("-r,--rules", request.rules, "Rule set by name, or its file; may be repeated")
      ->type_name("SET|FILE")
      ->allow_extra_args(false);
  add_language(command, raw);
}

void add_completions(CLI::App& command, Request& request, Raw&) {
  command.add_option("SHELL", request.shell, "The shell that is to complete command lines")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish", "powershell"}));
}

/// Of `rules list`, `rules show` and `rules check`.
CLI::Option* add_set_names(CLI::App& command, Request& request, Raw& raw) {
  CLI::Option* sets = command.add_option("SET", request.rules, "Rule sets by name, or their files");
  add_rules_path(command, request);
  add_configuration(command, request);
  add_language(command, raw);
  return sets;
}

void add_sets(CLI::App& command, Request& request, Raw& raw) {
  add_set_names(command, request, raw);
}

void add_required_sets(CLI::App& command, Request& request, Raw& raw) {
  add_set_names(command, request, raw)->required();
}

void finish(Request& request, const Raw& raw) {
  for (const std::string& text : raw.formats) request.formats.push_back(output_choice(text));
  if (request.formats.empty()) request.formats.push_back({find_output_form("full"), {}});
  if (std::ranges::count(request.formats, std::string(), &OutputChoice::file) > 1)
    throw CLI::ValidationError("--format", "only one can go to standard output: write NAME=FILE");
  if (request.output.statistics &&
      std::ranges::none_of(request.formats, [](const OutputChoice& choice) {
        return choice.form->name == "full" || choice.form->name == "concise";
      }))
    throw CLI::ValidationError("--statistics", "needs --format full or concise");
  for (const std::string& text : raw.set) {
    auto [name, value] = assignment(text, "--set");
    request.lint.set.insert_or_assign(std::move(name), std::move(value));
  }
  for (const std::string& text : raw.severity) {
    auto given = assignment(text, "--severity");
    constexpr std::array<std::string_view, 4> words{"none", "note", "warning", "error"};
    if (std::ranges::find(words, given.second) == words.end())
      throw CLI::ValidationError(
          "--severity", "severity is none, note, warning or error, not \"" + given.second + "\"");
    request.lint.severity.push_back(std::move(given));
  }
  request.given = given_values(request);
  request.language_given = !raw.language.empty();
  if (raw.language == "en") request.output.language = Language::en;
  fit_to_terminal(raw.color, request.output);
}

struct Command {
  const char* group;  ///< "rules" for `rules list`; empty for a command of its own.
  const char* name;
  const char* summary;
  void (*add)(CLI::App&, Request&, Raw&);
  int (*run)(const Request&);
};

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
    Command{"", "config", "Show what holds for a report, and who says it", add_config,
            config_command},
    Command{"", "init", "Write a .hegui.yaml for the current folder", add_init, init_command},
    Command{"baseline", "write", "Make the findings of reports known ones", add_baseline_update,
            baseline_write_command},
    Command{"baseline", "prune", "Take out what is not found any more; adds nothing",
            add_baseline_update, baseline_prune_command},
    Command{"baseline", "show", "Print the known findings", add_baseline_show,
            baseline_show_command},
    Command{"", "test", "Run the samples and tests of rule sets", add_test, test_command},
    Command{"", "completions", "Print the script that completes command lines in a shell",
            add_completions, completions_command},
};

/// Commands that share a first word.
struct Group {
  const char* name;
  const char* summary;
};

constexpr std::array groups{
    Group{"rules", "List, show and check rule sets"},
    Group{"baseline", "Keep the known findings of reports, so that only new ones are told"}};

// Promised by the design, and not there yet.
constexpr std::array<std::string_view, 1> later_commands{"scaffold"};

/// Made when its first command is added, so that help shows the order of the table.
CLI::App& group_of(const Command& command, CLI::App& app) {
  if (*command.group == '\0') return app;
  const std::vector<CLI::App*> made_before = app.get_subcommands(
      [&](const CLI::App* other) { return other->get_name() == command.group; });
  if (!made_before.empty()) return *made_before.front();
  const auto group = std::ranges::find_if(
      groups, [&](const Group& row) { return std::string_view(row.name) == command.group; });
  CLI::App* made = app.add_subcommand(group->name, group->summary);
  made->require_subcommand(1);
  return *made;
}

bool is_command(std::string_view word) {
  const auto is_meant = [&](const auto& row) { return word == row.name; };
  return std::ranges::any_of(groups, is_meant) ||
         std::ranges::any_of(
             commands, [&](const Command& row) { return *row.group == '\0' && is_meant(row); });
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

/// Whether a command line means this command, or another of its group.
bool is_meant(const Command& command, const std::vector<std::string>& words) {
  return !words.empty() && words.front() == (*command.group ? command.group : command.name);
}

}  // namespace

int run_command_line(int count, char** arguments) {
  if (count > 1 &&
      std::ranges::find(later_commands, std::string_view(arguments[1])) != later_commands.end()) {
    std::fprintf(stderr, "hegui: the command \"%s\" is not there yet\n", arguments[1]);
    return Exit::trouble;
  }
  Request request;
  Raw raw;
  CLI::App app{"Tells whether a report contains what it must, and whether that is substantive.",
               "hegui"};
  app.set_version_flag("--version", "hegui " + std::string(version));
  app.require_subcommand(1);
  app.failure_message(usage_message);
  app.footer(
      "Exit codes: 0 clean; 1 findings at or above --fail-on; 2 wrong usage, configuration, rule\n"
      "file, unreadable or not understood document, nothing to check; 3 internal error.");
  // Not for users, so no commands: the completion scripts and the build ask.
  const std::string_view first = count > 1 ? arguments[1] : "";
  const bool all = first == "__complete" || first == "__manual";
  std::vector<std::string> words = with_command(count, arguments);
  int (*run)(const Request&) = nullptr;
  for (const Command& command : commands) {
    CLI::App* added = group_of(command, app).add_subcommand(command.name, command.summary);
    // Making the options of a command costs more than parsing the line: only where they are needed.
    if (all || is_meant(command, words)) command.add(*added, request, raw);
    added->final_callback([&run, &command] { run = command.run; });
  }
  if (first == "__complete") return complete_command(app, {arguments + 2, arguments + count});
  if (first == "__manual" && count == 3) {
    print(manual(app, arguments[2]));
    return Exit::clean;
  }
  try {
    std::ranges::reverse(words);  // CLI11 takes them from the back.
    app.parse(words);
    finish(request, raw);
  } catch (const CLI::Success& success) {
    app.exit(success);
    return Exit::clean;
  } catch (const CLI::ParseError& error) {
    app.exit(error);
    return Exit::trouble;
  }
  try {
    return run(request);
  } catch (const WriteError& error) {
    complain(error.message(), request);
    return Exit::trouble;
  }
}

}  // namespace hegui
