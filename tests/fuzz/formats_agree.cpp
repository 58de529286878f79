// The same paragraphs as a web page, as a DOCX and as an ODT are the same report: the blocks have
// the same words, and so the verdicts are the same.

#include <string>
#include <vector>

#include "fixture.h"
#include "office_parts.h"
#include "text/utf8.h"

namespace {

using namespace hegui;

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

/// What a paragraph of all formats can hold; blanks and marks of lists are each format's own.
std::string plain(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(line, at);
    const bool letter = (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9');
    const bool chinese = (code >= 0x4E00 && code < 0x9FFF) || code == U'，' || code == U'。' ||
                         code == U'、' || code == U'（' || code == U'）' || code == U'<' ||
                         code == U'&';
    if (letter || chinese) out += line.substr(begin, at - begin);
  }
  return out;
}

std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> blocks;
  for (const Block& block : document.blocks)
    if (block.kind == Block::Kind::paragraph || block.kind == Block::Kind::heading)
      blocks.emplace_back(document.slice(block.span));
  return blocks;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all = text_of(data, size);
  if (!is_utf8(all)) return 0;
  std::string page = "<html><body>\n", body, text;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const std::string line = plain(all.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    page += "<p>" + escaped(line) + "</p>\n";
    text += "<text:p>" + escaped(line) + "</text:p>\n";
    body += "<w:p><w:r><w:t>" + escaped(line) + "</w:t></w:r></w:p>\n";
  }
  page += "</body></html>\n";
  try {
    const Document html = read_document("a.html", page, {.format = "html"});
    const Document docx =
        read_document("a.docx", docx_of({{"word/document.xml", body}}), {.format = "docx"});
    require(blocks_of(html) == blocks_of(docx));
    const Document odt =
        read_document("a.odt", packed("a.odt", {{"content.xml", text}}), {.format = "odt"});
    require(blocks_of(odt) == blocks_of(docx));
  } catch (const InputError&) {
  }
  return 0;
}
