#include "text/lines.h"

#include <algorithm>

#include "text/unicode.h"

namespace hegui {

namespace {

constexpr std::size_t stride = 1024;  // Bytes.

}  // namespace

LineIndex::LineIndex(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += stride) {
    counts_.push_back(static_cast<std::uint32_t>(count));
    count += count_code_points(text.substr(at, stride));
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\n' && text[at] != '\r') continue;
    if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') ++at;
    if (at + 1 < text.size()) starts_.push_back(static_cast<std::uint32_t>(at + 1));
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
          : code_points_before(text, offset) - code_points_before(text, start);
  return {line, columns + 1};
}

std::uint32_t LineIndex::code_points_before(std::string_view text, std::uint32_t offset) const {
  const std::size_t index = std::min<std::size_t>(offset / stride, counts_.size() - 1);
  const std::size_t begin = index * stride;
  return counts_[index] +
         static_cast<std::uint32_t>(count_code_points(text.substr(begin, offset - begin)));
}

Span LineIndex::line(std::string_view text, std::uint32_t line) const {
  if (line == 0 || line > count()) return {};
  const std::uint32_t begin = starts_[line - 1];
  auto end = line < count() ? starts_[line] : static_cast<std::uint32_t>(text.size());
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return {begin, end};
}

}  // namespace hegui
