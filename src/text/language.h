#pragma once

#include <fmt/format.h>

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

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

/// A text of a table in both languages; it takes no arguments.
struct Label {
  std::string_view zh;
  std::string_view en;

  constexpr std::string_view in(Language language) const {
    return language == Language::zh ? zh : en;
  }
};

/// Quotation marks that stand inside of others become those of the next level: what a message
/// quotes may begin with a mark, “‘第一责任人’职责”, and two of a kind would say that a mark is too
/// many. Unchanged where marks do not pair: then a message is about a mark.
std::string with_nested_quotes(std::string text);

/// “text”
inline std::string in_quotes(std::string_view text) {
  return with_nested_quotes(fmt::format("“{}”", text));
}

/// A whole number in a message: {} is the number alone, {:finding} "1 finding" or "2 findings",
/// {:entry is|entries are} says both where more than an s is added.
struct Quantity {
  std::int64_t value = 0;

  constexpr explicit Quantity(std::int64_t number) : value(number) {}
  /// What a check has counted.
  constexpr explicit Quantity(double number) : value(static_cast<std::int64_t>(number)) {}
};

template <typename T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

/// What a message takes an argument for: a whole number as Quantity, and another message as its
/// wording in the same language.
template <typename T>
using Wording = std::conditional_t<WholeNumber<T>, Quantity,
                                   std::conditional_t<std::same_as<T, Message>, std::string, T>>;

template <typename T>
decltype(auto) wording(const T& argument, [[maybe_unused]] Language language) {
  if constexpr (WholeNumber<T>)
    return Quantity(static_cast<std::int64_t>(argument));
  else if constexpr (std::same_as<T, Message>)
    return argument.in(language);
  else
    return (argument);
}

template <typename... Args>
std::string worded(fmt::string_view form, const Args&... args) {
  return with_nested_quotes(fmt::vformat(form, fmt::make_format_args(args...)));
}

/// Both wordings side by side where the message is made; both take the same arguments.
template <typename... Args>
Message say(fmt::format_string<const Wording<Args>&...> zh,
            fmt::format_string<const Wording<Args>&...> en, const Args&... args) {
  return {worded(zh, wording(args, Language::zh)...), worded(en, wording(args, Language::en)...)};
}

/// What is said of a file, an option …: report.txt: it cannot be read.
Message about(const std::string& what, const Message& message);

/// One after the other: 甲、乙、丙 and a, b, c.
Message listed(const std::vector<std::string>& names);

/// One of them: 甲、乙 或 丙 and a, b or c.
Message either(const std::vector<std::string>& names);

}  // namespace hegui

template <>
struct fmt::formatter<hegui::Quantity> {
  constexpr auto parse(fmt::format_parse_context& context) {
    const char* at = context.begin();
    const char* const begin = at;
    while (at != context.end() && *at != '}') ++at;
    words_ = {begin, static_cast<std::size_t>(at - begin)};
    return at;
  }

  template <typename Context>
  auto format(const hegui::Quantity& count, Context& context) const {
    if (words_.empty()) return fmt::format_to(context.out(), "{}", count.value);
    const std::size_t bar = words_.find('|');
    if (count.value == 1) return fmt::format_to(context.out(), "1 {}", words_.substr(0, bar));
    if (bar == words_.npos) return fmt::format_to(context.out(), "{} {}s", count.value, words_);
    return fmt::format_to(context.out(), "{} {}", count.value, words_.substr(bar + 1));
  }

 private:
  std::string_view words_ = {};
};
