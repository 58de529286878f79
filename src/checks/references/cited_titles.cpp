#include "checks/references/cited_titles.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "language/language_data.h"
#include "search/pattern.h"
#include "search/titles.h"

namespace hegui {
namespace {

constexpr std::size_t least_name = 9;  // Characters before the last word; 管理办法 says too little.

/// Last words of which a matter has one at a time. 规划 and 方案, 条例 and 办法 of one matter are
/// different documents.
constexpr std::array<std::string_view, 7> kinds{"办法", "规定", "规则", "制度",
                                                "规范", "准则", "细则"};

/// The last word of a title; empty if it is none of those.
std::string_view kind_of(std::string_view title) {
  const auto ends = [&](std::string_view kind) { return title.ends_with(kind); };
  const auto kind = std::ranges::find_if(kinds, ends);
  return kind == kinds.end() ? std::string_view{} : *kind;
}

/// Without （试行）.
std::string_view without_remark(std::string_view title) {
  constexpr std::string_view close = "）", open = "（";
  if (!title.ends_with(close)) return title;
  const std::size_t at = title.rfind(open);
  return at == title.npos ? title : title.substr(0, at);
}

/// Of titles that follow each other, or of what becomes of one.
bool tells_two(std::string_view words) {
  static const Pattern pattern = Pattern::known(
      "废止|失效|代替|取代|替代|上升为|升级为|更名|改名|原《|配套|修订为|修改为|改为|整合");
  return pattern.matches(words);
}

struct Cited {
  std::string_view kind = {};
  Span span = {};
};

}  // namespace

void find_changed_titles(const Target& target, Outcome& outcome) {
  const Document& document = target.document;
  if (document.language != Language::zh) return;
  const LanguageData& language = data_of(document.language);
  const std::string_view text = document.text;
  const auto line_of = [&](Span span) {
    const std::size_t begin = text.rfind('\n', span.begin) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
  };
  std::multimap<std::string_view, Cited> known;
  for (const CitedTitle& cited : cited_titles(text, language.documents.titles)) {
    if (cited.span.size() < (least_name + 2) * 3) continue;
    const std::string_view title = without_remark(document.slice(cited.span));
    const std::string_view kind = kind_of(title);
    const std::string_view name = title.substr(0, title.size() - kind.size());
    if (kind.empty() || language.han(name) < least_name) continue;
    const auto [begin, end] = known.equal_range(name);
    const auto has_kind = [&](const auto& entry) { return entry.second.kind == kind; };
    if (std::any_of(begin, end, has_kind)) continue;
    // Two that stand in one paragraph are told apart there.
    const auto is_apart = [&](const auto& entry) {
      return line_of(entry.second.span).data() != line_of(cited.span).data() &&
             !tells_two(line_of(entry.second.span)) && !tells_two(line_of(cited.span));
    };
    if (std::distance(begin, end) == 1 && is_apart(*begin)) {
      outcome.evidence.push_back(cited.span);
      outcome.problems.push_back(
          {.span = cited.span,
           .message = say("前面叫“{}”，这里叫“{}”", "it is “{}” before, and “{}” here",
                          document.written(begin->second.span), document.written(cited.span)),
           .related = {{.place = {.span = begin->second.span},
                        .message = say("前面的名称", "the title before")}}});
    }
    known.emplace(name, Cited{kind, cited.span});
  }
}

}  // namespace hegui
