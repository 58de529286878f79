// The hard lines of a page put together to paragraphs again.
//
//   │    关于某某工作的报告    │  in the middle: the next line is another paragraph, or indented
//   │        一、主要做法      │  indent: a new one
//   │        今年以来，某某街道│
//   │    把某某工作摆在突出位置│  full: goes on
//   │    取得成效。            │  short: the last line
//
// Where no paragraph is shown by an indent or a gap, a full line that ends a sentence ends one,
// too.

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "document/page_lines.h"
#include "formats/layout/page_line.h"
#include "language/language_data.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// Lines one below the other: a column of a page.
struct Flow {
  std::size_t begin = 0, end = 0;
  double left = 0, right = 0;
  std::size_t full_lines = 0;  // That reach the right edge.
};

double right_of(const PageLine& line) { return line.x + line.width; }

double median(std::vector<double> values, double otherwise) {
  if (values.empty()) return otherwise;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// What is left of a running head when the number of the page is taken away.
std::string without_digits(std::string_view text) {
  std::string rest;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (!is_digit(code) && code != ' ' && code != '\t' && code != U'\u3000')
      rest += text.substr(begin, at - begin);
  }
  return rest;
}

class Rebuilding {
 public:
  Rebuilding(const std::vector<PageLine>& lines, const LanguageData& language)
      : lines_(lines), language_(language), is_furniture_(lines.size(), false) {
    find_furniture();
    measure();
  }

