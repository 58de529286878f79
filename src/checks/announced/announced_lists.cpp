#include "checks/announced/announced_lists.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "checks/announced/announced_titles.h"
#include "document/items.h"
#include "document/numbering.h"
#include "language/language_data.h"
#include "language/zh_lists/zh_counted.h"
#include "language/zh_lists/zh_inline_lists.h"
#include "language/zh_lists/zh_named_sets.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// The number of a list's item; `form` tells rows of one kind from another.
struct Mark {
  std::uint32_t at = 0;
  int form = 0;
  int value = 0;
};

constexpr int number_forms = 10;  // Behind those of an ItemMark.

Message wrong(double announced, std::size_t there) {
  return say("说有 {} 个，列出了 {} 个", "{} are announced, {} are listed", announced, there);
}

/// Lists whose items have numbers, behind the words that announce them.
class NumberedLists {
 public:
  NumberedLists(const Target& target, const Terms& cues)
      : target_(target),
        document_(target.document),
        language_(data_of(target.document.language)),
        cues_(cues) {}

  /// How many a list has that follows the words at once; none where none does, or where it cannot
  /// be told.
  std::optional<std::size_t> count_behind(std::size_t piece, const CountedThings& counted) {
    const std::size_t last = last_of_block(piece);
    const Span span{pieces()[piece].span.begin, pieces()[last].span.end};
    const std::uint32_t begin = span.begin + counted.words.end;
    const std::uint32_t near = character_at(std::min(span.end, begin + longest_gap));
    const std::vector<Mark> near_marks = marks_in({begin, near});
    if (near_marks.empty() && near < span.end) return std::nullopt;
    const std::uint32_t end = near_marks.empty() ? near : near_marks.front().at;
    if (!leads_to_list(span, {begin, end})) return std::nullopt;
    if (!near_marks.empty()) return count_in_text(piece, end);
    if (const auto below = count_below(last, counted)) return below;
    return pieces()[last].heading ? count_numbers(counted, begin) : std::nullopt;
  }

 private:
  static constexpr std::uint32_t longest_gap = 20 * 3;

  const std::vector<Piece>& pieces() const { return target_.outline.pieces; }

  /// （五）存在两个不足：一是…: a heading that text follows on its line goes on with it.
  std::size_t last_of_block(std::size_t piece) const {
    while (piece + 1 < pieces().size() && !pieces()[piece + 1].heading &&
           pieces()[piece + 1].block == pieces()[piece].block)
      ++piece;
    return piece;
  }

  /// The place, or where the character there ends.
  std::uint32_t character_at(std::uint32_t at) const {
    while (at < document_.text.size() && (document_.text[at] & 0xC0) == 0x80) ++at;
    return at;
  }

  /// Whether nothing else is said up to where the list begins.
  bool leads_to_list(Span piece, Span between) const {
    std::string_view words = document_.slice(between);
    while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
    const bool has_colon = language_.ends_with_colon(words);
    for (const std::string_view mark :
         {language_.colon, language_.stop, language_.comma, language_.semicolon})
      if (words.ends_with(mark)) {
        words.remove_suffix(mark.size());
        break;
      }
    if (words.find_first_of("0123456789") != std::string_view::npos || language_.has_stop(words))
      return false;
    if (has_colon) return true;
    constexpr std::uint32_t longest = 80 * 3;
    std::uint32_t begin = between.end > piece.begin + longest ? between.end - longest : piece.begin;
    const std::vector<Span> before = sentences(document_, {character_at(begin), between.end});
    return !before.empty() && cues_.matches(document_.slice(before.back()));
  }

  /// 一是, 第一，, （1）, 1. from left to right.
  std::vector<Mark> marks_in(Span span) const {
    std::vector<Mark> found;
    for (const ItemMark& mark : item_marks(document_, span))
      if (mark.form != ItemMark::Form::sequence)
        found.push_back({mark.at, static_cast<int>(mark.form), mark.value});
    const std::string_view text = std::string_view(document_.text).substr(0, span.end);
    char32_t before = 0;
    for (std::size_t at = span.begin; at < span.end;) {
      const std::size_t begin = at;
      const char32_t code = next_code_point(text, at);
      if (code == ' ') continue;
      if (before == 0 || language_.before_numbers.find(before) != std::u32string_view::npos)
        if (const auto number = read_number(language_, text, static_cast<std::uint32_t>(begin));
            number && !number->doubtful) {
          found.push_back(
              {number->span.begin, number_forms + static_cast<int>(number->form), number->value});
          at = number->span.end;
        }
      before = code;
    }
    std::ranges::sort(found, {}, &Mark::at);
    return found;
  }

  /// Of a paragraph: it may announce many lists.
  const std::vector<Mark>& marks_of(std::size_t piece) {
    if (marks_piece_ != piece)
      marks_ = marks_in({pieces()[piece].span.begin, pieces()[last_of_block(piece)].span.end});
    marks_piece_ = piece;
    return marks_;
  }

