#include "formats/extracted_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "document/builder.h"
#include "formats/extracted_lines.h"
#include "formats/format.h"
#include "formats/wrapped_line.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// The builder closes the annotation that was opened last, so one that overlaps an earlier one ends
/// with it. None ends after the line in which its last word stands.
void nest(std::vector<Annotation>& annotations, const std::vector<ExtractedText::Line>& lines) {
  if (lines.empty()) return annotations.clear();
  const auto line_of = [&](std::uint32_t at) {
    const auto after = std::ranges::upper_bound(
        lines, at, {}, [](const ExtractedText::Line& line) { return line.span.begin; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - lines.begin(), 1) - 1);
  };
  // For each line, that or the one before it that has words.
  std::vector<std::size_t> with_words(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    with_words[i] = lines[i].span.empty() && i > 0 ? with_words[i - 1] : i;
  for (Annotation& annotation : annotations) {
    Span& span = annotation.span;
    const std::size_t first = line_of(span.begin);
    std::size_t last = line_of(span.end);
    if (last > first && lines[last].span.begin >= span.end) --last;
    last = std::max(first, with_words[last]);
    span.begin = std::min(span.begin, lines[first].span.end);
    span.end = std::max(span.begin, std::min(span.end, lines[last].span.end));
  }
  std::ranges::stable_sort(annotations, [](const Annotation& a, const Annotation& b) {
    return std::pair(a.span.begin, -std::int64_t{a.span.end}) <
           std::pair(b.span.begin, -std::int64_t{b.span.end});
  });
  std::vector<std::uint32_t> ends;
  for (Annotation& annotation : annotations) {
    while (!ends.empty() && ends.back() <= annotation.span.begin) ends.pop_back();
    if (!ends.empty()) annotation.span.end = std::min(annotation.span.end, ends.back());
    ends.push_back(annotation.span.end);
  }
}

/// Adds lines to a builder, and the annotations where they begin and end.
class LineAdder {
 public:
  LineAdder(DocumentBuilder& builder, std::vector<Annotation>& annotations)
      : builder_(builder), annotations_(annotations) {}

  bool has_annotation(const ExtractedText::Line& line) const {
    return next_ < annotations_.size() && annotations_[next_].span.begin <= line.span.end;
  }

  void add(const ExtractedText::Line& line) {
    at_ = line.span.begin;
    label_end_ = line.label_end;
    for (; has_annotation(line); ++next_) {
      Annotation& annotation = annotations_[next_];
      const Span span = annotation.span;
      close_up_to(span.begin);
      add_up_to(span.begin);
      builder_.begin_annotation(std::move(annotation));
      ends_.push_back(span.end);
    }
    close_up_to(line.span.end);
    add_up_to(line.span.end);
  }

 private:
  void add_up_to(std::uint32_t end) {
    if (label_end_ > at_ && label_end_ <= end) {
      builder_.add(at_, label_end_);
      builder_.end_label();
      at_ = label_end_;
    }
    builder_.add(at_, end);
    at_ = end;
  }

  void close_up_to(std::uint32_t end) {
    for (; !ends_.empty() && ends_.back() <= end; ends_.pop_back()) {
      add_up_to(ends_.back());
      builder_.end_annotation();
    }
  }

  DocumentBuilder& builder_;
  std::vector<Annotation>& annotations_;
  std::size_t next_ = 0;
  std::vector<std::uint32_t> ends_;  // Of open annotations, the innermost last.
  std::uint32_t at_ = 0;
  std::uint32_t label_end_ = 0;  // Of the line.
};

}  // namespace

void ExtractedText::add_line(Line line, const Limits& limits) {
  if (lines.size() >= limits.blocks)
    throw InputError(say("段落超过 {} 个", "more than {} paragraphs", limits.blocks));
  if (text.size() > limits.text_bytes)
    throw InputError(
        say("文字超过 {} MiB", "the text is larger than {} MiB", limits.text_bytes >> 20));
  line.span.end = static_cast<std::uint32_t>(text.size());
  lines.push_back(line);
  text.push_back('\n');
}

