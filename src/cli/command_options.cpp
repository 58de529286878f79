// Which options each command has. Options that several commands have stand in functions of their
// own.

#include "cli/command_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "cli/files_options.h"
#include "cli/form_choice.h"
#include "cli/given_values.h"
#include "cli/terminal.h"
#include "cli/usage_message.h"

namespace hegui {
namespace {

/// `form` is NAME=VALUE, in the words of the option; throws for anything else.
std::pair<std::string, std::string> assignment(const std::string& text, const std::string& option,
                                               const std::string& form) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw UsageError(option, "expected " + form + ", not \"" + text + "\"");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

/// What is wrong with a number of points; empty if nothing is.
std::string check_points(const std::string& text) {
  double value = 0;
  const bool fits = CLI::detail::lexical_cast(text, value) && value >= 0 && value <= 100;
  return fits ? "" : "\"" + text + "\" is no number from 0 to 100";
}

constexpr const char* trouble_codes =
    "2 wrong usage, configuration, rule file,\n"
    "suppression or baseline, a report that is unreadable or not understood, nothing to check; 3\n"
    "internal error.";

void add_rules_path(CLI::App& command, Request& request) {
  command
      .add_option("--rules-path", request.rules_path,
                  "Folder in which sets are looked for by name; several in HEGUI_RULES_PATH")
      ->type_name("DIR")
      ->envname("HEGUI_RULES_PATH")
      ->delimiter(':')
      ->allow_extra_args(false);
}

void add_language(CLI::App& command, RawOptions& raw) {
  command.add_option("--lang", raw.language, "Language of the messages, instead of the rule set's")
      ->check(CLI::IsMember({"zh", "en"}));
}

void add_configuration(CLI::App& command, Request& request) {
  CLI::Option* config = command
                            .add_option("-c,--config", request.config,
                                        "Configuration, instead of the nearest .hegui.yaml")
                            ->type_name("FILE");
  command.add_flag("--no-config", request.no_config, "Use no configuration")->excludes(config);
}

void add_rule_sets(CLI::App& command, Request& request, RawOptions& raw) {
  command
      .add_option("-r,--rules", request.rules,
                  "Rule set by name, or its file, instead of the one that applies; may be repeated")
      ->type_name("SET|FILE")
      ->allow_extra_args(false);
  add_rules_path(command, request);
  add_configuration(command, request);
  add_language(command, raw);
}

void add_reading(CLI::App& command, Request& request) {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  command
      .add_option("--as", request.read.format,
                  "Format of the reports, whatever their names and content")
      ->check(CLI::IsMember(names));
  command
      .add_option(
          "--encoding", request.read.encoding,
          "Encoding of text reports, whatever they look like: utf-8, gb18030, big5, utf-16, …")
      ->type_name("NAME");
}

void add_rules(CLI::App& command, Request& request, RawOptions& raw) {
  add_rule_sets(command, request, raw);
  command
      .add_option("--set", raw.set,
                  "Give a variable: year=2024, issuer-kind=street; may be repeated")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
  command
      .add_option("--stdin-filename", request.stdin_filename,
                  "Name of what - reads: tells its format and configuration")
      ->type_name("NAME");
}

CLI::Option* add_baseline(CLI::App& command, Request& request) {
  return command
      .add_option("--baseline", request.baseline,
                  "File of known findings, instead of the nearest .hegui-baseline.json")
      ->type_name("FILE");
}

/// What a configuration says, too.
void add_selection(CLI::App& command, Request& request, RawOptions& raw) {
  command
      .add_option("--select", request.lint.select,
                  "Only these rules, by id or its beginning: gongwen is the whole set")
      ->type_name("ID,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--ignore", request.lint.ignore, "Not these rules, by id or its beginning")
      ->type_name("ID,...")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      .add_option("--severity", raw.severity,
                  "Change the severity of rules; with none they are not reported")
      ->type_name("ID=none|note|warning|error")
      ->allow_extra_args(false);
}

void add_fail_on(CLI::App& command, Request& request) {
  command.add_option("--fail-on", request.fail_on, "Least severity that makes exit code 1")
      ->default_str("error")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
}

void add_color(CLI::App& command, RawOptions& raw) {
  command.add_option("--color", raw.color, "Colours in the output")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_jobs(CLI::App& command, Request& request) {
  command
      .add_option("-j,--jobs", request.jobs, "Threads, instead of as many as there are processors")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U));
}

/// Of `rules list`, `rules show` and `rules check`.
CLI::Option* add_set_names(CLI::App& command, Request& request, RawOptions& raw) {
  CLI::Option* sets = command.add_option("SET", request.rules, "Rule sets by name, or their files");
  add_rules_path(command, request);
  add_configuration(command, request);
  add_language(command, raw);
  return sets;
}

}  // namespace

void add_check(CLI::App& command, Request& request, RawOptions& raw) {
  add_files(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  command
      .add_option(
          "-f,--format", raw.formats,
          "Output, and the file that it goes to instead of standard output; may be repeated")
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false);
  add_selection(command, request, raw);
  add_fail_on(command, request);
  add_color(command, raw);
  command
      .add_option("--trace", request.output.trace,
                  "Show step by step how this rule came to its result")
      ->type_name("RULE");
  CLI::Option* passed = command.add_flag("--show-passed", request.output.show_passed,
                                         "In full output, also what is met, with its evidence");
  command.add_flag("--show-suppressed", request.output.show_suppressed,
                   "In full and concise output, also what is suppressed, with its reason");
  command.add_flag("--no-baseline", request.no_baseline, "Report known findings, too")
      ->excludes(add_baseline(command, request));
  add_jobs(command, request);
  command.add_flag("--statistics", request.output.statistics,
                   "Count findings by rule at the end of full and concise output");
  command.add_flag("--allow-empty", request.allow_empty,
                   "Exit with 0, not 2, when there is no report to check");
  command.add_flag("-v,--verbose", request.output.verbose, "Also what was not checked, and why");
  command
      .add_flag("-q,--quiet", request.output.quiet,
                "Findings only: no checklist, totals or progress")
      ->excludes(passed);
  command.footer(output_list() + "\nExit codes: 0 clean; 1 findings at or above --fail-on; " +
                 trouble_codes);
}