  /// The row of the mark there, which may go on in the paragraphs below.
  std::optional<std::size_t> count_in_text(std::size_t piece, std::uint32_t from) {
    const std::vector<Mark>& marks = marks_of(piece);
    auto mark = std::ranges::lower_bound(marks, from, {}, &Mark::at);
    if (mark == marks.end() || mark->at != from || mark->value != 1) return std::nullopt;
    const int form = mark->form;
    int last = 0;
    if (!read_row(mark, marks.end(), form, last)) return std::nullopt;
    for (std::size_t next = last_of_block(piece) + 1;
         next < pieces().size() && !pieces()[next].heading; ++next) {
      const std::vector<Mark> below = marks_in(pieces()[next].span);
      const bool goes_on = !below.empty() && below.front().form == form &&
                           below.front().at == pieces()[next].span.begin &&
                           below.front().value == last + 1;
      if (!goes_on) break;
      if (!read_row(below.begin(), below.end(), form, last)) return std::nullopt;
    }
    return static_cast<std::size_t>(last);
  }

  /// False where the row does not go on as it should.
  template <typename It>
  static bool read_row(It mark, It end, int form, int& last) {
    for (; mark != end; ++mark) {
      if (mark->form != form) continue;
      if (mark->value != last + 1) return false;
      last = mark->value;
    }
    return true;
  }

  /// The paragraphs or headings below.
  std::optional<std::size_t> count_below(std::size_t piece, const CountedThings& counted) {
    if (piece + 1 == pieces().size()) return std::nullopt;
    const Piece& next = pieces()[piece + 1];
    const std::vector<Number>& numbers = target_.outline.numbers;
    const auto number = std::ranges::lower_bound(numbers, next.span.begin, {},
                                                 [](const Number& n) { return n.span.begin; });
    if (number != numbers.end() && number->span.begin == next.span.begin)
      return count_numbers(counted, next.span.begin);
    return next.heading ? std::nullopt : count_in_text(piece + 1, next.span.begin);
  }

  /// The row of the first number from there on. Behind a list of the parts of a report others go
  /// on.
  std::optional<std::size_t> count_numbers(const CountedThings& counted, std::uint32_t from) const {
    const std::vector<Number>& numbers = target_.outline.numbers;
    auto number =
        std::ranges::lower_bound(numbers, from, {}, [](const Number& n) { return n.span.begin; });
    if (number == numbers.end()) return std::nullopt;
    const Numbering form = number->form;
    int last = 0;
    for (; number != numbers.end() && number->form >= form; ++number) {
      if (number->form != form) continue;
      if (number->value == 1 && last > 0) break;
      if (number->value != last + 1) return std::nullopt;
      last = number->value;
    }
    if (numbers_parts(form) && last > counted.value) return std::nullopt;
    return static_cast<std::size_t>(last);
  }

  const Target& target_;
  const Document& document_;
  const LanguageData& language_;
  const Terms& cues_;
  std::vector<Mark> marks_ = {};
  std::size_t marks_piece_ = static_cast<std::size_t>(-1);
};

class AnnouncedLists {
 public:
  AnnouncedLists(const Target& target, const Terms& cues)
      : target_(target), numbered_(target, cues) {}

  void look_at(std::size_t piece, Outcome& outcome) {
    const Span span = target_.outline.pieces[piece].span;
    titles_before_number(target_.document, span, outcome);
    const std::string_view text = target_.document.slice(span);
    const std::vector<NamedSet> named = wrong_named_sets(text);
    for (const NamedSet& set : named)
      outcome.problems.push_back(
          {{span.begin + set.name.begin, span.begin + set.name.end}, wrong(set.value, set.there)});
    const LanguageData& language = data_of(target_.document.language);
    std::vector<double> values;  // Of the clause so far.
    std::size_t end = 0;
    for (const CountedThings& counted : read_counted(language, text)) {
      if (std::ranges::any_of(named, [&](const NamedSet& set) {
            return set.name.begin < counted.number.begin && counted.number.end < set.name.end;
          }))
        continue;
      const std::string_view between = text.substr(end, counted.number.begin - end);
      if (between.find(language.comma) != std::string_view::npos || language.has_stop(between))
        values.clear();
      end = counted.words.end;
      values.push_back(counted.value);
      std::size_t there = count_wrong_inline(language, text, counted);
      if (there == 0 && counted.before != U'“')
        there = numbered_.count_behind(piece, counted).value_or(0);
      if (there > 1 && !counts_others(values, static_cast<double>(there)))
        outcome.problems.push_back(
            {{span.begin + counted.words.begin, span.begin + counted.words.end},
             wrong(counted.value, there)});
    }
  }

 private:
  /// 三类八项措施：一是: another number is that of the list. 三个村、两个社区，即: all are.
  static bool counts_others(const std::vector<double>& values, double there) {
    return std::ranges::find(values, there) != values.end() ||
           std::accumulate(values.begin(), values.end(), 0.0) == there;
  }

  const Target& target_;
  NumberedLists numbered_;
};

}  // namespace

void announced_lists(const Target& target, const Terms& cues, Outcome& outcome) {
  if (target.document.language != Language::zh) return;
  AnnouncedLists lists(target, cues);
  for (std::size_t i = 0; i < target.outline.pieces.size(); ++i)
    if (!target.document.blocks[target.outline.pieces[i].block].in_table())
      lists.look_at(i, outcome);
}

}  // namespace hegui
