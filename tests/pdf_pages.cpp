#include "pdf_pages.h"

#include <fmt/format.h>

#include <charconv>
#include <sstream>
#include <stdexcept>

#include "text/unicode.h"

namespace hegui {
namespace {

constexpr double wide = 1, narrow = 0.5;  // Of the size.

double width_of(std::string_view text, double size) {
  return size * (display_width(text, 2) == 2 * static_cast<int>(count_code_points(text))
                     ? wide * static_cast<double>(count_code_points(text))
                     : narrow * display_width(text, 2));
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += c;
    }
  }
  return out;
}

/// UTF-16BE in hexadecimal, which are the numbers of the font's characters, too.
std::string hexadecimal(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    fmt::format_to(std::back_inserter(out), "{:04X}", static_cast<unsigned>(code & 0xFFFF));
  }
  return out;
}

std::string stream(const std::string& bytes, std::string_view keys = "") {
  return fmt::format("<< /Length {}{} >>\nstream\n{}\nendstream", bytes.size(), keys, bytes);
}

/// Each number is the character itself.
std::string to_unicode() {
  std::string map =
      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
      "1 begincodespacerange <0000> <FFFF> endcodespacerange\n";
  for (int block = 0; block < 256; block += 64) {
    map += "64 beginbfrange\n";
    for (int high = block; high < block + 64; ++high)
      fmt::format_to(std::back_inserter(map), "<{0:02X}00> <{0:02X}FF> <{0:02X}00>\n", high);
    map += "endbfrange\n";
  }
  return map + "endcmap end end";
}

}  // namespace

namespace {

/// The word that the text begins with, taken off it.
std::string_view next_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

/// nan and inf are numbers, too.
double next_number(std::string_view& text) {
  const std::string_view word = next_word(text);
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc::invalid_argument || end != word.data() + word.size())
    throw std::runtime_error("no number: " + std::string(word));
  return value;
}

}  // namespace

std::vector<DrawnPage> drawn_pages_of(std::string_view text) {
  if (valid_utf8(text).size() != text.size()) throw std::runtime_error("not UTF-8");
  std::vector<DrawnPage> pages;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    std::string_view rest = line;
    if (line.empty() || line.starts_with("//")) continue;
    if (line.starts_with("page ")) {
      next_word(rest);
      DrawnPage& page = pages.emplace_back();
      page.width = next_number(rest);
      page.height = next_number(rest);
      continue;
    }
    if (pages.empty()) throw std::runtime_error("no page: " + line);
    DrawnLine own;
    own.x = next_number(rest);
    own.y = next_number(rest);
    own.size = next_number(rest);
    own.text = rest;
    pages.back().lines.push_back(std::move(own));
  }
  return pages;
}

std::vector<DrawnPage> laid_out(std::string_view paragraphs) {
  constexpr double left = 74, top = 90, size = 16, leading = 29;
  constexpr std::size_t rows = 22;
  constexpr int columns = 56;
  std::vector<DrawnPage> pages(1);
  std::size_t row = 0;
  const auto add = [&](double x, std::string text) {
    if (row == rows) {
      pages.emplace_back();
      row = 0;
    }
    pages.back().lines.push_back({x, top + leading * static_cast<double>(row++), size, text});
  };
  std::istringstream lines{std::string(paragraphs)};
  bool is_first = true;
  for (std::string line; std::getline(lines, line);) {
    while (line.ends_with('\r') || line.ends_with(' ')) line.pop_back();
    if (line.empty()) continue;
    int used = is_first ? 0 : 4;
    std::string piece;
    const auto flush = [&](int at) {
      const double centre = left + (columns * size / 2 - width_of(piece, size)) / 2;
      add(is_first ? centre : left + at * size / 2, piece);
      piece.clear();
    };
    int begin = used;
    for (std::size_t at = 0; at < line.size();) {
      std::size_t end = at;
      next_code_point(line, end);
      const std::string character = line.substr(at, end - at);
      const int width = display_width(character, 2);
      constexpr std::string_view never_first = "，。、；：？！）》”’%";
      const bool hangs = never_first.find(character) != std::string_view::npos;
      if (used + width > columns && !hangs) {
        flush(begin);
        begin = used = 0;
      }
      piece += character;
      used += width;
      at = end;
    }
    flush(begin);
    is_first = false;
  }
  for (std::size_t i = 0; i < pages.size(); ++i)
    pages[i].lines.push_back({280, 780, 14, fmt::format("— {} —", i + 1)});
  return pages;
}

std::string pdf_of(const std::vector<DrawnPage>& pages) {
  std::vector<std::string> objects(5);
  std::string kids;
  for (const DrawnPage& page : pages) {
    std::string content;
    for (const DrawnLine& line : page.lines)
      fmt::format_to(std::back_inserter(content), "BT /F {} Tf {} {} Td <{}> Tj ET\n", line.size,
                     line.x, page.height - line.y - 0.88 * line.size, hexadecimal(line.text));
    objects.push_back(stream(content));
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {} {}] /Contents {} "
                    "0 R /Resources << /Font << /F 3 0 R >> >> >>",
                    page.width, page.height, objects.size()));
    kids += fmt::format("{} 0 R ", objects.size());
  }
  objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
  objects[1] = fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", pages.size(), kids);
  objects[2] =
      "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 "
      "R] /ToUnicode 5 0 R >>";
  objects[3] =
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) "
      "/Ordering (Identity) /Supplement 0 >> /DW 1000 /W [0 255 500] /FontDescriptor << /Type "
      "/FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent "
      "880 /Descent -120 /CapHeight 700 /StemV 80 >> >>";
  objects[4] = stream(to_unicode());
  std::string bytes = "%PDF-1.7\n";
  std::string places;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    fmt::format_to(std::back_inserter(places), "{:010} 00000 n \n", bytes.size());
    fmt::format_to(std::back_inserter(bytes), "{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t table = bytes.size();
  return bytes + fmt::format(
                     "xref\n0 {0}\n0000000000 65535 f \n{1}trailer\n<< /Size {0} /Root 1 0 "
                     "R >>\nstartxref\n{2}\n%%EOF\n",
                     objects.size() + 1, places, table);
}

std::string layout_of(const std::vector<DrawnPage>& pages) {
  std::string out = "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<body>\n<doc>\n";
  for (const DrawnPage& page : pages) {
    fmt::format_to(std::back_inserter(out), "<page width=\"{}\" height=\"{}\">\n<flow>\n<block>\n",
                   page.width, page.height);
    for (const DrawnLine& line : page.lines) {
      out += "<line>\n";
      std::string_view rest = line.text;
      double x = line.x;
      for (; !rest.empty(); x += line.size * narrow) {
        const std::string_view word = next_word(rest);
        if (word.empty()) continue;
        const double end = x + width_of(word, line.size);
        fmt::format_to(std::back_inserter(out),
                       "<word xMin=\"{}\" yMin=\"{}\" xMax=\"{}\" yMax=\"{}\">{}</word>\n", x,
                       line.y, end, line.y + line.size, escaped(word));
        x = end;
      }
      out += "</line>\n";
    }
    out += "</block>\n</flow>\n</page>\n";
  }
  return out + "</doc>\n</body>\n</html>\n";
}

std::optional<ProcessResult> run_of_pages(const std::string& program, std::span<const std::string>,
                                          std::string_view input, EndOfTime) {
  if (program != "pdftotext" || !input.starts_with(mark_of_pages)) return std::nullopt;
  return ProcessResult{.out = layout_of(drawn_pages_of(input.substr(mark_of_pages.size())))};
}

}  // namespace hegui
