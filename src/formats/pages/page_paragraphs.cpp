#include "formats/pages/page_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>

#include "document/numbering.h"
#include "language/language_data.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// Narrower text is a list, or a poem: a line that fills it is no part of a paragraph.
constexpr double narrowest = 12;  // Em.
/// A mark that may not begin a line takes the last character with it to the next.
constexpr double ragged = 1.6;
constexpr double indent = 1.5;

TextBounds bounds_of_rows(const std::vector<const PageRow*>& rows) {
  std::vector<double> lefts, rights;
  for (const PageRow* row : rows) {
    lefts.push_back(row->left);
    rights.push_back(row->right);
  }
  if (rows.empty()) return {};
  std::ranges::sort(lefts);
  std::ranges::sort(rights);
  // A few stand out: a note at the margin, a mark that hangs behind the end of its line.
  const std::size_t few = rows.size() / 20;
  return {lefts[few], rights[rights.size() - 1 - few]};
}

bool is_mostly_wide(const PageRow& row) {
  std::size_t characters = 0;
  int columns = 0;
  for (const PageWord& word : row.words) {
    characters += count_code_points(word.text);
    columns += display_width(word.text, 2);
  }
  return static_cast<std::size_t>(columns) * 5 > characters * 9;
}

bool is_of_one_size(const PageRow& a, const PageRow& b) {
  // The letters of Latin fonts differ in width.
  const double most = is_mostly_wide(a) && is_mostly_wide(b) ? 1.15 : 1.35;
  return a.em < b.em * most && b.em < a.em * most;
}

constexpr std::u32string_view closing_marks = U"，。、；：？！）》〉”’〕】」』,.;:?!)%";

/// Whether a line may end between two characters.
bool may_break(char32_t before, char32_t after) {
  constexpr std::u32string_view opening = U"（《〈“‘〔【「『(";
  const auto is_narrow = [](char32_t code) { return display_width(code, 2) < 2; };
  if (opening.find(before) != opening.npos || closing_marks.find(after) != closing_marks.npos)
    return false;
  const bool closes = closing_marks.find(before) != closing_marks.npos && !is_narrow(before);
  return !is_narrow(after) || !(is_narrow(before) || closes);
}

/// The width of what cannot be broken at the beginning of a row: 例》850.
double first_token(const PageRow& row, bool between_words) {
  if (between_words) return row.words.front().width() + 0.2 * row.em;
  constexpr std::size_t most_words = 8;
  double width = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < std::min(row.words.size(), most_words); ++i) {
    const PageWord& word = row.words[i];
    int columns = 0;
    for (std::size_t at = 0; at < word.text.size();) {
      const char32_t code = next_code_point(word.text, at);
      if (before != 0 && may_break(before, code))
        return width + word.width() * columns / std::max(1, display_width(word.text, 2));
      columns += display_width(code, 2);
      before = code;
    }
    width += word.width();
  }
  return width;
}

bool never_begins_line(const PageRow& row) {
  std::size_t at = 0;
  return closing_marks.find(next_code_point(row.words.front().text, at)) != closing_marks.npos;
}

/// 三、下一步打算      2: what stands behind a gap is no text that goes on.
bool has_wide_gap(const PageRow& row) {
  for (const std::size_t stretch : row.stretches)
    if (stretch > 0 && row.words[stretch].left - row.words[stretch - 1].right > 2.5 * row.em)
      return true;
  return false;
}

bool ends_sentence(const PageRow& row) {
  constexpr std::u32string_view marks = U"。！？；：!?;:";
  const std::string& text = row.words.back().text;
  std::size_t last = previous_code_point(text, text.size());
  return marks.find(next_code_point(text, last)) != std::u32string_view::npos;
}

}  // namespace

PageParagraphs::PageParagraphs(const std::vector<PageArea>& areas, const LanguageData& language)
    : language_(language) {
  std::map<int, std::size_t> sizes;  // In halves of a unit, with characters.
  std::vector<const PageRow*> rows;
  for (const PageArea& area : areas)
    for (const PageRow& row : area.rows) {
      if (row.upright) continue;
      if (!area.is_column) rows.push_back(&row);
      sizes[static_cast<int>(std::lround(row.em * 2))] +=
          static_cast<std::size_t>((row.right - row.left) / std::max(row.em, 0.1)) + 1;
    }
  std::size_t most = 0;
  for (const auto& [size, characters] : sizes)
    if (characters > most) {
      most = characters;
      em_ = size / 2.0;
    }
  page_bounds_ = bounds_of_rows(rows);
  constexpr int fewest = 3;
  int full = 0;
  for (const PageArea& area : areas) {
    const TextBounds bounds = bounds_of(area);
    for (const PageRow& row : area.rows) full += row.right > bounds.right - ragged * row.em;
  }
  is_wrapped_ = full >= fewest;
  find_pitch(areas);
  find_starts(areas);
}

TextBounds PageParagraphs::bounds_of(const PageArea& area) const {
  constexpr std::size_t fewest = 8;
  std::vector<const PageRow*> rows;
  for (const PageRow& row : area.rows)
    if (!row.upright) rows.push_back(&row);
  const TextBounds own = bounds_of_rows(rows);
  if (area.is_column) return own;
  const double width = page_bounds_.right - page_bounds_.left;
  return rows.size() >= fewest && own.right - own.left > 0.85 * width ? own : page_bounds_;
}

