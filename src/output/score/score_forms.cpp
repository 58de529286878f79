// The table of the forms of a score sheet: a form is one file, one declaration and one row.

#include "output/score/score_forms.h"

#include <algorithm>
#include <array>

namespace hegui {

extern const ScoreForm csv_score, json_score, text_score, xlsx_score;

std::span<const ScoreForm> score_forms() {
  static const std::array table{text_score, json_score, csv_score, xlsx_score};
  return table;
}

const ScoreForm* find_score_form(std::string_view name) {
  const auto all = score_forms();
  const auto found = std::ranges::find(all, name, &ScoreForm::name);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace hegui
