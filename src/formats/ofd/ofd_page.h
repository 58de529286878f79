#pragma once

#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/format.h"

namespace hegui {

/// A character on a page. Lengths are in millimetres, y grows downwards.
struct OfdGlyph {
  double x = 0;  ///< Where it begins on its base line,
  double y = 0;  ///< and where that is.
  double size = 0;
  double advance = 0;  ///< How far the next one stands.
  char32_t code = 0;
};

/// A number of the list, which is taken off; 0 for what is none.
double next_number(std::string_view& list);

/// How points of an object stand on what it lies on (GB/T 33190-2016, 8.5): x' = ax + cy + e,
/// y' = bx + dy + f.
struct OfdMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;
};

/// Collects the characters of pages.
class OfdPageReader {
 public:
  explicit OfdPageReader(const Limits& limits) : limits_(limits) {}

  /// Units of vector graphics by the ids of the resources that define them; the nodes must live as
  /// long as pages are read.
  std::map<std::string, pugi::xml_node, std::less<>>& units() { return units_; }

  /// `node` is the content of a page or of its template. Throws InputError over a limit.
  void read(pugi::xml_node node) { objects(node, {}, 0); }
  /// What was read since the last call.
  std::vector<OfdGlyph> take();

 private:
  void objects(pugi::xml_node parent, const OfdMatrix& matrix, std::size_t depth);
  void object(pugi::xml_node node, const OfdMatrix& matrix, std::size_t depth);
  void composite(pugi::xml_node node, const OfdMatrix& matrix, std::size_t depth);
  void text(pugi::xml_node node, const OfdMatrix& matrix);
  void text_code(pugi::xml_node node, const OfdMatrix& matrix, double size, double x, double y);

  Limits limits_;
  std::map<std::string, pugi::xml_node, std::less<>> units_;
  std::set<std::string, std::less<>> drawn_;  // Units around the open one: one may refer to itself.
  std::vector<OfdGlyph> glyphs_;
  std::size_t objects_ = 0;  // Of all pages: few units can stand for very many.
};

}  // namespace hegui