bool PageParagraphs::is_full(const PageRow& row, const TextBounds& bounds,
                             const PageRow& next) const {
  if (row.right - bounds.left < narrowest * row.em || has_wide_gap(row)) return false;
  const double room = bounds.right - row.right;
  const double token = first_token(next, language_.blank_between_sentences);
  return room < (language_.blank_between_sentences ? token : std::max(ragged * row.em, token));
}

bool PageParagraphs::is_indented(const PageRow& row, const TextBounds& bounds) const {
  return row.left > bounds.left + indent * row.em;
}

void PageParagraphs::find_pitch(const std::vector<PageArea>& areas) {
  std::vector<double> pitches;
  for (const PageArea& area : areas) {
    const TextBounds bounds = bounds_of(area);
    for (std::size_t i = 1; i < area.rows.size(); ++i) {
      const PageRow &row = area.rows[i - 1], &next = area.rows[i];
      if (row.upright || next.upright || !is_of_one_size(row, next)) continue;
      if (is_full(row, bounds, next) && !is_indented(next, bounds))
        pitches.push_back((next.middle() - row.middle()) / row.em);
    }
  }
  if (pitches.empty()) return;
  const auto median = pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2);
  std::ranges::nth_element(pitches, median);
  pitch_ = *median;
}

bool PageParagraphs::is_apart(const PageRow& row, const PageRow& next) const {
  constexpr double usual = 1.75;
  return next.middle() - row.middle() >
         1.3 * (pitch_ > 0 ? pitch_ : usual) * std::max(row.em, next.em);
}

void PageParagraphs::find_starts(const std::vector<PageArea>& areas) {
  int starts = 0, indented = 0, apart = 0;
  for (const PageArea& area : areas) {
    const TextBounds bounds = bounds_of(area);
    for (std::size_t i = 1; i < area.rows.size(); ++i) {
      const PageRow &row = area.rows[i - 1], &next = area.rows[i];
      if (row.upright || next.upright || is_full(row, bounds, next)) continue;
      ++starts;
      indented += is_indented(next, bounds);
      apart += is_apart(row, next);
    }
  }
  if (starts == 0) return;
  starts_are_indented_ = indented * 5 >= starts * 3;
  starts_are_apart_ = apart * 5 >= starts * 3;
  all_are_indented_ = starts > 3 && indented * 5 >= starts * 4;
  all_are_apart_ = starts > 3 && apart * 5 >= starts * 4;
}

/// Nothing if it begins with none.
std::optional<Number> PageParagraphs::number_of(const PageRow& row) const {
  constexpr std::size_t most_characters = 24;
  const std::size_t few = std::min<std::size_t>(row.words.size(), 4);
  const std::string words = row.text(0, few);
  return read_number(language_,
                     fold_text(first_code_points(words, most_characters), language_.folding), 0);
}

bool PageParagraphs::begins_item(const PageRow& row) const {
  const std::string& word = row.words.front().text;
  std::size_t at = 0;
  const char32_t code = next_code_point(word, at);
  return (at == word.size() && (code == U'•' || code == U'●' || code == U'-' ||
                                language_.bullets.find(code) != std::u32string_view::npos)) ||
         number_of(row).has_value();
}

bool PageParagraphs::continues(const PageRow& first, const PageRow& row, const TextBounds& bounds,
                               const PageRow& next, const TextBounds& next_bounds,
                               bool same_area) const {
  if (!is_wrapped_ || row.upright || next.upright || !is_of_one_size(row, next)) return false;
  if (same_area && is_apart(row, next)) return false;
  if (never_begins_line(next)) return true;
  // Where every paragraph shows its beginning, what shows none goes on, however early the row
  // ended, unless it ended like a heading.
  const bool is_long = (row.right - bounds.left) * 4 > (bounds.right - bounds.left) * 3;
  const bool begins = !is_long || !((all_are_apart_ && same_area) ||
                                    (all_are_indented_ && is_indented(first, bounds)));
  if (begins && !is_full(row, bounds, next)) return false;
  // From margin to margin, also where these are of different pages.
  const double from = row.left - bounds.left, to = next.left - next_bounds.left;
  const double start = first.left - bounds.left;
  const bool hangs = !starts_are_indented_ && begins_item(first) && to > start + 0.7 * row.em &&
                     to < start + 6 * row.em;
  if (is_indented(next, next_bounds) && !hangs &&
      (starts_are_indented_ || std::abs(to - from) > 0.5 * row.em))
    return false;
  if (&first != &row && to < from - 0.7 * row.em) return false;
  const bool shown = starts_are_indented_ || (starts_are_apart_ && same_area) ||
                     (is_indented(first, bounds) && !is_indented(next, next_bounds));
  if (!hangs && begins_item(next)) {
    // 第二十五条第 / （二）项: a doubtful number behind a full line is text.
    const std::optional<Number> number = number_of(next);
    if (!number || !number->doubtful || ends_sentence(row)) return false;
  }
  return shown || hangs || !ends_sentence(row);
}

}  // namespace hegui
