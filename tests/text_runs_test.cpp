// What reads many bytes of a text at once says what going through it one character at a time says.

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "language/language_data.h"
#include "text/fold.h"
#include "text/lines.h"
#include "text/unicode.h"

namespace hegui {
namespace {

using Characters = std::vector<std::string>;

/// Han and marks make runs; the others end them.
Characters random_characters(std::mt19937& random) {
  constexpr std::array<std::string_view, 36> kinds{
      "一", "丁", "龥", "鿿", "㐀", "䷿", "治", "治", "治", "设", "設", "臺",
      "。", "、", "，", "，",  "：", "（", "）", "；", "“",  ",",  ":",  "(",
      "2",  "4",  "２", "a",   "Ｂ", " ",  "　", "\n", "\r", "é",  "𠀀", "😀"};
  constexpr std::array<std::string_view, 5> rare{"\u200B", "\uFEFF", "\u00A0", "\t", "\uFF61"};
  Characters all(random() % 60);
  for (std::string& one : all)
    one = random() % 20 == 0 ? rare[random() % rare.size()] : kinds[random() % kinds.size()];
  return all;
}

std::string joined(const Characters& characters, std::size_t end) {
  std::string text;
  for (std::size_t i = 0; i < end; ++i) text += characters[i];
  return text;
}
std::string joined(const Characters& characters) { return joined(characters, characters.size()); }

bool is_one_digit(std::string_view text) {
  return text.size() == 1 && text[0] >= '0' && text[0] <= '9';
}

/// Each character as it is folded alone, but for a mark between digits.
struct Slowly {
  std::string text = {};
  std::vector<std::size_t> from = {};  ///< Of each byte of `text`, where its character stands.
};
Slowly folded_slowly(const Characters& characters, Folding folding) {
  Slowly folded;
  std::size_t at = 0;
  for (std::size_t i = 0; i < characters.size(); at += characters[i++].size()) {
    std::string one = fold_text(characters[i], folding);
    const bool is_between =
        !folded.text.empty() && is_one_digit(folded.text.substr(folded.text.size() - 1)) &&
        i + 1 < characters.size() && is_one_digit(fold_text(characters[i + 1], folding));
    if (is_between && one == "，") one = ",";
    if (is_between && one == "：") one = ":";
    folded.text += one;
    folded.from.insert(folded.from.end(), one.size(), at);
  }
  return folded;
}

}  // namespace

TEST_CASE("folding in runs is folding by characters", "[text][fold]") {
  std::mt19937 random(17);
  for (int i = 0; i < 4000; ++i) {
    const Characters characters = random_characters(random);
    const Folding folding{.full_width_marks = i % 2 == 0, .simplified = i % 4 < 2};
    const Folded folded = fold(joined(characters), folding);
    const Slowly slowly = folded_slowly(characters, folding);
    REQUIRE(folded.text == slowly.text);
    for (std::uint32_t at = 0; at < folded.text.size(); ++at)
      if (at == 0 || slowly.from[at] != slowly.from[at - 1])
        REQUIRE(folded.map.to(at) == slowly.from[at]);
  }
}

TEST_CASE("counting in words is counting by characters", "[text][unicode]") {
  std::mt19937 random(17);
  for (int i = 0; i < 4000; ++i) {
    const Characters characters = random_characters(random);
    const std::string text = joined(characters);
    std::size_t pairs = 0, han = 0;
    for (const std::string& one : characters) {
      pairs += one.size() == 4;
      std::size_t at = 0;
      han += is_han(next_code_point(one, at));
    }
    REQUIRE(count_code_points(text) == characters.size());
    REQUIRE(count_surrogate_pairs(text) == pairs);
    REQUIRE(count_han(text) == han);
    const std::size_t some = random() % (characters.size() + 1);
    REQUIRE(first_code_points(text, some) == joined(characters, some));
    REQUIRE(data_of(Language::zh).is_longer(text, some) == (some < characters.size()));
    REQUIRE(first_code_points(text, characters.size() + 1) == text);
  }
}

TEST_CASE("the first byte that is no UTF-8 is found in runs", "[text][decode]") {
  std::mt19937 random(17);
  constexpr std::string_view bytes = "\x7F\x80\x9F\xA0\xBF\xC1\xC2\xE0\xE1\xEC\xED\xEF\xF0\xF4\xF5";
  for (int i = 0; i < 20'000; ++i) {
    std::string text = joined(random_characters(random));
    for (int changes = static_cast<int>(random() % 3); changes > 0 && !text.empty(); --changes)
      text[random() % text.size()] = bytes[random() % bytes.size()];
    std::size_t end = 0;
    while (end < text.size() && sequence_length(text, end) > 0) end += sequence_length(text, end);
    REQUIRE(valid_utf8(text).size() == end);
  }
}

TEST_CASE("lines are found from mark to mark", "[text][lines]") {
  std::mt19937 random(17);
  constexpr std::string_view letters = "\r\n\r\na";
  for (int i = 0; i < 4000; ++i) {
    std::string text(random() % 12, ' ');
    for (char& c : text) c = letters[random() % 5];
    std::vector<std::uint32_t> starts{0};
    for (std::uint32_t at = 1; at < text.size(); ++at)
      if (text[at - 1] == '\n' || (text[at - 1] == '\r' && text[at] != '\n')) starts.push_back(at);
    const LineIndex index(text);
    REQUIRE(index.count() == starts.size());
    for (std::uint32_t line = 1; line <= index.count(); ++line) {
      REQUIRE(index.line(text, line).begin == starts[line - 1]);
      REQUIRE(index.line_at(starts[line - 1]) == line);
    }
  }
}

}  // namespace hegui
