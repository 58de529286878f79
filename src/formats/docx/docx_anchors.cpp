// Where a comment may be. Of an element only the way down to it counts:
//
//   document / body / … tbl / tr / tc … / p / unit / …
//
// Above the paragraph stands nothing but what holds paragraphs; a unit is what stands right in it.

#include "formats/docx/docx_anchors.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "formats/docx/docx_words.h"
#include "text/input_error.h"

namespace hegui {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// Of what holds paragraphs.
bool holds_paragraphs(std::string_view name) {
  return is_one_of(name, {"document", "body", "tbl", "tr", "tc", "sdt", "sdtContent", "customXml"});
}

/// Of a control (w:sdtPr) that is filled from elsewhere, or with nothing but words.
bool is_of_data(std::string_view name) {
  return is_one_of(name, {"dataBinding", "text", "date", "dropDownList", "comboBox", "equation",
                          "picture", "citation", "group"});
}

std::optional<std::uint32_t> id_of(std::string_view text) {
  std::uint32_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return id;
}

}  // namespace

DocxAnchors::DocxAnchors(std::string_view xml, std::string_view source,
                         std::span<const StoredFile::Place> places)
    : xml_(xml), source_(source), places_(places), elements_(xml_elements(xml)) {
  find_standings();
  find_fields();
  find_anchors();
}

// --- what stands where

void DocxAnchors::find_standings() {
  standings_.resize(elements_.size());
  for (std::uint32_t i = 0; i < elements_.size(); ++i) {
    const XmlElement& element = elements_[i];
    const std::string_view name = local_name(element);
    Standing& own = standings_[i];
    if (element.parent == none) {
      own.is_between = holds_paragraphs(name);
      continue;
    }
    const Standing& above = standings_[element.parent];
    own.paragraph = above.paragraph;
    own.unit = above.unit;
    own.is_boxed = above.is_boxed || name == "txbxContent";
    if (above.paragraph != none && above.unit == none) own.unit = i;
    // Properties come first, so nothing of the control's content is looked at yet.
    if (above.is_between && is_of_data(name) && local_name(elements_[element.parent]) == "sdtPr")
      standings_[elements_[element.parent].parent].is_between = false;
    if (element.parent == 0 && name == "body" && !element.is_closed())
      end_of_body_ = element.inner_begin;
    // Before the properties of the last section, which end a body.
    const XmlElement& outer = elements_[element.parent];
    if (outer.parent == 0 && local_name(outer) == "body" && name != "sectPr")
      end_of_body_ = element.end;
    if (!above.is_between) continue;
    if (name == "p") {
      own.paragraph = i;
      if (first_paragraph_ == none && !element.is_closed()) first_paragraph_ = i;
    }
    own.is_between = holds_paragraphs(name) || name == "sdtPr";
  }
}

/// Fields begin and end anywhere (17.16.18); one that does not end is none.
void DocxAnchors::find_fields() {
  std::vector<std::uint32_t> open;
  for (std::uint32_t i = 0; i < elements_.size(); ++i) {
    const std::string_view name = local_name(elements_[i]);
    const Standing& standing = standings_[i];
    if (standing.unit == none) continue;
    if (const auto id = name.ends_with("Reference") ? id_of(attribute_in(xml_, elements_[i], "id"))
                                                    : std::nullopt) {
      if (name == "footnoteReference") footnotes_.emplace(*id, i);
      if (name == "endnoteReference") endnotes_.emplace(*id, i);
      if (name == "commentReference") comments_.emplace(*id, i);
    }
    if (name != "fldChar") continue;
    if (with_marks_.empty() || with_marks_.back() != standing.unit)
      with_marks_.push_back(standing.unit);
    const std::string_view type = attribute_in(xml_, elements_[i], "fldCharType");
    if (type == "begin") open.push_back(i);
    if (type != "end" || open.empty()) continue;
    const Standing& begin = standings_[open.back()];
    open.pop_back();
    if (begin.unit == standing.unit) continue;
    const Field field{.begin = elements_[begin.unit].begin,
                      .end = elements_[standing.unit].end,
                      .is_in_paragraph = begin.paragraph == standing.paragraph};
    while (!fields_.empty() && fields_.back().begin >= field.begin) fields_.pop_back();
    fields_.push_back(field);
  }
}

