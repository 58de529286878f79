#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// Text for a terminal: control characters, which could move its cursor or turn its direction,
/// become U+FFFD; tabs and line ends become blanks. The text may be anything, such as a file's
/// name: of what is no UTF-8, every byte becomes U+FFFD.
std::string printable(std::string_view text);

}  // namespace hegui
