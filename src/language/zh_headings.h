#pragma once

#include <optional>
#include <string_view>

#include "language/heading_form.h"

namespace hegui {

/// Where a numbered heading ends. None where the text is a sentence or an item of a list, and no
/// heading.
std::optional<HeadingEnd> find_chinese_heading_end(const LanguageData& language,
                                                   const HeadingReach& reach);

/// Whether a line that begins with a number is the first of a heading over two lines: it breaks off
/// at a comma, and the next one, which has no number, is short and ends without a mark. The lines
/// need not be folded.
///
///   二、对照示范标准和群众期待，在执法力量配备、
///   普法内容供给方面存在的主要不足
bool is_torn_chinese_heading(std::string_view line, std::string_view next);

/// 【加强党的领导情况】, ● 主要工作情况, 短板：, 第二笔 …, a question, a word of one or two
/// characters.
std::optional<HeadingMark> find_chinese_heading_mark(const LanguageData& language,
                                                     std::string_view text);

}  // namespace hegui
