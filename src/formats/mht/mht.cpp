// MHT (RFC 2557): a page and its pictures in one file, which Word and browsers save, often under
// the name .doc. A message of MIME parts:
//
//   MIME-Version: 1.0                         headers, folded lines begin with a blank
//   Content-Type: multipart/related; boundary="X"
//
//   --X                                       a part: headers, a blank line, its body
//   Content-Type: text/html; charset="gb2312"
//   Content-Transfer-Encoding: quoted-printable
//
//   <html>=C7=E0…
//   --X--
//
// The first page in it is the document. Its words are the source, because nobody sees the page.

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "formats/extracted_text.h"
#include "formats/format.h"
#include "formats/mht/transfer.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {

Document read_html(std::string path, std::string bytes, const ReadOptions& options);
Document read_txt(std::string path, std::string bytes, const ReadOptions& options);

namespace {

constexpr std::size_t deepest_part = 8;     // Multipart in multipart.
constexpr std::size_t most_headers = 8192;  // Bytes.

/// What its headers say, as far as it matters here; empty where they do not.
struct MimePart {
  std::string type;       ///< text/html, in small letters.
  std::string charset;    ///< As it is written.
  std::string boundary;   ///< Between the parts that it is made of.
  std::string encoding;   ///< quoted-printable, in small letters.
  std::string_view body;  ///< As it is encoded; in the file.
};

std::string_view next_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// charset="gb2312" of a header's value.
std::string parameter(std::string_view value, std::string_view name) {
  const std::string plain = lower(value);
  for (std::size_t at = plain.find(name); at != plain.npos; at = plain.find(name, at + 1)) {
    const bool is_begin =
        at == 0 || plain[at - 1] == ' ' || plain[at - 1] == ';' || plain[at - 1] == '\t';
    std::size_t begin = plain.find_first_not_of(" \t", at + name.size());
    if (!is_begin || begin == plain.npos || plain[begin] != '=') continue;
    begin = plain.find_first_not_of(" \t", begin + 1);
    if (begin == plain.npos) return {};
    const bool is_quoted = plain[begin] == '"';
    begin += is_quoted;
    const std::size_t end = is_quoted ? value.find('"', begin) : value.find_first_of("; \t", begin);
    return std::string(value.substr(begin, end == value.npos ? end : end - begin));
  }
  return {};
}

void take_header(std::string_view header, MimePart& part) {
  const std::size_t colon = header.find(':');
  if (colon == header.npos) return;
  const std::string name = lower(header.substr(0, colon));
  std::string_view value = header.substr(colon + 1);
  value.remove_prefix(std::min(value.find_first_not_of(" \t"), value.size()));
  if (name == "content-transfer-encoding")
    part.encoding = lower(value.substr(0, value.find_first_of("; \t")));
  if (name != "content-type") return;
  part.type = lower(value.substr(0, value.find_first_of("; \t")));
  part.charset = parameter(value, "charset");
  part.boundary = parameter(value, "boundary");
}

MimePart read_headers(std::string_view text) {
  MimePart part;
  std::string header;
  std::string_view rest = text;
  // Word begins with a blank line.
  while (rest.starts_with('\r') || rest.starts_with('\n')) rest.remove_prefix(1);
  while (!rest.empty()) {
    const std::string_view line = next_line(rest);
    const bool is_folded = line.starts_with(' ') || line.starts_with('\t');
    if (is_folded && !header.empty()) {
      header += line;
      continue;
    }
    take_header(header, part);
    header = line;
    if (line.empty() || text.size() - rest.size() > most_headers) break;
  }
  part.body = rest;
  return part;
}

enum class Delimiter { none, between, last };

/// --X, or --X-- behind the last part, and blanks (RFC 2046, 5.1.1). The boundary of a part inside
/// may begin with the same characters.
Delimiter delimiter_in(std::string_view line, std::string_view boundary) {
  if (!line.starts_with("--") || !line.substr(2).starts_with(boundary)) return Delimiter::none;
  line.remove_prefix(2 + boundary.size());
  const bool is_last = line.starts_with("--");
  if (is_last) line.remove_prefix(2);
  if (line.find_first_not_of(" \t") != line.npos) return Delimiter::none;
  return is_last ? Delimiter::last : Delimiter::between;
}

/// What stands between the delimiters of a body.
std::vector<std::string_view> parts_between(std::string_view body, std::string_view boundary) {
  std::vector<std::string_view> parts;
  std::optional<std::size_t> begin;
  for (std::string_view rest = body; !rest.empty();) {
    const std::size_t end = body.size() - rest.size();
    const Delimiter found = delimiter_in(next_line(rest), boundary);
    if (found == Delimiter::none) continue;
    if (begin) parts.push_back(body.substr(*begin, end - *begin));
    if (found == Delimiter::last) return parts;
    begin = body.size() - rest.size();
  }
  // The last one of a file that was cut off.
  if (begin) parts.push_back(body.substr(*begin));
  return parts;
}

/// The first page; a text if there is none.
std::optional<MimePart> find_page(const MimePart& part, std::size_t depth) {
  if (part.type == "text/html" || part.type == "text/plain" || part.type == "application/xhtml+xml")
    return part;
  if (!part.type.starts_with("multipart/") || part.boundary.empty() || depth == 0)
    return std::nullopt;
  std::optional<MimePart> text;
  for (const std::string_view own : parts_between(part.body, part.boundary)) {
    const auto found = find_page(read_headers(own), depth - 1);
    if (found && found->type != "text/plain") return found;
    if (found && !text) text = found;
  }
  return text;
}

/// Others are said of pages that are in Chinese all the same.
bool is_believed(std::string_view charset) {
  constexpr std::array<std::string_view, 6> believed{"utf-8",   "gb2312", "gbk",
                                                     "gb18030", "big5",   "utf-16"};
  return std::ranges::find(believed, lower(charset)) != believed.end();
}

std::string decoded(const MimePart& part) {
  if (part.encoding == "base64") return from_base64(part.body);
  if (part.encoding == "quoted-printable") return from_quoted_printable(part.body);
  return std::string(part.body);
}

}  // namespace

