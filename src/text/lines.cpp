#include "text/lines.h"

#include <algorithm>
#include <array>
#include <span>

#include "text/unicode.h"

namespace hegui {

namespace {

constexpr std::size_t stride = 256;  // Bytes.

constexpr std::array<std::string_view, 7> line_marks{"\n",     "\r",     "\v",    "\f",
                                                     "\u0085", "\u2028", "\u2029"};
constexpr std::span separators = std::span(line_marks).subspan<2>();

bool ends_with_mark(std::string_view text) {
  return std::ranges::any_of(line_marks,
                             [&](std::string_view mark) { return text.ends_with(mark); });
}

}  // namespace

void LineIndex::Counts::add(std::string_view text) {
  code_points += static_cast<std::uint32_t>(count_code_points(text));
  surrogate_pairs += static_cast<std::uint32_t>(count_surrogate_pairs(text));
}

LineIndex::LineIndex(std::string_view text) {
  Counts counts;
  counts_.reserve(text.size() / stride + 1);
  for (std::size_t at = 0; at < text.size(); at += stride) {
    counts_.push_back(counts);
    counts.add(text.substr(at, stride));
  }
  // The next of each mark; most texts have only one of them, and the others are not looked for
  // again.
  std::array<std::size_t, line_marks.size()> next;
  for (std::size_t i = 0; i < next.size(); ++i) next[i] = text.find(line_marks[i]);
  for (;;) {
    const auto first = static_cast<std::size_t>(std::ranges::min_element(next) - next.begin());
    const std::size_t at = next[first];
    if (at == text.npos) return;
    std::size_t end = at + line_marks[first].size();
    const bool before_end = end == text.size() || text[end] == '\n' || text[end] == '\r';
    const bool alone = line_marks[first] == "\f" && (at == starts_.back() || before_end);
    if (line_marks[first] == "\r" && end < text.size() && text[end] == '\n') ++end;
    if (!alone && end < text.size()) starts_.push_back(static_cast<std::uint32_t>(end));
    for (std::size_t i = 0; i < next.size(); ++i)
      if (next[i] < end) next[i] = text.find(line_marks[i], end);
  }
}

std::size_t separator_before(std::string_view text, std::uint32_t end) {
  for (const std::string_view mark : separators)
    if (text.substr(0, end).ends_with(mark)) return mark.size();
  return 0;
}

std::uint32_t LineIndex::line_at(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(starts_, offset);
  return static_cast<std::uint32_t>(after - starts_.begin());
}

Location LineIndex::locate(std::string_view text, std::uint32_t offset) const {
  const std::uint32_t line = line_at(offset);
  const std::uint32_t start = starts_[line - 1];
  // Most lines are short: counting them at once is quicker than asking the table.
  const std::uint32_t columns =
      offset - start < 2 * stride
          ? static_cast<std::uint32_t>(count_code_points(text.substr(start, offset - start)))
          : counts_before(text, offset).code_points - counts_before(text, start).code_points;
  return {line, columns + 1};
}

std::uint32_t LineIndex::offset_of(std::string_view text, Location at) const {
  const Span span = line(text, at.line);
  if (span.empty() || at.column <= 1) return span.begin;
  const std::uint32_t wanted = counts_before(text, span.begin).code_points + at.column - 1;
  // From the last stride that has no more before it.
  const auto after = std::ranges::upper_bound(counts_, wanted, {}, &Counts::code_points);
  const auto index = static_cast<std::size_t>(after - counts_.begin()) - 1;
  const std::size_t begin = index * stride;
  if (begin >= span.end) return span.end;
  const std::string_view rest = text.substr(begin, span.end - begin);
  const std::uint32_t left = wanted - counts_[index].code_points;
  return static_cast<std::uint32_t>(begin + first_code_points(rest, left).size());
}

std::uint32_t LineIndex::utf16_column(std::string_view text, std::uint32_t offset) const {
  const std::uint32_t start = starts_[line_at(offset) - 1];
  return counts_before(text, offset).utf16_units() - counts_before(text, start).utf16_units() + 1;
}

LineIndex::Counts LineIndex::counts_before(std::string_view text, std::uint32_t offset) const {
  if (counts_.empty()) return {};
  const std::size_t index = std::min<std::size_t>(offset / stride, counts_.size() - 1);
  const std::size_t begin = index * stride;
  Counts counts = counts_[index];
  counts.add(text.substr(begin, offset - begin));
  return counts;
}

Span LineIndex::line(std::string_view text, std::uint32_t line) const {
  if (line == 0 || line > count()) return {};
  const std::uint32_t begin = starts_[line - 1];
  auto end = line < count() ? starts_[line] : static_cast<std::uint32_t>(text.size());
  while (end > begin && ends_with_mark(text.substr(begin, end - begin)))
    end = static_cast<std::uint32_t>(previous_code_point(text, end));
  return {begin, end};
}

}  // namespace hegui
