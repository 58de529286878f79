// What a line looks like by itself is told by page_lines; here, what it is where it stands.

#include "document/front_matter.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "document/contents.h"
#include "document/document_words.h"
#include "document/heading_marks.h"
#include "document/page_lines.h"
#include "text/pattern.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// The words of a crawler's line 标题：… count as the title.
Span without_title_label(const Document& document, Span span) {
  static const Pattern label(R"(^(标题|题名|信息名称|名称)：\s*)");
  if (const auto found = label.find(document.slice(span))) span.begin += found->end;
  return span;
}

class FrontMatter {
 public:
  FrontMatter(const Document& document, const OutlineHints& hints, Outline& outline)
      : document_(document),
        hints_(hints),
        outline_(outline),
        count_(document.blocks.size()),
        contents_(contents_blocks(document)) {}

  void read() {
    outline_.roles.assign(count_, Role::body);
    begin_ = first_body_block();
    for (std::size_t i = 0; i < begin_; ++i)
      outline_.roles[i] =
          has_metadata_label(words(i)) || is_date_line(words(i)) ? Role::metadata : Role::furniture;
    find_title();
    if (outline_.title.empty()) find_glued_title();
    take_headings_below_title();
    end_ = end_of_body();
    for (std::size_t i = 0; i < count_; ++i) {
      if (is_outside(i)) outline_.roles[i] = Role::furniture;
      if (is_meta(i) && outline_.roles[i] != Role::title) outline_.roles[i] = Role::metadata;
    }
    for (std::size_t i = begin_; i < end_; ++i)
      if (hints_.furniture.matches(words(i)) || is_inserted_line(words(i)))
        outline_.roles[i] = Role::furniture;
    read_metadata();
    if (begin_ < end_)
      outline_.body = {std::max(document_.blocks[begin_].span.begin, body_begin_),
                       document_.blocks[end_ - 1].span.end};
    else
      outline_.body = {static_cast<std::uint32_t>(document_.text.size()),
                       static_cast<std::uint32_t>(document_.text.size())};
  }

 private:
  std::string_view words(std::size_t block) const {
    return document_.slice(document_.blocks[block].span);
  }

  Block::Kind kind(std::size_t block) const { return document_.blocks[block].kind; }

  /// The format says that it is not the report, or it only tells what comes.
  bool is_outside(std::size_t block) const {
    return kind(block) == Block::Kind::furniture || kind(block) == Block::Kind::code ||
           contents_[block];
  }
  bool is_meta(std::size_t block) const {
    return kind(block) == Block::Kind::meta_title || kind(block) == Block::Kind::meta_date ||
           kind(block) == Block::Kind::meta_source;
  }

  bool is_page_part(std::string_view text) const {
    return is_page_line(text) || hints_.furniture.matches(text);
  }

  bool begins_body(std::size_t block) const {
    const std::string_view text = words(block);
    if (is_outside(block) || is_meta(block)) return false;
    // A stated heading opens the body, unless it can be the title.
    if (kind(block) == Block::Kind::heading && title_score(text) < 3 &&
        (document_.blocks[block].level > 1 || count_stated(document_.blocks[block].level) > 1))
      return true;
    const auto number = read_number(text, 0);
    // A page may begin in the middle of a report: 二、 is as good as 一、.
    if (number && !number->doubtful &&
        (numbers_parts(number->form) || (number->value == 1 && number->form != Numbering::circle)))
      return true;
    if (is_page_part(text)) return false;
    const std::size_t han = count_han(first_code_points(text, 400));
    // 各位代表：; but 站内检索： above the title is the page's.
    if (text.ends_with("：") && han <= 30) return !text.starts_with("——") && !is_above_title(block);
    return (ends_sentence(text) && han >= 12) ||
           (han >= 40 && text.find("。") != std::string_view::npos) || han >= 90;
  }

  /// What surely is a title comes soon, and has not come yet.
  bool is_above_title(std::size_t block) const {
    constexpr std::size_t near = 12;
    constexpr int sure = 5;
    const auto is_title = [&](std::size_t i) {
      return !is_outside(i) && !is_meta(i) && !read_number(words(i), 0) &&
             title_score(words(i)) >= sure;
    };
    for (std::size_t i = block > near ? block - near : 0; i < block; ++i)
      if (is_title(i)) return false;
    for (std::size_t i = block + 1; i < std::min(count_, block + near); ++i)
      if (is_title(i)) return true;
    return false;
  }

  std::ptrdiff_t count_stated(int level) const {
    return std::ranges::count_if(document_.blocks, [&](const Block& block) {
      return block.kind == Block::Kind::heading && block.level == level;
    });
  }