  std::vector<PageParagraph> paragraphs() const {
    std::vector<PageParagraph> all, between;
    PageParagraph open;
    const auto close = [&] {
      if (!open.lines.empty()) all.push_back(std::exchange(open, {}));
      std::ranges::move(between, std::back_inserter(all));
      between.clear();
    };
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (is_furniture_[i]) {
        // A paragraph goes on after it on the next page.
        between.push_back({.lines = {i}, .is_furniture = true});
        continue;
      }
      if (!open.lines.empty() && !goes_on(open.lines.back(), i)) close();
      if (open.lines.empty()) close();
      open.lines.push_back(i);
    }
    close();
    return all;
  }

 private:
  /// The first and last lines of each page, of which the same stand on others.
  void find_furniture() {
    constexpr std::size_t edge = 2;
    constexpr double raster = 4;  // Of heights on the page, in sizes of a character.
    using Key = std::tuple<bool, long, std::string>;
    std::map<Key, std::size_t> counts;
    const auto key_of = [&](std::size_t i, bool is_head) {
      const PageLine& line = lines_[i];
      return Key{is_head, std::lround(line.y / (raster * std::max(line.height, 1e-3))),
                 without_digits(line.text)};
    };
    const std::vector<std::vector<std::size_t>> pages = lines_of_pages();
    const auto for_each_edge = [&](auto use) {
      for (const std::vector<std::size_t>& page : pages)
        for (const bool is_head : {true, false})
          for (std::size_t i = 0; i < std::min(edge, page.size()); ++i)
            // What is below a line of the text is text, too.
            if (!use(is_head ? page[i] : page[page.size() - 1 - i], is_head)) break;
    };
    for_each_edge([&](std::size_t i, bool is_head) { return ++counts[key_of(i, is_head)] > 0; });
    const std::size_t enough = std::max<std::size_t>(2, pages.size() / 3);
    for_each_edge([&](std::size_t i, bool is_head) {
      // — 3 —, also where no other page has one.
      const bool is_number =
          !is_head && is_inserted_line(language_, fold_text(lines_[i].text, language_.folding));
      if (is_number || counts[key_of(i, is_head)] >= enough) is_furniture_[i] = true;
      return bool{is_furniture_[i]};
    });
  }

  /// From top to bottom, of each page that has any.
  std::vector<std::vector<std::size_t>> lines_of_pages() const {
    std::vector<std::vector<std::size_t>> pages;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i == 0 || lines_[i].page != lines_[i - 1].page) pages.emplace_back();
      pages.back().push_back(i);
    }
    for (std::vector<std::size_t>& page : pages)
      std::ranges::stable_sort(page, {}, [&](std::size_t i) { return lines_[i].y; });
    return pages;
  }

  void measure() {
    std::vector<double> heights;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!is_furniture_[i]) heights.push_back(lines_[i].height);
    em_ = std::max(median(std::move(heights), 1), 1e-3);
    find_flows();
    std::vector<double> steps;
    for (std::size_t i = 1; i < lines_.size(); ++i)
      if (is_below(i - 1, i)) steps.push_back(lines_[i].y - lines_[i - 1].y);
    leading_ = median(std::move(steps), 2 * em_);
    std::size_t indents = 0, gaps = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (is_furniture_[i]) continue;
      if (is_indented(i)) ++indents;
      if (is_below(i - 1, i) && is_gap(i - 1, i)) ++gaps;
    }
    constexpr std::size_t a_few = 3;
    starts_are_shown_ = indents >= a_few || gaps >= a_few;
  }

  void find_flows() {
    flow_of_.assign(lines_.size(), 0);
    for (std::size_t begin = 0, end = 0; begin < lines_.size(); begin = end) {
      end = begin + 1;
      while (end < lines_.size() && lines_[end].page == lines_[begin].page &&
             lines_[end].y >= lines_[end - 1].y)
        ++end;
      for (std::size_t i = begin; i < end; ++i) flow_of_[i] = flows_.size();
      flows_.push_back(bounds(begin, end));
    }
    adopt_margins();
  }

  /// A signature on a last page shows no margin, nor does a list of short items: a column whose
  /// lines are few, or mostly do not reach its edge, has the margins of a longer one around it.
  void adopt_margins() {
    constexpr std::size_t few = 5, most_looked_at = 8;
    const auto size = [](const Flow& flow) { return flow.end - flow.begin; };
    std::vector<Flow> longest = flows_;
    std::ranges::stable_sort(longest, std::greater(), size);
    longest.resize(std::min(longest.size(), most_looked_at));
    for (Flow& flow : flows_) {
      if (size(flow) > few && 2 * flow.full_lines >= size(flow)) continue;
      const auto around = std::ranges::find_if(longest, [&](const Flow& other) {
        return size(other) >= size(flow) && other.left <= flow.left + em_ &&
               other.right >= flow.right - em_;
      });
      if (around == longest.end()) continue;
      flow.left = around->left;
      flow.right = around->right;
    }
  }

  Flow bounds(std::size_t begin, std::size_t end) const {
    std::map<long, int> lefts;
    std::vector<double> rights;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_furniture_[i]) continue;
      ++lefts[std::lround(2 * lines_[i].x / em_)];
      rights.push_back(right_of(lines_[i]));
    }
    if (rights.empty()) return {begin, end, lines_[begin].x, right_of(lines_[begin]), 0};
    // The left edge is where most lines begin; where as many are indented, the one further left.
    const auto most =
        std::ranges::max_element(lefts, {}, [](const auto& entry) { return entry.second; });
    // Marks may hang over the right one.
    std::ranges::sort(rights);
    const double right = rights[(rights.size() - 1) * 19 / 20];
    const auto full =
        std::ranges::count_if(rights, [&](double x) { return x > right - 1.5 * em_; });
    return {begin, end, static_cast<double>(most->first) * em_ / 2, right,
            static_cast<std::size_t>(full)};
  }

  bool is_below(std::size_t line, std::size_t next) const {
    return flow_of_[line] == flow_of_[next] && !is_furniture_[line] && !is_furniture_[next];
  }

  bool is_indented(std::size_t i) const {
    return lines_[i].x > flows_[flow_of_[i]].left + 1.2 * em_;
  }

  bool is_gap(std::size_t line, std::size_t next) const {
    return lines_[next].y - lines_[line].y > 1.6 * leading_;
  }

  /// What the line end kept together: a word of letters and digits, or one character.
  double width_of_first_word(const PageLine& line) const {
    double columns = 0;
    for (std::size_t at = 0; at < line.text.size();) {
      const char32_t code = next_code_point(line.text, at);
      const int width = display_width(code, 2);
      if (width > 1) return columns > 0 ? columns * em_ / 2 : em_;
      if (code == ' ' || code == '\t') break;
      columns += width;
    }
    return columns * em_ / 2;
  }

  bool ends_short(std::size_t i, std::size_t next) const {
    const double room = flows_[flow_of_[i]].right - right_of(lines_[i]);
    return room > width_of_first_word(lines_[next]) + 1.2 * em_;
  }

  static bool ends_sentence(const PageLine& line) {
    std::size_t end = line.text.size();
    while (end > 0 && (line.text[end - 1] == ' ' || line.text[end - 1] == '\t')) --end;
    if (end == 0) return false;
    std::size_t at = previous_code_point(line.text, end);
    return is_one_of(U"。！？；：.!?;:", next_code_point(line.text, at));
  }

  bool goes_on(std::size_t i, std::size_t next) const {
    const PageLine &line = lines_[i], &below = lines_[next];
    const bool is_row = line.text.find('\t') < line.text.size() - 1 ||
                        below.text.find('\t') < below.text.size() - 1;
    if (is_row || std::abs(line.height - below.height) > 0.15 * em_) return false;
    if (is_indented(next) || below.x < flows_[flow_of_[next]].left - em_) return false;
    if (is_below(i, next) && is_gap(i, next)) return false;
    return !ends_short(i, next) && (starts_are_shown_ || !ends_sentence(line));
  }

  const std::vector<PageLine>& lines_;
  const LanguageData& language_;
  std::vector<bool> is_furniture_;
  std::vector<std::size_t> flow_of_;
  std::vector<Flow> flows_;
  double em_ = 1;
  double leading_ = 2;
  bool starts_are_shown_ = false;
};

}  // namespace

std::vector<PageParagraph> paragraphs_of(const std::vector<PageLine>& lines,
                                         const LanguageData& language) {
  return Rebuilding(lines, language).paragraphs();
}

}  // namespace hegui
