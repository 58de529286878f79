// The reference in rules/README.md and the tables of the rule language say the same: what stands
// between <!-- keys: NAME --> and <!-- /keys --> is made of the tables, and of the sets that are
// built in. UPDATE_EXPECTED=1 writes it
// anew.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "dumps.h"
#include "ruleset/builtin.h"
#include "ruleset/language.h"
#include "text/strings.h"

namespace hegui {
namespace {

const std::string manual_path = HEGUI_ROOT "/rules/README.md";

const std::vector<const KeyTable*> tables = [] {
  std::vector<const KeyTable*> all{
      &rule_file_keys, &requirement_keys, &rung_keys,       &rest_keys,         &stands_keys,
      &check_keys,     &severity_keys,    &promise_keys,    &applies_when_keys, &variable_keys,
      &basis_keys,     &applies_keys,     &looks_like_keys, &or_headings_keys,  &condition_keys,
      &gate_keys,      &dictionary_keys,  &wrong_keys,      &title_keys,        &dated_keys};
  for (const CheckKind& kind : check_kinds())
    for (const Key& key : kind.keys)
      if (key.of) all.push_back(key.of);
  return all;
}();

/// `a`、`b`
std::string in_code(std::string_view words) {
  std::string text;
  for (const std::string_view word : words_of(words))
    text += fmt::format("{}`{}`", text.empty() ? "" : "、", word);
  return text;
}

bool has_word(std::string_view words, std::string_view word) {
  const auto all = words_of(words);
  return std::ranges::find(all, word) != all.end();
}

std::string range(const Key& key, std::string_view what, std::string_view unit) {
  if (std::isinf(key.most)) return fmt::format("{}，{} 起", what, key.least);
  return fmt::format("{}，{}{} 到 {}{}", what, key.least, unit, key.most, unit);
}

std::string value_of(const Key& key) {
  switch (key.type) {
    case KeyType::number: return range(key, "数字", "");
    case KeyType::whole: return range(key, "整数", "");
    case KeyType::percent: return range(key, "百分数", "%");
    case KeyType::word: return in_code(key.choices);
    case KeyType::text: return "文字";
    case KeyType::texts: return "文字，或列表";
    case KeyType::mark_pairs: return "两个标点，或列表";
    case KeyType::terms: return "词语";
    case KeyType::condition: return "条件";
    case KeyType::named: return "`{名称: 词语, …}`";
    case KeyType::flag: return "`true`、`false`";
    case KeyType::day: return "日期，如 `2026-01-31`、`{next}-01-31`";
    case KeyType::range: return "范围";
    case KeyType::list: return key.choices.empty() ? "列表" : "列表：" + in_code(key.choices);
    case KeyType::map: return "映射";
    case KeyType::word_or_map: return in_code(key.choices) + "，或映射";
    case KeyType::maps: return "映射的列表";
    case KeyType::dictionaries: return "词典名，或列表";
    case KeyType::named_maps: return "`{名称: 映射, …}`";
    case KeyType::named_texts_or_maps: return "`{名称: 映射或文字, …}`";
    case KeyType::named_numbers: return "`{名称: " + range(key, "数字", "") + ", …}`";
    case KeyType::changes: return "`{规则: 改动, …}`，改动是 " + in_code(key.choices) + "，或映射";
    case KeyType::part_checks:
    case KeyType::document_checks: return "检查的列表";
  }
  return {};
}

/// What is to be known of a key beside its meaning; `keys` are those of its map.
std::string conditions(const Key& key, std::span<const Key> keys) {
  std::string text;
  const auto add = [&](const std::string& more) { text += "；" + more; };
  if (key.presence == Presence::required) add("必写");
  std::vector<std::string_view> excluded = words_of(key.excludes);
  if (key.presence == Presence::one_of) {
    std::string others;
    bool only_one = true;
    for (const Key& other : keys) {
      if (other.presence != Presence::one_of || other.name == key.name) continue;
      const std::string_view name = other.name == "condition" ? condition_words : other.name;
      others += fmt::format("{}{}", others.empty() ? "" : "|", name);
      only_one =
          only_one && (has_word(key.excludes, other.name) || has_word(other.excludes, key.name));
    }
    add("与 " + in_code(others) + (only_one ? " 必有其一" : " 至少有一"));
    if (only_one) std::erase_if(excluded, [&](auto name) { return has_word(others, name); });
  }
  if (!key.needs.empty()) add("要有 " + in_code(key.needs));
  if (!excluded.empty()) add(fmt::format("不与 `{}` 同写", fmt::join(excluded, "`、`")));
  if (key.scope == Scope::part) add("只用于要求里的检查");
  if (key.scope == Scope::document) add("只用于全文检查");
  if (!key.fallback.empty()) add("不写是 `" + std::string(key.fallback) + "`");
  return text;
}

std::string row(std::span<const std::string> cells) {
  std::string text = "|";
  for (const std::string& cell : cells) {
    text += ' ';
    for (const char c : cell) text += c == '|' ? "\\|" : std::string(1, c);
    text += " |";
  }
  return text + "\n";
}

std::string head(std::span<const std::string> cells) {
  std::string text = row(cells) + "|";
  for (std::size_t i = 0; i < cells.size(); ++i) text += "---|";
  return text + "\n";
}

std::string table_of(const KeyTable& table) {
  std::string text = head(std::array<std::string, 3>{"键", "写什么", "意思"});
  for (const Key& key : table.keys)
    text += row(std::array{"`" + std::string(key.name) + "`", value_of(key),
                           std::string(key.zh) + conditions(key, table.keys)});
  return text;
}

std::string kinds() {
  std::string text = head(std::array<std::string, 4>{"种类", "查什么", "用于", "不写成映射时"});
  for (const CheckKind& kind : check_kinds()) {
    const Key* principal = kind.principal_key();
    std::string shorthand = "–";
    if (kind.is_condition())
      shorthand = "词语，就是 `any`";
    else if (principal)
      shorthand = value_of(*principal) + "，就是 `" + std::string(principal->name) + "`";
    text += row(std::array<std::string, 4>{"`" + std::string(kind.name) + "`", std::string(kind.zh),
                                           kind.scope == Scope::document ? "全文"
                                           : kind.scope == Scope::part   ? "要求"
                                                                         : "要求、全文",
                                           shorthand});
  }
  return text;
}

std::string kind_keys() {
  std::string text = head(std::array<std::string, 5>{"种类", "键", "在", "写什么", "意思"});
  for (const CheckKind& kind : check_kinds()) {
    std::string name = "`" + std::string(kind.name) + "`";
    for (const Key& key : kind.keys) {
      const bool spread = kind.is_condition() && &key == kind.principal_key();
      text +=
          row(std::array<std::string, 5>{name, in_code(spread ? condition_words : key.name),
                                         key.place == KeyPlace::inside ? "里" : "旁", value_of(key),
                                         std::string(key.zh) + conditions(key, kind.keys)});
      name.clear();
    }
  }
  return text;
}

/// The rules that a set brings itself, without those of the sets that it extends.
std::string own_ids(const RuleSet& set, const auto& rules) {
  std::string ids;
  for (const auto& one : rules)
    if (one.rule.id.starts_with(set.id + "/"))
      ids += (ids.empty() ? "" : "|") + one.rule.id.substr(set.id.size() + 1);
  return ids.empty() ? "–" : in_code(ids);
}

std::string sets() {
  std::string text = head(std::array<std::string, 4>{"规则集", "给", "要求", "全文检查"});
  for (const BuiltinRules& builtin : builtin_rules()) {
    const LoadedRules loaded = load_builtin(builtin.name);
    const RuleSet& set = loaded.rules.value();
    text += row(std::array{"`" + set.id + "`", set.title, own_ids(set, set.requirements),
                           own_ids(set, set.checks)});
  }
  return text;
}

std::string made(std::string_view name) {
  if (name == "sets") return sets();
  if (name == "kinds") return kinds();
  if (name == "kind-keys") return kind_keys();
  for (const KeyTable* table : tables)
    if (table->name == name) return table_of(*table);
  return {};
}

}  // namespace

TEST_CASE("the manual of rule sets says what the tables of keys say", "[rules][manual]") {
  constexpr std::string_view open = "<!-- keys: ", close = " -->\n", end = "<!-- /keys -->";
  const std::string manual = read_bytes(manual_path);
  const char* update = std::getenv("UPDATE_EXPECTED");
  const bool is_update = update && *update == '1';
  std::string mended;
  std::set<std::string> shown;
  std::size_t at = 0;
  for (std::size_t mark = manual.find(open); mark != std::string::npos;
       mark = manual.find(open, at)) {
    const std::size_t name_end = manual.find(close, mark);
    const std::size_t block_end = manual.find(end, mark);
    REQUIRE(name_end < block_end);
    REQUIRE(block_end != std::string::npos);
    const std::string name = manual.substr(mark + open.size(), name_end - mark - open.size());
    const std::string table = made(name);
    CAPTURE(name);
    REQUIRE(!table.empty());
    CHECK(shown.insert(name).second);
    const std::size_t block = name_end + close.size();
    INFO("UPDATE_EXPECTED=1 writes it anew");
    if (!is_update) CHECK(manual.substr(block, block_end - block) == "\n" + table + "\n");
    mended += manual.substr(at, block - at) + "\n" + table + "\n";
    at = block_end;
  }
  mended += manual.substr(at);
  if (is_update && mended != manual) {
    std::ofstream out(manual_path, std::ios::binary);
    out << mended;
    REQUIRE(out.good());
  }
  std::set<std::string> wanted{"sets", "kinds", "kind-keys"};
  for (const KeyTable* table : tables) wanted.insert(std::string(table->name));
  CHECK(shown == wanted);
}

TEST_CASE("a table names only keys that it has", "[rules][manual]") {
  const auto holds = [](std::span<const Key> keys) {
    for (const Key& key : keys) {
      CAPTURE(std::string(key.name));
      CHECK(!key.zh.empty());
      CHECK(!key.en.empty());
      std::vector<std::string_view> others = words_of(key.excludes);
      for (const std::string_view needed : words_of(key.needs)) others.push_back(needed);
      for (const std::string_view other : others) {
        CAPTURE(std::string(other));
        CHECK(other != key.name);
        const std::string_view name = other.substr(0, other.find(':'));
        CHECK(std::ranges::find(keys, name, &Key::name) != keys.end());
      }
      const auto choices = words_of(key.choices);
      if (key.type == KeyType::word && !key.fallback.empty())
        CHECK(std::ranges::find(choices, key.fallback) != choices.end());
    }
  };
  for (const KeyTable* table : tables) holds(table->keys);
  for (const CheckKind& kind : check_kinds()) {
    CAPTURE(std::string(kind.name));
    holds(kind.keys);
    CHECK(kind.principal.empty() == !kind.principal_key());
    // What its run function can be given.
    for (const Key& key : kind.keys) CHECK(key.type <= KeyType::dictionaries);
  }
}

}  // namespace hegui
