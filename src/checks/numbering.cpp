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

/// How a numbering goes on behind a number that does not fit.
enum class Sequel {
  as_meant,    ///< As if the number were right: only it is wrong.
  as_written,  ///< Behind what is written: all that follow are wrong with it.
  ends,
  unknown,
};

/// The next one of its numbering; end() if there is none.
std::vector<Entry>::const_iterator next_of(const std::vector<Entry>& entries, std::size_t at) {
  const int form = entries[at].form;
  const auto next =
      std::ranges::find_if(entries.begin() + static_cast<std::ptrdiff_t>(at) + 1, entries.end(),
                           [&](const Entry& entry) { return entry.form <= form; });
  return next == entries.end() || next->form < form || next->value == 1 ? entries.end() : next;
}

Sequel sequel_of(const std::vector<Entry>& entries, std::size_t at, int expected) {
  const auto next = next_of(entries, at);
  if (next == entries.end()) return Sequel::ends;
  if (next->value == expected + 1) return Sequel::as_meant;
  return next->value == entries[at].value + 1 ? Sequel::as_written : Sequel::unknown;
}

/// Moves the numbers from `at` on that follow one another on by one, so that what comes behind them
/// is held to what they should be. Returns the edits; none where we cannot tell how one is written.
std::vector<Edit> move_on(const Target& target, std::vector<Entry>& entries, std::size_t at) {
  std::vector<Edit> edits;
  bool all = true;
  const LanguageData& language = data_of(target.document.language);
  for (int value = entries[at].value;; ++value) {
    Entry& entry = entries[at];
    std::string moved = written_as(language, target.document.written(entry.span), value + 1);
    all = all && !moved.empty();
    edits.push_back({entry.span, std::move(moved)});
    const auto next = next_of(entries, at);
    const bool follows = next != entries.end() && next->value == value + 1;
    ++entry.value;
    if (!follows) return all ? edits : std::vector<Edit>{};
    at = static_cast<std::size_t>(next - entries.begin());
  }
}

/// Returns how it goes on. What should stand there is certain if only that number is wrong.
/// What moves with it has its right value after.
Sequel report(const Target& target, std::vector<Entry>& entries, std::size_t at, int expected,
              const std::optional<Entry>& before, Outcome& outcome) {
  const Entry entry = entries[at];
  const std::string_view written = target.document.written(entry.span);
  const std::string right = written_as(data_of(target.document.language), written, expected);
  const std::string shown = right.empty() ? std::to_string(expected) : right;
  const bool repeated = before && entry.value <= before->value;
  const Sequel sequel = sequel_of(entries, at, expected);
  // Where the one before is repeated, an item was put in, and those behind it kept their numbers.
  const bool moves = sequel == Sequel::as_written && entry.value + 1 == expected;
  Problem problem{
      entry.span,
      moves ? say("序号“{}”重复，应为“{}”，后面的依次顺延",
                  "the number “{}” is repeated, expected “{}”, and those after it move on by one",
                  written, shown)
      : repeated ? say("序号“{}”重复，应为“{}”", "the number “{}” is repeated, expected “{}”",
                       written, shown)
                 : say("序号“{}”前有跳号，应为“{}”", "the numbering skips to “{}”, expected “{}”",
                       written, shown)};
  if (before)
    problem.related.push_back({{.span = before->span}, say("前一个序号", "the previous number")});
  if (moves)
    problem.fix = {.edits = move_on(target, entries, at), .is_safe = false};
  else if (!right.empty() && (sequel == Sequel::as_meant || (repeated && sequel == Sequel::ends)))
    problem.fix.edits.push_back({entry.span, right});
  outcome.problems.push_back(std::move(problem));
  return sequel;
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
    const std::optional<Entry> previous =
        last == open.end() ? std::nullopt : std::optional(last->second);
    const int expected = previous ? previous->value + 1 : 1;
    Entry& now = open[entry.form] = entry;
    const bool fits =
        entry.value == expected || entry.value == 1 || (!previous && (runs_on || open.size() == 1));
    if (fits) continue;
    // One slip is told once.
    const Sequel sequel = report(target, entries, i, expected, previous, outcome);
    now.value = sequel == Sequel::as_meant ? expected : entry.value;
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
    open_.back() = entry;
    return before_.value + 1;
  }
  const Entry& before() const { return before_; }
  /// Goes on as if the last one had that value.
  void go_on_from(int value) { open_.back().value = value; }

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

/// The numbers of one form between two places where all begin anew.
void check_row(const Target& target, std::vector<Entry>& entries, Outcome& outcome) {
  Rows rows;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto expected = rows.next(entries[i]);
    if (!expected) continue;
    const Sequel sequel = report(target, entries, i, *expected, rows.before(), outcome);
    const bool is_meant = sequel == Sequel::as_meant ||
                          (sequel != Sequel::as_written && entries[i].value < *expected);
    rows.go_on_from(is_meant ? *expected : entries[i].value);
  }
}

/// …难在协调，二是难在经费: whether the sentence has a first item before a later one, behind a word
/// instead of a mark. Then it begins a row: 这项工作一是难在协调，二是难在经费.
bool has_first_before(const Target& target, Span piece, std::uint32_t from, const Entry& entry) {
  const LanguageData& language = data_of(target.document.language);
  std::string_view before = target.document.slice({std::max(piece.begin, from), entry.span.begin});
  if (const std::size_t stop = before.rfind(language.stop); stop != before.npos)
    before.remove_prefix(stop);
  const std::string first = written_as(language, target.document.slice(entry.span), 1);
  return !first.empty() && before.find(first) != before.npos;
}

void check_sequence(const Target& target, const Arguments& arguments, Outcome& outcome) {
  std::array<std::vector<Entry>, row_forms> entries;
  const auto check_rows = [&] {
    for (std::vector<Entry>& row : entries) {
      check_row(target, row, outcome);
      row.clear();
    }
  };
  int section = -1;
  for (const Piece& piece : target.outline.pieces) {
    if (piece.section != section) check_rows();
    section = piece.section;
    if (piece.heading) continue;
    std::uint32_t last = piece.span.begin;
    for (const ItemMark& mark : item_marks(target.document, piece.span)) {
      const auto form = form_of(target, piece.span, mark);
      if (!form) continue;
      const Entry entry = entry_of(mark);
      const bool is_spoken = mark.form == ItemMark::Form::shi;
      if (is_spoken && mark.value > 1 && has_first_before(target, piece.span, last, entry))
        entries[*form].push_back({entry.form, 1, entry.span});
      entries[*form].push_back(entry);
      if (is_spoken) last = entry.span.end;
    }
    if (restarts(arguments, target.document.slice(piece.span))) check_rows();
  }
  check_rows();
  std::ranges::sort(outcome.problems, {},
                    [](const Problem& problem) { return problem.span.begin; });
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
