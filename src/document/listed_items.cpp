#include "document/listed_items.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "document/numbering.h"
#include "language/language_data.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// ● and a blank, or a number in a list.
bool has_mark(const LanguageData& language, const Block& block, std::string_view text) {
  std::size_t at = 0;
  const char32_t bullet = text.empty() ? 0 : next_code_point(text, at);
  if (language.bullets.find(bullet) != std::u32string_view::npos)
    return at < text.size() && text[at] == ' ';
  const auto number = language.read_number(text, 0);
  return number && !number->doubtful && block.kind == Block::Kind::paragraph;
}

/// How deep the item stands: its list's level, or its indent.
int depth_of(const Block& block) { return block.level > 0 ? block.level : block.indent; }

}  // namespace

bool begins_listed_item(const Document& document, const Block& block) {
  const LanguageData& language = data_of(document.language);
  if (language.bullets.empty()) return false;
  if (block.kind == Block::Kind::list_item && block.level > 0) return true;
  const std::string_view text = document.slice(block.span);
  std::size_t at = 0;
  const char32_t bullet = text.empty() ? 0 : next_code_point(text, at);
  return language.bullets.find(bullet) != std::u32string_view::npos && at < text.size() &&
         text[at] == ' ';
}

std::vector<Span> listed_items(const Document& document, const std::vector<Span>& text) {
  const LanguageData& language = data_of(document.language);
  std::vector<Span> items;
  if (language.bullets.empty()) return items;
  const auto block_at = [&](Span span) -> const Block* {
    const auto block = std::ranges::lower_bound(document.blocks, span.begin, {},
                                                [](const Block& b) { return b.span.begin; });
    return block != document.blocks.end() && block->span.begin == span.begin ? &*block : nullptr;
  };
  const auto begins = [&](const Block* block) {
    return block && ((block->kind == Block::Kind::list_item && block->level > 0) ||
                     has_mark(language, *block, document.slice(block->span)));
  };
  int outermost = std::numeric_limits<int>::max();
  for (const Span span : text)
    if (const Block* block = block_at(span); begins(block))
      outermost = std::min(outermost, depth_of(*block));
  for (const Span span : text) {
    const Block* block = block_at(span);
    if (begins(block) && depth_of(*block) == outermost) {
      items.push_back(span);
      continue;
    }
    // What is further in belongs to the item above; a paragraph ends the list.
    const bool inside = block && !items.empty() &&
                        (begins(block) || block->kind == Block::Kind::list_item ||
                         (block->kind == Block::Kind::paragraph && block->indent > outermost));
    if (inside && items.back().end < span.begin) items.back().end = span.end;
  }
  return items;
}

}  // namespace hegui
