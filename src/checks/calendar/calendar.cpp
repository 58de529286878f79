// calendar: the days that a text names exist, and what it says of them agrees.
//
//   calendar: {}
//
//   11月31日                         no such day; 2月29日 by the year
//   6月20日至12日                    ends before it begins
//   2025年7月5日（星期日）           that day is a Saturday
//   为期三天（6月15日至19日）        five days
//   9月开工、同年5月贯通             the same year, and before
//   5月20日立案，5月12日结案         finished before it begins
//   第二季度（7月）                  is of the third
//   “12·14”国家宪法日                is on 4 December
//   3月5月                           no word between them
//
// A year that is not written is the one that the paragraph, its headings or the report names; what
// is right in one of them is right. 12月28日至1月3日 and 10月至3月 run over the new year. Texts of
// other languages are not looked at.

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "checks/calendar/day_context.h"
#include "checks/check.h"
#include "checks/region.h"
#include "language/language_data.h"
#include "language/zh_calendar.h"
#include "language/zh_dates.h"

namespace hegui {
namespace {

using std::chrono::year_month_day;

constexpr std::array keys{
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "days inside these do not count",
        .place = KeyPlace::beside},
};

bool is_leap(int year) { return std::chrono::year(year).is_leap(); }

year_month_day day_of(int year, const Date& date) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

/// Whether a span that ends in an earlier month than it begins can be one over the new year: a
/// winter, a school year, or a whole year.
bool may_run_over_new_year(const Date& from, const Date& to) {
  const bool both_days = from.day > 0 && to.day > 0;
  if (from.month == to.month + 1) {
    const bool is_whole = from.day == 1 || to.day == from.day || to.day + 1 == from.day;
    return from.month == 12 || (both_days ? is_whole : from.year == 0);
  }
  constexpr int longest = 7;  // Months of a span that begins in summer.
  return from.month >= 9 ? to.month <= 7 : 12 - from.month + to.month + 1 <= longest;
}

/// Of two in the order in which they stand.
bool runs_backwards(const Date& from, const Date& to) {
  const bool both_days = from.day > 0 && to.day > 0;
  if (to.month == 0) return both_days && to.day < from.day;
  if (to.year > 0 && from.year == 0) return false;
  if (to.year > 0 && to.year != from.year) return to.year < from.year;
  if (to.month == from.month) return both_days && to.day < from.day;
  if (to.month > from.month) return false;
  return to.year > 0 || !may_run_over_new_year(from, to);
}

/// How many months a span of whole months takes; 0 if it is none.
int months_of(const Dates& dates) {
  const Date &first = dates.first, &last = dates.last;
  if (first.day > 0 || last.day > 0 || last.month == 0) return 0;
  const int years = first.year > 0 && last.year > 0 ? last.year - first.year : 0;
  return 12 * years + last.month - first.month + 1;
}

/// How many days a span takes, both ends counted; 0 where it is not known.
int length_of(const Dates& dates) {
  Date last = dates.last;
  if (dates.first.day == 0 || last.day == 0) return 0;
  if (last.month == 0) last.month = dates.first.month;
  const int year = dates.first.year > 0 ? dates.first.year : 2001;
  const year_month_day from = day_of(year, dates.first);
  const year_month_day to = day_of(last.year > 0 ? last.year : year, last);
  if (!from.ok() || !to.ok()) return 0;
  return static_cast<int>((std::chrono::sys_days(to) - std::chrono::sys_days(from)).count()) + 1;
}

class Calendar {
 public:
  explicit Calendar(const Target& target)
      : target_(target), language_(data_of(target.document.language)), context_(target) {}

  void look_at(Span paragraph) {
    text_ = target_.document.slice(paragraph);
    paragraph_ = paragraph;
    context_.enter(paragraph);
    look_at_years();
    look_at_periods();
    look_at_dotted_days();
    const std::vector<Dates> found = read_chinese_dates(text_);
    if (found.empty()) return;
    for (const Dates& dates : found) {
      look_for_lost_link(dates);
      if (!exists(dates)) continue;
      look_at_span(dates);
      look_at_weekday(dates);
      if (!dates.is_span()) look_at_name(dates.first.month, dates.first.day, dates.first.place);
    }
    look_at_lengths(found);
    look_at_same_year();
    look_at_order(found);
  }

  Problems& problems() { return problems_; }

 private:
  void add(Span place, Message message, std::string fix = {}) {
    Problem problem{{paragraph_.begin + place.begin, paragraph_.begin + place.end},
                    std::move(message)};
    if (!fix.empty()) problem.fix.edits.push_back({problem.span, std::move(fix)});
    problems_.push_back(std::move(problem));
  }

