// What stands in a paragraph: words, symbols, fields, formulas.

#include <algorithm>
#include <charconv>
#include <utility>

#include "formats/docx/docx_symbols.h"
#include "formats/docx/docx_text.h"
#include "formats/xml.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// Whether a symbol font may show a character: one of U+F000 to U+F0FF.
bool may_have_symbols(std::string_view words) {
  for (std::size_t at = words.find('\xEF'); at != words.npos; at = words.find('\xEF', at + 1))
    if (at + 1 < words.size() && static_cast<unsigned char>(words[at + 1]) <= 0x83) return true;
  return false;
}

bool is_silent(std::string_view name) {
  for (const std::string_view silent :
       {"pPr", "rPr", "delText", "delInstrText", "sdtPr", "sdtEndPr", "rt", "fldData", "listPr"})
    if (name == silent) return true;
  return false;
}

}  // namespace

void DocxReader::runs(pugi::xml_node parent, Context context, Boxes& boxes) {
  context = inside(context);
  for (const pugi::xml_node node : parent.children()) run_part(node, context, boxes);
}

void DocxReader::run_part(pugi::xml_node node, Context context, Boxes& boxes) {
  note_place(node);
  const std::string_view name = local_name(node);
  if (name == "t") return text(node);
  if (name == "r") return run(node, context, boxes);
  if (name == "tab" || name == "ptab") return add(" ");
  if (name == "br" || name == "cr") return line_break(node, context);
  if (name == "noBreakHyphen") return add("-");
  if (name == "sym") return symbol(node);
  if (name == "lastRenderedPageBreak") return page_break(true);
  if (name == "instrText") return fields_.add_instruction(node.text().get());
  if (name == "fldChar") return add(fields_.at_mark(node));
  if (name == "fldSimple") return simple_field(node, context, boxes);
  if (name == "ins" || name == "moveTo") return insertion(node, context, boxes);
  if (name == "del" || name == "moveFrom") return deletion(node, context);
  if (name == "txbxContent") return boxes.push_back(node);
  if (name == "sdt") return control(node, [&] { runs(node, context, boxes); });
  if (name == "AlternateContent") {
    const pugi::xml_node choice = child(node, "Choice");
    return left_alone([&] { runs(choice ? choice : child(node, "Fallback"), context, boxes); });
  }
  if (name == "ruby") return left_alone([&] { runs(node, context, boxes); });
  if (name == "hyperlink" && attribute(node, "anchor").starts_with("_Toc"))
    return runs_within(in_link_, node, context, boxes);
  if (mark_comment(node, name) || is_silent(name)) return;
  if (name == "oMath") return runs_within(in_math_, node, context, boxes);
  if (in_math_ && math(node, name, context, boxes)) return;
  // Word 2003: a note stands where it is referred to, a change says by an attribute what it is.
  if ((name == "footnote" || name == "endnote") && child(node, "p")) return notes_.push_back(node);
  if (name == "annotation") {
    const std::string_view type = attribute(node, "type");
    if (type == "Word.Insertion") return insertion(child(node, "content"), context, boxes);
    if (type == "Word.Deletion") return deletion(node, context);
    if (type.starts_with("Word.Comment")) return;
  }
  runs(node, context, boxes);
}

void DocxReader::runs_within(bool& state, pugi::xml_node node, const Context& context,
                             Boxes& boxes) {
  const bool outside = std::exchange(state, true);
  left_alone([&] { runs(node, context, boxes); });
  state = outside;
}

bool DocxReader::is_hidden(pugi::xml_node run_properties) const {
  const Toggle own = hidden_by(run_properties);
  if (own != Toggle::unset) return own == Toggle::on;
  if (styles_.hides_all()) return true;
  const pugi::xml_node style = child(run_properties, "rStyle");
  const bool by_character =
      style && styles_.character_style(attribute(style, "val")).hidden == Toggle::on;
  // Said twice, by the styles of paragraph and characters, it is taken back (17.7.3).
  return by_character != (style_->hidden == Toggle::on);
}

void DocxReader::run(pugi::xml_node node, Context context, Boxes& boxes) {
  const pugi::xml_node properties = child(node, "rPr");
  const pugi::xml_node around = std::exchange(run_properties_, properties);
  const bool was_hidden = std::exchange(is_hidden_, is_hidden(properties));
  const pugi::xml_node style = child(properties, "rStyle");
  const auto read = [&] { runs(node, context, boxes); };
  const bool asks = style && styles_.character_style(attribute(style, "val")).prompt;
  asks ? annotated(Annotation::Kind::prompt, read) : read();
  is_hidden_ = was_hidden;
  run_properties_ = around;
}

