#include "config/config_keys.h"

namespace hegui {

std::vector<std::string> Layer::texts(ConfigKeyId key) const {
  std::vector<std::string> texts;
  for (const Said& said : of(key)) texts.push_back(said.value);
  return texts;
}

void Layer::say(ConfigKeyId key, Said said) { at(key).push_back(std::move(said)); }

void Layer::cover_with(const Layer& above) {
  for (std::size_t i = 0; i < config_keys.size(); ++i) {
    const auto key = static_cast<ConfigKeyId>(i);
    const std::vector<Said>& upper = above.of(key);
    if (upper.empty()) continue;
    std::vector<Said>& lower = at(key);
    switch (config_keys[i].merging) {
      case Merging::replaces: lower.clear(); break;
      case Merging::adds: break;
      case Merging::begins_anew:
        // Who asks for a rule wants to see it, whatever was ignored below. `ignore` comes later in
        // the table, so what the same layer ignores is not lost.
        lower.clear();
        at(ConfigKeyId::ignore).clear();
        break;
      case Merging::by_name:
        for (const Said& said : upper)
          std::erase_if(lower, [&](const Said& other) { return other.name == said.name; });
        break;
    }
    lower.insert(lower.end(), upper.begin(), upper.end());
  }
}

FileProblem problem_at(const Origin& origin, Message message) {
  return {.path = origin.name, .at = origin.at, .line = origin.line, .message = std::move(message)};
}

}  // namespace hegui
