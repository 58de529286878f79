#include "output/html/report_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "output/html/words.h"
#include "output/parts/checklist.h"
#include "output/parts/places.h"
#include "output/parts/zones.h"

namespace hegui {
namespace {

enum class Shape : std::uint8_t {
  paragraph,
  title,
  heading,
  item,
  code,
  furniture,
  metadata,
  signature
};

constexpr int least_level = 4;  // Of the report's own headings on the page.
constexpr std::uint32_t most_columns_at_ease = 7;
constexpr std::size_t longest_open_furniture = 2;  // Blocks.

class ReportText : PageWriter {
 public:
  ReportText(const PageReport& page, std::string& out)
      : PageWriter(page, out),
        document_(review_.document),
        outline_(review_.outline),
        marks_(page) {
    find_headings();
    find_cells();
    find_answers();
  }

  void write() {
    write_zone(Zone::body);
    for (const Marks::Pin& pin : marks_.pins_of_nothing())
      append_slot(page_, pin.finding, "div", out_);
    for (const auto& [zone, title] : zones_beside_text(document_)) {
      last_level_ = least_level;
      put("<div class=\"zone\">\n<h4 class=\"zone-name\">{}</h4>\n", page_.say(title));
      write_zone(zone);
      out_ += "</div>\n";
    }
  }

 private:
  void find_headings() {
    headings_.resize(document_.blocks.size(), -1);
    for (std::size_t i = 0; i < outline_.sections.size(); ++i) {
      const Section& section = outline_.sections[i];
      const std::size_t block = block_of(section.heading.begin);
      if (block >= headings_.size()) continue;
      if (section.own_line && !document_.blocks[block].in_table())
        headings_[block] = static_cast<int>(i);
      else
        run_in_.emplace_back(block, section.heading);
    }
  }

  void find_cells() {
    for (std::size_t i = 0; i < document_.blocks.size(); ++i)
      if (const CellIndex at = document_.blocks[i].cell; at.table > 0)
        cells_.push_back({at.table, at.cell, i});
    std::ranges::sort(cells_);
    written_.resize(document_.tables.size() + 1);
  }

  /// Which block a requirement is answered at, and which blocks are spoken of elsewhere.
  void find_answers() {
    linked_.resize(document_.blocks.size());
    const auto link = [&](std::uint32_t offset) {
      if (const std::size_t block = block_of(offset); block < linked_.size()) linked_[block] = true;
    };
    if (!linked_.empty()) linked_[0] = true;
    std::size_t number = 0;
    for (const SetReview& set : review_.sets)
      for (const RequirementReview& requirement : set.requirements) {
        ++number;
        for (const Span span : requirement.evidence) link(span.begin);
        link(requirement.waived.empty() ? requirement.place.span.begin : requirement.waived.begin);
        const bool is_there = requirement.verdict >= Verdict::weak && !requirement.place.insertion;
        if (const std::size_t block = block_of(requirement.place.span.begin);
            is_there && block < linked_.size())
          answers_.push_back({block, number, &requirement});
      }
    for (const Finding* const finding : page_.findings)
      for (const Related& related : finding->related) link(related.place.span.begin);
    std::ranges::stable_sort(answers_, {}, &Answer::block);
  }

  std::size_t block_of(std::uint32_t offset) const {
    const Block* const block = block_at(document_, offset);
    return block ? static_cast<std::size_t>(block - document_.blocks.data()) : 0;
  }

  Shape shape_of(std::size_t i) const {
    const Block& block = document_.blocks[i];
    const Role role = i < outline_.roles.size() ? outline_.roles[i] : Role::body;
    if (role == Role::title) return Shape::title;
    if (headings_[i] >= 0) return Shape::heading;
    switch (block.kind) {
      case Block::Kind::code: return Shape::code;
      case Block::Kind::furniture:
      case Block::Kind::meta_title:
      case Block::Kind::meta_date:
      case Block::Kind::meta_source: return Shape::furniture;
      case Block::Kind::list_item: return Shape::item;
      case Block::Kind::paragraph:
      case Block::Kind::heading:
      case Block::Kind::table_cell:
      case Block::Kind::note: break;
    }
    if (role == Role::furniture) return Shape::furniture;
    if (role == Role::metadata) return Shape::metadata;
    return role == Role::signature ? Shape::signature : Shape::paragraph;
  }

  void write_zone(Zone zone) {
    const std::vector<Block>& blocks = document_.blocks;
    for (std::size_t i = 0; i < blocks.size();) {
      if (blocks[i].zone != zone) {
        ++i;
      } else if (blocks[i].in_table()) {
        end_list();
        write_table(blocks[i].cell.table);
        ++i;
      } else if (shape_of(i) == Shape::furniture) {
        i = write_furniture(i);
      } else {
        write_page(i);
        i = write_group(i);
      }
    }
    end_list();
  }

