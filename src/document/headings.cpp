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
// So candidates are collected first and then chosen in reading order with a stack of open
// numberings:
//
//   [一、 2] [（一） 1]   the last numbers seen, outermost first
//
// A number at the start of a line that has the shape of a heading is taken, whatever its value:
// people miscount. One in mid-line, or one that may be a quantity, must be the next of an open
// numbering, or a 1 for which a 2 follows.
//
// Covered by tests/golden/outline.

#include "document/headings.h"

#include <algorithm>
#include <map>
#include <optional>

#include "text/pattern.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_heading = 60;   // Characters, on a line of its own.
constexpr std::size_t longest_run_in = 50;    // Characters up to the mark that closes it.
constexpr std::size_t flattened_block = 300;  // Characters; shorter blocks hold no parts.

/// A number that may begin a heading.
struct Candidate {
  Number number = {};  // Its span is in the document's text.
  std::uint32_t block = 0;
  bool at_start = false;  // Of its block.
  bool closed = false;    // A sentence ends before it, or it is at the start.
};

bool ends_sentence(char32_t code) {
  constexpr std::u32string_view marks = U"。；：！？…”）";
  return marks.find(code) != std::u32string_view::npos;
}

bool may_begin_number(char byte, char next) {
  const auto b = static_cast<unsigned char>(byte);
  if (b >= '0' && b <= '9') return true;
  // 一..十 and 第 begin with E4–E7, ① with E2 91, （ with EF BC.
  return (b >= 0xE4 && b <= 0xE7) || (b == 0xE2 && static_cast<unsigned char>(next) == 0x91) ||
         (b == 0xEF && static_cast<unsigned char>(next) == 0xBC);
}

/// All numbers of a block that may begin a heading; the first of them may be at its start.
void collect(const Document& document, std::uint32_t block, std::vector<Candidate>& out) {
  const Span span = document.blocks[block].span;
  const std::string_view text = std::string_view(document.text).substr(0, span.end);
  if (const auto number = read_number(text, span.begin))
    out.push_back({*number, block, true, true});
  if (span.size() < flattened_block) return;  // Bytes: at least 100 characters.
  char32_t before = 0, before_blank = 0;
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (begin > span.begin && may_begin_number(text[begin], at > begin + 1 ? text[begin + 1] : 0)) {
      const char32_t previous = before == ' ' ? before_blank : before;
      const bool closed = ends_sentence(previous);
      // An unclosed heading runs into its number: …法治意识1.深入学习. A digit or 第 before it
      // means a quantity or a reference.
      const bool open = is_han(previous) && previous != U'第';
      if (closed || open) {
        if (const auto number = read_number(text, static_cast<std::uint32_t>(begin));
            number && number->form != Numbering::multilevel) {
          // Where lines were joined by blanks, a blank closes as a mark does.
          out.push_back({*number, block, false, closed || before == ' '});
          at = number->span.end;
          before = before_blank = U'、';
          continue;
        }
      }
    }
    if (code != ' ') before_blank = code;
    before = code;
  }
}

int rank_of(const Number& number) {
  // Room between the forms for unnumbered headings and for the depths of 1.1.1.
  const int rank = static_cast<int>(number.form) * 10;
  return number.form == Numbering::multilevel ? rank + number.parts : rank;
}

class HeadingFinder {
 public:
  HeadingFinder(const Document& document, const Outline& outline)
      : document_(document), outline_(outline) {}

