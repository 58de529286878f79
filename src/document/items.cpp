// Items of a part, innermost first:
//
//   1、合法性审查方面：由于…           leaf without enumeration: one item
//   2、行政执法方面：一是…；二是…     leaf with an enumeration: its items, not itself
//
// An enumeration in running text is a row of marks of one form: 一是 二是 三是, 第一， 第二，,
// （一）（二）, 1. 2., ①②, 首先 其次, 头一处， 第二处，, 问题一： 问题二：. A single mark is no
// enumeration.

#include "document/items.h"

#include <algorithm>
#include <map>
#include <optional>

#include "text/pattern.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// Where an item begins; `form` tells rows of one kind from another: that of an ItemMark, or of a
/// Number after them.
struct Mark {
  std::uint32_t at = 0;
  int form = 0;
  int value = 0;
};

constexpr int number_forms = 10;
constexpr int counted_forms = 100;  // One for each word that is counted.

const Pattern& mark_pattern() {
  static const Pattern pattern(
      R"((?:^|(?<=[。；：，、\s（）”]))\s*(?:([一二三四五六七八九十]{1,3})(?:是|则|要|来(?=[，是]))|第?([一二三四五六七八九十]{1,3})(?:，|、是|方面|是)|(首先|其次|再次|再者|最后|此外|另外)[，是]))"
      R"(|(?<=[\p{sc:Han}\d”）])([二三四五六七八九])是(?=[\p{sc:Han}]))");
  return pattern;
}

bool is_glued(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t before = previous_code_point(text, at);
  const char32_t code = next_code_point(text, before);
  return is_han(code) || (code >= '0' && code <= '9') || code == U'”' || code == U'）';
}

/// （一）, 1., ① at the start of a paragraph or after a mark.
void collect_numbers(const Document& document, Span span, std::vector<Number>& numbers) {
  const std::string_view text = std::string_view(document.text).substr(0, span.end);
  char32_t before = 0;
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (code == ' ') continue;
    constexpr std::u32string_view ends = U"。；：，";
    if (before == 0 || ends.find(before) != std::u32string_view::npos)
      if (const auto number = read_number(text, static_cast<std::uint32_t>(begin))) {
        numbers.push_back(*number);
        at = number->span.end;
      }
    before = code;
  }
}

/// The numbers that are believed, as marks.
void add_numbers(std::vector<Number> numbers, std::vector<Mark>& marks) {
  std::map<Numbering, std::vector<Number*>> rows;
  for (Number& number : numbers) rows[number.form].push_back(&number);
  for (const auto& row : rows) settle_doubts(row.second);
  for (const Number& number : numbers)
    if (!number.doubtful)
      marks.push_back(
          {number.span.begin, number_forms + static_cast<int>(number.form), number.value});
}

/// A word that is counted at the beginning of a sentence, and its number.
struct CountedWord {
  std::string_view word = {};
  int value = 0;
};

/// 头一处，, 第二笔赤字，, 一痛，: the number, what is counted, and a mark soon after.
/// 问题一：, 短处之一，, 病灶一在: what is counted, and the number right before a mark or a verb.
std::optional<CountedWord> counted_word(std::string_view sentence) {
  static const Pattern before("^(?:第|头)?([一二三四五六七八九十]{1,2}[\\p{sc:Han}]{1,4})[，：]");
  static const Pattern behind(
      "^((?!第)[\\p{sc:Han}]{2,4}?之?[一二三四五六七八九十]{1,2})(?:在|，|：|是)");
  // 一年来，, 一方面，, 一直，: the number counts nothing.
  static const Pattern no_count("^.(年|月|来|方面|是|要|则|直|些|般|定|律|并|旦|度)");
  const std::string_view head = first_code_points(sentence, 12);
  if (const auto found = before.capture(head)) {
    const std::string_view words = head.substr(found->begin, found->size());
    std::size_t at = 0;
    const int value = read_chinese_numeral(words, at);
    if (value > 0 && at < words.size() && !no_count.matches(words))
      return CountedWord{first_code_points(words.substr(at), 1), value};
  }
  if (const auto found = behind.capture(head)) {
    const std::string_view words = head.substr(found->begin, found->size());
    static const Pattern numeral("[一二三四五六七八九十]{1,2}$");
    std::size_t at = numeral.find(words).value_or(Span{}).begin;
    const std::string_view word = words.substr(0, at);
    if (const int value = read_chinese_numeral(words, at); value > 0)
      return CountedWord{word, value};
  }
  return std::nullopt;
}

