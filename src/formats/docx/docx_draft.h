#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// Words as text of an element; characters that XML has not are gone.
std::string escaped_xml(std::string_view words);

}  // namespace hegui
