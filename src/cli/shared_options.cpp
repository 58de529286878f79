// The options that several commands have. What a configuration may say, too, goes straight into the
// layer of the command line, from where it reaches the settings like everything else.

#include "cli/shared_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <utility>

#include "cli/usage_message.h"
#include "text/strings.h"

namespace hegui {
namespace {

std::string option_of(const ConfigKey& key) { return "--" + std::string(key.name); }

/// `form` is NAME=VALUE in the words of the option; throws UsageError for anything else, and for a
/// value that is none of the key's.
Said named_value(const ConfigKey& key, const std::string& form, const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == text.size())
    throw UsageError(option_of(key), "expected " + form + ", not \"" + text + "\"");
  Said said{.name = text.substr(0, equals), .value = text.substr(equals + 1)};
  const std::vector<std::string_view> choices = split(key.choices, '|');
  if (!key.choices.empty() && std::ranges::find(choices, said.value) == choices.end())
    throw UsageError(option_of(key),
                     fmt::format("{} is {} or {}, not \"{}\"", key.name,
                                 fmt::join(choices.begin(), choices.end() - 1, ", "),
                                 choices.back(), said.value));
  return said;
}

/// Adds an option for a key of configurations. `variable` of the environment may give its values,
/// too.
CLI::Option* add_setting(CLI::App& command, Request& request, ConfigKeyId id,
                         const std::string& names, const std::string& form,
                         const std::string& summary, const std::string& variable = {}) {
  const auto say_all = [&layer = request.given, id, form,
                        variable](const std::vector<std::string>& texts) {
    const ConfigKey& key = key_of(id);
    const char* environment = variable.empty() ? nullptr : std::getenv(variable.c_str());
    const bool from_environment =
        environment && fmt::format("{}", fmt::join(texts, ":")) == environment;
    for (const std::string& text : texts) {
      Said said =
          key.type == ConfigType::named ? named_value(key, form, text) : Said{.value = text};
      said.origin = {.kind = Origin::Kind::option,
                     .name = from_environment ? variable : option_of(key)};
      layer.say(id, std::move(said));
    }
  };
  CLI::Option* option =
      command.add_option_function<std::vector<std::string>>(names, say_all, summary);
  option->type_name(form)->allow_extra_args(false);
  if (!variable.empty()) option->envname(variable);
  return option;
}

}  // namespace

