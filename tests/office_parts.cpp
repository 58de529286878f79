#include "office_parts.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8"?>
)";

bool has(const Parts& parts, std::string_view name) {
  return std::ranges::find(parts, name, &Parts::value_type::first) != parts.end();
}

std::string enclosed(std::string_view open, std::string_view inner, std::string_view close) {
  return std::string(open) + std::string(inner) + std::string(close);
}

// --- ODT

std::string odt_root(std::string_view name, std::string_view inner) {
  std::string namespaces;
  for (const std::string_view one : {"office", "style", "text", "table", "drawing", "meta"})
    namespaces += " xmlns:" + std::string(one == "drawing" ? "draw" : one) +
                  "=\"urn:oasis:names:tc:opendocument:xmlns:" + std::string(one) + ":1.0\"";
  namespaces +=
      R"( xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0")"
      R"( xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink")"
      R"( xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0")";
  return enclosed(std::string(declaration) + "<office:" + std::string(name) + namespaces +
                      " office:version=\"1.2\">\n",
                  inner, "</office:" + std::string(name) + ">\n");
}

std::string odt_content(std::string_view inner) {
  constexpr std::string_view end_of_styles = "</office:automatic-styles>\n";
  const std::size_t styles = inner.find(end_of_styles);
  const std::size_t begin = styles == inner.npos ? 0 : styles + end_of_styles.size();
  const bool has_text = inner.substr(begin).starts_with("<office:text");
  return odt_root(
      "document-content",
      std::string(inner.substr(0, begin)) +
          enclosed(has_text ? "<office:body>" : "<office:body><office:text>\n", inner.substr(begin),
                   has_text ? "</office:body>" : "</office:text></office:body>"));
}

std::string odt_of(Parts parts) {
  for (auto& [name, text] : parts) {
    if (text.starts_with("<?xml")) continue;
    if (name == "content.xml") text = odt_content(text);
    if (name == "styles.xml") text = odt_root("document-styles", text);
  }
  if (!has(parts, "mimetype"))
    parts.insert(parts.begin(), {"mimetype", "application/vnd.oasis.opendocument.text"});
  if (!has(parts, "META-INF/manifest.xml"))
    parts.emplace_back("META-INF/manifest.xml",
                       "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:"
                       "manifest:1.0\"/>");
  return docx_of(std::move(parts));
}

// --- OFD

std::string ofd_root(std::string_view name, std::string_view inner) {
  return enclosed(std::string(declaration) + "<ofd:" + std::string(name) +
                      R"( xmlns:ofd="http://www.ofdspec.org/2016">)",
                  inner, "</ofd:" + std::string(name) + ">\n");
}

std::string ofd_page(std::string_view inner) {
  if (inner.find("<ofd:Content>") != inner.npos) return ofd_root("Page", inner);
  return ofd_root(
      "Page", enclosed("<ofd:Content><ofd:Layer ID=\"9\">\n", inner, "</ofd:Layer></ofd:Content>"));
}

std::string ofd_document(const Parts& parts) {
  std::string pages, common;
  int id = 0, page = 100;
  for (const auto& [name, text] : parts) {
    const std::string location = "BaseLoc=\"" + name.substr(name.find('/') + 1) + "\"/>";
    if (name.find("/Tpls/") != name.npos)
      common += "<ofd:TemplatePage ID=\"" + std::to_string(++id) + "\" " + location;
    if (name.find("/Pages/") != name.npos)
      pages += "<ofd:Page ID=\"" + std::to_string(++page) + "\" " + location;
    if (name.ends_with("PublicRes.xml")) common += "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>";
  }
  return ofd_root("Document", enclosed("<ofd:CommonData>", common, "</ofd:CommonData>") +
                                  enclosed("<ofd:Pages>", pages, "</ofd:Pages>"));
}

