// Where a missing part goes is what the check says of it. Its heading is one of the headings that
// it comes before: of their depth and form, with the number that follows; and those behind it in
// the same row move on. What only lies in a part, not at a heading, goes behind the outermost
// section that holds the place: a text is not torn apart.

#include "scaffold/amendment.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <tuple>

#include "document/slots/slots.h"
#include "language/drafts/part_number.h"
#include "scaffold/skeleton.h"

namespace hegui {
namespace {

/// Headings that count together.
struct Row {
  int parent = -1;
  Numbering form = Numbering::none;
  auto operator<=>(const Row&) const = default;
};

class Amender {
 public:
  Amender(const Review& review, const SetReview& set)
      : document_(review.document),
        outline_(review.outline),
        set_(set),
        rules_(*set.rules),
        writer_(rules_),
        moved_(outline_.sections.size(), 0) {}

  Lack amend() {
    for (const RequirementReview& review : set_.requirements) {
      if (!is_lacking(review) || review.requirement->within >= 0) continue;
      is_of_title(*review.requirement) ? add_title() : add_part(review);
      lack_.requirements.push_back(review.requirement);
    }
    for (const RequirementReview& review : set_.requirements) {
      if (!is_lacking(review) || review.requirement->within < 0) continue;
      if (add_within(*review.requirement))
        lack_.requirements.push_back(review.requirement);
      else if (!review.blocked_by)
        lack_.placeless.push_back(review.requirement);
    }
    for (Addition& addition : additions_) {
      for (NewPart& part : addition.parts)
        std::ranges::move(part.paragraphs, std::back_inserter(addition.insertion.paragraphs));
      lack_.amendment.insertions.push_back(std::move(addition.insertion));
    }
    std::ranges::stable_sort(lack_.amendment.insertions, {}, [](const Insertion& insertion) {
      return std::tuple(insertion.line, insertion.at, insertion.after);
    });
    move_numbers();
    return std::move(lack_);
  }

 private:
  /// A heading with slots, or slots alone.
  struct NewPart {
    const Requirement* requirement = nullptr;  // Of the heading, if it is not the title.
    std::vector<NewParagraph> paragraphs = {};
  };
  /// What comes to one place; its paragraphs are those of the parts.
  struct Addition {
    Insertion insertion = {};
    std::vector<NewPart> parts = {};
  };

  bool is_lacking(const RequirementReview& review) const {
    return review.verdict == Verdict::missing && review.slot.empty() && !review.requirement->off &&
           review.requirement->if_missing;
  }

  std::uint32_t line_of(std::uint32_t at) const { return document_.locate(at).line; }

  const RequirementReview* review_of(int requirement) const {
    const Requirement* wanted = &rules_.requirements[static_cast<std::size_t>(requirement)];
    const auto found =
        std::ranges::find(set_.requirements, wanted, &RequirementReview::requirement);
    return found == set_.requirements.end() ? nullptr : &*found;
  }

  std::vector<NewPart>& parts_at(Insertion place) {
    const auto same = std::ranges::find_if(additions_, [&](const Addition& other) {
      const Insertion& own = other.insertion;
      return own.line == place.line && own.at == place.at && own.after == place.after;
    });
    if (same != additions_.end()) return same->parts;
    additions_.push_back({std::move(place)});
    return additions_.back().parts;
  }

  /// Null for what gets no heading.
  NewPart* new_part_of(const Requirement& requirement) {
    for (Addition& addition : additions_)
      for (NewPart& part : addition.parts)
        if (part.requirement == &requirement) return &part;
    return nullptr;
  }

  // --- kinds of what is lacking

  void add_title() {
    if (document_.blocks.empty()) return;
    std::vector<NewPart>& parts = parts_at({.line = line_of(document_.blocks.front().span.begin)});
    parts.insert(parts.begin(), {nullptr, {{.is_title = true, .words = title_of(rules_, {})}}});
  }

  /// Behind the part that it is judged on, or what asks for that, or under its new heading. False
  /// if there is none of them.
  bool add_within(const Requirement& requirement) {
    const NewParagraph slot{.words = writer_.slot(requirement)};
    const Requirement* outer = &requirement;
    while (outer->within >= 0) {
      const RequirementReview* const around = review_of(outer->within);
      outer = &rules_.requirements[static_cast<std::size_t>(outer->within)];
      if (NewPart* const part = new_part_of(*outer)) {
        part->paragraphs.push_back(slot);
        return true;
      }
      if (!around) continue;
      const Block* const last =
          last_before(around->part.spans.empty() ? around->slot.end : around->part.end());
      if (!last) continue;
      Insertion place = behind(*last);
      place.text_line = place.line;
      add_slot(slot, parts_at(place));
      return true;
    }
    return false;
  }

  /// Before the new headings of that place: under the last of them it would be of its part.
  static void add_slot(const NewParagraph& slot, std::vector<NewPart>& parts) {
    const auto headed = std::ranges::find_if(
        parts, [](const NewPart& part) { return part.requirement != nullptr; });
    parts.insert(headed, {nullptr, {slot}});
  }

