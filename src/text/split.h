#pragma once

#include <string_view>
#include <vector>

namespace hegui {

/// What stands between the separators: one piece more than there are of them, each possibly empty.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace hegui
