#include "formats/docx/docx_numbering.h"

#include <algorithm>
#include <vector>

#include "formats/xml.h"
#include "text/strings.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

using Digits = std::array<std::string_view, 10>;

constexpr Digits plain_digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits zero_digits{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits simplified_legal{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits traditional_legal{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr std::array<std::string_view, 4> plain_units{"", "十", "百", "千"};
constexpr std::array<std::string_view, 4> legal_units{"", "拾", "佰", "仟"};

std::string by_digits(int number, const Digits& digits) {
  std::string text;
  for (const char c : std::to_string(number)) text += digits[static_cast<std::size_t>(c - '0')];
  return text;
}

/// 101 → 一百零一; 11 → 十一, or 壹拾壹 where the leading one is spoken.
std::string by_counting(int number, const Digits& digits,
                        const std::array<std::string_view, 4>& units, bool leading_one) {
  if (number == 0) return std::string(digits[0]);
  if (number > 9999) return by_digits(number, digits);
  std::string text;
  bool gap = false;
  for (int place = 3, power = 1000; place >= 0; --place, power /= 10) {
    const int digit = number / power % 10;
    if (digit == 0) {
      gap = true;
      continue;
    }
    if (gap && !text.empty()) text += digits[0];
    gap = false;
    if (!(digit == 1 && place == 1 && text.empty() && !leading_one))
      text += digits[static_cast<std::size_t>(digit)];
    text += units[static_cast<std::size_t>(place)];
  }
  return text;
}

std::string roman(int number) {
  if (number <= 0 || number > 3999) return std::to_string(number);
  constexpr std::array<std::pair<int, std::string_view>, 13> parts{{{1000, "M"},
                                                                    {900, "CM"},
                                                                    {500, "D"},
                                                                    {400, "CD"},
                                                                    {100, "C"},
                                                                    {90, "XC"},
                                                                    {50, "L"},
                                                                    {40, "XL"},
                                                                    {10, "X"},
                                                                    {9, "IX"},
                                                                    {5, "V"},
                                                                    {4, "IV"},
                                                                    {1, "I"}}};
  std::string text;
  for (const auto& [value, letters] : parts)
    for (; number >= value; number -= value) text += letters;
  return text;
}

/// A … Z, AA, BB …: Word repeats the letter.
std::string letters(int number) {
  if (number <= 0 || number > 26 * 32) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1),
                     static_cast<char>('A' + (number - 1) % 26));
}

/// The number-th character of a run that begins with `first`, or of a cycle of characters.
std::string enclosed(int number, char32_t first, int last) {
  if (number < 1 || number > last) return std::to_string(number);
  std::string text;
  append_utf8(text, first + static_cast<char32_t>(number - 1));
  return text;
}

std::string cyclic(int number, std::u32string_view characters) {
  if (number < 1) return std::to_string(number);
  std::string text;
  append_utf8(text, characters[static_cast<std::size_t>(number - 1) % characters.size()]);
  return text;
}

std::string full_width(int number) {
  std::string text;
  for (const char c : std::to_string(number))
    append_utf8(text, c == '-' ? U'－' : U'０' + static_cast<char32_t>(c - '0'));
  return text;
}

/// 甲子, 乙丑, … of sixty years.
std::string stem_and_branch(int number) {
  return cyclic(number, U"甲乙丙丁戊己庚辛壬癸") + cyclic(number, U"子丑寅卯辰巳午未申酉戌亥");
}

std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return std::string(width > digits.size() ? width - digits.size() : 0, '0') + digits;
}

std::string ordinal(int number) {
  const int last = number % 10, teens = number / 10 % 10;
  const std::string_view end = teens == 1 || last == 0 || last > 3 ? "th"
                               : last == 1                         ? "st"
                               : last == 2                         ? "nd"
                                                                   : "rd";
  return std::to_string(number) + std::string(end);
}

/// What isLgl (17.9.4) makes decimal.
bool is_not_decimal(std::string_view format) {
  return !format.starts_with("decimal") && format != "custom" && format != "none";
}

}  // namespace

