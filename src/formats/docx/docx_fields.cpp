#include "formats/docx/docx_fields.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "formats/docx/docx_symbols.h"
#include "formats/xml.h"
#include "text/strings.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_instruction = 4096;  // Bytes; what is behind them says nothing here.
constexpr int deepest_formula = 16;

/// The first word, in small letters.
std::string kind_of(std::string_view instruction) {
  const std::string_view words = trimmed(instruction);
  return lower(words.substr(0, words.find_first_of(" \\(\"")));
}

/// 21 in a circle: ㉑. What has no such character stands as it is.
std::string circled(std::string_view words) {
  const auto shown = [](char32_t code) {
    std::string text;
    append_utf8(text, code);
    return text;
  };
  int number = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
  if (error == std::errc() && end == words.data() + words.size()) {
    if (number >= 1 && number <= 20) return shown(U'①' + static_cast<char32_t>(number - 1));
    if (number >= 21 && number <= 35) return shown(U'㉑' + static_cast<char32_t>(number - 21));
    if (number >= 36 && number <= 50) return shown(U'㊱' + static_cast<char32_t>(number - 36));
    return "(" + std::string(words) + ")";
  }
  if (words.size() == 1 && words[0] >= 'a' && words[0] <= 'z')
    return shown(U'ⓐ' + static_cast<char32_t>(words[0] - 'a'));
  if (words.size() == 1 && words[0] >= 'A' && words[0] <= 'Z')
    return shown(U'Ⓐ' + static_cast<char32_t>(words[0] - 'A'));
  constexpr std::string_view numbers = "一二三四五六七八九十";
  if (const std::size_t at = numbers.find(words); words.size() == 3 && at != numbers.npos)
    return shown(U'㊀' + static_cast<char32_t>(at / 3));
  return std::string(words);
}

bool is_circle(std::string_view words) {
  return words == "○" || words == "〇" || words == "◯" || words == "О" || words == "O";
}

bool is_frame(std::string_view words) {
  return words == "□" || words == "△" || words == "◇" || words == "￡";
}

/// EQ (17.16.5.17): \f(1,2), \r(x), \o\ac(○,21), \s\up5(2), words; of phonetic guides also switches
/// of format: \* jc2 \* "Font:宋体" \o\ad(\s\up 9(lǜ),率).
class Formula {
 public:
  explicit Formula(std::string_view text) : text_(text) {}

  std::string read(int depth = 0) {
    std::string out;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != ';' && text_[at_] != ')') {
      if (text_[at_] == '\\')
        out += element(depth);
      else if (text_[at_] == '(')
        out += "(" + joined(arguments(depth), ",") + ")";
      else
        out += text_[at_++];
    }
    return std::string(trimmed(out));
  }

 private:
  static std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i)
      (out += i > 0 ? between : std::string_view()) += parts[i];
    return out;
  }

  /// Of (a,b); its marks are there or the text ends.
  std::vector<std::string> arguments(int depth) {
    std::vector<std::string> found;
    do {
      ++at_;
      found.push_back(depth < deepest_formula ? read(depth + 1) : std::string());
      // Too deep to be read, and skipped.
      while (depth >= deepest_formula && at_ < text_.size() && text_[at_] != ')') ++at_;
    } while (at_ < text_.size() && text_[at_] != ')');
    at_ = std::min(at_ + 1, text_.size());
    return found;
  }

  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  /// \* MERGEFORMAT, \* "Font:宋体" (17.16.4.3): of the result, not in it.
  void skip_format() {
    ++at_;
    skip_blanks();
    const bool is_quoted = at_ < text_.size() && text_[at_] == '"';
    const std::size_t end = text_.find_first_of(is_quoted ? "\"" : " \\(,)", at_ + is_quoted);
    at_ = std::min(end, text_.size() - is_quoted) + is_quoted;
    skip_blanks();
  }

  /// How far an option goes: \up 9(…).
  void skip_number() {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
    while (end < text_.size() && text_[end] == ' ') ++end;
    if (end < text_.size() && (text_[end] == '(' || text_[end] == '\\')) at_ = end;
  }

  /// A switch with its options and arguments: \o \ac \hs3 (…).
  std::string element(int depth) {
    std::string name;
    while (at_ < text_.size() && text_[at_] == '\\') {
      const std::size_t begin = ++at_;
      if (at_ < text_.size() &&
          (text_[at_] == ',' || text_[at_] == '(' || text_[at_] == ')' || text_[at_] == '\\'))
        return std::string(1, text_[at_++]);  // The mark itself.
      if (name.empty() && at_ < text_.size() && text_[at_] == '*') {
        skip_format();
        return {};
      }
      while (at_ < text_.size() && text_[at_] != '\\' && text_[at_] != '(' && text_[at_] != ' ')
        ++at_;
      if (name.empty()) name = lower(text_.substr(begin, at_ - begin));
      skip_blanks();
      skip_number();
    }
    if (at_ >= text_.size() || text_[at_] != '(') return {};
    // A phonetic guide stands above the characters that it is of, and is none of the text.
    const bool is_guided = name == "o" && lower(text_.substr(at_ + 1, 5)) == "\\s\\up";
    const std::vector<std::string> parts = arguments(depth);
    if (is_guided && parts.size() == 2) return parts[1];
    if (name == "o") return overstruck(parts);
    if (name == "f") return joined(parts, "/");
    if (name == "r") return "√" + parts.back();
    if (name == "b") return "(" + joined(parts, ",") + ")";
    return joined(parts, name == "a" ? " " : name == "l" ? "," : "");
  }

  static std::string overstruck(const std::vector<std::string>& parts) {
    if (parts.size() == 2 && is_circle(parts[0])) return circled(parts[1]);
    if (parts.size() == 2 && is_circle(parts[1])) return circled(parts[0]);
    if (parts.size() == 2 && is_frame(parts[0])) return parts[1];
    if (parts.size() == 2 && is_frame(parts[1])) return parts[0];
    return joined(parts, "");
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// SYMBOL 179 \f "Symbol" (17.16.5.60).
std::string symbol_of(std::string_view arguments) {
  int code = 0;
  arguments = trimmed(arguments);
  const bool is_hexadecimal = lower(arguments.substr(0, 2)) == "0x";
  const char* const first = arguments.data() + (is_hexadecimal ? 2 : 0);
  std::from_chars(first, arguments.data() + arguments.size(), code, is_hexadecimal ? 16 : 10);
  if (code <= 0 || code > 0xFFFF) return {};
  std::string_view font = "Symbol";
  if (const std::size_t said = arguments.find("\\f"); said != arguments.npos) {
    font = arguments.substr(said + 2);
    font.remove_prefix(std::min(font.find_first_not_of(" \""), font.size()));
    font = font.substr(0, font.find_first_of("\"\\"));
  }
  return shown_symbol(font, static_cast<char32_t>(code));
}

/// What a field without a result shows; nothing where Word has to compute it.
std::string shown_by(std::string_view instruction) {
  const std::string kind = kind_of(instruction);
  const std::string_view arguments = trimmed(instruction).substr(kind.size());
  if (kind == "eq") return Formula(arguments).read();
  if (kind == "symbol") return symbol_of(arguments);
  return {};
}

bool lists_contents(std::string_view instruction) {
  const std::string kind = kind_of(instruction);
  return kind == "toc" || kind == "index" || kind == "toa";
}

/// What a form field (17.16.17) shows: the entry that was chosen, or its box.
std::string choice_of(pugi::xml_node data) {
  if (const pugi::xml_node list = child(data, "ddList")) {
    const int by_default = number_attribute(child(list, "default"), "val", 0);
    int chosen = number_attribute(child(list, "result"), "val", by_default);
    for (const pugi::xml_node entry : list.children())
      if (local_name(entry) == "listEntry" && chosen-- == 0)
        return std::string(attribute(entry, "val"));
  }
  if (const pugi::xml_node box = child(data, "checkBox")) {
    const pugi::xml_node checked = child(box, child(box, "checked") ? "checked" : "default");
    return is_on(checked) ? "☑" : "☐";
  }
  return {};
}

/// What was deleted is not read, and a text box has fields of its own.
bool is_passed_over(pugi::xml_node node) {
  const std::string_view name = local_name(node);
  return name == "del" || name == "moveFrom" || name == "txbxContent";
}

/// All that stands in `root`, and that itself, in reading order.
template <typename Use>
void each_part(pugi::xml_node root, Use use) {
  pugi::xml_node node = root;
  while (node) {
    use(node);
    pugi::xml_node next =
        node != root && is_passed_over(node) ? pugi::xml_node() : node.first_child();
    for (; !next && node && node != root; node = node.parent()) next = node.next_sibling();
    node = next;
  }
}

}  // namespace

