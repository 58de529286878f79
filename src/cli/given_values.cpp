#include "cli/given_values.h"

#include <fmt/ranges.h>

#include <cstdlib>

namespace hegui {

Layer given_values(const Request& request) {
  const auto said = [](std::string option, std::string value, std::string name = {}) {
    return Said{std::move(name),
                std::move(value),
                {.kind = Origin::Kind::option, .name = std::move(option)}};
  };
  Layer given;
  for (const std::string& name : request.rules)
    given.say(ConfigKeyId::rules, said("--rules", name));
  const char* folders = std::getenv("HEGUI_RULES_PATH");
  const bool from_environment =
      folders && fmt::format("{}", fmt::join(request.rules_path, ":")) == folders;
  for (const std::string& folder : request.rules_path)
    given.say(ConfigKeyId::rules_path,
              said(from_environment ? "HEGUI_RULES_PATH" : "--rules-path", folder));
  for (const std::string& id : request.lint.select)
    given.say(ConfigKeyId::select, said("--select", id));
  for (const std::string& id : request.lint.ignore)
    given.say(ConfigKeyId::ignore, said("--ignore", id));
  for (const auto& [id, word] : request.lint.severity)
    given.say(ConfigKeyId::severity, said("--severity", word, id));
  for (const auto& [name, value] : request.lint.set)
    given.say(ConfigKeyId::set, said("--set", value, name));
  if (!request.fail_on.empty()) given.say(ConfigKeyId::fail_on, said("--fail-on", request.fail_on));
  return given;
}

}  // namespace hegui