  std::vector<Heading> find() {
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i)
      if (may_hold_headings(i)) collect(document_, i, candidates_);
    find_flattened_blocks();
    numbered_outermost_ =
        std::ranges::count_if(candidates_,
                              [](const Candidate& c) {
                                return c.at_start && (c.number.form == Numbering::comma ||
                                                      c.number.form == Numbering::part);
                              }) >= 2 ||
        !flattened_.empty();
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      if (!may_hold_headings(i)) continue;
      const bool numbered =
          next < candidates_.size() && candidates_[next].block == i && candidates_[next].at_start;
      if (!numbered) take_unnumbered(i);
      for (; next < candidates_.size() && candidates_[next].block == i; ++next) take(next);
    }
    return std::move(headings_);
  }

 private:
  /// Numbers in tables and footnotes number something else.
  bool may_hold_headings(std::uint32_t block) const {
    const Block::Kind kind = document_.blocks[block].kind;
    return outline_.roles[block] == Role::body && kind != Block::Kind::table_cell &&
           kind != Block::Kind::note;
  }

  std::string_view slice(Span span) const { return document_.slice(span); }
  Span block_span(std::uint32_t block) const { return document_.blocks[block].span; }

  // --- mid-line headings

  /// A block is a flattened report, or a flattened part of one, if it holds 一、二、… in a row,
  /// begins with 一、 and holds （一）（二）…, or goes on with the numbering that it begins with.
  void find_flattened_blocks() {
    for (std::size_t i = 0; i < candidates_.size();) {
      std::size_t end = i;
      while (end < candidates_.size() && candidates_[end].block == candidates_[i].block) ++end;
      if (is_flattened(i, end)) flattened_.push_back(candidates_[i].block);
      i = end;
    }
  }

  bool is_flattened(std::size_t begin, std::size_t end) const {
    int commas = 0, brackets = 0, open_commas = 0;
    bool outer_start = false, goes_on = false;
    const Number& first = candidates_[begin].number;
    for (std::size_t i = begin; i < end; ++i) {
      const Candidate& c = candidates_[i];
      const Numbering form = c.number.form;
      const bool outer = form == Numbering::comma || form == Numbering::part;
      if (c.at_start) {
        outer_start = outer;
        commas += outer;
        continue;
      }
      // Mid-line 一、 counts only as the next of its row, or nothing would stop 十、 in a sentence.
      if (outer && !c.number.doubtful) {
        if (c.closed && (c.number.value == commas + 1 || c.number.value == 1)) ++commas;
        if (c.number.value == open_commas + 1) ++open_commas;
      }
      if (form == Numbering::bracket && c.closed) ++brackets;
      goes_on = goes_on || (candidates_[begin].at_start && c.closed && form == Numbering::bracket &&
                            form == first.form && c.number.value == first.value + 1);
    }
    const std::size_t size = block_span(candidates_[begin].block).size();
    return commas >= 2 + (outer_start ? 1 : 0) || open_commas >= 3 ||
           (outer_start && brackets >= 2) || goes_on || (brackets >= 2 && size > 4500);
  }

  bool in_flattened(const Candidate& c) const {
    return std::ranges::binary_search(flattened_, c.block);
  }

  /// A 1 opens a numbering only if its 2 comes before an outer number ends the stretch.
  bool has_successor(std::size_t index) const {
    const Number& number = candidates_[index].number;
    for (std::size_t i = index + 1; i < candidates_.size(); ++i) {
      const Number& later = candidates_[i].number;
      if (later.form == number.form && later.value == number.value + 1) return true;
      if (candidates_[i].at_start && rank_of(later) < rank_of(number) && !later.doubtful)
        return false;
    }
    return false;
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

  void note(int rank, int value) {
    while (!open_.empty() && open_.back().rank >= rank) open_.pop_back();
    open_.push_back({rank, value});
  }

  void take(std::size_t index) {
    const Candidate& c = candidates_[index];
    if (!headings_.empty() && c.number.span.begin < headings_.back().text) return;
    // A numbering may begin anew below the same heading: a list under an unnumbered passage.
    const bool fits = is_next(c.number) || (c.number.value == 1 && has_successor(index));
    // 一、二季度 opens nothing; 二、 that looks like a quantity may go on what is open.
    if (c.number.doubtful && !(c.at_start && is_next(c.number))) return;
    const bool is_item = c.at_start && slice(block_span(c.block)).ends_with("；");
    if (is_last_of_list(c)) {
      if (is_item) list_.insert_or_assign(rank_of(c.number), c.number.value);
      return;
    }
    if (!c.at_start) {
      if (!in_flattened(c) || !fits) return;
      if (!c.closed && !is_closed_elsewhere(c)) return;
    }
    auto heading = shape(index);
    if (!heading) {
      if (is_item) list_.insert_or_assign(rank_of(c.number), c.number.value);
      return;
    }
    note(heading->rank, heading->value);
    const Block& block = document_.blocks[c.block];
    if (c.at_start && block.kind == Block::Kind::heading)
      rank_of_level_.insert_or_assign(block.level, heading->rank);
    headings_.push_back(*heading);
  }

  /// 1.…； 2.…； 3.…。: what follows items that end in ； is one too.
  bool is_last_of_list(const Candidate& c) const {
    const auto item = list_.find(rank_of(c.number));
    return item != list_.end() && c.number.value == item->second + 1;
  }

  /// Unclosed numbers are believed only in a block that is flattened without marks.
  bool is_closed_elsewhere(const Candidate& c) const {
    return c.number.form == Numbering::comma || c.number.form == Numbering::part ||
           c.number.form == Numbering::bracket || c.number.form == Numbering::dot;
  }

  // --- where a heading ends

  /// The end of the stretch that the heading may take: the next candidate that could follow it.
  std::uint32_t limit(std::size_t index) const {
    const Candidate& c = candidates_[index];
    for (std::size_t i = index + 1; i < candidates_.size() && candidates_[i].block == c.block; ++i)
      if (in_flattened(c) && !candidates_[i].number.doubtful)
        return candidates_[i].number.span.begin;
    return block_span(c.block).end;
  }

  struct Close {
    std::uint32_t end = 0;   // Of the heading's words.
    std::uint32_t text = 0;  // Behind the mark.
  };

  std::optional<Close> closing_mark(Span words) const {
    const std::string_view text = slice(words);
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size() && characters <= longest_run_in; ++characters) {
      const std::size_t begin = at;
      const char32_t code = next_code_point(text, at);
      // 主要做法：一是…: a colon closes what is short and has no comma.
      const bool colon = code == U'：' && characters <= 24 &&
                         text.substr(0, begin).find("，") == std::string_view::npos;
      if (code == U'。' || code == U'！' || code == U'？' || colon)
        return Close{words.begin + static_cast<std::uint32_t>(begin),
                     words.begin + static_cast<std::uint32_t>(at)};
      if (code == U'；') return std::nullopt;
    }
    return std::nullopt;
  }

  /// 法律服务一是…: the items begin where the heading ends.
  std::optional<Close> listing_end(Span words) const {
    static const Pattern listing(R"(^[^。；：！？]{2,40}?(?=一是|一方面|首先，))");
    const auto found = listing.find(first_code_points(slice(words), longest_run_in));
    if (!found) return std::nullopt;
    return Close{words.begin + found->end, words.begin + found->end};
  }

  /// On a line that is no flattened report a blank ends only what is plainly short above long text.
  bool is_above_text(const Close& blank, Span words) const {
    const std::string_view head = slice({words.begin, blank.end});
    return head.find("，") == std::string_view::npos && count_code_points(head) <= 25 &&
           words.end - blank.end > 90;
  }

  /// （一）规范执法 全镇办理事项一百二十六项，满意度稳步提升。: a sentence of clauses up to the end
  /// of the line, behind what is short and has none.
  bool is_before_sentence(const Close& blank, const Close& mark, Span words) const {
    const std::string_view head = slice({words.begin, blank.end});
    const std::string_view rest = slice({blank.end, mark.end});
    return mark.text == words.end && head.find("，") == std::string_view::npos &&
           count_code_points(head) <= 15 && count_code_points(rest) >= 12 &&
           rest.find("，") != std::string_view::npos && !rest.starts_with("，");
  }

  std::optional<Close> blank_end(Span words) const {
    static const Pattern blank(
        R"(^[^\s。；：！？]{4,40}(?<!\d)(?=\s+(?:[^\s\d年]|(?:19|20)\d\d年)))");
    const auto found = blank.find(first_code_points(slice(words), longest_run_in));
    if (!found) return std::nullopt;
    return Close{words.begin + found->end, words.begin + found->end};
  }

  /// Where a heading without a mark goes over into text: behind the noun that names a part, before
  /// 一是, at a blank, else at the first comma.
  std::optional<Close> unmarked_end(Span words, bool in_flat) const {
    static const Pattern noun("(?:" + std::string(part_nouns) + ")(?![和与及、的以之，：]|导向|" +
                              std::string(part_nouns) + ")(?=[\\p{sc:Han}\\d“《])");
    static const Pattern blank(R"(^\S{4,25}(?=\s\S))");
    const std::string_view text = first_code_points(slice(words), longest_run_in);
    const auto close = [&](std::size_t at) {
      const auto end = words.begin + static_cast<std::uint32_t>(at);
      return Close{end, end};
    };
    if (const auto found = blank.find(text);
        found && text.substr(0, found->end).find("，") == std::string_view::npos)
      return close(found->end);
    if (!in_flat) return std::nullopt;
    if (const auto found = noun.find(text)) return close(found->end);
    if (const auto comma = text.find("，"); comma != std::string_view::npos) return close(comma);
    return std::nullopt;
  }

  /// Says what was done or how much: an item of a list, not a heading.
  static bool is_statement(std::string_view words) {
    static const Pattern counted(
        R"(\d+(\.\d+)?(余|多)?(万|亿)?(次|件|个|人|份|场|起|项|%|户|家|元|名|期|宗|条|部|处)|\d+月)");
    static const Pattern clauses(R"(，.*，)");
    return counted.matches(words) || words.find("；") != std::string_view::npos ||
           (clauses.matches(words) && count_code_points(words) > 26);
  }

  std::optional<Heading> shape(std::size_t index) const {
    const Candidate& c = candidates_[index];
    Heading heading{.block = c.block,
                    .form = c.number.form,
                    .value = c.number.value,
                    .rank = rank_of(c.number)};
    std::uint32_t begin = c.number.span.end;
    const std::uint32_t end = limit(index);
    while (begin < end && document_.text[begin] == ' ') ++begin;
    const Span words{begin, end};
    if (words.empty()) return std::nullopt;
    const bool whole_block = end == block_span(c.block).end;
    const bool stated = c.at_start && document_.blocks[c.block].kind == Block::Kind::heading;
    const auto set = [&](std::uint32_t words_end, std::uint32_t text) {
      while (words_end > begin && document_.text[words_end - 1] == ' ') --words_end;
      if (words_end <= begin) return std::optional<Heading>{};
      heading.words = {begin, words_end};
      heading.span = {c.number.span.begin, words_end};
      heading.text = text;
      heading.own_line = c.at_start && text >= block_span(c.block).end;
      return std::optional(heading);
    };
    const auto close = closing_mark(words);
    if (const auto listing = listing_end(words); listing && (!close || listing->end < close->end))
      return set(listing->end, listing->text);
    // Joined by blanks: 一、主要举措 街道全年…. A blank before the mark ends the heading.
    if (const auto blank = blank_end(words);
        blank &&
        (in_flattened(c) || is_above_text(*blank, words) ||
         (close && is_before_sentence(*blank, *close, words))) &&
        (!close || blank->end < close->end))
      return set(blank->end, blank->text);
    if (close) {
      const bool ends_block = close->text >= end && whole_block;
      const std::string_view said = slice({begin, close->end});
      const bool is_sentence = is_statement(said) || (ends_block && count_code_points(said) > 30);
      if (is_sentence && !(stated && ends_block)) return std::nullopt;
      return set(close->end, close->text);
    }
    const std::size_t length =
        count_code_points(first_code_points(slice(words), longest_heading + 1));
    if (whole_block && (stated || !slice(words).ends_with("；")) &&
        (stated || !slice(words).ends_with("。"))) {
      if (length <= longest_heading && !slice(words).ends_with("：")) {
        const Span trimmed = slice(words).ends_with("，") ? Span{begin, end - 3} : words;
        if (trimmed.empty()) return std::nullopt;
        return set(trimmed.end, end);
      }
      if (length <= 40) return set(end - 3, end);  // 一、2024年以来，主要做了以下工作：
    } else if (!whole_block && length <= longest_run_in) {
      return set(end, end);
    }
    if (const auto unmarked = unmarked_end(words, in_flattened(c)))
      return set(unmarked->end, unmarked->text);
    return std::nullopt;
  }

  // --- unnumbered headings

  /// Short, no mark at its end, and running text or another heading below it.
  bool may_be_unnumbered(std::uint32_t block) const {
    const std::string_view text = slice(block_span(block));
    const std::size_t length = count_code_points(first_code_points(text, 41));
    if (length < 3 || length > 40 || count_han(text) < 3) return false;
    static const Pattern no_heading(
        R"([。；，、：！？…]$|；|。|^[（(【\[—–\-•·●◆▪*“"]|^(附件|附表|注：)|^\S{2,3}$|\d{1,2}月\d{1,2}日|图[为:：]|^(图|表|附图|附表)\s?\d|摄$|^(一|二|三|四|五|六|七|八|九)是|^第[一二三四五六七八九十]，)");
    return !no_heading.matches(text);
  }

  /// Something that a heading can stand above.
  bool is_text(std::uint32_t block) const {
    const std::string_view text = slice(block_span(block));
    static const Pattern mark(R"([。；：！？”）]$)");
    return count_code_points(first_code_points(text, 41)) > 40 || mark.matches(text);
  }

  bool follows_text(std::uint32_t block) const {
    static const Pattern mark(R"([。！？：；”）]$)");
    return block == 0 || mark.matches(slice(block_span(block - 1))) ||
           headings_.back().block + 1 == block;
  }

  std::optional<std::uint32_t> next_body(std::uint32_t block) const {
    const std::uint32_t next = block + 1;
    return next < document_.blocks.size() && outline_.roles[next] == Role::body
               ? std::optional(next)
               : std::nullopt;
  }

  void take_unnumbered(std::uint32_t block) {
    const Block& given = document_.blocks[block];
    const bool stated = given.kind == Block::Kind::heading;
    if (!stated && !may_be_unnumbered(block)) return;
    const auto next = next_body(block);
    static const Pattern part("(" + std::string(part_nouns) + ")$");
    const std::string_view text = slice(given.span);
    const bool names_part = part.matches(text);
    if (!stated) {
      if (!next) return;
      const bool above_number = read_number(slice(block_span(*next)), 0).has_value();
      const bool above_heading =
          may_be_unnumbered(*next) && next_body(*next) &&
          (is_text(*next_body(*next)) || read_number(slice(block_span(*next_body(*next))), 0));
      if (!is_text(*next) && !above_number && !above_heading) return;
      // Before the first number of a numbered report stands the lead, not a heading; and later ones
      // stand between text and text.
      if (numbered_outermost_ &&
          (headings_.empty() || !follows_text(block) || !(is_text(*next) || above_number)))
        return;
    }
    const Heading heading{.span = given.span,
                          .words = given.span,
                          .text = given.span.end,
                          .block = block,
                          .rank = stated && given.level > 0 ? stated_rank(given.level)
                                                            : unnumbered_rank(block, names_part)};
    note(heading.rank, 0);
    headings_.push_back(heading);
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
  int unnumbered_rank(std::uint32_t block, bool names_part) const {
    if (numbered_outermost_) {
      if (open_.empty()) return outermost;
      const int top = open_.back().rank;
      return top % 10 == 5 ? top : top + 5;
    }
    const auto next = next_body(block);
    const bool right_above =
        next && may_be_unnumbered(*next) && !read_number(slice(block_span(*next)), 0);
    const bool right_below = !headings_.empty() && headings_.back().rank == outermost &&
                             headings_.back().block + 1 == block;
    if (right_below) return below;
    if (right_above || names_part) return outermost;
    const auto open_below = std::ranges::find(open_, below, &Open::rank);
    return open_below != open_.end() ? below : outermost;
  }

  const Document& document_;
  const Outline& outline_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> flattened_;  // Blocks, rising.
  bool numbered_outermost_ = false;
  std::map<int, int> list_;           // Rank to the value of the last item that ended in ；.
  std::map<int, int> rank_of_level_;  // Of stated headings with numbers.
  std::vector<Open> open_;
  std::vector<Heading> headings_;
};

}  // namespace

std::vector<Heading> find_headings(const Document& document, const Outline& outline) {
  return HeadingFinder(document, outline).find();
}

}  // namespace hegui
