#include "formats/layout/page_text.h"

#include "language/language_data.h"
#include "text/input_error.h"

namespace hegui {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// The words of a line without the blanks at its end, each gap as one blank.
void append_line(std::string& text, std::string_view line) {
  const std::size_t end = line.find_last_not_of(" \t");
  for (const char c : line.substr(0, end + 1)) text += c == '\t' ? ' ' : c;
}

}  // namespace

ExtractedText text_of_pages(const std::vector<PageLine>& lines, const Limits& limits) {
  std::string all;
  for (const PageLine& line : lines) all += line.text;
  const LanguageData& language = data_of(language_of(all));
  ExtractedText out;
  const auto here = [&] { return static_cast<std::uint32_t>(out.text.size()); };
  for (const PageParagraph& paragraph : paragraphs_of(lines, language)) {
    const std::uint32_t begin = here();
    const PageLine* before = nullptr;
    for (const std::size_t index : paragraph.lines) {
      const PageLine& line = lines[index];
      // Words of Latin letters stand apart; a number in Chinese text may go over the line end.
      if (before != nullptr && is_ascii(out.text.back()) && is_ascii(line.text.front()) &&
          (language.blank_between_sentences || before->text.ends_with(' ')))
        out.text += ' ';
      for (; out.pages.size() <= line.page;) out.pages.push_back(here());
      append_line(out.text, line.text);
      before = &line;
    }
    out.lines.push_back(
        {.span = {begin, here()},
         .kind = paragraph.is_furniture ? Block::Kind::furniture : Block::Kind::paragraph});
    out.text += '\n';
    if (out.text.size() > limits.text_bytes)
      throw InputError(
          say("文字超过 {} MiB", "the text is larger than {} MiB", limits.text_bytes >> 20));
  }
  return out;
}

}  // namespace hegui
