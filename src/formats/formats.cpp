// The table of formats, and of which one a file is: what its content tells, then its extension.

#include <algorithm>
#include <array>
#include <utility>

#include "formats/format.h"
#include "formats/stored_words.h"
#include "formats/zip/zip.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {

bool is_docx(Archive& archive);
Document read_docx(std::string path, std::string bytes, const ReadOptions& options);
std::string rewrite_docx(const Document& document, const std::string& bytes,
                         std::span<const Replacement> replacements, const Limits& limits);
bool is_odt(Archive& archive);
bool is_flat_odt(std::string_view bytes);
Document read_odt(std::string path, std::string bytes, const ReadOptions& options);
bool is_ofd(Archive& archive);
Document read_ofd(std::string path, std::string bytes, const ReadOptions& options);
Document read_markdown(std::string path, std::string bytes, const ReadOptions& options);
Document read_html(std::string path, std::string bytes, const ReadOptions& options);
bool is_html(std::string_view bytes);
Document read_pdf(std::string path, std::string bytes, const ReadOptions& options);
Document read_txt(std::string path, std::string bytes, const ReadOptions& options);
Document read_word_xml(std::string path, std::string bytes, const ReadOptions& options);
bool is_word_xml(std::string_view bytes);
Document read_mht(std::string path, std::string bytes, const ReadOptions& options);
bool is_mht(std::string_view bytes);
bool is_compound_file(std::string_view bytes);
bool is_rtf(std::string_view bytes);
Document read_doc(std::string path, std::string bytes, const ReadOptions& options);
Document read_wps(std::string path, std::string bytes, const ReadOptions& options);
Document read_rtf(std::string path, std::string bytes, const ReadOptions& options);

namespace {

/// Of a format whose source is the decoded file.
std::string rewrite_text(const Document& document, const std::string& bytes,
                         std::span<const Replacement> replacements, const Limits& /*limits*/) {
  // Where several bytes are one U+FFFD, the texts do not run in step.
  if (document.undecodable > 0)
    throw InputError(say("文件里有 {} 处不是文字的字节", "{:place} in the file is no text",
                         document.undecodable));
  return with_replacements(bytes, document.encoding, replacements);
}

constexpr std::array<std::string_view, 2> docx_extensions{".docx", ".docm"};
constexpr std::array<std::string_view, 2> odt_extensions{".odt", ".fodt"};
constexpr std::array<std::string_view, 1> ofd_extensions{".ofd"};
constexpr std::array<std::string_view, 3> markdown_extensions{".md", ".markdown", ".mkd"};
constexpr std::array<std::string_view, 4> html_extensions{".html", ".htm", ".shtml", ".xhtml"};
constexpr std::array<std::string_view, 2> mht_extensions{".mht", ".mhtml"};
constexpr std::array<std::string_view, 2> doc_extensions{".doc", ".dot"};
constexpr std::array<std::string_view, 2> wps_extensions{".wps", ".wpt"};
constexpr std::array<std::string_view, 1> rtf_extensions{".rtf"};
constexpr std::array<std::string_view, 1> pdf_extensions{".pdf"};
constexpr std::array<std::string_view, 2> txt_extensions{".txt", ".text"};

/// Readers look for the mark so far into a file (ISO 32000-1, implementation note 13).
bool is_pdf(std::string_view bytes) {
  constexpr std::size_t farthest = 1024;
  return bytes.substr(0, farthest).find("%PDF-") != std::string_view::npos;
}

// In the order in which content is asked; text is what nothing else is.
constexpr std::array table{
    Format{"docx",
           docx_extensions,
           {"Word 和 WPS 文档", "documents of Word and WPS"},
           &Limits::bytes,
           nullptr,
           is_docx,
           read_docx,
           rewrite_docx},
    Format{"odt",
           odt_extensions,
           {"OpenDocument 文档（LibreOffice）", "text documents of OpenDocument (LibreOffice)"},
           &Limits::bytes,
           is_flat_odt,
           is_odt,
           read_odt,
           nullptr},
    Format{"ofd",
           ofd_extensions,
           {"OFD 版式文档", "fixed-layout documents of GB/T 33190"},
           &Limits::bytes,
           nullptr,
           is_ofd,
           read_ofd,
           nullptr},
    Format{"pdf",
           pdf_extensions,
           {"PDF，经 pdftotext", "Portable Document Format, through pdftotext"},
           &Limits::bytes,
           is_pdf,
           nullptr,
           read_pdf,
           nullptr},
    // Of any name: a folder holds XML files that nobody wrote a report in.
    Format{"word-xml",
           {},
           {"Word 的 XML 文档", "XML documents of Word"},
           &Limits::bytes,
           is_word_xml,
           nullptr,
           read_word_xml,
           nullptr},
    Format{"mht",
           mht_extensions,
           {"单个文件网页", "web pages in one file"},
           &Limits::bytes,
           is_mht,
           nullptr,
           read_mht,
           nullptr},
    Format{"md",
           markdown_extensions,
           {"Markdown", "Markdown"},
           &Limits::text_bytes,
           nullptr,
           nullptr,
           read_markdown,
           rewrite_text},
    Format{"html",
           html_extensions,
           {"网页", "web pages"},
           &Limits::text_bytes,
           is_html,
           nullptr,
           read_html,
           rewrite_text},
    Format{"doc",
           doc_extensions,
           {"旧版 Word 文档，经 LibreOffice", "documents of Word 97 to 2003, through LibreOffice"},
           &Limits::bytes,
           is_compound_file,
           nullptr,
           read_doc,
           nullptr},
    Format{"wps",
           wps_extensions,
           {"旧版 WPS 文档，经 LibreOffice", "older documents of WPS, through LibreOffice"},
           &Limits::bytes,
           is_compound_file,
           nullptr,
           read_wps,
           nullptr},
    Format{"rtf",
           rtf_extensions,
           {"RTF，经 LibreOffice", "Rich Text Format, through LibreOffice"},
           &Limits::bytes,
           is_rtf,
           nullptr,
           read_rtf,
           nullptr},
    Format{"txt",
           txt_extensions,
           {"纯文本", "plain text"},
           &Limits::text_bytes,
           nullptr,
           nullptr,
           read_txt,
           rewrite_text},
};

/// Any archive. The second mark is that of an empty one.
bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6");
}

