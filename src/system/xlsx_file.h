#pragma once

#include <functional>
#include <string>

#include "output/score/workbook.h"

namespace hegui {

/// The bytes of an XLSX file (ECMA-376) of what `fill` writes. libxlsxwriter is loaded here and not
/// with the program: with what it needs itself it takes a tenth of the time of a small check.
/// Throws WriteError if it is not installed, or for what a workbook cannot hold.
std::string xlsx_bytes(const std::function<void(Workbook&)>& fill);

}  // namespace hegui
