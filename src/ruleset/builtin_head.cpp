#include "ruleset/builtin_head.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "search/terms.h"

namespace hegui {
namespace {

/// The set and all that it extends, each once.
void add_names(const BuiltinRules& builtin, const Value& root, std::vector<SourceFile>& files) {
  files.push_back({.path = std::string(builtin.name)});
  const Value* bases = root.find("extends");
  if (!bases) return;
  for (const Value& base : bases->items) {
    const BuiltinRules* found = find_builtin_rules(base.text);
    if (!found || std::ranges::find(files, base.text, &SourceFile::path) != files.end()) continue;
    constexpr std::array<std::string_view, 1> keys{"extends"};
    add_names(*found, unflatten(found->values, 0, keys), files);
  }
}

/// The lists that a value names: $name, and {name} in patterns.
void add_lists(const Value& value, std::set<std::string, std::less<>>& names) {
  for (const Value& item : value.items) add_lists(item, names);
  for (const Value::Entry& entry : value.entries) add_lists(entry.value, names);
  if (value.text.starts_with('$')) names.insert(value.text.substr(1));
  for (const std::string_view name : variables_in(value.text)) names.emplace(name);
}

/// Of the word lists of a set those that `root` names, and those that these name.
Value terms_in(const BuiltinRules& builtin, const Value& root) {
  std::span<const FlatValue> lists;
  for (std::size_t at = 1; at < builtin.values.size(); at += builtin.values[at].nodes)
    if (const FlatValue& key = builtin.values[at++]; key.text.view() == "terms")
      lists = builtin.values.subspan(at, builtin.values[at].nodes);
  std::set<std::string, std::less<>> names;
  add_lists(root, names);
  Value terms{.kind = Value::Kind::map};
  for (std::size_t before = 0; before < names.size() && !lists.empty();) {
    before = names.size();
    const std::vector<std::string_view> wanted(names.begin(), names.end());
    terms = unflatten(lists, 0, wanted);
    add_lists(terms, names);
  }
  return terms;
}

}  // namespace

Value head_of(const BuiltinRules& builtin) {
  constexpr std::array<std::string_view, 10> keys{"hegui",     "id",      "title",   "language",
                                                  "extends",   "applies", "subject", "vars",
                                                  "furniture", "closing"};
  Value root = unflatten(builtin.values, 0, keys);
  root.entries.push_back({"terms", {}, terms_in(builtin, root)});
  return root;
}

std::vector<SourceFile> names_with_bases(const BuiltinRules& builtin) {
  constexpr std::array<std::string_view, 1> keys{"extends"};
  std::vector<SourceFile> names;
  add_names(builtin, unflatten(builtin.values, 0, keys), names);
  return names;
}

}  // namespace hegui
