#include "formats/html/html_cells.h"

#include <algorithm>

namespace hegui {

int number_of(std::string_view digits, int otherwise) {
  if (digits.empty() || digits.size() > 6) return otherwise;
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return otherwise;
    number = number * 10 + (c - '0');
  }
  return number;
}

bool is_cell(const GumboNode* element) {
  return tag_of(element) == GUMBO_TAG_TD || tag_of(element) == GUMBO_TAG_TH;
}

Cell cell_of(const GumboNode* cell) {
  constexpr int to_the_end = 65'534;
  const auto span = [&](const char* name) { return number_of(attribute(cell, name), 1); };
  const int rows = span("rowspan");
  const GumboNode* group = cell->parent ? cell->parent->parent : nullptr;
  const bool in_head = group && is_element(group) && tag_of(group) == GUMBO_TAG_THEAD;
  return {.rows = static_cast<std::uint32_t>(rows == 0 ? to_the_end : rows),
          .columns = static_cast<std::uint32_t>(std::max(span("colspan"), 1)),
          .is_head = tag_of(cell) == GUMBO_TAG_TH || in_head};
}

bool is_data_cell(const GumboNode* cell) {
  constexpr std::size_t longest = 3000;  // Bytes of the source.
  const GumboElement& element = cell->v.element;
  if (element.end_pos.offset > element.start_pos.offset + longest) return false;
  const GumboNode* row = cell->parent;
  if (!row || tag_of(row) != GUMBO_TAG_TR) return false;
  unsigned cells = 0;
  const GumboVector& children = row->v.element.children;
  for (unsigned i = 0; i < children.length && cells < 2; ++i)
    cells += is_element(static_cast<const GumboNode*>(children.data[i]));
  return cells > 1;
}

}  // namespace hegui
