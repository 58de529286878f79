#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace hegui {

/// A paragraph of a report that is to be written.
struct DraftParagraph {
  enum class Kind : std::uint8_t { title, heading, text, signature };
  Kind kind = Kind::text;
  std::string words = {};  ///< On one line.
};

/// How a draft is written, and which format reads it.
struct DraftForm {
  std::string_view name;
  Label summary;
  bool is_text;  ///< Else it is an archive, which no terminal shows.
  std::string (*write)(std::span<const DraftParagraph> paragraphs, Language language);
};

std::span<const DraftForm> draft_forms();
/// Null if there is no such form.
const DraftForm* find_draft_form(std::string_view name);

/// What draft_forms() have: text as people type it, Markdown, and a package for word processors.
std::string draft_text(std::span<const DraftParagraph> paragraphs, Language language);
std::string draft_markdown(std::span<const DraftParagraph> paragraphs, Language language);
std::string draft_docx(std::span<const DraftParagraph> paragraphs, Language language);

/// Words that Markdown takes for nothing else.
std::string escaped_markdown(std::string_view words);

}  // namespace hegui
