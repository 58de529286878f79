#pragma once

#include <string_view>

namespace hegui {

/// Whether the work of searching a text for the pattern grows with the square of the text, so that
/// a long paragraph hangs. Counted, not timed: the answer is the same on every machine. Says no for
/// a source that is no pattern.
bool grows_with_square(std::string_view source);

}  // namespace hegui
