// Items of a part, innermost first:
//
//   1、合法性审查方面：由于…           leaf without enumeration: one item
//   2、行政执法方面：一是…；二是…     leaf with an enumeration: its items, not itself
//
// An enumeration in running text is a row of marks of one form: 一是 二是 三是, 第一， 第二，,
// （一）（二）, 1. 2., ①②, 首先 其次, 头一处， 第二处，, 问题一： 问题二：, 一个是 再一个是. A
// single mark is no enumeration.

#include "document/items.h"

#include <algorithm>
#include <map>
#include <optional>

#include "document/listed_items.h"
#include "document/numbering.h"
#include "document/tables/item_rows.h"
#include "language/language_data.h"
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

/// To (a) hire two, (b) mend the roof and (c) sell the van: the first may stand behind any word.
bool may_be_bracketed(const LanguageData& language, std::string_view text, const Number& number) {
  constexpr std::size_t longest = 16;  // Bytes of the words before it that are looked at.
  const std::size_t end = number.span.begin;
  if (text[end] != '(' || end < 2 || text[end - 1] != ' ') return false;
  return number.value == 1 ||
         language.before_bracketed->matches(last_bytes(text.substr(0, end), longest));
}

/// （一）, 1., ① at the start of a paragraph or after a mark.
void collect_numbers(const Document& document, Span span, std::vector<Number>& numbers) {
  const LanguageData& language = data_of(document.language);
  const std::string_view text = std::string_view(document.text).substr(0, span.end);
  char32_t before = 0;
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (code == ' ') continue;
    const bool behind_mark =
        before == 0 || language.before_numbers.find(before) != std::u32string_view::npos;
    if (behind_mark || code == '(')
      if (const auto number = read_number(language, text, static_cast<std::uint32_t>(begin));
          number && (behind_mark || may_be_bracketed(language, text, *number))) {
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

/// Rows of a counted word whose numbers rise.
void add_counted(const Document& document, const std::vector<Span>& text,
                 std::vector<Mark>& marks) {
  const auto counted_word = data_of(document.language).counted_word;
  if (!counted_word) return;
  std::map<std::string_view, std::vector<Mark>> rows;
  for (const Span paragraph : text)
    for (const Span sentence : clauses(document, paragraph))
      if (const auto counted = counted_word(document.slice(sentence))) {
        std::vector<Mark>& row = rows[counted->word];
        const int next = row.empty() ? 1 : row.back().value + 1;
        row.push_back(
            {sentence.begin, 0, counted->value == CountedWord::one_more ? next : counted->value});
      }
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
      : document_(document),
        language_(data_of(document.language)),
        outline_(outline),
        part_(part),
        naming_(naming) {}

  std::vector<Item> find() {
    collect_leaves();
    std::vector<Leaf> without;
    for (const Leaf& leaf : leaves_)
      if (!add_enumerated(leaf)) without.push_back(leaf);
    if (!items_.empty()) std::erase_if(without, [&](const Leaf& leaf) { return is_lead(leaf); });
    split(without);
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

  /// Without the rows whose lead `naming` refuses, which enumerate something else of the leaf:
  /// （一）执法力量不足。…主要原因：一是…二是….
  void drop_refused_rows(const Leaf& leaf, std::vector<Mark>& marks) const {
    if (naming_.none.empty()) return;
    bool is_refused = false;
    std::erase_if(marks, [&, first = true](const Mark& mark) mutable {
      if (mark.value == 1 || first)
        is_refused = naming_.none.matches(
            document_.slice(trimmed(document_.text, lead_before(leaf, mark.at))));
      first = false;
      return is_refused;
    });
  }

  /// `marks` are those of the leaf.
  bool add_listed(const Leaf& leaf, const std::vector<Mark>& marks) {
    const std::vector<Span> listed = listed_items(document_, leaf.text);
    // (a) … (b) … in one paragraph.
    if (listed.size() == 1 && marks.size() > 1) return false;
    if (listed.empty()) return add_rows(leaf);
    const Span lead = lead_before(leaf, listed.front().begin);
    for (const Span span : listed)
      items_.push_back({.span = span, .lead = lead, .section = leaf.section, .listed = true});
    return true;
  }

  bool add_rows(const Leaf& leaf) {
    const std::vector<ItemRow> of_tables = item_rows(document_, leaf.text);
    Span lead;
    for (std::size_t i = 0; i < of_tables.size(); ++i) {
      const ItemRow& row = of_tables[i];
      if (i == 0 || row.table != of_tables[i - 1].table) lead = lead_before(leaf, row.table);
      items_.push_back({.span = row.span,
                        .lead = lead,
                        .section = leaf.section,
                        .listed = true,
                        .heads = row.heads});
    }
    return !of_tables.empty();
  }

  bool add_enumerated(const Leaf& leaf) {
    std::vector<Mark> marks = rows(leaf);
    drop_refused_rows(leaf, marks);
    if (add_listed(leaf, marks)) return true;
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
    const std::uint32_t end = std::min(paragraph.end, at);
    const std::string_view words = last_bytes(document_.slice({paragraph.begin, end}), 900);
    const Span before{end - static_cast<std::uint32_t>(words.size()), end};
    const std::vector<Span> split = sentences(document_, before);
    return split.empty() ? before : split.back();
  }

  bool names(Span span) const {
    const std::string_view text = document_.slice(span);
    return naming_.empty() ? language_.han(language_.first_characters(text, 60)) >= 8
                           : naming_.holds(text);
  }

  /// Whether the headings of the part stand below that text, not beside it as in 三、不足 …
  /// 四、问题背后的原因 ….
  bool is_lead(const Leaf& leaf) const {
    return leaf.headed || std::ranges::any_of(headed_, [&](const auto& headed) {
             int section = headed.first;
             while (section >= 0 && section != leaf.section)
               section = outline_.section(section).parent;
             return section == leaf.section;
           });
  }

  /// Text that enumerates nothing.
  void split(const std::vector<Leaf>& leaves) {
    std::vector<Span> paragraphs;
    for (const Leaf& leaf : leaves)
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
  const LanguageData& language_;
  const Outline& outline_;
  const Part& part_;
  const Condition& naming_;
  std::vector<Leaf> leaves_;
  std::map<int, std::size_t> headed_;  // Section to the leaf that its heading opened.
  std::vector<Item> items_;
};

}  // namespace

std::vector<ItemMark> item_marks(const Document& document, Span span) {
  std::vector<ItemMark> marks = data_of(document.language).item_marks(document.slice(span));
  for (ItemMark& mark : marks) mark.at += span.begin;
  return marks;
}

Span behind_item_mark(const Document& document, Span span) {
  const LanguageData& language = data_of(document.language);
  const std::string_view text = document.slice(span);
  const auto number = read_number(language, text, 0);
  const bool may_be_none = number && number->doubtful && number->form == Numbering::multilevel;
  if (number && !may_be_none)
    span.begin += number->span.end;
  else if (const auto found = language.item_mark->find(text))
    span.begin += found->end;
  return trimmed(document.text, span);
}

std::vector<Item> items(const Document& document, const Outline& outline, const Part& part,
                        const Condition& naming) {
  return ItemFinder(document, outline, part, naming).find();
}

bool is_refused(const Document& document, const Item& item, const Condition& naming) {
  return naming.none.matches(document.slice(item.span));
}

}  // namespace hegui
