#pragma once

#include <string>
#include <string_view>

namespace hegui {

/// The character that a symbol font (Symbol, Wingdings, …) shows at a code, where Unicode has it
/// and it is a common one; else ▪, which no check takes for text. A code of another font is that
/// character. Codes are 0x20 to 0xFF, or the same from U+F000 (ECMA-376-1, 17.3.3.30).
std::string shown_symbol(std::string_view font, char32_t code);

/// Words with the characters of U+F000 to U+F0FF, which symbol fonts have, as they show.
std::string with_symbols(std::string_view words, std::string_view font);

}  // namespace hegui