  void add_part(const RequirementReview& review) {
    const Requirement& requirement = *review.requirement;
    const int headed = next_headed(review);
    const int before = headed >= 0 ? headed : section_behind(review.place);
    Insertion place = before >= 0 ? ahead_of(before) : at_end(review.place);
    const int like = before >= 0 ? before : last_outermost();
    std::string number;
    if (like < 0) number = part_number(document_.language, ++at_end_);
    if (like >= 0) {
      const Section& section = outline_.section(like);
      place.heading_line = line_of(section.heading.begin);
      place.text_line = text_line_of(like);
      if (section.value > 0) number = number_of(like, before >= 0 ? next_ahead_of(before) : next());
    }
    parts_at(place).push_back({&requirement,
                               {{.is_heading = true,
                                 .number = number,
                                 .words = slot_text(rules_.language, requirement.rule.title),
                                 .mark = like >= 0 ? mark_behind(like) : ""},
                                {.words = writer_.slot(requirement)}}});
  }

  // --- places

  bool is_body(std::size_t block) const {
    return outline_.roles[block] == Role::body || outline_.roles[block] == Role::slot;
  }

  bool is_headed(const RequirementReview& review) const {
    return review.requirement->within < 0 && review.part.section >= 0 &&
           !review.part.heading.empty() && outline_.section(review.part.section).depth == 1;
  }

  /// The section of the first later requirement that has one of its own, behind those of all
  /// earlier ones: what is only said in passing somewhere shows no order. -1 without one.
  int next_headed(const RequirementReview& missing) const {
    std::uint32_t end = 0;
    bool is_later = false;
    for (const RequirementReview& review : set_.requirements) {
      if (&review == &missing) is_later = true;
      if (!is_headed(review)) continue;
      if (!is_later)
        end = std::max(end, review.part.end());
      else if (review.part.begin() >= end)
        return review.part.section;
    }
    return -1;
  }

  /// The section before whose heading it goes; -1 for the end.
  int section_behind(const Place& place) const {
    if (place.after_body) return -1;
    const std::uint32_t at = place.span.begin;
    int around = -1;
    for (std::size_t i = 0; i < outline_.sections.size(); ++i) {
      const Section& section = outline_.sections[i];
      if (section.heading.begin == at) return static_cast<int>(i);
      if (section.depth != 1) continue;
      if (section.heading.begin > at && around < 0) return static_cast<int>(i);
      if (section.extent.begin < at && at < section.extent.end) around = static_cast<int>(i);
      if (around >= 0 && section.heading.begin > at) return static_cast<int>(i);
    }
    return -1;
  }

  Insertion ahead_of(int index) const {
    const Span heading = outline_.section(index).heading;
    Insertion place{.line = line_of(heading.begin)};
    const Block* block = block_of(heading.begin);
    if (block && block->span.begin < heading.begin) place.at = document_.in_source(heading).begin;
    return place;
  }

  Insertion at_end(const Place& place) const {
    if (!place.after_body && !outline_.closing.empty() &&
        place.span.begin == outline_.closing.begin)
      return {.line = line_of(outline_.closing.begin)};
    const Block* const last = last_before(static_cast<std::uint32_t>(document_.text.size()));
    return last ? behind(*last) : Insertion{.line = document_.lines.count(), .after = true};
  }

  /// The last block of the body, or of a heading, table or code at its end, of those that begin
  /// before `end`. A table of nothing but a signature is none of the body.
  const Block* last_before(std::uint32_t end) const {
    const std::vector<Block>& blocks = document_.blocks;
    std::size_t last = blocks.size();
    for (std::size_t i = 0; i < blocks.size() && blocks[i].span.begin < end; ++i)
      if (is_body(i)) last = i;
    if (last == blocks.size()) return nullptr;
    for (std::size_t i = last + 1; i < blocks.size() && blocks[i].span.begin < end;) {
      const std::size_t next = blocks[i].in_table() ? end_of_table(i) : i + 1;
      const bool goes_on = blocks[i].in_table() && blocks[i].cell.table == blocks[last].cell.table;
      const bool is_signed =
          !goes_on &&
          std::all_of(outline_.roles.begin() + static_cast<std::ptrdiff_t>(i),
                      outline_.roles.begin() + static_cast<std::ptrdiff_t>(next), [](Role role) {
                        return role == Role::signature || role == Role::attachment;
                      });
      if (blocks[i].zone != Zone::body || is_signed) break;
      if (blocks[i].in_table() || blocks[i].kind == Block::Kind::code ||
          blocks[i].kind == Block::Kind::heading)
        last = next - 1;
      i = next;
    }
    return &blocks[last];
  }

  std::size_t end_of_table(std::size_t block) const {
    const std::uint32_t table = document_.blocks[block].cell.table;
    while (block < document_.blocks.size() && document_.blocks[block].cell.table == table) ++block;
    return block;
  }

