#include "formats/ofd/ofd_words.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"

namespace hegui {
namespace {

using Glyphs = std::vector<OfdGlyph>;

bool is_blank(char32_t code) { return code == ' ' || code == U'\u3000' || code == U'\u00A0'; }

/// Two of the same at the same place.
void drop_doubles(Glyphs& line) {
  Glyphs kept;
  for (const OfdGlyph& glyph : line) {
    constexpr std::size_t most = 8;  // On one place.
    bool is_double = false;
    for (std::size_t i = kept.size(); i > 0 && i + most > kept.size() && !is_double; --i) {
      const double distance = glyph.x - kept[i - 1].x;
      if (distance > 0.15 * glyph.size) break;
      is_double = kept[i - 1].code == glyph.code;
    }
    if (!is_double) kept.push_back(glyph);
  }
  line = std::move(kept);
}

/// Characters stand on their base line: most of them above it.
PageWord word_at(const OfdGlyph& glyph) {
  constexpr double above = 0.88, below = 0.12;  // In sizes.
  return {.left = glyph.x,
          .top = glyph.y - above * glyph.size,
          .right = glyph.x,
          .bottom = glyph.y + below * glyph.size};
}

void add_words(Glyphs line, std::vector<PageWord>& words) {
  std::ranges::stable_sort(line, {}, &OfdGlyph::x);
  drop_doubles(line);
  const std::size_t before = words.size();
  bool after_blank = false;
  for (const OfdGlyph& glyph : line) {
    // A gap that is drawn with blanks is seen at the next character.
    if (is_blank(glyph.code)) {
      after_blank = true;
      continue;
    }
    const double gap = words.size() > before ? glyph.x - words.back().right : 0;
    if (words.size() == before || gap >= 1.2 * glyph.size)
      words.push_back(word_at(glyph));
    else if (after_blank || gap >= 0.8 * glyph.size)
      words.back().text += ' ';
    after_blank = false;
    PageWord& word = words.back();
    append_utf8(word.text, glyph.code);
    const PageWord own = word_at(glyph);
    word.right = std::max(word.right, glyph.x + glyph.advance);
    word.top = std::min(word.top, own.top);
    word.bottom = std::max(word.bottom, own.bottom);
  }
}

}  // namespace

std::vector<PageWord> words_of(std::vector<OfdGlyph> glyphs) {
  std::vector<PageWord> words;
  if (glyphs.empty()) return words;
  const auto middle = glyphs.begin() + static_cast<std::ptrdiff_t>(glyphs.size() / 2);
  std::ranges::nth_element(glyphs, middle, {}, &OfdGlyph::size);
  // A watermark behind the text shares no line with it.
  const double largest = 1.5 * middle->size;
  const auto line_of = [&](const OfdGlyph& glyph) {
    return std::pair(glyph.size > largest, glyph.y);
  };
  std::ranges::stable_sort(glyphs, {}, line_of);
  for (std::size_t begin = 0, end = 0; begin < glyphs.size(); begin = end) {
    const auto [is_large, y] = line_of(glyphs[begin]);
    // Indices stand a little below the line.
    const double lowest = y + std::max(0.3 * glyphs[begin].size, 1e-6);
    for (end = begin; end < glyphs.size(); ++end)
      if (const auto line = line_of(glyphs[end]); line.first != is_large || line.second > lowest)
        break;
    const auto at = [&](std::size_t i) { return glyphs.begin() + static_cast<std::ptrdiff_t>(i); };
    add_words(Glyphs(at(begin), at(end)), words);
  }
  return words;
}

}  // namespace hegui
