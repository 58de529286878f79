#include "checks/tables/table_lines.h"

#include <algorithm>

#include "document/numbering.h"
#include "text/strings.h"

namespace hegui {
namespace {

/// 总 计 → 总计
std::string without_blanks(std::string_view words) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  std::string kept;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const std::size_t next = std::min(words.find_first_not_of(' ', at), words.size());
    const bool is_apart =
        !kept.empty() && next < words.size() && is_ascii(kept.back()) && is_ascii(words[next]);
    if (words[at] != ' ' || (is_apart && next == at + 1)) kept += words[at];
  }
  return kept;
}

/// 总计（件） → 总计, （七）总计 → 总计
std::string_view without_number_and_remark(const LanguageData& language, std::string_view head) {
  if (head.ends_with("）") || head.ends_with(')')) {
    const std::size_t open = std::max(head.rfind("（") + 1, head.rfind('(') + 1);
    if (open > 1) head = trimmed(head.substr(0, open - 1));
  }
  const auto number = read_number(language, head, 0);
  return number && number->span.end < head.size() ? trimmed(head.substr(number->span.end)) : head;
}

bool is_whole(const Term& term, std::string_view head) {
  const auto hit = term.find(head, 0);
  return hit && hit->begin == 0 && hit->end == head.size();
}

}  // namespace

TableLines lines_of(const DataTable& table, Axis axis) {
  TableLines lines;
  if (axis == Axis::rows) {
    for (std::uint32_t row = 0; row < table.rows(); ++row)
      if (table.is_data_row(row)) lines.push_back({row, &table.row_heads(row), &table.language()});
  } else {
    for (std::uint32_t column = table.head_columns(); column < table.columns(); ++column)
      lines.push_back({column, &table.column_heads(column), &table.language()});
  }
  return lines;
}

bool names(const LanguageData& language, const Term& term, std::string_view head) {
  const std::string words = without_blanks(head);
  if (term.is_pattern()) return term.find(words, 0).has_value();
  return is_whole(term, words) || is_whole(term, without_number_and_remark(language, words));
}

bool names_line(const Term& term, const TableLine& line) {
  return std::ranges::any_of(
      *line.heads, [&](const std::string& head) { return names(*line.language, term, head); });
}

bool names_line(const Terms& terms, const TableLine& line) {
  return std::ranges::any_of(terms.list(),
                             [&](const SharedTerm& term) { return names_line(*term, line); });
}

bool names_innermost(const Terms& terms, const TableLine& line) {
  return !line.heads->empty() && std::ranges::any_of(terms.list(), [&](const SharedTerm& term) {
    return names(*line.language, *term, line.heads->back());
  });
}

std::optional<TableLines> lines_named(const TableLines& lines, const Terms& terms) {
  TableLines named;
  const std::vector<const Term*> wanted = terms.meant();
  std::vector<bool> found(wanted.size());
  for (const TableLine& line : lines) {
    bool is_named = false;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (names_line(*wanted[i], line)) is_named = found[i] = true;
    if (is_named) named.push_back(line);
  }
  if (named.empty() || std::ranges::find(found, false) != found.end()) return std::nullopt;
  return named;
}

}  // namespace hegui
