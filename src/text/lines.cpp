#include "text/lines.h"

#include <algorithm>

#include "text/unicode.h"

namespace hegui {

namespace {

constexpr std::size_t stride = 256;  // Bytes.

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
  // The next of either mark; most texts have only one of them, which is not looked for again.
  std::size_t feed = text.find('\n'), carriage = text.find('\r');
  while (feed != text.npos || carriage != text.npos) {
    std::size_t end = std::min(feed, carriage);
    if (carriage + 1 == feed) end = feed;
    if (end + 1 < text.size()) starts_.push_back(static_cast<std::uint32_t>(end + 1));
    if (feed <= end) feed = text.find('\n', end + 1);
    if (carriage <= end) carriage = text.find('\r', end + 1);
  }
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
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return {begin, end};
}

}  // namespace hegui
