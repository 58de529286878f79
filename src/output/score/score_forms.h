#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "output/score/score_sheet.h"
#include "output/score/workbook.h"

namespace hegui {

/// Takes text piece by piece: what thousands of reports make is not held at once.
using TakeText = std::function<void(std::string_view)>;

/// A form of the score sheet; unlike an Output it needs all reports, because it ranks them.
struct ScoreForm {
  std::string_view name;
  Label summary;
  /// Null for a workbook.
  void (*write)(const ScoreSheet& sheet, const OutputOptions& options, const TakeText& take);
  void (*fill)(const ScoreSheet& sheet, const OutputOptions& options, Workbook& workbook);
};

std::span<const ScoreForm> score_forms();
/// Null if there is no such form.
const ScoreForm* find_score_form(std::string_view name);

}  // namespace hegui
