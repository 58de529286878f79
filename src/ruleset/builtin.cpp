#include "ruleset/builtin.h"

#include <algorithm>

namespace hegui {
namespace {

Value take(std::span<const FlatValue> values, std::uint16_t file, std::size_t& at) {
  const FlatValue& flat = values[at++];
  Value value{.kind = flat.kind,
              .quoted = flat.quoted,
              .place = {file, flat.offset},
              .text = std::string(flat.text.view())};
  if (flat.kind == Value::Kind::list) {
    value.items.reserve(flat.count);
    for (std::uint32_t i = 0; i < flat.count; ++i) value.items.push_back(take(values, file, at));
  } else if (flat.kind == Value::Kind::map) {
    value.entries.reserve(flat.count / 2);
    for (std::uint32_t i = 0; i < flat.count; i += 2) {
      const FlatValue& key = values[at++];
      value.entries.push_back(
          {std::string(key.text.view()), SourcePlace{file, key.offset}, take(values, file, at)});
    }
  }
  return value;
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
  if (keys.empty()) return take(values, file, at);
  Value root{.kind = Value::Kind::map, .place = {file, values[0].offset}};
  for (at = 1; at < values.size();) {
    const FlatValue& key = values[at++];
    if (std::ranges::find(keys, key.text.view()) == keys.end())
      at += values[at].nodes;
    else
      root.entries.push_back(
          {std::string(key.text.view()), SourcePlace{file, key.offset}, take(values, file, at)});
  }
  return root;
}

}  // namespace hegui
