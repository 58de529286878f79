// Pages are read area by area. A paragraph goes on over the end of a column and of a page, and so
// does a table; running heads and page numbers that stand in between come before or after it.

#include "formats/pages/page_text.h"

#include <algorithm>
#include <climits>
#include <utility>

#include "document/builder.h"
#include "formats/pages/page_margins.h"
#include "formats/pages/page_paragraphs.h"
#include "formats/pages/page_table.h"
#include "formats/xml.h"
#include "language/language_data.h"
#include "text/input_error.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// A paragraph, a running head, or a table.
struct PageBlock {
  std::vector<PageRow> rows = {};
  Block::Kind kind = Block::Kind::paragraph;
  bool after_gap = false;
  double indent = 0;  ///< In em.
  bool is_table = false;

  int page() const { return rows.front().page; }
};

class PageBlocks {
 public:
  PageBlocks(std::vector<PageArea> areas, PageMargins margins, const LanguageData& language)
      : margins_(std::move(margins)), paragraphs_(areas, language) {
    for (PageArea& area : areas) {
      open_page(area);
      add_area(area);
      last_page_ = area.page;
    }
    close_pages(INT_MAX);
  }

  std::vector<PageBlock> take() { return std::move(blocks_); }

 private:
  /// What stands at the end of the pages before, and at the beginning of this one; inside of a
  /// paragraph that goes on there it would stand in its way.
  void open_page(const PageArea& area) {
    if (area.page == last_page_) return;
    const bool goes_on =
        !blocks_.empty() &&
        (blocks_.back().is_table ||
         (is_open_ && continues(area.rows.front(), paragraphs_.bounds_of(area), false)));
    if (!goes_on) return close_pages(area.page);
    PageBlock open = std::move(blocks_.back());
    blocks_.pop_back();
    close_pages(area.page);
    blocks_.push_back(std::move(open));
  }

  /// Of those before `page`, and the heads of it.
  void close_pages(int page) {
    const auto add = [&](PageRow& row) {
      blocks_.push_back({.rows = {}, .kind = Block::Kind::furniture});
      blocks_.back().rows.push_back(std::move(row));
    };
    for (;;) {
      PageRow* const head =
          next_head_ < margins_.heads.size() ? &margins_.heads[next_head_] : nullptr;
      PageRow* const foot =
          next_foot_ < margins_.feet.size() ? &margins_.feet[next_foot_] : nullptr;
      const bool has_foot = foot && foot->page < page;
      if (head && head->page <= page && (!has_foot || head->page <= foot->page)) {
        add(*head);
        ++next_head_;
      } else if (has_foot) {
        add(*foot);
        ++next_foot_;
      } else {
        break;
      }
    }
  }

  bool continues(const PageRow& next, const TextBounds& bounds, bool same_area) const {
    const std::vector<PageRow>& rows = blocks_.back().rows;
    return paragraphs_.continues(rows.front(), rows.back(), open_bounds_, next, bounds, same_area);
  }

  void add_area(PageArea& area) {
    const TextBounds bounds = paragraphs_.bounds_of(area);
    const std::vector<TableRows> tables = find_table_rows(area, paragraphs_.em());
    auto table = tables.begin();
    for (std::size_t i = 0; i < area.rows.size(); ++i) {
      if (table != tables.end() && table->first == i) {
        add_table(
            {std::make_move_iterator(area.rows.begin() + static_cast<std::ptrdiff_t>(i)),
             std::make_move_iterator(area.rows.begin() + static_cast<std::ptrdiff_t>(table->end))},
            i == 0);
        i = table->end - 1;
        ++table;
        is_open_ = false;
        continue;
      }
      add_row(std::move(area.rows[i]), bounds, i > 0);
    }
  }

  void add_table(std::vector<PageRow> rows, bool is_first) {
    PageBlock* const last = blocks_.empty() ? nullptr : &blocks_.back();
    if (is_first && last && last->is_table && hegui::goes_on(last->rows, rows)) {
      std::ranges::move(rows, std::back_inserter(last->rows));
      return;
    }
    blocks_.push_back({.rows = std::move(rows), .is_table = true});
  }

  void add_row(PageRow row, const TextBounds& bounds, bool same_area) {
    const bool joins = is_open_ && !blocks_.back().is_table && continues(row, bounds, same_area);
    if (joins) {
      blocks_.back().rows.push_back(std::move(row));
    } else {
      const bool apart =
          is_open_ && same_area && paragraphs_.is_apart(blocks_.back().rows.back(), row);
      const double indent = std::max(0.0, row.left - bounds.left) / std::max(row.em, 0.1);
      blocks_.push_back({.rows = {}, .after_gap = apart, .indent = indent});
      blocks_.back().rows.push_back(std::move(row));
    }
    is_open_ = true;
    open_bounds_ = bounds;
  }

  PageMargins margins_;
  PageParagraphs paragraphs_;
  std::vector<PageBlock> blocks_;
  std::size_t next_head_ = 0, next_foot_ = 0;
  int last_page_ = -1;
  bool is_open_ = false;  // The last block is a paragraph.
  TextBounds open_bounds_ = {};
};

