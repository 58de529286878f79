#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "search/embedded_text.h"
#include "yaml/value.h"

namespace hegui {

/// One node of a value tree laid out flat, parents first; made at build time by embed_rules.cpp.
/// Without pointers: the loader would have to mend each of them in every run.
struct FlatValue {
  Value::Kind kind;
  bool quoted;
  std::uint32_t offset;
  std::uint32_t count;  ///< Children: items of a list, key and value of a map one after another.
  std::uint32_t nodes;  ///< Of it and all below it.
  EmbeddedText text;
};

/// A rule set that the program carries.
struct BuiltinRules {
  std::string_view name;
  std::string_view source;  ///< The YAML text, for printing and for places of errors.
  std::span<const FlatValue> values;
};

std::span<const BuiltinRules> builtin_rules();
/// Null if there is none of that name.
const BuiltinRules* find_builtin_rules(std::string_view name);

/// The value tree again; `file` is what its places name. With `keys`, of the outermost map only
/// those.
Value unflatten(std::span<const FlatValue> values, std::uint16_t file = 0,
                std::span<const std::string_view> keys = {});

}  // namespace hegui
