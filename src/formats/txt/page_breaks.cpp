#include "formats/txt/page_breaks.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "document/matter/page_lines.h"
#include "language/language_data.h"
#include "text/fold.h"

namespace hegui {
namespace {

constexpr std::size_t longest_number = 60, longest_head = 160;  // Bytes.

bool is_number(const LanguageData& language, std::string_view words) {
  if (words.size() > longest_number || words.find_first_of("0123456789") == words.npos)
    return false;
  return is_inserted_line(language, fold_text(words, language.folding));
}

}  // namespace

std::vector<bool> page_break_lines(std::string_view source, const std::vector<Line>& lines,
                                   const LanguageData& language) {
  std::vector<bool> breaks(lines.size());
  const auto words_of = [&](std::size_t line) {
    return source.substr(lines[line].words.begin, lines[line].words.size());
  };
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!lines[i].words.empty() && is_number(language, words_of(i))) numbers.push_back(i);
  const auto is_one_of_them = [&](std::size_t line) {
    return std::ranges::binary_search(numbers, line);
  };
  if (numbers.empty()) return breaks;
  // The next line with words on either side.
  const auto beside = [&](std::size_t line, bool below) -> std::optional<std::size_t> {
    constexpr int most_blank = 3;
    for (int i = 0; i <= most_blank; ++i) {
      if (below ? line + 1 >= lines.size() : line == 0) return std::nullopt;
      line += below ? std::size_t{1} : SIZE_MAX;
      if (!lines[line].words.empty()) return line;
    }
    return std::nullopt;
  };
  std::map<std::pair<bool, std::string_view>, std::vector<std::size_t>> heads;
  for (const std::size_t number : numbers) {
    breaks[number] = true;
    for (const bool below : {false, true})
      if (const auto line = beside(number, below); line && lines[*line].words.size() < longest_head)
        heads[{below, words_of(*line)}].push_back(*line);
  }
  for (const auto& [head, places] : heads)
    if (places.size() > 1)
      for (const std::size_t line : places) breaks[line] = true;
  // Blank lines between them, and to the text.
  for (const std::size_t number : numbers)
    for (const bool below : {false, true}) {
      std::size_t line = number;
      for (auto next = beside(line, below); next; next = beside(line, below)) {
        for (std::size_t i = std::min(line, *next) + 1; i < std::max(line, *next); ++i)
          breaks[i] = true;
        if (!breaks[*next]) break;
        line = *next;
        if (is_one_of_them(line)) break;
      }
    }
  return breaks;
}

}  // namespace hegui
