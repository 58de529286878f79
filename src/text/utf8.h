#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hegui {

/// Where the first byte is that is no part of valid UTF-8.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

}  // namespace hegui
