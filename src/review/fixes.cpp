#include "review/fixes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "formats/format.h"
#include "text/characters.h"
#include "text/fold.h"
#include "text/neighbours.h"
#include "text/tables/simplified.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// Whether words have a Chinese character that the report has not at that place.
bool has_other_han(std::string_view words, std::string_view written) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(words, at);
    if (code >= 0x4E00 && code <= 0x9FFF &&
        written.find(words.substr(begin, at - begin)) == written.npos)
      return true;
  }
  return false;
}

/// Letters and figures of which several make a word or a number: a mark between two belongs to
/// them.
bool joins(char32_t code) {
  constexpr char32_t general_punctuation = 0x2000;  // Scripts with blanks come before it.
  return is_digit(code) || (code >= U'A' && code <= U'Z') || (code >= U'a' && code <= U'z') ||
         (code >= 0xC0 && code < general_punctuation);
}

/// What a text says, in one width and without its marks and blanks, but for those of 3.5, 12:30 and
/// well-known.
std::string words_of(std::string_view text) {
  constexpr std::u32string_view marks =
      U" \n,.;:!?()[]\"'-~…—–·“”‘’《》〈〉「」『』【】〔〕﹝﹞，。、；：！？（）";
  const std::string folded = fold_text(text, {});
  std::string words;
  char32_t before = 0;
  for (std::size_t at = 0, end = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(folded, at);
    if (is_one_of(marks, code)) continue;
    const std::size_t from = joins(before) && joins(code) ? end : begin;
    words.append(folded, from, at - from);
    end = at;
    before = code;
  }
  return words;
}

/// Whether stretches overlap or touch: of what both add where they touch nobody knows what comes
/// first.
bool conflicts(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    next_code_point(text, at);
    characters.push_back(text.substr(begin, at - begin));
  }
  return characters;
}

/// Of two rows of characters how many they share from a place in each on, in their order.
class SharedCharacters {
 public:
  SharedCharacters(const std::vector<std::string_view>& one,
                   const std::vector<std::string_view>& other)
      : width_(other.size() + 1), counts_((one.size() + 1) * width_) {
    for (std::size_t i = one.size(); i-- > 0;)
      for (std::size_t j = other.size(); j-- > 0;)
        counts_[i * width_ + j] =
            one[i] == other[j] ? from(i + 1, j + 1) + 1 : std::max(from(i + 1, j), from(i, j + 1));
  }
  std::uint32_t from(std::size_t i, std::size_t j) const { return counts_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> counts_;
};

/// The same change in as few characters as can be: of 2025.3.5 to 2025年3月5日 the two points and
/// 日 behind them, which may lie in several runs of a DOCX.
std::vector<Replacement> cut_up(std::string_view source, const Replacement& whole) {
  constexpr std::size_t most = 10'000;
  const auto old = characters_of(source.substr(whole.span.begin, whole.span.size()));
  const auto words = characters_of(whole.text);
  if (old.size() * words.size() > most) return {whole};
  const SharedCharacters shared(old, words);
  std::vector<Replacement> parts;
  std::uint32_t at = whole.span.begin;
  bool is_open = false;  // The last part goes on here.
  for (std::size_t i = 0, j = 0; i < old.size() || j < words.size();) {
    if (i < old.size() && j < words.size() && old[i] == words[j]) {
      at += static_cast<std::uint32_t>(old[i].size());
      ++i, ++j;
      is_open = false;
      continue;
    }
    if (!is_open) parts.push_back({{at, at}, {}});
    is_open = true;
    if (j == words.size() || (i < old.size() && shared.from(i + 1, j) >= shared.from(i, j + 1))) {
      at += static_cast<std::uint32_t>(old[i++].size());
      parts.back().span.end = at;
    } else {
      parts.back().text += words[j++];
    }
  }
  return parts;
}

}  // namespace

bool keeps_words(const Document& document, const Fix& fix) {
  const std::string_view text = document.text;
  return std::ranges::all_of(fix.edits, [&](const Edit& edit) {
    const auto [begin, end] = edit.span;
    // With the characters on both sides, which what is taken out may have kept apart.
    const auto first = static_cast<std::uint32_t>(begin > 0 ? previous_code_point(text, begin) : 0);
    std::size_t last = end;
    if (last < text.size()) next_code_point(text, last);
    const std::string before(document.written({first, begin})),
        behind(document.written({end, static_cast<std::uint32_t>(last)}));
    return words_of(before + std::string(document.written(edit.span)) + behind) ==
           words_of(before + edit.text + behind);
  });
}

bool ImpossibleFixes::is_for_traditional() {
  if (!is_traditional_) is_traditional_ = is_traditional_text(document_.plain);
  return *is_traditional_;
}

void ImpossibleFixes::drop_from(Finding& finding) {
  const auto is_impossible = [&](const Edit& edit) {
    return !document_.is_verbatim(edit.span) ||
           (has_other_han(edit.text, document_.written(edit.span)) && is_for_traditional());
  };
  if (std::ranges::any_of(finding.fix.edits, is_impossible)) finding.fix = {};
}

std::vector<Replacement> replacements_of(const Review& review, const Finding& finding) {
  std::vector<Replacement> replacements;
  if (finding.suppressed) return replacements;
  for (const Edit& edit : finding.fix.edits) {
    const Replacement whole{review.document.in_source(edit.span), edit.text};
    for (Replacement& part : cut_up(review.document.source, whole)) {
      if (!is_replaceable(review.document, part)) return {};
      replacements.push_back(std::move(part));
    }
  }
  sort_replacements(replacements);
  return replacements;
}

FixCounts count_fixes(const Review& review) {
  FixCounts counts;
  const auto can_be_made = [&](const Finding& finding) {
    const auto is_whole = [&](const Edit& edit) {
      return is_replaceable(review.document, {review.document.in_source(edit.span), edit.text});
    };
    if (finding.suppressed || finding.fix.empty()) return false;
    // To find the parts of a change costs more.
    return std::ranges::all_of(finding.fix.edits, is_whole) ||
           !replacements_of(review, finding).empty();
  };
  for (const Finding& finding : review.findings)
    if (can_be_made(finding)) ++(finding.fix.is_safe ? counts.safe : counts.unsafe);
  return counts;
}

std::vector<ChosenFix> choose_fixes(const Review& review, bool with_unsafe) {
  std::vector<ChosenFix> chosen;
  std::map<std::uint32_t, Span> taken;  // By where they begin; none meet.
  const auto is_free = [&](const Edit& edit) {
    const Span span = review.document.in_source(edit.span);
    const auto next = taken.lower_bound(span.begin);
    if (next != taken.end() && conflicts(next->second, span)) return false;
    return next == taken.begin() || !conflicts(std::prev(next)->second, span);
  };
  for (const Finding& finding : review.findings) {
    if (!finding.fix.is_safe && !with_unsafe) continue;
    if (finding.fix.empty() || !std::ranges::all_of(finding.fix.edits, is_free)) continue;
    std::vector<Replacement> replacements = replacements_of(review, finding);
    if (replacements.empty()) continue;
    for (const Edit& edit : finding.fix.edits) {
      const Span span = review.document.in_source(edit.span);
      taken.emplace(span.begin, span);
    }
    chosen.push_back({&finding, std::move(replacements)});
  }
  return chosen;
}

}  // namespace hegui
