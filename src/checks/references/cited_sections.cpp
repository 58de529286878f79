#include "checks/references/cited_sections.h"

#include <utility>
#include <vector>

#include "checks/region.h"
#include "language/language_data.h"
#include "search/pattern.h"

namespace hegui {
namespace {

/// Words that point into the report itself; others may point into a document that was named before.
/// Then 第六部分 or 一、, the number below it, and whether it is said to tell what is lacking.
const Pattern& section_pattern() {
  static const Pattern pattern = Pattern::known(
      R"((?:(本报告|本文|本材料|前述|前文|上文|后文|下文)(?:正文)?|(?:见|针对|对照|按照|围绕|结合|解决|整改)(?:上述)?)[的中“]{0,2}(?:第([一二三四五六七八九十]{1,3})大?部分|([一二三四五六七八九十]{1,3})、)[”的中]{0,2}(?:第?（([一二三四五六七八九十]{1,3})）|第([一二三四五六七八九十]{1,3})[点条项])?((?:中|里)?所?(?:列|列出|列举|指出|提出|反映|述|查摆|分析|梳理|查找)?的?(?:存在的?)?(?:各类|各项|主要|突出|[一二三四五六七八九十几]?个?方面)?的?(?:问题|不足|短板))?)");
  return pattern;
}

const Pattern& lack_pattern() {
  static const Pattern pattern =
      Pattern::known("问题|不足|短板|差距|困难|薄弱|弱项|欠缺|挑战|原因|存在");
  return pattern;
}

class CitedSections {
 public:
  CitedSections(const Target& target, Outcome& outcome)
      : target_(target), document_(target.document), outline_(target.outline), outcome_(outcome) {}

  void look() {
    for (const Span region : region_of(target_, "body")) {
      const std::string_view text = document_.slice(region);
      // Before anything is searched: few reports point into themselves.
      if (text.find("部分") == text.npos && text.find("、（") == text.npos &&
          text.find("本报告") == text.npos)
        continue;
      for (auto hit = section_pattern().find(text); hit;
           hit = section_pattern().find(text, hit->end))
        look_at(region, text, *hit);
    }
  }

 private:
  void look_at(Span region, std::string_view text, Span hit) {
    const std::vector<Span> groups = section_pattern().groups(text, hit.begin);
    const bool is_own = !groups[0].empty();
    if (!is_own && text.substr(0, hit.begin).find("》") != text.npos) return;
    const Span number = groups[1].empty() ? groups[2] : groups[1];
    const Span number_below = groups[3].empty() ? groups[4] : groups[3];
    // 围绕一、二、三产业; 按照“一、（二）”编号
    const bool is_quoted = text.substr(hit.begin, number.begin - hit.begin).find("“") != text.npos;
    if (!is_own && groups[1].empty() && (groups[3].empty() || is_quoted)) return;
    if (!has_parts()) return;
    const int part = value_of(text, number), below = value_of(text, number_below);
    constexpr std::string_view ordinal = "第", part_word = "部分";
    std::size_t begin = number.begin, end = number.end;
    if (!groups[1].empty()) begin -= ordinal.size();
    if (!groups[1].empty()) end = text.find(part_word, end) + part_word.size();
    constexpr std::string_view close = "）";
    if (!number_below.empty()) end = number_below.end;
    if (text.substr(end).starts_with(close)) end += close.size();
    const Span place{region.begin + static_cast<std::uint32_t>(begin),
                     region.begin + static_cast<std::uint32_t>(end)};
    const auto count = static_cast<int>(parts_.size());
    if (part > count)
      return add(place, say("没有第 {} 部分，全文只有 {} 个部分",
                            "there is no part {}: there are {} parts", part, count));
    const int most = below > 0 ? numbers_below(parts_[static_cast<std::size_t>(part) - 1]) : 0;
    if (most > 0 && below > most)
      return add(place, say("第 {} 部分只有 {} 条，没有第 {} 条",
                            "part {} has {} headings, and no heading {}", part, most, below));
    if (!groups[5].empty() && below == 0) look_for_lack(place, part);
  }

  /// Of what is lacking another heading speaks.
  void look_for_lack(Span place, int part) {
    std::vector<int> found;
    for (std::size_t i = 0; i < parts_.size(); ++i)
      if (lack_pattern().matches(document_.slice(parts_[i]->words)))
        found.push_back(static_cast<int>(i) + 1);
    if (found.size() == 1 && found.front() != part)
      add(place,
          say("第 {} 部分写的不是问题，问题写在第 {} 部分",
              "part {} does not speak of what is lacking, part {} does", part, found.front()));
  }

  int value_of(std::string_view text, Span number) const {
    std::size_t at = number.begin;
    return number.empty()
               ? 0
               : data_of(document_.language).read_numeral(text.substr(0, number.end), at);
  }

  /// Whether the outermost headings are numbered from 1 on, without gap.
  bool has_parts() {
    if (!parts_.empty() || is_read_) return !parts_.empty();
    is_read_ = true;
    const auto is_part = [](const Section& section) {
      return section.depth == 1 && section.value > 0 && numbers_parts(section.form);
    };
    for (const Section& section : outline_.sections)
      if (is_part(section) && (parts_.empty() || section.form == parts_.front()->form)) {
        if (section.value != static_cast<int>(parts_.size()) + 1) return parts_.clear(), false;
        parts_.push_back(&section);
      }
    if (parts_.size() < 2) parts_.clear();
    return !parts_.empty();
  }

  /// The last of （一）（二） under a heading; 0 if they have gaps.
  int numbers_below(const Section* part) const {
    int last = 0;
    for (const Number& number : outline_.numbers) {
      if (number.doubtful || number.form != Numbering::bracket ||
          !part->extent.contains(number.span.begin))
        continue;
      if (number.value != last + 1) return 0;
      last = number.value;
    }
    return last;
  }

  void add(Span place, Message message) {
    outcome_.evidence.push_back(place);
    outcome_.problems.push_back({.span = place, .message = std::move(message)});
  }

  const Target& target_;
  const Document& document_;
  const Outline& outline_;
  Outcome& outcome_;
  bool is_read_ = false;
  std::vector<const Section*> parts_ = {};
};

}  // namespace

void find_missing_sections(const Target& target, Outcome& outcome) {
  if (target.document.language != Language::zh) return;
  CitedSections(target, outcome).look();
}

}  // namespace hegui
