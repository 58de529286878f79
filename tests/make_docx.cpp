// make_docx INPUT OUTPUT.docx: a DOCX for tests and benchmarks.
//
// Of an INPUT named .parts, see docx_parts.h. Of any other a line is a paragraph; one that begins
// with # or ## has the style of heading 1 or 2, whose level the reader has to find in the styles,
// because their ids say nothing.

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "docx_parts.h"

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

std::string body_of(std::istream& input) {
  std::string xml;
  for (std::string line; std::getline(input, line);) {
    if (line.ends_with('\r')) line.pop_back();
    xml += paragraph(line);
  }
  return xml;
}

hegui::Parts parts_of(std::istream& input, bool as_parts) {
  if (as_parts) return hegui::parts_of(std::string{std::istreambuf_iterator<char>(input), {}});
  return {{"word/document.xml", body_of(input)}, {"word/styles.xml", std::string(styles)}};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_docx INPUT OUTPUT.docx\n";
    return 2;
  }
  try {
    std::ifstream input(arguments[1], std::ios::binary);
    if (!input) throw std::runtime_error("cannot read");
    std::ofstream output(arguments[2], std::ios::binary);
    output << hegui::docx_of(parts_of(input, std::string_view(arguments[1]).ends_with(".parts")));
    if (!output.flush()) throw std::runtime_error("cannot write");
  } catch (const std::exception& error) {
    std::cerr << "make_docx: " << error.what() << ": " << arguments[1] << " → " << arguments[2]
              << '\n';
    return 2;
  }
  return 0;
}
