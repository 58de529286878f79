#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hegui {

/// The DOCX that a document was read from, and where its words lie there, for whoever puts
/// something into a copy of it.
struct StoredFile {
  /// From `at` on, up to the next place, words lie in one element.
  struct Place {
    enum class In : std::uint8_t {
      body,       ///< `element` is where it begins in the part, counted in UTF-8.
      footnote,   ///< Else it is the id of the note or the comment,
      endnote,    ///<
      comment,    ///<
      elsewhere,  ///< and nothing.
    };
    std::uint32_t at = 0;  ///< In Document::source.
    std::uint32_t element = 0;
    In in = In::body;
  };

  std::string bytes = {};
  std::string part = {};           ///< That has the body.
  std::vector<Place> places = {};  ///< In rising order.
};

}  // namespace hegui
