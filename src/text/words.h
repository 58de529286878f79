#pragma once

#include <string_view>
#include <vector>

#include "text/split.h"

namespace hegui {

/// The words of a table's cell, which are separated by |; none in an empty one.
inline std::vector<std::string_view> words_of(std::string_view cell) {
  return cell.empty() ? std::vector<std::string_view>{} : split(cell, '|');
}

}  // namespace hegui
