#include "checks/width/full_width_digits.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/width/running_text.h"
#include "text/characters.h"
#include "text/neighbours.h"

namespace hegui {
namespace {

constexpr std::string_view half_width =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// Whether a text holds any of ０ to ９, Ａ to Ｚ, ａ to ｚ: three bytes, of which the
/// first marks full-width forms.
bool has_full_width_digits(std::string_view text) {
  for (std::size_t at = text.find('\xEF'); at != std::string_view::npos;
       at = text.find('\xEF', at + 1)) {
    const char32_t code = code_at(text, at);
    if ((code >= U'０' && code <= U'９') || (code >= U'Ａ' && code <= U'Ｚ') ||
        (code >= U'ａ' && code <= U'ｚ'))
      return true;
  }
  return false;
}

/// Where the number or word ends that begins there: with the point, the colon and the comma of
/// thousands inside of it, what joins parts of it in full width (Ａ－０１２), and the % behind.
/// What is folded to full width is a mark of the sentence.
std::size_t end_of_number(const Document& document, Span paragraph, std::size_t at) {
  const std::string_view text = document.slice(paragraph);
  const auto run = [&](std::size_t from) {
    return std::min(text.find_first_not_of(half_width, from), text.size());
  };
  const auto is_full_width = [&](std::size_t mark) {
    const auto begin = paragraph.begin + static_cast<std::uint32_t>(mark);
    return document.written({begin, begin + 1}).size() > 1;
  };
  std::size_t end = run(at);
  for (std::size_t next = 0; end + 1 < text.size(); end = next) {
    next = run(end + 1);
    if (next == end + 1) break;
    const char mark = text[end];
    const bool joins_digits = is_digit(text[end - 1]) && is_digit(text[end + 1]) &&
                              (mark == '.' || mark == ':' || (mark == ',' && next - end == 4));
    const bool joins_parts = (mark == '-' || mark == '/' || mark == '.') && is_full_width(end);
    if (!joins_digits && !joins_parts) break;
  }
  if (end < text.size() && text[end] == '%' && is_digit(text[end - 1])) ++end;
  return end;
}

}  // namespace

void check_digits(const Target& target, const Terms* except, Outcome& outcome) {
  if (!has_full_width_digits(target.document.plain)) return;
  const std::vector<Span> all = running_text(target);
  Exceptions exceptions(target, all, except);
  std::vector<Span> full;
  std::size_t half = 0;
  for (const Span paragraph : all) {
    const std::string_view text = target.document.slice(paragraph);
    for (std::size_t at = text.find_first_of(half_width); at != std::string_view::npos;) {
      const std::size_t end = end_of_number(target.document, paragraph, at);
      const Span number{paragraph.begin + static_cast<std::uint32_t>(at),
                        paragraph.begin + static_cast<std::uint32_t>(end)};
      if (!has_full_width_digits(target.document.written(number)))
        ++half;
      else if (!exceptions.hold(number))
        full.push_back(number);
      at = text.find_first_of(half_width, end);
    }
  }
  if (full.size() * 3 > half) return;
  for (const Span number : full) {
    const std::string right(target.document.slice(number));
    Problem problem{number, say("全角的“{}”应为“{}”", "full-width “{}” should be “{}”",
                                target.document.written(number), right)};
    problem.fix.edits.push_back({number, right});
    outcome.problems.push_back(std::move(problem));
  }
}

}  // namespace hegui
