// hegui rules schema: the tables of the rule language as a JSON Schema. What no schema of one file
// can say is left to `hegui rules check`: names that are not there, patterns, what extended sets
// bring, and which keys inside a kind go with which beside it.

#include "output/views/rules_schema.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "output/parts/json.h"
#include "ruleset/language.h"
#include "text/strings.h"

namespace hegui {
namespace {

Json reference(std::string_view name) { return {{"$ref", "#/definitions/" + std::string(name)}}; }

Json list_of(const Json& item) { return {{"type", "array"}, {"items", item}}; }

Json any_of(const std::vector<Json>& schemas) { return {{"anyOf", schemas}}; }

Json words(std::string_view choices) { return {{"enum", words_of(choices)}}; }

/// A map whose keys are names that the author gives.
Json named(const Json& value) { return {{"type", "object"}, {"additionalProperties", value}}; }

Json number(const Key& key, std::string_view type) {
  Json schema{{"type", type}, {"minimum", key.least}};
  if (std::isfinite(key.most)) schema["maximum"] = key.most;
  return schema;
}

Json key_schema(const Key& key) {
  switch (key.type) {
    case KeyType::number: return number(key, "number");
    case KeyType::whole: return number(key, "integer");
    case KeyType::percent: return reference("percent");
    case KeyType::word:
      // YAML reads hegui: 1 as a number.
      return key.choices == "1" ? Json{{"enum", Json::array({1, "1"})}} : words(key.choices);
    case KeyType::text: return reference(key.presence == Presence::optional ? "text" : "name");
    case KeyType::dictionaries: return any_of({reference("name"), list_of(reference("name"))});
    case KeyType::texts: return any_of({reference("text"), list_of(reference("text"))});
    case KeyType::mark_pairs: {
      const Json pair{{"type", "string"}, {"minLength", 2}, {"maxLength", 2}};
      return any_of({pair, list_of(pair)});
    }
    case KeyType::terms: return reference("terms");
    case KeyType::condition: return reference("condition");
    case KeyType::named: return named(reference("terms"));
    case KeyType::flag: return {{"type", "boolean"}};
    case KeyType::range: return reference("range");
    case KeyType::list:
      return list_of(key.choices.empty() ? reference("name") : words(key.choices));
    case KeyType::map: return reference(key.of->name);
    case KeyType::word_or_map: return any_of({words(key.choices), reference(key.of->name)});
    case KeyType::day: return reference("day");
    case KeyType::maps: return list_of(reference(key.of->name));
    case KeyType::named_maps: return named(reference(key.of->name));
    case KeyType::named_texts_or_maps:
      return named(any_of({reference("name"), reference(key.of->name)}));
    case KeyType::named_numbers: {
      Json schema = named(number(key, "number"));
      schema["minProperties"] = 1;
      return schema;
    }
    case KeyType::changes:
      return named(any_of({words(key.choices), Json{{"type", Json::array({"object", "array"})}}}));
    case KeyType::part_checks: return list_of(reference("part-check"));
    case KeyType::document_checks: return list_of(reference("document-check"));
  }
  return {};
}

Json described(Json schema, std::string_view zh, std::string_view en, std::string_view fallback) {
  std::string text = fmt::format("{} / {}", zh, en);
  if (!fallback.empty()) text += fmt::format(" ({})", fallback);
  // Draft-07 reads nothing beside a $ref, so it stands inside.
  return {{"allOf", Json::array({std::move(schema)})}, {"description", std::move(text)}};
}

/// A map with the keys that `add` gives it, and what they ask of each other.
class MapSchema {
 public:
  void add(const Key& key) {
    keys_.push_back(&key);
    properties_[std::string(key.name)] = described(key_schema(key), key.zh, key.en, key.fallback);
  }

  /// The keys of a condition in place of one that is one.
  void add_condition(const Key& condition) {
    keys_.push_back(&condition);
    for (const Key& key : condition_keys.keys)
      properties_[std::string(key.name)] = described(key_schema(key), key.zh, key.en, key.fallback);
    condition_ = &condition;
  }

  void require(std::string_view name, Json schema) {
    properties_[std::string(name)] = std::move(schema);
    required_.emplace_back(name);
  }

  Json schema() const {
    Json all{{"type", "object"}, {"properties", properties_}, {"additionalProperties", false}};
    std::vector<std::string> required = required_;
    std::vector<Json> one_of;
    for (const Key* key : keys_) {
      if (key->presence == Presence::required) required.emplace_back(key->name);
      for (const std::string_view name : names(*key)) {
        if (key->presence == Presence::one_of) one_of.push_back(has(name));
        if (auto together = combination(*key)) all["dependencies"][name] = std::move(*together);
      }
    }
    if (!required.empty()) all["required"] = required;
    if (!one_of.empty()) all["anyOf"] = one_of;
    return all;
  }