std::string formatted_number(int number, std::string_view format) {
  number = std::max(number, 0);
  const auto starts = [&](std::string_view with) { return format.starts_with(with); };
  if (format == "chineseCountingThousand" || format == "taiwaneseCountingThousand")
    return by_counting(number, zero_digits, plain_units, false);
  if (format == "chineseCounting" || format == "taiwaneseCounting" || format == "japaneseCounting")
    return by_counting(number, plain_digits, plain_units, false);
  if (format == "ideographDigital" || format == "taiwaneseDigital" ||
      format == "japaneseDigitalTenThousand")
    return by_digits(number, plain_digits);
  if (format == "chineseLegalSimplified")
    return by_counting(number, simplified_legal, legal_units, true);
  if (format == "ideographLegalTraditional" || format == "japaneseLegal")
    return by_counting(number, traditional_legal, legal_units, true);
  if (format == "ideographTraditional") return cyclic(number, U"甲乙丙丁戊己庚辛壬癸");
  if (format == "ideographZodiac") return cyclic(number, U"子丑寅卯辰巳午未申酉戌亥");
  if (format == "ideographEnclosedCircle") return enclosed(number, U'㊀', 10);
  if (starts("decimalEnclosedCircle")) return enclosed(number, U'①', 20);
  if (format == "decimalEnclosedParen") return enclosed(number, U'⑴', 20);
  if (format == "decimalEnclosedFullstop") return enclosed(number, U'⒈', 20);
  if (starts("decimalFullWidth")) return full_width(number);
  if (format == "decimalZero") return padded(number, 2);
  if (format == "numberInDash") return "- " + std::to_string(number) + " -";
  if (format == "ordinal") return ordinal(number);
  if (format == "ideographZodiacTraditional") return stem_and_branch(number);
  if (format == "upperRoman") return roman(number);
  if (format == "lowerRoman") return lower(roman(number));
  if (format == "upperLetter") return letters(number);
  if (format == "lowerLetter") return lower(letters(number));
  if (format == "none" || format == "bullet") return {};
  return std::to_string(number);
}

DocxNumbering::Level DocxNumbering::read_level(pugi::xml_node node) {
  Level level;
  level.start = number_attribute(child(node, "start"), "val", 0);
  level.restart = number_attribute(child(node, "lvlRestart"), "val", -1);
  level.legal = is_on(child(node, "isLgl"));
  level.joined = attribute(child(node, "suff"), "val") == "nothing";
  pugi::xml_node format = child(node, "numFmt");
  // Formats newer than 2007 stand in a choice, with the old one beside it.
  if (const pugi::xml_node alternatives = child(node, "AlternateContent"); !format && alternatives)
    format = child(child(alternatives, "Fallback"), "numFmt");
  if (format) level.format = attribute(format, "val");
  if (level.format == "custom") {
    // 001, 002, 003, ...
    constexpr std::size_t widest = 8;
    const std::string_view first = attribute(format, "format");
    level.width = std::min({first.find_first_not_of("0123456789"), first.size(), widest});
  }
  // A label that is all numbers would cost its paragraphs more than their words.
  constexpr std::size_t longest = 64;
  const std::string_view text = attribute(child(node, "lvlText"), "val").substr(0, 4 * longest);
  append_words(level.text, first_code_points(text, longest));
  level.style = attribute(child(node, "pStyle"), "val");
  return level;
}

std::string DocxNumbering::written(const Level& level, int number, bool as_decimal) {
  if (level.width > 0) return padded(std::max(number, 0), level.width);
  return formatted_number(number,
                          as_decimal && is_not_decimal(level.format) ? "decimal" : level.format);
}