bool is_mht(std::string_view bytes) {
  std::string head = lower(bytes.substr(0, most_headers));
  const std::size_t begin = head.find_first_not_of("\r\n");
  if (begin == head.npos) return false;
  const std::string_view first = std::string_view(head).substr(begin);
  const bool is_message = first.starts_with("mime-version:") || first.starts_with("from:") ||
                          first.starts_with("content-type:") || first.starts_with("subject:");
  if (!is_message || head.find("mime-version:") == head.npos) return false;
  const MimePart part = read_headers(head);
  return part.type.starts_with("multipart/") || part.type == "text/html";
}

Document read_mht(std::string path, std::string bytes, const ReadOptions& options) {
  const auto page = find_page(read_headers(bytes), deepest_part);
  if (!page)
    throw InputError(say("这个单个文件网页（MHT）里没有网页，请用 Word 或 WPS 另存为 DOCX",
                         "there is no page in this MHT file; save it as DOCX"));
  ReadOptions own = options;
  own.format.clear();
  if (own.encoding.empty() && is_believed(page->charset)) own.encoding = page->charset;
  const auto read = page->type == "text/plain" ? read_txt : read_html;
  std::string content = decoded(*page);
  if (content.size() > options.limits.text_bytes)
    throw InputError(say("里面的网页超过上限 {} MiB", "the page in it is larger than {} MiB",
                         options.limits.text_bytes >> 20));
  ExtractedText text;
  append_document(read(path, std::move(content), own), Zone::body, Block::Kind::paragraph, {},
                  options.limits, text);
  return build_document(std::move(path), "mht", std::move(text));
}

}  // namespace hegui
