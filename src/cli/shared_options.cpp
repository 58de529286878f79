// The options that several commands have. What a configuration may say, too, goes straight into the
// layer of the command line, from where it reaches the settings like everything else.

#include "cli/shared_options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
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
    throw UsageError(option_of(key),
                     say("应写成 {}，不是“{}”", "expected {}, not “{}”", form, text));
  Said said{.name = text.substr(0, equals), .value = text.substr(equals + 1)};
  const std::vector<std::string_view> choices = split(key.choices, '|');
  if (!key.choices.empty() && std::ranges::find(choices, said.value) == choices.end())
    throw UsageError(option_of(key), not_among(said.value, {choices.begin(), choices.end()}));
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

CLI::Validator one_of(const Request& request, std::vector<std::string> words) {
  const std::string shown = fmt::format("{{{}}}", fmt::join(words, ","));
  return {[&request, words = std::move(words)](const std::string& word) {
            const bool known = std::ranges::find(words, word) != words.end();
            return known ? "" : not_among(word, words).in(request.output.language);
          },
          shown};
}

CLI::Validator whole_number(const Request& request, int least, int most) {
  return {[&request, least, most](const std::string& text) {
            int number = 0;
            const auto [end, error] =
                std::from_chars(text.data(), text.data() + text.size(), number);
            const bool fits = error == std::errc() && end == text.data() + text.size() &&
                              number >= least && number <= most;
            return fits ? ""
                        : say("应是 {} 到 {} 的整数，不是“{}”",
                              "must be a whole number from {} to {}, not “{}”", least, most, text)
                              .in(request.output.language);
          },
          {}};
}

void add_files(CLI::App& command, Request& request) {
  const CLI::Option* files = command.add_option(
      "FILE", request.paths,
      told(request, {"报告、文件夹、ZIP 压缩包，- 是标准输入",
                     "Reports, folders, ZIP archives, or - for standard input"}));
  const CLI::Option* list =
      command
          .add_option(
              "--files-from", request.files_from,
              told(request,
                   {"列有更多报告和文件夹的文件，一行一个，或用 NUL 分开；- 是标准输入",
                    "File with more reports and folders, one per line or separated by NUL; - for "
                    "standard input"}))
          ->type_name("FILE");
  command.add_flag(
      "--no-progress", request.no_progress,
      told(request, {"时间长时也不显示进度", "Show no progress on the terminal during long runs"}));
  command.add_flag(
      "--no-ignore", request.no_ignore,
      told(request, {"文件夹里被 .gitignore、.heguiignore、exclude 略过的也查",
                     "In folders, also read what .gitignore, .heguiignore and exclude leave out"}));
  command.add_flag(
      "--force-exclude", request.force_exclude,
      told(request, {".heguiignore、exclude 略过的，写明了文件名也略过",
                     "Leave out what .heguiignore and exclude say, even if it is named as FILE"}));
  CLI::Option* staged = command.add_flag(
      "--staged", request.git.staged,
      told(
          request,
          {"查 git 暂存的报告，按暂存的内容；写了文件就只查其中的",
           "Reports staged in git, with their staged content; only those in FILE if that is given"}));
  CLI::Option* changed = command.add_flag(
      "--changed", request.git.changed,
      told(request,
           {"查上次提交以来改过的和新的报告；写了文件就只查其中的",
            "Reports changed since the last commit, and new ones; only those in FILE if that is "
            "given"}));
  command
      .add_option(
          "--since", request.git.since,
          told(request, {"同 --changed，再加上从那个提交分出来以后提交的",
                         "Like --changed, plus what was committed since the branch left REF"}))
      ->type_name("REF")
      ->excludes(staged)
      ->excludes(changed);
  staged->excludes(changed);
  command.parse_complete_callback([files, list, &command, &request] {
    // An option that does not exist is the greater mistake.
    if (!request.git.any() && files->empty() && list->empty() && command.remaining_size() == 0)
      throw UsageError(say("缺少要检查的文件：写文件名或 --files-from",
                           "no reports given: name a FILE or use --files-from"));
    if (request.files_from == "-" && std::ranges::find(request.paths, "-") != request.paths.end())
      throw UsageError("--files-from", say("标准输入不能既是清单又是报告",
                                           "standard input cannot be both list and report"));
  });
}

void add_reading(CLI::App& command, Request& request) {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  command
      .add_option("--as", request.read.format,
                  told(request, {"报告的格式，不管文件名和内容",
                                 "Format of the reports, whatever their names and content"}))
      ->check(one_of(request, names));
  command
      .add_option(
          "--encoding", request.read.encoding,
          told(
              request,
              {"文本报告的编码，不管看起来像什么：utf-8、gb18030、big5、utf-16、windows-1252 等",
               "Encoding of text reports, whatever they look like: utf-8, windows-1252, utf-16, gb18030, …"}))
      ->type_name("NAME");
}

void add_rules_path(CLI::App& command, Request& request) {
  add_setting(
      command, request, ConfigKeyId::rules_path, "--rules-path", "DIR",
      told(request, {"按名字找规则集的文件夹；几个可以写在 HEGUI_RULES_PATH 里",
                     "Folder in which to look for rule sets by name; several in HEGUI_RULES_PATH"}),
      "HEGUI_RULES_PATH")
      ->delimiter(':');
}

