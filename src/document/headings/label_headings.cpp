#include "document/headings/label_headings.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "document/listed_items.h"
#include "document/matter/page_lines.h"
#include "language/language_data.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t enough = 2;  // Headings.
constexpr int outermost = 1;
constexpr std::size_t longest_label = 4;         // Words.
constexpr std::size_t longest_marked_label = 6;  // In bold.
constexpr std::size_t least_text = 3;

class LabelFinder {
 public:
  LabelFinder(const Document& document, const Outline& outline)
      : document_(document), language_(data_of(document.language)), outline_(outline) {}

  std::vector<Heading> find() const {
    std::vector<Heading> found;
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i)
      if (const auto heading = heading_of(i)) found.push_back(*heading);
    std::map<std::string, int> times;
    for (const Heading& heading : found) ++times[lower(document_.slice(heading.words))];
    std::erase_if(found, [&](const Heading& heading) {
      return times[lower(document_.slice(heading.words))] > 1;
    });
    return found;
  }

 private:
  std::optional<Heading> heading_of(std::uint32_t index) const {
    const Block& block = document_.blocks[index];
    const bool may_be_label =
        block.kind == Block::Kind::paragraph || block.kind == Block::Kind::heading;
    if (!may_be_label || block.in_table() || outline_.roles[index] != Role::body ||
        begins_listed_item(document_, block))
      return std::nullopt;
    const std::string_view text = document_.slice(block.span);
    const std::size_t colon = text.find(language_.colon);
    if (block.label.empty() && colon == std::string_view::npos) return std::nullopt;
    const Span label =
        block.label.empty()
            ? Span{block.span.begin, block.span.begin + static_cast<std::uint32_t>(colon)}
            : block.label;
    const Span words = without_mark(label);
    const std::uint32_t behind = text_behind(words.end, block.span.end);
    const std::size_t longest = block.label.empty() ? longest_label : longest_marked_label;
    if (!names_part(document_.slice(words), longest) || is_page_line(language_, text))
      return std::nullopt;
    if (behind < block.span.end && !is_text({behind, block.span.end})) return std::nullopt;
    return Heading{.span = words,
                   .words = words,
                   .text = behind,
                   .block = index,
                   .rank = outermost,
                   .own_line = behind == block.span.end};
  }

  Span without_mark(Span label) const {
    const std::size_t size = language_.label_words(document_.slice(label)).size();
    return trimmed(document_.text, {label.begin, label.begin + static_cast<std::uint32_t>(size)});
  }

  /// Behind the mark and the blanks that close it.
  std::uint32_t text_behind(std::uint32_t at, std::uint32_t end) const {
    const std::string_view text = document_.slice({at, end});
    std::size_t begin = 0;
    for (const std::string_view mark :
         {std::string_view(" "), language_.stop, language_.colon, std::string_view(" ")})
      while (text.substr(begin).starts_with(mark)) begin += mark.size();
    return at + static_cast<std::uint32_t>(begin);
  }

  bool names_part(std::string_view words, std::size_t longest) const {
    return count_words(words) <= longest && (*language_.headings.label)->matches(words);
  }

  /// A sentence, and not a name or a date: Prepared by: Estates.
  bool is_text(Span span) const {
    const std::string_view text = document_.slice(span);
    const bool goes_on = text.front() >= 'a' && text.front() <= 'z';
    return !goes_on && language_.ends_sentence(text) && count_words(text) >= least_text;
  }

  const Document& document_;
  const LanguageData& language_;
  const Outline& outline_;
};

}  // namespace

void add_label_headings(const Document& document, const Outline& outline,
                        std::vector<Heading>& headings) {
  // A label that stands alone, above a list, is a heading to the format, too.
  const auto others = std::ranges::count_if(
      headings, [&](const Heading& h) { return document.blocks[h.block].label.empty(); });
  if (static_cast<std::size_t>(others) >= enough || !data_of(document.language).headings.label)
    return;
  const std::vector<Heading> labels = LabelFinder(document, outline).find();
  const bool is_run_in = std::ranges::any_of(labels, [](const Heading& h) { return !h.own_line; });
  if (labels.size() < enough || !is_run_in) return;
  std::erase_if(headings, [&](const Heading& heading) {
    return std::ranges::find(labels, heading.block, &Heading::block) != labels.end();
  });
  headings.insert(headings.end(), labels.begin(), labels.end());
  std::ranges::sort(headings, {}, [](const Heading& heading) { return heading.span.begin; });
}

}  // namespace hegui
