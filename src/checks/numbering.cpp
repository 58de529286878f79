// numbering: numbers go on without gap or repeat.
//
//   numbering: {of: headings}                一、 （一） 1. at the start of paragraphs, by form
//   numbering: {of: items}                   一是 二是 三是, 第一， 其一， 一要 in running text
//   numbering: {of: items, what: marks}      …次二是…: an item begins behind a mark
//
// A numbering may begin at 1 again anywhere, and a form may run on under the next heading. A report
// that begins at 二、 is a page of one and is let alone. `restart-after` names text behind which
// all numberings begin anew.

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "checks/check.h"
#include "document/items.h"
#include "language/language_data.h"
#include "language/zh_lists/zh_ordinals.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "看哪种序号",
        .en = "what kind of numbers to look at",
        .choices = "headings|items",
        .fallback = "headings"},
    Key{.name = "what",
        .type = KeyType::word,
        .zh = "看什么毛病",
        .en = "what to look for in items: gaps in their sequence, or a missing mark before one",
        .choices = "sequence|marks",
        .needs = "of",
        .fallback = "sequence"},
    Key{.name = "restart-after",
        .type = KeyType::terms,
        .zh = "在这些之后重新编号",
        .en = "text after which numbering starts again"},
};

/// A number as it is written, with another value; empty where we cannot tell how.
std::string written_as(const LanguageData& language, std::string_view written, int value) {
  if (value < 1 || value >= static_cast<int>(language.numerals.size())) return {};
  std::size_t begin = 0;
  while (begin < written.size()) {
    std::size_t at = begin;
    const char32_t code = next_code_point(written, at);
    if (code >= '0' && code <= '9') {
      const std::size_t end = written.find_first_not_of("0123456789", begin);
      return std::string(written.substr(0, begin)) + std::to_string(value) +
             (end == std::string_view::npos ? "" : std::string(written.substr(end)));
    }
    std::size_t end = begin;
    if (language.read_numeral(written, end) > 0)
      return std::string(written.substr(0, begin)) +
             std::string(language.numerals[static_cast<std::size_t>(value)]) +
             std::string(written.substr(end));
    begin = at;
  }
  return {};
}

/// One number on its way through the document.
struct Entry {
  int form = 0;  // Outermost first.
  int value = 0;
  Span span = {};
};

/// The number that should stand there is certain if the numbering goes on as if it did.
void report(const Target& target, const std::vector<Entry>& entries, std::size_t at, int expected,
            const std::optional<Entry>& before, Outcome& outcome) {
  const Entry& entry = entries[at];
  const std::string_view written = target.document.written(entry.span);
  const std::string right = written_as(data_of(target.document.language), written, expected);
  const std::string shown = right.empty() ? std::to_string(expected) : right;
  const bool repeated = before && entry.value <= before->value;
  Problem problem{entry.span,
                  repeated ? say("序号“{}”重复，应为“{}”",
                                 "the number “{}” is repeated, expected “{}”", written, shown)
                           : say("序号“{}”前有跳号，应为“{}”",
                                 "the numbering skips to “{}”, expected “{}”", written, shown)};
  if (before)
    problem.related.push_back({{.span = before->span}, say("前一个序号", "the previous number")});
  const auto next =
      std::ranges::find_if(entries.begin() + static_cast<std::ptrdiff_t>(at) + 1, entries.end(),
                           [&](const Entry& e) { return e.form <= entry.form; });
  const bool last = next == entries.end() || next->form < entry.form || next->value == 1;
  const bool goes_on =
      next != entries.end() && next->form == entry.form && next->value == expected + 1;
  if (!right.empty() && repeated && (last || goes_on))
    problem.fix.edits.push_back({entry.span, right});
  outcome.problems.push_back(std::move(problem));
}

bool restarts(const Arguments& arguments, std::string_view text) {
  const Terms* after = arguments.terms("restart-after");
  return after && after->matches(text);
}

// --- headings and numbered paragraphs

void check_headings(const Target& target, const Arguments& arguments, Outcome& outcome) {
  std::vector<Entry> entries;
  std::vector<std::size_t> fresh;  // Entries before which everything begins anew.
  auto number = target.outline.numbers.begin();
  const auto add_up_to = [&](std::uint32_t end) {
    for (; number != target.outline.numbers.end() && number->span.begin < end; ++number)
      if (number->form != Numbering::multilevel)
        entries.push_back({static_cast<int>(number->form), number->value, number->span});
  };
  for (const Piece& piece : target.outline.pieces) {
    if (!restarts(arguments, target.document.slice(piece.span))) continue;
    add_up_to(piece.span.end);
    fresh.push_back(entries.size());
  }
  add_up_to(target.outline.body.end);
  std::map<int, Entry> open, ended;  // By form; ended: closed by an outer number.
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (std::ranges::find(fresh, i) != fresh.end()) open.clear();
    for (auto inner = open.upper_bound(entry.form); inner != open.end(); inner = open.erase(inner))
      ended.insert_or_assign(inner->first, inner->second);
    const auto last = open.find(entry.form);
    const auto before = ended.find(entry.form);
    const bool runs_on =
        last == open.end() && before != ended.end() && entry.value == before->second.value + 1;
    if (last != open.end()) {
      if (entry.value != last->second.value + 1 && entry.value != 1)
        report(target, entries, i, last->second.value + 1, last->second, outcome);
    } else if (entry.value != 1 && !runs_on && !open.empty()) {
      report(target, entries, i, 1, std::nullopt, outcome);
    }
    open.insert_or_assign(entry.form, entry);
  }
}