void add_rules_option(CLI::App& command, Request& request, const std::string& summary) {
  add_setting(command, request, ConfigKeyId::rules, "-r,--rules", "SET|FILE", summary);
}

void add_rule_sets(CLI::App& command, Request& request) {
  add_rules_option(
      command, request,
      told(request,
           {"用哪个规则集：名字，或规则文件；不写就用适用的；可以写几次",
            "Rule set by name, or its file, instead of the one that applies; may be repeated"}));
  add_rules_path(command, request);
  add_configuration(command, request);
  add_language(command, request);
}

void add_variables(CLI::App& command, Request& request) {
  add_setting(command, request, ConfigKeyId::set, "--set", "NAME=VALUE",
              told(request, {"给变量的值：year=2024、issuer-kind=street；可以写几次",
                             "Set a variable: year=2024; may be repeated"}));
}

void add_rules(CLI::App& command, Request& request) {
  add_rule_sets(command, request);
  add_variables(command, request);
  command
      .add_option("--stdin-filename", request.stdin_filename,
                  told(request, {"标准输入的文件名，用来定格式和配置",
                                 "Name of what - reads; decides its format and configuration"}))
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
  add_setting(
      command, request, ConfigKeyId::select, "--select", "ID,...",
      told(request, {"只看这些规则：编号或编号的开头，gongwen 是整个规则集",
                     "Only these rules, by id or its beginning: postmortem is the whole set"}))
      ->delimiter(',');
  add_setting(
      command, request, ConfigKeyId::ignore, "--ignore", "ID,...",
      told(request, {"不看这些规则：编号或编号的开头", "Not these rules, by id or its beginning"}))
      ->delimiter(',');
  add_setting(command, request, ConfigKeyId::severity, "--severity", "ID=none|note|warning|error",
              told(request, {"改规则的轻重；none 是不报",
                             "Change the severity of rules; with none they are not reported"}));
}

void add_year(CLI::App& command, Request& request) {
  command
      .add_option(
          "--year", request.year,
          told(request,
               {"要的是哪个年度的报告；别的年度的，开头就说，不排名。认错了年度用 --set year=",
                "Year that reports are wanted of: another one is told at the top, "
                "and not ranked. If the year is recognised wrongly: --set year="}))
      ->type_name("YEAR")
      ->check(whole_number(request, 1900, 2099));
}

void add_configuration(CLI::App& command, Request& request) {
  CLI::Option* config =
      command
          .add_option("-c,--config", request.config,
                      told(request, {"配置文件；不写就是最近的 .hegui.yaml",
                                     "Configuration, instead of the nearest .hegui.yaml"}))
          ->type_name("FILE");
  command
      .add_flag("--no-config", request.no_config,
                told(request, {"不用配置", "Use no configuration"}))
      ->excludes(config);
}

CLI::Option* add_baseline(CLI::App& command, Request& request) {
  return add_setting(
             command, request, ConfigKeyId::baseline, "--baseline", "FILE",
             told(request, {"基线（已知的问题）文件；不写就是最近的 .hegui-baseline.json",
                            "File of known findings, instead of the nearest .hegui-baseline.json"}))
      ->expected(1);
}

CLI::Option* add_fail_on(CLI::App& command, Request& request) {
  return add_setting(command, request, ConfigKeyId::fail_on, "--fail-on", "TEXT",
                     told(request, {"有这一级或更重的问题时返回 1",
                                    "Exit with 1 if a finding is at least this severe"}))
      ->expected(1)
      ->default_str("error")
      ->check(one_of(request, {"error", "warning", "note", "never"}));
}

void add_language(CLI::App& command, Request& request) {
  command
      .add_option_function<std::string>(
          "--lang",
          [&request](const std::string& language) {
            request.output.language = language == "en" ? Language::en : Language::zh;
            request.output.language_given = true;
          },
          told(request, {"hegui 自己的话用哪种语言；不写就看规则集",
                         "Language of the messages, instead of the rule set's"}))
      ->check(one_of(request, {"zh", "en"}));
}

void add_color(CLI::App& command, Request& request) {
  command
      .add_option_function<std::string>(
          "--color",
          [&request](const std::string& when) {
            // The terminal has said before what auto means.
            if (when != "auto") request.output.color = when == "always";
          },
          told(request, {"要不要颜色", "Colours in the output"}))
      ->default_str("auto")
      ->check(one_of(request, {"auto", "always", "never"}));
}

CLI::Option* add_overwrite(CLI::App& command, Request& request) {
  return command.add_flag("--overwrite", request.overwrite,
                          told(request, {"结果可以覆盖不是 hegui 写的文件",
                                         "Let results replace a file that hegui did not write"}));
}

void add_jobs(CLI::App& command, Request& request) {
  command
      .add_option("-j,--jobs", request.jobs,
                  told(request, {"线程数；不写就和处理器一样多",
                                 "Number of threads; by default as many as there are processors"}))
      ->type_name("N")
      ->check(whole_number(request, 1, 256));
}

void add_timeout(CLI::App& command, Request& request) {
  command
      .add_option(
          "--timeout", request.timeout,
          told(request, {"过了这么多秒就不再查新的报告，算读不了",
                         "After this many seconds begin no other report; it counts as unreadable"}))
      ->type_name("SECONDS")
      ->check(whole_number(request, 1, 1'000'000));
}

}  // namespace hegui
