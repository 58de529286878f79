#pragma once

#include "document/table.h"
#include "formats/html/html_body.h"

namespace hegui {

// What an element says about the cells of a table.

/// <td> or <th>.
bool is_cell(const GumboNode* element);
/// Tables also lay pages out: a cell is one of data if it has neighbours and is short.
bool is_data_cell(const GumboNode* cell);
/// How far it reaches, and whether it is a head.
Cell cell_of(const GumboNode* cell);

/// The number of an attribute; `otherwise` where it is none.
int number_of(std::string_view digits, int otherwise);

}  // namespace hegui
