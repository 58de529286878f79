#pragma once

#include <cstddef>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace hegui {

/// The fields around a place of a DOCX (ECMA-376-1, 17.16), innermost last:
///
///   begin  instruction  separate  result  end
///
/// An instruction may hold fields, and so may a result. A person sees results. Some kinds have none
/// in the file, because Word makes up what it shows.
class DocxFields {
 public:
  DocxFields() = default;
  /// Of all that stands in `part`.
  explicit DocxFields(pugi::xml_node part) : part_(part) {}

  /// At w:fldChar. Returns what is to be seen of the field that ends here, beside its result.
  std::string at_mark(pugi::xml_node mark);
  /// Of all that stands in a node that is not read: fields begin and end in it all the same.
  void pass_over(pugi::xml_node node);
  /// Around the children of w:fldSimple.
  void begin_simple(std::string_view instruction);
  std::string end();

  /// What stands here is no text, but part of an instruction, which add_instruction takes.
  bool reads_instruction() const { return instructions_ > 0; }
  void add_instruction(std::string_view words);
  /// A result has words.
  void note_words();
  /// What stands here is in a list that Word made: of contents, of figures, an index.
  bool in_contents() const { return contents_ > 0; }
  bool is_in_one() const { return !open_.empty(); }

 private:
  struct Field {
    std::string instruction = {};
    std::string choice = {};  // Of a form field.
    bool in_result = false;
    bool has_words = false;
    bool is_contents = false;
  };

  void find_unclosed();
  void begin(pugi::xml_node mark);
  void separate();

  std::vector<Field> open_;
  std::size_t instructions_ = 0, contents_ = 0;  // Of open_.
  pugi::xml_node part_;                          // Null when it was looked through.
  std::unordered_set<std::size_t> unclosed_;     // Marks, by hash.
};

}  // namespace hegui
