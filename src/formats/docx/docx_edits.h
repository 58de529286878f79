#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/docx/docx_anchors.h"

namespace hegui {

/// Changes of a text, by where they are in it.
class TextEdits {
 public:
  /// Several at one place stand in the order in which they come.
  void insert(std::uint32_t at, std::string words) { edits_.push_back({at, 0, std::move(words)}); }
  void remove(std::uint32_t begin, std::uint32_t end) {
    edits_.push_back({begin, end - begin, {}});
  }
  std::string applied_to(std::string_view text);

 private:
  struct Edit {
    std::uint32_t at = 0, removed = 0;
    std::string words = {};
  };
  std::vector<Edit> edits_ = {};
};

/// The namespace of a part of WordprocessingML, and how elements of it are written there.
struct WordNames {
  std::string prefix = {};       ///< "w:"
  std::string declaration = {};  ///< What such an element needs before its attributes, or nothing.
  std::string uri = {};

  /// As the root has it. Throws InputError for a root without a namespace.
  WordNames(std::string_view xml, const XmlElement& root);
};

/// The marks of a comment of that number.
struct CommentMark {
  CommentRange range = {};
  std::uint32_t id = 0;
};

/// Puts the marks into the part of the body.
void add_marks(std::string_view xml, const std::vector<XmlElement>& elements,
               const WordNames& names, const std::vector<CommentMark>& marks, TextEdits& edits);

}  // namespace hegui
