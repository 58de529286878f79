#pragma once

#include <cstddef>
#include <string_view>

namespace hegui {

/// Length of the valid UTF-8 sequence at `at`, 0 if there is none. Overlong forms, surrogates and
/// values above U+10FFFF are invalid (RFC 3629).
std::size_t sequence_length(std::string_view bytes, std::size_t at);
/// What stands before the first byte that is no UTF-8; all of it if there is none.
std::string_view valid_utf8(std::string_view bytes);

}  // namespace hegui
