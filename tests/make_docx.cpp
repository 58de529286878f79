// make_docx INPUT OUTPUT: a DOCX, ODT or OFD, as OUTPUT is named, for tests and benchmarks.
//
// Of an INPUT named .parts, see docx_parts.h and office_parts.h. Of any other a line is a
// paragraph; one that begins with # or ## has the style of heading 1 or 2, whose level the reader
// has to find in the styles, because their ids say nothing. In an OFD it is one of the text, whose
// lines stand on pages; named .shuffled.ofd, in no order and character by character.

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "office_parts.h"

namespace {

constexpr std::string_view styles =
    R"(<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
)";

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

std::string paragraph(std::string_view line) {
  std::string style;
  for (const auto& [mark, id] : {std::pair("## ", "2"), std::pair("# ", "1")})
    if (line.starts_with(mark)) {
      style = std::string("<w:pPr><w:pStyle w:val=\"") + id + "\"/></w:pPr>";
      line.remove_prefix(std::string_view(mark).size());
      break;
    }
  if (line.empty()) return "<w:p/>";
  return "<w:p>" + style + "<w:r><w:t xml:space=\"preserve\">" + escaped(line) +
         "</w:t></w:r></w:p>";
}

std::string odt_paragraph(std::string_view line) {
  for (const auto& [mark, level] : {std::pair("## ", "2"), std::pair("# ", "1")})
    if (line.starts_with(mark))
      return std::string("<text:h text:outline-level=\"") + level + "\">" +
             escaped(line.substr(std::string_view(mark).size())) + "</text:h>\n";
  return "<text:p>" + escaped(line) + "</text:p>\n";
}

std::vector<std::string> lines_of(std::istream& input) {
  std::vector<std::string> lines;
  for (std::string line; std::getline(input, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(std::move(line));
  }
  return lines;
}

hegui::Parts parts_of(std::istream& input, std::string_view output) {
  const std::vector<std::string> lines = lines_of(input);
  if (output.ends_with(".ofd")) return hegui::ofd_pages(lines, output.ends_with(".shuffled.ofd"));
  const bool is_odt = output.ends_with(".odt");
  std::string body;
  for (const std::string& line : lines) body += is_odt ? odt_paragraph(line) : paragraph(line);
  if (is_odt) return {{"content.xml", body}};
  return {{"word/document.xml", body}, {"word/styles.xml", std::string(styles)}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_docx INPUT OUTPUT\n";
    return 2;
  }
  try {
    std::ifstream input(arguments[1], std::ios::binary);
    if (!input) throw std::runtime_error("cannot read");
    std::ofstream output(arguments[2], std::ios::binary);
    const bool is_parts = std::string_view(arguments[1]).ends_with(".parts");
    const std::string text{
        is_parts ? std::istreambuf_iterator<char>(input) : std::istreambuf_iterator<char>(), {}};
    output << hegui::packed(arguments[2],
                            is_parts ? hegui::parts_of(text) : parts_of(input, arguments[2]));
    if (!output.flush()) throw std::runtime_error("cannot write");
  } catch (const std::exception& error) {
    std::cerr << "make_docx: " << error.what() << ": " << arguments[1] << " → " << arguments[2]
              << '\n';
    return 2;
  }
  return 0;
}