  /// Menus and footers of a web page, folded: a person looks for the report.
  std::size_t write_furniture(std::size_t begin) {
    const auto belongs = [&](std::size_t i) {
      const Block& block = document_.blocks[i];
      return block.zone == document_.blocks[begin].zone && !block.in_table() &&
             shape_of(i) == Shape::furniture;
    };
    std::size_t end = begin;
    bool has_marks = false;
    for (; end < document_.blocks.size() && belongs(end); ++end)
      has_marks = has_marks || marks_.has_any(end);
    end_list();
    const bool folded = end - begin > longest_open_furniture;
    if (folded)
      put("<details class=\"furniture\"{}><summary>{}</summary>\n", has_marks ? " open" : "",
          say("不是报告正文的 {} 行", "{:line|lines} that are not the report", end - begin)
              .in(language_));
    for (std::size_t i = begin; i < end;) i = write_group(i);
    if (folded) out_ += "</details>\n";
    return end;
  }

  /// A line where a page of the file begins.
  void write_page(std::size_t i) {
    const std::uint32_t page = document_.page_at(document_.blocks[i].span.begin);
    if (document_.blocks[i].zone != Zone::body || page <= last_page_) return;
    last_page_ = page;
    end_list();
    const Message name = document_.page_lines.empty() ? say("约第{}页", "about page {}", page)
                                                      : say("第{}页", "page {}", page);
    put("<p class=\"page\"><span>{}</span></p>\n", name.in(language_));
  }

  /// One paragraph, of a block and those that go on after a soft return; the block after it.
  std::size_t write_group(std::size_t begin) {
    const std::vector<Block>& blocks = document_.blocks;
    const Shape shape = shape_of(begin);
    std::size_t end = begin + 1;
    const bool may_go_on = shape != Shape::title && shape != Shape::heading;
    while (may_go_on && end < blocks.size() && blocks[end].goes_on && !blocks[end].in_table() &&
           blocks[end].zone == blocks[begin].zone && shape_of(end) == shape)
      ++end;
    const bool is_item = shape == Shape::item;
    if (is_item != in_list_) is_item ? begin_list() : end_list();
    if (!is_item) {
      append_slots(page_, marks_, begin, false, out_);
      write_answers(begin, shape);
    }
    const std::string element = element_of(begin, shape);
    out_ += '<' + element;
    write_attributes(begin, shape);
    out_ += '>';
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin) out_ += "<br>";
      if (i > begin && linked_[i]) put("<span id=\"{}\"></span>", page_.id('b', i));
      append_words(page_, marks_, i, bold_in(i), !is_item && i == begin, out_);
    }
    out_ += "</" + element + ">\n";
    if (!is_item) append_slots(page_, marks_, begin, true, out_);
    return end;
  }

  std::string element_of(std::size_t i, Shape shape) {
    switch (shape) {
      case Shape::heading: {
        const int depth = outline_.section(headings_[i]).depth;
        // Without a gap: whoever listens would look for the level that is left out.
        last_level_ = std::min({least_level + depth - 1, last_level_ + 1, 6});
        return fmt::format("h{}", last_level_);
      }
      case Shape::item: return "li";
      case Shape::code: return "pre";
      case Shape::paragraph:
      case Shape::title:
      case Shape::furniture:
      case Shape::metadata:
      case Shape::signature: break;
    }
    return "p";
  }

  void write_attributes(std::size_t i, Shape shape) {
    constexpr std::array<std::string_view, 8> classes{"",     "title",     "heading",  "item",
                                                      "code", "furniture", "metadata", "signature"};
    const Block& block = document_.blocks[i];
    std::string type(classes[static_cast<std::size_t>(shape)]);
    if (shape == Shape::item)
      type = block.level > 0 ? fmt::format("l{}", std::min<int>(block.level, 5)) : "more";
    if (block.kind == Block::Kind::note) type = "note";
    if (!type.empty()) put(" class=\"{}\"", type);
    if (linked_[i]) put(" id=\"{}\"", page_.id('b', i));
    if (block.in_table()) return;
    const std::uint32_t line =
        document_.lines_are_paragraphs ? block.number : document_.locate(block.span.begin).line;
    if (line > 0) put(" data-n=\"{}\"", line);
  }

