#include "output/html/markup.h"

#include <algorithm>

#include "output/parts/escapes.h"
#include "output/parts/places.h"
#include "text/printable.h"

namespace hegui {

std::string html_text(std::string_view words) { return xml_escaped(printable(words)); }

std::string_view language_tag(Language language) {
  return language == Language::zh ? "zh-CN" : "en";
}

std::string_view class_of(Verdict verdict) {
  return verdict == Verdict::not_applicable ? "none" : name_of(verdict);
}

std::string_view word_of(Verdict verdict, Language language) {
  switch (verdict) {
    case Verdict::met: return Label{"达到", "met"}.in(language);
    case Verdict::weak: return Label{"偏弱", "weak"}.in(language);
    case Verdict::missing: return Label{"缺失", "missing"}.in(language);
    case Verdict::not_applicable: return Label{"不适用", "not applicable"}.in(language);
  }
  return {};
}

std::string_view type_of(const Review& review, const RequirementReview& requirement) {
  if (requirement.verdict == Verdict::met || requirement.verdict == Verdict::not_applicable)
    return class_of(requirement.verdict);
  const Finding* const finding = finding_of(review, requirement);
  if (!finding) return {};
  return finding->suppressed ? "known" : name_of(finding->severity);
}

PageReport::PageReport(const Review& reviewed, const OutputOptions& given, std::size_t its_number)
    : review(reviewed), options(given), number(its_number) {
  for (const Finding& finding : review.findings)
    if (!finding.suppressed || options.show_suppressed) findings.push_back(&finding);
}

std::string PageReport::id(char kind, std::size_t of) const {
  return fmt::format("r{}-{}{}", number, kind, of);
}

std::string PageReport::id_of_block_at(std::uint32_t offset) const {
  const std::vector<Block>& blocks = review.document.blocks;
  const Block* const block = block_at(review.document, offset);
  return id('b', block ? static_cast<std::size_t>(block - blocks.data()) : 0);
}

// A word joiner (U+2060) keeps the number on the line of the words before it.
std::string number_in_text(const PageReport& page, std::size_t finding) {
  const Finding& shown = *page.findings[finding];
  const Language language = page.options.language;
  return fmt::format(
      R"(<a class="no {}" id="{}" href="#{}" aria-label="{}" data-f="{}">&#8288;{}</a>)",
      shown.suppressed ? "known" : name_of(shown.severity), page.id('m', finding + 1),
      page.id('f', finding + 1),
      say("问题 {}，{}", "finding {}, {}", finding + 1, word_of(shown.severity, language))
          .in(language),
      finding + 1, finding + 1);
}

}  // namespace hegui
