#include "formats/docx/docx_symbols.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "text/strings.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr char32_t unknown = U'▪';

using Row = std::pair<unsigned char, char32_t>;

// Adobe's encoding of Symbol, where it differs from ASCII: unicode.org, VENDORS/ADOBE/symbol.txt.
constexpr std::u32string_view symbol_letters = U"ΑΒΧ∆ΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";  // A to Z
constexpr std::u32string_view symbol_small_letters = U"αβχδεφγηιϕκλµνοπθρστυϖωξψζ";
constexpr std::u32string_view symbol_high =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓"    // A0
    U"°±″≥×∝∂•÷≠≡≈…⏐⎯↵"    // B0
    U"ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉"    // C0
    U"∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"    // D0
    U"◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪";  // E0
constexpr std::array<Row, 6> symbol_marks{
    {{0x22, U'∀'}, {0x24, U'∃'}, {0x27, U'∋'}, {0x2A, U'∗'}, {0x2D, U'−'}, {0x40, U'≅'}}};

constexpr std::array<Row, 44> wingdings{{
    {0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x46, U'☞'}, {0x6C, U'●'}, {0x6D, U'❍'},
    {0x6E, U'■'}, {0x6F, U'□'}, {0x71, U'❑'}, {0x72, U'❒'}, {0x73, U'⬧'}, {0x74, U'⧫'},
    {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'}, {0x78, U'⌧'}, {0x7C, U'❀'}, {0x9E, U'·'},
    {0x9F, U'•'}, {0xA1, U'○'}, {0xA7, U'▪'}, {0xA8, U'□'}, {0xAB, U'★'}, {0xB2, U'✧'},
    {0xD8, U'➢'}, {0xDC, U'➲'}, {0xDF, U'←'}, {0xE0, U'→'}, {0xE1, U'↑'}, {0xE2, U'↓'},
    {0xE3, U'↖'}, {0xE4, U'↗'}, {0xE5, U'↙'}, {0xE6, U'↘'}, {0xE8, U'➔'}, {0xEF, U'⇦'},
    {0xF0, U'⇨'}, {0xF1, U'⇧'}, {0xF2, U'⇩'}, {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'},
    {0xFE, U'☑'}, {0xA4, U'◉'},
}};

constexpr std::array<Row, 12> wingdings_2{{
    {0x4F, U'✗'},
    {0x50, U'✓'},
    {0x51, U'☒'},
    {0x52, U'☑'},
    {0x53, U'☒'},
    {0x54, U'☒'},
    {0x98, U'●'},
    {0x99, U'◉'},
    {0x9A, U'○'},
    {0xA2, U'■'},
    {0xA3, U'□'},
    {0x3F, U'✎'},
}};

constexpr std::array<Row, 5> webdings{
    {{0x61, U'✓'}, {0x63, U'□'}, {0x67, U'■'}, {0x6E, U'●'}, {0x72, U'✗'}}};

constexpr std::array<Row, 4> wingdings_3{{{0x66, U'←'}, {0x67, U'→'}, {0x68, U'↑'}, {0x69, U'↓'}}};

char32_t in_symbol(unsigned char code) {
  for (const auto& [own, character] : symbol_marks)
    if (own == code) return character;
  if (code >= 'A' && code <= 'Z') return symbol_letters[code - 'A'];
  if (code >= 'a' && code <= 'z') return symbol_small_letters[code - 'a'];
  if (code >= 0x20 && code < 0x7F) return code;
  const std::size_t high = code - std::size_t{0xA0};
  return code >= 0xA0 && high < symbol_high.size() ? symbol_high[high] : unknown;
}

char32_t in_rows(std::span<const Row> rows, unsigned char code) {
  for (const auto& [own, character] : rows)
    if (own == code) return character;
  return code == 0x20 ? U' ' : unknown;
}

/// ➊ to ➓ and ① to ⑩ stand in a row, 0 before them.
char32_t in_wingdings(unsigned char code) {
  if (code >= 0x81 && code <= 0x8A) return U'①' + (code - char32_t{0x81});
  if (code >= 0x8C && code <= 0x95) return U'❶' + (code - char32_t{0x8C});
  return in_rows(wingdings, code);
}

bool is_symbol_font(std::string_view font) {
  const std::string name = lower(font);
  return name == "symbol" || name.starts_with("wingdings") || name == "webdings" ||
         name.starts_with("mt extra") || name == "zapfdingbats";
}

char32_t symbol_character(std::string_view font, char32_t code) {
  const std::string name = lower(font);
  if (code >= 0xF000 && code <= 0xF0FF)
    code &= 0xFF;
  else if (!is_symbol_font(name) || code > 0xFF)
    return code < 0x20 || (code >= 0xE000 && code <= 0xF8FF) || code > 0xFFFF ? unknown : code;
  const auto byte = static_cast<unsigned char>(code);
  if (name == "symbol") return in_symbol(byte);
  if (name == "wingdings") return in_wingdings(byte);
  if (name == "wingdings 2") return in_rows(wingdings_2, byte);
  if (name == "wingdings 3") return in_rows(wingdings_3, byte);
  if (name == "webdings") return in_rows(webdings, byte);
  return unknown;
}

}  // namespace

std::string shown_symbol(std::string_view font, char32_t code) {
  std::string text;
  append_utf8(text, symbol_character(font, code));
  return text;
}

std::string with_symbols(std::string_view words, std::string_view font) {
  std::string out;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t length = sequence_length(words, at);
    if (length != 3 || words[at] != '\xEF' || static_cast<unsigned char>(words[at + 1]) > 0x83) {
      out.append(words, at, std::max<std::size_t>(length, 1));
      at += std::max<std::size_t>(length, 1);
      continue;
    }
    append_utf8(out, symbol_character(font, next_code_point(words, at)));
  }
  return out;
}

}  // namespace hegui