/// Rows of a counted word whose numbers rise.
void add_counted(const Document& document, const std::vector<Span>& text,
                 std::vector<Mark>& marks) {
  std::map<std::string_view, std::vector<Mark>> rows;
  for (const Span paragraph : text)
    for (const Span sentence : clauses(document, paragraph))
      if (const auto counted = counted_word(document.slice(sentence)))
        rows[counted->word].push_back({sentence.begin, 0, counted->value});
  int form = counted_forms;
  for (auto& [word, row] : rows) {
    const auto does_not_rise = [](const Mark& a, const Mark& b) { return a.value >= b.value; };
    if (row.size() < 2 || std::ranges::adjacent_find(row, does_not_rise) != row.end()) continue;
    ++form;
    for (Mark mark : row) {
      mark.form = form;
      marks.push_back(mark);
    }
  }
}

class ItemFinder {
 public:
  ItemFinder(const Document& document, const Outline& outline, const Part& part,
             const Condition& naming)
      : document_(document), outline_(outline), part_(part), naming_(naming) {}

  std::vector<Item> find() {
    collect_leaves();
    bool enumerated = false;
    for (const Leaf& leaf : leaves_) enumerated = add_enumerated(leaf) || enumerated;
    if (!enumerated && items_.empty()) split();
    std::ranges::sort(items_, {}, [](const Item& item) { return item.span.begin; });
    return std::move(items_);
  }

 private:
  /// Running text below one heading, or below none; paragraphs in order.
  struct Leaf {
    int section = -1;
    bool headed = false;  // Has a heading of its own inside the part.
    bool has_children = false;
    Span heading = {};
    std::vector<Span> text = {};
  };

  void collect_leaves() {
    const std::vector<int> inside = sections_in(outline_, part_);
    const auto is_inside = [&](int section) { return std::ranges::binary_search(inside, section); };
    for (const Span span : part_.spans)
      for (const Piece& piece : pieces_in(span)) {
        if (piece.heading) {
          if (!is_inside(piece.section)) continue;
          mark_parent(piece.section);
          headed_.emplace(piece.section, leaves_.size());
          leaves_.push_back({.section = piece.section, .headed = true, .heading = piece.span});
          continue;
        }
        const Span text{std::max(piece.span.begin, span.begin), std::min(piece.span.end, span.end)};
        if (leaves_.empty() || leaves_.back().section != piece.section)
          leaves_.push_back({.section = piece.section});
        leaves_.back().text.push_back(text);
      }
  }

  std::vector<Piece> pieces_in(Span span) const {
    auto piece = std::ranges::upper_bound(outline_.pieces, span.begin, {},
                                          [](const Piece& p) { return p.span.end; });
    std::vector<Piece> found;
    for (; piece != outline_.pieces.end() && piece->span.begin < span.end; ++piece)
      found.push_back(*piece);
    return found;
  }

  void mark_parent(int section) {
    const int parent = outline_.section(section).parent;
    const auto leaf = headed_.find(parent);
    if (leaf != headed_.end()) leaves_[leaf->second].has_children = true;
  }

  /// Marks of the leaf that stand in a row: the same form, each value following the one before.
  std::vector<Mark> rows(const Leaf& leaf) const {
    std::vector<Mark> marks;
    std::vector<Number> numbers;
    for (const Span span : leaf.text) {
      for (const ItemMark& mark : item_marks(document_, span))
        marks.push_back({mark.at, static_cast<int>(mark.form), mark.value});
      collect_numbers(document_, span, numbers);
    }
    add_numbers(std::move(numbers), marks);
    // The innermost form is the one with most marks; a form with a single mark is no row.
    std::map<int, std::size_t> of_form;
    for (const Mark& mark : marks) ++of_form[mark.form];
    std::erase_if(marks, [&](const Mark& mark) { return of_form[mark.form] < 2; });
    if (marks.empty()) add_counted(document_, leaf.text, marks);
    std::ranges::sort(marks, {}, &Mark::at);
    return marks;
  }