void add_score(CLI::App& command, Request& request, RawOptions& raw) {
  add_files(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  command
      .add_option(
          "-f,--format", request.score.formats,
          "Form of the score sheet, and the file that it goes to instead of standard output; may be repeated")
      ->type_name("NAME[=FILE]")
      ->check(CLI::Validator(check_score_format, ""))
      ->allow_extra_args(false);
  add_selection(command, request, raw);
  command.add_option("--min-score", request.score.min, "A score below this makes exit code 1")
      ->type_name("N")
      ->check(CLI::Validator(check_points, ""));
  add_color(command, raw);
  add_jobs(command, request);
  command.footer(score_form_list() + "\nExit codes: 0 scored; 1 a score below --min-score; " +
                 trouble_codes);
}

void add_test(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("SET", request.paths, "Rule sets, their files, or folders of them");
  add_rules_path(command, request);
  add_language(command, raw);
  command.add_flag("--strict", request.test.strict, "Rules without good and bad samples fail");
  CLI::Option* corpus = command
                            .add_option("--corpus", request.test.corpus,
                                        "Count verdicts and findings over these reports")
                            ->type_name("DIR");
  command.add_option("--save", request.test.save, "File that keeps the counts")
      ->type_name("FILE")
      ->needs(corpus);
  command
      .add_option("--against", request.test.against,
                  "Show what changed since the counts that --save kept")
      ->type_name("FILE")
      ->needs(corpus);
}

void add_outline(CLI::App& command, Request& request, RawOptions& raw) {
  command
      .add_option("FILE", request.paths, "Reports, folders, ZIP archives, or - for standard input")
      ->required();
  add_rules(command, request, raw);
  add_reading(command, request);
  command.add_option("-f,--format", request.listing, "Form of the outline")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
}

void add_show(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("FILE", request.paths, "Reports, ZIP archives, or - for standard input")
      ->required();
  add_reading(command, request);
  add_language(command, raw);
}

void add_baseline_update(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("FILE", request.paths, "Reports, folders or ZIP archives")->required();
  add_baseline(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  add_jobs(command, request);
}

void add_baseline_show(CLI::App& command, Request& request, RawOptions& raw) {
  add_baseline(command, request);
  add_configuration(command, request);
  add_language(command, raw);
}

void add_explain(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("RULE", request.rule, "Id of a rule: fazhi/measures")->required();
  add_rule_sets(command, request, raw);
}

void add_config(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("FILE", request.paths, "Report or folder; the current folder if none")
      ->expected(0, 1);
  add_rules(command, request, raw);
  add_selection(command, request, raw);
  add_fail_on(command, request);
  command.add_option("-f,--format", request.listing, "Form of the settings")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  command.add_flag("--schema", request.config_schema, "Print the JSON Schema of configurations");
}

void add_init(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("-r,--rules", request.rules, "Rule set by name, or its file; may be repeated")
      ->type_name("SET|FILE")
      ->allow_extra_args(false);
  add_language(command, raw);
}

void add_completions(CLI::App& command, Request& request, RawOptions&) {
  command
      .add_option("SHELL", request.shell,
                  "Shell that is to complete command lines: bash, zsh, fish or powershell")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish", "powershell"}));
}

void add_sets(CLI::App& command, Request& request, RawOptions& raw) {
  add_set_names(command, request, raw)
      ->description(
          "Rule sets by name, or their files; else those of the configuration, or all "
          "that are built in");
}

void add_required_sets(CLI::App& command, Request& request, RawOptions& raw) {
  add_set_names(command, request, raw)->required();
}

void finish_request(Request& request, const RawOptions& raw) {
  for (const std::string& text : raw.formats) request.formats.push_back(output_choice(text));
  if (request.formats.empty()) request.formats.push_back({find_output_form("full"), {}});
  if (std::ranges::count(request.formats, std::string(), &OutputChoice::file) > 1)
    throw UsageError("--format", "only one can go to standard output: write NAME=FILE");
  if (request.output.statistics) need_form(request, "--statistics", {"full", "concise"});
  if (request.output.show_passed) need_form(request, "--show-passed", {"full"});
  if (request.output.show_suppressed) need_form(request, "--show-suppressed", {"full", "concise"});
  if (!request.output.trace.empty())
    need_form(request, "--trace", {"full", "concise", "json", "jsonl"});
  for (const std::string& text : raw.set) {
    auto [name, value] = assignment(text, "--set", "NAME=VALUE");
    request.lint.set.insert_or_assign(std::move(name), std::move(value));
  }
  for (const std::string& text : raw.severity) {
    auto given = assignment(text, "--severity", "ID=SEVERITY");
    constexpr std::array<std::string_view, 4> words{"none", "note", "warning", "error"};
    if (std::ranges::find(words, given.second) == words.end())
      throw UsageError("--severity",
                       "severity is none, note, warning or error, not \"" + given.second + "\"");
    request.lint.severity.push_back(std::move(given));
  }
  request.given = given_values(request);
  request.language_given = !raw.language.empty();
  if (raw.language == "en") request.output.language = Language::en;
  fit_to_terminal(raw.color, request.output);
}

}  // namespace hegui