  std::size_t first_body_block() const {
    for (std::size_t i = 0; i < count_; ++i)
      if (begins_body(i)) return i;
    // A page of short lines: after the title, if there is one, all is body.
    for (std::size_t i = 0; i < count_; ++i)
      if (title_score(words(i)) >= 5) return i + 1;
    return 0;
  }

  int title_score(std::string_view text) const {
    const std::size_t length = count_code_points(first_code_points(text, 91));
    static const Pattern year(R"((20|19)\d\d|二[〇零○])");
    static const Pattern about(R"(关于|年度|工作)");
    if (length < 4 || length > 90 || ends_sentence(text)) return 0;
    if (text.find("：") != text.npos || text.find('/') != text.npos) return 0;  // 本地目录：zwgk/…
    if (is_page_part(text) || is_date_line(text)) return 0;
    const bool noun = names_document(text);
    const bool subject = hints_.subject.matches(text);
    if (!noun && !(subject && year.matches(text))) return 0;
    return (noun ? 3 : 0) + (year.matches(text) ? 2 : 0) + (subject ? 2 : 0) +
           (about.matches(text) ? 1 : 0) - (text.starts_with("——") ? 4 : 0);
  }

  /// The line of the front matter that looks most like a title; of equals the last, which is the
  /// one nearest to the body. Lines before it that it continues belong to it.
  void find_title() {
    std::size_t best = count_;
    int best_score = 2;
    for (std::size_t i = 0; i < begin_; ++i) {
      if (is_outside(i) || is_meta(i)) continue;
      const Span span = without_title_label(document_, document_.blocks[i].span);
      int score = title_score(document_.slice(span));
      // The only heading of the first level is the title, whatever it says.
      if (kind(i) == Block::Kind::heading && document_.blocks[i].level == 1 && count_stated(1) == 1)
        score += 5;
      if (score >= best_score && score > 2) {
        best = i;
        best_score = score;
      }
    }
    // What the file says of itself counts where the text has no title.
    for (std::size_t i = 0; i < count_ && best == count_; ++i)
      if (kind(i) == Block::Kind::meta_title) best = i;
    if (best == count_) return;
    std::size_t first = best;
    while (first > 0 && best - first < 2 && continues_title(first)) --first;
    // …关于2021年度安全生产工作 / 情况的报告: the noun stands on the next line.
    if (best + 1 < count_ && !names_document(words(best)) && is_title_end(best + 1)) {
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
      if (is_outside(i) || is_meta(i) || is_breadcrumb(words(i))) continue;
      for (const Span piece : pieces_between_blanks(i)) {
        const int score = title_score(document_.slice(piece));
        if (score <= best_score) continue;
        best = piece;
        best_score = score;
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
        const auto label = metadata_label(document_.slice({begin, at}));
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
      const bool is_text = count_code_points(first_code_points(text, 31)) > 30 ||
                           text.find("。") != text.npos || read_number(text, 0);
      if (is_text && !has_metadata_label(first_code_points(text, 30))) return piece.begin;
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
      if (is_page_part(text) || names_issuer(text) || is_contact_line(text)) return;
      if (!names_part(text) && !looks_like_headings_below(above)) return;
      outline_.roles[above] = Role::body;
      begin_ = above;
    }
  }

  static bool names_part(std::string_view text) {
    static const Pattern part("^[\\p{sc:Han}\\d“”、和与及]{2,30}(?:" + std::string(zh_words.parts) +
                              ")$");
    return part.matches(text);
  }

  /// The 1 of a numbering, a line of a kind that comes again, or one of several short lines above
  /// long paragraphs.
  bool looks_like_headings_below(std::size_t block) const {
    const auto number = read_number(words(block), 0);
    const auto mark = heading_mark(document_, static_cast<std::uint32_t>(block));
    const bool short_line = is_short_line_above_text(block);
    int alike = 0;
    for (std::size_t i = block + 1; i < count_; ++i) {
      if (is_outside(i) || is_meta(i)) continue;
      const auto other = read_number(words(i), 0);
      if (number && other && other->form == number->form)
        return number->value == 1 && other->value == 2;
      if (mark && heading_mark(document_, static_cast<std::uint32_t>(i)) == mark) return true;
      if (!number && !other && short_line && is_short_line_above_text(i)) ++alike;
    }
    return alike >= 3;
  }

  bool is_short_line_above_text(std::size_t block) const {
    static const Pattern plain("^[^。；：！？（(—]{3,}$");
    return block + 1 < count_ && !is_long_line(words(block)) && is_long_line(words(block + 1)) &&
           plain.matches(words(block));
  }

  bool is_title_end(std::size_t block) const {
    static const Pattern end(R"(^[^，。：\d]{0,16}(报告|总结|情况|汇报)(（.{1,20}）)?$)");
    return !is_outside(block) && !is_meta(block) && kind(block) != Block::Kind::heading &&
           end.matches(words(block)) && !is_page_part(words(block));
  }

  bool continues_title(std::size_t block) const {
    if (is_outside(block - 1) || is_meta(block - 1) || is_meta(block)) return false;
    const std::string_view before = words(block - 1);
    const std::string_view text = words(block);
    const std::size_t length = count_code_points(first_code_points(before, 61));
    if (length < 3 || length > 60 || ends_sentence(before) || names_document(before)) return false;
    if (is_page_part(before) || is_date_line(before)) return false;
    static const Pattern opening(R"(关于|年度?|推进|贯彻|落实|开展)");
    static const Pattern continued(
        R"(^(关于|20\d\d|19\d\d|年度|推进|建设|工作|情况|政府|的|贯彻|落实|履行))");
    const bool opens =
        names_issuer(before) || opening.matches(before) || hints_.subject.matches(before);
    const auto subject = hints_.subject.find(text);
    return opens && (continued.matches(text) || (subject && subject->begin == 0));
  }

  bool is_tail(std::size_t block) const {
    const std::string_view text = words(block);
    if (is_outside(block) || is_meta(block)) return true;
    if (is_page_part(text) || is_date_line(text) || is_attachment_line(text) ||
        is_contact_line(text))
      return true;
    if (ends_sentence(text)) return false;
    if (count_code_points(first_code_points(text, 46)) > 45) return false;
    // 无 under 其他需要报告的情况 is an answer, short as it is.
    if (block > begin_) {
      const std::string_view before = words(block - 1);
      static const Pattern others(R"((其他|其它).{0,12}(报告|说明|事项|情况))");
      if (count_code_points(first_code_points(before, 41)) <= 40 && others.matches(before))
        return false;
      static const Pattern answer(R"(^(无|没有|暂无))");
      if (answer.matches(text)) return false;
    }
    return !read_number(text, 0);
  }

  std::size_t end_of_body() {
    std::size_t end = count_;
    while (end > begin_ && is_tail(end - 1)) --end;
    // What follows 附件 or a page's footer in the second half is not body, long as it may be.
    for (std::size_t i = begin_ + (end - begin_) / 2; i < end; ++i)
      if (i > begin_ && (is_attachment_line(words(i)) || is_page_footer(words(i)))) {
        end = i;
        while (end > begin_ + 1 && is_tail(end - 1)) --end;
        break;
      }
    bool attachment = false;
    for (std::size_t i = end; i < count_; ++i) {
      const std::string_view text = words(i);
      // The page's footer ends the attachments.
      attachment = (attachment && !is_page_part(text)) || is_attachment_line(text);
      if (attachment)
        outline_.roles[i] = Role::attachment;
      else if (is_date_line(text) || names_issuer(text))
        outline_.roles[i] = Role::signature;
      else
        outline_.roles[i] = Role::furniture;
    }
    return end;
  }

  void read_metadata() {
    static const Pattern day(
        R"((?<!\d)((?:19|20)\d\d)\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})(?!\d))");
    static const Pattern label(R"((发布|发表|公布|公开|更新)?(时间|日期)：)");
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
      const auto at = label.find(text);
      if (!at && (i == begin_ || outline_.roles[i] == Role::title)) continue;
      const auto date = day.find(text, at ? at->end : 0);
      if (!date) continue;
      outline_.published = iso_date(text.substr(date->begin, date->size()));
      if (outline_.published.empty()) continue;
      const std::uint32_t begin = document_.blocks[i].span.begin;
      outline_.published_at = {begin + (at ? at->begin : date->begin), begin + date->end};
      return;
    }
  }

  static std::string iso_date(std::string_view text) {
    std::array<int, 3> fields{};
    std::size_t field = 0;
    bool digit_before = false;
    for (const char c : text) {
      const bool digit = c >= '0' && c <= '9';
      if (!digit && digit_before && field < 2) ++field;
      if (digit) fields[field] = fields[field] * 10 + (c - '0');
      digit_before = digit;
    }
    if (fields[1] < 1 || fields[1] > 12 || fields[2] < 1 || fields[2] > 31) return {};
    return fmt::format("{:04}-{:02}-{:02}", fields[0], fields[1], fields[2]);
  }

  const Document& document_;
  const OutlineHints& hints_;
  Outline& outline_;
  std::size_t count_;
  std::vector<bool> contents_;
  std::uint32_t body_begin_ = 0;  // In the first body block, if it does not begin there.
  std::size_t begin_ = 0;         // The first body block,
  std::size_t end_ = 0;           // and the one after the last.
};

}  // namespace

void read_front_matter(const Document& document, const OutlineHints& hints, Outline& outline) {
  FrontMatter(document, hints, outline).read();
}

}  // namespace hegui
