#include <algorithm>
#include <array>
#include <utility>

#include "formats/format.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {

Document read_docx(std::string path, std::string bytes, const ReadOptions& options);
Document read_markdown(std::string path, std::string bytes, const ReadOptions& options);
Document read_html(std::string path, std::string bytes, const ReadOptions& options);
bool is_html(std::string_view bytes);
Document read_txt(std::string path, std::string bytes, const ReadOptions& options);

namespace {

constexpr std::array<std::string_view, 2> docx_extensions{".docx", ".docm"};
constexpr std::array<std::string_view, 3> markdown_extensions{".md", ".markdown", ".mkd"};
constexpr std::array<std::string_view, 4> html_extensions{".html", ".htm", ".shtml", ".xhtml"};
constexpr std::array<std::string_view, 2> txt_extensions{".txt", ".text"};

/// Any archive: the reader says what else it is. The second mark is that of an empty one.
bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\3\4") || bytes.starts_with("PK\5\6");
}

// In the order in which content is asked; text is what nothing else is.
constexpr std::array table{
    Format{"docx", docx_extensions, is_zip, read_docx},
    Format{"md", markdown_extensions, nullptr, read_markdown},
    Format{"html", html_extensions, is_html, read_html},
    Format{"txt", txt_extensions, nullptr, read_txt},
};

/// Office files with a password, and old ones, lie in the same kind of container; only the first
/// have a stream of this name (MS-OFFCRYPTO 2.3.4.4).
bool is_encrypted(std::string_view bytes) {
  constexpr std::string_view name = "EncryptedPackage";
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.starts_with("\xD0\xCF\x11\xE0") && bytes.find(wide) != std::string_view::npos;
}

struct Foreign {
  std::string_view signature;
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

using namespace std::string_view_literals;

// Files that are often handed over by mistake, or need a step before.
constexpr std::array foreign_files{
    Foreign{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "DOC/WPS", "请先在 Word 或 WPS 里另存为 DOCX",
            "save it as DOCX first"},
    Foreign{"%PDF-"sv, "PDF", "目前读不了，请给出 DOCX 或文本",
            "it cannot be read yet; use a DOCX or text version"},
    Foreign{"{\\rtf"sv, "RTF", "请先在 Word 或 WPS 里另存为 DOCX", "save it as DOCX first"},
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

/// What is handed in although no format reads it. A walk takes it up, so that it is told and not
/// left out without a word: what it is, its content says, which may be a DOCX all the same. ODT and
/// OFD are archives, and have no signature above.
constexpr std::array<std::string_view, 8> foreign_extensions{".doc", ".wps", ".rtf", ".odt",
                                                             ".pdf", ".ofd", ".rar", ".7z"};

std::string lower_extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./\\");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  return lower(path.substr(dot));
}

}  // namespace

std::span<const Format> formats() { return table; }

bool is_report_path(std::string_view path) {
  const std::string extension = lower_extension(path);
  const auto is_among = [&](std::span<const std::string_view> extensions) {
    return std::ranges::find(extensions, extension) != extensions.end();
  };
  return is_among(foreign_extensions) || std::ranges::any_of(table, is_among, &Format::extensions);
}

bool is_lock_path(std::string_view path) {
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  return name.starts_with("~$") || (name.starts_with(".~lock.") && name.ends_with('#'));
}

bool is_zip_path(std::string_view path) { return lower_extension(path) == ".zip"; }

namespace {

const Format& format_of(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  if (!options.format.empty()) {
    const auto given = std::ranges::find(table, options.format, &Format::name);
    if (given != table.end()) return *given;
  }
  for (const Format& format : table)
    if (format.recognise && format.recognise(bytes)) return format;
  const std::string extension = lower_extension(path);
  for (const Format& format : table)
    if (std::ranges::find(format.extensions, extension) != format.extensions.end()) return format;
  return *std::ranges::find(table, "txt", &Format::name);
}

}  // namespace

Document read_document(std::string path, std::string bytes, const ReadOptions& options) {
  if (is_lock_path(path))
    throw InputError(
        say("这是锁文件，有人打开文档时自动生成，不是报告",
            "this is a lock file, written while somebody has the document open, not a report"));
  const std::size_t limit = is_zip(bytes) ? options.limits.bytes : options.limits.text_bytes;
  if (is_encrypted(bytes))
    throw InputError(
        say("文件加了密码，请先去掉密码", "the file is encrypted; remove its password first"));
  for (const Foreign& foreign : foreign_files)
    if (bytes.starts_with(foreign.signature))
      throw InputError(say("这是 {} 文件：{}", "this is a file of type {0}: {2}", foreign.name,
                           foreign.zh, foreign.en));
  if (bytes.size() > limit)
    throw InputError(say("文件超过上限 {} MiB", "the file is larger than {} MiB", limit >> 20));
  const Format& format = format_of(path, bytes, options);
  return format.read(std::move(path), std::move(bytes), options);
}

}  // namespace hegui
