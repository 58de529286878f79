// Parts in paragraphs of their own:
//
//   全年办理许可436件，平均用时6个工作日。
//   ——取水许可158件；
//   ——方案审批197件；
//   ——其他许可81件。
//
// The list may be of something else than what the paragraph before it counts. So it is only judged
// where its sum is just off that figure, as by a slip of the hand, or as a list that names 其他.

#include "checks/figures/listed_sums.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "checks/figures/amount_row.h"
#include "checks/figures/part_lists.h"
#include "checks/figures/sum_slips.h"
#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::size_t longest = 40 * 3;     // Bytes of an item.
constexpr std::size_t least = 3;            // Items.
constexpr std::uint32_t longest_break = 8;  // Bytes between two; a heading has more.
constexpr double most_off = 0.12, most_off_with_rest = 0.05, most_off_with_total = 0.3;

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

class ListedSums {
 public:
  ListedSums(const Document& document, const Arguments& arguments, Outcome& outcome)
      : document_(document), arguments_(arguments), outcome_(outcome) {}

  /// Up to where the list goes that may begin there; a semicolon tells that one more follows.
  std::size_t end_of_list(const std::vector<Span>& paragraphs, std::size_t i) const {
    const std::string_view semicolon = data_of(document_.language).semicolon;
    bool has_semicolons = false;
    std::size_t end = i;
    while (end < paragraphs.size() && may_be_item(paragraphs[end]) &&
           (end == i || paragraphs[end].begin - paragraphs[end - 1].end <= longest_break)) {
      const bool goes_on = document_.slice(paragraphs[end++]).ends_with(semicolon);
      if (goes_on != has_semicolons && end > i + 1) return goes_on ? end - 1 : end;
      has_semicolons = goes_on;
    }
    return end;
  }

  /// Those behind the paragraph that may say their sum. Whether they were reported.
  bool check(Span before, const Span* begin, const Span* end) const {
    const AmountRow row(document_, {before.begin, (end - 1)->end});
    std::vector<std::size_t> parts;
    std::size_t i = 0;
    while (i < row.size() && row[i].figure.span.begin < before.end) ++i;
    const std::size_t own = i;
    for (const Span* item = begin; item != end; ++item) {
      while (i < row.size() && row[i].figure.span.begin < item->begin) ++i;
      if (i == row.size() || row[i].figure.span.begin >= item->end || !is_part(row, i, *item) ||
          (!parts.empty() && !have_same_unit(row[i], row[parts.front()])))
        break;
      parts.push_back(i);
    }
    if (parts.size() < least) return false;
    std::optional<std::size_t> total;
    if (says("total", row.gap(parts.back()))) {
      total = parts.back();
      parts.pop_back();
      if (!differs(row, parts, *total) || off(row, parts, *total) > most_off_with_total)
        total.reset();
    } else {
      total = total_before(row, own, parts, before);
    }
    if (total) report(row, parts, *total);
    return total.has_value();
  }

 private:
  bool may_be_item(Span paragraph) const {
    return paragraph.size() <= longest && has_digit(document_.slice(paragraph));
  }

  bool says(std::string_view key, std::string_view text) const {
    const Terms* terms = arguments_.terms(key);
    return terms && terms->matches(text);
  }

  /// A count with its name before it.
  bool is_part(const AmountRow& row, std::size_t i, Span item) const {
    constexpr std::uint32_t shortest = 2 * 3;
    return row[i].number.exact && !row[i].unit.empty() && !row[i].is_percent() &&
           row[i].figure.span.begin >= item.begin + shortest;
  }

  static double off(const AmountRow& row, const std::vector<std::size_t>& parts,
                    std::size_t total) {
    return std::abs(row.sum(parts) / row[total].number.value - 1);
  }

  static bool differs(const AmountRow& row, const std::vector<std::size_t>& parts,
                      std::size_t total) {
    return std::abs(row.sum(parts) - row[total].number.value) > row.tolerance(parts, total);
  }

  /// The first of their unit in the paragraph, if none is their sum and it is just off.
  std::optional<std::size_t> total_before(const AmountRow& row, std::size_t own,
                                          const std::vector<std::size_t>& parts,
                                          Span before) const {
    std::optional<std::size_t> total;
    for (std::size_t i = own; i-- > 0;) {
      if (!have_same_unit(row[i], row[parts.front()])) continue;
      if (!differs(row, parts, i)) return std::nullopt;
      total = i;
    }
    if (!total || !row[*total].number.exact) return std::nullopt;
    const double most = says("rest", row.label(parts.back())) ? most_off_with_rest : 0;
    const bool is_partial = most == 0 && says("some", document_.slice(before));
    const bool is_near =
        off(row, parts, *total) <= most ||
        (!is_partial && off(row, parts, *total) <= most_off && is_slip_of_hand(row, parts, *total));
    return is_near ? total : std::nullopt;
  }

  void report(const AmountRow& row, const std::vector<std::size_t>& parts,
              std::size_t total) const {
    const Span first = row[parts.front()].figure.span, last = row[parts.back()].figure.span;
    outcome_.evidence.push_back(row[total].figure.span);
    outcome_.problems.push_back({.span = row[total].figure.span,
                                 .message = sum_differs(document_, row, parts, total),
                                 .related = {{.place = {.span = {first.begin, last.end}},
                                              .message = say("各分项", "the parts")}}});
  }

  const Document& document_;
  const Arguments& arguments_;
  Outcome& outcome_;
};

}  // namespace

void check_listed_sums(const Document& document, const Arguments& arguments,
                       const std::vector<Span>& paragraphs, Outcome& outcome) {
  const ListedSums sums(document, arguments, outcome);
  for (std::size_t i = 0; i < paragraphs.size();) {
    const std::size_t end = sums.end_of_list(paragraphs, i);
    const Span* first = paragraphs.data() + i;
    const Span* last = paragraphs.data() + end;
    const Span before = i > 0 ? first[-1] : Span{first->begin, first->begin};
    // What says the sum may be as short as the items are.
    if (end - i >= least && end - i <= most_parts && !sums.check(before, first, last) &&
        end - i > least)
      sums.check(first[0], first + 1, last);
    i = std::max(end, i + 1);
  }
}

}  // namespace hegui
