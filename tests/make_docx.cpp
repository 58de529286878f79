// make_docx INPUT.txt OUTPUT.docx: a DOCX of a text, for tests and benchmarks.
//
// A line is a paragraph. One that begins with # or ## has the style of heading 1 or 2, whose level
// the reader has to find in the styles, because their ids say nothing.

#include <zip.h>

#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr std::string_view word =
    R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

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

std::string document_of(std::istream& input) {
  std::string xml = std::string(head) + "<w:document " + std::string(word) + "><w:body>";
  for (std::string line; std::getline(input, line);) {
    if (line.ends_with('\r')) line.pop_back();
    xml += paragraph(line);
  }
  return xml + "</w:body></w:document>";
}

std::string styles() {
  std::string xml = std::string(head) + "<w:styles " + std::string(word) + ">" +
                    R"(<w:style w:type="paragraph" w:default="1" w:styleId="a">)"
                    R"(<w:name w:val="Normal"/></w:style>)";
  for (const char* level : {"0", "1"}) {
    const std::string number(1, static_cast<char>(level[0] + 1));
    xml += R"(<w:style w:type="paragraph" w:styleId=")" + number + R"("><w:name w:val="heading )" +
           number + R"("/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val=")" + level +
           R"("/></w:pPr></w:style>)";
  }
  return xml + "</w:styles>";
}

std::string relations(std::string_view type, std::string_view target) {
  const std::string office = "http://schemas.openxmlformats.org/";
  return std::string(head) + "<Relationships xmlns=\"" + office +
         "package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + office +
         "officeDocument/2006/relationships/" + std::string(type) + "\" Target=\"" +
         std::string(target) + "\"/></Relationships>";
}

std::string content_types() {
  const std::string office = "application/vnd.openxmlformats-";
  const std::string main = "officedocument.wordprocessingml.";
  return std::string(head) +
         R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
         R"(<Default Extension="rels" ContentType=")" +
         office + R"(package.relationships+xml"/><Default Extension="xml" )" +
         R"(ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType=")" +
         office + main + R"(document.main+xml"/><Override PartName="/word/styles.xml" )" +
         R"(ContentType=")" + office + main + R"(styles+xml"/></Types>)";
}

bool write_archive(const char* path,
                   const std::vector<std::pair<std::string, std::string>>& parts) {
  int error = 0;
  zip_t* archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (!archive) return false;
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    // The same input gives the same bytes.
    if (index < 0 ||
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 1'700'000'000, 0) < 0) {
      zip_discard(archive);
      return false;
    }
  }
  return zip_close(archive) == 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_docx INPUT.txt OUTPUT.docx\n";
    return 2;
  }
  std::ifstream input(arguments[1], std::ios::binary);
  if (!input) {
    std::cerr << "make_docx: cannot read " << arguments[1] << '\n';
    return 2;
  }
  if (!write_archive(arguments[2],
                     {{"[Content_Types].xml", content_types()},
                      {"_rels/.rels", relations("officeDocument", "word/document.xml")},
                      {"word/_rels/document.xml.rels", relations("styles", "styles.xml")},
                      {"word/document.xml", document_of(input)},
                      {"word/styles.xml", styles()}})) {
    std::cerr << "make_docx: cannot write " << arguments[2] << '\n';
    return 2;
  }
  return 0;
}
