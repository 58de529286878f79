#include "ruleset/builtin.h"

#include <algorithm>

namespace hegui {
namespace {

/// Into `value`, which is new.
void take(std::span<const FlatValue> values, std::uint16_t file, std::size_t& at, Value& value) {
  const FlatValue& flat = values[at++];
  value.kind = flat.kind;
  value.quoted = flat.quoted;
  value.place = {file, flat.offset};
  value.text = flat.text.view();
  if (flat.kind == Value::Kind::list) {
    value.items.resize(flat.count);
    for (Value& item : value.items) take(values, file, at, item);
  } else if (flat.kind == Value::Kind::map) {
    value.entries.resize(flat.count / 2);
    for (Value::Entry& entry : value.entries) {
      const FlatValue& key = values[at++];
      entry.key = key.text.view();
      entry.place = {file, key.offset};
      take(values, file, at, entry.value);
    }
  }
}

}  // namespace

const BuiltinRules* find_builtin_rules(std::string_view name) {
  const auto all = builtin_rules();
  const auto found = std::ranges::find(all, name, &BuiltinRules::name);
  return found == all.end() ? nullptr : &*found;
}

Value unflatten(std::span<const FlatValue> values, std::uint16_t file,
                std::span<const std::string_view> keys) {
  std::size_t at = 0;
  if (values.empty()) return {.kind = Value::Kind::map};
  if (keys.empty()) {
    Value whole;
    take(values, file, at, whole);
    return whole;
  }
  Value root{.kind = Value::Kind::map, .place = {file, values[0].offset}};
  for (at = 1; at < values.size();) {
    const FlatValue& key = values[at++];
    if (std::ranges::find(keys, key.text.view()) == keys.end()) {
      at += values[at].nodes;
      continue;
    }
    Value::Entry& entry = root.entries.emplace_back();
    entry.key = key.text.view();
    entry.place = {file, key.offset};
    take(values, file, at, entry.value);
  }
  return root;
}

}  // namespace hegui
