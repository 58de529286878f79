#pragma once

#include <array>
#include <string_view>

#include "document/outline.h"

namespace hegui {

/// How names of a kind of issuer look; a pattern.
struct IssuerForm {
  IssuerKind kind;
  std::string_view pattern;
};

/// What official documents of a language call things, whatever they are about: what reading an
/// outline must know of the language. Alternatives of patterns, of folded text. What a genre calls
/// things is data of its rule set (OutlineHints).
struct DocumentWords {
  std::string_view parts;      ///< Nouns that a heading naming a whole part ends in.
  std::string_view documents;  ///< Nouns that a title ends in.
  std::string_view issuers;    ///< Nouns that a line with the name of an issuer ends in.
  /// The first that a name matches.
  std::array<IssuerForm, 11> issuer_kinds;
  /// What may follow the name of whoever speaks at the beginning of a clause.
  std::string_view after_speaker;
  std::string_view no_speaker;  ///< What begins no name: 现将…, 我局.
  /// Who we are: 我局, 本街道; the noun is captured.
  std::string_view ourselves;
  /// The clause that says what is reported: 现将…情况报告如下.
  std::string_view announcement;
  /// Kinds of document that a title may end in, for “this looks like …”.
  std::array<std::string_view, 28> kinds;
  std::string_view both;  ///< The title names a report, too: …情况和2025年工作计划.
};

inline constexpr DocumentWords zh_words{
    .parts =
        "举措|成效|措施|做法|成绩|亮点|情况|问题|不足|原因|短板|弱项|差距|困难|职责|安排|计划|打算|"
        "思路|方向|事项|目标|任务|谋划|成因|分析|重点|工作|总结|回顾|展望|环节|建议|概况",
    .documents =
        "报告|情况|总结|汇报|公报|通报|要点|方案|计划|意见|通知|规划|办法|纲要|公告|安排|自评|指引|"
        "指南|讲话|解读|细则|规定|条例|批复|答复|纪要|简报|决定|决议|提纲|制度",
    .issuers =
        "政府|办事处|局|厅|部|院|委|委员会|管委会|办公室|中心|街道|镇|乡|党工委|党组|司法所|"
        "支队|总队|公司",
    .issuer_kinds =
        {{{IssuerKind::court, "法院$"},
          {IssuerKind::procuratorate, "检察院$"},
          {IssuerKind::company, "(公司|集团)$"},
          {IssuerKind::department, "(监督管理|监管)委员会$"},
          {IssuerKind::zone,
           "(管委会|管理委员会|(实验|开发|高新技术产业|高新|经开|新|示范|园|保税|自贸|度假|合作|"
           "功能|先行)区)$"},
          {IssuerKind::street, "街道[^局所站院校]*$|办事处$"},
          {IssuerKind::township, "([镇乡]|苏木)(人民政府|政府|党委)?$"},
          {IssuerKind::government, "政府$|[省市区县州旗盟]$"},
          {IssuerKind::party,
           "^中(共|国共产党).*委员会$|(党委|党组|党工委|纪委|纪委监委|[省市区县州旗]委)$|"
           "(组织|宣传|统战|统一战线工作|政法委员会)部?$"},
          {IssuerKind::institution,
           "(大学|学院|学校|中学|小学|医院|研究院|研究所|图书馆|博物馆|中心|事务所)$"},
          {IssuerKind::department,
           "(局|厅|部|委|委员会|办|办公室|办公厅|支队|总队|大队|院|署|司|所|站|社|联合会|总工会)$"}}},
    .after_speaker =
        "坚持|认真|扎实|深入|全面|严格|紧紧|紧扣|紧盯|以|在|始终|切实|围绕|积极|高度|着力|持续|聚焦|"
        "按照|根据|依据|现将|将|把|牢固|牢牢|坚决|坚定|大力|不断|进一步|充分|对照|结合|立足|全力|深化|"
        "统筹|贯彻|高质量|推进|推动|落实|学习|一年来|共|深刻|主动|突出|强化|加强|锚定|对标|"
        "(19|20)\\d\\d|党组|党委|党工委",
    .no_speaker = "现?将|我|本[局厅委办镇乡街县区市省州院单机]",
    .ourselves =
        "(?:我|本|全)(局|厅|委|办|镇|乡|街道|办事处|县|区|市|省|州|院|中心|管委会|新区|公司|校|部)"
        "(?!人民|经济|域|情|民|内|场)",
    .announcement =
        "将[^。]{0,120}?(报告|汇报|总结|通报|公布|公开|说明|公示)[^。]{0,10}(如下|于后)",
    .kinds = {"实施方案", "工作方案", "方案", "工作要点", "要点", "实施意见", "意见",
              "工作计划", "计划",     "规划", "通知",     "办法", "细则",     "规定",
              "条例",     "制度",     "指引", "指南",     "提纲", "讲话",     "解读",
              "答复",     "批复",     "决定", "决议",     "纪要", "简报",     "公告"},
    .both = "(报告|情况|总结|汇报)(和|及|与|、|暨|以及)",
};

}  // namespace hegui
