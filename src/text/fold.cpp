#include "text/fold.h"

#include "text/characters.h"
#include "text/neighbours.h"
#include "text/tables/character_table.h"
#include "text/tables/simplified.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// U+FF21 Ａ is <wide> A, U+FF61 ｡ is <narrow> 。; others are themselves.
char32_t usual_width(char32_t code) {
  if (code < 0xFF01 && code != 0x3000) return code;
  if (code <= 0xFF5E) return code == 0x3000 ? ' ' : code - 0xFF01 + '!';
  return code >= first_form && code <= last_form ? usual_widths[code - first_form] : code;
}

char32_t chinese_mark(char32_t code) {
  switch (code) {
    case ',': return U'，';
    case ':': return U'：';
    case ';': return U'；';
    case '!': return U'！';
    case '?': return U'？';
    case '(': return U'（';
    case ')': return U'）';
    default: return code;
  }
}

bool is_space(char32_t code) {
  return code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
         code == 0x205F || code == 0x3000;
}

bool is_dropped(char32_t code) {
  return (code < 0x20 && code != '\n') || code == 0x7F || code == 0xAD ||
         (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2064) || (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

/// Where the run of characters ends that folding surely leaves alone: letters, digits, Han,
/// 、。《》 and, where marks are Chinese, ，：（） that stand behind no digit. `before` is the
/// character before.
std::size_t end_of_kept(std::string_view text, std::size_t at, Folding folding, char32_t before) {
  while (at < text.size()) {
    std::size_t next = at;
    const char32_t code = next_code_point(text, next);
    bool is_kept = false;
    if (code >= 0x3001 && code < 0xFE00)
      is_kept = !folding.simplified || simplified(code) == code;
    else if (code < 0x7F)
      is_kept = code == '\n' ||
                (code >= 0x20 && !(folding.full_width_marks && chinese_mark(code) != code));
    else if (code >= 0xFF01 && folding.full_width_marks && !is_digit(before))
      is_kept = chinese_mark(usual_width(code)) == code;
    if (!is_kept) break;
    before = code;
    at = next;
  }
  return at;
}

}  // namespace

Folded fold(std::string_view text, Folding folding) {
  Folded folded;
  folded.text.reserve(text.size() + text.size() / 16);
  const auto note = [&](std::size_t begin) {
    folded.map.add(static_cast<std::uint32_t>(folded.text.size()),
                   static_cast<std::uint32_t>(begin));
  };
  char32_t before = 0;  // The folded character that was put last.
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = end_of_kept(text, at, folding, before); end > at) {
      note(at);
      folded.text.append(text, at, end - at);
      before = code_before(text, end);
      at = end;
      continue;
    }
    const std::size_t begin = at;
    char32_t code = next_code_point(text, at);
    if (is_space(code)) code = ' ';
    if (is_dropped(code)) continue;
    code = usual_width(code);
    if (folding.simplified) code = simplified(code);
    if (folding.full_width_marks && code < 0x80 && chinese_mark(code) != code) {
      std::size_t ahead = at;
      const char32_t after = at < text.size() ? usual_width(next_code_point(text, ahead)) : 0;
      const bool in_number = (code == ',' || code == ':') && is_digit(before) && is_digit(after);
      if (!in_number) code = chinese_mark(code);
    }
    note(begin);
    append_utf8(folded.text, code);
    before = code;
  }
  note(text.size());
  return folded;
}

std::string fold_text(std::string_view text, Folding folding) { return fold(text, folding).text; }

}  // namespace hegui