// --- items

/// 一是 二是 二是: rows may be nested, so a number that does not go on the innermost row may go on
/// one around it.
class Rows {
 public:
  /// The value that was expected instead, or nullopt if the mark fits.
  std::optional<int> next(const Entry& entry) {
    if (entry.value == 1) {
      open_.push_back(entry);
      return std::nullopt;
    }
    for (std::size_t i = open_.size(); i-- > 0;)
      if (entry.value == open_[i].value + 1) {
        open_.resize(i + 1);
        open_.back() = entry;
        return std::nullopt;
      }
    if (open_.empty()) return std::nullopt;  // Its 一是 was elsewhere.
    before_ = open_.back();
    const int expected = open_.back().value + 1;
    // Go on from what was meant, so that one slip is told once.
    open_.back() = {entry.form, entry.value < expected ? expected : entry.value, entry.span};
    return expected;
  }
  const Entry& before() const { return before_; }
  void clear() { open_.clear(); }

 private:
  std::vector<Entry> open_;
  Entry before_ = {};
};

Entry entry_of(const ItemMark& mark) {
  // 二是 is two characters; 十一是 three.
  const std::uint32_t length = (mark.value > 10 ? 3 : 2) * 3;
  return {0, mark.value, {mark.at, mark.at + length}};
}

/// Rows of one form go on by themselves: 一是 is the first, then those of ordinals.
constexpr std::size_t row_forms = 4;

std::optional<std::size_t> form_of(const Target& target, Span piece, const ItemMark& mark) {
  if (mark.form == ItemMark::Form::shi) return 0;
  if (mark.form != ItemMark::Form::ordinal || target.document.language != Language::zh)
    return std::nullopt;
  const auto ordinal = zh_ordinal(target.document.slice(piece), mark.at - piece.begin);
  return ordinal ? std::optional(static_cast<std::size_t>(*ordinal) + 1) : std::nullopt;
}

void check_sequence(const Target& target, const Arguments& arguments, Outcome& outcome) {
  std::array<Rows, row_forms> rows;
  const auto clear = [&] { std::ranges::for_each(rows, &Rows::clear); };
  int section = -1;
  for (const Piece& piece : target.outline.pieces) {
    if (piece.section != section) clear();
    section = piece.section;
    if (piece.heading) continue;
    std::array<std::vector<Entry>, row_forms> entries;
    for (const ItemMark& mark : item_marks(target.document, piece.span))
      if (const auto form = form_of(target, piece.span, mark))
        entries[*form].push_back(entry_of(mark));
    for (std::size_t form = 0; form < row_forms; ++form)
      for (std::size_t i = 0; i < entries[form].size(); ++i)
        if (const auto expected = rows[form].next(entries[form][i]))
          report(target, entries[form], i, *expected, rows[form].before(), outcome);
    if (restarts(arguments, target.document.slice(piece.span))) clear();
  }
}

void check_marks(const Target& target, Outcome& outcome) {
  for (const Piece& piece : target.outline.pieces) {
    if (piece.heading) continue;
    for (const ItemMark& item : item_marks(target.document, piece.span))
      if (item.glued) {
        const Entry entry = entry_of(item);
        const std::string_view written = target.document.written(entry.span);
        const std::string_view mark = data_of(target.document.language).semicolon;
        // It may also be a stop.
        outcome.problems.push_back(
            {entry.span,
             say("“{}”前面缺标点", "a punctuation mark is missing before “{}”", written),
             {.edits = {{entry.span, std::string(mark) + std::string(written)}},
              .is_safe = false}});
      }
  }
}

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  if (arguments.word("of") == "headings")
    check_headings(target, arguments, outcome);
  else if (arguments.word("what") == "marks")
    check_marks(target, outcome);
  else
    check_sequence(target, arguments, outcome);
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind numbering_check;
const CheckKind numbering_check{"numbering",
                                "序号不跳、不重",
                                "numbers go on without gap or repeat",
                                Scope::document,
                                keys,
                                "of",
                                run};

}  // namespace hegui
