#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

namespace hegui {

/// What the value of a key of the rule language looks like.
enum class KeyType : std::uint8_t {
  // What checks are given.
  number,   ///< 0.5
  whole,    ///< 120
  percent,  ///< 50%
  word,     ///< one of Key::choices, separated by |
  text,
  texts,         ///< a list of texts, or one
  mark_pairs,    ///< a list of texts of two characters, or one
  terms,         ///< literals, '/patterns/', $lists
  condition,     ///< {any: …, all: …, none: …}; a bare list is `any`
  named,         ///< {name: [terms]}
  flag,          ///< true or false
  day,           ///< 2026-01-31, {next}-01-31
  map,           ///< of Key::of
  maps,          ///< a list of maps of Key::of
  dictionaries,  ///< names from `dictionaries`, or one
  // What else a rule file holds.
  range,        ///< 3, 1..2, 2016..
  list,         ///< of texts, never one alone; of Key::choices where there are some
  word_or_map,  ///< one of Key::choices, or a map of Key::of
  named_maps,   ///< {name: map of Key::of}
  named_texts_or_maps,
  named_numbers,    ///< {name: 90}
  changes,          ///< {SET/RULE: a severity, or what is merged into the rule}
  part_checks,      ///< a list of checks of a part
  document_checks,  ///< a list of checks of the whole document
};

/// What a check, or a key of one, is for.
enum class Scope : std::uint8_t { both, part, document };

/// Whether what is for `of` does something in a check of `scope`.
constexpr bool is_for(Scope scope, Scope of) { return of == Scope::both || of == scope; }

/// Where a key of a check stands: in the value of the kind, or beside it in the check.
enum class KeyPlace : std::uint8_t { inside, beside };

/// Whether a map can do without a key.
enum class Presence : std::uint8_t {
  optional,
  required,
  one_of,  ///< At least one of the keys that say so is there.
};

struct KeyTable;

/// One key of the rule language: of a kind of check, or of another map. The loader, the JSON Schema
/// (`hegui rules schema`) and the reference in rules/README.md read nothing else, so what a key is
/// for is said here and nowhere else.
struct Key {
  std::string_view name = {};
  KeyType type = KeyType::text;
  std::string_view zh = {};  ///< Of a check also read before the value: 汉字不少于 400.
  std::string_view en = {};
  KeyPlace place = KeyPlace::inside;
  std::string_view choices = {};
  std::string_view needs = {};  ///< Those, separated by |, without one of which it does nothing.
  /// Those, separated by |, beside any of which it does nothing; of=body: beside that value.
  std::string_view excludes = {};
  Presence presence = Presence::optional;
  Scope scope = Scope::both;
  double least = 0;  ///< Of a number, or of the N of N%.
  double most = std::numeric_limits<double>::infinity();
  std::string_view fallback = {};  ///< What holds where it is not given.
  const KeyTable* of = nullptr;
  bool takes_group = false;  ///< Of terms: what the first group of a pattern finds is read.
};

/// The keys of one map.
struct KeyTable {
  std::string_view name;  ///< In the schema and between the markers of the manual.
  std::span<const Key> keys;
};

/// The three keys of a condition.
inline constexpr std::string_view condition_words = "any|all|none";

}  // namespace hegui