 private:
  std::vector<std::string_view> names(const Key& key) const {
    return &key == condition_ ? words_of(condition_words) : std::vector{key.name};
  }

  static Json has(std::string_view name) { return {{"required", Json::array({name})}}; }

  /// Of the keys that it needs or excludes, those that stand in the same map; nothing without any.
  std::optional<Json> combination(const Key& key) const {
    const auto those_here = [&](std::string_view keys) {
      std::vector<Json> here;
      for (const std::string_view name : words_of(keys))
        if (std::ranges::find(keys_, name, &Key::name) != keys_.end()) here.push_back(has(name));
      return here;
    };
    const std::vector<Json> needed = those_here(key.needs), excluded = those_here(key.excludes);
    if (needed.empty() && excluded.empty()) return std::nullopt;
    Json schema = Json::object();
    if (!needed.empty()) schema["anyOf"] = needed;
    if (!excluded.empty()) schema["not"] = any_of(excluded);
    return schema;
  }

  std::vector<const Key*> keys_;
  const Key* condition_ = nullptr;
  Json properties_ = Json::object();
  std::vector<std::string> required_;
};

Json map_schema(std::span<const Key> keys) {
  MapSchema map;
  for (const Key& key : keys) map.add(key);
  return map.schema();
}

/// What stands behind the name of a kind: its map, or the value of its principal key.
Json kind_value(const CheckKind& kind, Scope scope) {
  MapSchema map;
  const Key* principal = kind.principal_key();
  for (const Key& key : kind.keys) {
    if (key.place != KeyPlace::inside || !is_for(scope, key.scope)) continue;
    if (&key == principal && kind.is_condition())
      map.add_condition(key);
    else
      map.add(key);
  }
  if (!principal) return map.schema();
  return any_of({kind.is_condition() ? reference("terms") : key_schema(*principal), map.schema()});
}

Json check_schema(Scope scope) {
  std::vector<Json> kinds;
  for (const CheckKind& kind : check_kinds()) {
    if (!is_for(scope, kind.scope)) continue;
    MapSchema check;
    check.require(kind.name, described(kind_value(kind, scope), kind.zh, kind.en, {}));
    for (const Key& key : kind.keys)
      if (key.place == KeyPlace::beside && is_for(scope, key.scope)) check.add(key);
    for (const Key& key : check_keys.keys)
      if (is_for(scope, key.scope)) check.add(key);
    kinds.push_back(check.schema());
  }
  return any_of(std::move(kinds));
}

/// What is no map.
void define_values(Json& definitions) {
  // YAML reads title: 2024 as a number; hegui takes every scalar as it is written.
  const Json scalar{{"type", Json::array({"string", "number", "boolean"})}, {"minLength", 1}};
  definitions["text"] = Json{{"type", Json::array({"string", "number", "boolean", "null"})}};
  definitions["name"] = scalar;
  definitions["terms"] = any_of({scalar, list_of(reference("terms"))});
  const auto pattern = [](std::string_view text) {
    return Json{{"type", "string"}, {"pattern", text}};
  };
  definitions["day"] = pattern(R"(^([0-9]{4}|\{[^{}]+\})-[0-9]{2}-[0-9]{2}$)");
  definitions["percent"] = pattern(R"(^(100|[0-9]{1,2})(\.[0-9]+)?%$)");
  definitions["range"] =
      any_of({Json{{"type", "integer"}}, pattern(R"(^([0-9]+|[0-9]+\.\.[0-9]*|\.\.[0-9]+)$)")});
}

}  // namespace

void write_rules_schema(std::string& out) {
  Json definitions;
  define_values(definitions);
  Json condition = map_schema(condition_keys.keys);
  condition["minProperties"] = 1;
  definitions["condition"] = any_of({reference("terms"), std::move(condition)});
  for (const KeyTable* table :
       {&requirement_keys, &rung_keys, &rest_keys, &stands_keys, &severity_keys, &promise_keys,
        &applies_when_keys, &variable_keys, &basis_keys, &applies_keys, &looks_like_keys,
        &or_headings_keys, &gate_keys, &dictionary_keys, &wrong_keys, &title_keys, &dated_keys})
    definitions[std::string(table->name)] = map_schema(table->keys);
  for (const CheckKind& kind : check_kinds())
    for (const Key& key : kind.keys)
      if (key.of) definitions[std::string(key.of->name)] = map_schema(key.of->keys);
  definitions["part-check"] = check_schema(Scope::part);
  definitions["document-check"] = check_schema(Scope::document);
  Json root{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "hegui rules"}};
  root.append(map_schema(rule_file_keys.keys));
  root["definitions"] = std::move(definitions);
  out += root.text(2) + "\n";
}

}  // namespace hegui