/// The text of the blocks, a paragraph or a cell a line, and what the builder is told of it.
class PageSource {
 public:
  PageSource(std::vector<PageBlock> blocks, const Limits& limits) : limits_(limits) {
    // Furniture may stand before a block that begins on an earlier page.
    std::vector<int> pages(blocks.size());
    for (std::size_t i = blocks.size(); i-- > 0;)
      pages[i] = std::min(blocks[i].page(), i + 1 < blocks.size() ? pages[i + 1] : INT_MAX);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      begin_page(pages[i]);
      if (blocks[i].is_table)
        add_table(std::move(blocks[i].rows));
      else
        add_paragraph(blocks[i]);
    }
  }

  Document build(std::string path, std::string format) {
    DocumentBuilder builder(std::move(path), std::move(format), "UTF-8", std::move(text_));
    for (const std::uint32_t page : pages_) builder.add_page(page);
    for (const std::uint32_t line : page_lines_) builder.add_page_line(line);
    for (const Line& line : lines_) {
      builder.begin_block(line.block);
      builder.add(line.span.begin, line.span.end);
      builder.end_block();
    }
    builder.set_tables(std::move(tables_));
    return builder.finish();
  }

 private:
  struct Line {
    Block block;
    Span span;
  };

  std::uint32_t here() const { return static_cast<std::uint32_t>(text_.size()); }

  void begin_page(int page) {
    while (static_cast<int>(pages_.size()) <= page) pages_.push_back(here());
  }

  void end_line(Block block, std::uint32_t begin) {
    if (lines_.size() >= limits_.blocks)
      throw InputError(say("段落超过 {} 个", "more than {} paragraphs", limits_.blocks));
    lines_.push_back({block, {begin, here()}});
    text_ += '\n';
    if (text_.size() > limits_.text_bytes)
      throw InputError(
          say("文字超过 {} MiB", "more than {} MiB of text", limits_.text_bytes >> 20));
  }

  void add_paragraph(const PageBlock& block) {
    const std::uint32_t begin = here();
    std::string before;
    for (const PageRow& row : block.rows) {
      std::string words;
      append_words(words, row.text());
      if (!before.empty() && !joins_without_blank(before, words)) text_ += ' ';
      if (block.kind != Block::Kind::furniture) {
        begin_page(row.page);
        page_lines_.push_back(here());
      }
      text_ += words;
      before = std::move(words);
    }
    constexpr double widest = 500;
    end_line({.kind = block.kind,
              .after_gap = block.after_gap,
              .indent = static_cast<std::uint16_t>(2 * std::min(block.indent, widest))},
             begin);
  }

  void add_table(std::vector<PageRow> rows) {
    PageTable table = read_page_table(std::move(rows));
    tables_.push_back(std::move(table.table));
    for (const PageTable::Words& words : table.words) {
      begin_page(words.page);
      if (words.begins_row) page_lines_.push_back(here());
      const std::uint32_t begin = here();
      append_words(text_, words.text);
      end_line({.kind = Block::Kind::table_cell,
                .cell = {static_cast<std::uint32_t>(tables_.size()), words.cell}},
               begin);
    }
  }

  const Limits& limits_;
  std::string text_;
  std::vector<std::uint32_t> pages_, page_lines_;
  std::vector<Line> lines_;
  std::vector<Table> tables_;
};

}  // namespace

Document read_pages(std::string path, std::string format, const std::vector<LaidOutPage>& pages,
                    const Limits& limits) {
  std::vector<PageArea> areas;
  std::vector<PageRow> behind;
  ScriptTally script;
  for (const LaidOutPage& page : pages) {
    std::vector<PageArea> own = areas_of(page, static_cast<int>(&page - pages.data()), behind);
    std::ranges::move(own, std::back_inserter(areas));
    for (const PageWord& word : page.words) script.add(word.text);
  }
  std::erase_if(areas, [](const PageArea& area) { return area.rows.empty(); });
  PageMargins margins = take_margins(areas);
  constexpr std::size_t fewest_characters = 5;
  std::vector<std::size_t> characters(pages.size());
  for (const PageArea& area : areas)
    for (const PageRow& row : area.rows)
      for (const PageWord& word : row.words)
        characters[static_cast<std::size_t>(area.page)] += count_code_points(word.text);
  // The number of a page that is a picture is no text.
  for (PageArea& area : areas)
    if (characters[static_cast<std::size_t>(area.page)] < fewest_characters)
      std::ranges::move(std::exchange(area.rows, {}), std::back_inserter(margins.feet));
  std::erase_if(areas, [](const PageArea& area) { return area.rows.empty(); });
  std::ranges::move(behind, std::back_inserter(margins.feet));
  std::ranges::stable_sort(margins.feet, {}, &PageRow::page);
  PageBlocks blocks(std::move(areas), std::move(margins), data_of(script.language()));
  Document document = PageSource(blocks.take(), limits).build(std::move(path), std::move(format));
  document.lines_are_paragraphs = true;
  for (std::size_t i = 0; i < characters.size(); ++i)
    if (characters[i] < fewest_characters)
      document.pages_without_text.push_back(static_cast<std::uint32_t>(i + 1));
  return document;
}

}  // namespace hegui
