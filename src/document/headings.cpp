// Which numbers and which short lines are headings.
//
// A heading of a Chinese official document stands in one of four ways:
//
//   own line     一、主要举措和成效
//   run-in       （一）加强组织领导。街道党工委……           closed by 。 or ：
//   mid-line     ……报告如下：一、主要举措。（一）加强……   a report flattened into one paragraph
//   unnumbered   主要举措和成效                            a short line between paragraphs
//
// Numbers alone prove little: 一、二季度 is no heading, nor is an item that is one long sentence.
// So candidates are collected first (heading_candidates) and then chosen in reading order, by the
// shape of what they head (heading_end) and with a stack of open numberings:
//
//   [一、 2] [（一） 1]   the last numbers seen, outermost first
//
// A number at the start of a line that has the shape of a heading is taken, whatever its value:
// people miscount. One in mid-line must be the next of an open numbering, or a 1 for which a 2
// follows. One that may be a quantity must stand in a row with its neighbours of the same form;
// that is settled before, so that headings, items and checks believe the same numbers.
//
// Covered by tests/golden/outline.

#include "document/headings.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "document/heading_marks.h"
#include "document/headings/heading_candidates.h"
#include "document/headings/label_headings.h"
#include "document/listed_items.h"
#include "document/matter/page_lines.h"
#include "document/table_outline.h"
#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

// Room between the forms for unnumbered headings and for the depths of 1.1.1.
constexpr int form_step = 10;
constexpr int largest_rank = static_cast<int>(Numbering::circle) * form_step + form_step;

int rank_of(const Number& number) {
  const int rank = static_cast<int>(number.form) * form_step;
  return number.form == Numbering::multilevel ? rank + std::min<int>(number.parts, form_step - 1)
                                              : rank;
}

/// Of each candidate whether it is a 1 whose 2 comes before an outer number ends the stretch. Read
/// from the end, so that a thousand ones without a two are not each looked for.
std::vector<bool> openings(const std::vector<HeadingCandidate>& candidates) {
  std::vector<bool> opens(candidates.size());
  std::array<bool, largest_rank> two_ahead{};  // By rank of the 1 that asks.
  for (std::size_t i = candidates.size(); i-- > 0;) {
    const Number& number = candidates[i].number;
    const int rank = rank_of(number);
    opens[i] = number.value == 1 && two_ahead[static_cast<std::size_t>(rank)];
    if (candidates[i].at_start && !number.doubtful)
      std::fill(two_ahead.begin() + rank + 1, two_ahead.end(), false);
    if (number.value == 2) {
      const auto first = two_ahead.begin() + rank / form_step * form_step;
      std::fill(first, first + form_step, true);
    }
  }
  return opens;
}

/// Forms that are believed though no mark closes what stands before: …服务意识1.深入学习.
bool may_be_unclosed(Numbering form) {
  return numbers_parts(form) || form == Numbering::bracket || form == Numbering::dot;
}