  std::string_view slice(Span place) const { return text_.substr(place.begin, place.size()); }

  std::string_view written(Span place) const {
    return target_.document.written({paragraph_.begin + place.begin, paragraph_.begin + place.end});
  }

  /// Tells of the days that do not.
  bool exists(const Dates& dates) {
    Date last = dates.last;
    if (last.year == 0) last.year = dates.first.year;
    if (last.month == 0) last.month = dates.first.month;
    return day_exists(dates.first) && (!dates.is_span() || day_exists(last));
  }

  bool day_exists(const Date& date) {
    if (date.month < 1 || date.month > 12) {
      if (!date.is_of_year) return true;
      add(date.place, say("没有 {} 月", "there is no month {}", date.month));
      return false;
    }
    constexpr int leap_year = 2000;
    if (date.day == 0) return true;
    if (!day_of(leap_year, date).ok()) {
      add(date.place, say("{} 月没有 {} 日", "month {} has no day {}", date.month, date.day));
      return false;
    }
    if (date.month != 2 || date.day != 29 || context_.names_another_year()) return true;
    std::vector<int> years = context_.years_of(date);
    if (years.empty()) return true;
    const int year = years.front();
    const int next = years.back() + 1;
    if (date.year == 0 && context_.may_be_of_year(next, date)) years.push_back(next);
    if (std::ranges::any_of(years, is_leap)) return true;
    add(date.place, say("{} 年 2 月没有 29 日", "there was no 29 February in {}", year));
    return false;
  }

  void look_at_span(const Dates& dates) {
    if (!dates.is_span() || !runs_backwards(dates.first, dates.last)) return;
    add({dates.first.place.begin, dates.last.place.end},
        say("起止日期颠倒：“{}”在“{}”之前", "the span runs backwards: “{}” is before “{}”",
            written(dates.last.place), written(dates.first.place)));
  }

  void look_for_lost_link(const Dates& dates) {
    if (!dates.lost_link.empty())
      add(dates.lost_link, say("“{}”中间缺“至”或者连接号", "“to” or a dash is missing in “{}”",
                               written(dates.lost_link)));
  }

  void look_at_weekday(const Dates& dates) {
    if (dates.weekday < 0 || dates.first.day == 0 || context_.names_another_year()) return;
    const std::vector<int> years = context_.years_of(dates.first);
    if (years.empty()) return;
    const auto weekday_in = [&](int year) {
      return static_cast<int>(
          std::chrono::weekday(std::chrono::sys_days(day_of(year, dates.first))).c_encoding());
    };
    if (std::ranges::any_of(years, [&](int year) { return weekday_in(year) == dates.weekday; }))
      return;
    static const std::array<Message, 7> names{Message{"星期日", "Sunday"}, {"星期一", "Monday"},
                                              {"星期二", "Tuesday"},       {"星期三", "Wednesday"},
                                              {"星期四", "Thursday"},      {"星期五", "Friday"},
                                              {"星期六", "Saturday"}};
    const Message& name = names[static_cast<std::size_t>(weekday_in(years.front()))];
    add({dates.first.place.begin, dates.whole.end},
        say("{} 年 {} 月 {} 日是{}", "{}-{}-{} is a {}", years.front(), dates.first.month,
            dates.first.day, name));
  }

  /// A sentence that says one length and one span speaks of the same days.
  void look_at_lengths(const std::vector<Dates>& found) {
    if (!may_say_length(text_)) return;
    for (const Span sentence : sentences(target_.document, paragraph_)) {
      const Span place{sentence.begin - paragraph_.begin, sentence.end - paragraph_.begin};
      const SaidLength said = said_length(language_, slice(place));
      const auto is_here = [&](const Dates& dates) {
        return dates.is_span() && place.contains(dates.whole.begin);
      };
      const auto span = std::ranges::find_if(found, is_here);
      if (said.most == 0 || span == found.end() ||
          std::find_if(span + 1, found.end(), is_here) != found.end())
        continue;
      constexpr int longest =
          7;  // Of what is said in days: longer ones may leave out the days off.
      const Span length{said.place.begin + place.begin, said.place.end + place.begin};
      // From March to June may be three months or four.
      if (const int months = months_of(*span);
          months > 0 && 30 * (months - 1) > said.most && said.least > longest)
        add(span->whole, say("“{}”是 {} 个月，不是“{}”", "“{}” takes {} months, not “{}”",
                             written(span->whole), months, written(length)));
      const int days = length_of(*span);
      const bool may_leave_out = said.most <= said.least + 1 && days > longest;
      if (days < 2 || may_leave_out || (days >= said.least && days <= said.most)) continue;
      add(span->whole, say("“{}”是 {} 天，不是“{}”", "“{}” takes {} days, not “{}”",
                           written(span->whole), days, written(length)));
    }
  }

