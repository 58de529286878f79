// Formats of older word processors, which another program makes a DOCX of.
//
// Word 97 to 2003 and WPS write compound files (MS-CFB): a small file system, in which the text is
// a stream called WordDocument (MS-DOC 2.1.1). WPS writes the same under another extension. RTF
// begins with {\rtf (Rich Text Format Specification 1.9.1).

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "formats/format.h"
#include "text/input_error.h"

namespace hegui {

Document read_docx(std::string path, std::string bytes, const ReadOptions& options);
Document read_txt(std::string path, std::string bytes, const ReadOptions& options);

bool is_compound_file(std::string_view bytes) {
  return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

bool is_rtf(std::string_view bytes) { return bytes.starts_with("{\\rtf"); }

namespace {

/// Names in a compound file are UTF-16LE (MS-CFB 2.6.4).
bool has_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

struct OtherStream {
  std::string_view name;
  Message what;
};

/// Compound files of other programs; LibreOffice would show their bytes as text.
void refuse_others(std::string_view bytes) {
  const std::array others{OtherStream{"Workbook", {"Excel 表格", "an Excel workbook"}},
                          OtherStream{"Book", {"Excel 表格", "an Excel workbook"}},
                          OtherStream{"PowerPoint Document", {"演示文稿", "a presentation"}}};
  if (has_stream(bytes, "WordDocument")) return;
  for (const OtherStream& other : others)
    if (has_stream(bytes, other.name))
      throw InputError(say("这是{0}，不是文档", "this is {1}, not a text document", other.what.zh,
                           other.what.en));
  throw InputError(say("里面没有 Word 文档，可能损坏了：请在 Word 或 WPS 里另存为 DOCX",
                       "there is no Word document in it; it may be damaged: save it as DOCX"));
}

Document read_converted(std::string path, std::string bytes, const ReadOptions& options,
                        std::string_view format, std::string_view extension) {
  if (!options.convert)
    throw InputError(say("这里读不了 {}：请先在 Word 或 WPS 里另存为 DOCX",
                         "{} files cannot be read here; save it as DOCX first", format));
  Document document =
      read_docx(std::move(path), options.convert(bytes, extension, options.end), options);
  document.format = format;
  document.is_converted = true;
  return document;
}

/// What is called so and is a text all the same, as exports of databases are.
Document read_named(std::string path, std::string bytes, const ReadOptions& options) {
  if (!options.format.empty())
    throw InputError(
        say("它的内容不是 {}", "its content is not that of a {} file", options.format));
  return read_txt(std::move(path), std::move(bytes), options);
}

Document read_compound(std::string path, std::string bytes, const ReadOptions& options,
                       std::string_view format) {
  if (!is_compound_file(bytes)) return read_named(std::move(path), std::move(bytes), options);
  refuse_others(bytes);
  return read_converted(std::move(path), std::move(bytes), options, format, ".doc");
}

}  // namespace

Document read_doc(std::string path, std::string bytes, const ReadOptions& options) {
  return read_compound(std::move(path), std::move(bytes), options, "doc");
}

Document read_wps(std::string path, std::string bytes, const ReadOptions& options) {
  return read_compound(std::move(path), std::move(bytes), options, "wps");
}

Document read_rtf(std::string path, std::string bytes, const ReadOptions& options) {
  if (!is_rtf(bytes)) return read_named(std::move(path), std::move(bytes), options);
  return read_converted(std::move(path), std::move(bytes), options, "rtf", ".rtf");
}

}  // namespace hegui