class HeadingFinder {
 public:
  HeadingFinder(const Document& document, const Outline& outline)
      : document_(document),
        language_(data_of(document.language)),
        outline_(outline),
        table_headings_(table_headings(document, outline)) {
    std::size_t stated = 0;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
      stated += document.blocks[i].kind == Block::Kind::heading && outline.roles[i] == Role::body;
      has_gaps_ = has_gaps_ || document.blocks[i].after_gap;
    }
    only_stated_ = language_.headings.stated_only && stated > 1;
  }

  Headings find() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      if (!may_hold_headings(i)) continue;
      for (const HeadingCandidate& candidate : heading_candidates(document_, i))
        if (candidate.number.span.begin >= outline_.body.begin) candidates_.push_back(candidate);
    }
    settle_candidates();
    for (std::size_t i = 0; i < candidates_.size(); ++i) shapes_.push_back(read_shape(i));
    marked_ = marked_headings(document_, outline_);
    opens_ = openings(candidates_);
    find_lists();
    numbered_outermost_ = has_numbered_parts();
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      if (!may_hold_headings(i)) continue;
      const bool numbered =
          next < candidates_.size() && candidates_[next].block == i && candidates_[next].at_start;
      if (!numbered && block_span(i).begin >= outline_.body.begin) take_unnumbered(i);
      for (; next < candidates_.size() && candidates_[next].block == i; ++next) {
        const std::size_t count = headings_.size();
        take(next);
        const HeadingCandidate& c = candidates_[next];
        if ((c.at_start && !c.number.doubtful) || headings_.size() > count)
          numbers_.push_back(c.number);
      }
    }
    return {std::move(headings_), std::move(numbers_)};
  }

 private:
  /// Numbers in tables and footnotes number something else.
  bool may_hold_headings(std::uint32_t block) const {
    const Block::Kind kind = document_.blocks[block].kind;
    if (only_stated_ && kind != Block::Kind::heading) return false;
    if (kind == Block::Kind::table_cell) return table_headings_.contains(block);
    if (kind == Block::Kind::list_item && !language_.bullets.empty()) return false;
    return outline_.roles[block] == Role::body && kind != Block::Kind::note;
  }

  std::string_view slice(Span span) const { return document_.slice(span); }
  Span block_span(std::uint32_t block) const { return document_.blocks[block].span; }

  /// Two parts with numbers at the start of their lines, or all of them in one block. Where short
  /// lines apart from others are headings, two of any form do.
  bool has_numbered_parts() {
    std::size_t parts = 0;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
      const HeadingCandidate& c = candidates_[i];
      if (c.flattened) return true;
      const bool is_part =
          numbers_parts(c.number.form) || (language_.headings.needs_gap && !c.number.doubtful &&
                                           !in_list_[i] && shapes_[i].has_value());
      if (!c.at_start || !is_part) continue;
      ++parts;
      if (language_.headings.needs_gap)
        first_rank_ = first_rank_ > 0 ? first_rank_ : rank_of(c.number);
    }
    return parts >= 2;
  }

  // --- doubtful numbers

  /// A row is ended by a number of a form further out, so the outermost are settled first.
  void settle_candidates() {
    std::set<int> doubtful;
    for (const HeadingCandidate& c : candidates_)
      if (c.number.doubtful) doubtful.insert(rank_of(c.number));
    for (const int rank : doubtful) {
      std::vector<Number*> row;
      for (HeadingCandidate& c : candidates_) {
        if (!c.at_start && !(c.flattened && c.closed)) continue;
        if (rank_of(c.number) == rank) {
          row.push_back(&c.number);
        } else if (rank_of(c.number) < rank && !c.number.doubtful) {
          settle_doubts(row);
          row.clear();
        }
      }
      settle_doubts(row);
    }
    std::vector<Number*> firm;
    for (HeadingCandidate& c : candidates_)
      if (c.at_start) firm.push_back(&c.number);
    place_capitals(firm);
  }

  // --- lists of sentences

  /// 1.新增服务窗口3个。 / 2.编写问答清单。: numbered lines one right below the other are items if
  /// one has not the shape of a heading, or if no text stands below the last; text after one on its
  /// line shows that none is, unless as many are sentences that no heading is.
  void find_lists() {
    in_list_.resize(candidates_.size());
    for (std::size_t begin = 0, end = 1; begin < candidates_.size(); begin = end++) {
      while (end < candidates_.size() && is_next_line(end)) ++end;
      if (end - begin < 2) continue;
      const bool is_list = !is_above_text(candidates_[end - 1]) || is_closed_by_gap(begin, end);
      std::size_t sentences = 0, run_in = 0;
      for (std::size_t i = begin; i < end; ++i) {
        const auto& heading = shapes_[i];
        sentences += !heading && is_sentence(candidates_[i]);
        run_in += heading && !heading->own_line;
      }
      const bool items = run_in > 0 ? sentences >= run_in : is_list || sentences > 0;
      std::fill(in_list_.begin() + static_cast<std::ptrdiff_t>(begin),
                in_list_.begin() + static_cast<std::ptrdiff_t>(end), items);
    }
  }

  bool is_line(const HeadingCandidate& c) const {
    return c.at_start && document_.blocks[c.block].kind != Block::Kind::heading &&
           !numbers_parts(c.number.form);
  }

  bool is_sentence(const HeadingCandidate& c) const {
    return language_.ends_with_stop(slice(block_span(c.block)));
  }

  /// Whether it and the one before are lines of a list.
  bool is_next_line(std::size_t index) const {
    const HeadingCandidate &before = candidates_[index - 1], &c = candidates_[index];
    return is_line(before) && is_line(c) && c.block == before.block + 1 &&
           rank_of(c.number) == rank_of(before.number) && c.number.value == before.number.value + 1;
  }

  /// Lines without a gap between them, and one before what follows, where gaps tell.
  bool is_closed_by_gap(std::size_t begin, std::size_t end) const {
    if (!language_.headings.needs_gap || !has_gaps_) return false;
    for (std::size_t i = begin + 1; i < end; ++i)
      if (document_.blocks[candidates_[i].block].after_gap) return false;
    const auto next = next_body(candidates_[end - 1].block);
    return next && document_.blocks[*next].after_gap;
  }

  /// Running text, or a number further in, stands right below it.
  bool is_above_text(const HeadingCandidate& c) const {
    const auto next = next_body(c.block);
    if (!next) return false;
    const auto number = read_number(language_, slice(block_span(*next)), 0);
    return number ? rank_of(*number) > rank_of(c.number) : is_text(*next);
  }

  // --- the stack of open numberings

  struct Open {
    int rank = 0;
    int value = 0;
  };

  bool is_next(const Number& number) const {
    const int rank = rank_of(number);
    const auto open = std::ranges::find(open_, rank, &Open::rank);
    return open != open_.end() && number.value == open->value + 1;
  }

  /// Opens a numbering, or goes on with it; those further in end.
  void note(int rank, int value) {
    while (!open_.empty() && open_.back().rank >= rank) open_.pop_back();
    open_.push_back({rank, value});
  }

  void take(std::size_t index) {
    const HeadingCandidate& c = candidates_[index];
    if (!headings_.empty() && c.number.span.begin < headings_.back().text) return;
    // A numbering may begin anew below the same heading: a list under an unnumbered passage.
    const bool fits = is_next(c.number) || opens_[index];
    if (c.number.doubtful) return;
    const bool is_item = c.at_start && slice(block_span(c.block)).ends_with(language_.semicolon);
    if (is_last_of_list(c)) {
      if (is_item) list_.insert_or_assign(rank_of(c.number), c.number.value);
      return;
    }
    if (!c.at_start) {
      if (!c.flattened || !fits) return;
      if (!c.closed && !may_be_unclosed(c.number.form)) return;
    }
    const auto& heading = shapes_[index];
    if (heading && in_list_[index]) return;
    if (!heading) {
      if (is_item) list_.insert_or_assign(rank_of(c.number), c.number.value);
      return;
    }
    const bool stated = c.at_start && document_.blocks[c.block].kind == Block::Kind::heading;
    headings_.push_back(*heading);
    if (!stated) headings_.back().rank = rank_below_stated(c.number, heading->rank);
    note(headings_.back().rank, heading->value);
    if (!stated) return;
    rank_of_level_.insert_or_assign(document_.blocks[c.block].level, heading->rank);
    note_stated(heading->rank);
  }

  // --- lists below stated headings

  void note_stated(int rank) {
    stated_ = rank;
    ranks_below_.clear();
  }

  /// 1. of a plain paragraph below 1.1.1, which the format states to be a heading: whatever its
  /// form, its row stays there until the next stated heading. A row that began before, or a number
  /// of parts, goes on as it is.
  int rank_below_stated(const Number& number, int rank) {
    if (rank > stated_ || numbers_parts(number.form) || number.form == Numbering::multilevel) {
      if (rank < stated_) note_stated(0);
      return rank;
    }
    if (number.value == 1) ranks_below_.insert_or_assign(rank, stated_ + 1);
    const auto row = ranks_below_.find(rank);
    return row == ranks_below_.end() ? rank : row->second;
  }

  /// 1.…； 2.…； 3.…。: what follows items that end in ； is one too.
  bool is_last_of_list(const HeadingCandidate& c) const {
    const auto item = list_.find(rank_of(c.number));
    return item != list_.end() && c.number.value == item->second + 1;
  }

  /// The candidate with the words that it takes; none where they are those of no heading. Doubts
  /// about numbers must be settled.
  std::optional<Heading> read_shape(std::size_t index) const {
    const HeadingCandidate& c = candidates_[index];
    if (c.number.doubtful && !c.at_start) return std::nullopt;
    const Block& block = document_.blocks[c.block];
    const Span reach = reach_of(index);
    if (reach.empty()) return std::nullopt;
    const auto end = language_.headings.find_end(
        language_, {.text = slice(reach),
                    .to_block_end = reach.end == block.span.end,
                    .flattened = c.flattened,
                    .stated = c.at_start && block.kind == Block::Kind::heading});
    if (!end) return std::nullopt;
    const Span words{reach.begin, reach.begin + end->words};
    const std::uint32_t text = reach.begin + end->text;
    return Heading{.span = {c.number.span.begin, words.end},
                   .words = words,
                   .text = text,
                   .block = c.block,
                   .form = c.number.form,
                   .value = c.number.value,
                   .rank = rank_of(c.number),
                   .own_line = c.at_start && text >= block.span.end};
  }

  /// What the heading may take: from after the number and its blanks to the end of the block; in
  /// a flattened one to the next candidate that could follow.
  Span reach_of(std::size_t index) const {
    const HeadingCandidate& c = candidates_[index];
    Span reach{c.number.span.end, block_span(c.block).end};
    if (c.flattened) {
      std::size_t next = index + 1;
      while (next < candidates_.size() && candidates_[next].number.doubtful) ++next;
      if (next < candidates_.size() && candidates_[next].block == c.block)
        reach.end = candidates_[next].number.span.begin;
    }
    while (!reach.empty() && document_.text[reach.begin] == ' ') ++reach.begin;
    return reach;
  }

  // --- unnumbered headings

  /// A line right below running text is its last, one right below the title is of the title.
  bool stands_apart(std::uint32_t block) const {
    if (!language_.headings.needs_gap || !has_gaps_ || document_.blocks[block].after_gap)
      return true;
    return block == 0 || (!headings_.empty() && headings_.back().block + 1 == block);
  }

  /// Short, and no mark at its end.
  bool may_be_unnumbered(std::uint32_t block) const {
    const std::string_view text = slice(block_span(block));
    if (is_long_line(language_, text) || language_.han(text) < 3) return false;
    if (is_table_row(language_, text)) return false;
    return language_.headings.unnumbered->matches(text) &&
           !language_.headings.not_unnumbered->matches(text) && stands_apart(block);
  }

  /// Something that a heading can stand above.
  bool is_text(std::uint32_t block) const {
    const std::string_view text = slice(block_span(block));
    if (begins_listed_item(document_, document_.blocks[block])) return true;
    return is_long_line(language_, text) || language_.headings.text_end->matches(text);
  }

  bool follows_text(std::uint32_t block) const {
    return block == 0 || language_.headings.text_before->matches(slice(block_span(block - 1))) ||
           headings_.back().block + 1 == block;
  }

  std::optional<std::uint32_t> next_body(std::uint32_t block) const {
    std::uint32_t next = block + 1;
    while (next < document_.blocks.size() && document_.blocks[next].zone != Zone::body) ++next;
    if (next < document_.blocks.size() &&
        language_.headings.underline->matches(slice(block_span(next))))
      ++next;
    if (next >= document_.blocks.size()) return std::nullopt;
    const Role role = outline_.roles[next];
    return role == Role::body || role == Role::slot ? std::optional(next) : std::nullopt;
  }

  /// Among numbers, as any unnumbered heading; else by its mark.
  void take_marked(std::uint32_t block, const MarkedHeading& marked) {
    const Span span = block_span(block);
    const int rank =
        numbered_outermost_ ? unnumbered_rank(block, false) : outermost + marked.level - 1;
    note(rank, 0);
    headings_.push_back(
        {.span = span, .words = marked.words, .text = span.end, .block = block, .rank = rank});
  }

  void take_unnumbered(std::uint32_t block) {
    const Block& given = document_.blocks[block];
    if (const auto marked = marked_.find(block); marked != marked_.end()) {
      const bool is_label = language_.ends_with_colon(slice(given.span));
      if (!numbered_outermost_ || (!is_label && !headings_.empty()))
        take_marked(block, marked->second);
      return;
    }
    if (!given.label.empty() && !language_.headings.label) return take_run_in(block);
    const bool stated = given.kind == Block::Kind::heading;
    if (!stated && !may_be_unnumbered(block)) return;
    const auto next = next_body(block);
    const std::string_view text = slice(given.span);
    const bool names_part = language_.documents.part->matches(text);
    if (!stated) {
      if (!next) return;
      const bool above_number = read_number(language_, slice(block_span(*next)), 0).has_value();
      const bool above_heading = may_be_unnumbered(*next) && next_body(*next) &&
                                 (is_text(*next_body(*next)) ||
                                  read_number(language_, slice(block_span(*next_body(*next))), 0));
      if (!is_text(*next) && !above_number && !above_heading && !is_capitals_apart(block, *next))
        return;
      // Before the first number of a numbered report stands the lead, not a heading; and later ones
      // stand between text and text.
      const bool fits = language_.headings.needs_gap || (!headings_.empty() && follows_text(block));
      if (numbered_outermost_ && (!fits || !(is_text(*next) || above_number))) return;
    }
    const Span words = without_label_mark(given.span);
    const Heading heading{.span = words,
                          .words = words,
                          .text = given.span.end,
                          .block = block,
                          .rank = stated && given.level > 0 ? stated_rank(given.level)
                                                            : unnumbered_rank(block, names_part)};
    if (!stated && !begins_in_capitals_) begins_in_capitals_ = is_in_capitals(block);
    if (stated && given.level > 0) note_stated(heading.rank);
    note(heading.rank, 0);
    headings_.push_back(heading);
  }

  /// 严格规范执法。全年……: what the format shows as the label of its paragraph is a heading.
  void take_run_in(std::uint32_t block) {
    const Block& given = document_.blocks[block];
    const bool names_part = language_.documents.part->matches(slice(given.label));
    std::uint32_t text = given.label.end;
    if (slice({text, given.span.end}).starts_with(language_.stop))
      text += static_cast<std::uint32_t>(language_.stop.size());
    const int rank =
        given.level > 0 ? stated_rank(given.level) : unnumbered_rank(block, names_part, true);
    note(rank, 0);
    headings_.push_back({.span = given.label,
                         .words = given.label,
                         .text = text,
                         .block = block,
                         .rank = rank,
                         .own_line = false});
  }

  /// Actions: or Actions. as a label is.
  Span without_label_mark(Span span) const {
    const std::size_t size = language_.label_words(slice(span)).size();
    const Span words{span.begin, span.begin + static_cast<std::uint32_t>(size)};
    const std::optional<Form>& label = language_.headings.label;
    return label && (*label)->matches(slice(words)) ? words : span;
  }

  bool is_in_capitals(std::uint32_t block) const {
    return language_.headings.capitals->matches(slice(block_span(block)));
  }

  /// One more in capitals, between blank lines.
  bool is_capitals_apart(std::uint32_t block, std::uint32_t next) const {
    return begins_in_capitals_.value_or(false) && is_in_capitals(block) &&
           document_.blocks[block].after_gap && document_.blocks[next].after_gap;
  }

  /// A level that numbered headings have too ranks as they do; one below them, below. Without any,
  /// levels rank among themselves.
  int stated_rank(int level) const {
    const auto same = rank_of_level_.find(level);
    if (same != rank_of_level_.end()) return same->second;
    const auto deeper = rank_of_level_.lower_bound(level);
    return deeper == rank_of_level_.begin()
               ? level
               : std::prev(deeper)->second + level - std::prev(deeper)->first;
  }

  static constexpr int outermost = 1, below = 2;

  /// In a report without 一、, a heading that names a part (…情况, …不足), or that stands right
  /// above another unnumbered one, is outermost; others are below it, if there is one. Among
  /// numbers, an unnumbered heading is a child of the number that is open.
  int unnumbered_rank(std::uint32_t block, bool names_part, bool is_run_in = false) const {
    if (numbered_outermost_) {
      if (open_.empty()) return language_.headings.needs_gap ? first_rank_ : outermost;
      const int top = open_.back().rank;
      return top % 10 == 5 ? top : top + 5;
    }
    if (language_.headings.needs_gap)  // Below those in capitals stand those that are not.
      return begins_in_capitals_.value_or(false) && !is_in_capitals(block) ? below : outermost;
    const auto next = is_run_in ? std::nullopt : next_body(block);
    const bool right_above =
        next && may_be_unnumbered(*next) && !read_number(language_, slice(block_span(*next)), 0);
    const bool right_below = !headings_.empty() && headings_.back().rank == outermost &&
                             headings_.back().block + 1 == block;
    if (right_below) return below;
    if (right_above || names_part) return outermost;
    const auto open_below = std::ranges::find(open_, below, &Open::rank);
    return open_below != open_.end() ? below : outermost;
  }

  const Document& document_;
  const LanguageData& language_;
  const Outline& outline_;
  std::set<std::uint32_t> table_headings_;  // Blocks.
  std::vector<HeadingCandidate> candidates_;
  std::vector<std::optional<Heading>> shapes_;     // Of each candidate: the heading that it may be.
  std::vector<bool> opens_;                        // Of each candidate: a numbering begins with it.
  std::map<std::uint32_t, MarkedHeading> marked_;  // By block.
  bool only_stated_ = false;                // Headings that the format states are all there are.
  std::optional<bool> begins_in_capitals_;  // Of the first unnumbered one; CAPA is a word.
  bool has_gaps_ = false;                   // Blank lines show where paragraphs begin.
  bool numbered_outermost_ = false;
  int first_rank_ = 0;         // Of the first number: unnumbered headings before it are its like.
  std::vector<bool> in_list_;  // Of each candidate.
  std::map<int, int> list_;    // Rank to the value of the last item that ended in ；.
  std::map<int, int> rank_of_level_;  // Of stated headings with numbers.
  int stated_ = 0;                    // Rank of the last stated one; 0 where none is open.
  std::map<int, int> ranks_below_;    // Below it: rank of the form to that of its row.
  std::vector<Open> open_;
  std::vector<Heading> headings_;
  std::vector<Number> numbers_;
};

}  // namespace

Headings find_headings(const Document& document, const Outline& outline) {
  Headings found = HeadingFinder(document, outline).find();
  add_label_headings(document, outline, found.headings);
  return found;
}

}  // namespace hegui
