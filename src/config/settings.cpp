#include "config/settings.h"

#include <algorithm>

namespace hegui {
namespace {

std::vector<std::string> texts_of(const Layer& values, ConfigKeyId key) {
  std::vector<std::string> texts;
  for (const Said& said : values.of(key)) texts.push_back(said.value);
  return texts;
}

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
  settings.sources.rules = texts_of(values, ConfigKeyId::rules);
  settings.sources.folders = texts_of(values, ConfigKeyId::rules_path);
  if (said_in_a_file(values.of(ConfigKeyId::rules)) ||
      said_in_a_file(values.of(ConfigKeyId::rules_path)))
    settings.sources.boundary = boundary;
  settings.lint.select = texts_of(values, ConfigKeyId::select);
  settings.lint.ignore = texts_of(values, ConfigKeyId::ignore);
  for (const Said& said : values.of(ConfigKeyId::severity))
    settings.lint.severity.emplace_back(said.name, said.value);
  for (const Said& said : values.of(ConfigKeyId::set))
    settings.lint.set.insert_or_assign(said.name, said.value);
  settings.fail_on = text_of(values, ConfigKeyId::fail_on);
  settings.baseline = text_of(values, ConfigKeyId::baseline);
  settings.values = std::move(values);
  return settings;
}

}  // namespace hegui
