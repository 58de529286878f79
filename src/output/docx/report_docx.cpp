#include "output/docx/report_docx.h"

#include <algorithm>
#include <utility>

#include "formats/docx/docx_writer.h"
#include "output/parts/places.h"
#include "output/parts/zones.h"

namespace hegui {
namespace {

using Look = DocxWriter::Look;

class ReportDocx {
 public:
  ReportDocx(const Review& review, Language language)
      : review_(review),
        document_(review.document),
        outline_(review.outline),
        language_(language),
        writer_(review.document.language) {
    find_headings();
    find_findings();
    for (std::size_t i = 0; i < document_.blocks.size(); ++i)
      if (const CellIndex at = document_.blocks[i].cell; at.table > 0)
        cells_.push_back({at.table, at.cell, i});
    std::ranges::sort(cells_);
    written_.resize(document_.tables.size() + 1);
  }

  StoredFile write() {
    write_zone(Zone::body);
    for (const auto& [zone, title] : zones_beside_text(document_)) {
      // No words of the report: no place leads there.
      writer_.paragraph(Look::small, 0, {{.words = title.in(language_), .at = UINT32_MAX}}, 0);
      write_zone(zone);
    }
    return writer_.finish();
  }

 private:
  struct CellBlock {
    std::uint32_t table = 0, cell = 0;
    std::size_t block = 0;
    friend auto operator<=>(const CellBlock&, const CellBlock&) = default;
  };

  void find_headings() {
    depths_.resize(document_.blocks.size());
    for (const Section& section : outline_.sections) {
      const Block* const block = block_at(document_, section.heading.begin);
      if (!block) continue;
      if (section.own_line && !block->in_table())
        depths_[index_of(*block)] = section.depth;
      else
        run_in_.push_back(section.heading);
    }
  }

  void find_findings() {
    has_finding_.resize(document_.blocks.size());
    for (const Finding& finding : review_.findings)
      if (const Block* const block = block_at(document_, finding.place.span.begin))
        has_finding_[index_of(*block)] = true;
  }

  std::size_t index_of(const Block& block) const {
    return static_cast<std::size_t>(&block - document_.blocks.data());
  }

  Role role_of(std::size_t i) const {
    return i < outline_.roles.size() ? outline_.roles[i] : Role::body;
  }

  bool is_furniture(std::size_t i) const {
    const Block::Kind kind = document_.blocks[i].kind;
    return kind == Block::Kind::furniture || kind == Block::Kind::meta_title ||
           kind == Block::Kind::meta_date || kind == Block::Kind::meta_source ||
           role_of(i) == Role::furniture;
  }

  Look look_of(std::size_t i) const {
    const Block& block = document_.blocks[i];
    if (role_of(i) == Role::title) return Look::title;
    if (depths_[i] > 0) return Look::heading;
    if (block.kind == Block::Kind::code) return Look::code;
    if (block.kind == Block::Kind::list_item) return Look::item;
    if (is_furniture(i) || block.zone != Zone::body) return Look::small;
    if (role_of(i) == Role::metadata) return Look::small;
    return role_of(i) == Role::signature ? Look::right : Look::text;
  }

  void write_zone(Zone zone) {
    const std::vector<Block>& blocks = document_.blocks;
    for (std::size_t i = 0; i < blocks.size();) {
      const std::size_t end = std::max(end_of_paragraph(i), i + 1);
      if (blocks[i].zone == zone) {
        if (blocks[i].in_table())
          write_table(blocks[i].cell.table);
        else if (!is_left_out(i, end))
          write_paragraph(look_of(i), i, end);
      }
      i = end;
    }
  }

  bool is_left_out(std::size_t begin, std::size_t end) const {
    if (document_.blocks[begin].zone != Zone::body || !is_furniture(begin)) return false;
    for (std::size_t i = begin; i < end; ++i)
      if (has_finding_[i]) return false;
    return true;
  }

  /// Behind the blocks that soft returns alone part.
  std::size_t end_of_paragraph(std::size_t begin) const {
    const std::vector<Block>& blocks = document_.blocks;
    std::size_t end = begin + 1;
    while (end < blocks.size() && blocks[end].goes_on && blocks[end].zone == blocks[begin].zone &&
           blocks[end].cell.table == blocks[begin].cell.table && look_of(end) == look_of(begin))
      ++end;
    return end;
  }

