// PDF: pdftotext, which is another program, says where each word of a page stands.

#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "formats/format.h"
#include "formats/pages/page_text.h"
#include "formats/xml.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

/// Nothing where it is none, which is no place on a page.
double number_of(pugi::xml_node node, std::string_view name) {
  const std::string_view text = attribute(node, name);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

void read_line(pugi::xml_node node, int number, LaidOutPage& page) {
  for (const pugi::xml_node word : node.children()) {
    if (local_name(word) != "word") continue;
    PageWord& own = page.words.emplace_back();
    own.left = number_of(word, "xMin");
    own.top = number_of(word, "yMin");
    own.right = number_of(word, "xMax");
    own.bottom = number_of(word, "yMax");
    append_words(own.text, word.text().get());
    own.text = std::string(trimmed(own.text));
    own.line = number;
  }
}

/// What `pdftotext -bbox-layout` prints: page, flow, block, line, word.
std::vector<LaidOutPage> read_layout(std::string layout) {
  // Fonts may say of a character that it is none.
  std::erase(layout, '\0');
  const XmlPart xml("pdftotext", std::move(layout));
  std::vector<LaidOutPage> pages;
  for (const pugi::xml_node node : child(child(xml.root(), "body"), "doc").children()) {
    if (local_name(node) != "page") continue;
    LaidOutPage& page = pages.emplace_back();
    page.width = number_of(node, "width");
    page.height = number_of(node, "height");
    int number = 0;
    for (const pugi::xml_node flow : node.children())
      for (const pugi::xml_node block : flow.children())
        for (const pugi::xml_node line : block.children()) read_line(line, number++, page);
  }
  return pages;
}

InputError failure(const ProcessResult& result) {
  const auto says = [&](std::string_view words) {
    return result.err.find(words) != std::string::npos;
  };
  if (says("Incorrect password"))
    return InputError(
        say("PDF 加了密码，请先去掉密码", "the PDF is encrypted; remove its password first"));
  if (says("Copying of text from this document is not allowed"))
    return InputError(say("PDF 不允许取出文字，请解除限制或给出 DOCX",
                          "the PDF does not allow text to be copied; lift that, or use a DOCX"));
  return InputError(
      say("PDF 损坏，pdftotext 读不了", "the PDF is damaged: pdftotext cannot read it"));
}

}  // namespace

Document read_pdf(std::string path, std::string bytes, const ReadOptions& options) {
  if (bytes.empty()) throw InputError(say("文件是空的", "the file is empty"));
  const std::array<std::string, 5> arguments{"-enc", "UTF-8", "-bbox-layout", "-", "-"};
  if (!options.run)
    throw InputError(
        say("这里读不了 PDF：请另存为 DOCX，或者把文字复制到 TXT 文件里",
            "PDF cannot be read here; save it as DOCX, or copy its text to a TXT file"));
  const auto result = options.run("pdftotext", arguments, bytes, options.end);
  if (!result)
    throw InputError(
        say("读 PDF 要用 pdftotext，请先安装（Debian、Ubuntu：apt install poppler-utils "
            "poppler-data），或者给出 DOCX",
            "reading PDF needs pdftotext; install it (Debian, Ubuntu: apt install poppler-utils "
            "poppler-data), or use a DOCX"));
  if (result->status != 0) throw failure(*result);
  bytes.clear();
  const std::vector<LaidOutPage> pages = read_layout(result->out);
  if (pages.empty()) throw InputError(say("PDF 里一页也没有", "the PDF has no pages"));
  return read_pages(std::move(path), "pdf", pages, options.limits);
}

}  // namespace hegui