  Insertion behind(const Block& block) const {
    const std::uint32_t end = document_.in_source(block.span).end;
    return {.line = document_.lines.line_at(end > 0 ? end - 1 : 0), .after = true};
  }

  const Block* block_of(std::uint32_t at) const {
    for (const Block& block : document_.blocks)
      if (block.span.begin <= at && at < block.span.end) return &block;
    return nullptr;
  }

  int last_outermost() const {
    for (std::size_t i = outline_.sections.size(); i-- > 0;)
      if (outline_.sections[i].depth == 1) return static_cast<int>(i);
    return -1;
  }

  /// Of the first text that stands under a heading of its own line, here or elsewhere.
  std::uint32_t text_line_of(int index) const {
    const Span extent = outline_.section(index).extent;
    std::uint32_t any = 0;
    for (const Piece& piece : outline_.pieces) {
      const Block& block = document_.blocks[piece.block];
      if (piece.heading || block.in_table() || block.span.begin != piece.span.begin) continue;
      if (extent.contains(piece.span.begin)) return line_of(piece.span.begin);
      if (any == 0 && piece.section >= 0) any = line_of(piece.span.begin);
    }
    return any;
  }

  /// Between the heading and the end of its line: a mark that its neighbours have, too.
  std::string mark_behind(int index) const {
    constexpr std::size_t longest = 3;
    const Section& section = outline_.section(index);
    const Block* block = block_of(section.heading.begin);
    if (!block || !section.own_line || block->span.end <= section.heading.end) return {};
    const std::string_view mark = document_.written({section.heading.end, block->span.end});
    return mark.size() <= longest ? std::string(mark) : "";
  }

  // --- numbers

  std::string_view number_source(int index) const {
    const Section& section = outline_.section(index);
    const std::uint32_t begin = document_.in_source(section.heading).begin;
    const std::uint32_t end = document_.in_source(section.words).begin;
    return std::string_view(document_.source).substr(begin, std::max(begin, end) - begin);
  }

  /// 3.2 has the number of the heading around it before its own.
  std::vector<int> values_of(int index, int value) const {
    std::vector<int> values{value};
    for (int around = outline_.section(index).parent;
         outline_.section(index).form == Numbering::multilevel && around >= 0;
         around = outline_.section(around).parent) {
      const Section& section = outline_.section(around);
      if (section.form != Numbering::multilevel && section.form != Numbering::dot) break;
      values.insert(values.begin(), section.value + moved_[static_cast<std::size_t>(around)]);
    }
    return values;
  }

  std::string number_of(int index, int value) const {
    return renumbered(document_.language, number_source(index), values_of(index, value));
  }

  /// What one more is numbered that stands behind all. Not known to `moved_`: nothing moves.
  int next() {
    const auto last = static_cast<std::size_t>(last_outermost());
    return outline_.sections[last].value + moved_[last] + ++at_end_;
  }

  /// What one more is numbered that stands before a section: a number that was left out, or else
  /// its own, and it moves on with what follows.
  int next_ahead_of(int index) {
    const Section& section = outline_.section(index);
    const Row row{section.parent, section.form};
    const int own = section.value + moved_[static_cast<std::size_t>(index)];
    int before = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(index); ++i)
      if (Row{outline_.sections[i].parent, outline_.sections[i].form} == row)
        before = outline_.sections[i].value + moved_[i];
    const int free = before + ++placed_[index];
    if (free < own) return free;
    move_on(row, index);
    return own;
  }

  /// One more stands before the section, and before all of its row behind it.
  void move_on(Row row, int first) {
    for (std::size_t i = static_cast<std::size_t>(first); i < outline_.sections.size(); ++i)
      if (outline_.sections[i].parent == row.parent && outline_.sections[i].form == row.form)
        ++moved_[i];
  }

  void move_numbers() {
    for (std::size_t i = 0; i < outline_.sections.size(); ++i) {
      const int index = static_cast<int>(i);
      const Section& section = outline_.sections[i];
      if (section.value == 0) continue;
      const std::string_view old = number_source(index);
      const std::string number = number_of(index, section.value + moved_[i]);
      if (number == old) continue;
      const std::uint32_t begin = document_.in_source(section.heading).begin;
      lack_.amendment.numbers.push_back(
          {{begin, begin + static_cast<std::uint32_t>(old.size())}, number});
    }
  }

  const Document& document_;
  const Outline& outline_;
  const SetReview& set_;
  const RuleSet& rules_;
  SlotWriter writer_;
  std::vector<int> moved_;     // How far the number of each section moves.
  std::map<int, int> placed_;  // How many were put before each section,
  int at_end_ = 0;             // and behind all of them.
  std::vector<Addition> additions_;
  Lack lack_;
};

}  // namespace

Lack lack_of(const Review& review, const SetReview& set) { return Amender(review, set).amend(); }

}  // namespace hegui
