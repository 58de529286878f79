#include "checks/figures/part_lists.h"

#include <algorithm>

#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::size_t most_between = 2;  // Of other units, between a total and its parts.

}  // namespace

bool PartLists::says(std::string_view key, std::string_view text) const {
  const Terms* terms = arguments_.terms(key);
  return terms && terms->matches(text);
}

/// Where the parts of a total begin. Of what stands in between nothing is counted alike.
std::optional<std::size_t> PartLists::list_behind(std::size_t at) const {
  if (at >= own_ && at + 1 < row_.size() && row_.opens_bracket(at + 1)) return at + 1;
  for (std::size_t i = at + 1; i < row_.size() && i <= at + 1 + most_between; ++i) {
    if (row_.depth(i) != row_.depth(at)) return std::nullopt;
    const bool is_alike = have_same_unit(row_[i], row_[at]);
    if ((is_alike || i == at + 1) && i >= own_ && says("parts", row_.gap(i))) return i;
    if (is_alike) return begins_bare_list(at, i) ? std::optional(i) : std::nullopt;
  }
  return std::nullopt;
}

/// 清理文件64件，保留41件、修改13件、废止10件: behind a comma, and not the first of a list; or
/// 纠错的96件中，撤销41件、变更18件、确认违法37件.
bool PartLists::begins_bare_list(std::size_t total, std::size_t i) const {
  if (i != total + 1 || i < own_ || !arguments_.has("next")) return false;
  const LanguageData& language = data_of(document_.language);
  const auto is_next = [&](std::size_t next) {
    return next < row_.size() && have_same_unit(row_[next], row_[i]) &&
           row_.gap(next).starts_with(arguments_.word("next"));
  };
  const bool is_behind = row_.gap(i).starts_with(language.comma) || says("within", row_.gap(i));
  return is_behind && is_next(i + 1) && is_next(i + 2) &&
         (i < 2 || !row_.gap(i - 1).starts_with(arguments_.word("next")));
}

std::optional<Total> PartLists::parts_behind(std::size_t at) const {
  const auto begin = list_behind(at);
  if (!begin) return std::nullopt;
  Total total{.at = at,
              .may_be_partial = says("some", row_.gap(*begin)),
              .is_apart = *begin > at + 1 || at < own_ ||
                          (!row_.opens_bracket(*begin) && !says("parts", row_.gap(*begin)))};
  if (!read_parts(*begin, total) || total.parts.empty()) return std::nullopt;
  if (says("rest", row_.gap(total.parts.back())) || are_whole(total.outer))
    total.may_be_partial = false;
  else if (row_.goes_on_openly(total.parts.back()))
    total.may_be_partial = true;
  return total;
}

bool PartLists::read_parts(std::size_t begin, Total& total) const {
  const int depth = row_.depth(begin);
  for (std::size_t i = begin; i < row_.size() && row_.depth(i) >= depth; ++i) {
    if (i >= begin + most_parts) return false;
    if (i > begin && says("total", row_.gap(i))) break;
    if (row_.depth(i) > depth) continue;
    if (row_[i].is_count() && row_[i].number.exact) total.mixed.push_back(i);
    if (!have_same_unit(row_[i], row_[total.at])) continue;
    if (!row_[i].number.exact) return false;
    total.parts.push_back(i);
    const bool is_inner = i > begin && (says("parts", row_.gap(i)) || says("some", row_.gap(i)));
    if (!is_inner) total.outer.push_back(i);
  }
  return true;
}

/// Whether a list of `whole` names just these parts.
bool PartLists::are_whole(const std::vector<std::size_t>& parts) const {
  const NamedTerms* lists = arguments_.named("whole");
  if (!lists) return false;
  return std::ranges::any_of(*lists, [&](const auto& list) {
    const std::vector<Term>& terms = list.second.list();
    return terms.size() == parts.size() && std::ranges::all_of(terms, [&](const Term& term) {
             return std::ranges::any_of(parts, [&](std::size_t part) {
               return term.find(row_.label(part), 0).has_value();
             });
           });
  });
}

}  // namespace hegui
