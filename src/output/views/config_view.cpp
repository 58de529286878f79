// hegui config: all of it is made of the table config_keys.

#include "output/views/config_view.h"

#include <algorithm>

#include "config/config.h"
#include "output/parts/json.h"
#include "text/printable.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

std::string origin_text(const Origin& origin, Language language) {
  switch (origin.kind) {
    case Origin::Kind::built_in: return say("默认", "default").in(language);
    case Origin::Kind::file:
      return fmt::format("{}:{}:{}", printable(origin.name), origin.at.line, origin.at.column);
    case Origin::Kind::option: return origin.name;
  }
  return {};
}

Json origin_json(const Origin& origin) {
  switch (origin.kind) {
    case Origin::Kind::built_in: return {{"kind", "built-in"}};
    case Origin::Kind::file:
      return {{"kind", "file"},
              {"path", origin.name},
              {"line", origin.at.line},
              {"column", origin.at.column}};
    case Origin::Kind::option: return {{"kind", "option"}, {"name", origin.name}};
  }
  return {};
}

std::string shown(const Said& said) {
  return printable(said.name.empty() ? said.value : said.name + ": " + said.value);
}

/// What holds where nobody says anything.
Message default_of(ConfigKeyId key) {
  switch (key) {
    case ConfigKeyId::rules: return say("（看标题选自带的）", "(built in, chosen by title)");
    case ConfigKeyId::select: return say("（全部）", "(all)");
    case ConfigKeyId::rules_path:
    case ConfigKeyId::ignore:
    case ConfigKeyId::severity:
    case ConfigKeyId::set:
    case ConfigKeyId::fail_on:
    case ConfigKeyId::baseline:
    case ConfigKeyId::exclude: return say("（无）", "(none)");
  }
  return {};
}

Json text_schema(std::string_view choices) {
  if (!choices.empty()) return {{"enum", split(choices, '|')}};
  // YAML reads year: 2024 as a number; hegui takes it as it is written.
  return {{"type", Json::array({"string", "number"})}, {"minLength", 1}};
}

Json list_schema(const Json& item) {
  return {{"anyOf", Json::array({item, {{"type", "array"}, {"items", item}}})}};
}

Json key_schema(const ConfigKey& key) {
  Json schema;
  switch (key.type) {
    case ConfigType::text: schema = text_schema(key.choices); break;
    case ConfigType::texts: schema = list_schema(text_schema(key.choices)); break;
    case ConfigType::named:
      schema = {{"type", "object"}, {"additionalProperties", text_schema(key.choices)}};
      break;
  }
  schema["description"] = std::string(key.zh) + " / " + std::string(key.en);
  return schema;
}

Json described(Json schema, std::string_view summary) {
  schema["description"] = summary;
  return schema;
}

}  // namespace

void write_settings_text(const std::string& path, std::span<const SourceFile> files,
                         const Settings& settings, const OutputOptions& options, std::string& out) {
  const auto in = [&](const Message& message) { return message.in(options.language); };
  const auto line = [&](std::string_view text) { out += std::string(text) + "\n"; };
  line(in(say("用于：{}", "For: {}", printable(path))));
  if (files.empty()) line(in(say("配置文件：没有", "Configuration: none")));
  for (const SourceFile& file : files)
    line(in(&file == files.data() ? say("配置文件：{}", "Configuration: {}", printable(file.path))
                                  : say("　　　沿用：{}", "  extends: {}", printable(file.path))));
  line("");
  std::size_t name_width = 0;
  int value_width = 0;
  for (std::size_t i = 0; i < config_keys.size(); ++i) {
    name_width = std::max(name_width, config_keys[i].name.size());
    for (const Said& said : settings.values.of(static_cast<ConfigKeyId>(i)))
      value_width = std::max(value_width, display_width(shown(said), options.ambiguous));
  }
  value_width = std::min(value_width, 40);
  for (std::size_t i = 0; i < config_keys.size(); ++i) {
    const auto id = static_cast<ConfigKeyId>(i);
    std::string name(config_keys[i].name);
    if (settings.values.of(id).empty())
      line(fmt::format("{:<{}}  {}", name, name_width, in(default_of(id))));
    for (const Said& said : settings.values.of(id)) {
      const std::string value = shown(said);
      const int padding = value_width - display_width(value, options.ambiguous);
      line(fmt::format("{:<{}}  {}{:{}}  {}", name, name_width, value, "", std::max(padding, 0),
                       origin_text(said.origin, options.language)));
      name.clear();
    }
  }
}

void write_settings_json(const std::string& path, std::span<const SourceFile> files,
                         const Settings& settings, std::string& out) {
  Json root{{"schema", 1}, {"path", path}, {"files", Json::array()}};
  for (const SourceFile& file : files) root["files"].push_back(file.path);
  for (std::size_t i = 0; i < config_keys.size(); ++i) {
    Json all = Json::array();
    for (const Said& said : settings.values.of(static_cast<ConfigKeyId>(i))) {
      Json one;
      if (!said.name.empty()) one["name"] = said.name;
      one["value"] = said.value;
      one["origin"] = origin_json(said.origin);
      all.push_back(std::move(one));
    }
    root["settings"][std::string(config_keys[i].name)] = std::move(all);
  }
  out += root.text(2) + "\n";
}

void write_config_schema(std::string& out) {
  const Json text = text_schema({});
  Json keys, override_keys{{"files", described(list_schema(text), files_summary)}};
  for (std::size_t i = 0; i < config_keys.size(); ++i) {
    const std::string name(config_keys[i].name);
    keys[name] = key_schema(config_keys[i]);
    if (may_override(static_cast<ConfigKeyId>(i))) override_keys[name] = keys[name];
  }
  keys["extends"] = described(list_schema(text), extends_summary);
  const Json one_override{{"type", "object"},
                          {"properties", override_keys},
                          {"required", Json::array({"files"})},
                          {"additionalProperties", false}};
  keys["overrides"] = described({{"type", "array"}, {"items", one_override}}, overrides_summary);
  const Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                  {"title", ".hegui.yaml"},
                  {"type", "object"},
                  {"properties", keys},
                  {"additionalProperties", false}};
  out += root.text(2) + "\n";
}

}  // namespace hegui
