// Text files are amended as text: what was decoded gets the new lines and is encoded again. That
// all else comes out as it was is not hoped for but compared.

#include "formats/insertion.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "formats/draft.h"
#include "language/drafts/part_number.h"
#include "text/encodings.h"
#include "text/input_error.h"
#include "text/replacement.h"
#include "text/strings.h"

namespace hegui {
namespace {

std::string_view leading_blanks(std::string_view line) {
  std::size_t end = 0;
  for (;;) {
    if (line.substr(end).starts_with("\u3000"))
      end += 3;
    else if (end < line.size() && (line[end] == ' ' || line[end] == '\t'))
      ++end;
    else
      return line.substr(0, end);
  }
}

bool is_blank(std::string_view line) { return leading_blanks(line).size() == line.size(); }

class TextAmender {
 public:
  explicit TextAmender(const Document& document)
      : document_(document),
        source_(document.source),
        is_markdown_(document.format == "md"),
        line_end_(usual_line_end()) {}

  std::string amend(const Amendment& amendment) const {
    std::vector<Replacement> changes;
    for (const NewNumber& number : amendment.numbers)
      changes.push_back({number.place, number.words});
    for (const Insertion& insertion : amendment.insertions) {
      const std::uint32_t at = place_of(insertion);
      changes.push_back({{at, at}, lines_of(insertion, at)});
    }
    sort_replacements(changes);
    return with_replacements(source_, changes);
  }

 private:
  std::string_view line(std::uint32_t number) const {
    const Span span = document_.lines.line(document_.source, number);
    return source_.substr(span.begin, span.size());
  }

  std::string usual_line_end() const {
    const std::size_t at = source_.find_first_of("\r\n");
    if (at == source_.npos) return "\n";
    return source_.substr(at).starts_with("\r\n") ? "\r\n" : std::string(1, source_[at]);
  }

  std::uint32_t place_of(const Insertion& insertion) const {
    if (insertion.at > 0) return insertion.at;
    if (!insertion.after) return document_.lines.begin_of(insertion.line);
    const std::uint32_t last = is_markdown_ ? end_of_block(insertion.line) : insertion.line;
    return last < document_.lines.count() ? document_.lines.begin_of(last + 1)
                                          : static_cast<std::uint32_t>(source_.size());
  }

  /// The last line of the block whose words end in a line. What follows at once and has no words of
  /// its own belongs to it (=== below a heading), and so does what closes it (```, </div>).
  std::uint32_t end_of_block(std::uint32_t number) const {
    std::uint32_t end = document_.lines.count() + 1;
    bool in_code = false;
    for (const Block& block : document_.blocks) {
      const std::uint32_t begin = document_.lines.line_at(document_.in_source(block.span).begin);
      if (begin > number) {
        end = begin;
        break;
      }
      in_code = block.kind == Block::Kind::code;
    }
    bool gap = false;
    for (std::uint32_t next = number + 1; next < end; ++next) {
      std::string_view text = line(next);
      text.remove_prefix(leading_blanks(text).size());
      if (text.empty()) {
        gap = true;
        continue;
      }
      const bool is_fence = text.starts_with("```") || text.starts_with("~~~");
      const bool closes = is_fence ? std::exchange(in_code, false) : text.starts_with("</");
      if (!closes && (gap || is_fence || text.starts_with('<'))) break;
      number = next;
      gap = false;
    }
    return number;
  }

  /// Blank lines stand around headings here.
  bool has_gaps(const Insertion& insertion) const {
    const std::uint32_t like = insertion.heading_line > 0 ? insertion.heading_line : insertion.line;
    return is_markdown_ || document_.language == Language::en ||
           (like > 1 && is_blank(line(like - 1)));
  }

  std::string lines_of(const Insertion& insertion, std::uint32_t at) const {
    const bool gaps = has_gaps(insertion);
    const bool begins_line = at == 0 || source_[at - 1] == '\n' || source_[at - 1] == '\r';
    std::string text = begins_line ? "" : line_end_;
    // At the end of a text the blank line comes first, before a heading last.
    const bool gap_first = gaps && (insertion.after || !begins_line);
    for (const NewParagraph& paragraph : insertion.paragraphs) {
      if (gap_first) text += line_end_;
      if (paragraph.is_title)
        text += is_markdown_ ? "# " + escaped_markdown(paragraph.words) : paragraph.words;
      else
        text += paragraph.is_heading ? heading(insertion, paragraph)
                                     : body_line(insertion, paragraph.words, gaps);
      text += line_end_;
      if (gaps && !gap_first) text += line_end_;
    }
    return text;
  }

  /// With the markup of the heading that it is to look like.
  std::string heading(const Insertion& insertion, const NewParagraph& paragraph) const {
    const std::string words = paragraph.number +
                              (is_markdown_ ? escaped_markdown(paragraph.words) : paragraph.words) +
                              paragraph.mark;
    if (insertion.heading_line == 0) return is_markdown_ ? "## " + words : words;
    const std::string_view like = line(insertion.heading_line);
    if (!is_markdown_) return std::string(leading_blanks(like)) + words;
    if (const std::size_t level = like.find_first_not_of('#'); level > 0 && level != like.npos)
      return std::string(level, '#') + " " + words;
    if (like.starts_with("**")) return "**" + words + "**";
    for (const Block& block : document_.blocks)
      if (block.kind == Block::Kind::heading &&
          document_.locate(block.span.begin).line == insertion.heading_line)
        return std::string(block.level, '#') + " " + words;
    return words;
  }

  std::string body_line(const Insertion& insertion, const std::string& words, bool gaps) const {
    if (is_markdown_) return escaped_markdown(words);
    std::string_view indent =
        insertion.text_line > 0 ? leading_blanks(line(insertion.text_line)) : "";
    // A line that is neither indented nor apart could go on the line before.
    if (indent.empty() && !gaps) indent = paragraph_indent(document_.language);
    return std::string(indent) + words;
  }

  const Document& document_;
  std::string_view source_;
  bool is_markdown_;
  std::string line_end_;
};

std::string_view byte_order_mark(std::string_view bytes) {
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
    if (bytes.starts_with(mark)) return bytes.substr(0, mark.size());
  return {};
}

}  // namespace

bool can_be_amended(const Document& document) {
  return !document.is_converted &&
         (document.format == "txt" || document.format == "md" || document.format == "docx");
}

std::string amended(const std::string& bytes, const Document& document, const Amendment& amendment,
                    const Limits& limits) {
  if (document.format == "docx") return amended_docx(bytes, document, amendment, limits);
  const Encoding encoding = encoding_named(document.encoding);
  const std::string mark(byte_order_mark(bytes));
  const auto as_it_was = encode(document.source, encoding);
  if (!as_it_was || mark + *as_it_was != bytes)
    throw InputError(
        say("里面有的字节不是 {0} 编码的字，照原样写不回去；请先另存为 UTF-8",
            "some of its bytes are no {0} text and could not be kept as they are; save it as UTF-8 "
            "first",
            document.encoding));
  const auto text = encode(TextAmender(document).amend(amendment), encoding);
  if (!text)
    throw InputError(say("要补的字 {} 编码里没有；请先另存为 UTF-8",
                         "{} has not all characters of what is to be added; save it as UTF-8 first",
                         document.encoding));
  return mark + *text;
}

}  // namespace hegui
