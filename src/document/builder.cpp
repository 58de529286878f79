#include "document/builder.h"

#include <utility>

#include "language/language_data.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t most_separated = 100'000;  // Readers bound what they begin themselves.

}  // namespace

DocumentBuilder::DocumentBuilder(std::string path, std::string format, std::string encoding,
                                 std::string source) {
  document_.path = std::move(path);
  document_.format = std::move(format);
  document_.encoding = std::move(encoding);
  document_.source = std::move(source);
  document_.lines = LineIndex(document_.source);
  document_.language = language_of(document_.source);
  document_.plain.reserve(document_.source.size());
}

DocumentBuilder::DocumentBuilder(std::string path, std::string format, Decoded decoded)
    : DocumentBuilder(std::move(path), std::move(format), std::move(decoded.encoding),
                      std::move(decoded.text)) {
  document_.undecodable = decoded.undecodable;
}

void DocumentBuilder::begin_block(Block block) {
  document_.blocks.push_back(block);
  block_begin_ = static_cast<std::uint32_t>(document_.plain.size());
}

void DocumentBuilder::end_label() {
  document_.blocks.back().label = {block_begin_,
                                   static_cast<std::uint32_t>(document_.plain.size())};
}

void DocumentBuilder::add(std::uint32_t begin, std::uint32_t end) {
  bool goes_on = false;
  const LineIndex& lines = document_.lines;
  for (std::uint32_t line = lines.line_at(begin) + 1; line <= lines.count(); ++line) {
    const std::uint32_t next = lines.begin_of(line);
    if (next > end) break;
    const auto mark = static_cast<std::uint32_t>(separator_before(document_.source, next));
    if (mark == 0 || next - mark < begin) continue;
    if (next - mark > begin) add_line(begin, next - mark);
    begin = next;
    goes_on = true;
    // Nothing stands before it, or after it.
    if (document_.plain.size() == block_begin_ || begin == end) continue;
    if (++separated_ > most_separated)
      throw InputError(say("行分隔符超过 {} 个", "more than {} line separators", most_separated));
    go_on_in_next_block();
  }
  // Of no words, too: an empty cell has its place.
  if (begin < end || !goes_on) add_line(begin, end);
}

/// What stands behind a separator is of the same paragraph.
void DocumentBuilder::go_on_in_next_block() {
  Block next = document_.blocks.back();
  end_block();
  next.label = {};
  next.after_gap = false;
  next.goes_on = true;
  if (next.kind == Block::Kind::list_item) next.level = 0;  // Its item has begun.
  begin_block(next);
}

void DocumentBuilder::add_line(std::uint32_t begin, std::uint32_t end) {
  document_.runs.add(static_cast<std::uint32_t>(document_.plain.size()), begin);
  document_.plain.append(document_.source, begin, end - begin);
}

void DocumentBuilder::add_text(std::string_view words, std::uint32_t at) {
  // Each character stands at `at`: the texts do not run in step here.
  for (std::size_t begin = 0; begin < words.size();) {
    std::size_t end = begin;
    next_code_point(words, end);
    document_.runs.add(static_cast<std::uint32_t>(document_.plain.size()), at);
    document_.plain.append(words, begin, end - begin);
    begin = end;
  }
}

void DocumentBuilder::begin_annotation(Annotation annotation) {
  const auto at = static_cast<std::uint32_t>(document_.plain.size());
  annotation.span = {at, at};  // In `plain` until finish().
  open_annotations_.push_back(document_.annotations.size());
  document_.annotations.push_back(std::move(annotation));
}

void DocumentBuilder::end_annotation() {
  document_.annotations[open_annotations_.back()].span.end =
      static_cast<std::uint32_t>(document_.plain.size());
  open_annotations_.pop_back();
}

void DocumentBuilder::add_page(std::uint32_t at) { document_.pages.push_back(at); }

void DocumentBuilder::add_page_line(std::uint32_t at) { document_.page_lines.push_back(at); }

void DocumentBuilder::add_blank(std::uint32_t at) {
  document_.runs.add(static_cast<std::uint32_t>(document_.plain.size()), at);
  document_.plain.push_back(' ');
}

void DocumentBuilder::end_block() { document_.plain.push_back('\n'); }

/// From `plain` to `text`: the first folded offset whose plain one is not before.
std::uint32_t DocumentBuilder::folded(const OffsetMap& folding, std::uint32_t plain) const {
  std::uint32_t low = 0, high = static_cast<std::uint32_t>(document_.text.size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (folding.to(middle) < plain)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

void DocumentBuilder::fold_annotations(const OffsetMap& folding) {
  for (Annotation& annotation : document_.annotations)
    annotation.span = {folded(folding, annotation.span.begin),
                       folded(folding, annotation.span.end)};
}

void DocumentBuilder::put_in_cell(const Block& block) {
  std::vector<Span>& words = document_.tables[block.cell.table - 1].cells()[block.cell.cell].words;
  if (!words.empty() && words.back().empty()) words.pop_back();
  if (words.empty() || !block.span.empty()) words.push_back(block.span);
}

Document DocumentBuilder::finish() {
  Folded folded = fold(document_.plain, data_of(document_.language).folding);
  document_.text = std::move(folded.text);
  // Folding maps back only; the way forth is found by walking the annotations along with it.
  fold_annotations(folded.map);
  for (Block& block : document_.blocks)
    if (!block.label.empty())
      block.label = {this->folded(folded.map, block.label.begin),
                     this->folded(folded.map, block.label.end)};
  document_.folding = std::move(folded.map);
  // Folding keeps line ends, so the n-th line of the text is the n-th block.
  std::uint32_t begin = 0;
  for (Block& block : document_.blocks) {
    const auto end = static_cast<std::uint32_t>(document_.text.find('\n', begin));
    block.span = trimmed(document_.text, {begin, end});
    begin = end + 1;
    if (block.cell.table > 0) put_in_cell(block);
  }
  // A paragraph of which the first line is empty begins with the next.
  bool has_lost_first = false;
  for (Block& block : document_.blocks) {
    if (!block.span.empty() && has_lost_first) block.goes_on = false;
    has_lost_first = block.span.empty() && (has_lost_first || !block.goes_on);
  }
  std::erase_if(document_.blocks, [](const Block& block) { return block.span.empty(); });
  std::uint32_t number = 0;
  for (Block& block : document_.blocks) {
    if (block.zone != Zone::body || block.in_table()) continue;
    if (!block.goes_on || number == 0) ++number;
    block.number = number;
  }
  return std::move(document_);
}

}  // namespace hegui
