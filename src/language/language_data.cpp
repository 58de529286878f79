#include "language/language_data.h"

#include <utility>

#include "language/rows.h"
#include "text/characters.h"
#include "text/unicode.h"

namespace hegui {

std::string_view LanguageData::first_characters(std::string_view text, std::size_t count) const {
  const auto own = static_cast<std::size_t>(static_cast<double>(count) * characters_a_han);
  return first_code_points(text, own);
}

bool LanguageData::is_longer(std::string_view text, std::size_t count) const {
  constexpr std::size_t longest_character = 4;  // Bytes; most texts are longer by that alone.
  const auto own = static_cast<std::size_t>(static_cast<double>(count) * characters_a_han);
  return text.size() > own * longest_character ||
         (text.size() > own && first_code_points(text, own).size() < text.size());
}

std::string_view LanguageData::label_words(std::string_view text) const {
  if (ends_with_colon(text)) return text.substr(0, text.size() - colon.size());
  if (ends_with_stop(text)) return text.substr(0, text.size() - stop.size());
  return text;
}

bool LanguageData::has_stop(std::string_view text) const {
  if (!blank_between_sentences) return text.find(stop) != std::string_view::npos;
  for (std::size_t at = text.find(stop); at != std::string_view::npos; at = text.find(stop, at + 1))
    if (const std::size_t end = at + stop.size(); end == text.size() || text[end] == ' ')
      return true;
  return false;
}

bool LanguageData::ends_sentence(std::string_view text) const {
  if (text.empty()) return false;
  std::size_t at = previous_code_point(text, text.size());
  const std::string_view before = text.substr(0, at);
  const char32_t last = next_code_point(text, at);
  const auto is_one_of = [&](std::u32string_view marks) {
    return marks.find(last) != std::u32string_view::npos;
  };
  return is_one_of(sentence_ends) || text.ends_with(semicolon) || ends_with_colon(text) ||
         (is_one_of(closing_ends) && before.ends_with(stop));
}

bool LanguageData::goes_on(std::string_view text, std::size_t mark, std::size_t end) const {
  if (!blank_between_sentences || end >= text.size()) return false;
  if (text[end] != ' ') return true;
  std::size_t next = text.find_first_not_of(' ', end);
  if (next == std::string_view::npos) return false;
  // What begins with a small letter goes on with the sentence: approx. three.
  if (text[next] >= 'a' && text[next] <= 'z') return true;
  constexpr std::size_t longest = 16;  // Bytes of an abbreviation and what stands before it.
  const std::size_t begin = mark - last_bytes(text.substr(0, mark), longest).size();
  std::size_t behind = next;
  next_code_point(text, behind);
  const std::string_view seen = text.substr(begin, behind - begin);
  constexpr std::size_t longest_word = 12;  // Characters.
  return text.substr(mark).starts_with(stop) &&
         (abbreviation->matches(seen) ||
          (initials->matches(seen) &&
           !opening_word->matches(first_code_points(text.substr(next), longest_word))));
}

const LanguageData& data_of(Language language) {
  switch (language) {
    case Language::zh: return chinese();
    case Language::en: return english();
  }
  return chinese();
}

bool is_of_figure(char32_t code) {
  constexpr std::u32string_view marks = U"0123456789.,% 〇零一二两三四五六七八九十百千万亿";
  return marks.find(code) != std::u32string_view::npos;
}

void ScriptTally::add(std::string_view text) {
  // Addresses, code and images in letters are no words: what stands around words is known.
  constexpr std::string_view before_words = " \t\r\n([\"'*", behind_words = " \t\r\n)]\"'*.,;:!?";
  bool may_begin = true, in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = end_of_common_han(text, at); end > at) {
      han_ += (end - at) / han_bytes;
      at = end;
      words_ += std::exchange(in_word, false);
      may_begin = true;
      continue;
    }
    const char32_t code = next_code_point(text, at);
    if ((code | 0x20) >= 'a' && (code | 0x20) <= 'z') {
      in_word = in_word || may_begin;
      may_begin = false;
      continue;
    }
    const bool is_mark = code < 0x80;
    words_ += in_word &&
              (!is_mark || behind_words.find(static_cast<char>(code)) != std::string_view::npos);
    in_word = false;
    may_begin = !is_mark || before_words.find(static_cast<char>(code)) != std::string_view::npos;
    if (!is_mark) han_ += is_han(code);
  }
  words_ += in_word;
}

Language language_of(std::string_view text) {
  ScriptTally tally;
  tally.add(text);
  return tally.language();
}

}  // namespace hegui
