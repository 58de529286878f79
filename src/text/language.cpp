#include "text/language.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <vector>

namespace hegui {
namespace {

/// Marks of one level; all are of three bytes.
struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr std::array<Quotes, 2> levels{{{"“", "”"}, {"‘", "’"}}};
constexpr std::size_t mark_size = 3;

}  // namespace

std::string with_nested_quotes(std::string text) {
  if (text.find("“") == text.rfind("“")) return text;
  std::vector<std::size_t> open;  // The levels of the marks that are not closed yet, as written.
  std::string nested = text;
  bool changed = false;
  for (std::size_t at = text.find("\xE2\x80"); at != std::string::npos;
       at = text.find("\xE2\x80", at + 1)) {
    const std::string_view mark = std::string_view(text).substr(at, mark_size);
    const auto opened = std::ranges::find(levels, mark, &Quotes::open);
    const auto closed = std::ranges::find(levels, mark, &Quotes::close);
    const auto put = [&](std::string_view Quotes::*side) {
      const std::string_view wanted = levels[(open.size() - 1) % levels.size()].*side;
      changed = changed || wanted != mark;
      nested.replace(at, mark_size, wanted);
    };
    if (opened != levels.end()) {
      // Outermost marks stay what they are: only inside of “ ” is it known what they should be.
      const auto level = static_cast<std::size_t>(opened - levels.begin());
      if (open.empty() && level > 0) continue;
      open.push_back(level);
      put(&Quotes::open);
    } else if (closed != levels.end()) {
      const auto level = static_cast<std::size_t>(closed - levels.begin());
      if (level > 0 && (open.empty() || open.back() != level)) continue;  // An apostrophe.
      if (open.empty() || open.back() != level) return text;
      put(&Quotes::close);
      open.pop_back();
    }
  }
  return changed && open.empty() ? nested : text;
}

Message about(const std::string& what, const Message& message) {
  return {what + "：" + message.zh, what + ": " + message.en};
}

Message either(const std::vector<std::string>& names) {
  if (names.size() < 2) return listed(names);
  return say("{} 或 {}", "{} or {}", listed({names.begin(), names.end() - 1}), names.back());
}

Message listed(const std::vector<std::string>& names) {
  return {fmt::format("{}", fmt::join(names, "、")), fmt::format("{}", fmt::join(names, ", "))};
}

}  // namespace hegui