  bool add_enumerated(const Leaf& leaf) {
    const std::vector<Mark> marks = rows(leaf);
    if (marks.empty()) {
      if (!leaf.headed || leaf.has_children) return false;
      const std::uint32_t end = leaf.text.empty() ? leaf.heading.end : leaf.text.back().end;
      items_.push_back({.span = {leaf.heading.begin, end}, .section = leaf.section});
      return true;
    }
    Span lead;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const Span paragraph = paragraph_of(leaf, marks[i].at);
      if (marks[i].value == 1 || i == 0) lead = lead_before(leaf, marks[i].at);
      const std::uint32_t next = i + 1 < marks.size() ? marks[i + 1].at : paragraph.end;
      items_.push_back({.span = {marks[i].at, std::min(next, paragraph.end)},
                        .lead = lead,
                        .section = leaf.section});
    }
    return true;
  }

  static Span paragraph_of(const Leaf& leaf, std::uint32_t at) {
    const auto span = std::ranges::upper_bound(leaf.text, at, {}, &Span::end);
    return span != leaf.text.end() && span->contains(at) ? *span : Span{};
  }

  /// The sentence before the first item, in its paragraph or at the end of the one before.
  Span lead_before(const Leaf& leaf, std::uint32_t at) const {
    const auto behind = std::ranges::lower_bound(leaf.text, at, {}, &Span::begin);
    if (behind == leaf.text.begin()) return {};
    const Span paragraph = *std::prev(behind);
    // No lead is longer; and a paragraph of thousands of rows is not read from its start for each.
    const Span before = last_bytes({paragraph.begin, std::min(paragraph.end, at)}, 900);
    const std::vector<Span> split = sentences(document_, before);
    return split.empty() ? before : split.back();
  }

  Span last_bytes(Span span, std::uint32_t count) const {
    if (span.size() <= count) return span;
    std::size_t begin = span.end - count;
    while ((static_cast<unsigned char>(document_.text[begin]) & 0xC0) == 0x80) ++begin;
    return {static_cast<std::uint32_t>(begin), span.end};
  }

  bool names(Span span) const {
    const std::string_view text = document_.slice(span);
    return naming_.empty() ? count_han(first_code_points(text, 60)) >= 8 : naming_.holds(text);
  }

  /// A part that enumerates nothing.
  void split() {
    std::vector<Span> paragraphs;
    for (const Leaf& leaf : leaves_)
      paragraphs.insert(paragraphs.end(), leaf.text.begin(), leaf.text.end());
    const auto naming = std::ranges::count_if(paragraphs, [&](Span span) { return names(span); });
    if (naming >= 3 || (naming >= 2 && !naming_.empty() && naming * 2 > std::ssize(paragraphs))) {
      for (const Span span : paragraphs) add_piece(span, true);
      return;
    }
    for (const Span span : paragraphs) {
      bool first = true;
      for (const Span piece : clauses(document_, span)) {
        add_piece(piece, first);
        first = false;
      }
    }
  }

  void add_piece(Span span, bool new_paragraph) {
    if (names(span))
      items_.push_back(
          {.span = span, .section = section_at(outline_, span.begin), .numbered = false});
    else if (!new_paragraph && !items_.empty())
      items_.back().span.end = span.end;
  }

  const Document& document_;
  const Outline& outline_;
  const Part& part_;
  const Condition& naming_;
  std::vector<Leaf> leaves_;
  std::map<int, std::size_t> headed_;  // Section to the leaf that its heading opened.
  std::vector<Item> items_;
};

}  // namespace

std::vector<ItemMark> item_marks(const Document& document, Span span) {
  using Form = ItemMark::Form;
  const std::string_view text = document.slice(span);
  std::vector<ItemMark> marks;
  int open = 0;  // The last N是.
  for (std::size_t from = 0; from < text.size();) {
    const auto hit = mark_pattern().find(text, from);
    if (!hit) break;
    from = std::max<std::size_t>(hit->end, from + 1);
    std::size_t at = hit->begin;
    while (at < text.size() && text[at] == ' ') ++at;
    const auto begin = static_cast<std::uint32_t>(span.begin + at);
    const bool ordinal = text.substr(at).starts_with("第");
    std::size_t end = at + (ordinal ? std::string_view("第").size() : 0);
    const int value = read_chinese_numeral(text, end);
    const std::string_view behind = text.substr(end);
    if (value == 0) {
      marks.push_back({begin, Form::sequence, text.substr(at).starts_with("首先") ? 1 : 2});
    } else if (!ordinal && behind.starts_with("是")) {
      const bool glued = is_glued(text, at);
      if (glued && value != open + 1) continue;
      open = value;
      marks.push_back({begin, Form::shi, value, glued});
    } else if (ordinal || behind.starts_with("要") || behind.starts_with("则") ||
               behind.starts_with("来")) {
      marks.push_back({begin, Form::ordinal, value});
    }
  }
  return marks;
}

Span behind_item_mark(const Document& document, Span span) {
  static const Pattern mark(
      R"(^(?:第?[一二三四五六七八九十]{1,3}(?:是要|是|则|要|，|、是|方面，)|(?:首先|其次|再次|再者|最后|此外|另外)[，是]))");
  const std::string_view text = document.slice(span);
  const auto number = read_number(text, 0);
  if (number)
    span.begin += number->span.end;
  else if (const auto found = mark.find(text))
    span.begin += found->end;
  return trimmed(document.text, span);
}

std::vector<Item> items(const Document& document, const Outline& outline, const Part& part,
                        const Condition& naming) {
  return ItemFinder(document, outline, part, naming).find();
}

}  // namespace hegui