  /// Which requirements are answered here.
  void write_answers(std::size_t block, Shape shape) {
    const auto here = all_with(answers_, block, &Answer::block);
    if (here.empty()) return;
    out_ += shape == Shape::title ? "<p class=\"answers of-title\">" : "<p class=\"answers\">";
    for (const Answer& answer : here)
      put("<a class=\"{}\" href=\"#{}\">{} {}</a>", class_of(answer.requirement->verdict),
          page_.id('q', answer.number), sign_of(answer.requirement->verdict),
          html_text(answer.requirement->requirement->rule.short_title));
    out_ += "</p>\n";
  }

  /// Run-in headings and labels.
  std::vector<Span> bold_in(std::size_t block) const {
    std::vector<Span> bold;
    if (const Span label = document_.blocks[block].label; !label.empty()) bold.push_back(label);
    for (const auto& [at, heading] : all_with(run_in_, block, &std::pair<std::size_t, Span>::first))
      if (bold.empty() || bold.back().end <= heading.begin) bold.push_back(heading);
    return bold;
  }

  void write_table(std::uint32_t number) {
    if (written_[number]) return;
    written_[number] = true;
    const Table& table = document_.tables[number - 1];
    put("<div class=\"table{}\" role=\"group\" tabindex=\"0\" aria-label=\"{}\"><table>\n",
        table.columns() > most_columns_at_ease ? " wide" : "",
        say("表 {}", "table {}", number).in(language_));
    const std::vector<Cell>& cells = table.cells();
    const bool sparse = table.is_sparse();
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < table.rows() && next < cells.size(); ++row) {
      if (sparse && cells[next].row > row) continue;
      out_ += "<tr>";
      std::uint32_t column = 0;
      for (; next < cells.size() && cells[next].row == row; ++next) {
        if (!sparse) write_gap(table, row, column, cells[next].column);
        write_cell(table, number, static_cast<std::uint32_t>(next));
        column = cells[next].column + cells[next].columns;
      }
      out_ += "</tr>\n";
    }
    out_ += "</table></div>\n";
  }

  /// Places of a row that no cell reaches.
  void write_gap(const Table& table, std::uint32_t row, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t column = begin; column < end; ++column)
      if (table.at(row, column) == Table::nowhere) out_ += "<td></td>";
  }

  void write_cell(const Table& table, std::uint32_t number, std::uint32_t index) {
    const Cell& cell = table.cells()[index];
    const bool heads_column = cell.is_head && cell.row == 0 && table.rows() > 1;
    const bool heads_row = cell.is_head && !heads_column && cell.column == 0 && table.columns() > 1;
    const std::string_view element = heads_column || heads_row ? "th" : "td";
    put("<{}", element);
    if (heads_column || heads_row) out_ += heads_column ? " scope=\"col\"" : " scope=\"row\"";
    if (cell.columns > 1) put(" colspan=\"{}\"", cell.columns);
    if (cell.rows > 1) put(" rowspan=\"{}\"", cell.rows);
    out_ += '>';
    const auto here = all_with(cells_, std::pair(number, index), [](const CellBlock& block) {
      return std::pair(block.table, block.cell);
    });
    for (const CellBlock& in_cell : here) {
      out_ += "<p";
      write_attributes(in_cell.block, Shape::paragraph);
      out_ += '>';
      append_words(page_, marks_, in_cell.block, bold_in(in_cell.block), false, out_);
      out_ += "</p>";
    }
    if (here.empty() && !cell.words.empty())
      for (const Marks::Pin& pin : marks_.pins_of_cell(cell.words.front().begin))
        out_ += number_in_text(page_, pin.finding);
    put("</{}>", element);
  }

  void begin_list() {
    out_ += "<ul>\n";
    in_list_ = true;
  }

  void end_list() {
    if (std::exchange(in_list_, false)) out_ += "</ul>\n";
  }

  struct CellBlock {
    std::uint32_t table = 0, cell = 0;
    std::size_t block = 0;
    friend auto operator<=>(const CellBlock&, const CellBlock&) = default;
  };

  struct Answer {
    std::size_t block = 0, number = 0;
    const RequirementReview* requirement = nullptr;
  };

  const Document& document_;
  const Outline& outline_;
  const Marks marks_;
  std::vector<int> headings_ = {};  // By block: the section whose heading it is; -1 for others.
  std::vector<std::pair<std::size_t, Span>> run_in_ = {};
  std::vector<CellBlock> cells_ = {};
  std::vector<Answer> answers_ = {};
  std::vector<bool> linked_ = {};   // By block: something leads there.
  std::vector<bool> written_ = {};  // By table.
  std::uint32_t last_page_ = 1;
  int last_level_ = least_level;
  bool in_list_ = false;
};

}  // namespace

void append_report_text(const PageReport& page, std::string& out) { ReportText(page, out).write(); }

}  // namespace hegui
