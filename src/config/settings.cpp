#include "config/settings.h"

#include <algorithm>

namespace hegui {
namespace {

std::string text_of(const Layer& values, ConfigKeyId key) {
  return values.of(key).empty() ? "" : values.of(key).back().value;
}

bool said_in_a_file(const std::vector<Said>& all) {
  return std::ranges::any_of(
      all, [](const Said& said) { return said.origin.kind == Origin::Kind::file; });
}

}  // namespace

Layer built_in_values() {
  Layer values;
  values.say(ConfigKeyId::fail_on, {.value = "error"});
  return values;
}

Settings settings_of(Layer values, const std::string& boundary) {
  Settings settings;
  settings.sources.rules = values.texts(ConfigKeyId::rules);
  settings.sources.folders = values.texts(ConfigKeyId::rules_path);
  if (said_in_a_file(values.of(ConfigKeyId::rules)) ||
      said_in_a_file(values.of(ConfigKeyId::rules_path)))
    settings.sources.boundary = boundary;
  settings.lint.select = values.texts(ConfigKeyId::select);
  settings.lint.ignore = values.texts(ConfigKeyId::ignore);
  for (const Said& said : values.of(ConfigKeyId::severity))
    settings.lint.severity.emplace_back(said.name, severity_of_word(said.value));
  for (const Said& said : values.of(ConfigKeyId::set))
    settings.lint.set.insert_or_assign(said.name, said.value);
  settings.fail_on = severity_of_word(text_of(values, ConfigKeyId::fail_on));
  settings.baseline = text_of(values, ConfigKeyId::baseline);
  settings.values = std::move(values);
  return settings;
}

}  // namespace hegui
