// What is to be said of all maps of the rule language alike, by their tables.

#include "ruleset/read_map.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "text/strings.h"

namespace hegui {
namespace {

/// How the key is written: a condition of a kind as the words that stand in its map.
std::vector<std::string_view> written_names(const Key& key) {
  return key.type == KeyType::condition && key.name == "condition" ? words_of(condition_words)
                                                                   : std::vector{key.name};
}

/// `hegui: 1` for a key that can have but one value.
std::string shown(const Key& key) {
  const bool one_value = key.presence == Presence::required && !key.choices.empty() &&
                         key.choices.find('|') == std::string_view::npos;
  return std::string(key.name) + (one_value ? ": " + std::string(key.choices) : "");
}

void say_missing(Reader& reader, std::span<const std::string> names, SourcePlace place,
                 const Where& where) {
  if (names.size() == 1 && names.front().find(": ") != std::string::npos)
    return reader.error(place, say("{0}缺少 {1}", "{2} must have the line “{1}”", where.text.zh,
                                   names.front(), where.text.en));
  const bool is_key = where.text.zh == where.text.en;  // No blank between Chinese words.
  reader.error(place, say("{0}{1}缺少 {2}", "{0} lacks {2}", where.text, is_key ? " " : "",
                          either({names.begin(), names.end()})));
}

}  // namespace

void refuse_combinations(Reader& reader, std::span<const Key> keys, std::span<const GivenKey> given,
                         std::optional<SourcePlace> lacks, const Where& where) {
  const auto has = [&](std::string_view wanted) {
    return std::ranges::any_of(given, [&](const GivenKey& one) {
      if (!wanted.starts_with(one.key->name)) return false;
      const std::string_view more = wanted.substr(one.key->name.size());  // `: value`, or none.
      return more.empty() || (more.starts_with(": ") && more.substr(2) == one.value);
    });
  };
  std::vector<std::string> alternatives;
  std::vector<std::string_view> absent;
  for (const Key& key : keys) {
    if (lacks && key.presence == Presence::required && !has(key.name))
      say_missing(reader, std::array{shown(key)}, *lacks, where);
    if (key.presence != Presence::one_of) continue;
    absent.push_back(key.name);
    for (const std::string_view name : written_names(key)) alternatives.emplace_back(name);
  }
  if (std::ranges::any_of(absent, has)) absent.clear();
  if (lacks && !absent.empty()) say_missing(reader, alternatives, *lacks, where);
  for (const GivenKey& one : given) {
    const auto needed = words_of(one.key->needs);
    const auto is_told = [&](std::string_view name) {
      return std::ranges::find(absent, name) != absent.end();
    };
    // That none of the alternatives is there is told once.
    if (!needed.empty() && std::ranges::none_of(needed, has) &&
        std::ranges::none_of(needed, is_told))
      reader.error(one.place, say("没有 {1} 时，{0} 不起作用", "{0} has no effect without {1}",
                                  one.name, either({needed.begin(), needed.end()})));
    const auto others = words_of(one.key->excludes);
    if (const auto other = std::ranges::find_if(others, has); other != others.end())
      reader.error(one.place,
                   say("有 {1} 时，{0} 不起作用", "{} has no effect beside {}", one.name, *other));
  }
}

bool read_map(Reader& reader, const Value& value, const KeyTable& table, const Where& where) {
  std::vector<std::string_view> names;
  for (const Key& key : table.keys) names.push_back(key.name);
  if (!reader.map(value, names, where)) return false;
  std::vector<GivenKey> given;
  for (const Value::Entry& entry : value.entries)
    if (const auto key = std::ranges::find(table.keys, entry.key, &Key::name);
        key != table.keys.end())
      given.push_back({&*key, entry.key, entry.place, entry.value.text});
  // A misspelt key would be missing, too: one cause, one error.
  const bool all_known = given.size() == value.entries.size();
  refuse_combinations(reader, table.keys, given,
                      all_known ? std::optional(value.place) : std::nullopt, where);
  return true;
}

std::optional<double> read_number(Reader& reader, const Value& value, const Key& key) {
  const bool is_percent = key.type == KeyType::percent;
  const auto number = is_percent ? reader.percent(value) : reader.number(value);
  if (!number) return std::nullopt;
  const std::string_view unit = is_percent ? "%" : "";
  const double shown = is_percent ? *number * 100 : *number;
  if (key.type == KeyType::whole && *number != std::floor(*number))
    reader.error(value.place, say("应是整数", "expected a whole number"));
  else if (shown >= key.least && shown <= key.most)
    return number;
  else if (std::isinf(key.most))
    reader.error(value.place, say("应不小于 {}", "must be {} or more", key.least));
  else
    reader.error(value.place, say("应在 {0}{2} 和 {1}{2} 之间", "must be between {0}{2} and {1}{2}",
                                  key.least, key.most, unit));
  return std::nullopt;
}

}  // namespace hegui
