#include "output/parts/statistics.h"

#include <algorithm>
#include <array>
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
void append_table(const std::vector<Row>& rows, int ambiguous, std::string& out) {
  std::array<int, 4> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], display_width(row[i], ambiguous));
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string padding = blanks(widths[i] - display_width(row[i], ambiguous));
      out += i < 2 ? row[i] + padding : padding + row[i];
      out += i + 1 < row.size() ? "  " : "\n";
    }
  }
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

void Statistics::append(const OutputOptions& options, std::string& out) const {
  if (counts_.empty()) return;
  std::vector<std::pair<Key, Count>> sorted(counts_.begin(), counts_.end());
  // What is as frequent as another stays in the order of the map, by rule; the graver comes first.
  std::ranges::stable_sort(sorted, [](const auto& a, const auto& b) {
    if (a.second.findings != b.second.findings) return a.second.findings > b.second.findings;
    return std::get<Severity>(a.first) > std::get<Severity>(b.first);
  });
  const auto word = [&](std::string_view zh, std::string_view en) {
    return std::string(options.language == Language::zh ? zh : en);
  };
  std::vector<Row> rows{{word("规则", "rule"), word("轻重", "severity"), word("问题", "findings"),
                         word("文档", "documents")}};
  for (const auto& [key, count] : sorted)
    rows.push_back({std::get<std::string>(key), std::string(name_of(std::get<Severity>(key))),
                    std::to_string(count.findings), std::to_string(count.documents)});
  append_table(rows, options.ambiguous, out);
}

}  // namespace hegui
