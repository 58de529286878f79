#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "search/terms.h"
#include "text/utf8.h"

namespace hegui {

/// Whether the span is part of a match. What decides stands near it, so that a line of any length
/// costs the same.
inline bool is_inside(const Terms& terms, std::string_view text, Span span) {
  constexpr std::size_t reach = 120;  // Bytes.
  if (terms.empty()) return false;
  std::string_view before = last_bytes(text.substr(0, span.begin), reach);
  before.remove_prefix(before.rfind('\n') + 1);  // Nothing if there is none.
  const std::size_t begin = span.begin - before.size();
  const std::string_view near = text.substr(begin, span.end + reach - begin);
  const std::string_view whole = near.substr(0, near.find('\n', span.end - begin));
  return std::ranges::any_of(terms.all(valid_utf8(whole)), [&](Span hit) {
    const auto shift = static_cast<std::uint32_t>(begin);
    return Span{hit.begin + shift, hit.end + shift}.overlaps(span);
  });
}

/// Every match of a term in the text, from left to right.
void each_match(const Term& term, std::string_view text, const auto& visit) {
  for (std::size_t from = 0; from <= text.size();) {
    const auto hit = term.find(text, from);
    if (!hit) return;
    if (!hit->empty()) visit(*hit);
    from = std::max<std::size_t>(hit->end, hit->begin + std::size_t{1});
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  }
}

}  // namespace hegui
