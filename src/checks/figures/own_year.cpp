#include "checks/figures/own_year.h"

#include "language/language_data.h"

namespace hegui {

std::string own_year(const Target& target) {
  const auto given = target.variables.find("year");
  if (given != target.variables.end()) return given->second;
  const std::string title = title_text(target.document, target.outline);
  const auto year = data_of(target.document.language).year->capture(title);
  return year ? title.substr(year->begin, year->size()) : "";
}

}  // namespace hegui
