#include <algorithm>
#include <array>
#include <utility>

#include "formats/format.h"
#include "text/decode.h"

namespace hegui {

Document read_docx(std::string path, std::string_view bytes, const ReadOptions& options);
Document read_markdown(std::string path, std::string_view bytes, const ReadOptions& options);
Document read_html(std::string path, std::string_view bytes, const ReadOptions& options);
bool is_html(std::string_view bytes);
Document read_txt(std::string path, std::string_view bytes, const ReadOptions& options);

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

struct Foreign {
  std::string_view signature;
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

using namespace std::string_view_literals;

// Files that are often handed over by mistake, or need a step before.
constexpr std::array foreign_files{
    Foreign{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "DOC/WPS",
            "请先在 Word 或 WPS 里另存为 DOCX；加密的文件先去掉密码",
            "save it as DOCX first; take the password off an encrypted one"},
    Foreign{"%PDF-"sv, "PDF", "目前读不了，请给出 DOCX 或文本",
            "not read yet; give the DOCX or the text"},
    Foreign{"\x89PNG\r\n\x1A\n"sv, "PNG", "这是图片，不是报告", "a picture, not a report"},
    Foreign{"\xFF\xD8\xFF"sv, "JPEG", "这是图片，不是报告", "a picture, not a report"},
    Foreign{"GIF8"sv, "GIF", "这是图片，不是报告", "a picture, not a report"},
    Foreign{"\x1F\x8B"sv, "gzip", "请先解压", "unpack it first"},
    Foreign{"Rar!"sv, "RAR", "请先解压", "unpack it first"},
    Foreign{"7z\xBC\xAF\x27\x1C"sv, "7z", "请先解压", "unpack it first"},
    Foreign{"\x7F"
            "ELF"sv,
            "ELF", "这是程序，不是报告", "a program, not a report"},
};

std::string lower_extension(std::string_view path) {
  const std::size_t dot = path.find_last_of("./\\");
  if (dot == std::string_view::npos || path[dot] != '.') return {};
  std::string extension(path.substr(dot));
  for (char& c : extension)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return extension;
}

}  // namespace

std::span<const Format> formats() { return table; }

bool is_report_path(std::string_view path) {
  const std::string extension = lower_extension(path);
  return std::ranges::any_of(table, [&](const Format& format) {
    return std::ranges::find(format.extensions, extension) != format.extensions.end();
  });
}

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

Document read_document(std::string path, std::string_view bytes, const ReadOptions& options) {
  if (bytes.size() > options.limits.bytes)
    throw InputError(
        say("文件超过上限 {} MiB", "the file is larger than {} MiB", options.limits.bytes >> 20));
  for (const Foreign& foreign : foreign_files)
    if (bytes.starts_with(foreign.signature))
      throw InputError(say("从第 0 字节起是 {} 文件：{}", "a {0} file from byte 0 on: {2}",
                           foreign.name, foreign.zh, foreign.en));
  const Format& format = format_of(path, bytes, options);
  return format.read(std::move(path), bytes, options);
}

}  // namespace hegui
