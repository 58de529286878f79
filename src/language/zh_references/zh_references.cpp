#include "language/zh_references/zh_references.h"

#include <algorithm>

namespace hegui {

bool zh_names_another_document(std::string_view clause) {
  constexpr std::array<std::string_view, 7> words{"》", "号", "文件", "通知", "方案", "该", "其"};
  return std::ranges::any_of(
      words, [&](std::string_view word) { return clause.find(word) != clause.npos; });
}

const Pattern& zh_section_reference() {
  static const Pattern pattern = Pattern::known(
      R"((?:(本报告|本文|本材料|前述|前文|上文|后文|下文)(?:正文)?|(?:见|针对|对照|按照|围绕|结合|解决|整改)(?:上述)?)[的中“]{0,2}(?:第([一二三四五六七八九十]{1,3})大?部分|([一二三四五六七八九十]{1,3})、)[”的中]{0,2}(?:第?（([一二三四五六七八九十]{1,3})）|第([一二三四五六七八九十]{1,3})[点条项])?((?:中|里)?所?(?:列|列出|列举|指出|提出|反映|述|查摆|分析|梳理|查找)?的?(?:存在的?)?(?:各类|各项|主要|突出|[一二三四五六七八九十几]?个?方面)?的?(?:问题|不足|短板))?)");
  return pattern;
}

bool zh_may_refer_to_section(std::string_view text) {
  constexpr std::array<std::string_view, 3> words{zh_part, "、（", "本报告"};
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return text.find(word) != text.npos; });
}

const Pattern& zh_lack() {
  static const Pattern pattern =
      Pattern::known("问题|不足|短板|差距|困难|薄弱|弱项|欠缺|挑战|原因|存在");
  return pattern;
}

std::string_view zh_kind_of_rules(std::string_view title) {
  constexpr std::array<std::string_view, 7> kinds{"办法", "规定", "规则", "制度",
                                                  "规范", "准则", "细则"};
  const auto ends = [&](std::string_view kind) { return title.ends_with(kind); };
  const auto kind = std::ranges::find_if(kinds, ends);
  return kind == kinds.end() ? std::string_view{} : *kind;
}

bool zh_tells_two_titles(std::string_view words) {
  static const Pattern pattern = Pattern::known(
      "废止|失效|代替|取代|替代|上升为|升级为|更名|改名|原《|配套|修订为|修改为|改为|整合");
  return pattern.matches(words);
}

}  // namespace hegui
