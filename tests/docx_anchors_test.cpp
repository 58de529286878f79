#include "formats/docx/docx_anchors.h"

#include <string>

#include "catch.hpp"
#include "formats/docx/docx_edits.h"
#include "formats/docx/docx_words.h"
#include "text/input_error.h"

using namespace hegui;

namespace {

using Places = std::vector<std::uint32_t>;

/// Where a comment comes to stand that is about nothing in the body.
std::string behind_point(const std::string& xml) {
  const DocxAnchors anchors(xml, "", {});
  const CommentRange range = anchors.range_of({0, 0});
  CHECK(range.begin.is_between);
  return xml.substr(range.begin.at);
}

}  // namespace

TEST_CASE("a comment about nothing in the body stands at its end", "[docx]") {
  CHECK(behind_point("<w:document><w:body><w:altChunk/><w:sectPr/></w:body></w:document>") ==
        "<w:sectPr/></w:body></w:document>");
  CHECK(behind_point("<w:document><w:body><w:sectPr/></w:body></w:document>") ==
        "<w:sectPr/></w:body></w:document>");
  CHECK(behind_point("<w:document><w:body></w:body></w:document>") == "</w:body></w:document>");
  CHECK_THROWS_AS(behind_point("<w:document><w:body/></w:document>"), InputError);
  CHECK_THROWS_AS(behind_point("<w:document/>"), InputError);
}

TEST_CASE("characters of words are found where they are written", "[docx]") {
  CHECK(places_in_xml("a&amp;b", "a&bc") == Places{0, 1, 6, 7});
  CHECK(places_in_xml("字&#x5B57;", "字字") == Places{0, 0, 0, 3, 3, 3, 11});
  CHECK(places_in_xml("a\r\nb", "a b") == Places{0, 1, 3, 4});
  CHECK(places_in_xml("a\x01\x7F"
                      "b",
                      "ab") == Places{0, 3, 4});
  CHECK(places_in_xml("", "ab") == Places{0});
  CHECK(places_in_xml("ab", "ac").empty());
  CHECK(places_in_xml("ab", "a").empty());
  // What XML cannot hold stands there as U+FFFD.
  CHECK(places_in_xml("a\uFFFD\uFFFD b", "a\x01\x7F\tb") == Places{0, 1, 4, 7, 8, 9});
}

TEST_CASE("the namespace of a part is found however it is declared", "[docx]") {
  const auto names_of = [](const std::string& xml) {
    const std::vector<XmlElement> elements = xml_elements(xml);
    return WordNames(xml, elements.front());
  };
  for (const std::string declared :
       {"xmlns:w=\"u\"", "xmlns:w='u'", "xmlns:w = \"u\"", "a='xmlns:w=' xmlns:w\n=\n'u'"}) {
    const WordNames names = names_of("<w:a " + declared + "><w:b xmlns:wp='v'/></w:a>");
    CHECK(names.uri == "u");
    CHECK(names.prefix == "w:");
    CHECK(names.declaration.empty());
  }
  CHECK(names_of("<a xmlns='u'/>").declaration == " xmlns:w=\"u\"");
  CHECK(names_of("<w:a xmlns:w='u'><b xmlns:w ='v'/></w:a>").declaration == " xmlns:w=\"u\"");
  CHECK_THROWS_AS(names_of("<w:a xmlns:x='u'/>"), InputError);
}