std::string ofd_of(Parts parts) {
  for (auto& [name, text] : parts) {
    if (text.starts_with("<?xml")) continue;
    if (name.ends_with("Content.xml")) text = ofd_page(text);
    if (name.ends_with("Res.xml")) text = ofd_root("Res", text);
    if (name == "OFD.xml") text = ofd_root("OFD", text);
    if (name.ends_with("Document.xml")) text = ofd_root("Document", text);
  }
  if (!has(parts, "OFD.xml")) {
    parts.emplace_back("OFD.xml", ofd_root("OFD",
                                           "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml"
                                           "</ofd:DocRoot></ofd:DocBody>"));
    if (!has(parts, "Doc_0/Document.xml"))
      parts.emplace_back("Doc_0/Document.xml", ofd_document(parts));
  }
  return docx_of(std::move(parts));
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '&')
      out += "&amp;";
    else
      out += c;
  }
  return out;
}

// --- fixed layout: A4 in millimetres, 28 characters of 5.5 mm a line, 22 lines a page

constexpr double size = 5.5, left = 28, top = 40, leading = 10;
constexpr std::size_t columns = 28, rows = 22;

std::string text_object(double x, double y, std::string_view text, double steps) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) next_code_point(text, at);
  const auto number = [](double value) { return std::to_string(value); };
  return "<ofd:TextObject ID=\"9\" Boundary=\"" + number(x) + " " + number(y) +
         " 160 7\" Font=\"3\" Size=\"" + number(size) +
         "\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g " + std::to_string(count) + " " +
         number(steps) + "\">" + escaped(text) + "</ofd:TextCode></ofd:TextObject>\n";
}

/// A paragraph as lines of characters, the first one with an indent of two.
std::vector<std::u32string> broken(std::string_view paragraph) {
  std::u32string all = U"\u3000\u3000";
  for (std::size_t at = 0; at < paragraph.size();) all += next_code_point(paragraph, at);
  std::vector<std::u32string> lines;
  for (std::size_t at = 0; at < all.size(); at += columns) lines.push_back(all.substr(at, columns));
  return lines;
}

std::vector<std::string> objects_of(const std::u32string& line, double y, bool by_character) {
  std::vector<std::string> objects;
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    std::string one;
    append_utf8(one, line[i]);
    if (by_character)
      objects.push_back(text_object(left + static_cast<double>(i) * size, y, one, size));
    text += one;
  }
  if (!by_character) objects.push_back(text_object(left, y, text, size));
  return objects;
}

}  // namespace

std::string packed(std::string_view name, Parts parts) {
  if (name.ends_with(".odt")) return odt_of(std::move(parts));
  if (name.ends_with(".ofd")) return ofd_of(std::move(parts));
  return docx_of(std::move(parts));
}

Parts ofd_pages(const std::vector<std::string>& lines, bool is_shuffled) {
  std::vector<std::u32string> broken_lines;
  for (const std::string& line : lines)
    if (!line.empty()) std::ranges::move(broken(line), std::back_inserter(broken_lines));
  Parts parts{{"Doc_0/Tpls/Tpl_0/Content.xml", text_object(left, 20, "内部资料", size)}};
  for (std::size_t begin = 0, page = 0; begin < broken_lines.size(); begin += rows, ++page) {
    std::vector<std::string> objects{
        text_object(96, 275, "— " + std::to_string(page + 1) + " —", size / 2)};
    for (std::size_t i = begin; i < std::min(begin + rows, broken_lines.size()); ++i) {
      const double y = top + static_cast<double>(i - begin) * leading;
      std::ranges::move(objects_of(broken_lines[i], y, is_shuffled), std::back_inserter(objects));
    }
    if (is_shuffled) {
      // Every third, then the rest from behind: none beside its neighbour.
      std::vector<std::string> order;
      for (std::size_t i = 0; i < objects.size(); i += 3) order.push_back(objects[i]);
      for (std::size_t i = objects.size(); i-- > 0;)
        if (i % 3 != 0) order.push_back(objects[i]);
      objects = std::move(order);
    }
    std::string content = "<ofd:Template TemplateID=\"1\"/><ofd:Content><ofd:Layer ID=\"1\">\n";
    for (const std::string& object : objects) content += object;
    parts.emplace_back("Doc_0/Pages/Page_" + std::to_string(page) + "/Content.xml",
                       content + "</ofd:Layer></ofd:Content>");
  }
  return parts;
}

}  // namespace hegui
