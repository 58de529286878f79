#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "document/document.h"

namespace hegui {

struct LanguageData;

/// A line of a paragraph, as the decision whether the next one goes on with it needs it.
struct WrappedLine {
  std::string words = {};
  double characters = 0;    ///< The room that it takes, in Chinese characters.
  bool has_number = false;  ///< Of a heading or an item, at its beginning.
};

WrappedLine wrapped_line(const LanguageData& language, std::string words);

/// Whether words begin with the number of a heading or an item.
bool begins_with_number(const LanguageData& language, std::string_view words);

/// Whether a line ends in a mark that ends a sentence, or comes before a list.
bool ends_in_mark(const LanguageData& language, std::string_view words);

/// Whether a line goes on with the one before in a block of that kind, as far as their words tell
/// in any format; empty if they do not.
std::optional<bool> goes_on(const LanguageData& language, Block::Kind kind,
                            const WrappedLine& before, const WrappedLine& after);

/// Whether a blank is to be put between the words of two lines that are joined.
bool needs_blank(std::string_view before, std::string_view after);

}  // namespace hegui
