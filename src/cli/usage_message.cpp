#include "cli/usage_message.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "cli/help_format.h"
#include "text/suggestion.h"
#include "text/printable.h"

namespace hegui {
namespace {

/// The command that the line named last.
const CLI::App& named_command(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : named_command(*parsed.front());
}

/// As it stands on the line: rules list. Empty for the program itself.
std::string name_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  if (!parent) return {};
  const std::string before = name_of(*parent);
  return before + (before.empty() ? "" : " ") + command.get_name();
}

/// Where a line has words that the command does not take: an option is the greater mistake.
std::string word_too_many(const CLI::App& command) {
  const std::vector<std::string> rest = command.remaining(true);
  const auto option =
      std::ranges::find_if(rest, [](const std::string& word) { return word.starts_with('-'); });
  if (option == rest.end())
    return name_of(command) + " does not take \"" + (rest.empty() ? "" : rest.front()) + "\"";
  const std::string name = option->substr(0, option->find('='));
  std::vector<std::string> names;
  for (const CLI::Option* each : command.get_options())
    for (const std::string& known : each->get_lnames()) names.push_back("--" + known);
  const std::string_view near =
      nearest_word(name, std::vector<std::string_view>(names.begin(), names.end()));
  return name_of(command) + " has no option " + name +
         (near.empty() ? "" : "; did you mean " + std::string(near) + "?");
}

/// Where an option has no value behind it; empty if it is another mistake.
std::string value_missing(const CLI::App& command, const std::string& message) {
  const std::string name = message.substr(0, message.find(':'));
  const CLI::Option* option = command.get_option_no_throw(name);
  if (!option || !message.ends_with(" missing")) return {};
  return name + " needs a value: " + value_of(*option);
}

std::vector<std::string> commands_of(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::App* each : command.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(each->get_name());
  return names;
}

/// Where a line names only a group of commands, or nothing at all.
std::string command_missing(const CLI::App& group) {
  const std::vector<std::string> names = commands_of(group);
  const std::string all = CLI::detail::join(names, ", ");
  if (!group.get_parent()) return "give a report, a folder, or a command: " + all;
  const std::vector<std::string> rest = group.remaining();
  if (rest.empty() || rest.front().starts_with('-'))
    return name_of(group) + " needs a command: " + all;
  const std::string_view near =
      nearest_word(rest.front(), std::vector<std::string_view>(names.begin(), names.end()));
  return name_of(group) + " has no command \"" + rest.front() + "\"; " +
         (near.empty() ? "there are " + all : "did you mean " + std::string(near) + "?");
}

std::string what_is_wrong(const CLI::App& command, const CLI::Error& error) {
  if (dynamic_cast<const CLI::RequiredError*>(&error) && !commands_of(command).empty())
    return command_missing(command);
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) return word_too_many(command);
  std::string message = error.what();
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
    if (std::string better = value_missing(command, message); !better.empty()) return better;
  return message;
}

}  // namespace

std::string usage_message(const CLI::App* app, const CLI::Error& error) {
  const CLI::App& command = named_command(*app);
  const std::string name = name_of(command);
  return "hegui: " + printable(what_is_wrong(command, error)) + "\nRun hegui " + name +
         (name.empty() ? "" : " ") + "--help for more information.\n";
}

}  // namespace hegui
