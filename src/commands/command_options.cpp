// Which options each command has. Options that several commands have stand in functions of their
// own.

#include "commands/command_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "commands/files_options.h"
#include "commands/form_choice.h"
#include "commands/given_values.h"
#include "commands/terminal.h"
#include "output/score_forms.h"

namespace hegui {
namespace {

/// NAME=VALUE; throws for anything else.
std::pair<std::string, std::string> assignment(const std::string& text, const std::string& option) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw CLI::ValidationError(option, "expected NAME=VALUE, not \"" + text + "\"");
  return {text.substr(0, equals), text.substr(equals + 1)};
}

void add_rules_path(CLI::App& command, Request& request) {
  command
      .add_option("--rules-path", request.rules_path, "Folder in which sets are looked for by name")
      ->type_name("DIR")
      ->envname("HEGUI_RULES_PATH")
      ->delimiter(':')
      ->allow_extra_args(false);
}

void add_language(CLI::App& command, RawOptions& raw) {
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

void add_rule_sets(CLI::App& command, Request& request, RawOptions& raw) {
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

void add_rules(CLI::App& command, Request& request, RawOptions& raw) {
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
void add_selection(CLI::App& command, Request& request, RawOptions& raw) {
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

void add_color(CLI::App& command, RawOptions& raw) {
  command.add_option("--color", raw.color, "Colours in the output")
      ->capture_default_str()
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_jobs(CLI::App& command, Request& request) {
  command.add_option("-j,--jobs", request.jobs, "Threads; as many as there are processors")
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

void add_score(CLI::App& command, Request& request, RawOptions& raw) {
  add_files(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  std::string help = "Form of the score sheet, and the file that it goes to; may be repeated:";
  for (const ScoreForm& form : score_forms()) help += " " + std::string(form.name);
  command.add_option("-f,--format", request.score.formats, help)
      ->type_name("NAME[=FILE]")
      ->check(CLI::Validator(check_score_format, ""))
      ->allow_extra_args(false);
  add_selection(command, request, raw);
  command.add_option("--min-score", request.score.min, "Less than this makes exit code 1")
      ->type_name("N")
      ->check(CLI::Range(0.0, 100.0));
  add_color(command, raw);
  add_jobs(command, request);
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
  command.add_option("--save", request.test.save, "Keep the counts")
      ->type_name("FILE")
      ->needs(corpus);
  command.add_option("--against", request.test.against, "Show what changed since --save")
      ->type_name("FILE")
      ->needs(corpus);
}

void add_outline(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("FILE", request.paths, "Reports")->required();
  add_rules(command, request, raw);
  add_reading(command, request);
  command.add_option("-f,--format", request.listing, "Form of the outline")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
}

void add_show(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("FILE", request.paths, "Reports")->required();
  add_reading(command, request);
  add_language(command, raw);
}

void add_baseline_update(CLI::App& command, Request& request, RawOptions& raw) {
  command.add_option("FILE", request.paths, "Reports or directories")->required();
  add_baseline(command, request);
  add_rules(command, request, raw);
  add_reading(command, request);
  add_jobs(command, request);
}

void add_baseline_show(CLI::App& command, Request& request, RawOptions& raw) {
  add_baseline(command, request);
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
  command.add_option("SHELL", request.shell, "The shell that is to complete command lines")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish", "powershell"}));
}

void add_sets(CLI::App& command, Request& request, RawOptions& raw) {
  add_set_names(command, request, raw);
}

void add_required_sets(CLI::App& command, Request& request, RawOptions& raw) {
  add_set_names(command, request, raw)->required();
}

void finish_request(Request& request, const RawOptions& raw) {
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

}  // namespace hegui
