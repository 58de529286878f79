#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace hegui {

/// Of hegui's own messages. The rule set's texts come in the language of the rule set.
enum class Language : std::uint8_t { zh, en };

/// One sentence in both languages. Form (style after rustc and clang): no capital at the start, no
/// final mark, facts included.
struct Message {
  std::string zh;
  std::string en;

  const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
};

/// Both wordings side by side where the message is made; both take the same arguments.
template <typename... Args>
Message say(fmt::format_string<const Args&...> zh, fmt::format_string<const Args&...> en,
            const Args&... args) {
  return {fmt::format(zh, args...), fmt::format(en, args...)};
}

}  // namespace hegui