/// Office files with a password, and old ones, lie in the same kind of container; only the first
/// have a stream of this name (MS-OFFCRYPTO 2.3.4.4).
bool is_encrypted(std::string_view bytes) {
  constexpr std::string_view name = "EncryptedPackage";
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.starts_with("\xD0\xCF\x11\xE0") && bytes.find(wide) != std::string_view::npos;
}

/// A file that is often handed over by mistake, or needs a step before.
struct Foreign {
  std::string_view mark;  ///< Its first bytes, or what lies in the archive.
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

using namespace std::string_view_literals;

constexpr std::array foreign_files{
    Foreign{"\x89PNG\r\n\x1A\n"sv, "PNG", "图片不是报告", "a picture, not a report"},
    Foreign{"\xFF\xD8\xFF"sv, "JPEG", "图片不是报告", "a picture, not a report"},
    Foreign{"GIF8"sv, "GIF", "图片不是报告", "a picture, not a report"},
    Foreign{"\x1F\x8B"sv, "gzip", "请先解压", "unpack it first"},
    Foreign{"Rar!"sv, "RAR", "请先解压", "unpack it first"},
    Foreign{"7z\xBC\xAF\x27\x1C"sv, "7z", "请先解压", "unpack it first"},
    Foreign{"\x7F"
            "ELF"sv,
            "ELF", "程序不是报告", "a program, not a report"},
};

/// Archives that are no format of ours, by what lies in them; the last is any other.
constexpr std::array foreign_archives{
    Foreign{"xl/workbook.xml", "XLSX", "表格不是报告", "a workbook, not a report"},
    Foreign{"xl/workbook.bin", "XLSB", "表格不是报告", "a workbook, not a report"},
    Foreign{"ppt/presentation.xml", "PPTX", "幻灯片不是报告", "slides, not a report"},
    Foreign{"META-INF/container.xml", "EPUB", "请另存为 DOCX", "save it as DOCX"},
    Foreign{"META-INF/manifest.xml", "OpenDocument", "不是文字文档", "not a text document"},
    Foreign{"", "ZIP", "不是文档；要检查压缩包里的报告，文件名请以 .zip 结尾",
            "not a document; to check the reports in an archive, give it a name in .zip"},
};

/// What is handed in although no format reads it. A walk takes it up, so that it is told and not
/// left out without a word: what it is, its content says, which may be a DOCX all the same.
constexpr std::array<std::string_view, 2> foreign_extensions{".rar", ".7z"};

std::string lower_extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./\\");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  return lower(path.substr(dot));
}

InputError it_is(const Foreign& foreign) {
  return InputError(say("这是 {} 文件：{}", "this is a file of type {0}: {2}", foreign.name,
                        foreign.zh, foreign.en));
}

/// DOCX
std::string shown(const Format& format) {
  std::string name(format.name);
  for (char& c : name)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return name;
}

const Format* format_of_archive(Archive& archive) {
  const auto found = std::ranges::find_if(table, [&](const Format& format) {
    return format.recognise_archive != nullptr && format.recognise_archive(archive);
  });
  return found == table.end() ? nullptr : &*found;
}

bool has_extension(std::string_view path, const Format& format) {
  return std::ranges::find(format.extensions, lower_extension(path)) != format.extensions.end();
}

const Format* format_of_extension(std::string_view path) {
  const auto found = std::ranges::find_if(
      table, [&](const Format& format) { return has_extension(path, format); });
  return found == table.end() ? nullptr : &*found;
}

/// What the content tells; of two formats with the same content, the one that it is called.
const Format* format_of_content(std::string_view path, std::string_view bytes) {
  const Format* found = nullptr;
  for (const Format& format : table)
    if (format.recognise != nullptr && (found == nullptr || has_extension(path, format)) &&
        format.recognise(bytes))
      found = &format;
  return found;
}

