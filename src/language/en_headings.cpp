#include "language/en_headings.h"

#include "language/language_data.h"
#include "search/pattern.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_heading = 14;  // Words.
constexpr std::size_t longest_run_in = 5;
constexpr std::size_t longest_label = 4;
constexpr std::size_t least_text = 6;  // Behind one that is run in.

HeadingEnd at(std::size_t words, std::size_t text) {
  return {static_cast<std::uint32_t>(words), static_cast<std::uint32_t>(text)};
}

/// Purpose. This policy …
std::optional<HeadingEnd> run_in_end(std::string_view text) {
  static const Pattern mark(R"(^[A-Z][^.:;!?]{2,50}(?=[.:]\s+\S))");
  const auto words = mark.find(text);
  if (!words || count_words(text.substr(0, words->end)) > longest_run_in) return std::nullopt;
  const std::size_t begin = text.find_first_not_of(' ', words->end + 1);
  if (count_words(text.substr(begin)) < least_text) return std::nullopt;
  return at(words->end, begin);
}

/// *** SUMMARY ***
std::optional<HeadingMark> framed_heading(std::string_view text) {
  static const Pattern framed(R"(^([*=~#-])\1+ +(?=\p{Lu}[^.;!?]{2,50} +\1{2,}$))");
  const auto frame = framed.find(text);
  if (!frame) return std::nullopt;
  const std::size_t end = text.find_last_not_of(" *=~#-") + 1;
  const Span words{static_cast<std::uint32_t>(frame->end), static_cast<std::uint32_t>(end)};
  return HeadingMark{static_cast<unsigned char>(text.front()), words};
}

}  // namespace

std::optional<HeadingEnd> find_english_heading_end(const LanguageData& language,
                                                   const HeadingReach& reach) {
  const std::string_view text = reach.text;
  if (!reach.to_block_end) return std::nullopt;
  const bool is_closed = language.ends_with_colon(text) || language.ends_with_stop(text);
  if (reach.stated) return at(text.size() - (is_closed ? 1 : 0), text.size());
  if (language.has_stop(text) || text.find(": ") != std::string_view::npos)
    if (const auto end = run_in_end(text)) return end;
  if (language.has_stop(text) || count_words(text) > longest_heading) return std::nullopt;
  if (language.ends_with_colon(text)) return at(text.size() - 1, text.size());
  if (language.ends_sentence(text) || text.ends_with(language.comma)) return std::nullopt;
  return at(text.size(), text.size());
}

std::optional<HeadingMark> find_english_heading_mark(const LanguageData& language,
                                                     std::string_view text) {
  if (const auto framed = framed_heading(text)) return framed;
  static const Pattern label(R"(^[A-Z][^.:;!?,]{1,50}:$)");
  if (!language.ends_with_colon(text) || !label.matches(text)) return std::nullopt;
  const std::string_view words = text.substr(0, text.size() - language.colon.size());
  if (count_words(words) > longest_label) return std::nullopt;
  return HeadingMark{U':', {0, static_cast<std::uint32_t>(words.size())}};
}

}  // namespace hegui
