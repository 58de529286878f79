#pragma once

#include <string_view>

namespace hegui {

/// Set by CMake from the project's version.
inline constexpr std::string_view version = HEGUI_VERSION;

}  // namespace hegui