  void write_paragraph(Look look, std::size_t begin, std::size_t end) {
    std::vector<DocxWriter::Words> words;
    const Block& first = document_.blocks[begin];
    const bool is_item = look == Look::item && first.level > 0;
    if (is_item && !has_number(first.span.begin))
      words.push_back(
          {.words = "• ", .at = in_plain(document_, {first.span.begin, first.span.begin}).begin});
    for (std::size_t i = begin; i < end; ++i) add_words(i, i > begin, words);
    writer_.paragraph(look, look == Look::heading ? depths_[begin] : std::max<int>(first.level, 1),
                      words, 0);
  }

  bool has_number(std::uint32_t at) const {
    const auto found = std::ranges::lower_bound(
        outline_.numbers, at, {}, [](const Number& number) { return number.span.begin; });
    return found != outline_.numbers.end() && found->span.begin == at;
  }

  /// What the format or a run-in heading shows in bold type is a run of its own.
  void add_words(std::size_t i, bool begins_line, std::vector<DocxWriter::Words>& words) const {
    const Block& block = document_.blocks[i];
    Span bold = block.label;
    const auto heading = std::ranges::lower_bound(run_in_, block.span.begin, {}, &Span::begin);
    if (bold.empty() && heading != run_in_.end() && block.span.contains(*heading)) bold = *heading;
    const auto add = [&](Span span, bool is_bold) {
      if (span.empty()) return;
      words.push_back({.words = document_.written(span),
                       .at = in_plain(document_, span).begin,
                       .is_bold = is_bold,
                       .begins_line = std::exchange(begins_line, false)});
    };
    if (bold.empty()) return add(block.span, false);
    add({block.span.begin, bold.begin}, false);
    add(bold, true);
    add({bold.end, block.span.end}, false);
  }

  // --- tables

  void write_table(std::uint32_t number) {
    if (written_[number]) return;
    written_[number] = true;
    const Table& table = document_.tables[number - 1];
    if (table.columns() > DocxWriter::most_columns || table.is_sparse()) {
      for (std::uint32_t cell = 0; cell < table.cells().size(); ++cell) write_cell(number, cell);
      return;
    }
    writer_.begin_table(table.columns());
    for (std::uint32_t row = 0; row < table.rows(); ++row) write_row(table, number, row);
    writer_.end_table();
  }

  void write_row(const Table& table, std::uint32_t number, std::uint32_t row) {
    writer_.begin_row();
    for (std::uint32_t column = 0; column < table.columns();) {
      const std::uint32_t index = table.at(row, column);
      const bool is_none = index == Table::nowhere;
      const Cell cell = is_none ? Cell{} : table.cells()[index];
      const bool goes_on = !is_none && cell.row < row;
      writer_.begin_cell({.columns = cell.columns,
                          .begins_rows = !is_none && !goes_on && cell.rows > 1,
                          .goes_on = goes_on});
      if (is_none || goes_on)
        writer_.paragraph(Look::cell, 0, {}, UINT32_MAX);
      else
        write_cell(number, index);
      writer_.end_cell();
      column += std::max(cell.columns, 1U);
    }
    writer_.end_row();
  }

  /// Its paragraphs; one without words if it has none.
  void write_cell(std::uint32_t number, std::uint32_t index) {
    auto at = std::ranges::lower_bound(cells_, CellBlock{number, index, 0});
    const auto is_here = [&] {
      return at != cells_.end() && at->table == number && at->cell == index;
    };
    if (!is_here()) {
      const std::vector<Span>& words = document_.tables[number - 1].cells()[index].words;
      const std::uint32_t place =
          words.empty() ? UINT32_MAX : in_plain(document_, words.front()).begin;
      writer_.paragraph(Look::cell, 0, {}, place);
    }
    for (; is_here(); ++at) {
      std::vector<DocxWriter::Words> words;
      add_words(at->block, false, words);
      writer_.paragraph(Look::cell, 0, words, 0);
    }
  }

  const Review& review_;
  const Document& document_;
  const Outline& outline_;
  Language language_;
  DocxWriter writer_;
  std::vector<int> depths_ = {};        // By block: of the heading that it is; 0 for others.
  std::vector<Span> run_in_ = {};       // Headings.
  std::vector<bool> has_finding_ = {};  // By block.
  std::vector<CellBlock> cells_ = {};
  std::vector<bool> written_ = {};  // By table.
};

}  // namespace

StoredFile report_docx(const Review& review, Language language) {
  return ReportDocx(review, language).write();
}

Span in_plain(const Document& document, Span span) {
  const std::string_view words = document.written(span);
  const auto begin = static_cast<std::uint32_t>(words.data() - document.plain.data());
  return {begin, begin + static_cast<std::uint32_t>(words.size())};
}

}  // namespace hegui
