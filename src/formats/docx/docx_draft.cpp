// A draft as a package for word processors. Page, typefaces and sizes of Chinese drafts are those
// of GB/T 9704-2012 (5.2, 7.3). A machine without a typeface takes what the table of fonts names
// beside it.

#include <fmt/format.h>

#include <utility>

#include "formats/docx/new_package.h"
#include "formats/draft.h"
#include "formats/xml_text.h"

namespace hegui {
namespace {

/// Sizes are in half points, lengths in twentieths of a point.
struct Look {
  std::string_view language;
  std::string_view fonts;  ///< Elements of the table of fonts.
  std::string_view normal, title, heading, signature;
  std::string_view margins;
};

constexpr Look chinese_look{
    .language = R"(<w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>)",
    .fonts =
        "<w:font w:name=\"仿宋_GB2312\"><w:altName w:val=\"仿宋\"/>"
        "<w:charset w:val=\"86\"/><w:family w:val=\"modern\"/></w:font>"
        "<w:font w:name=\"黑体\"><w:altName w:val=\"SimHei\"/>"
        "<w:charset w:val=\"86\"/><w:family w:val=\"swiss\"/></w:font>"
        "<w:font w:name=\"方正小标宋简体\">"
        "<w:altName w:val=\"华文中宋\"/>"
        "<w:charset w:val=\"86\"/><w:family w:val=\"roman\"/></w:font>",
    .normal =
        "<w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/>"
        "<w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/><w:jc w:val=\"both\"/></w:pPr>"
        "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
        "w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"32\"/></w:rPr>",
    .title =
        "<w:pPr><w:spacing w:after=\"560\" w:line=\"600\" w:lineRule=\"exact\"/>"
        "<w:ind w:firstLine=\"0\" w:firstLineChars=\"0\"/><w:jc w:val=\"center\"/></w:pPr>"
        "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
        "w:eastAsia=\"方正小标宋简体\"/>"
        "<w:sz w:val=\"44\"/></w:rPr>",
    .heading =
        "<w:pPr><w:keepNext/><w:outlineLvl w:val=\"0\"/></w:pPr>"
        "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" "
        "w:eastAsia=\"黑体\"/></w:rPr>",
    .signature =
        "<w:pPr><w:ind w:right=\"1280\" w:rightChars=\"400\" w:firstLine=\"0\" "
        "w:firstLineChars=\"0\"/><w:jc w:val=\"right\"/></w:pPr>",
    .margins = R"(w:top="2098" w:right="1474" w:bottom="1984" w:left="1588")",
};

constexpr Look english_look{
    .language = R"(<w:lang w:val="en-GB"/>)",
    .fonts =
        "<w:font w:name=\"Calibri\"><w:altName w:val=\"Carlito\"/>"
        "<w:charset w:val=\"00\"/><w:family w:val=\"swiss\"/></w:font>",
    .normal =
        "<w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr>"
        "<w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/>"
        "<w:sz w:val=\"22\"/></w:rPr>",
    .title =
        "<w:pPr><w:spacing w:after=\"240\"/></w:pPr>"
        "<w:rPr><w:b/><w:sz w:val=\"40\"/></w:rPr>",
    .heading =
        "<w:pPr><w:keepNext/><w:spacing w:before=\"240\"/><w:outlineLvl w:val=\"0\"/></w:pPr>"
        "<w:rPr><w:b/><w:sz w:val=\"28\"/></w:rPr>",
    .signature = "",
    .margins = R"(w:top="1440" w:right="1440" w:bottom="1440" w:left="1440")",
};

const Look& look_of(Language language) {
  return language == Language::zh ? chinese_look : english_look;
}

std::string styles(const Look& look) {
  return fmt::format(
             "<w:docDefaults><w:rPrDefault><w:rPr>{}</w:rPr></w:rPrDefault></w:docDefaults>",
             look.language) +
         paragraph_style("Normal", "Normal", look.normal) +
         paragraph_style("Title", "Title", look.title) +
         paragraph_style("Heading1", "heading 1", look.heading) +
         paragraph_style("Signature", "Signature", look.signature);
}

std::string_view style_of(DraftParagraph::Kind kind) {
  switch (kind) {
    case DraftParagraph::Kind::title: return "Title";
    case DraftParagraph::Kind::heading: return "Heading1";
    case DraftParagraph::Kind::text: return "";
    case DraftParagraph::Kind::signature: return "Signature";
  }
  return "";
}

}  // namespace

std::string draft_docx(std::span<const DraftParagraph> paragraphs, Language language) {
  const Look& look = look_of(language);
  std::string body;
  for (const DraftParagraph& paragraph : paragraphs) {
    body += "<w:p>";
    if (const std::string_view style = style_of(paragraph.kind); !style.empty())
      body += fmt::format("<w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", style);
    body += fmt::format("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                        escaped_words(paragraph.words));
  }
  return packed({.body = std::move(body),
                 .styles = styles(look),
                 .margins = look.margins,
                 .fonts = look.fonts});
}

}  // namespace hegui
