#include "checks/repeats/clauses.h"

#include <algorithm>
#include <utility>

#include "language/zh_common_words.h"
#include "text/characters.h"
#include "text/fnv1a.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {}  // namespace

std::vector<Clause> clauses_of(std::string_view text, std::uint32_t begin) {
  constexpr std::u32string_view marks = U"，。；！？,;";
  constexpr std::u32string_view stops = U"。；！？;";
  constexpr std::uint64_t basis = fnv1a({});
  std::vector<Clause> found;
  Clause clause{.span = {begin, begin}, .hash = basis};
  const auto close = [&](std::size_t end, std::size_t next) {
    clause.span.end = begin + static_cast<std::uint32_t>(end);
    if (clause.han > 0) found.push_back(clause);
    const std::uint32_t start = begin + static_cast<std::uint32_t>(next);
    clause = {.span = {start, start}, .hash = basis, .sentence = clause.sentence};
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t code = next_code_point(text, at);
    if (code == ' ') {
      if (clause.han == 0) clause.span.begin = begin + static_cast<std::uint32_t>(at);
      continue;
    }
    const bool han = is_han(code);
    if (!han && is_one_of(marks, code)) {
      close(from, at);
      if (is_one_of(stops, code)) ++clause.sentence;
      continue;
    }
    clause.hash = (clause.hash ^ code) * 0x100000001b3;
    clause.han += han ? 1 : 0;
    clause.is_label = clause.is_label || code == U'：';
    clause.counts = clause.counts || is_digit(code);
    clause.is_rate = clause.is_rate || code == U'%' || code == zh_percentage_point;
  }
  close(text.size(), text.size());
  return found;
}

void match_clauses(std::vector<Clause>& clauses) {
  std::vector<std::uint32_t> order(clauses.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(clauses[i].hash, i); });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Clause& before = clauses[order[i - 1]];
    Clause& clause = clauses[order[i]];
    if (clause.hash == before.hash && !clause.is_label)
      clause.first = before.first >= 0 ? before.first : static_cast<std::int32_t>(order[i - 1]);
  }
}

Run run_from(const std::vector<Clause>& clauses, std::size_t begin) {
  Run run{.begin = begin, .end = begin, .first = static_cast<std::size_t>(clauses[begin].first)};
  const auto goes_on = [&] {
    return run.end < clauses.size() && clauses[run.end].first >= 0 &&
           static_cast<std::size_t>(clauses[run.end].first) == run.first + (run.end - begin);
  };
  for (; goes_on(); ++run.end) {
    run.han += clauses[run.end].han;
    run.has_rate = run.has_rate || clauses[run.end].is_rate;
    run.counts = run.counts || (clauses[run.end].counts && !clauses[run.end].is_rate);
  }
  return run;
}

}  // namespace hegui
