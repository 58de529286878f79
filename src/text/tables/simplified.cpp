#include "text/tables/simplified.h"

#include "text/utf8.h"

namespace hegui {

bool is_traditional_text(std::string_view text) {
  constexpr std::size_t enough = 20'000;
  text = first_code_points(text, enough);
  std::size_t traditional = 0, han = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code < 0x4E00 || code > 0x9FFF) continue;
    ++han;
    traditional += simplified(code) != code;
  }
  return traditional * 10 > han;
}

}  // namespace hegui
