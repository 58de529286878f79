// A unified diff of a text and of itself with other words in its lines, which stay the lines that
// they are:
//
//   --- 报告.txt
//   +++ 报告.txt
//   @@ -3,2 +3,2 @@
//   -法制政府建设
//   +法治政府建设
//    （一）加强领导

#include "output/views/diff_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "text/printable.h"

namespace hegui {
namespace {

constexpr std::size_t context = 3;  // Lines around a change.

/// With their ends. As git and patch, which know no other line ends than LF.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

class DiffWriter {
 public:
  DiffWriter(std::vector<std::string_view> before, std::vector<std::string_view> after, bool color)
      : before_(std::move(before)), after_(std::move(after)), color_(color) {}

  std::string write(std::string_view path) {
    const std::string name = printable(path);
    for (std::size_t at = 0; (at = next_change(at)) < before_.size();) {
      if (out_.empty()) {
        put("\x1b[1m", "--- " + name + "\n");
        put("\x1b[1m", "+++ " + name + "\n");
      }
      at = write_hunk(at);
    }
    return std::move(out_);
  }

 private:
  std::size_t next_change(std::size_t from) const {
    while (from < before_.size() && before_[from] == after_[from]) ++from;
    return from;
  }

  /// From a change on, with those that are so near that their surroundings meet. Returns its end.
  std::size_t write_hunk(std::size_t first) {
    std::size_t last = first;  // Changed.
    for (std::size_t next = first; next < before_.size() && next <= last + 2 * context + 1;
         next = next_change(next + 1))
      last = next;
    const std::size_t begin = first - std::min(first, context);
    const std::size_t end = std::min(last + 1 + context, before_.size());
    const std::string range = fmt::format("{},{}", begin + 1, end - begin);
    put("\x1b[36m", fmt::format("@@ -{0} +{0} @@\n", range));
    for (std::size_t at = begin; at < end;) {
      if (before_[at] == after_[at]) {
        put_line(' ', before_[at++], "");
        continue;
      }
      std::size_t behind = at;
      while (behind < end && before_[behind] != after_[behind]) ++behind;
      for (std::size_t i = at; i < behind; ++i) put_line('-', before_[i], "\x1b[31m");
      for (std::size_t i = at; i < behind; ++i) put_line('+', after_[i], "\x1b[32m");
      at = behind;
    }
    return end;
  }

  void put_line(char sign, std::string_view line, std::string_view paint) {
    const bool is_ended = line.ends_with('\n');
    if (is_ended) line.remove_suffix(1);
    // Of a file with such line ends it is a part of the line, without which no patch fits.
    const bool has_return = line.ends_with('\r');
    if (has_return) line.remove_suffix(1);
    std::string words;
    // printable() makes a blank of a tab, which does no harm.
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', at), line.size());
      words += printable(line.substr(at, tab - at));
      if (tab < line.size()) words += '\t';
      at = tab + 1;
    }
    put(paint, sign + words + (has_return ? "\r" : "") + "\n");
    if (!is_ended) out_ += "\\ No newline at end of file\n";
  }

  void put(std::string_view paint, std::string_view line) {
    if (color_ && !paint.empty())
      fmt::format_to(std::back_inserter(out_), "{}{}\x1b[0m\n", paint,
                     line.substr(0, line.size() - 1));
    else
      out_ += line;
  }

  std::vector<std::string_view> before_, after_;
  bool color_;
  std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after,
                         bool color) {
  return DiffWriter(lines_of(before), lines_of(after), color).write(path);
}

}  // namespace hegui
