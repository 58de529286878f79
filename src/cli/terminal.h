#pragma once

#include "output/output.h"

namespace hegui {

/// Columns of the terminal at a file descriptor; `otherwise` if there is none.
int terminal_columns(int descriptor, int otherwise);

/// Whether colours are wanted and how wide things are, by the terminal of standard output and the
/// environment: NO_COLOR, COLUMNS, HEGUI_AMBIGUOUS_WIDTH.
void fit_to_terminal(OutputOptions& options);

}  // namespace hegui
