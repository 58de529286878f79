#include "document/builder.h"

#include <utility>

#include "text/fold.h"

namespace hegui {
namespace {

Span trimmed(std::string_view text, Span span) {
  while (!span.empty() && text[span.begin] == ' ') ++span.begin;
  while (!span.empty() && text[span.end - 1] == ' ') --span.end;
  return span;
}

}  // namespace

DocumentBuilder::DocumentBuilder(std::string path, std::string format, std::string encoding,
                                 std::string source) {
  document_.path = std::move(path);
  document_.format = std::move(format);
  document_.encoding = std::move(encoding);
  document_.source = std::move(source);
  document_.lines = LineIndex(document_.source);
}

void DocumentBuilder::begin_block(Block block) { document_.blocks.push_back(block); }

void DocumentBuilder::add(std::uint32_t begin, std::uint32_t end) {
  document_.runs.add(static_cast<std::uint32_t>(document_.plain.size()), begin);
  document_.plain.append(document_.source, begin, end - begin);
}

void DocumentBuilder::add_blank(std::uint32_t at) {
  document_.runs.add(static_cast<std::uint32_t>(document_.plain.size()), at);
  document_.plain.push_back(' ');
}

void DocumentBuilder::end_block() { document_.plain.push_back('\n'); }

Document DocumentBuilder::finish() {
  Folded folded = fold(document_.plain);
  document_.text = std::move(folded.text);
  document_.folding = std::move(folded.map);
  // Folding keeps line ends, so the n-th line of the text is the n-th block.
  std::uint32_t begin = 0;
  for (Block& block : document_.blocks) {
    const auto end = static_cast<std::uint32_t>(document_.text.find('\n', begin));
    block.span = trimmed(document_.text, {begin, end});
    begin = end + 1;
  }
  std::erase_if(document_.blocks, [](const Block& block) { return block.span.empty(); });
  return std::move(document_);
}

}  // namespace hegui
