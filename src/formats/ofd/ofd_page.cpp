// Text of a page (GB/T 33190-2016, 11): where each character stands follows from the object's
// boundary and matrix, the start of the text code and the steps between its characters. Which
// order objects have in the file says nothing; attachments, signatures and annotations lie in other
// files and are not read.

#include "formats/ofd/ofd_page.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "formats/xml.h"
#include "text/input_error.h"
#include "text/unicode.h"

namespace hegui {

double next_number(std::string_view& list) {
  constexpr double largest = 1e7;
  list.remove_prefix(std::min(list.find_first_not_of(" \t\r\n,"), list.size()));
  double value = 0;
  const auto [end, error] = std::from_chars(list.data(), list.data() + list.size(), value);
  const bool is_number = error == std::errc() && std::isfinite(value);
  const auto length = static_cast<std::size_t>(end - list.data());
  list.remove_prefix(is_number ? length : std::min(list.find_first_of(" \t\r\n,"), list.size()));
  return is_number ? std::clamp(value, -largest, largest) : 0;
}

namespace {

constexpr std::size_t most_objects = 2'000'000;  // Of a document.
constexpr std::size_t most_glyphs = 1'000'000;   // Of a page; a full one has three thousand.

double number(pugi::xml_node node, std::string_view name, double otherwise) {
  std::string_view text = attribute(node, name);
  return text.empty() ? otherwise : next_number(text);
}

/// 5 5 7, or with runs: g 12 5 7 is twelve fives and a seven (11.3, table 46).
std::vector<double> steps_of(std::string_view list, std::size_t most) {
  std::vector<double> steps;
  while (steps.size() < most) {
    list.remove_prefix(std::min(list.find_first_not_of(" \t\r\n,"), list.size()));
    if (list.empty()) break;
    if (list.front() == 'g' || list.front() == 'G') {
      list.remove_prefix(1);
      const double count = std::clamp(next_number(list), 0.0, static_cast<double>(most));
      const double step = next_number(list);
      steps.insert(steps.end(), std::min(static_cast<std::size_t>(count), most - steps.size()),
                   step);
    } else {
      steps.push_back(next_number(list));
    }
  }
  return steps;
}

/// First `inner`, then `outer`.
OfdMatrix product(const OfdMatrix& inner, const OfdMatrix& outer) {
  return {.a = outer.a * inner.a + outer.c * inner.b,
          .b = outer.b * inner.a + outer.d * inner.b,
          .c = outer.a * inner.c + outer.c * inner.d,
          .d = outer.b * inner.c + outer.d * inner.d,
          .e = outer.a * inner.e + outer.c * inner.f + outer.e,
          .f = outer.b * inner.e + outer.d * inner.f + outer.f};
}

/// Where an object's own points stand on the page: its matrix, then the corner of its boundary.
OfdMatrix matrix_of(pugi::xml_node object, const OfdMatrix& around) {
  OfdMatrix own;
  if (std::string_view list = attribute(object, "CTM"); !list.empty())
    for (double* const entry : {&own.a, &own.b, &own.c, &own.d, &own.e, &own.f})
      *entry = next_number(list);
  std::string_view boundary = attribute(object, "Boundary");
  const double x = next_number(boundary), y = next_number(boundary);
  own.e += x;
  own.f += y;
  return product(own, around);
}

/// Its characters; line ends in the file are none.
std::u32string characters_of(pugi::xml_node node) {
  std::string_view text = node.text().get();
  constexpr std::string_view ends = "\t\r\n";
  // Where the file was laid out for people, blanks stand around the text.
  if (text.find_first_of(ends) != std::string_view::npos) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  }
  std::string words;
  append_words(words, text);
  std::u32string codes;
  for (std::size_t at = 0; at < words.size();) codes += next_code_point(words, at);
  return codes;
}

}  // namespace

std::vector<OfdGlyph> OfdPageReader::take() { return std::exchange(glyphs_, {}); }

void OfdPageReader::objects(pugi::xml_node parent, const OfdMatrix& matrix, std::size_t depth) {
  if (depth > limits_.nesting)
    throw InputError(say("正文的嵌套超过 {} 层", "the text is nested more than {} levels deep",
                         limits_.nesting));
  for (const pugi::xml_node node : parent.children()) object(node, matrix, depth);
}

void OfdPageReader::object(pugi::xml_node node, const OfdMatrix& matrix, std::size_t depth) {
  if (++objects_ > most_objects)
    throw InputError(
        say("页面上的对象超过 {} 个", "more than {} objects on the pages", most_objects));
  const std::string_view name = local_name(node);
  if (attribute(node, "Visible") == "false") return;
  if (name == "TextObject") return text(node, matrix);
  if (name == "CompositeObject") return composite(node, matrix, depth);
  for (const std::string_view known : {"Content", "Layer", "PageBlock"})
    if (name == known) return objects(node, matrix, depth + 1);
}

void OfdPageReader::composite(pugi::xml_node node, const OfdMatrix& matrix, std::size_t depth) {
  const auto unit = units_.find(attribute(node, "ResourceID"));
  if (unit == units_.end()) return;
  const auto [open, is_new] = drawn_.insert(unit->first);
  if (!is_new) return;
  objects(unit->second, matrix_of(node, matrix), depth + 1);
  drawn_.erase(open);
}

void OfdPageReader::text(pugi::xml_node node, const OfdMatrix& around) {
  const OfdMatrix matrix = matrix_of(node, around);
  const double size = number(node, "Size", 1);
  double x = 0, y = 0;
  for (const pugi::xml_node code : node.children()) {
    if (local_name(code) != "TextCode") continue;
    // One without a start has that of the one before.
    x = number(code, "X", x);
    y = number(code, "Y", y);
    text_code(code, matrix, size, x, y);
  }
}

void OfdPageReader::text_code(pugi::xml_node node, const OfdMatrix& matrix, double size, double x,
                              double y) {
  const std::u32string codes = characters_of(node);
  const std::vector<double> across = steps_of(attribute(node, "DeltaX"), codes.size());
  const std::vector<double> down = steps_of(attribute(node, "DeltaY"), codes.size());
  const double scale = std::sqrt(std::abs(matrix.a * matrix.d - matrix.b * matrix.c));
  if (glyphs_.size() + codes.size() > most_glyphs)
    throw InputError(say("一页的字超过 {} 个", "more than {} characters on a page", most_glyphs));
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const double wide = display_width(codes[i], 2) > 1 ? size : size / 2;
    // What is not said is left to the font.
    const double step_down = i < down.size() ? down[i] : 0;
    const double step = i < across.size() ? across[i] : step_down != 0 ? 0 : wide;
    // A step a little larger than the character is as wide as that, a larger one is a gap.
    const double advance = step > 0 && step < 1.1 * size ? std::max(step, wide / 2) : wide;
    glyphs_.push_back({.x = matrix.a * x + matrix.c * y + matrix.e,
                       .y = matrix.b * x + matrix.d * y + matrix.f,
                       .size = size * scale,
                       .advance = advance * scale,
                       .code = codes[i]});
    x += step;
    y += step_down;
  }
}

}  // namespace hegui
