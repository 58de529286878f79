#include "language/zh_calendar.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "search/pattern.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::array<NamedDay, 26> named_days{
    {{"国家宪法日", 12, 4},     {"法制宣传日", 12, 4},
     {"消费者权益日", 3, 15},   {"消费者权益保护日", 3, 15},
     {"国家安全教育日", 4, 15}, {"禁毒日", 6, 26},
     {"环境日", 6, 5},          {"消防日", 11, 9},
     {"消防宣传日", 11, 9},     {"交通安全日", 12, 2},
     {"知识产权日", 4, 26},     {"防灾减灾日", 5, 12},
     {"地球日", 4, 22},         {"土地日", 6, 25},
     {"水日", 3, 22},           {"艾滋病日", 12, 1},
     {"品牌日", 5, 10},         {"人民警察节", 1, 10},
     {"教师节", 9, 10},         {"烈士纪念日", 9, 30},
     {"无烟日", 5, 31},         {"反腐败日", 12, 9},
     {"生态日", 8, 15},         {"植树节", 3, 12},
     {"档案日", 6, 9},          {"统计开放日", 9, 20}}};

int number(std::string_view text, Span digits) {
  return std::atoi(std::string(text.substr(digits.begin, digits.size())).c_str());
}

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

bool has_any(std::string_view text, const auto& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return has(text, word); });
}

/// 1 is 一, or 上 of three.
int place_of(std::string_view text, Span character, std::string_view row) {
  const std::size_t at = row.find(text.substr(character.begin, character.size()));
  return at == std::string_view::npos ? 0 : static_cast<int>(at / 3) + 1;
}

void for_each_match(const Pattern& pattern, std::string_view text, const auto& look) {
  for (auto hit = pattern.find(text); hit; hit = pattern.find(text, hit->end))
    look(pattern.groups(text, hit->begin));
}

const Pattern& period_pattern() {
  static const Pattern pattern = Pattern::known(
      R"((?:([一二三四])季度|([上下])半年)（(\d{1,2})月?(?:份|\d{1,2}日)?(?:(?:至|到|—|–|-|~|～)(\d{1,2})月)?(?:份|\d{1,2}日)?）)");
  return pattern;
}

const Pattern& thirds_of_month() {
  static const Pattern pattern =
      Pattern::known(R"((?<!\d)(\d{1,2})月([上中下])旬(?:至|到|—|-)(?:(\d{1,2})月)?([上中下])旬)");
  return pattern;
}

const Pattern& quarters() {
  static const Pattern pattern =
      Pattern::known(R"(([一二三四])季度(?:至|到|—|-)第?([一二三四])季度)");
  return pattern;
}

}  // namespace

const NamedDay* named_day(std::string_view text) {
  constexpr std::array<std::string_view, 6> before{"”", "全国", "全民", "世界", "国际", "中国"};
  constexpr std::array<std::string_view, 4> behind{"前", "到来", "来临", "临近"};
  for (const std::string_view word : before)
    if (text.starts_with(word)) text.remove_prefix(word.size());
  const auto day = std::ranges::find_if(
      named_days, [&](const NamedDay& known) { return text.starts_with(known.name); });
  if (day == named_days.end() || std::ranges::any_of(behind, [&](std::string_view word) {
        return text.substr(day->name.size()).starts_with(word);
      }))
    return nullptr;
  return &*day;
}

