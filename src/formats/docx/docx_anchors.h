#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "document/stored_file.h"
#include "formats/xml_elements.h"
#include "text/span.h"

namespace hegui {

/// Where a comment may begin or end: between two bytes of a part. `run` is parted there if it is an
/// element, and so is `text`, which lies in it.
struct CommentPoint {
  std::uint32_t at = 0;
  std::uint32_t run = XmlElement::none;
  std::uint32_t text = XmlElement::none;
  bool is_between = false;  ///< Paragraphs: the marks need one of their own.
};

/// What a comment is about.
struct CommentRange {
  CommentPoint begin = {}, end = {};
  /// The words, or the runs that hold them; else the nearest place where a comment may be.
  bool is_exact = true;
};

/// Where words of a DOCX lie in the part of its body, as far as comments can be there. They begin
/// and end in paragraphs: between what these hold, or in a run there, which two others of the same
/// look take the place of. What Word keeps together is not parted: fields, links, controls, changes
/// that are tracked, formulas, drawings with their text boxes.
class DocxAnchors {
 public:
  /// `xml` is the part, `source` what was read of it; all must outlive the anchors. Throws
  /// InputError.
  DocxAnchors(std::string_view xml, std::string_view source,
              std::span<const StoredFile::Place> places);

  const std::vector<XmlElement>& elements() const { return elements_; }
  /// Of what stands at the span in the source. Throws InputError where no comment can be.
  CommentRange range_of(Span span) const;
  /// The end of the paragraph that holds the place. The same.
  CommentRange end_of_paragraph(std::uint32_t at) const;

 private:
  static constexpr std::uint32_t none = XmlElement::none;
  /// Where an element stands, as far as a comment is concerned.
  struct Standing {
    bool is_between = false;  // Paragraphs may stand in it,
    bool is_boxed = false;    // or only in a box in it.
    std::uint32_t paragraph = none;
    std::uint32_t unit = none;  // What of the paragraph it belongs to.
  };
  /// A field that is in no other.
  struct Field {
    std::uint32_t begin = 0, end = 0;  // Of the units that its marks stand in.
    bool is_in_paragraph = false;      // One.
  };
  struct Anchor {
    std::uint32_t element = none, paragraph = none, unit = none;
    bool is_exact = false;
  };

  void find_standings();
  void find_fields();
  void find_anchors();
  Anchor anchor_at(std::uint32_t element) const;
  Anchor anchor_of(const StoredFile::Place& place) const;
  const Field* field_around(std::uint32_t at) const;
  std::uint32_t begin_of_words(std::uint32_t paragraph) const;
  bool can_be_parted(std::uint32_t run) const;
  std::size_t place_before(std::uint32_t at, bool or_at) const;
  CommentPoint point(std::size_t place, std::uint32_t at, bool is_end) const;
  CommentPoint point_in_run(const Anchor& anchor, std::size_t place, std::uint32_t at,
                            bool is_end) const;
  CommentPoint between(std::uint32_t run, std::uint32_t child, bool is_end) const;
  std::optional<std::uint32_t> place_in_words(std::uint32_t text, std::size_t place,
                                              std::uint32_t at) const;
  CommentRange around(CommentRange range) const;
  CommentRange end_of_body() const;

  std::string_view xml_, source_;
  std::span<const StoredFile::Place> places_;
  std::vector<XmlElement> elements_;
  std::vector<Standing> standings_ = {};  // By element.
  std::vector<Field> fields_ = {};
  std::vector<std::uint32_t> with_marks_ = {};  // Units that hold marks of fields.
  std::map<std::uint32_t, std::uint32_t> footnotes_ = {}, endnotes_ = {}, comments_ = {};
  std::uint32_t first_paragraph_ = none;
  std::uint32_t end_of_body_ = 0;            // 0 if there is none.
  std::vector<Anchor> anchors_ = {};         // By place; without a paragraph where there is none,
  std::vector<std::uint32_t> nearest_ = {};  // and the place that has one.
  // By element: places_in_xml() of those that were asked for. One may have thousands of findings.
  mutable std::map<std::uint32_t, std::vector<std::uint32_t>> words_ = {};
};

}  // namespace hegui
