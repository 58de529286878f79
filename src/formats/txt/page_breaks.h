#pragma once

#include <string_view>
#include <vector>

#include "formats/txt/wrapping.h"

namespace hegui {

/// Whether each line is what a page ends or begins with, in text that was copied from pages: a
/// number, and the running heads beside it, which stand beside others, too.
///
///   … 发现问题当场交办，
///                              blank lines beside them count as well
///   — 3 —
///   青禾县司法局年度报告
///   月底统一回访。
std::vector<bool> page_break_lines(std::string_view source, const std::vector<Line>& lines,
                                   const LanguageData& language);

}  // namespace hegui
