#include "checks/figures/amount_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "language/language_data.h"
#include "text/strings.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_noun = 36;  // Bytes, before a bracket.
constexpr double least_scale = 1e4;       // 万; thousands are marks inside the number: 1 204.

constexpr bool opens(char32_t code) { return code == U'（' || code == U'('; }
constexpr bool closes(char32_t code) { return code == U'）' || code == U')'; }

constexpr bool is_mark(char32_t code) {
  constexpr std::u32string_view marks = U"，。；：、！？,.;:!?（）()";
  return marks.find(code) != std::u32string_view::npos;
}

}  // namespace

AmountRow::AmountRow(const Document& document, Span sentence)
    : document_(document), sentence_(sentence), amounts_(amounts(document, sentence)) {
  const std::string_view text = document.slice(sentence);
  int depth = 0;
  std::size_t at = 0;
  for (const Amount& amount : amounts_) {
    while (at < amount.figure.span.begin - sentence.begin) {
      const char32_t code = next_code_point(text, at);
      depth += opens(code) ? 1 : closes(code) ? -1 : 0;
    }
    depths_.push_back(depth);
  }
}

std::string_view AmountRow::gap(std::size_t i) const {
  const std::uint32_t begin = i > 0 ? amounts_[i - 1].figure.span.end : sentence_.begin;
  return document_.slice({begin, std::max(begin, amounts_[i].figure.span.begin)});
}

std::string_view AmountRow::label(std::size_t i) const {
  const std::string_view text = gap(i);
  std::size_t begin = text.size();
  while (begin > 0) {
    std::size_t at = previous_code_point(text, begin);
    const std::size_t before = at;
    if (is_mark(next_code_point(text, at))) break;
    begin = before;
  }
  return text.substr(begin);
}

std::string_view AmountRow::noun(std::size_t i) const {
  const std::string_view text = document_.slice({amounts_[i].figure.span.end, sentence_.end});
  std::size_t end = 0;
  while (end < text.size()) {
    std::size_t next = end;
    if (is_mark(next_code_point(text, next))) break;
    end = next;
  }
  return text.substr(0, end);
}

bool AmountRow::opens_bracket(std::size_t i) const {
  if (i == 0 || depths_[i] != depths_[i - 1] + 1) return false;
  const std::string_view text = gap(i);
  for (std::size_t at = 0; at < text.size() && at <= longest_noun;) {
    const char32_t code = next_code_point(text, at);
    if (opens(code)) return true;
    if (is_mark(code)) return false;
  }
  return false;
}

bool AmountRow::leads_on(std::size_t i) const {
  return i + 1 < size() && label(i + 1).size() == gap(i + 1).size();
}

bool AmountRow::goes_on_openly(std::size_t i) const {
  const LanguageData& language = data_of(document_.language);
  return language.figures.and_so_on->matches(noun(i));
}

bool AmountRow::are_called_alike(const std::vector<std::size_t>& parts) const {
  const std::string_view one = label(parts[0]), other = label(parts[1]);
  if (one.empty() || other.empty()) return false;
  const std::string_view last = one.substr(previous_code_point(one, one.size())),
                         first = first_code_points(other, 1);
  return std::ranges::all_of(parts, [&](std::size_t i) { return label(i).ends_with(last); }) ||
         (one.find(first) != one.npos && std::ranges::all_of(parts, [&](std::size_t i) {
            return i == parts[0] || label(i).starts_with(first);
          }));
}

double AmountRow::sum(const std::vector<std::size_t>& parts) const {
  double sum = 0;
  for (const std::size_t part : parts) sum += amounts_[part].number.value;
  return sum;
}

double AmountRow::tolerance(const std::vector<std::size_t>& parts, std::size_t total) const {
  double steps = 0, coarsest = amounts_[total].number.step;
  for (const std::size_t part : parts) coarsest = std::max(coarsest, amounts_[part].number.step);
  // Numbers of one step add up exactly, but for what 0.1 + 0.2 is in binary.
  bool is_even = amounts_[total].number.step == coarsest && coarsest <= 1;
  for (const std::size_t part : parts) {
    steps += amounts_[part].number.step;
    is_even = is_even && amounts_[part].number.step == coarsest;
  }
  // Roundings of one step that differ by all that they could would have to be all the worst.
  return is_even ? coarsest / 4 : (steps + amounts_[total].number.step) / 2 - coarsest / 100;
}

std::string AmountRow::as_written(double value, std::size_t like) const {
  const std::string_view words = written(document_, amounts_[like]);
  double number = 0;
  const char* end = std::from_chars(words.data(), words.data() + words.size(), number).ptr;
  const double scale = std::round(number > 0 ? amounts_[like].number.value / number : 1);
  std::string_view rest = words.substr(static_cast<std::size_t>(end - words.data()));
  if (scale < least_scale || !rest.ends_with(amounts_[like].unit)) return number_text(value);
  rest.remove_suffix(amounts_[like].unit.size());
  return number_text(value / scale) + std::string(trimmed(rest));
}

std::string AmountRow::addition(const std::vector<std::size_t>& parts, std::size_t total) const {
  std::string text;
  for (const std::size_t part : parts) {
    if (!text.empty()) text += " + ";
    text += as_written(amounts_[part].number.value, total);
  }
  return text;
}

std::string number_text(double number) {
  std::string text = fmt::format("{:.2f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace hegui
