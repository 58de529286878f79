// Where headings may begin: at a number at the start of a block, and at numbers in the middle of a
// long one, which may be a report that was flattened into one paragraph.

#include "document/headings/heading_candidates.h"

#include "language/language_data.h"
#include "text/neighbours.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

// Bytes, three a character.
constexpr std::size_t flattened_block = 300;    // Shorter blocks hold no parts.
constexpr std::size_t flattened_report = 4500;  // More than one paragraph has.

/// What stands before `at`, which begins no text, and before the blanks there.
struct Before {
  char32_t code = 0;
  char32_t word = 0;
};
Before before(std::string_view text, std::size_t at) {
  Before found{.code = code_before(text, at)};
  while (at > 0 && text[at - 1] == ' ') --at;
  found.word = code_before(text, at);
  return found;
}

void add_mid_line(const Document& document, std::uint32_t block,
                  std::vector<HeadingCandidate>& candidates) {
  const LanguageData& language = data_of(document.language);
  const Span span = document.blocks[block].span;
  const std::string_view text = document.slice(span);
  std::size_t taken = 0;  // Where the number ends that was read last.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!language.headings.begins_mid_line(next_code_point(text, at)) || begin == 0) continue;
    Before seen = before(text.substr(taken), begin - taken);
    // Behind a number, another one stands as behind a mark.
    if (taken > 0 && seen.word == 0) seen.word = U'、';
    const bool closed = language.headings.closers.find(seen.word) != std::u32string_view::npos;
    // An unclosed heading runs into its number: …服务意识1.深入学习. A digit or 第 before it
    // means a quantity or a reference.
    const bool open = is_han(seen.word) && seen.word != language.headings.ordinal;
    if (!closed && !open) continue;
    const std::string_view whole = std::string_view(document.text).substr(0, span.end);
    const auto number =
        read_number(language, whole, static_cast<std::uint32_t>(span.begin + begin));
    if (!number || number->form == Numbering::multilevel) continue;
    // Where lines were joined by blanks, a blank closes as a mark does.
    candidates.push_back({*number, block, false, closed || seen.code == ' '});
    at = taken = number->span.end - span.begin;
  }
}

/// A block is a flattened report, or a flattened part of one, if it holds 一、二、… in a row,
/// begins with 一、 and holds （一）（二）…, or goes on with the numbering that it begins with.
bool is_flattened(const std::vector<HeadingCandidate>& candidates, std::size_t size) {
  int commas = 0, brackets = 0, open_commas = 0;
  bool outer_start = false, goes_on = false, begins_part = false;
  const HeadingCandidate& first = candidates.front();
  for (const HeadingCandidate& c : candidates) {
    const Numbering form = c.number.form;
    const bool outer = numbers_parts(form);
    if (c.at_start) {
      outer_start = outer;
      commas += outer;
      continue;
    }
    // Mid-line 一、 counts only as the next of its row, or nothing would stop 十、 in a sentence.
    if (outer && !c.number.doubtful) {
      if (c.closed && (c.number.value == commas + 1 || c.number.value == 1)) ++commas;
      // A part that ends in the middle of the paragraph, and the next one.
      goes_on = goes_on || (c.closed && first.at_start && form == first.number.form &&
                            c.number.value == first.number.value + 1);
      begins_part = begins_part || (c.closed && c.number.value == 1);
      if (c.number.value == open_commas + 1) ++open_commas;
    }
    // The first may stand right behind the words of its part: 一、主要做法（一）规范执法。
    if (form == Numbering::bracket && (c.closed || (begins_part && c.number.value == 1))) {
      ++brackets;
      goes_on = goes_on || (first.at_start && form == first.number.form &&
                            c.number.value == first.number.value + 1);
    }
  }
  return commas >= 2 + (outer_start ? 1 : 0) || open_commas >= 3 ||
         ((outer_start || begins_part) && brackets >= 2) || goes_on ||
         (brackets >= 2 && size > flattened_report);
}

}  // namespace

bool is_table_row(const LanguageData& language, std::string_view text) {
  return language.headings.table_row->matches(text);
}

std::vector<HeadingCandidate> heading_candidates(const Document& document, std::uint32_t block) {
  const LanguageData& language = data_of(document.language);
  std::vector<HeadingCandidate> candidates;
  const Span span = document.blocks[block].span;
  const std::string_view text = std::string_view(document.text).substr(0, span.end);
  if (const auto number = read_number(language, text, span.begin);
      number &&
      !(number->doubtful && is_table_row(language, trimmed(text.substr(number->span.end)))))
    candidates.push_back({*number, block, true, true});
  if (!language.headings.begins_mid_line || span.size() < flattened_block) return candidates;
  add_mid_line(document, block, candidates);
  if (!candidates.empty() && is_flattened(candidates, span.size()))
    for (HeadingCandidate& candidate : candidates) candidate.flattened = true;
  return candidates;
}

}  // namespace hegui
