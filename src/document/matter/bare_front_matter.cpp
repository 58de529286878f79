#include "document/matter/bare_front_matter.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "document/matter/page_blocks.h"
#include "document/numbering.h"

namespace hegui {
namespace {

class BareFrontMatter : PageBlocks {
 public:
  BareFrontMatter(const Document& document, const OutlineHints& hints, Outline& outline)
      : PageBlocks(document, hints), outline_(outline), page_numbers_(page_numbers()) {}

  void read() {
    outline_.roles.assign(count_, Role::body);
    begin_ = find_title();
    end_ = count_;
    while (end_ > begin_ && is_tail(end_ - 1)) --end_;
    for (std::size_t i = 0; i < count_; ++i) {
      const bool lies_outside = i < begin_ || i >= end_ || is_outside(i);
      if (outline_.roles[i] == Role::title) continue;
      if (is_meta(i))
        outline_.roles[i] = Role::metadata;
      else if (lies_outside || hints_.furniture.matches(words(i)) || is_inserted(i))
        outline_.roles[i] = Role::furniture;
      else if (is_attachment_line(language_, words(i)) && i > begin_ + (end_ - begin_) / 2)
        end_ = i;
    }
    for (std::size_t i = end_; i < count_; ++i)
      if (!is_tail(i)) outline_.roles[i] = Role::attachment;
    read_published();
    const auto size = static_cast<std::uint32_t>(document_.text.size());
    outline_.body = begin_ < end_ ? Span{document_.blocks[begin_].span.begin,
                                         document_.blocks[end_ - 1].span.end}
                                  : Span{size, size};
  }

 private:
  /// The block after the title, which is the only heading of the first level, what the file says of
  /// itself, or a first line that text does not follow. 0 without one.
  std::size_t find_title() {
    constexpr std::size_t farthest = 12;
    const auto take = [&](std::size_t block) {
      outline_.roles[block] = Role::title;
      outline_.title.push_back(document_.blocks[block].span);
      return block + 1;
    };
    for (std::size_t i = 0; i < std::min(count_, farthest); ++i)
      if (kind(i) == Block::Kind::heading && document_.blocks[i].level == 1 && count_stated(1) == 1)
        return take(i);
    std::size_t first = 0;
    while (first < count_ &&
           (is_outside(first) || is_meta(first) || is_page_line(language_, words(first))))
      ++first;
    if (first < count_ && may_be_title(first)) return take(first);
    for (std::size_t i = 0; i < count_; ++i)
      if (kind(i) == Block::Kind::meta_title) return take(i), first;
    return first;
  }

  bool may_be_title(std::size_t block) const {
    const std::string_view text = words(block);
    if (kind(block) == Block::Kind::heading && count_stated(document_.blocks[block].level) > 1)
      return false;
    if (language_.is_longer(text, 60) || language_.ends_sentence(text) ||
        read_number(language_, text, 0) || language_.page.not_title->matches(text))
      return false;
    const bool above_text = block + 1 < count_ && (language_.is_longer(words(block + 1), 60) ||
                                                   language_.has_stop(words(block + 1)));
    return names_document(language_, text) || hints_.subject.matches(text) || !above_text;
  }

  bool is_tail(std::size_t block) const {
    if (is_outside(block) || is_meta(block) || is_page_footer(language_, words(block))) return true;
    return !is_cell(block) && (is_page_line(language_, words(block)) || is_inserted(block));
  }

  bool is_cell(std::size_t block) const { return document_.blocks[block].in_table(); }

  /// Nobody puts an advertisement, or the number of a page, into the cell of a table.
  bool is_inserted(std::size_t block) const {
    return !is_cell(block) && (is_inserted_line(language_, words(block)) || page_numbers_[block]);
  }

  /// A number alone on its line is that of a page if it stands in a row: 1 … 2 … 3. Others are
  /// figures of the report.
  std::vector<bool> page_numbers() const {
    constexpr int last_begin = 3;  // A cover and a list of contents may be without.
    std::vector<std::size_t> row;
    for (int first = 1; first <= last_begin; ++first) {
      std::vector<std::size_t> found;
      int next = first;
      for (std::size_t i = 0; i < count_; ++i)
        if (number_alone(i) == next) {
          found.push_back(i);
          ++next;
        }
      if (found.size() > row.size()) row = std::move(found);
    }
    std::vector<bool> is_page_number(count_);
    if (row.size() > 1)
      for (const std::size_t block : row) is_page_number[block] = true;
    return is_page_number;
  }

  std::optional<int> number_alone(std::size_t block) const {
    constexpr std::size_t most_digits = 3;
    const std::string_view text = words(block);
    if (text.size() > most_digits || is_cell(block) ||
        text.find_first_not_of("0123456789") != std::string_view::npos)
      return std::nullopt;
    int value = 0;
    for (const char digit : text) value = 10 * value + (digit - '0');
    return value;
  }

  /// What the file says, or a line above the text that says so.
  void read_published() {
    constexpr std::size_t farthest = 15;
    for (std::size_t i = 0; i < std::min(count_, farthest); ++i) {
      const std::string_view text = words(i);
      const auto label = language_.page.published->find(text);
      if (!label && kind(i) != Block::Kind::meta_date) continue;
      const auto date = language_.page.day->find(text, label ? label->end : 0);
      if (!date) continue;
      outline_.published = language_.read_day(text.substr(date->begin, date->size()));
      if (outline_.published.empty()) continue;
      const std::uint32_t begin = document_.blocks[i].span.begin;
      outline_.published_at = {begin + (label ? label->begin : date->begin), begin + date->end};
      return;
    }
  }

  Outline& outline_;
  std::vector<bool> page_numbers_;
  std::size_t begin_ = 0;  // The first body block,
  std::size_t end_ = 0;    // and the one after the last.
};

}  // namespace

void read_bare_front_matter(const Document& document, const OutlineHints& hints, Outline& outline) {
  BareFrontMatter(document, hints, outline).read();
}

}  // namespace hegui
