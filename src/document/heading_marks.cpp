#include "document/heading_marks.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "language/language_data.h"

namespace hegui {
namespace {

constexpr int deepest = 6;

/// Of a line as it stands; whether it is a heading is seen from the others.
std::optional<HeadingMark> mark_of(const Document& document, std::uint32_t block) {
  const LanguageData& language = data_of(document.language);
  const Block& given = document.blocks[block];
  if (given.kind == Block::Kind::heading || given.kind == Block::Kind::table_cell ||
      given.kind == Block::Kind::note || !language.headings.find_mark)
    return std::nullopt;
  auto mark = language.headings.find_mark(language, document.slice(given.span));
  if (mark)
    mark->words = {given.span.begin + mark->words.begin, given.span.begin + mark->words.end};
  return mark;
}

}  // namespace

std::optional<char32_t> heading_mark(const Document& document, std::uint32_t block) {
  const auto mark = mark_of(document, block);
  return mark ? std::optional(mark->kind) : std::nullopt;
}

std::map<std::uint32_t, MarkedHeading> marked_headings(const Document& document,
                                                       const Outline& outline) {
  std::vector<std::pair<std::uint32_t, HeadingMark>> marks;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i)
    if (outline.roles[i] == Role::body)
      if (const auto mark = mark_of(document, i)) marks.emplace_back(i, *mark);
  // A kind whose lines stand one below the other lists something, and so does one at the end.
  const auto stands_above_text = [&](std::size_t index) {
    const std::uint32_t next = marks[index].first + 1;
    if (next >= document.blocks.size() || outline.roles[next] != Role::body) return false;
    const bool right_below = index + 1 < marks.size() && marks[index + 1].first == next;
    return !right_below || marks[index + 1].second.kind != marks[index].second.kind;
  };
  std::map<char32_t, int> seen, above_text;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    ++seen[marks[i].second.kind];
    above_text[marks[i].second.kind] += stands_above_text(i);
  }
  std::map<std::uint32_t, MarkedHeading> headings;
  std::vector<char32_t> kinds;  // In order of appearance, outermost first.
  for (const auto& [block, mark] : marks) {
    const int least = mark.kind == HeadingMark::one_word ? 3 : 2;
    if (seen[mark.kind] < least || above_text[mark.kind] < seen[mark.kind]) continue;
    auto level = std::ranges::find(kinds, mark.kind);
    if (level == kinds.end()) level = kinds.insert(level, mark.kind);
    const auto depth = static_cast<int>(level - kinds.begin()) + 1;
    headings.emplace(block, MarkedHeading{mark.words, std::min(depth, deepest)});
  }
  return headings;
}

}  // namespace hegui
