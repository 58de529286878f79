#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hegui {

/// Where in what an element of words holds in a file, `xml`, the characters stand that were read of
/// it: by the offset in `words` of each byte, and last the end. `words` may go on with what is not
/// of the element. Empty where they are not the same characters one by one.
std::vector<std::uint32_t> places_in_xml(std::string_view xml, std::string_view words);

}  // namespace hegui
