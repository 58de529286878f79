#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hegui {

/// Where in what an element of words holds in a file, `xml`, its character stands that was read at
/// that offset of `words`; `words` may go on with what is not of the element. None where they are
/// not the same characters one by one.
std::optional<std::size_t> place_in_xml(std::string_view xml, std::string_view words,
                                        std::size_t offset);

}  // namespace hegui