const DocxAnchors::Field* DocxAnchors::field_around(std::uint32_t at) const {
  const auto after = std::ranges::upper_bound(fields_, at, std::less_equal<>(), &Field::begin);
  if (after == fields_.begin()) return nullptr;
  const Field& field = *std::prev(after);
  return field.begin < at && at < field.end ? &field : nullptr;
}

// --- where places lie

DocxAnchors::Anchor DocxAnchors::anchor_at(std::uint32_t element) const {
  const Standing& standing = standings_[element];
  if (standing.paragraph == none || elements_[standing.paragraph].is_closed()) return {};
  return {.element = element,
          .paragraph = standing.paragraph,
          .unit = standing.unit,
          .is_exact = !standing.is_boxed};
}

DocxAnchors::Anchor DocxAnchors::anchor_of(const StoredFile::Place& place) const {
  using In = StoredFile::Place::In;
  const auto at_reference = [&](const std::map<std::uint32_t, std::uint32_t>& references) {
    const auto found = references.find(place.element);
    Anchor anchor = found == references.end() ? Anchor{} : anchor_at(found->second);
    anchor.is_exact = false;
    return anchor;
  };
  switch (place.in) {
    case In::body: {
      const auto found = std::ranges::lower_bound(elements_, place.element, {}, &XmlElement::begin);
      const bool is_there = found != elements_.end() && found->begin == place.element;
      return is_there ? anchor_at(static_cast<std::uint32_t>(found - elements_.begin())) : Anchor{};
    }
    case In::footnote: return at_reference(footnotes_);
    case In::endnote: return at_reference(endnotes_);
    case In::comment: return at_reference(comments_);
    case In::elsewhere: break;
  }
  return {.element = first_paragraph_, .paragraph = first_paragraph_};
}

void DocxAnchors::find_anchors() {
  const auto count = static_cast<std::uint32_t>(places_.size());
  nearest_.resize(count, none);
  std::uint32_t last = none;
  for (std::uint32_t i = 0; i < count; ++i) {
    anchors_.push_back(anchor_of(places_[i]));
    if (anchors_.back().paragraph != none) last = i;
    nearest_[i] = last;
  }
  for (std::uint32_t i = count; i-- > 0;) {
    if (nearest_[i] == none) nearest_[i] = last;
    last = nearest_[i];
  }
}

// --- from a place to a point

/// The last that begins before it, or there.
std::size_t DocxAnchors::place_before(std::uint32_t at, bool or_at) const {
  const auto behind = or_at ? std::ranges::upper_bound(places_, at, {}, &StoredFile::Place::at)
                            : std::ranges::lower_bound(places_, at, {}, &StoredFile::Place::at);
  return behind == places_.begin() ? 0 : static_cast<std::size_t>(behind - places_.begin() - 1);
}

std::uint32_t DocxAnchors::begin_of_words(std::uint32_t paragraph) const {
  const std::uint32_t properties = paragraph + 1;
  const bool has_properties = properties < elements_.size() &&
                              elements_[properties].parent == paragraph &&
                              local_name(elements_[properties]) == "pPr";
  return has_properties ? elements_[properties].end : elements_[paragraph].inner_begin;
}

/// Changes of its look that are tracked have numbers, which must not be there twice.
bool DocxAnchors::can_be_parted(std::uint32_t run) const {
  if (local_name(elements_[run]) != "r") return false;
  if (std::ranges::binary_search(with_marks_, run)) return false;
  const std::uint32_t properties = run + 1;
  if (properties >= elements_.size() || local_name(elements_[properties]) != "rPr") return true;
  for (std::uint32_t i = properties + 1;
       i < elements_.size() && elements_[i].begin < elements_[properties].end; ++i)
    if (is_one_of(local_name(elements_[i]), {"rPrChange", "ins", "del", "moveFrom", "moveTo"}))
      return false;
  return true;
}

/// Before a child of a run, or behind it.
CommentPoint DocxAnchors::between(std::uint32_t run, std::uint32_t child, bool is_end) const {
  const XmlElement &outer = elements_[run], &inner = elements_[child];
  const XmlElement& first = elements_[run + 1];
  const std::uint32_t begin = local_name(first) == "rPr" ? first.end : outer.inner_begin;
  const std::uint32_t at = is_end ? inner.end : inner.begin;
  if (at <= begin) return {.at = outer.begin};
  if (at >= outer.inner_end) return {.at = outer.end};
  return {.at = at, .run = run};
}

