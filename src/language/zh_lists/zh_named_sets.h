#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegui {

/// A set whose name says how many it holds, and which beside it are told otherwise.
struct NamedSet {
  Span name = {};  ///< With its quotes: “四个统一”.
  int value = 0;
  std::size_t there = 0;
};

/// Sets in quotes with their members right before them or behind, that have a word of the name in
/// common: 统一标准、统一流程、统一文书“四个统一”; “三定”机制，即定人员、定时限、定标准、定责任;
/// 主体关、程序关、证据关“四关”. Places are in the paragraph.
std::vector<NamedSet> wrong_named_sets(std::string_view paragraph);

}  // namespace hegui
