#pragma once

#include <string_view>
#include <vector>

#include "document/outline.h"

namespace hegui {

/// Nouns that a heading naming a whole part ends in; alternatives of a pattern.
inline constexpr std::string_view part_nouns =
    "举措|成效|措施|做法|成绩|亮点|情况|问题|不足|原因|短板|弱项|差距|困难|职责|安排|计划|打算|"
    "思路|方向|事项|目标|任务|谋划|成因|分析|重点|工作|总结|回顾|展望|环节|建议|概况";

/// A heading as found, before sections are made of headings.
struct Heading {
  Span span = {};  ///< Number and words, without the closing mark.
  Span words = {};
  std::uint32_t text = 0;  ///< Where running text behind it begins: its block's end if own_line.
  std::uint32_t block = 0;
  Numbering form = Numbering::none;
  int value = 0;
  int rank = 0;  ///< Of the form: a smaller one is further out.
  bool own_line = true;
};

/// The headings of the body, in reading order. See headings.cpp for how they are told from text.
std::vector<Heading> find_headings(const Document& document, const Outline& outline);

}  // namespace hegui
