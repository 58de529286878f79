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
  std::string_view parts;                  ///< Nouns that a heading naming a whole part ends in.
  std::string_view documents;              ///< Nouns that a title ends in.
  std::string_view issuers;                ///< Nouns that the name of an issuer ends in.
  std::array<IssuerForm, 4> issuer_kinds;  ///< The first that a name matches.
  /// Kinds of document that a title may name, for “this looks like …”.
  std::array<std::string_view, 9> kinds;
};

inline constexpr DocumentWords zh_words{
    .parts =
        "举措|成效|措施|做法|成绩|亮点|情况|问题|不足|原因|短板|弱项|差距|困难|职责|安排|计划|打算|"
        "思路|方向|事项|目标|任务|谋划|成因|分析|重点|工作|总结|回顾|展望|环节|建议|概况",
    .documents =
        "报告|情况|总结|汇报|公报|通报|要点|方案|计划|意见|通知|规划|办法|纲要|公告|安排|自评",
    .issuers =
        "政府|办事处|局|厅|部|院|委|委员会|管委会|办公室|中心|街道|镇|乡|党工委|党组|司法所|"
        "支队|总队|公司",
    .issuer_kinds = {{{IssuerKind::street, "街道|办事处"},
                      {IssuerKind::zone, "(管委会|管理委员会|实验区|开发区|高新区|新区)$"},
                      {IssuerKind::government, "(政府|[省市区县镇乡州旗])$"},
                      {IssuerKind::department,
                       "(局|厅|部|委|委员会|办公室|中心|支队|总队|院|署)$"}}},
    .kinds = {"实施方案", "工作方案", "工作要点", "实施意见", "工作计划", "规划", "通知", "办法",
              "工作总结"},
};

}  // namespace hegui
