#include "formats/draft.h"

#include <algorithm>
#include <array>

#include "language/drafts/part_number.h"

namespace hegui {
namespace {

constexpr std::array forms{
    DraftForm{"txt", {"纯文本", "plain text"}, true, draft_text},
    DraftForm{"md", {"Markdown，不写就是它", "Markdown, the default"}, true, draft_markdown},
    DraftForm{"docx",
              {"Word、WPS 文档，要写文件名", "for Word, WPS and LibreOffice; needs a FILE"},
              false,
              draft_docx},
};

}  // namespace

std::span<const DraftForm> draft_forms() { return forms; }

const DraftForm* find_draft_form(std::string_view name) {
  const auto form = std::ranges::find(forms, name, &DraftForm::name);
  return form == forms.end() ? nullptr : &*form;
}

std::string draft_text(std::span<const DraftParagraph> paragraphs, Language language) {
  std::string text;
  for (const DraftParagraph& paragraph : paragraphs) {
    const bool is_indented = paragraph.kind == DraftParagraph::Kind::text ||
                             paragraph.kind == DraftParagraph::Kind::signature;
    if (!text.empty()) text += '\n';
    if (is_indented) text += paragraph_indent(language);
    text += paragraph.words + '\n';
  }
  return text;
}

std::string escaped_markdown(std::string_view words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_link = words[i] == '(' && i > 0 && words[i - 1] == ']';
    if (is_link || std::string_view("\\`*_<>#|&~$").find(words[i]) != std::string_view::npos)
      text += '\\';
    text += words[i];
  }
  return text;
}

std::string draft_markdown(std::span<const DraftParagraph> paragraphs, Language /*language*/) {
  std::string text;
  for (const DraftParagraph& paragraph : paragraphs) {
    if (!text.empty()) text += '\n';
    if (paragraph.kind == DraftParagraph::Kind::title) text += "# ";
    if (paragraph.kind == DraftParagraph::Kind::heading) text += "## ";
    text += escaped_markdown(paragraph.words) + '\n';
  }
  return text;
}

}  // namespace hegui