void add_files(CLI::App& command, Request& request) {
  const CLI::Option* files = command.add_option(
      "FILE", request.paths, "Reports, folders, ZIP archives, or - for standard input");
  const CLI::Option* list =
      command
          .add_option(
              "--files-from", request.files_from,
              "List of more reports and folders, one a line or separated by NUL; - for standard input")
          ->type_name("FILE");
  command.add_flag("--no-progress", request.no_progress,
                   "No progress on the terminal during long runs");
  command.add_flag("--no-ignore", request.no_ignore,
                   "Of folders, also what .gitignore, .heguiignore and exclude leave out");
  command.add_flag("--force-exclude", request.force_exclude,
                   "Leave out what .heguiignore and exclude say, also if it is named as FILE");
  CLI::Option* staged = command.add_flag(
      "--staged", request.git.staged,
      "Reports that git has staged, with the content that is staged; of FILE if that is given");
  CLI::Option* changed = command.add_flag(
      "--changed", request.git.changed,
      "Reports that differ from the last commit, and new ones; of FILE if that is given");
  command
      .add_option("--since", request.git.since,
                  "As --changed, and what was committed since the branch left REF")
      ->type_name("REF")
      ->excludes(staged)
      ->excludes(changed);
  staged->excludes(changed);
  command.parse_complete_callback([files, list, &command, &request] {
    // An option that does not exist is the greater mistake.
    if (!request.git.any() && files->empty() && list->empty() && command.remaining_size() == 0)
      throw CLI::RequiredError("FILE or --files-from");
    if (request.files_from == "-" && std::ranges::find(request.paths, "-") != request.paths.end())
      throw CLI::ValidationError("--files-from",
                                 "standard input cannot be list and report at once");
  });
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

void add_rules_path(CLI::App& command, Request& request) {
  add_setting(command, request, ConfigKeyId::rules_path, "--rules-path", "DIR",
              "Folder in which sets are looked for by name; several in HEGUI_RULES_PATH",
              "HEGUI_RULES_PATH")
      ->delimiter(':');
}

void add_rules_option(CLI::App& command, Request& request, const std::string& summary) {
  add_setting(command, request, ConfigKeyId::rules, "-r,--rules", "SET|FILE", summary);
}

void add_rule_sets(CLI::App& command, Request& request) {
  add_rules_option(
      command, request,
      "Rule set by name, or its file, instead of the one that applies; may be repeated");
  add_rules_path(command, request);
  add_configuration(command, request);
  add_language(command, request);
}

void add_rules(CLI::App& command, Request& request) {
  add_rule_sets(command, request);
  add_setting(command, request, ConfigKeyId::set, "--set", "NAME=VALUE",
              "Give a variable: year=2024, issuer-kind=street; may be repeated");
  command
      .add_option("--stdin-filename", request.stdin_filename,
                  "Name of what - reads: tells its format and configuration")
      ->type_name("NAME");
}

CLI::Option* add_set_names(CLI::App& command, Request& request, const std::string& summary) {
  CLI::Option* sets =
      add_setting(command, request, ConfigKeyId::rules, "SET", "TEXT", summary)->allow_extra_args();
  add_rules_path(command, request);
  add_configuration(command, request);
  add_language(command, request);
  return sets;
}

void add_selection(CLI::App& command, Request& request) {
  add_setting(command, request, ConfigKeyId::select, "--select", "ID,...",
              "Only these rules, by id or its beginning: gongwen is the whole set")
      ->delimiter(',');
  add_setting(command, request, ConfigKeyId::ignore, "--ignore", "ID,...",
              "Not these rules, by id or its beginning")
      ->delimiter(',');
  add_setting(command, request, ConfigKeyId::severity, "--severity", "ID=none|note|warning|error",
              "Change the severity of rules; with none they are not reported");
}

void add_configuration(CLI::App& command, Request& request) {
  CLI::Option* config = command
                            .add_option("-c,--config", request.config,
                                        "Configuration, instead of the nearest .hegui.yaml")
                            ->type_name("FILE");
  command.add_flag("--no-config", request.no_config, "Use no configuration")->excludes(config);
}

CLI::Option* add_baseline(CLI::App& command, Request& request) {
  return add_setting(command, request, ConfigKeyId::baseline, "--baseline", "FILE",
                     "File of known findings, instead of the nearest .hegui-baseline.json")
      ->expected(1);
}

void add_fail_on(CLI::App& command, Request& request) {
  add_setting(command, request, ConfigKeyId::fail_on, "--fail-on", "TEXT",
              "Least severity that makes exit code 1")
      ->expected(1)
      ->default_str("error")
      ->check(CLI::IsMember({"error", "warning", "note", "never"}));
}

void add_language(CLI::App& command, Request& request) {
  command
      .add_option_function<std::string>(
          "--lang",
          [&request](const std::string& language) {
            request.output.language = language == "en" ? Language::en : Language::zh;
            request.language_given = true;
          },
          "Language of the messages, instead of the rule set's")
      ->check(CLI::IsMember({"zh", "en"}));
}

void add_color(CLI::App& command, Request& request) {
  command
      .add_option_function<std::string>(
          "--color",
          [&request](const std::string& when) {
            // The terminal has said before what auto means.
            if (when != "auto") request.output.color = when == "always";
          },
          "Colours in the output")
      ->default_str("auto")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

void add_overwrite(CLI::App& command, Request& request) {
  command.add_flag("--overwrite", request.overwrite,
                   "Results also replace a file that hegui did not write");
}

void add_jobs(CLI::App& command, Request& request) {
  command
      .add_option("-j,--jobs", request.jobs, "Threads, instead of as many as there are processors")
      ->type_name("N")
      ->check(CLI::Range(1U, 256U));
}

void add_timeout(CLI::App& command, Request& request) {
  command
      .add_option("--timeout", request.timeout,
                  "Begin no report after so many seconds: it is told as unreadable")
      ->type_name("SECONDS")
      ->check(CLI::Range(1U, 1'000'000U));
}

}  // namespace hegui