std::optional<std::uint32_t> DocxAnchors::place_in_words(std::uint32_t text, std::size_t place,
                                                         std::uint32_t at) const {
  const XmlElement& element = elements_[text];
  const std::uint32_t begin = places_[place].at;
  const auto [known, is_new] = words_.try_emplace(text);
  std::vector<std::uint32_t>& places = known->second;
  if (is_new) {
    const auto end = place + 1 < places_.size() ? places_[place + 1].at
                                                : static_cast<std::uint32_t>(source_.size());
    places =
        places_in_xml(xml_.substr(element.inner_begin, element.inner_end - element.inner_begin),
                      source_.substr(begin, end - begin));
  }
  if (at - begin >= places.size()) return std::nullopt;
  return element.inner_begin + places[at - begin];
}

CommentPoint DocxAnchors::point_in_run(const Anchor& anchor, std::size_t place, std::uint32_t at,
                                       bool is_end) const {
  const XmlElement& element = elements_[anchor.element];
  if (element.parent != anchor.unit)
    return {.at = is_end ? elements_[anchor.unit].end : elements_[anchor.unit].begin};
  if (local_name(element) != "t") return between(anchor.unit, anchor.element, is_end);
  const auto found = place_in_words(anchor.element, place, at);
  if (!found) return between(anchor.unit, anchor.element, is_end);
  if (*found <= element.inner_begin) return between(anchor.unit, anchor.element, false);
  if (*found >= element.inner_end) return between(anchor.unit, anchor.element, true);
  return {.at = *found, .run = anchor.unit, .text = anchor.element};
}

CommentPoint DocxAnchors::point(std::size_t place, std::uint32_t at, bool is_end) const {
  const std::uint32_t nearest = nearest_[place];
  const Anchor& anchor = anchors_[nearest];
  const XmlElement& paragraph = elements_[anchor.paragraph];
  if (nearest != place)
    return {.at = nearest < place ? paragraph.inner_end : begin_of_words(anchor.paragraph)};
  if (anchor.unit == none || local_name(elements_[anchor.unit]) == "pPr")
    return {.at = begin_of_words(anchor.paragraph)};
  if (anchor.is_exact && can_be_parted(anchor.unit)) return point_in_run(anchor, place, at, is_end);
  const XmlElement& unit = elements_[anchor.unit];
  return {.at = is_end ? unit.end : unit.begin};
}

/// Nothing of a field is left out.
CommentRange DocxAnchors::around(CommentRange range) const {
  const bool is_empty = range.end.at <= range.begin.at;
  if (is_empty) range.end = range.begin;
  if (const Field* field = field_around(range.begin.at)) {
    const bool holds_all = field->is_in_paragraph && !is_empty;
    range.begin = {.at = field->begin};
    if (!holds_all && range.end.at <= field->end) return {range.begin, range.begin, false};
  }
  if (const Field* field = field_around(range.end.at)) range.end = {.at = field->end};
  return range;
}

/// For a text that lies in no paragraph of the part.
CommentRange DocxAnchors::end_of_body() const {
  if (end_of_body_ == 0)
    throw InputError(
        say("正文是空的，没有地方放批注", "it has no body that a comment could be in"));
  const CommentPoint point{.at = end_of_body_, .is_between = true};
  return {point, point, false};
}

CommentRange DocxAnchors::range_of(Span span) const {
  if (nearest_.empty() || nearest_.front() == none) return end_of_body();
  const std::size_t first = place_before(span.begin, true);
  const std::size_t last = span.empty() ? first : std::max(first, place_before(span.end, false));
  const Anchor &from = anchors_[nearest_[first]], &to = anchors_[nearest_[last]];
  CommentRange range{.begin = point(first, span.begin, false),
                     .end = point(last, span.end, true),
                     .is_exact = nearest_[first] == first && from.is_exact};
  if (span.empty()) range.end = range.begin;
  // One over cells ends with the first of them.
  if (elements_[from.paragraph].parent != elements_[to.paragraph].parent &&
      range.end.at > elements_[from.paragraph].inner_end)
    range.end = {.at = elements_[from.paragraph].inner_end};
  return around(range);
}

CommentRange DocxAnchors::end_of_paragraph(std::uint32_t at) const {
  if (nearest_.empty() || nearest_.front() == none) return end_of_body();
  const std::uint32_t nearest = nearest_[place_before(at, true)];
  const CommentPoint end{.at = elements_[anchors_[nearest].paragraph].inner_end};
  return around({.begin = end, .end = end});
}

}  // namespace hegui
