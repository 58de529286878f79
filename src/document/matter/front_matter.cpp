// What a line looks like by itself is told by page_lines; here, what it is where it stands.

#include "document/matter/front_matter.h"

#include <algorithm>

#include "document/heading_marks.h"
#include "document/matter/back_matter.h"
#include "document/matter/bare_front_matter.h"
#include "document/matter/page_blocks.h"
#include "document/matter/page_lines.h"
#include "document/numbering.h"
#include "document/slots/slots.h"
#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// The words of a crawler's line 标题：… count as the title.
Span without_title_label(const Document& document, Span span) {
  const Form& label = data_of(document.language).page.title_label;
  if (const auto found = label->find(document.slice(span))) span.begin += found->end;
  return span;
}

class FrontMatter : PageBlocks {
 public:
  FrontMatter(const Document& document, const OutlineHints& hints, Outline& outline)
      : PageBlocks(document, hints), outline_(outline) {}

  void read() {
    outline_.roles.assign(count_, Role::body);
    begin_ = first_body_block();
    for (std::size_t i = 0; i < begin_; ++i)
      outline_.roles[i] =
          has_metadata_label(language_, words(i)) || is_date_line(language_, words(i))
              ? Role::metadata
              : Role::furniture;
    find_title();
    if (outline_.title.empty()) find_glued_title();
    take_headings_below_title();
    end_ = mark_back_matter(*this, begin_, outline_);
    for (std::size_t i = 0; i < count_; ++i) {
      if (is_outside(i)) outline_.roles[i] = Role::furniture;
      if (is_meta(i) && outline_.roles[i] != Role::title) outline_.roles[i] = Role::metadata;
    }
    for (std::size_t i = begin_; i < end_; ++i)
      if (hints_.furniture.matches(words(i)) || is_inserted_line(language_, words(i)))
        outline_.roles[i] = Role::furniture;
    read_metadata();
    set_body();
  }

 private:
  void set_body() {
    const auto size = static_cast<std::uint32_t>(document_.text.size());
    outline_.body = begin_ < end_ ? Span{std::max(document_.blocks[begin_].span.begin, body_begin_),
                                         document_.blocks[end_ - 1].span.end}
                                  : Span{size, size};
  }

  int score(std::string_view text) const {
    if (outline_.slots.empty()) return title_score(language_, hints_, text);
    return title_score(language_, hints_, without_slots(document_, text));
  }

  bool begins_body(std::size_t block) const {
    const std::string_view text = words(block);
    if (is_outside(block) || is_meta(block)) return false;
    // A stated heading opens the body, unless it can be the title.
    if (kind(block) == Block::Kind::heading && score(text) < 3 &&
        (document_.blocks[block].level > 1 || count_stated(document_.blocks[block].level) > 1))
      return true;
    const auto number = read_number(language_, text, 0);
    // A page may begin in the middle of a report: 二、 is as good as 一、.
    if (number && !number->doubtful &&
        (numbers_parts(number->form) || (number->value == 1 && number->form != Numbering::circle)))
      return true;
    if (is_page_part(text)) return false;
    const std::size_t han = language_.han(language_.first_characters(text, 400));
    // 各位代表：; but 站内检索： above the title is the page's.
    if (language_.ends_with_colon(text) && han <= 30)
      return !text.starts_with("——") && !is_above_title(block);
    // A line of hard-wrapped text may end in a comma, or anywhere.
    return (language_.ends_sentence(text) && han >= 12) ||
           (han >= 20 && text.ends_with(language_.comma)) ||
           (han >= 40 && language_.has_stop(text)) || han >= 90;
  }

  /// What surely is a title comes soon, and has not come yet.
  bool is_above_title(std::size_t block) const {
    constexpr std::size_t near = 12;
    constexpr int sure = 5;
    const auto is_title = [&](std::size_t i) {
      return !is_outside(i) && !is_meta(i) && !read_number(language_, words(i), 0) &&
             score(words(i)) >= sure;
    };
    for (std::size_t i = block > near ? block - near : 0; i < block; ++i)
      if (is_title(i)) return false;
    for (std::size_t i = block + 1; i < std::min(count_, block + near); ++i)
      if (is_title(i)) return true;
    return false;
  }

