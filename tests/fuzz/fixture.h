#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "formats/format.h"
#include "output/output.h"
#include "review/lint.h"
#include "ruleset/load.h"
#include "text/input_error.h"
#include "text/utf8.h"

// What several fuzz targets need.

namespace hegui {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline const RuleSet& fazhi() {
  static const LoadedRules loaded =
      load_rules(*find_builtin("fazhi"),
                 [](std::string_view name, std::string_view) { return find_builtin(name); });
  return *loaded.rules;
}

/// With something missing, something weak, and findings of checks of the whole document.
inline constexpr std::string_view weak_report =
    "临溪街道2025年度法治政府建设情况报告\n"
    "2025年，街道推进依法行政，现将情况报告如下。\n"
    "一、主要举措和成效\n"
    "（一）规范执法。街道办理行政处罚案件36件，调解纠纷128起，举办普法讲座12场，经费待补。\n"
    "二、存在的不足和原因\n"
    "工作中还存在执法力量不足、普法形式单一等问题。\n"
    "四、下一步安排\n"
    "继续推进法治政府建设，提高依法行政水平。\n";

inline Review review_of(std::string path, std::string_view text, const RuleSet& rules,
                        LintOptions options = {}) {
  options.sample = true;
  const ChosenRules chosen{&rules, true};
  return lint(read_document(std::move(path), std::string(text), {.format = "txt"}),
              std::span(&chosen, 1), options);
}

inline std::string written(const OutputForm& form, const Review& review,
                           const OutputOptions& options = {}) {
  std::string out;
  const auto output = form.make(options);
  output->begin(out);
  output->document(review, out);
  output->end({}, {}, out);
  return out;
}

inline bool is_utf8(std::string_view text) { return valid_utf8(text).size() == text.size(); }

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace hegui
