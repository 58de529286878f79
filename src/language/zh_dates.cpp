#include "language/zh_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>

#include "search/pattern.h"
#include "text/characters.h"

namespace hegui {
namespace {

/// Reads dates from left to right: 2025年6月20日（星期五）9时至12日.
class DateReader {
 public:
  explicit DateReader(std::string_view text) : text_(text) {}

  std::vector<Dates> read() {
    std::vector<Dates> found;
    for (std::size_t month = text_.find("月"); month != std::string_view::npos;
         month = text_.find("月", std::max(at_, month + unit_size))) {
      Dates dates;
      if (!begin_at(month, dates.first)) continue;
      dates.weekday = read_weekday();
      read_time();
      if (read_link())
        dates.last = read_last();
      else
        dates.lost_link = lost_link(dates.first);
      dates.whole = {dates.first.place.begin, static_cast<std::uint32_t>(at_)};
      found.push_back(dates);
    }
    return found;
  }

 private:
  static constexpr std::size_t unit_size = std::string_view("月").size();

  bool skip(std::string_view words) {
    if (!text_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }

  bool skip_any(std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return skip(word); });
  }

  /// The digits that end at `end`, no more than `most`; false if there are none.
  bool digits_before(std::size_t end, std::size_t most, std::size_t& begin, int& value) const {
    begin = end;
    while (begin > 0 && is_digit(text_[begin - 1])) --begin;
    const bool is_part = begin > 0 && text_[begin - 1] == '.';
    if (begin == end || end - begin > most || is_part) return false;
    std::from_chars(text_.data() + begin, text_.data() + end, value);
    return true;
  }

  /// 20日, 20号; or 20 before a dash, if `links`. Unmoved if there is none.
  int read_day(bool links) {
    const std::size_t begin = at_;
    int value = 0;
    while (at_ < text_.size() && at_ - begin < 2 && is_digit(text_[at_]))
      value = value * 10 + (text_[at_++] - '0');
    const std::size_t end = at_;
    if (end > begin && skip_any({"日", "号"})) return value;
    const bool is_linked = links && end > begin && read_link();
    at_ = is_linked ? end : begin;
    return is_linked ? value : 0;
  }

  /// Up to the day; `month` is where 月 stands.
  bool begin_at(std::size_t month, Date& date) {
    constexpr std::string_view year = "年";
    std::size_t begin = 0;
    if (!digits_before(month, 2, begin, date.month)) return false;
    std::size_t before = begin;
    while (before > 0 && text_[before - 1] == ' ') --before;
    std::size_t year_begin = 0;
    if (text_.substr(0, before).ends_with(year) &&
        digits_before(before - year.size(), 4, year_begin, date.year) &&
        before - year.size() - year_begin == 4)
      begin = year_begin;
    else
      date.year = 0;
    at_ = month + unit_size;
    date.day = read_day(true);
    date.is_of_year =
        date.year > 0 || date.day > 0 || skip_any({"份", "底", "初", "上旬", "中旬", "下旬"});
    date.place = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    return true;
  }

  /// （星期六）, （周六） or 星期六: 0 is Sunday, -1 none. Another remark in brackets is skipped.
  int read_weekday() {
    constexpr std::string_view open = "（", close = "）";
    constexpr std::string_view names = "日一二三四五六";
    constexpr std::size_t longest = 12 * 3;
    const std::size_t begin = at_;
    const bool is_bracketed = skip(open);
    int weekday = -1;
    if (skip("星期") || (is_bracketed && skip("周"))) {
      const std::string_view name = text_.substr(at_, 3);
      const std::size_t place = name == "天" ? 0 : names.find(name);
      if (name.size() == 3 && place != std::string_view::npos) {
        weekday = static_cast<int>(place / 3);
        at_ += 3;
      }
    }
    if (!is_bracketed) {
      if (weekday < 0) at_ = begin;
      return weekday;
    }
    const std::size_t end = text_.substr(at_, longest).find(close);
    at_ = end != std::string_view::npos ? at_ + end + close.size() : begin;
    return weekday;
  }

  /// 上午, 9时30分, 9:30
  void read_time() {
    skip_any({"上午", "下午"});
    const std::size_t begin = at_;
    const auto digits = [&] {
      while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
    };
    digits();
    if (at_ == begin || !skip_any({"时", "点", ":", "："})) {
      at_ = begin;
      return;
    }
    digits();
    skip("分");
  }

  /// 3月5月, 6月12日20日; 1月2月3月 is a list.
  Span lost_link(const Date& first) const {
    const std::string_view unit = first.day > 0 ? "日" : "月";
    const std::size_t begin = first.place.end;
    std::size_t end = begin;
    while (end < text_.size() && end <= begin + 2 && is_digit(text_[end])) ++end;
    const bool is_linked = text_.substr(0, begin).ends_with(unit) && end > begin &&
                           end <= begin + 2 && text_.substr(end).starts_with(unit);
    if (!is_linked) return {};
    end += unit.size();
    const bool is_list = (end < text_.size() && is_digit(text_[end])) ||
                         text_.substr(0, first.place.begin).ends_with(unit);
    return is_list ? Span{} : Span{first.place.begin, static_cast<std::uint32_t>(end)};
  }

