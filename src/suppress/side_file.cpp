#include "suppress/side_file.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>

#include "review/variables.h"
#include "text/fold.h"
#include "yaml/reader.h"

namespace hegui {
namespace {

constexpr std::size_t most_bytes = std::size_t{1} << 20;

constexpr std::array<std::string_view, 3> file_keys{"set", "suppress", "marks"};
constexpr std::array<std::string_view, 6> suppress_keys{"rule",   "at", "quote",
                                                        "reason", "by", "until"};
constexpr std::array<std::string_view, 4> mark_keys{"rule", "points", "reason", "by"};

bool is_blank(std::string_view text) {
  return compact(text).find_first_not_of("\t\r") == std::string::npos;
}

/// 2026-12-31, a day of the calendar.
bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9})
    if (text[i] < '0' || text[i] > '9') return false;
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::atoi(std::string(text.substr(at, size)).c_str());
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(8, 2)))};
  return day.ok();
}

class SideFileReader {
 public:
  SideFileReader(SideFile& side, const RuleIds& ids)
      : side_(side), ids_(ids), reader_(side.problems) {}

  void read(const Value& root) {
    if (!reader_.map(root, file_keys, say("旁注文件", "the side file"))) return;
    if (const Value* set = root.find("set")) read_set(*set);
    if (const Value* list = root.find("suppress"); list && reader_.list(*list, "suppress")) {
      if (list->items.size() > most_suppressions)
        return reader_.error(list->place,
                             say("抑制超过 {} 条", "more than {} suppressions", most_suppressions));
      for (const Value& entry : list->items) read_suppression(entry);
    }
    if (const Value* list = root.find("marks"); list && reader_.list(*list, "marks"))
      for (const Value& entry : list->items) read_mark(entry);
  }

 private:
  void read_set(const Value& set) {
    if (!reader_.names(set, "set")) return;
    for (const Value::Entry& entry : set.entries)
      if (auto value = reader_.text(entry.value); value && is_blank(*value))
        reader_.error(entry.place, say("“{}”没有值", "“{}” has no value", entry.key));
      else if (const auto message = too_long_value(entry.key, value.value_or("")))
        reader_.error(entry.value.place, *message);
      else if (value)
        side_.set.insert_or_assign(entry.key, std::move(*value));
  }

  void read_suppression(const Value& value) {
    if (!reader_.map(value, suppress_keys, "suppress")) return;
    SuppressionEntry entry{.said_at = value.place};
    entry.decision.source = Suppression::Source::side_file;
    entry.rule = read_rule(value);
    if (const Value* rule = value.find("rule")) entry.said_at = rule->place;
    if (const Value* at = value.find("at")) {
      entry.at = reader_.texts(*at);
      for (const std::string& heading : entry.at)
        if (is_blank(heading)) reader_.error(at->place, say("at 是空的", "at is empty"));
    }
    if (const Value* quote = value.find("quote")) entry.quote = read_quote(*quote);
    entry.decision.reason = required(value, "reason");
    entry.decision.by = optional(value, "by");
    entry.decision.until = optional(value, "until");
    if (const Value* until = value.find("until")) {
      entry.until_at = until->place;
      if (until->is_scalar() && !is_date(until->text))
        reader_.error(until->place,
                      say("“{}”不是日期，应写成 2026-12-31",
                          "“{}” is not a date; write it like 2026-12-31", until->text));
    }
    side_.suppress.push_back(std::move(entry));
  }

  void read_mark(const Value& value) {
    if (!reader_.map(value, mark_keys, "marks")) return;
    Mark mark;
    mark.rule = read_rule(value);
    if (!mark.rule.empty() &&
        std::ranges::find(ids_.requirements, mark.rule) == ids_.requirements.end())
      reader_.error(value.find("rule")->place,
                    say("{} 不是一项要求，不能打分",
                        "{} is not a requirement, so it cannot be given points", mark.rule));
    if (const Value* points = value.find("points"))
      mark.points = reader_.number(*points).value_or(0);
    else
      lacks(value, "points");
    mark.reason = required(value, "reason");
    mark.by = optional(value, "by");
    if (!mark.rule.empty() &&
        std::ranges::find(side_.marks, mark.rule, &Mark::rule) != side_.marks.end())
      reader_.error(value.place,
                    say("{} 已经打过分", "{} has already been given points", mark.rule));
    side_.marks.push_back(std::move(mark));
  }

  /// Empty if it is missing or unknown.
  std::string read_rule(const Value& value) {
    std::string rule = required(value, "rule");
    if (rule.empty() || std::ranges::find(ids_.all, rule) != ids_.all.end()) return rule;
    reader_.error(value.find("rule")->place, unknown_rule(rule, ids_.all));
    return {};
  }

  /// Outputs cut long quotes: … at either end stands for anything.
  std::string read_quote(const Value& value) {
    std::string_view quote;
    if (!reader_.text(value)) return {};
    quote = value.text;
    constexpr std::string_view cut = "…";
    while (quote.starts_with(cut)) quote.remove_prefix(cut.size());
    while (quote.ends_with(cut)) quote.remove_suffix(cut.size());
    if (is_blank(quote)) reader_.error(value.place, say("quote 是空的", "quote is empty"));
    return std::string(quote);
  }

  void lacks(const Value& value, std::string_view key) {
    reader_.error(value.place, say("缺少 {}", "{} is missing", key));
  }

  std::string required(const Value& value, std::string_view key) {
    const Value* found = value.find(key);
    if (!found || (found->is_scalar() && is_blank(found->text))) {
      lacks(value, key);
      return {};
    }
    return reader_.text(*found).value_or("");
  }

  std::string optional(const Value& value, std::string_view key) {
    const Value* found = value.find(key);
    return found ? reader_.text(*found).value_or("") : "";
  }

  SideFile& side_;
  const RuleIds& ids_;
  Reader reader_;
};

}  // namespace

SideFile read_side_file(std::string path, std::string source, const RuleIds& ids) {
  SideFile side;
  side.file = {.path = std::move(path), .source = std::move(source)};
  if (side.file.source.size() > most_bytes) {
    side.problems.push_back(
        {.message = say("文件超过 {} MiB", "the file is larger than {} MiB", most_bytes >> 20)});
    return side;
  }
  try {
    SideFileReader(side, ids).read(read_yaml(side.file.source));
  } catch (const NotYaml& error) {
    side.problems.push_back(error.problem);
  }
  std::ranges::stable_sort(side.problems, {}, &SourceProblem::place);
  return side;
}

}  // namespace hegui