  std::size_t first_body_block() const {
    for (std::size_t i = 0; i < count_; ++i)
      if (begins_body(i)) return i;
    // A page of short lines: after the title, if there is one, all is body.
    for (std::size_t i = 0; i < count_; ++i)
      if (score(words(i)) >= 5) return i + 1;
    return 0;
  }

  /// The line of the front matter that looks most like a title; of equals the last, which is the
  /// one nearest to the body. Lines before it that it continues belong to it.
  void find_title() {
    std::size_t best = count_;
    int best_score = 2;
    for (std::size_t i = 0; i < begin_; ++i) {
      if (is_outside(i) || is_meta(i)) continue;
      const Span span = without_title_label(document_, document_.blocks[i].span);
      int fit = score(document_.slice(span));
      // The only heading of the first level is the title, whatever it says.
      if (kind(i) == Block::Kind::heading && document_.blocks[i].level == 1 && count_stated(1) == 1)
        fit += 5;
      if (fit >= best_score && fit > 2) {
        best = i;
        best_score = fit;
      }
    }
    // What the file says of itself counts where the text has no title.
    for (std::size_t i = 0; i < count_ && best == count_; ++i)
      if (kind(i) == Block::Kind::meta_title) best = i;
    if (best == count_) return;
    std::size_t first = best;
    while (first > 0 && best - first < 2 && continues_title(first)) --first;
    // …关于2021年度安全生产工作 / 情况的报告: the noun stands on the next line.
    if (best + 1 < count_ && !names_document(language_, words(best)) && is_title_end(best + 1)) {
      ++best;
      begin_ = std::max(begin_, best + 1);
    }
    for (std::size_t i = first; i <= best; ++i) {
      outline_.roles[i] = Role::title;
      outline_.title.push_back(without_title_label(document_, document_.blocks[i].span));
    }
  }

  /// 某镇2024年度…情况报告 发布时间：2025-01-21 来源：…: the page, or a line of it, became one
  /// line. The title is the piece between blanks that looks most like one, and what is metadata
  /// behind it is no body.
  void find_glued_title() {
    int best_score = 4;
    Span best;
    std::size_t best_block = count_;
    for (std::size_t i = 0; i < count_ && i <= begin_; ++i) {
      if (is_outside(i) || is_meta(i) || is_breadcrumb(language_, words(i))) continue;
      for (const Span piece : pieces_between_blanks(i)) {
        const int fit = score(document_.slice(piece));
        if (fit <= best_score) continue;
        best = piece;
        best_score = fit;
        best_block = i;
      }
    }
    if (best_block == count_) return;
    outline_.title.push_back(best);
    if (best_block == begin_)
      body_begin_ = end_of_metadata(best_block, best.end);
    else
      outline_.roles[best_block] = Role::title;
  }

  /// Of the beginning of a block.
  std::vector<Span> pieces_between_blanks(std::size_t block) const {
    constexpr std::uint32_t looked_at = 1200;  // Bytes.
    const Span all = document_.blocks[block].span;
    std::vector<Span> pieces;
    std::uint32_t begin = all.begin;
    for (std::uint32_t at = all.begin; at <= std::min(all.end, all.begin + looked_at); ++at) {
      if (at < all.end && document_.text[at] != ' ' && document_.text[at] != '>') continue;
      if (at > begin) {
        const auto label = metadata_label(language_, document_.slice({begin, at}));
        if (label && *label > 0) pieces.push_back({begin, begin + *label});
        pieces.push_back({begin + label.value_or(0), at});
      }
      begin = at + 1;
    }
    return pieces;
  }

  /// Where, after the title, the first piece begins that is not 发布时间：…, a date or a button.
  std::uint32_t end_of_metadata(std::size_t block, std::uint32_t after) const {
    for (const Span piece : pieces_between_blanks(block)) {
      if (piece.begin < after) continue;
      const std::string_view text = document_.slice(piece);
      const bool is_text = language_.is_longer(text, 30) || language_.has_stop(text) ||
                           read_number(language_, text, 0);
      if (is_text && !has_metadata_label(language_, first_code_points(text, 30)))
        return piece.begin;
    }
    return after;
  }