  /// 至, —; 起至, 起施行，有效期至
  bool read_link() {
    const std::size_t begin = at_;
    if (skip_any({"起", "开始"})) {
      skip_any({"施行", "实施", "执行", "生效"});
      skip("，");
      skip_any({"有效期", "期限", "截止", "持续"});
    }
    if (skip_any({"至", "到", "——", "—", "–", "~", "～", "--", "-"})) return true;
    at_ = begin;
    return false;
  }

  /// What ends a span: a day, a month or both, with the year or without.
  Date read_last() {
    Date date;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    const std::size_t begin = at_;
    const auto number = [&](std::size_t digits, std::string_view unit) {
      const std::size_t start = at_;
      int value = 0;
      while (at_ < text_.size() && at_ - start < digits && is_digit(text_[at_]))
        value = value * 10 + (text_[at_++] - '0');
      if (at_ > start && skip(unit)) return value;
      at_ = start;
      return 0;
    };
    date.year = number(4, "年");
    date.month = number(2, "月");
    date.day = read_day(false);
    date.place = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_)};
    return date;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

const Pattern& length_pattern() {
  static const Pattern pattern = Pattern::known(
      R"((?:为期|历时)\s?(\d{1,2}|[一二两三四五六七八九十]{1,3})(天|日|周|个星期|个月))");
  return pattern;
}

/// Words of sentences that tell of several runs, or of days that do not follow each other.
const Pattern& several_runs() {
  static const Pattern pattern = Pattern::known(
      R"([每各轮]|分[批期别]|先后|陆续|工作日|[\d一二两三四五六七八九十][期批场次])");
  return pattern;
}

const Pattern& same_year_pattern() {
  static const Pattern pattern = Pattern::known(
      R"((?<![\d.])(\d{1,2})月(?![^。；]{0,40}(?:此前|之前|早在|早于|先于|次年|翌年))[^。；月]{0,40}同年(\d{1,2})月)");
  return pattern;
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

}  // namespace

std::vector<Dates> read_chinese_dates(std::string_view text) { return DateReader(text).read(); }

bool names_another_year(std::string_view text) {
  constexpr std::array<std::string_view, 7> words{"去年", "上年", "前年", "明年",
                                                  "次年", "翌年", "来年"};
  return std::ranges::any_of(words, [&](std::string_view word) { return has(text, word); });
}

bool may_say_length(std::string_view text) { return has(text, "为期") || has(text, "历时"); }

SaidLength said_length(const LanguageData& language, std::string_view sentence) {
  if (!may_say_length(sentence)) return {};
  const std::vector<Span> groups = length_pattern().groups(sentence);
  if (groups.size() < 2 || length_pattern().matches(sentence.substr(groups[1].end)) ||
      several_runs().matches(sentence))
    return {};
  const auto value = language.read_value(sentence.substr(groups[0].begin, groups[0].size()));
  if (!value) return {};
  const int count = static_cast<int>(value->value);
  const std::string_view unit = sentence.substr(groups[1].begin, groups[1].size());
  // Both ends may count or not; a week may be five days, and four months be 120.
  if (unit == "个月") return {28 * count - 3, 31 * count + 3, {groups[0].begin, groups[1].end}};
  if (unit == "周" || unit == "个星期")
    return {7 * count - 3, 7 * count + 1, {groups[0].begin, groups[1].end}};
  return {count, count + 1, {groups[0].begin, groups[1].end}};
}

SameYear read_same_year(std::string_view text) {
  if (!has(text, "同年")) return {};
  const std::vector<Span> groups = same_year_pattern().groups(text);
  if (groups.empty()) return {};
  const auto month = [&](Span digits) {
    return std::atoi(std::string(text.substr(digits.begin, digits.size())).c_str());
  };
  const SameYear found{month(groups[0]), month(groups[1]), {groups[0].begin, groups[1].end}};
  return found.before <= 12 ? found : SameYear{};
}

Span backward_years(std::string_view text, std::size_t& from) {
  constexpr std::string_view year = "年";
  const auto value = [&](std::size_t at) {
    return std::atoi(std::string(text.substr(at, 4)).c_str());
  };
  const auto is_year = [&](std::size_t at) {
    return (text.substr(at).starts_with("19") || text.substr(at).starts_with("20")) &&
           std::ranges::all_of(text.substr(at, 4), is_digit);
  };
  for (std::size_t at = text.find(year, from); at != std::string_view::npos;
       at = text.find(year, from)) {
    from = at + year.size();
    for (const std::string_view link : {"—", "–", "-", "~", "～"}) {
      const std::size_t length = 4 + link.size() + 4;
      if (at < length || !text.substr(0, at - 4).ends_with(link)) continue;
      const std::size_t first = at - length, last = at - 4;
      const bool is_whole = first == 0 || !(is_digit(text[first - 1]) || text[first - 1] == '-');
      if (is_whole && is_year(first) && is_year(last) && value(last) < value(first))
        return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(at)};
    }
  }
  return {};
}

}  // namespace hegui
