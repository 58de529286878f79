#include "checks/figures/part_lists.h"

#include <algorithm>
#include <cmath>

#include "language/language_data.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t most_between = 2;  // Of other units, between a total and its parts.
constexpr double most_off = 0.3;         // Of the total, to be meant to be it.
constexpr std::size_t least_bare = 3;    // Parts behind commas that no words call all there is.
constexpr std::size_t longest_result = 4 * 3;  // Bytes of what each of those is called.

/// What stands before an amount, behind the bracket that closes there.
std::string_view behind_bracket(std::string_view gap) {
  for (const std::string_view mark : {"）", ")"})
    if (gap.starts_with(mark)) return gap.substr(mark.size());
  return gap;
}

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

/// 办结213件，维持88件，驳回52件，终止36件: commas only, and short names.
bool PartLists::begins_comma_list(std::size_t total, std::size_t i) const {
  if (i != total + 1 || i < own_) return false;
  const std::string_view comma = data_of(document_.language).comma;
  std::size_t end = i;
  for (; end < row_.size() && have_same_unit(row_[end], row_[total]); ++end) {
    const std::string_view name = row_.label(end);
    if (end >= i + most_parts || row_.depth(end) != row_.depth(total) || name.empty() ||
        name.size() > longest_result || name.size() >= row_.label(total).size() ||
        row_.gap(end).size() != comma.size() + name.size() || !row_.gap(end).starts_with(comma))
      return false;
  }
  return end >= i + least_bare;
}

/// 执法人员143名，男性96名，女性47名: behind a comma, where the names tell that they are all.
std::optional<Total> PartLists::read_bare(std::size_t total, std::size_t begin) const {
  if (begin < own_ || begin + 1 >= row_.size() || row_.depth(begin) != row_.depth(total) ||
      !behind_bracket(row_.gap(begin)).starts_with(data_of(document_.language).comma))
    return std::nullopt;
  Total found{.at = total, .is_bare = true, .is_apart = true};
  if (!have_same_unit(row_[begin], row_[total]) || !read_parts(begin, found)) return std::nullopt;
  found.whole = is_nearly(found.parts, total) ? count_whole(found.parts) : 0;
  return found.whole > 0 ? std::optional(found) : std::nullopt;
}

std::optional<Total> PartLists::parts_behind_bracket(std::size_t at) const {
  if (at < own_ || at + 1 >= row_.size() || !row_.opens_bracket(at + 1)) return std::nullopt;
  std::size_t i = at + 1;
  const std::size_t last = std::min(row_.size(), at + most_parts);
  while (i < last && row_.depth(i) > row_.depth(at)) ++i;
  return i < last ? read_bare(at, i) : std::nullopt;
}

std::optional<Total> PartLists::parts_behind(std::size_t at) const {
  const auto begin = list_behind(at);
  if (!begin && at + 1 < row_.size()) {
    if (auto total = read_bare(at, at + 1)) return total;
    Total total{.at = at, .is_bare = true, .is_apart = true};
    const bool is_list = begins_comma_list(at, at + 1) && read_parts(at + 1, total);
    return is_list ? std::optional(total) : std::nullopt;
  }
  if (!begin) return std::nullopt;
  Total total{.at = at,
              .may_be_partial = says("some", row_.gap(*begin)),
              .is_apart = *begin > at + 1 || at < own_ ||
                          (!row_.opens_bracket(*begin) && !says("parts", row_.gap(*begin)))};
  if (!read_parts(*begin, total) || total.parts.empty()) return std::nullopt;
  total.whole = is_nearly(total.outer, at) ? count_whole(total.outer) : 0;
  if (says("rest", row_.gap(total.parts.back())) || total.whole > 0)
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

bool PartLists::is_named(const Term& name, std::size_t part) const {
  return name.find(row_.label(part), 0) || name.find(row_.noun(part), 0);
}

/// 合格 and 不合格, 采纳 and 未采纳.
bool PartLists::are_opposite(std::size_t one, std::size_t other) const {
  const Terms* nots = arguments_.terms("not");
  const std::string_view name = row_.label(one), opposite = row_.label(other);
  const auto hit = nots ? nots->find(opposite) : std::nullopt;
  if (!hit) return false;
  const std::string_view core = first_code_points(opposite.substr(hit->end), 2);
  const std::size_t at = count_code_points(core) == 2 ? name.find(core) : name.npos;
  return at != name.npos && !nots->matches(name.substr(0, at));
}

/// Whether the first so many of them may be meant to be the total, and none are: most lists are
/// right, or of something else, and need no reading of their names.
bool PartLists::is_nearly(const std::vector<std::size_t>& parts, std::size_t total) const {
  bool is_near = false;
  std::vector<std::size_t> first;
  for (const std::size_t part : parts) {
    first.push_back(part);
    const double all = row_[total].number.value, off = std::abs(row_.sum(first) - all);
    if (first.size() < 2) continue;
    if (off <= row_.tolerance(first, total)) return false;
    is_near = is_near || off <= most_off * all;
  }
  return is_near;
}

/// How many of the first parts are together all there is: a list of `whole` names just these, or
/// they end in one that is the opposite of another. 0 if that cannot be told.
std::size_t PartLists::count_whole(const std::vector<std::size_t>& parts) const {
  if (const NamedTerms* lists = arguments_.named("whole"))
    for (const auto& [name, terms] : *lists) {
      const std::vector<const Term*> names = terms.meant();
      const std::size_t count = names.size();
      if (count > parts.size()) continue;
      const auto end = parts.begin() + static_cast<std::ptrdiff_t>(count);
      if (std::ranges::all_of(names, [&](const Term* term) {
            return std::any_of(parts.begin(), end,
                               [&](std::size_t part) { return is_named(*term, part); });
          }))
        return count;
    }
  for (std::size_t i = 1; i < parts.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (are_opposite(parts[j], parts[i]) || are_opposite(parts[i], parts[j])) return i + 1;
  return 0;
}

}  // namespace hegui