void DocxReader::simple_field(pugi::xml_node node, Context context, Boxes& boxes) {
  fields_.begin_simple(attribute(node, "instr"));
  runs(node, context, boxes);
  add(fields_.end());
}

/// w:sym (17.3.3.30)
void DocxReader::symbol(pugi::xml_node node) {
  const std::string_view text = attribute(node, "char");
  std::uint32_t code = 0;
  std::from_chars(text.data(), text.data() + text.size(), code, 16);
  if (code != 0) add(shown_symbol(attribute(node, "font"), code));
}

void DocxReader::text(pugi::xml_node node) {
  const char* const words = node.text().get();
  const std::uint32_t begin = here();
  add(words);
  if (here() > begin) note_stored(words, begin);
}

/// Where words lie that were added at `begin`, if they may be changed there.
void DocxReader::note_stored(const char* words, std::uint32_t begin) {
  if (left_alone_ > 0 || fields_.is_in_one() || std::string_view(out_.text).substr(begin) != words)
    return;
  const auto place = chunks_.place_of(words);
  if (!place) return;
  if (out_.stored_parts.empty() || out_.stored_parts.back() != place->part)
    out_.stored_parts.emplace_back(place->part);
  out_.stored.push_back({{begin, here()},
                         static_cast<std::uint32_t>(out_.stored_parts.size() - 1),
                         static_cast<std::uint32_t>(place->offset)});
}

void DocxReader::add(std::string_view words) {
  if (words.empty() || is_hidden_) return;
  if (fields_.reads_instruction()) return fields_.add_instruction(words);
  if (may_have_symbols(words)) {
    const pugi::xml_node fonts = child(run_properties_, "rFonts");
    append_words(out_.text, with_symbols(words, attribute(fonts, "ascii")));
  } else {
    append_words(out_.text, words);
  }
  if (words.find_first_not_of(' ') == words.npos) return;
  asked_break_ = false;
  fields_.note_words();
  (fields_.in_contents() || in_link_ ? told_before_ : told_here_) = true;
}

// --- ends of lines and pages

/// A line that holds nothing but the paragraph's number is not ended.
void DocxReader::line_break(pugi::xml_node node, const Context& context) {
  if (is_hidden_ || fields_.reads_instruction()) return;
  const bool is_empty = here() == label_.end && out_.lines.size() == first_line_;
  if (!is_empty) end_line(context);
  if (attribute(node, "type") == "page") page_break(false);
}

/// Word marks the page that a break by hand begins once more.
void DocxReader::page_break(bool rendered) {
  if (rendered) {
    has_rendered_pages_ = true;
    if (std::exchange(asked_break_, false)) return;
  } else {
    asked_break_ = true;
  }
  // The number stands on the page of the first word.
  out_.pages.push_back(here() == label_.end ? label_.begin : here());
}

// --- formulas

/// Office Math (22.1) on one line: ½ is 1/2, not 12. False for what only holds others.
bool DocxReader::math(pugi::xml_node node, std::string_view name, Context context, Boxes& boxes) {
  const auto part = [&](std::string_view before, const char* of) {
    const pugi::xml_node found = child(node, of);
    const std::uint32_t begin = here();
    add(before);
    const std::uint32_t words = here();
    if (found) runs(found, context, boxes);
    if (here() == words) out_.text.resize(begin);  // There is nothing.
  };
  // One character (ST_Char, 22.1.3): what is longer would stand at each of the formula's parts.
  const auto mark = [&](const char* of, const char* which, std::string_view otherwise) {
    const pugi::xml_node given = child(child(node, of), which);
    return first_code_points((given ? attribute(given, "val") : otherwise).substr(0, 4), 1);
  };
  if (name == "f") return part("", "num"), part("/", "den"), true;
  if (name == "sSup") return part("", "e"), part("^", "sup"), true;
  if (name == "sSubSup") return part("", "e"), part("", "sub"), part("^", "sup"), true;
  if (name == "rad") return part("√", "e"), true;
  if (name == "nary") {
    add(mark("naryPr", "chr", "∫"));
    return part("_", "sub"), part("^", "sup"), part(" ", "e"), true;
  }
  if (name == "d") {
    add(mark("dPr", "begChr", "("));
    const std::string_view separator = mark("dPr", "sepChr", "|");
    bool is_first = true;
    for (const pugi::xml_node element : node.children()) {
      if (local_name(element) != "e") continue;
      if (!std::exchange(is_first, false)) add(separator);
      runs(element, context, boxes);
    }
    add(mark("dPr", "endChr", ")"));
    return true;
  }
  return false;
}

}  // namespace hegui