/// The format of a ZIP archive, of which the caller asked for `given` if that is not null.
const Format& format_of_zip(std::string_view bytes, const Format* given, const Limits& limits) {
  // A text is read as such even if it begins with PK.
  if (given != nullptr && given->recognise_archive == nullptr) return *given;
  Archive archive(bytes, limits);
  const Format* const found =
      given != nullptr && given->recognise_archive(archive) ? given : format_of_archive(archive);
  if (found != nullptr && (given == nullptr || given == found)) return *found;
  if (found != nullptr)
    throw InputError(
        say("这是 {0}，不是 {1}", "this is {0}, not {1}", shown(*found), shown(*given)));
  throw it_is(*std::ranges::find_if(foreign_archives, [&](const Foreign& foreign) {
    return foreign.mark.empty() || archive.has(std::string(foreign.mark));
  }));
}

const Format& format_of(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  const auto named = std::ranges::find(table, options.format, &Format::name);
  const Format* given = named == table.end() ? nullptr : &*named;
  if (is_zip(bytes)) return format_of_zip(bytes, given, options.limits);
  if (given == nullptr) {
    if (const Format* known = format_of_content(path, bytes)) return *known;
    given = format_of_extension(path);
  }
  if (given == nullptr) return *std::ranges::find(table, "txt", &Format::name);
  if (given->recognise_archive == nullptr || (given->recognise && given->recognise(bytes)))
    return *given;
  if (bytes.empty()) throw InputError(say("文件是空的", "the file is empty"));
  throw InputError(say("这不是 {0}，只是名字像；是文本就加 --as txt",
                       "named like {0} but of another type; if it is text, add --as txt",
                       shown(*given)));
}

}  // namespace

std::span<const Format> formats() { return table; }

bool is_report_path(std::string_view path) {
  return format_of_extension(path) != nullptr ||
         std::ranges::find(foreign_extensions, lower_extension(path)) != foreign_extensions.end();
}

bool is_lock_path(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  return name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with('#'));
}

bool is_zip_path(std::string_view path) { return lower_extension(path) == ".zip"; }

bool is_packed_document(std::string_view bytes, const Limits& limits) {
  try {
    Archive archive(bytes, limits);
    // Open Packaging Conventions; OpenDocument and EPUB.
    return archive.has("[Content_Types].xml") || archive.has("mimetype") ||
           format_of_archive(archive) != nullptr;
  } catch (const InputError&) {
    return false;
  }
}

namespace {

/// Of a document that was not made of another one by another program; null if there is none.
const Format* format_read(const Document& document) {
  const auto found = std::ranges::find(table, document.format, &Format::name);
  return document.is_converted || found == table.end() ? nullptr : &*found;
}

}  // namespace

bool is_writable(const Document& document) {
  const Format* const format = format_read(document);
  return format && format->rewrite;
}

bool is_replaceable(const Document& document, const Replacement& replacement) {
  const bool is_text = !document.lines_are_paragraphs;
  if (!is_writable(document) || (is_text && document.undecodable > 0)) return false;
  const auto& [span, words] = shortened(document.source, replacement);
  // The words are one line, and stay one.
  const std::string_view old = std::string_view(document.source).substr(span.begin, span.size());
  if (old.find_first_of("\r\n") != old.npos || words.find_first_of("\r\n") != words.npos)
    return false;
  // What would be markup is refused, not written in another way.
  if (document.format == "html" && words.find_first_of("<>&") != words.npos) return false;
  return is_text || is_stored(document, {span, words});
}

std::string rewritten(const Document& document, const std::string& bytes,
                      std::span<const Replacement> replacements, const Limits& limits) {
  const Format* const format = format_read(document);
  if (!format || !format->rewrite)
    throw InputError(say("这种格式只能读，不能改", "this format is only read, never written"));
  return format->rewrite(document, bytes, replacements, limits);
}

Document read_document(std::string path, std::string bytes, const ReadOptions& options) {
  if (is_lock_path(path))
    throw InputError(
        say("这是锁文件，有人打开文档时自动生成，不是报告",
            "this is a lock file, written while somebody has the document open, not a report"));
  if (is_encrypted(bytes))
    throw InputError(
        say("文件加了密码，请先去掉密码", "the file is encrypted; remove its password first"));
  for (const Foreign& foreign : foreign_files)
    if (bytes.starts_with(foreign.mark)) throw it_is(foreign);
  const Format& format = format_of(path, bytes, options);
  // What a document is only called may be a text.
  const bool is_named = format.recognise != nullptr && format.recognise_archive == nullptr &&
                        !format.recognise(bytes);
  const std::size_t limit = is_named ? options.limits.text_bytes : options.limits.*format.largest;
  if (bytes.size() > limit)
    throw InputError(say("文件超过上限 {} MiB", "the file is larger than {} MiB", limit >> 20));
  return format.read(std::move(path), std::move(bytes), options);
}

}  // namespace hegui
