#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hegui {

/// Whether the work of searching a text for the pattern grows with the square of the text, so that
/// a long paragraph hangs. Counted, not timed: the answer is the same on every machine. Says no for
/// a source that is no pattern. The steps are taken off `steps_left`; nothing when they do not do.
std::optional<bool> grows_with_square(std::string_view source, std::uint64_t& steps_left);

}  // namespace hegui
