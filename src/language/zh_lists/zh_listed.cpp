#include "language/zh_lists/zh_listed.h"

#include <algorithm>
#include <array>

#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {

std::size_t behind_lead(std::string_view item) {
  constexpr std::array<std::string_view, 14> leads{"由",   "向",   "对",   "在",   "从",
                                                   "与",   "和",   "就",   "联合", "会同",
                                                   "组织", "协调", "涉及", "包括"};
  for (const std::string_view lead : leads)
    if (item.size() >= lead.size() + 2 * 3 && item.starts_with(lead)) return lead.size();
  return 0;
}

bool ends_with_lead(std::string_view words) {
  constexpr std::array<std::string_view, 84> leads{
      "由",   "向",     "对",   "在",   "从",   "与",   "就",   "为",   "给",   "按照", "围绕",
      "聚焦", "针对",   "紧盯", "紧扣", "突出", "结合", "通过", "利用", "依托", "运用", "借助",
      "邀请", "征求",   "走访", "深入", "面向", "覆盖", "查处", "整治", "打击", "化解", "受理",
      "办理", "举办",   "学习", "宣传", "发放", "建立", "制定", "修订", "设立", "选派", "选聘",
      "聘请", "抽调",   "督促", "指导", "推动", "统筹", "整合", "涵盖", "分为", "加强", "健全",
      "完善", "强化",   "深化", "落实", "规范", "坚持", "推行", "推进", "开展", "实行", "实施",
      "严格", "联合",   "会同", "协同", "组织", "协调", "涉及", "包括", "慰问", "检查", "排查",
      "干部", "负责人", "领导", "是",   "于",   "因",   "有"};
  return std::ranges::any_of(leads, [&](std::string_view lead) { return words.ends_with(lead); });
}

bool begins_with_end(std::string_view words, bool is_long) {
  constexpr std::array<std::string_view, 33> heads{
      "部门", "单位", "方面", "领域", "主题", "内容", "问题", "环节", "行业", "场所", "系统",
      "机制", "制度", "体系", "原则", "群体", "载体", "类",   "纠纷", "行为", "到",   "征求",
      "衔接", "联动", "开展", "进行", "联合", "参加", "参与", "座谈", "组成", "活动", "共同"};
  constexpr std::string_view particle = "的", numerals = "一二三四五六七八九十";
  if (words.empty()) return true;
  if (is_long &&
      (words.starts_with(particle) || numerals.find(words.substr(0, 3)) != numerals.npos))
    return true;
  return std::ranges::any_of(heads, [&](std::string_view head) { return words.starts_with(head); });
}

std::size_t end_of_last(std::string_view item) {
  constexpr std::array<std::string_view, 5> ends{"等", "以及", "和", "及", "与"};
  std::size_t end = item.size();
  for (const std::string_view word : ends)
    if (const std::size_t at = item.find(word, 2 * 3); at != std::string_view::npos)
      end = std::min(end, at);
  return end;
}

std::size_t behind_and(std::string_view item) {
  constexpr std::array<std::string_view, 4> words{"以及", "和", "及", "与"};
  return prefix_of(item, words);
}

bool may_be_told_twice(std::string_view item) {
  constexpr std::u32string_view right = U"一二两三四五六七八九十零某";
  for (std::size_t at = 0; at < item.size();)
    if (right.find(next_code_point(item, at)) != std::u32string_view::npos) return true;
  return false;
}

std::size_t behind_list_lead(std::string_view item) {
  constexpr std::array<std::string_view, 66> leads{
      "由",   "向",   "经",   "从",   "在",   "对",   "就",   "以",   "把",   "将",   "按",
      "建立", "健全", "完善", "推行", "实行", "落实", "制定", "采取", "设立", "下设", "围绕",
      "突出", "聚焦", "抓好", "抓实", "整合", "建强", "抓住", "紧盯", "紧扣", "守牢", "组织",
      "化解", "通过", "涵盖", "覆盖", "包括", "涉及", "分为", "推进", "开展", "形成", "构建",
      "实现", "坚持", "用好", "编制", "组建", "成立", "明确", "完成", "设置", "打造", "公布",
      "印发", "做好", "全面", "严格", "扎实", "持续", "深入", "重点", "分别", "先后", "执行"};
  return prefix_of(item, leads);
}

ListedNoun listed_noun(std::string_view words) {
  constexpr std::array<std::string_view, 16> places{"方面", "部分", "环节", "群体", "领域", "层面",
                                                    "阶段", "维度", "板块", "部门", "单位", "科室",
                                                    "乡镇", "街道", "社区", "行业"};
  constexpr std::array<std::string_view, 46> things{
      "制度", "机制", "清单", "工作组", "小组", "专班", "队伍", "方式", "形式", "渠道",
      "途径", "举措", "措施", "内容",   "任务", "重点", "事项", "程序", "步骤", "平台",
      "体系", "载体", "类型", "情形",   "人群", "场所", "村",   "片区", "镇",   "模式",
      "行动", "工程", "中心", "系统",   "窗口", "要素", "关键", "协调", "防线", "一体",
      "问题", "短板", "不足", "隐患",   "纠纷", "行为"};
  const auto begins = [&](std::string_view noun) { return words.starts_with(noun); };
  if (std::ranges::any_of(places, begins)) return ListedNoun::place;
  return std::ranges::any_of(things, begins) ? ListedNoun::thing : ListedNoun::none;
}

bool tells_order(std::string_view lead) {
  return lead.find("分别") != std::string_view::npos || lead.find("依次") != std::string_view::npos;
}

}  // namespace hegui
