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

/// Quotation marks that stand inside of others become those of the next level: what a message
/// quotes may begin with a mark, “‘第一责任人’职责”, and two of a kind would say that a mark is too
/// many. Unchanged where marks do not pair: then a message is about a mark.
std::string with_nested_quotes(std::string text);

/// “text”
inline std::string in_quotes(std::string_view text) {
  return with_nested_quotes(fmt::format("“{}”", text));
}

/// Both wordings side by side where the message is made; both take the same arguments.
template <typename... Args>
Message say(fmt::format_string<const Args&...> zh, fmt::format_string<const Args&...> en,
            const Args&... args) {
  return {with_nested_quotes(fmt::format(zh, args...)),
          with_nested_quotes(fmt::format(en, args...))};
}

}  // namespace hegui
