#include "checks/references/cited_sections.h"

#include <utility>
#include <vector>

#include "checks/region.h"
#include "language/language_data.h"
#include "language/zh_references/zh_references.h"
#include "search/pattern.h"

namespace hegui {
namespace {

class CitedSections {
 public:
  CitedSections(const Target& target, Outcome& outcome)
      : target_(target), document_(target.document), outline_(target.outline), outcome_(outcome) {}

  void look() {
    for (const Span region : region_of(target_, "body")) {
      const std::string_view text = document_.slice(region);
      // Before anything is searched: few reports point into themselves.
      if (!zh_may_refer_to_section(text)) continue;
      first_title_ = text.find("》");
      for (auto hit = zh_section_reference().find(text); hit;
           hit = zh_section_reference().find(text, hit->end))
        look_at(region, text, *hit);
    }
  }

 private:
  void look_at(Span region, std::string_view text, Span hit) {
    const std::vector<Span> groups = zh_section_reference().groups(text, hit.begin);
    const bool is_own = !groups[0].empty();
    if (!is_own && first_title_ < hit.begin) return;
    const Span number = groups[1].empty() ? groups[2] : groups[1];
    const Span number_below = groups[3].empty() ? groups[4] : groups[3];
    // 围绕一、二、三产业; 按照“一、（二）”编号
    const bool is_quoted = text.substr(hit.begin, number.begin - hit.begin).find("“") != text.npos;
    if (!is_own && groups[1].empty() && (groups[3].empty() || is_quoted)) return;
    if (!has_parts()) return;
    const int part = value_of(text, number), below = value_of(text, number_below);
    constexpr std::string_view close = "）";
    std::size_t begin = number.begin, end = number.end;
    if (!groups[1].empty()) {
      begin -= zh_ordinal.size();
      end = text.find(zh_part, end) + zh_part.size();
    }
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
      if (zh_lack().matches(document_.slice(parts_[i]->words)))
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
  std::size_t first_title_ = 0;  // Where it ends in the region that is looked at.
  bool is_read_ = false;
  std::vector<const Section*> parts_ = {};
};

}  // namespace

void find_missing_sections(const Target& target, Outcome& outcome) {
  if (target.document.language != Language::zh) return;
  CitedSections(target, outcome).look();
}

}  // namespace hegui
