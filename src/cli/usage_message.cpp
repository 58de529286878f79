#include "cli/usage_message.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "cli/help.h"
#include "text/printable.h"
#include "text/suggestion.h"

namespace hegui {
namespace {

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  return std::string(nearest_word(word, std::vector<std::string_view>(known.begin(), known.end())));
}

/// Where a line has words that the command does not take: an option is the greater mistake.
Message word_too_many(const CommandInfo& command, const std::string& name,
                      const std::vector<std::string>& rest) {
  const auto option =
      std::ranges::find_if(rest, [](const std::string& word) { return word.starts_with('-'); });
  if (option == rest.end())
    return say("{} 不要“{}”", "{} does not take “{}”", name, rest.empty() ? "" : rest.front());
  const std::string wrong = option->substr(0, option->find('='));
  std::vector<std::string> names;
  for (const OptionInfo& each : command.options)
    for (const std::string& known : each.long_names) names.push_back("--" + known);
  const std::string near = nearest(wrong, names);
  if (near.empty()) return say("{} 没有选项 {}", "{} has no option {}", name, wrong);
  return say("{} 没有选项 {}，是不是 {}？", "{} has no option {}; did you mean {}?", name, wrong,
             near);
}

/// Of an option with the wrong number of values; nothing if the message is of another form.
std::optional<Message> wrong_values(const CommandInfo& command, const std::string& message) {
  const std::string name = message.substr(0, message.find(':'));
  const auto option = std::ranges::find(command.options, name, &OptionInfo::name);
  if (option == command.options.end()) return std::nullopt;
  if (message.ends_with(" missing"))
    return say("{} 后面要有值：{}", "{} needs a value: {}", name,
               Message{shown_type(option->type, Language::zh), shown_type(option->type)});
  return say("{} 只能写一次", "{} can be given only once", name);
}

/// "--a excludes --b", "--a requires --b".
std::optional<Message> wrong_pair(const std::string& message, Mistake::Kind kind) {
  const std::string_view verb =
      kind == Mistake::Kind::together ? std::string_view(" excludes ") : " requires ";
  const std::size_t at = message.find(verb);
  if (at == std::string::npos) return std::nullopt;
  const std::string one = message.substr(0, at), other = message.substr(at + verb.size());
  return kind == Mistake::Kind::together
             ? say("{} 和 {} 不能一起用", "{} and {} cannot be used together", one, other)
             : say("用 {} 时还要有 {}", "{} needs {}", one, other);
}

/// Where a line names only a group of commands, or nothing at all.
Message command_missing(const CommandInfo& group, const std::string& name,
                        const std::vector<std::string>& rest) {
  std::vector<std::string> names;
  for (const CommandInfo& each : group.commands) names.push_back(each.name);
  const Message all = listed(names);
  if (name.empty())
    return say("请写报告、文件夹或命令：{}", "give a report, a folder, or a command: {}", all);
  if (rest.empty() || rest.front().starts_with('-'))
    return say("{} 后面要有命令：{}", "{} needs a command: {}", name, all);
  const std::string near = nearest(rest.front(), names);
  if (near.empty())
    return say("{} 没有命令“{}”，有的是 {}", "{} has no command “{}”; there are {}", name,
               rest.front(), all);
  return say("{} 没有命令“{}”，是不是 {}？", "{} has no command “{}”; did you mean {}?", name,
             rest.front(), near);
}

Message is_missing(const std::string& argument) {
  return say("缺少：{}", "{} is missing",
             Message{shown_type(argument, Language::zh), shown_type(argument)});
}

Message what_is_wrong(const CommandInfo& command, const std::string& name, const Mistake& mistake) {
  std::optional<Message> better;
  switch (mistake.kind) {
    case Mistake::Kind::missing:
      if (!command.commands.empty()) return command_missing(command, name, mistake.rest);
      return is_missing(mistake.message.en.substr(0, mistake.message.en.find(" is required")));
    case Mistake::Kind::word_too_many: return word_too_many(command, name, mistake.rest);
    case Mistake::Kind::values: better = wrong_values(command, mistake.message.en); break;
    case Mistake::Kind::together:
    case Mistake::Kind::alone: better = wrong_pair(mistake.message.en, mistake.kind); break;
    case Mistake::Kind::other: break;
  }
  return better.value_or(mistake.message);
}

}  // namespace

Message not_among(const std::string& word, const std::vector<std::string>& known) {
  return say("应是 {1}，不是“{0}”", "must be {1}, not “{0}”", word, either(known));
}

std::string usage_message(const CommandInfo& program, const Mistake& mistake, Language language) {
  const CommandInfo* command = &program;
  for (const std::string& each : mistake.commands)
    if (const CommandInfo* below = command->command(each)) command = below;
  // As it stands on the line: rules list.
  const std::string name = fmt::format("{}", fmt::join(mistake.commands, " "));
  const Message more =
      say("运行 hegui {}{}--help 看用法\n", "Run hegui {}{}--help for more information.\n", name,
          name.empty() ? "" : " ");
  return "hegui: " + printable(what_is_wrong(*command, name, mistake).in(language)) + "\n" +
         more.in(language);
}

}  // namespace hegui