void DocxFields::pass_over(pugi::xml_node node) {
  each_part(node, [&](pugi::xml_node part) {
    const std::string_view name = local_name(part);
    if (name == "fldChar") at_mark(part);
    if (name == "instrText") add_instruction(part.text().get());
  });
}

/// A field that nothing ends would take all that follows for its instruction.
void DocxFields::find_unclosed() {
  std::vector<std::size_t> begun;
  each_part(std::exchange(part_, {}), [&](pugi::xml_node node) {
    if (local_name(node) != "fldChar") return;
    const std::string_view type = attribute(node, "fldCharType");
    if (type == "begin") begun.push_back(node.hash_value());
    if (type == "end" && !begun.empty()) begun.pop_back();
  });
  unclosed_.insert(begun.begin(), begun.end());
}

void DocxFields::begin(pugi::xml_node mark) {
  if (unclosed_.contains(mark.hash_value())) return;
  open_.push_back({.choice = choice_of(child(mark, "ffData"))});
  ++instructions_;
}

void DocxFields::separate() {
  if (open_.empty() || open_.back().in_result) return;
  Field& field = open_.back();
  field.in_result = true;
  field.is_contents = lists_contents(field.instruction);
  --instructions_;
  contents_ += field.is_contents;
}

std::string DocxFields::at_mark(pugi::xml_node mark) {
  find_unclosed();
  const std::string_view type = attribute(mark, "fldCharType");
  if (type == "begin") begin(mark);
  if (type == "separate") separate();
  return type == "end" ? end() : std::string();
}

void DocxFields::begin_simple(std::string_view instruction) {
  open_.push_back({.instruction = std::string(instruction.substr(0, longest_instruction))});
  ++instructions_;
  separate();
}

std::string DocxFields::end() {
  if (open_.empty()) return {};
  const Field field = std::move(open_.back());
  open_.pop_back();
  if (field.in_result)
    contents_ -= field.is_contents;
  else
    --instructions_;
  if (field.has_words) {
    note_words();
    return {};
  }
  return field.choice.empty() ? shown_by(field.instruction) : field.choice;
}

void DocxFields::add_instruction(std::string_view words) {
  if (open_.empty()) return;
  std::string& instruction = open_.back().instruction;
  if (instruction.size() < longest_instruction)
    instruction += words.substr(0, longest_instruction - instruction.size());
}

void DocxFields::note_words() {
  if (!open_.empty()) open_.back().has_words = true;
}

}  // namespace hegui
