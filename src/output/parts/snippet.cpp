#include "output/parts/snippet.h"

#include <algorithm>
#include <iterator>

#include "text/printable.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// A stretch of a line that fits, around the underlined one.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr int before_span = 12;         // Columns kept before the underlined words.
constexpr std::size_t short_start = 8;  // Bytes that may come to two columns.

Window window_around(std::string_view line, std::size_t begin, int room, int ambiguous) {
  Window window{begin, begin};
  int width = 0;
  // Characters without a width, of which a line may have any number, fill no room.
  const std::size_t most = 16 * static_cast<std::size_t>(room);
  while (window.begin > 0 && width < before_span && begin - window.begin < most) {
    const std::size_t before = previous_code_point(line, window.begin);
    std::size_t at = before;
    width += display_width(next_code_point(line, at), ambiguous);
    window.begin = before;
  }
  // A short stretch at the start is not worth an ellipsis.
  if (window.begin <= short_start) {
    const int start = display_width(line.substr(0, window.begin), ambiguous);
    if (start <= 2) {
      width += start;
      window.begin = 0;
    }
  }
  while (window.end < line.size() && window.end - begin < most) {
    std::size_t at = window.end;
    const int next = display_width(next_code_point(line, at), ambiguous);
    if (width + next > room) break;
    width += next;
    window.end = at;
  }
  return window;
}

std::string_view paint(bool color, std::string_view code) {
  return color ? code : std::string_view{};
}

}  // namespace

int gutter_of(const Review& review, const Finding& finding) {
  std::uint32_t largest = range_of(review, finding.place).begin.line;
  for (const Related& related : finding.related)
    largest = std::max(largest, range_of(review, related.place).begin.line);
  return static_cast<int>(std::max<std::size_t>(fmt::formatted_size("{}", largest) + 2, 5));
}

void append_snippet(const Review& review, const Place& place, char underline,
                    std::string_view label, int gutter, const OutputOptions& options,
                    std::string& out) {
  const Document& document = review.document;
  const LineRange range = range_of(review, place);
  const LineIndex& lines = document.lines;
  const Span line_span = lines.line(document.source, range.begin.line);
  // Tabs become one blank, so offsets into the shown line are counted, not copied.
  const std::string_view line =
      std::string_view(document.source).substr(line_span.begin, line_span.size());
  const auto offset_in_line = [&](Location at) {
    return at.line == range.begin.line ? lines.offset_of(document.source, at) - line_span.begin
                                       : line_span.size();
  };
  const std::size_t begin = offset_in_line(range.begin);
  std::size_t end = std::max<std::size_t>(begin, offset_in_line(range.end));

  const int room = std::max(30, options.columns - gutter - 8);
  const Window window = window_around(line, begin, room, options.ambiguous);
  end = std::min(end, window.end);
  const std::string before = printable(line.substr(window.begin, begin - window.begin));
  const std::string words = printable(line.substr(begin, end - begin));
  const std::string behind = printable(line.substr(end, window.end - end));
  const std::string_view head = window.begin > 0 ? "…" : "";
  const std::string_view tail = window.end < line.size() ? "…" : "";
  fmt::format_to(std::back_inserter(out), "{:>{}} | {}{}{}{}{}\n", range.begin.line, gutter, head,
                 before, words, behind, tail);

  const int indent =
      display_width(head, options.ambiguous) + display_width(before, options.ambiguous);
  const int length = std::max(1, display_width(words, options.ambiguous));
  fmt::format_to(std::back_inserter(out), "{:>{}} | {:>{}}{}{}{}{}{}\n", "", gutter, "", indent,
                 paint(options.color, underline == '^' ? "\x1b[1;31m" : "\x1b[36m"),
                 std::string(static_cast<std::size_t>(length), underline),
                 paint(options.color, "\x1b[0m"), label.empty() ? "" : " ", label);
}

}  // namespace hegui
