#include "cli/usage_message.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>

#include "text/printable.h"
#include "text/suggestion.h"

namespace hegui {
namespace {

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  return std::string(nearest_word(word, std::vector<std::string_view>(known.begin(), known.end())));
}

/// Where a line has words that the command does not take: an option is the greater mistake.
std::string word_too_many(const CommandInfo& command, const std::string& name,
                          const std::vector<std::string>& rest) {
  const auto option =
      std::ranges::find_if(rest, [](const std::string& word) { return word.starts_with('-'); });
  if (option == rest.end())
    return name + " does not take \"" + (rest.empty() ? "" : rest.front()) + "\"";
  const std::string wrong = option->substr(0, option->find('='));
  std::vector<std::string> names;
  for (const OptionInfo& each : command.options)
    for (const std::string& known : each.long_names) names.push_back("--" + known);
  const std::string near = nearest(wrong, names);
  return name + " has no option " + wrong + (near.empty() ? "" : "; did you mean " + near + "?");
}

/// Where an option has no value after it; empty if it is another mistake.
std::string value_missing(const CommandInfo& command, const std::string& message) {
  const std::string name = message.substr(0, message.find(':'));
  const auto option = std::ranges::find(command.options, name, &OptionInfo::name);
  if (option == command.options.end() || !message.ends_with(" missing")) return {};
  return name + " needs a value: " + shown_type(option->type);
}

/// Where a line names only a group of commands, or nothing at all.
std::string command_missing(const CommandInfo& group, const std::string& name,
                            const std::vector<std::string>& rest) {
  std::vector<std::string> names;
  for (const CommandInfo& each : group.commands) names.push_back(each.name);
  const std::string all = fmt::format("{}", fmt::join(names, ", "));
  if (name.empty()) return "give a report, a folder, or a command: " + all;
  if (rest.empty() || rest.front().starts_with('-')) return name + " needs a command: " + all;
  const std::string near = nearest(rest.front(), names);
  return name + " has no command \"" + rest.front() + "\"; " +
         (near.empty() ? "there are " + all : "did you mean " + near + "?");
}

std::string what_is_wrong(const CommandInfo& command, const std::string& name,
                          const Mistake& mistake) {
  switch (mistake.kind) {
    case Mistake::Kind::missing:
      if (!command.commands.empty()) return command_missing(command, name, mistake.rest);
      break;
    case Mistake::Kind::word_too_many: return word_too_many(command, name, mistake.rest);
    case Mistake::Kind::value_too_few:
      if (std::string better = value_missing(command, mistake.message); !better.empty())
        return better;
      break;
    case Mistake::Kind::other: break;
  }
  return mistake.message;
}

}  // namespace

std::string usage_message(const CommandInfo& program, const Mistake& mistake) {
  const CommandInfo* command = &program;
  for (const std::string& each : mistake.commands)
    if (const CommandInfo* below = command->command(each)) command = below;
  // As it stands on the line: rules list.
  const std::string name = fmt::format("{}", fmt::join(mistake.commands, " "));
  return "hegui: " + printable(what_is_wrong(*command, name, mistake)) + "\nRun hegui " + name +
         (name.empty() ? "" : " ") + "--help for more information.\n";
}

}  // namespace hegui