std::optional<WrittenDay> next_dotted_day(std::string_view text, std::size_t& from) {
  constexpr std::string_view dot = "·";
  for (std::size_t at = text.find(dot, from); at != std::string_view::npos;
       at = text.find(dot, from)) {
    from = at + dot.size();
    std::size_t begin = at, end = from;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    while (end < text.size() && is_digit(text[end])) ++end;
    const Span month{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
        day{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(end)};
    if (month.empty() || day.empty() || month.size() > 2 || day.size() > 2) continue;
    return WrittenDay{number(text, month), number(text, day), {month.begin, day.end}, end};
  }
  return std::nullopt;
}

std::vector<WrongPeriod> wrong_periods(std::string_view text) {
  std::vector<WrongPeriod> found;
  if (!has(text, "季度（") && !has(text, "半年（")) return found;
  for_each_match(period_pattern(), text, [&](const std::vector<Span>& groups) {
    const bool is_quarter = !groups[0].empty();
    const Span period = is_quarter ? groups[0] : groups[1];
    const int months = is_quarter ? 3 : 6;
    const int last = months * place_of(text, period, is_quarter ? "一二三四" : "上下");
    const int from = number(text, groups[2]),
              to = groups[3].empty() ? from : number(text, groups[3]);
    if (from <= last - months || to > last || from > to)
      found.push_back({{period.begin, period.end + 6},
                       {groups[2].begin, groups[3].empty() ? groups[2].end : groups[3].end}});
  });
  return found;
}

std::vector<Span> backward_periods(std::string_view text) {
  std::vector<Span> found;
  if (has(text, "旬至") || has(text, "旬到"))
    for_each_match(thirds_of_month(), text, [&](const std::vector<Span>& groups) {
      const int from = number(text, groups[0]);
      const int to = groups[2].empty() ? from : number(text, groups[2]);
      constexpr std::string_view thirds = "上中下";
      if (from == to && place_of(text, groups[3], thirds) < place_of(text, groups[1], thirds))
        found.push_back({groups[0].begin, groups[3].end + 3});
    });
  if (has(text, "季度至") || has(text, "季度到"))
    for_each_match(quarters(), text, [&](const std::vector<Span>& groups) {
      constexpr std::string_view order = "一二三四";
      const int from = place_of(text, groups[0], order), to = place_of(text, groups[1], order);
      // From the fourth to the first it runs over the new year.
      if (to < from && !(from == 4 && to == 1))
        found.push_back({groups[0].begin, groups[1].end + 6});
    });
  return found;
}

bool is_one_sentence(std::string_view text) { return !has(text, "。") && !has(text, "；"); }

std::string_view first_clause(std::string_view text) {
  constexpr std::u32string_view marks = U"，。；：、";
  constexpr std::size_t longest = 40;  // Characters.
  text = first_code_points(text, longest);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (marks.find(next_code_point(text, at)) != marks.npos) return text.substr(0, begin);
  }
  return text;
}

bool tells_begin(std::string_view words) {
  constexpr std::array<std::string_view, 10> begins{"启动", "开工", "动工", "立项", "立案",
                                                    "受理", "招标", "开始", "着手", "部署"};
  return has_any(words, begins) && !has(words, "的");
}

bool tells_end(std::string_view words) {
  constexpr std::array<std::string_view, 13> ends{"完成", "建成",     "竣工",    "投用", "贯通",
                                                  "办结", "结案",     "审结",    "完工", "上线",
                                                  "作出", "投入使用", "通过验收"};
  constexpr std::array<std::string_view, 6> others{"的", "已", "第", "批", "另", "期"};
  return has_any(words, ends) && !has_any(words, others);
}

bool tells_later(std::string_view words) {
  constexpr std::array<std::string_view, 7> later{"会后", "随后", "此后", "其后",
                                                  "之后", "而后", "事后"};
  return has_any(words, later);
}

bool may_be_earlier(std::string_view words) {
  constexpr std::array<std::string_view, 14> earlier{"此前", "之前", "早在", "先于", "早于",
                                                     "次年", "翌年", "上年", "去年", "明年",
                                                     "前期", "落实", "根据", "按照"};
  return has_any(words, earlier);
}

bool is_of_plans(std::string_view heading) {
  constexpr std::array<std::string_view, 7> words{"安排", "计划", "打算", "下一",
                                                  "下步", "目标", "思路"};
  return std::ranges::any_of(words, [&](std::string_view word) { return has(heading, word); });
}

bool plans_day(std::string_view text) {
  constexpr std::array<std::string_view, 8> words{"将于",   "将在",   "拟于", "拟在",
                                                  "计划于", "计划在", "定于", "下一步"};
  return std::ranges::any_of(words, [&](std::string_view word) { return has(text, word); });
}

bool is_deadline(std::string_view behind) { return behind.starts_with("前"); }

}  // namespace hegui
