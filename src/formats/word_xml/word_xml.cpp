// The XML files of Word: the parts of a DOCX in one file (flat OPC, from Word 2007 on),
//
//   pkg:package / pkg:part [@pkg:name] / pkg:xmlData | pkg:binaryData (base64)
//
// and the document of Word 2003 (w:wordDocument), which has styles, page headers and notes inside
// and keeps the numbers that it counted. Both are often named .doc.

#include <map>
#include <optional>
#include <utility>

#include "formats/docx/docx_package.h"
#include "formats/extracted_text.h"
#include "formats/format.h"
#include "formats/mht/transfer.h"
#include "formats/xml.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

class FlatPackage : public DocxPackage {
 public:
  explicit FlatPackage(pugi::xml_node package) {
    for (const pugi::xml_node part : package.children()) {
      std::string_view name = attribute(part, "name");
      if (name.starts_with('/')) name.remove_prefix(1);
      if (local_name(part) == "part") parts_.emplace(lower(name), part);
    }
  }

  bool has(const std::string& part) override { return parts_.contains(lower(part)); }
  void with(const std::string& part, const UseRoot& use) override {
    const pugi::xml_node data = child(parts_.at(lower(part)), "xmlData");
    for (const pugi::xml_node root : data.children())
      if (root.type() == pugi::node_element) return use(root);
    throw InputError(say("文件损坏：“{}”里没有 XML", "the file is damaged: no XML in “{}”", part));
  }
  std::string bytes(const std::string& part) override {
    return from_base64(child(parts_.at(lower(part)), "binaryData").text().get());
  }

 private:
  std::map<std::string, pugi::xml_node> parts_;
};

/// There are no other files in a document of Word 2003.
class NoChunks : public DocxChunks {
 public:
  Document read(std::string_view) override {
    throw InputError(say("文件损坏：缺少嵌入的一部分正文",
                         "the file is damaged: a part of its text that is embedded is missing"));
  }
  std::optional<StoredPlace> place_of(const char* /*words*/) override { return std::nullopt; }
};

/// Page headers and footers stand in the properties of sections, wherever they are.
void read_page_parts(pugi::xml_node node, std::size_t depth, DocxReader& reader) {
  if (depth == 0) return;
  for (const pugi::xml_node part : node.children()) {
    const std::string_view name = local_name(part);
    if (name == "hdr" || name == "ftr")
      reader.read_part(part, name == "hdr" ? Zone::header : Zone::footer);
    else if (name != "r")
      read_page_parts(part, depth - 1, reader);
  }
}

ExtractedText read_word_2003(pugi::xml_node document, const Limits& limits) {
  const pugi::xml_node body = child(document, "body");
  if (!body)
    throw InputError(say("“{}”里没有正文", "“{}” contains no document text", "wordDocument"));
  NoChunks none;
  DocxReader reader(DocxStyles(child(document, "styles")), {}, none, limits);
  reader.read_body(body);
  read_page_parts(body, limits.nesting, reader);
  return reader.finish();
}

}  // namespace

bool is_word_xml(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  std::erase(head, '\0');  // UTF-16 of what is asked for here.
  const std::size_t begin = head.find("<?xml");
  if (begin == head.npos || begin > 16) return false;
  return head.find("<pkg:package") != head.npos || head.find(":wordDocument") != head.npos ||
         head.find("progid=\"Word.Document\"") != head.npos;
}

Document read_word_xml(std::string path, std::string bytes, const ReadOptions& options) {
  std::optional<ExtractedText> text;
  {
    const XmlPart xml(path, std::move(bytes));
    if (local_name(xml.root()) == "wordDocument") {
      text = read_word_2003(xml.root(), options.limits);
    } else if (local_name(xml.root()) == "package") {
      FlatPackage package(xml.root());
      text = read_package(package, options);
    }
    if (!text)
      throw InputError(say("这个 XML 文件不是 Word 文档，请用 Word 或 WPS 另存为 DOCX",
                           "this XML file is no Word document; save it as DOCX"));
  }
  return build_document(std::move(path), "word-xml", std::move(*text));
}

}  // namespace hegui