Document build_document(std::string path, std::string_view format, ExtractedText text) {
  tell_text_from_headings(text);
  nest(text.annotations, text.lines);
  DocumentBuilder builder(std::move(path), std::string(format), "UTF-8", std::move(text.text));
  for (const std::uint32_t page : text.pages) builder.add_page(page);
  LineAdder adder(builder, text.annotations);
  const auto words_of = [&](Span span) { return builder.source().substr(span.begin, span.size()); };
  bool after_gap = false;
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const ExtractedText::Line& line = text.lines[i];
    // A cell without words has its place.
    if (line.span.empty() && !adder.has_annotation(line) && line.cell.table == 0) {
      after_gap = true;
      continue;
    }
    const Span before = i > 0 ? text.lines[i - 1].span : Span{};
    if (!line.joined)
      builder.begin_block({.kind = line.kind,
                           .level = line.level,
                           .after_gap = after_gap,
                           .cell = line.cell,
                           .zone = line.zone,
                           .goes_on = line.goes_on});
    else if (needs_blank(words_of(before), words_of(line.span)))
      builder.add_blank(before.end);
    adder.add(line);
    if (i + 1 == text.lines.size() || !text.lines[i + 1].joined) builder.end_block();
    after_gap = line.span.empty();
  }
  builder.set_tables(std::move(text.tables));
  Document document = builder.finish();
  document.lines_are_paragraphs = true;
  document.undecodable = text.undecodable;
  document.stored = std::move(text.stored);
  document.stored_parts = std::move(text.stored_parts);
  return document;
}

namespace {

/// The cells without words, which have no blocks: where they stand, in reading order.
std::vector<std::pair<std::uint32_t, CellIndex>> empty_cells(const Document& document) {
  std::vector<std::pair<std::uint32_t, CellIndex>> found;
  for (std::uint32_t i = 0; i < document.tables.size(); ++i) {
    const std::vector<Cell>& cells = document.tables[i].cells();
    for (std::uint32_t k = 0; k < cells.size(); ++k)
      if (cells[k].words.size() == 1 && cells[k].words.front().empty())
        found.emplace_back(cells[k].words.front().begin, CellIndex{i + 1, k});
  }
  std::ranges::stable_sort(found, {}, [](const auto& cell) { return cell.first; });
  return found;
}

/// Where words of a document stand that were appended.
class AppendedPlaces {
 public:
  explicit AppendedPlaces(const Document& document) : document_(document) {}

  void add(Span block, Span line) { places_.push_back({block, line}); }

  /// Of what stands between blocks, the end of the block before.
  std::uint32_t place_of(std::uint32_t at) const {
    const auto behind = std::ranges::upper_bound(
        places_, at, {}, [](const Place& place) { return place.block.begin; });
    if (behind == places_.begin()) return places_.empty() ? 0 : places_.front().line.begin;
    const Place& place = *std::prev(behind);
    const std::size_t words = document_.written({place.block.begin, at}).size();
    return std::min(place.line.begin + static_cast<std::uint32_t>(words), place.line.end);
  }

 private:
  struct Place {
    Span block, line;
  };
  const Document& document_;
  std::vector<Place> places_ = {};
};

bool is_about_itself(const Block& block) {
  return block.kind == Block::Kind::meta_title || block.kind == Block::Kind::meta_date ||
         block.kind == Block::Kind::meta_source;
}

}  // namespace

void append_document(const Document& document, Zone zone, Block::Kind kind, CellIndex cell,
                     const Limits& limits, ExtractedText& text) {
  const auto tables = static_cast<std::uint32_t>(text.tables.size());
  const bool in_cell = cell.table > 0;
  const auto add = [&](ExtractedText::Line line, std::string_view words) {
    line.span.begin = static_cast<std::uint32_t>(text.text.size());
    if (line.label_end > 0) line.label_end += line.span.begin;
    text.text += words;
    text.add_line(line, limits);
    return text.lines.back().span;
  };
  const auto own_cell = [&](CellIndex index) {
    return in_cell || index.table == 0 ? cell : CellIndex{index.table + tables, index.cell};
  };
  if (!in_cell)
    for (Table table : document.tables) {
      for (Cell& own : table.cells()) own.words.clear();
      text.tables.push_back(std::move(table));
    }
  const auto empty = in_cell ? decltype(empty_cells(document))() : empty_cells(document);
  auto next = empty.begin();
  const auto add_empty_cells = [&](std::uint32_t end) {
    for (; next != empty.end() && next->first <= end; ++next)
      add({.kind = Block::Kind::table_cell, .zone = zone, .cell = own_cell(next->second)}, {});
  };
  AppendedPlaces places(document);
  for (const Block& block : document.blocks) {
    if (is_about_itself(block)) continue;
    add_empty_cells(block.span.begin);
    const Span line =
        add({.kind = kind == Block::Kind::paragraph ? block.kind : kind,
             .level = block.level,
             .zone = zone == Zone::body ? block.zone : zone,
             .goes_on = block.goes_on,
             .cell = own_cell(block.cell),
             .label_end = static_cast<std::uint32_t>(document.written(block.label).size())},
            document.written(block.span));
    places.add(block.span, line);
  }
  add_empty_cells(UINT32_MAX);
  for (Annotation annotation : document.annotations) {
    annotation.span = {places.place_of(annotation.span.begin),
                       places.place_of(annotation.span.end)};
    text.annotations.push_back(std::move(annotation));
  }
  text.undecodable += document.undecodable;
}

}  // namespace hegui
