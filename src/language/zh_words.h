#pragma once

#include <string_view>

namespace hegui {

/// Nouns that a heading naming a whole part ends in; alternatives of a pattern.
inline constexpr std::string_view zh_parts =
    "举措|成效|措施|做法|成绩|亮点|情况|问题|不足|原因|短板|弱项|差距|困难|职责|安排|计划|打算|"
    "思路|方向|事项|目标|任务|谋划|成因|分析|重点|工作|总结|回顾|展望|环节|建议|概况";

}  // namespace hegui
