// Where CLI11 parses. Which options a command has is said in command_options.cpp and
// shared_options.cpp; the rest of the program sees a Request, and the tables as data.

#include "cli/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <sstream>
#include <utility>

#include "cli/terminal.h"
#include "cli/usage_message.h"
#include "system/standard_streams.h"
#include "text/strings.h"
#include "version.h"

namespace hegui {
namespace {

constexpr std::size_t page_width = 100;

/// In lines of at most `width` bytes, if no word is longer.
std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  std::size_t column = 0;
  for (const std::string_view word : split(text, ' ')) {
    const bool fits = column + 1 + word.size() <= width;
    if (!out.empty()) out += fits ? ' ' : '\n';
    column = (fits && !out.empty() ? column + 1 : 0) + word.size();
    out += word;
  }
  return out;
}

/// Help as CLI11 prints it, with values as shown_type() says them, and in lines of 100 columns.
class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    label("Positionals", "Arguments");
    label("SUBCOMMAND", "COMMAND");
  }

  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override {
    std::string help = Formatter::make_help(app, std::move(name), mode);
    while (help.ends_with("\n\n")) help.pop_back();  // Where there is no footer.
    return help;
  }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    if (app->get_parent()) return Formatter::make_usage(app, std::move(name));
    return "Usage: hegui [check] [OPTIONS] FILE...\n       hegui COMMAND [OPTIONS] ...\n";
  }

  std::string make_option_name(const CLI::Option* option, bool is_argument) const override {
    const std::string names = Formatter::make_option_name(option, is_argument);
    return CLI::detail::find_and_replace(names, ",", ", ");
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    const bool has_value = !option->get_positional() && option->get_items_expected_max() > 0;
    return has_value ? " " + shown_type(option->get_type_name()) : "";
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    std::string text = option->get_description();
    if (!option->get_default_str().empty()) text += " (default: " + option->get_default_str() + ")";
    return wrapped(text, page_width - get_column_width());
  }
};

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
  CommandInfo info{.name = command.get_name(), .summary = command.get_description()};
  for (const CLI::Option* option : command.get_options()) info.options.push_back(info_of(*option));
  for (const CLI::App* below : command.get_subcommands([](const CLI::App*) { return true; }))
    info.commands.push_back(info_of(*below));
  return info;
}

Mistake::Kind kind_of(const CLI::Error& error) {
  if (dynamic_cast<const CLI::RequiredError*>(&error)) return Mistake::Kind::missing;
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return Mistake::Kind::word_too_many;
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return Mistake::Kind::value_too_few;
  return Mistake::Kind::other;
}

std::string message_for(const CLI::App& app, Mistake mistake) {
  // The command that the line named last.
  const CLI::App* command = &app;
  for (auto named = app.get_subcommands(); !named.empty(); named = command->get_subcommands()) {
    command = named.front();
    mistake.commands.push_back(command->get_name());
  }
  mistake.rest = command->remaining(true);
  return usage_message(info_of(app), mistake);
}

/// Made when its first command is added, so that help shows the order of the table.
CLI::App& group_of(const Command& command, std::span<const Group> groups, CLI::App& app) {
  if (*command.group == '\0') return app;
  const std::vector<CLI::App*> made_before = app.get_subcommands(
      [&](const CLI::App* other) { return other->get_name() == command.group; });
  if (!made_before.empty()) return *made_before.front();
  const auto group = std::ranges::find_if(
      groups, [&](const Group& row) { return std::string_view(row.name) == command.group; });
  CLI::App* made = app.add_subcommand(group->name, group->summary)->group("Commands");
  made->require_subcommand(1);
  return *made;
}

/// The parser of all commands. Only those whose first word is `first`, or all where that is null,
/// have options: making them costs more than parsing a line.
class Parser {
 public:
  Parser(const Commands& commands, const std::string* first) {
    app_.set_version_flag("--version", "hegui " + std::string(version));
    app_.require_subcommand(1);
    app_.failure_message([](const CLI::App* app, const CLI::Error& error) {
      return message_for(*app, {.kind = kind_of(error), .message = error.what()});
    });
    app_.formatter(std::make_shared<HelpFormatter>());
    for (const Command& command : commands.all) {
      CLI::App* added =
          group_of(command, commands.groups, app_).add_subcommand(command.name, command.summary);
      added->group("Commands");
      if (!first || *first == (*command.group ? command.group : command.name))
        command.add(*added, asked_.request);
      added->final_callback([this, &command] { asked_.command = &command; });
    }
    // After the commands, which would have it, too.
    app_.footer(
        "hegui COMMAND --help shows the options of a command.\n\n"
        "Exit codes: 0 clean; 1 findings at or above --fail-on, a score below --min-score, or a failed\n"
        "test; 2 wrong usage, configuration, rule file, suppression or baseline, a report that is\n"
        "unreadable or not understood, nothing to check; 3 internal error.");
  }
  // The options hold references to the request.
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  CommandInfo info() const { return info_of(app_); }

  Asked parse(std::vector<std::string> words) {
    try {
      fit_to_terminal(asked_.request.output);
      std::ranges::reverse(words);  // CLI11 takes them from the back.
      app_.parse(words);
      complete_request(asked_.request);
      return std::move(asked_);
    } catch (const CLI::Success& success) {
      std::ostringstream text;
      app_.exit(success, text, text);
      print(text.str());
      return {.exit = Exit::clean};
    } catch (const CLI::ParseError& error) {
      app_.exit(error);
    } catch (const UsageError& error) {
      std::fputs(message_for(app_, {.message = error.what()}).c_str(), stderr);
    }
    return {.exit = Exit::trouble};
  }

 private:
  Asked asked_;
  CLI::App app_{"Tells whether a report contains what it must, and whether that is substantive.",
                "hegui"};
};

}  // namespace

CommandInfo described(const Commands& commands) { return Parser(commands, nullptr).info(); }

Asked parse(const Commands& commands, std::vector<std::string> words) {
  const std::string first = words.empty() ? "" : words.front();
  return Parser(commands, &first).parse(std::move(words));
}

}  // namespace hegui
