// Which options each command has.

#include "cli/command_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/form_choice.h"
#include "cli/shared_options.h"
#include "cli/usage_message.h"

namespace hegui {
namespace {

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

}  // namespace

void add_check(CLI::App& command, Request& request) {
  add_files(command, request);
  command
      .add_flag("--changed-passages", request.git.changed_passages,
                "Only what was not found in the reports as they were at --since REF")
      ->needs("--since");
  add_rules(command, request);
  add_reading(command, request);
  command
      .add_option_function<std::vector<std::string>>(
          "-f,--format",
          [&request](const std::vector<std::string>& texts) {
            for (const std::string& text : texts) request.formats.push_back(output_choice(text));
          },
          "Output, and the file that it goes to instead of standard output; may be repeated")
      ->type_name("NAME[=FILE]")
      ->allow_extra_args(false);
  add_overwrite(command, request);
  add_selection(command, request);
  add_fail_on(command, request);
  add_color(command, request);
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
  add_timeout(command, request);
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

void add_score(CLI::App& command, Request& request) {
  add_files(command, request);
  add_rules(command, request);
  add_reading(command, request);
  command
      .add_option(
          "-f,--format", request.score.formats,
          "Form of the score sheet, and the file that it goes to instead of standard output; may be repeated")
      ->type_name("NAME[=FILE]")
      ->check(CLI::Validator(check_score_format, ""))
      ->allow_extra_args(false);
  add_overwrite(command, request);
  add_selection(command, request);
  command.add_option("--min-score", request.score.min, "A score below this makes exit code 1")
      ->type_name("N")
      ->check(CLI::Validator(check_points, ""));
  add_color(command, request);
  add_jobs(command, request);
  add_timeout(command, request);
  command.footer(score_form_list() + "\nExit codes: 0 scored; 1 a score below --min-score; " +
                 trouble_codes);
}

void add_test(CLI::App& command, Request& request) {
  command.add_option("SET", request.paths, "Rule sets, their files, or folders of them");
  add_rules_path(command, request);
  add_language(command, request);
  command.add_flag("--strict", request.test.strict, "Rules without good and bad samples fail");
  CLI::Option* corpus = command
                            .add_option("--corpus", request.test.corpus,
                                        "Count verdicts and findings over these reports")
                            ->type_name("DIR");
  command.add_option("--save", request.test.save, "File that keeps the counts")
      ->type_name("FILE")
      ->needs(corpus);
  add_overwrite(command, request);
  command
      .add_option("--against", request.test.against,
                  "Show what changed since the counts that --save kept")
      ->type_name("FILE")
      ->needs(corpus);
}

void add_outline(CLI::App& command, Request& request) {
  command
      .add_option("FILE", request.paths, "Reports, folders, ZIP archives, or - for standard input")
      ->required();
  add_rules(command, request);
  add_reading(command, request);
  command.add_option("-f,--format", request.listing, "Form of the outline")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
}

void add_show(CLI::App& command, Request& request) {
  command.add_option("FILE", request.paths, "Reports, ZIP archives, or - for standard input")
      ->required();
  command.add_flag("--plain", request.plain,
                   "Without numbers and pages, as the textconv of git diff wants it");
  add_reading(command, request);
  add_language(command, request);
}

void add_baseline_update(CLI::App& command, Request& request) {
  command.add_option("FILE", request.paths, "Reports, folders or ZIP archives")->required();
  add_baseline(command, request);
  add_rules(command, request);
  add_reading(command, request);
  add_jobs(command, request);
}

void add_baseline_write(CLI::App& command, Request& request) {
  add_baseline_update(command, request);
  command.add_flag("--accept-new", request.accept_new,
                   "Add what is new or worse to a baseline that is there");
}

void add_baseline_show(CLI::App& command, Request& request) {
  add_baseline(command, request);
  add_configuration(command, request);
  add_language(command, request);
}

void add_explain(CLI::App& command, Request& request) {
  command.add_option("RULE", request.rule, "Id of a rule: fazhi/measures")->required();
  add_rule_sets(command, request);
}

void add_config(CLI::App& command, Request& request) {
  command.add_option("FILE", request.paths, "Report or folder; the current folder if none")
      ->expected(0, 1);
  add_rules(command, request);
  add_selection(command, request);
  add_fail_on(command, request);
  command.add_option("-f,--format", request.listing, "Form of the settings")
      ->capture_default_str()
      ->check(CLI::IsMember({"text", "json"}));
  command.add_flag("--schema", request.config_schema, "Print the JSON Schema of configurations");
}

void add_init(CLI::App& command, Request& request) {
  add_rules_option(command, request, "Rule set by name, or its file; may be repeated");
  add_language(command, request);
}

void add_completions(CLI::App& command, Request& request) {
  command
      .add_option("SHELL", request.shell,
                  "Shell that is to complete command lines: bash, zsh, fish or powershell")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish", "powershell"}));
}

void add_sets(CLI::App& command, Request& request) {
  add_set_names(command, request,
                "Rule sets by name, or their files; else those of the configuration, or all that "
                "are built in");
}

void add_required_sets(CLI::App& command, Request& request) {
  add_set_names(command, request, "Rule sets by name, or their files")->required();
}

void complete_request(Request& request) {
  if (request.formats.empty()) request.formats.push_back({find_output_form("full"), {}});
  if (std::ranges::count(request.formats, std::string(), &OutputChoice::file) > 1)
    throw UsageError("--format", "only one can go to standard output: write NAME=FILE");
  if (request.output.statistics) need_form(request, "--statistics", {"full", "concise"});
  if (request.output.show_passed) need_form(request, "--show-passed", {"full"});
  if (request.output.show_suppressed) need_form(request, "--show-suppressed", {"full", "concise"});
  if (!request.output.trace.empty())
    need_form(request, "--trace", {"full", "concise", "json", "jsonl"});
}

}  // namespace hegui
