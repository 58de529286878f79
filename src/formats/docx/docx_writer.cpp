#include "formats/docx/docx_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "formats/docx/new_package.h"
#include "formats/xml_text.h"

namespace hegui {
namespace {

constexpr int most_levels = 6;
constexpr std::string_view margins =
    "w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\"";

std::string style(std::string_view id, std::string_view name, std::string_view paragraph,
                  std::string_view words) {
  return paragraph_style(id, name,
                         fmt::format("<w:pPr>{}</w:pPr><w:rPr>{}</w:rPr>", paragraph, words));
}

std::string size(int half_points) {
  return fmt::format("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", half_points);
}

}  // namespace

/// A paragraph's properties stand in the order of the schema (CT_PPr).
std::string DocxWriter::styles() const {
  const bool is_zh = language_ == Language::zh;
  std::string all = fmt::format(
      "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
      "w:hAnsi=\"Times New Roman\" w:eastAsia=\"宋体\" w:cs=\"Times New Roman\"/>{}<w:lang "
      "w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>",
      size(is_zh ? 24 : 22));
  all += style("Normal", "Normal", "<w:spacing w:after=\"60\" w:line=\"360\" w:lineRule=\"auto\"/>",
               "");
  all += style("Text", "Body Text",
               is_zh ? "<w:ind w:firstLineChars=\"200\" w:firstLine=\"480\"/>" : "", "");
  all += style("Title", "Title",
               "<w:spacing w:before=\"240\" w:after=\"240\"/><w:jc w:val=\"center\"/>",
               "<w:b/>" + size(36));
  for (int level = 1; level <= most_levels; ++level)
    all +=
        style(fmt::format("Heading{}", level), fmt::format("heading {}", level),
              fmt::format("<w:keepNext/><w:spacing w:before=\"160\"/><w:outlineLvl w:val=\"{}\"/>",
                          level - 1),
              "<w:b/>" + size(std::max(32 - 2 * level, 24)));
  for (int level = 1; level <= most_levels; ++level)
    all += style(fmt::format("Item{}", level), fmt::format("List {}", level),
                 fmt::format("<w:ind w:left=\"{}\"/>", 360 * level), "");
  all += style("Code", "Code", "",
               "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\"/>" + size(20));
  all += style("Small", "Small", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>",
               "<w:color w:val=\"808080\"/>" + size(18));
  all += style("Signature", "Signature", "<w:jc w:val=\"right\"/>", "");
  all += style("Cell", "Table Text",
               "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", size(21));
  return all;
}

void DocxWriter::note_place(std::uint32_t at) {
  places_.push_back({.at = at, .element = static_cast<std::uint32_t>(body_.size())});
}

void DocxWriter::paragraph(Look look, int level, const std::vector<Words>& words,
                           std::uint32_t at) {
  constexpr std::array<std::string_view, 8> ids{"Text", "Title", "Heading",   "Item",
                                                "Code", "Small", "Signature", "Cell"};
  ends_in_table_ = false;
  std::string name(ids[static_cast<std::size_t>(look)]);
  if (look == Look::heading || look == Look::item)
    name += fmt::to_string(std::clamp(level, 1, most_levels));
  if (words.empty()) note_place(at);
  body_ += fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", name);
  for (const Words& run : words) {
    body_ += "<w:r>";
    if (run.is_bold) body_ += "<w:rPr><w:b/></w:rPr>";
    if (run.begins_line) body_ += "<w:br/>";
    note_place(run.at);
    body_ += "<w:t xml:space=\"preserve\">" + escaped_words(run.words) + "</w:t></w:r>";
  }
  body_ += "</w:p>";
}

void DocxWriter::begin_table(std::uint32_t columns) {
  // Word joins two tables with nothing between.
  if (ends_in_table_) body_ += "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>";
  body_ += "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblBorders>";
  for (const std::string_view side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    body_ +=
        fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\"/>", side);
  body_ += "</w:tblBorders></w:tblPr><w:tblGrid>";
  constexpr std::uint32_t width = 9026;  // Of the text, in twentieths of a point.
  for (std::uint32_t i = 0; i < columns; ++i)
    body_ += fmt::format("<w:gridCol w:w=\"{}\"/>", width / std::max(columns, 1U));
  body_ += "</w:tblGrid>";
}

void DocxWriter::begin_cell(const Cell& cell) {
  body_ += "<w:tc><w:tcPr>";
  if (cell.columns > 1) body_ += fmt::format("<w:gridSpan w:val=\"{}\"/>", cell.columns);
  if (cell.goes_on || cell.begins_rows)
    body_ += cell.goes_on ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>";
  body_ += "</w:tcPr>";
}

void DocxWriter::end_table() {
  body_ += "</w:tbl>";
  ends_in_table_ = true;
}

StoredFile DocxWriter::finish() {
  // A table does not end a body.
  if (ends_in_table_) body_ += "<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr></w:p>";
  for (StoredFile::Place& place : places_)
    place.element += static_cast<std::uint32_t>(new_document_begin.size());
  std::ranges::stable_sort(places_, {}, &StoredFile::Place::at);
  return {.bytes = packed(
              {.body = std::move(body_), .styles = styles(), .margins = margins, .fonts = {}}),
          .part = std::string(new_document_part),
          .places = std::move(places_)};
}

}  // namespace hegui
