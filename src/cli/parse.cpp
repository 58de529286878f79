// Where CLI11 parses. Which options a command has is said in command_options.cpp and
// shared_options.cpp; the rest of the program sees a Request, and the tables as data.

#include "cli/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <sstream>
#include <utility>

#include "cli/help.h"
#include "cli/help_language.h"
#include "cli/terminal.h"
#include "cli/usage_message.h"
#include "system/standard_streams.h"
#include "version.h"

namespace hegui {
namespace {

OptionInfo info_of(const CLI::Option& option) {
  return {.short_names = option.get_snames(),
          .long_names = option.get_lnames(),
          .name = option.get_name(option.get_positional()),
          .type = option.get_type_name(),
          .summary = option.get_description(),
          .default_value = option.get_default_str(),
          .delimiter = option.get_delimiter(),
          .most_values = option.get_items_expected_max(),
          .is_argument = option.get_positional(),
          .is_required = option.get_required()};
}

CommandInfo info_of(const CLI::App& command) {
  CommandInfo info{.name = command.get_name(),
                   .summary = command.get_description(),
                   .footer = command.get_footer()};
  for (const CLI::Option* option : command.get_options()) info.options.push_back(info_of(*option));
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
    info.commands.push_back(info_of(*below));
  return info;
}

/// Help of our own: CLI11 counts bytes, and says English words between those of the tables.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(Language language) : language_(language) {}

  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode /*mode*/) const override {
    return help(info_of(*app), name, language_);
  }

 private:
  Language language_;
};

Mistake::Kind kind_of(const CLI::Error& error) {
  if (dynamic_cast<const CLI::RequiredError*>(&error)) return Mistake::Kind::missing;
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return Mistake::Kind::word_too_many;
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return Mistake::Kind::values;
  if (dynamic_cast<const CLI::ExcludesError*>(&error)) return Mistake::Kind::together;
  if (dynamic_cast<const CLI::RequiresError*>(&error)) return Mistake::Kind::alone;
  return Mistake::Kind::other;
}

std::string message_for(const CLI::App& app, Mistake mistake, Language language) {
  // The command that the line named last.
  const CLI::App* command = &app;
  for (auto named = app.get_subcommands(); !named.empty(); named = command->get_subcommands()) {
    command = named.front();
    mistake.commands.push_back(command->get_name());
  }
  mistake.rest = command->remaining(true);
  return usage_message(info_of(app), mistake, language);
}

/// Made when its first command is added, so that help shows the order of the table.
CLI::App& group_of(const Command& command, std::span<const Group> groups, CLI::App& app,
                   Language language) {
  if (*command.group == '\0') return app;
  const std::vector<CLI::App*> made_before = app.get_subcommands(
      [&](const CLI::App* other) { return other->get_name() == command.group; });
  if (!made_before.empty()) return *made_before.front();
  const auto group = std::ranges::find_if(
      groups, [&](const Group& row) { return std::string_view(row.name) == command.group; });
  CLI::App* made = app.add_subcommand(group->name, std::string(group->summary.in(language)));
  made->require_subcommand(1);
  return *made;
}

/// What parsing comes to, and what it has to say to standard output or standard error.
struct Attempt {
  Asked asked = {};
  std::string help = {};
  std::string mistake = {};
};

/// The parser of all commands, in one language. Only those whose first word is `first`, or all
/// where that is null, have options: making them costs more than parsing a line.
class Parser {
 public:
  Parser(const Commands& commands, const std::string* first, Language language) {
    asked_.request.output.language = language;
    app_.description(text({"看一份报告该写的写了没有、写得够不够。",
                           "Tells whether a report contains what it must, and enough of it."}));
    app_.set_help_flag("-h,--help", text({"显示用法", "Print this help message and exit"}));
    app_.set_version_flag("--version", "hegui " + std::string(version),
                          text({"显示版本", "Print the version and exit"}));
    app_.require_subcommand(1);
    app_.formatter(std::make_shared<HelpFormatter>(language));
    for (const Command& command : commands.all) {
      CLI::App* added = group_of(command, commands.groups, app_, language)
                            .add_subcommand(command.name, text(command.summary));
      if (!first || *first == (*command.group ? command.group : command.name))
        command.add(*added, asked_.request);
      added->final_callback([this, &command] { asked_.command = &command; });
    }
    // After the commands, which would have it, too.
    app_.footer(text(
        {"hegui 命令 --help 显示那个命令的选项。\n\n"
         "返回值：0 没有问题；1 有问题达到 --fail-on，有得分低于 --min-score，或者测试没过；\n"
         "2 用法、配置、规则文件、抑制或基线有错，报告读不了或看不懂，没有东西可查；3 内部错误。",
         "hegui COMMAND --help shows the options of a command.\n\n"
         "Exit codes: 0 clean; 1 findings at or above --fail-on, a score below --min-score, or a "
         "failed\n"
         "test; 2 wrong usage, configuration, rule file, suppression or baseline, a report that "
         "is\n"
         "unreadable or not understood, nothing to check; 3 internal error."}));
  }
  // The options hold references to the request.
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  CommandInfo info() const { return info_of(app_); }

  Attempt parse(std::vector<std::string> words) {
    Mistake mistake;
    try {
      fit_to_terminal(asked_.request.output);
      std::ranges::reverse(words);  // CLI11 takes them from the back.
      app_.parse(words);
      complete_request(asked_.request);
      return {.asked = std::move(asked_)};
    } catch (const CLI::Success& success) {
      std::ostringstream text;
      app_.exit(success, text, text);
      return {.help = text.str()};
    } catch (const CLI::ParseError& error) {
      mistake = {.kind = kind_of(error), .message = {error.what(), error.what()}};
    } catch (const UsageError& error) {
      mistake.message = error.message();
    }
    return {.asked = {.exit = Exit::trouble},
            .mistake = message_for(app_, mistake, asked_.request.output.language)};
  }

 private:
  std::string text(Label label) const {
    return std::string(label.in(asked_.request.output.language));
  }

  Asked asked_;
  CLI::App app_{"", "hegui"};
};

}  // namespace

CommandInfo described(const Commands& commands, Language language) {
  return Parser(commands, nullptr, language).info();
}

Asked parse(const Commands& commands, std::vector<std::string> words,
            std::optional<Language> asked) {
  const std::string first = words.empty() ? "" : words.front();
  const auto attempt_in = [&](Language language) {
    return Parser(commands, &first, language).parse(words);
  };
  Attempt attempt = attempt_in(asked.value_or(Language::zh));
  // A rule set is read only where its language is needed.
  const bool speaks = !attempt.asked.command;
  if (!asked && speaks)
    if (const auto language = language_of_rules(words); language && *language != Language::zh)
      attempt = attempt_in(*language);
  print(attempt.help);
  std::fputs(attempt.mistake.c_str(), stderr);
  return std::move(attempt.asked);
}

}  // namespace hegui
