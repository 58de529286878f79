#include "output/parts/statistics.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "text/unicode.h"

namespace hegui {
namespace {

using Row = std::array<std::string, 4>;

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(count, 0)), ' ');
}

/// Words to the left, figures to the right.
void append_table(const std::vector<Row>& rows, std::size_t words, int ambiguous,
                  std::string& out) {
  std::array<int, 4> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i], ambiguous));
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding = blanks(widths[i] - display_width(row[i], ambiguous));
      out += i < words ? row[i] + padding : padding + row[i];
      out += i + 1 < row.size() ? "  " : "\n";
    }
  }
}

constexpr std::array<Label, step_names.size()> step_labels{{
    {"读规则、找文件", "rules, finding files"},
    {"读文件", "reading"},
    {"认结构", "outline"},
    {"选规则集", "choosing rules"},
    {"逐字查找", "words of all rules"},
    {"找各部分", "finding parts"},
    {"输出", "output"},
    {"其他", "the rest"},
}};

double milliseconds(std::chrono::nanoseconds time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

/// Of all that was measured, which is never nothing.
double share(const Spent& spent, const Times& times) {
  return milliseconds(spent.time) / milliseconds(times.total());
}

using SpentOnRule = std::pair<std::string_view, Spent>;

std::vector<SpentOnRule> dearest_first(const Times& times) {
  std::vector<SpentOnRule> rules(times.rules.begin(), times.rules.end());
  std::ranges::stable_sort(rules, std::greater(),
                           [](const SpentOnRule& rule) { return rule.second.time; });
  return rules;
}

/// Its rows add up to the last.
std::vector<Row> time_rows(const Times& times, Language language) {
  std::vector<Row> rows;
  const auto add = [&](std::string_view name, const Spent& spent) {
    rows.push_back({std::string(name), std::to_string(spent.documents),
                    fmt::format("{:.1f}", milliseconds(spent.time)),
                    fmt::format("{:.1f}%", 100 * share(spent, times))});
  };
  for (const auto& [rule, spent] : dearest_first(times)) add(rule, spent);
  for (std::size_t i = 0; i < step_labels.size(); ++i)
    add(step_labels[i].in(language), times.steps[i]);
  const std::size_t documents = times.steps[static_cast<std::size_t>(Step::reading)].documents;
  add(Label{"合计", "total"}.in(language), {documents, times.total()});
  return rows;
}

Json time_json(const Spent& spent, const Times& times, Json named) {
  named.append({{"documents", spent.documents},
                {"ms", milliseconds(spent.time)},
                {"share", share(spent, times)}});
  return named;
}

}  // namespace

void Statistics::add(const Review& review) {
  std::set<Key> seen;
  for (const Finding& finding : review.findings) {
    if (finding.suppressed) continue;
    const Key key(finding.rule, finding.severity);
    Count& count = counts_[key];
    ++count.findings;
    count.documents += seen.insert(key).second;
  }
}

/// What is as frequent as another stays in the order of the map, by rule; the graver comes first.
std::vector<std::pair<Statistics::Key, Statistics::Count>> Statistics::sorted() const {
  std::vector<std::pair<Key, Count>> sorted(counts_.begin(), counts_.end());
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) {
    if (a.second.findings != b.second.findings) return a.second.findings > b.second.findings;
    return std::get<Severity>(a.first) > std::get<Severity>(b.first);
  });
  return sorted;
}

void Statistics::append(const Summary& summary, const OutputOptions& options,
                        std::string& out) const {
  if (!options.statistics) return;
  const auto word = [&](std::string_view zh, std::string_view en) {
    return std::string(options.language == Language::zh ? zh : en);
  };
  if (!counts_.empty()) {
    std::vector<Row> rows{{word("规则", "rule"), word("轻重", "severity"), word("问题", "findings"),
                           word("文档", "documents")}};
    for (const auto& [key, count] : sorted())
      rows.push_back({std::get<std::string>(key), std::string(name_of(std::get<Severity>(key))),
                      std::to_string(count.findings), std::to_string(count.documents)});
    append_table(rows, 2, options.ambiguous, out);
    out += '\n';
  }
  std::vector<Row> rows = time_rows(summary.times, options.language);
  rows.insert(rows.begin(), Row{word("用时", "time"), word("文档", "documents"), word("毫秒", "ms"),
                                word("占比", "share")});
  append_table(rows, 1, options.ambiguous, out);
}

void Statistics::put(const Summary& summary, const OutputOptions& options, Json& json) const {
  if (!options.statistics) return;
  const Times& times = summary.times;
  Json findings = Json::array();
  for (const auto& [key, count] : sorted())
    findings.push_back({{"rule", std::get<std::string>(key)},
                        {"severity", name_of(std::get<Severity>(key))},
                        {"findings", count.findings},
                        {"documents", count.documents}});
  Json rules = Json::array();
  for (const auto& [rule, spent] : dearest_first(times))
    rules.push_back(time_json(spent, times, {{"rule", rule}}));
  Json steps = Json::array();
  for (std::size_t i = 0; i < step_names.size(); ++i)
    steps.push_back(time_json(times.steps[i], times, {{"step", step_names[i]}}));
  json["statistics"] = {{"findings", std::move(findings)},
                        {"rules", std::move(rules)},
                        {"steps", std::move(steps)},
                        {"ms", milliseconds(times.total())}};
}

}  // namespace hegui
