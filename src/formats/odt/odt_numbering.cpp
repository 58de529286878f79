#include "formats/odt/odt_numbering.h"

#include <algorithm>
#include <utility>

#include "formats/docx/docx_numbering.h"
#include "formats/xml.h"
#include "text/utf8.h"

namespace hegui {
namespace {

using namespace std::string_view_literals;

/// style:num-format is 1, a, A, i or I, or begins as the numbers do: 一, 二, 三, ...
/// The right column is of ST_NumberFormat, in which a DOCX says the same.
constexpr std::array forms{
    std::pair{"1"sv, "decimal"sv},
    std::pair{"a"sv, "lowerLetter"sv},
    std::pair{"A"sv, "upperLetter"sv},
    std::pair{"i"sv, "lowerRoman"sv},
    std::pair{"I"sv, "upperRoman"sv},
    std::pair{"01, "sv, "decimalZero"sv},
    std::pair{"一, 二"sv, "chineseCountingThousand"sv},
    std::pair{"壹, 贰"sv, "chineseLegalSimplified"sv},
    std::pair{"壹, 貳"sv, "ideographLegalTraditional"sv},
    std::pair{"甲, 乙"sv, "ideographTraditional"sv},
    std::pair{"子, 丑"sv, "ideographZodiac"sv},
    std::pair{"①, ②"sv, "decimalEnclosedCircle"sv},
    std::pair{"１, ２"sv, "decimalFullWidth"sv},
};

/// A … Z, AA, AB …; that AA, BB … is asked for apart (style:num-letter-sync).
std::string counted_letters(int number, char first) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26)
    text.insert(text.begin(), static_cast<char>(first + (number - 1) % 26));
  return text;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

}  // namespace

OdtNumbering::Level OdtNumbering::read_level(pugi::xml_node node) {
  constexpr int most = 1'000'000;
  Level level;
  const std::string_view kind = local_name(node);
  level.is_bullet = kind.ends_with("bullet") || kind.ends_with("image");
  level.start = std::clamp(number_attribute(node, "start-value", 1), 0, most);
  level.shown_levels = std::clamp(number_attribute(node, "display-levels", 1), 1, levels);
  level.repeats_letters = attribute(node, "num-letter-sync") == "true";
  level.form = attribute(node, "num-format");
  constexpr std::size_t longest = 64;
  const auto words = [&](std::string_view name) {
    std::string text;
    append_words(text, attribute(node, name));
    return std::string(first_code_points(text, longest));
  };
  level.prefix = words("num-prefix");
  level.suffix = words("num-suffix");
  level.pattern = words("num-list-format");
  const pugi::xml_node alignment =
      child(child(node, "list-level-properties"), "list-level-label-alignment");
  level.is_joined = attribute(alignment, "label-followed-by") == "nothing";
  return level;
}

void OdtNumbering::add(pugi::xml_node node) {
  for (const pugi::xml_node style : node.children()) {
    const bool is_outline = local_name(style) == "outline-style";
    if (!is_outline && local_name(style) != "list-style") continue;
    Style own;
    for (const pugi::xml_node level : style.children()) {
      const int at = number_attribute(level, "level", 0);
      if (at >= 1 && at <= levels) own[static_cast<std::size_t>(at - 1)] = read_level(level);
    }
    if (is_outline) styles_.insert_or_assign("", own);
    styles_.insert_or_assign(std::string(attribute(style, "name")), std::move(own));
  }
}

OdtNumbering::Counters& OdtNumbering::list(pugi::xml_node node, std::string_view style) {
  Counters* counters = nullptr;
  if (const auto earlier = by_id_.find(attribute(node, "continue-list")); earlier != by_id_.end())
    counters = earlier->second;
  if (counters == nullptr && attribute(node, "continue-numbering") == "true")
    if (const auto earlier = by_style_.find(style); earlier != by_style_.end())
      counters = earlier->second;
  if (counters == nullptr) counters = &lists_.emplace_back();
  if (const std::string_view id = attribute(node, "id"); !id.empty())
    by_id_.insert_or_assign(std::string(id), counters);
  by_style_.insert_or_assign(std::string(style), counters);
  return *counters;
}

OdtNumbering::Counters& OdtNumbering::numbered_paragraphs(std::string_view id) {
  if (const auto earlier = by_id_.find(id); earlier != by_id_.end()) return *earlier->second;
  return *by_id_.emplace(std::string(id), &lists_.emplace_back()).first->second;
}

std::string OdtNumbering::next(std::string_view style, Counters& counters, int level,
                               std::optional<int> start) const {
  const auto found = styles_.find(style);
  if (found == styles_.end() || level < 1 || level > levels) return {};
  const auto at = static_cast<std::size_t>(level - 1);
  const Level& own = found->second[at];
  int& count = counters.counts[at];
  if (start)
    count = *start;
  else if (!counters.are_used[at])
    count = own.start;
  else if (count < 1'000'000'000)  // A hostile file may start near the end of int.
    ++count;
  counters.are_used[at] = true;
  std::fill(counters.are_used.begin() + level, counters.are_used.end(), false);
  // Above an item without one above it stand first ones.
  for (std::size_t above = 0; above < at; ++above)
    if (!std::exchange(counters.are_used[above], true))
      counters.counts[above] = found->second[above].start;
  if (own.is_bullet) return "• ";
  std::string text = label(found->second, counters, at);
  // Behind a Chinese mark a tab is not to be told from the mark's own white space.
  if (!own.is_joined && !text.empty() && static_cast<unsigned char>(text.back()) < 0x80 &&
      text.back() != ' ')
    text += ' ';
  return text;
}

std::string OdtNumbering::label(const Style& style, const Counters& counters, std::size_t at) {
  const Level& own = style[at];
  if (!own.pattern.empty()) {
    std::string text = own.pattern;
    for (std::size_t level = 0; level <= at; ++level)
      replace_all(text, "%" + std::to_string(level + 1) + "%",
                  written(style[level], counters.counts[level]));
    return text;
  }
  if (own.form.empty()) return {};
  std::string numbers;
  const auto shown = static_cast<std::size_t>(own.shown_levels);
  for (std::size_t level = at + 1 - std::min(shown, at + 1); level <= at; ++level) {
    const std::string number = written(style[level], counters.counts[level]);
    if (!numbers.empty() && !number.empty()) numbers += '.';
    numbers += number;
  }
  return own.prefix + numbers + own.suffix;
}

std::string OdtNumbering::written(const Level& level, int number) {
  if (level.form.empty()) return {};
  if ((level.form == "a" || level.form == "A") && !level.repeats_letters)
    return counted_letters(number, level.form.front());
  const auto form = std::ranges::find_if(
      forms, [&](const auto& each) { return level.form.starts_with(each.first); });
  return formatted_number(number, form == forms.end() ? "decimal" : form->second);
}

}  // namespace hegui