  /// 5月20日立案，5月12日作出决定: what is finished before it begins.
  void look_at_order(const std::vector<Dates>& found) {
    constexpr std::size_t farthest = 40 * 3;
    if (found.size() < 2 || context_.names_another_year()) return;
    for (std::size_t i = 1; i < found.size(); ++i) {
      const Dates &one = found[i - 1], &other = found[i];
      if (one.is_span() || other.is_span() || !is_before(other.first, one.first)) continue;
      const std::string_view between =
          text_.substr(one.whole.end, other.whole.begin - one.whole.end);
      if (between.size() > farthest || !is_one_sentence(between) || may_be_earlier(between))
        continue;
      const auto is_finished = [&] {
        return tells_end(first_clause(text_.substr(other.whole.end)));
      };
      if ((tells_later(between) || (tells_begin(between) && is_finished())) &&
          !is_told(other.first.place))
        add(other.first.place, say("“{}”在前面的“{}”之前，先后颠倒", "“{}” is before “{}”",
                                   written(other.first.place), written(one.first.place)));
    }
  }

  bool is_told(Span place) const {
    const Span in_text{paragraph_.begin + place.begin, paragraph_.begin + place.end};
    return std::ranges::any_of(problems_,
                               [&](const Problem& known) { return known.span.overlaps(in_text); });
  }

  /// Of one year, as far as they say.
  static bool is_before(const Date& one, const Date& other) {
    if (one.month > 12 || other.month > 12 || (one.year > 0 && other.year == 0)) return false;
    if (one.year > 0 && one.year != other.year) return one.year < other.year;
    if (one.month != other.month) return one.month < other.month;
    return one.day > 0 && other.day > 0 && one.day < other.day;
  }

  /// 第二季度（7月至9月）, 第三季度至第二季度
  void look_at_periods() {
    for (const WrongPeriod& wrong : wrong_periods(text_))
      add(wrong.months, say("“{}”不在“{}”里", "“{}” is not within “{}”", written(wrong.months),
                            written(wrong.period)));
    for (const Span backward : backward_periods(text_))
      add(backward, say("起止时间颠倒：“{}”", "the span runs backwards: “{}”", written(backward)));
  }

  /// “12·14”国家宪法日
  void look_at_dotted_days() {
    std::size_t from = 0;
    while (const auto day = next_dotted_day(text_, from))
      look_at_name(day->month, day->day, day->place);
  }

  void look_at_name(int month, int day, Span place) {
    const NamedDay* named = day > 0 ? named_day(text_.substr(place.end)) : nullptr;
    if (!named || (named->month == month && named->day == day)) return;
    // Not the digits: they stand in quotes, in which a rule may look at nothing.
    const auto begin = static_cast<std::uint32_t>(text_.find(named->name, place.end));
    add({begin, begin + static_cast<std::uint32_t>(named->name.size())},
        say("{}是 {} 月 {} 日", "the {} is on {}-{}", named->name, named->month, named->day));
  }

  /// 2025—2021年
  void look_at_years() {
    std::size_t from = 0;
    for (Span years; !(years = backward_years(text_, from)).empty();)
      add(years, say("起止年份颠倒：{}", "the years run backwards: {}", written(years)));
  }

  /// 9月开工、同年5月贯通
  void look_at_same_year() {
    const SameYear found = read_same_year(text_);
    if (found.then >= found.before) return;
    add(found.place, say("同年 {} 月在 {} 月之前", "month {} is before month {} of the same year",
                         found.then, found.before));
  }

  const Target& target_;
  const LanguageData& language_;
  DayContext context_;
  Span paragraph_ = {};
  std::string_view text_ = {};
  Problems problems_ = {};
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  if (target.document.language != Language::zh) return outcome;
  Calendar calendar(target);
  for (const Span paragraph : region_of(target, "all")) calendar.look_at(paragraph);
  outcome.problems = std::move(calendar.problems());
  if (const Terms* except = arguments.terms("except"))
    leave_out(target.document, *except, outcome.problems);
  outcome.conclude();
  return outcome;
}

}  // namespace

extern const CheckKind calendar_check;
const CheckKind calendar_check{"calendar",
                               "写到的日子确有其日，起止、星期、天数对得上",
                               "the days that are named exist, and agree with what is said of them",
                               Scope::document,
                               keys,
                               {},
                               run};

}  // namespace hegui
