#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/source_file.h"

namespace hegui {

/// What a rule file says, whoever read it: YAML at run time, or the generator that compiles the
/// built-in sets in. Every value knows its place, so that errors can point at it.
struct Value {
  enum class Kind : std::uint8_t { scalar, list, map };
  struct Entry;

  Kind kind = Kind::scalar;
  bool quoted = false;  ///< A scalar in quotes, or a block scalar.
  SourcePlace place = {};
  std::string text = {};          ///< Of a scalar.
  std::vector<Value> items = {};  ///< Of a list.
  std::vector<Entry> entries;     ///< Of a map, in file order; a key may be there twice.

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }
  /// The first entry of that key, or null.
  const Value* find(std::string_view key) const;
  Value* find(std::string_view key);
  const Entry* find_entry(std::string_view key) const;
};

struct Value::Entry {
  std::string key = {};
  SourcePlace place = {};
  Value value = {};
};

inline const Value::Entry* Value::find_entry(std::string_view key) const {
  for (const Entry& entry : entries)
    if (entry.key == key) return &entry;
  return nullptr;
}

inline const Value* Value::find(std::string_view key) const {
  const Entry* entry = find_entry(key);
  return entry ? &entry->value : nullptr;
}

inline Value* Value::find(std::string_view key) {
  for (Entry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

}  // namespace hegui