DocxNumbering::DocxNumbering(pugi::xml_node root) {
  const auto level_number = [](pugi::xml_node node) {
    return std::clamp(number_attribute(node, "ilvl", 0), 0, levels - 1);
  };
  for (const pugi::xml_node node : root.children()) {
    if (local_name(node) == "abstractNum") {
      Abstract& abstract = abstracts_[number_attribute(node, "abstractNumId", -1)];
      abstract.style_link = attribute(child(node, "styleLink"), "val");
      abstract.num_style_link = attribute(child(node, "numStyleLink"), "val");
      for (const pugi::xml_node level : node.children())
        if (local_name(level) == "lvl")
          abstract.given.insert_or_assign(level_number(level), read_level(level));
    } else if (local_name(node) == "num") {
      Num& num = nums_[number_attribute(node, "numId", -1)];
      num.abstract = number_attribute(child(node, "abstractNumId"), "val", -1);
      for (const pugi::xml_node given : node.children()) {
        if (local_name(given) != "lvlOverride") continue;
        if (const pugi::xml_node level = child(given, "lvl"))
          num.overrides.insert_or_assign(level_number(given), read_level(level));
        if (const pugi::xml_node start = child(given, "startOverride"))
          num.starts.insert_or_assign(level_number(given), number_attribute(start, "val", 1));
      }
    }
  }
  follow_links();
}

/// A w:num may refer to an abstract numbering that only names the style which another one is of.
void DocxNumbering::follow_links() {
  std::map<std::string_view, int> of_style;
  for (const auto& [id, abstract] : abstracts_)
    if (!abstract.style_link.empty()) of_style.emplace(abstract.style_link, id);
  for (auto& [id, num] : nums_) {
    const auto own = abstracts_.find(num.abstract);
    if (own == abstracts_.end()) continue;
    const auto linked = of_style.find(own->second.num_style_link);
    if (linked != of_style.end()) num.abstract = linked->second;
  }
}

const DocxNumbering::Level& DocxNumbering::level_in(const Num& num, const Abstract& abstract,
                                                    int level) {
  static const Level none;
  for (const Levels* own : {&num.overrides, &abstract.given})
    if (const auto found = own->find(level); found != own->end()) return found->second;
  return none;
}

int DocxNumbering::level_of_style(int num, std::string_view style) const {
  const auto found = nums_.find(num);
  if (found == nums_.end()) return -1;
  const auto abstract = abstracts_.find(found->second.abstract);
  if (abstract == abstracts_.end()) return -1;
  for (const auto& [number, level] : abstract->second.given)
    if (level.style == style) return number;
  return -1;
}

std::string DocxNumbering::next(int num_id, int level) {
  const auto found = nums_.find(num_id);
  if (found == nums_.end() || level < 0 || level >= levels) return {};
  const Num& num = found->second;
  const auto entry = abstracts_.find(num.abstract);
  if (entry == abstracts_.end()) return {};
  Abstract* const abstract = &entry->second;
  const Level& own = level_in(num, *abstract, level);
  const auto at = static_cast<std::size_t>(level);

  const auto start = num.starts.find(level);
  if (start != num.starts.end() && started_.emplace(num_id, level).second) {
    abstract->counts[at] = start->second;
  } else if (abstract->used[at]) {
    // A hostile file may start near the end of int.
    if (abstract->counts[at] < 1'000'000'000) ++abstract->counts[at];
  } else {
    abstract->counts[at] = start != num.starts.end() ? start->second : own.start;
  }
  abstract->used[at] = true;
  for (int deeper = level + 1; deeper < levels; ++deeper) {
    const int restart = level_in(num, *abstract, deeper).restart;
    if (restart < 0 || level < restart) abstract->used[static_cast<std::size_t>(deeper)] = false;
  }

  if (own.format == "bullet") return "• ";
  std::string label;
  for (std::size_t i = 0; i < own.text.size(); ++i) {
    const int shown = i + 1 < own.text.size() ? own.text[i + 1] - '1' : -1;
    if (own.text[i] != '%' || shown < 0 || shown >= levels) {
      label += own.text[i];
      continue;
    }
    ++i;
    const Level& other = level_in(num, *abstract, shown);
    const auto index = static_cast<std::size_t>(shown);
    if (!abstract->used[index] && shown < level) {
      abstract->counts[index] = other.start;
      abstract->used[index] = true;
    }
    label +=
        written(other, abstract->used[index] ? abstract->counts[index] : other.start, own.legal);
  }
  // Behind a Chinese mark a tab is not to be told from the mark's own white space.
  if (!own.joined && !label.empty() && static_cast<unsigned char>(label.back()) < 0x80 &&
      label.back() != ' ')
    label += ' ';
  return label;
}

}  // namespace hegui
