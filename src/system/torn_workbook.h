#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace hegui {

/// Throws InputError if a part of an XLSX file has no end, or a sheet not so many rows.
void refuse_torn(std::string_view workbook, const std::vector<std::size_t>& rows);

}  // namespace hegui
