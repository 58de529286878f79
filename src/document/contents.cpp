#include "document/contents.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "document/matter/page_lines.h"
#include "document/numbering.h"
#include "language/language_data.h"
#include "search/pattern.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_entry = 80;  // Chinese characters.
constexpr std::size_t fewest_again = 3;    // Lines that come again; two may be chance.
constexpr std::size_t most_again = 300;    // Nobody lists more; each line looks that far ahead.

class ContentsFinder {
 public:
  explicit ContentsFinder(const Document& document)
      : document_(document), language_(data_of(document.language)), found_(document.blocks.size()) {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      entries_.push_back(entry_of(i));
      same_.push_back(entries_[i].empty() ? nullptr : &places_[entries_[i]]);
      if (same_[i]) same_[i]->push_back(i);
    }
  }

  std::vector<bool> find() {
    for (std::size_t i = 0; i < found_.size(); ++i) {
      if (found_[i]) continue;
      std::size_t end = i;
      if (is_title(i))
        end = end_below_title(i + 1);
      else if (is_flattened(i))
        end = i + 1;
      else if (!entries_[i].empty())
        end = std::max(end_of_pages(i), end_of_repeated(i));
      std::fill(found_.begin() + static_cast<std::ptrdiff_t>(i),
                found_.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
    return std::move(found_);
  }

 private:
  std::string_view words(std::size_t block) const {
    return document_.slice(document_.blocks[block].span);
  }

  static const Pattern& page() {
    static const Pattern pattern(
        R"((?:[.…·•‥_—\-\s]{2,}|\s|…)\s*[（(]?\d{1,3}[）)]?$|[.…·•‥_]{2,}$|…{2,}$)");
    return pattern;
  }

  static bool has_page(std::string_view text) {
    return may_end_in_page(text) && page().matches(text);
  }

  /// Most lines end in something else.
  static bool may_end_in_page(std::string_view text) {
    const std::string_view last = text.substr(previous_code_point(text, text.size()));
    constexpr std::string_view ends = "0123456789)）.…·•‥_";
    return !last.empty() && ends.find(last) != std::string_view::npos;
  }

  /// The words of a line that may be an entry, without blanks and page number; empty for others.
  std::string entry_of(std::size_t block) const {
    std::string_view text = words(block);
    if (language_.is_longer(text, longest_entry)) return {};
    if (has_page(text)) text = text.substr(0, page().find(text)->begin);
    if (language_.ends_sentence(text)) return {};
    std::string entry(text);
    std::erase_if(entry, [](char c) { return c == ' ' || c == '\t'; });
    return language_.han(entry) < 2 ? std::string() : entry;
  }

  bool is_title(std::size_t block) const {
    return words(block).size() < 40 && language_.page.contents->matches(words(block));
  }

  bool has_page(std::size_t block) const {
    return !entries_[block].empty() && has_page(words(block));
  }

  /// Of the dots between entries and their pages; so many that three of them may be there.
  static bool has_leaders(std::string_view text) {
    constexpr std::array<std::string_view, 6> leaders{".", "_", "…", "·", "•", "‥"};
    constexpr std::size_t enough = 6;
    std::size_t count = 0;
    for (const std::string_view one : leaders)
      for (std::size_t at = text.find(one); at != text.npos && count < enough;
           at = text.find(one, at + one.size()))
        ++count;
    return count >= enough;
  }

  /// 目录 一、…………1 二、…………3, all in one line.
  bool is_flattened(std::size_t block) const {
    static const Pattern entries(
        R"((?:[.…·•‥_]{2,}\s*\d{1,3}[^。]{2,60}?){2}[.…·•‥_]{2,}\s*\d{1,3}\s*$)");
    return (has_leaders(words(block)) && entries.matches(words(block))) ||
           language_.page.flattened_contents->matches(words(block));
  }

  /// Up to running text, or to where the entries begin again.
  std::size_t end_below_title(std::size_t first) const {
    std::size_t end = first;
    std::set<std::string_view> told;
    while (end < found_.size() && !entries_[end].empty() && told.insert(entries_[end]).second)
      ++end;
    // A title or a heading right above the text is no entry, unless it has a page number or a
    // number.
    while (end > first && end < found_.size() && !has_page(end - 1) &&
           !read_number(language_, words(end - 1), 0) && !comes_later(end - 1))
      --end;
    return end > first ? end : first;
  }

  bool comes_later(std::size_t block) const { return next_place(block, block).has_value(); }

  /// Where the entry comes again after `after`.
  std::optional<std::size_t> next_place(std::size_t block, std::size_t after) const {
    if (!same_[block]) return std::nullopt;
    const auto next = std::ranges::upper_bound(*same_[block], after);
    return next == same_[block]->end() ? std::nullopt : std::optional(*next);
  }

  /// Lines that end in a number may be figures, too: 青石镇　　27.
  std::size_t end_of_pages(std::size_t first) {
    if (first < refused_until_) return first;
    std::size_t end = first, again = 0;
    bool dotted = false;
    for (; end < found_.size() && has_page(end); ++end) {
      dotted = dotted || has_dots(words(end));
      again += comes_later(end);
    }
    const std::size_t count = end - first;
    if (count >= 2 && (dotted || again * 2 >= count)) return end;
    refused_until_ = end;
    return first;
  }

  /// Between the entry and its page.
  static bool has_dots(std::string_view text) {
    static const Pattern dots(R"([.…·•‥_—\-]{2,}\s*[（(]?\d{0,3}[）)]?$|…)");
    return dots.matches(text);
  }

  /// A run of lines that all come again behind it, in the same order and not as a run.
  std::size_t end_of_repeated(std::size_t first) const {
    std::size_t end = first;
    std::size_t last = first;  // Where the entry before comes again.
    std::size_t begin_again = 0;
    while (end < found_.size() && !entries_[end].empty() && end - first <= most_again) {
      const auto again = next_place(end, std::max(last, end));
      if (!again || (begin_again > 0 && end >= begin_again)) break;
      if (begin_again == 0) begin_again = *again;
      last = *again;
      ++end;
    }
    const bool spread = last - begin_again > end - first;
    const bool is_list = end - first >= fewest_again && end - first <= most_again;
    return is_list && spread && begin_again >= end ? end : first;
  }

  const Document& document_;
  const LanguageData& language_;
  std::vector<bool> found_;
  std::size_t refused_until_ = 0;  // Lines with figures, that were looked at together.
  std::vector<std::string> entries_;
  std::map<std::string, std::vector<std::size_t>> places_;
  std::vector<std::vector<std::size_t>*> same_;  // Of each block, the places of its entry.
};

}  // namespace

std::vector<bool> contents_blocks(const Document& document) {
  return ContentsFinder(document).find();
}

}  // namespace hegui
