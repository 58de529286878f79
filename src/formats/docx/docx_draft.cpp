// A draft as a package for word processors: the least that Word, WPS and LibreOffice open without
// asking. Page, typefaces and sizes of Chinese drafts are those of GB/T 9704-2012 (5.2, 7.3). A
// machine without a typeface takes what the table of fonts names beside it.

#include "formats/draft.h"
#include "formats/xml_text.h"
#include "formats/zip/zip_writer.h"

namespace hegui {
namespace {

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                  "\n";

constexpr std::string_view content_types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Default Extension="xml" ContentType="application/xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>)"
    R"(<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>)"
    R"(</Types>)";

constexpr std::string_view package_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view document_relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
    R"(<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>)"
    R"(<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>)"
    R"(</Relationships>)";

constexpr std::string_view name_space =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

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

void append_style(std::string_view id, std::string_view name, std::string_view properties,
                  std::string& xml) {
  const bool is_base = id == "Normal";
  xml += R"(<w:style w:type="paragraph")";
  if (is_base) xml += R"( w:default="1")";
  xml.append(R"( w:styleId=")").append(id).append(R"("><w:name w:val=")").append(name) += "\"/>";
  if (!is_base) xml += R"(<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>)";
  xml.append("<w:qFormat/>").append(properties) += "</w:style>";
}

std::string styles(const Look& look) {
  std::string xml(head);
  xml.append("<w:styles").append(name_space).append("><w:docDefaults><w:rPrDefault><w:rPr>");
  xml.append(look.language).append("</w:rPr></w:rPrDefault></w:docDefaults>");
  append_style("Normal", "Normal", look.normal, xml);
  append_style("Title", "Title", look.title, xml);
  append_style("Heading1", "heading 1", look.heading, xml);
  append_style("Signature", "Signature", look.signature, xml);
  return xml += "</w:styles>";
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
  std::string xml(head);
  xml.append("<w:document").append(name_space) += "><w:body>";
  for (const DraftParagraph& paragraph : paragraphs) {
    xml += "<w:p>";
    if (const std::string_view style = style_of(paragraph.kind); !style.empty())
      xml.append(R"(<w:pPr><w:pStyle w:val=")").append(style) += R"("/></w:pPr>)";
    xml += R"(<w:r><w:t xml:space="preserve">)" + escaped_words(paragraph.words) +
           "</w:t></w:r></w:p>";
  }
  xml.append(R"(<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar )").append(look.margins);
  xml += R"( w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>)";
  const std::string fonts = std::string(head)
                                .append("<w:fonts")
                                .append(name_space)
                                .append(">")
                                .append(look.fonts)
                                .append("</w:fonts>");
  ZipWriter writer;
  writer.add("[Content_Types].xml", std::string(head).append(content_types));
  writer.add("_rels/.rels", std::string(head).append(package_relations));
  writer.add("word/document.xml", xml);
  writer.add("word/_rels/document.xml.rels", std::string(head).append(document_relations));
  writer.add("word/styles.xml", styles(look));
  writer.add("word/fontTable.xml", fonts);
  return writer.finish();
}

}  // namespace hegui