  /// Headings right above the first sentence, between the title and the text: what names a part, or
  /// looks like the headings further down.
  void take_headings_below_title() {
    constexpr int most = 3;
    for (int taken = 0; taken < most && begin_ >= 2 && begin_ < count_; ++taken) {
      const std::size_t above = begin_ - 1;
      if (outline_.title.empty() || outline_.roles[above] != Role::furniture) return;
      if (is_outside(above) || is_meta(above)) return;
      if (document_.blocks[above].span.begin < outline_.title.back().end) return;
      const std::string_view text = words(above);
      if (is_page_part(text) || names_issuer(language_, text) || is_contact_line(language_, text))
        return;
      if (!names_part(text) && !looks_like_headings_below(above)) return;
      outline_.roles[above] = Role::body;
      begin_ = above;
    }
  }

  bool names_part(std::string_view text) const {
    return language_.documents.whole_part->matches(text);
  }

  /// The 1 of a numbering, a line of a kind that comes again, or one of several short lines above
  /// long paragraphs.
  bool looks_like_headings_below(std::size_t block) const {
    const auto number = read_number(language_, words(block), 0);
    const auto mark = heading_mark(document_, static_cast<std::uint32_t>(block));
    const bool short_line = is_short_line_above_text(block);
    int alike = 0;
    for (std::size_t i = block + 1; i < count_; ++i) {
      if (is_outside(i) || is_meta(i)) continue;
      const auto other = read_number(language_, words(i), 0);
      if (number && other && other->form == number->form)
        return number->value == 1 && other->value == 2;
      if (mark && heading_mark(document_, static_cast<std::uint32_t>(i)) == mark) return true;
      if (!number && !other && short_line && is_short_line_above_text(i)) ++alike;
    }
    return alike >= 3;
  }

  bool is_short_line_above_text(std::size_t block) const {
    return block + 1 < count_ && !is_long_line(language_, words(block)) &&
           is_long_line(language_, words(block + 1)) &&
           language_.headings.plain->matches(words(block));
  }

  bool is_title_end(std::size_t block) const {
    return !is_outside(block) && !is_meta(block) && kind(block) != Block::Kind::heading &&
           language_.page.title_end->matches(words(block)) && !is_page_part(words(block));
  }

  bool continues_title(std::size_t block) const {
    if (is_outside(block - 1) || is_meta(block - 1) || is_meta(block)) return false;
    const std::string_view before = words(block - 1);
    const std::string_view text = words(block);
    if (count_code_points(first_code_points(before, 3)) < 3 || language_.is_longer(before, 60))
      return false;
    if (language_.ends_sentence(before) || names_document(language_, before)) return false;
    if (is_page_part(before) || is_date_line(language_, before)) return false;
    const bool opens = names_issuer(language_, before) ||
                       language_.page.title_opening->matches(before) ||
                       hints_.subject.matches(before);
    const auto subject = hints_.subject.find(text);
    return opens &&
           (language_.page.title_continued->matches(text) || (subject && subject->begin == 0));
  }

  void read_metadata() {
    for (std::size_t i = 0; i < count_; ++i) {
      const bool may_tell = outline_.roles[i] == Role::metadata ||
                            outline_.roles[i] == Role::title || i == begin_ ||
                            kind(i) == Block::Kind::meta_date;
      if (!may_tell) continue;
      // Of the first block of the body only what stands before it, of a title what has a label.
      const std::string_view text =
          i == begin_ ? words(i).substr(0, body_begin_ > document_.blocks[i].span.begin
                                               ? body_begin_ - document_.blocks[i].span.begin
                                               : 0)
                      : words(i);
      const auto at = language_.page.published->find(text);
      if (!at && (i == begin_ || outline_.roles[i] == Role::title)) continue;
      const auto date = language_.page.day->find(text, at ? at->end : 0);
      if (!date) continue;
      outline_.published = language_.read_day(text.substr(date->begin, date->size()));
      if (outline_.published.empty()) continue;
      const std::uint32_t begin = document_.blocks[i].span.begin;
      outline_.published_at = {begin + (at ? at->begin : date->begin), begin + date->end};
      return;
    }
  }

  Outline& outline_;
  std::uint32_t body_begin_ = 0;  // In the first body block, if it does not begin there.
  std::size_t begin_ = 0;         // The first body block,
  std::size_t end_ = 0;           // and the one after the last.
};

}  // namespace

void read_front_matter(const Document& document, const OutlineHints& hints, Outline& outline) {
  if (data_of(document.language).page.bare)
    read_bare_front_matter(document, hints, outline);
  else
    FrontMatter(document, hints, outline).read();
}

}  // namespace hegui
