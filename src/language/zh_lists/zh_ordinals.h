#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace hegui {

/// What tells rows of ordinals from each other: 第一，, 其一，, 一要.
enum class ZhOrdinal : std::uint8_t { di, qi, yao };

/// Of the ordinal at `at`, where it surely is one. 第一、二产业 is none, nor is what stands in a
/// clause: 总量居全省第一，增速第三，.
std::optional<ZhOrdinal> zh_ordinal(std::string_view text, std::size_t at);

}  // namespace hegui
