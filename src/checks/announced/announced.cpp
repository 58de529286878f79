// announced: what the text announces with its number is there, and as many.
//
//   announced: {by: ['/报告(?:由|包括|分为)([^。]{4,200}?)(?:等)?([二三四五六七八九\d])个部分/']}
//   announced: {cues: [以下, 抓好]}      lists in the text: announced_lists.h
//
// `by` is of the parts of the report, which the lead announces: the first group lists the parts,
// the second says how many. Where there is one group only, it says how many. A part is there if a
// heading holds most of its pairs of characters: 行政复议情况 is 四、行政复议、行政诉讼情况. The
// number is that of the outermost numbered headings.

#include <algorithm>
#include <array>
#include <set>

#include "checks/announced/announced_lists.h"
#include "checks/check.h"
#include "checks/region.h"
#include "language/language_data.h"
#include "language/zh_lists/zh_listed.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "by",
        .type = KeyType::terms,
        .zh = "导语预告各部分的说法；正则里第一个括号是列出的各部分，第二个是几个",
        .en = "how the lead announces them; the first group lists the parts, the second says how "
              "many",
        .presence = Presence::one_of},
    Key{.name = "cues",
        .type = KeyType::terms,
        .zh = "看正文说的“三个方面”下面有没有三条；没有冒号引出的，句子里要有这些词",
        .en = "words of sentences that announce a list and its length; where a colon leads to the "
              "list, they need not be there",
        .presence = Presence::one_of},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "what stands inside these does not count",
        .place = KeyPlace::beside},
};

constexpr double same_part = 0.5;       // Of its pairs of characters, in one heading.
constexpr std::size_t least_words = 3;  // Characters; less names no part.

using Pairs = std::set<std::pair<char32_t, char32_t>>;

Pairs pairs_of(std::string_view text) {
  Pairs pairs;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (is_han(before) && is_han(code)) pairs.emplace(before, code);
    before = code;
  }
  return pairs;
}

class Announcement {
 public:
  explicit Announcement(const Target& target) : target_(target) {
    for (const Section& section : target.outline.sections)
      headings_.push_back(pairs_of(target.document.slice(section.words)));
  }

  void look(const Terms& by, Outcome& outcome) const {
    if (parts() == 0) return;
    const std::string_view text = target_.document.slice(target_.outline.lead);
    const auto hit = by.find(text);
    if (!hit) return;
    const std::vector<Span> groups = by.groups(text, *hit);
    if (groups.size() == 1) count(in_document(groups[0]), parts_without_rest(), outcome);
    if (groups.size() < 2) return;
    count(in_document(groups[1]), parts(), outcome);
    names(in_document(groups[0]), outcome);
  }

 private:
  Span in_document(Span in_lead) const {
    const std::uint32_t begin = target_.outline.lead.begin;
    return {begin + in_lead.begin, begin + in_lead.end};
  }

  /// Outermost headings with a number.
  std::size_t parts() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(target_.outline.sections, [](const Section& section) {
          return section.depth == 1 && section.form != Numbering::none;
        }));
  }

  /// The same, but for 五、其他需要报告的情况 and the like at the end.
  std::size_t parts_without_rest() const {
    const Section* last = nullptr;
    for (const Section& section : target_.outline.sections)
      if (section.depth == 1 && section.form != Numbering::none) last = &section;
    const bool has_rest =
        last && target_.document.slice(last->words).find(zh_rest) != std::string_view::npos;
    return parts() - (has_rest ? 1 : 0);
  }

  /// From `least` parts on to all of them may be said.
  void count(Span said, std::size_t least, Outcome& outcome) const {
    const auto number = data_of(target_.document.language).read_value(target_.document.slice(said));
    const auto there = static_cast<double>(parts());
    if (!number || !number->exact || number->value == there ||
        number->value == static_cast<double>(least))
      return;
    outcome.problems.push_back(
        {said, say("说有 {} 个部分，下面写了 {} 个", "{} parts are announced, {} are there",
                   number->value, there)});
  }

  void names(Span list, Outcome& outcome) const {
    const std::string_view text = target_.document.slice(list);
    constexpr std::string_view between = "、";
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find(between, at), text.size());
      const Span part{list.begin + static_cast<std::uint32_t>(at),
                      list.begin + static_cast<std::uint32_t>(end)};
      if (count_han(target_.document.slice(part)) >= least_words && !is_there(part))
        outcome.problems.push_back({part, say("预告了“{}”，下面没有这一部分",
                                              "“{}” is announced, but no such part is there",
                                              target_.document.written(part))});
      at = end + between.size();
    }
  }

  bool is_there(Span part) const {
    const Pairs wanted = pairs_of(target_.document.slice(part));
    return std::ranges::any_of(headings_, [&](const Pairs& heading) {
      const auto shared =
          std::ranges::count_if(wanted, [&](const auto& pair) { return heading.contains(pair); });
      return static_cast<double>(shared) >= same_part * static_cast<double>(wanted.size());
    });
  }

  const Target& target_;
  std::vector<Pairs> headings_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  if (const Terms* by = arguments.terms("by")) Announcement(target).look(*by, outcome);
  if (const Terms* cues = arguments.terms("cues")) announced_lists(target, *cues, outcome);
  if (const Terms* except = arguments.terms("except"))
    leave_out(target.document, *except, outcome.problems);
  outcome.conclude();
  return outcome;
}

}  // namespace

extern const CheckKind announced_check;
const CheckKind announced_check{"announced",
                                "预告的各部分、各条都有，个数也对",
                                "what the text announces is there, and as many",
                                Scope::document,
                                keys,
                                {},
                                run};

}  // namespace hegui
