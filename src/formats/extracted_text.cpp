#include "formats/extracted_text.h"

#include <algorithm>
#include <utility>

#include "document/builder.h"

namespace hegui {
namespace {

/// The builder closes the annotation that was opened last, so one that overlaps an earlier one ends
/// with it. None ends after the line in which its last word stands.
void nest(std::vector<Annotation>& annotations, const std::vector<ExtractedText::Line>& lines) {
  if (lines.empty()) return annotations.clear();
  const auto line_of = [&](std::uint32_t at) {
    const auto after = std::ranges::upper_bound(
        lines, at, {}, [](const ExtractedText::Line& line) { return line.span.begin; });
    return after == lines.begin() ? after : std::prev(after);
  };
  for (Annotation& annotation : annotations) {
    Span& span = annotation.span;
    const auto first = line_of(span.begin);
    auto last = line_of(span.end);
    while (last > first && (last->span.empty() || last->span.begin >= span.end)) --last;
    span.begin = std::min(span.begin, first->span.end);
    span.end = std::max(span.begin, std::min(span.end, last->span.end));
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
};

}  // namespace

Document build_document(std::string path, std::string_view format, ExtractedText text) {
  nest(text.annotations, text.lines);
  DocumentBuilder builder(std::move(path), std::string(format), "UTF-8", std::move(text.text));
  for (const std::uint32_t page : text.pages) builder.add_page(page);
  LineAdder adder(builder, text.annotations);
  bool after_gap = false;
  for (const ExtractedText::Line& line : text.lines) {
    // A cell without words has its place.
    if (line.span.empty() && !adder.has_annotation(line) && line.cell.table == 0) {
      after_gap = true;
      continue;
    }
    builder.begin_block(
        {.kind = line.kind, .level = line.level, .after_gap = after_gap, .cell = line.cell});
    adder.add(line);
    builder.end_block();
    after_gap = line.span.empty();
  }
  builder.set_tables(std::move(text.tables));
  Document document = builder.finish();
  document.lines_are_paragraphs = true;
  return document;
}

}  // namespace hegui
