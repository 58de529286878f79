// years: no year before the report's own is named but as what it is.
//
//   years: {except: ['/《[^》]*》/'], unless: ['/以来|同比/']}
//
// A report made from last year's has its years here and there. `except` are stretches in which a
// year is none of the report's (titles, quotations, spans); a sentence that matches `unless`, or
// names the report's own year too, speaks of the past and says so. A heading has no such excuse.
// Later years are plans. Tables compare years, and are not looked at. Silent when the report's own
// year is not known.
//
//   not-in: [plan]       these parts may name earlier years, but not as the time for what is ahead:
//   due: ['/\d{4}年底前/']  where one matches in them, its year is a later one than the report's
//   plan-headings: ['/\d{4}年工作安排$/']  where none of them is seen, such a heading is one
//   done: ['/\d{4}年的做法/']  where one matches elsewhere, its year is none after the report's

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
    Key{.name = "due",
        .type = KeyType::terms,
        .zh = "在 not-in 的部分里，期限是怎样写的：里面的年份要晚于报告年度",
        .en =
            "how these parts tell the time of what is ahead: its years are later than the report's",
        .needs = "not-in"},
    Key{.name = "plan-headings",
        .type = KeyType::terms,
        .zh = "没有认出这些部分时，它们的标题是怎样写的：里面的年份要晚于报告年度",
        .en = "how these parts are headed, where none is seen: the year is later than the report's",
        .needs = "not-in"},
    Key{.name = "done",
        .type = KeyType::terms,
        .zh = "别的部分里，已经做到的事是怎样写的：里面的年份不晚于报告年度",
        .en = "how the other parts tell what is done: its year is not after the report's",
        .needs = "not-in"},
};

class StrayYears {
 public:
  StrayYears(const Target& target, const Arguments& arguments, std::string_view own)
      : target_(target),
        except_(arguments.terms("except")),
        unless_(arguments.terms("unless")),
        due_(arguments.terms("due")),
        done_(arguments.terms("done")),
        plan_headings_(arguments.terms("plan-headings")),
        apart_(parts_named(target, arguments.texts("not-in"))),
        own_(own) {}

  void look_at(const Piece& piece, Outcome& outcome) const {
    if (target_.document.blocks[piece.block].in_table()) return;
    const Form& year = data_of(target_.document.language).year;
    if (!year->matches(target_.document.slice(piece.span))) return;
    if (piece.heading) {
      look_at(piece.span, false, outcome);
      const bool may_head_plan = apart_.empty() && plan_headings_ &&
                                 plan_headings_->matches(target_.document.slice(piece.span));
      if (may_head_plan)
        look_at_times(piece.span, true, plan_headings_, outcome);
      else
        look_at_times(piece.span, outcome);
      return;
    }
    for (const Span sentence : sentences(target_.document, piece.span)) {
      look_at(sentence, true, outcome);
      look_at_times(sentence, outcome);
    }
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
          is_apart(found.begin))
        continue;
      outcome.evidence.push_back(found);
      outcome.problems.push_back({found, say("写的是 {} 年，报告年度是 {} 年",
                                             "the year is {}, the report's is {}", value, own_)});
    }
  }

  /// What is ahead is after the report's year, and what is done is not.
  void look_at_times(Span sentence, Outcome& outcome) const {
    const bool is_plan = is_apart(sentence.begin);
    look_at_times(sentence, is_plan, is_plan ? due_ : done_, outcome);
  }

  void look_at_times(Span sentence, bool is_plan, const Terms* times, Outcome& outcome) const {
    const auto is_wrong = [&](std::string_view year) {
      return is_plan ? year <= own_ : year > own_;
    };
    if (!times || !names_year(sentence, is_wrong)) return;
    const std::string_view text = target_.document.slice(sentence);
    const Form& year = data_of(target_.document.language).year;
    for (const Span time : times->all(text)) {
      const auto hit = year->find(text.substr(time.begin, time.size()));
      if (!hit) continue;
      const std::uint32_t begin = sentence.begin + time.begin + hit->begin;
      const Span found{begin, begin + static_cast<std::uint32_t>(hit->size())};
      const std::string_view value = target_.document.slice(found);
      if (!is_wrong(value) || (is_plan && found.begin == opening_of(sentence) && value == own_))
        continue;
      outcome.evidence.push_back(found);
      outcome.problems.push_back(
          {found, is_plan ? say("安排的时间写的是 {} 年，报告年度 {} 年已经过去",
                                "the time is in {}, and the report's year {} is over", value, own_)
                          : say("做到的事写的是 {} 年，报告年度是 {} 年",
                                "what is done is of {}, the report's year is {}", value, own_)});
    }
  }

  /// Where the text of the part around it begins, unless its heading names a later year: then the
  /// part is judged with the year there.
  std::uint32_t opening_of(Span sentence) const {
    constexpr std::uint32_t none = 0;
    const auto is_later = [&](std::string_view year) { return year > own_; };
    for (const Part* part : apart_) {
      if (!part->contains(sentence.begin)) continue;
      if (part->heading.empty() || names_year(part->heading, is_later)) return none;
      for (const Span paragraph : text_of(target_.outline, *part))
        if (!part->heading.contains(paragraph.begin)) return paragraph.begin;
    }
    return none;
  }

  bool names_year(Span place, const auto& is_asked) const {
    const std::string_view text = target_.document.slice(place);
    const Form& year = data_of(target_.document.language).year;
    for (auto hit = year->find(text); hit; hit = year->find(text, hit->end))
      if (is_asked(text.substr(hit->begin, hit->size()))) return true;
    return false;
  }

  bool is_apart(std::uint32_t at) const {
    return std::ranges::any_of(apart_, [&](const Part* part) { return part->contains(at); });
  }

  bool speaks_of_past(std::string_view sentence) const {
    return sentence.find(own_) != std::string_view::npos || (unless_ && unless_->matches(sentence));
  }

  const Target& target_;
  const Terms* except_;
  const Terms* unless_;
  const Terms* due_;
  const Terms* done_;
  const Terms* plan_headings_;
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
