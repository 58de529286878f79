#include "checks/calendar/day_context.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "language/language_data.h"
#include "language/zh_calendar.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_sentence = 120;  // Characters behind a day that are read.
constexpr std::size_t most_years = 100;        // That are named before a day, from it on.

/// Whether a sentence names a month in which last year's report is long written.
bool goes_on_to_later_month(std::string_view sentence) {
  constexpr int last_of_writing = 4;
  return std::ranges::any_of(read_chinese_dates(sentence), [](const Dates& dates) {
    return dates.first.year == 0 && dates.first.month > last_of_writing && dates.first.month <= 12;
  });
}

}  // namespace

DayContext::DayContext(const Target& target) : target_(target) {
  if (const auto own = target.variables.find("year"); own != target.variables.end())
    own_year_ = std::atoi(own->second.c_str());
}

void DayContext::enter(Span paragraph) {
  paragraph_ = paragraph;
  text_ = target_.document.slice(paragraph);
  names_another_.reset();
  is_among_plans_.reset();
  years_.reset();
}

bool DayContext::names_another_year() {
  if (!names_another_) names_another_ = hegui::names_another_year(text_);
  return *names_another_;
}

std::vector<int> DayContext::years_of(const Date& date) {
  if (date.year > 0) return {date.year};
  if (!years_) {
    years_ = years_in(text_);
    outside_ = years_outside();
  }
  std::vector<int> years;
  auto year = std::ranges::lower_bound(*years_, date.place.begin, {}, &NamedYear::at);
  while (year != years_->begin() && years.size() < most_years) years.push_back((--year)->value);
  years.insert(years.end(), outside_.begin(), outside_.end());
  return years;
}

bool DayContext::may_be_of_year(int next, const Date& date) {
  const std::string_view behind = text_.substr(date.place.end);
  if (is_deadline(behind) || is_among_plans()) return true;
  if (!signature_) signature_ = signed_day(target_.document, target_.outline);
  if (!signature_->day.empty()) return signature_->day >= std::to_string(next) + "-02-29";
  const std::string_view near = first_code_points(behind, longest_sentence);
  return !goes_on_to_later_month(near.substr(0, near.find("。")));
}

bool DayContext::is_among_plans() {
  if (is_among_plans_) return *is_among_plans_;
  bool found = plans_day(text_);
  for (int section = section_at(target_.outline, paragraph_.begin); section >= 0 && !found;
       section = target_.outline.section(section).parent)
    found = is_of_plans(target_.document.slice(target_.outline.section(section).heading));
  is_among_plans_ = found;
  return found;
}

std::vector<DayContext::NamedYear> DayContext::years_in(std::string_view text) const {
  const Form& year = data_of(target_.document.language).year;
  std::vector<NamedYear> years;
  for (auto hit = year->find(text); hit; hit = year->find(text, hit->end))
    years.push_back({hit->begin, std::atoi(std::string(text.substr(hit->begin, 4)).c_str())});
  return years;
}

std::vector<int> DayContext::years_outside() const {
  std::vector<int> years;
  const auto add_named = [&](std::string_view text) {
    for (const NamedYear& year : years_in(text)) years.push_back(year.value);
  };
  for (int section = section_at(target_.outline, paragraph_.begin); section >= 0;
       section = target_.outline.section(section).parent)
    add_named(target_.document.slice(target_.outline.section(section).heading));
  add_named(title_text(target_.document, target_.outline));
  if (own_year_ > 0) years.push_back(own_year_);
  return years;
}

}  // namespace hegui
