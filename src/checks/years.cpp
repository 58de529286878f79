// years: no year before the report's own is named but as what it is.
//
//   years: {except: ['/《[^》]*》/'], unless: ['/以来|同比/']}
//
// A report made from last year's has its years here and there. `except` are stretches in which a
// year is none of the report's (titles, quotations, spans); a sentence that matches `unless`, or
// names the report's own year too, speaks of the past and says so. A heading has no such excuse.
// Later years are plans. Tables compare years, and are not looked at. Silent when the report's own
// year is not known.

#include <algorithm>
#include <array>

#include "checks/check.h"
#include "checks/region.h"
#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "years inside these do not count"},
    Key{.name = "unless",
        .type = KeyType::terms,
        .zh = "句子写到这些，就不算；标题不看这个",
        .en = "years of sentences that say these do not count, save in headings"},
    Key{.name = "not-in",
        .type = KeyType::texts,
        .zh = "落在这些要求的部分里的不算；规则集里没有那项要求，就没有这一部分",
        .en = "years in the parts of these requirements do not count",
        .place = KeyPlace::beside},
};

class StrayYears {
 public:
  StrayYears(const Target& target, const Arguments& arguments, std::string_view own)
      : target_(target),
        except_(arguments.terms("except")),
        unless_(arguments.terms("unless")),
        apart_(parts_named(target, arguments.texts("not-in"))),
        own_(own) {}

  void look_at(const Piece& piece, Outcome& outcome) const {
    if (target_.document.blocks[piece.block].in_table()) return;
    if (piece.heading) {
      look_at(piece.span, false, outcome);
      return;
    }
    const Form& year = data_of(target_.document.language).year;
    if (!year->matches(target_.document.slice(piece.span))) return;
    for (const Span sentence : sentences(target_.document, piece.span))
      look_at(sentence, true, outcome);
  }

 private:
  void look_at(Span place, bool excusable, Outcome& outcome) const {
    const std::string_view text = target_.document.slice(place);
    const Form& year = data_of(target_.document.language).year;
    std::vector<Span> allowed;
    bool is_first = true;
    for (auto hit = year->find(text); hit; hit = year->find(text, hit->end)) {
      const std::string_view value = text.substr(hit->begin, hit->size());
      if (value >= own_) continue;
      if (is_first && excusable && speaks_of_past(text)) return;
      if (is_first && except_) allowed = except_->all(text);
      is_first = false;
      const Span found{place.begin + hit->begin, place.begin + hit->end};
      if (std::ranges::any_of(allowed, [&](Span span) { return span.overlaps(*hit); }) ||
          std::ranges::any_of(apart_,
                              [&](const Part* part) { return part->contains(found.begin); }))
        continue;
      outcome.evidence.push_back(found);
      outcome.problems.push_back({found, say("写的是 {} 年，报告年度是 {} 年",
                                             "the year is {}, the report's is {}", value, own_)});
    }
  }

  bool speaks_of_past(std::string_view sentence) const {
    return sentence.find(own_) != std::string_view::npos || (unless_ && unless_->matches(sentence));
  }

  const Target& target_;
  const Terms* except_;
  const Terms* unless_;
  std::vector<const Part*> apart_;
  std::string_view own_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const auto own = target.variables.find("year");
  if (own == target.variables.end()) return outcome;
  const StrayYears years(target, arguments, own->second);
  for (const Piece& piece : target.outline.pieces) years.look_at(piece, outcome);
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind years_check;
const CheckKind years_check{"years",
                            "不写报告年度以前的年份，除非说的就是以前",
                            "no year before the report's own, unless it speaks of the past",
                            Scope::document,
                            keys,
                            {},
                            run};

}  // namespace hegui
