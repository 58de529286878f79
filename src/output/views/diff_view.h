#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// Two texts of as many lines as a unified diff, with three lines around each change; empty if they
/// are the same. Both are of the file of that name.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after,
                         bool color);

}  // namespace hegui
