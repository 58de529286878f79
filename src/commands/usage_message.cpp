#include "commands/usage_message.h"

#include <CLI/CLI.hpp>
#include <string_view>
#include <vector>

#include "text/edit_distance.h"

namespace hegui {
namespace {

/// The command that the line named last.
const CLI::App& named_command(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? app : named_command(*parsed.front());
}

std::string nearest_option(const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (const std::string& word : command.remaining())
    if (const auto near = nearest_word(word.substr(0, word.find('=')), known); !near.empty())
      return std::string(near);
  return {};
}

std::string commands_of(const CLI::App& command) {
  std::string names;
  for (const CLI::App* each : command.get_subcommands([](const CLI::App*) { return true; }))
    names += (names.empty() ? "" : ", ") + each->get_name();
  return names;
}

}  // namespace

std::string usage_message(const CLI::App* app, const CLI::Error& error) {
  const CLI::App& command = named_command(*app);
  std::string hint;
  if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
    const std::string near = nearest_option(command);
    if (!near.empty()) hint = "did you mean " + near + "?";
  } else if (const std::string names = commands_of(command); !names.empty()) {
    hint = &command == app ? "give a report, a folder, or one of " + names : "one of " + names;
  }
  const std::string message = CLI::FailureMessage::simple(app, error);
  if (hint.empty()) return message;
  const std::size_t end = message.find('\n');
  return message.substr(0, end) + "; " + hint + message.substr(end);
}

}  // namespace hegui
