#include "checks/references/cited_titles.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "language/language_data.h"
#include "language/zh_references/zh_references.h"
#include "search/titles.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t least_name = 9;  // Characters before the last word; 管理办法 says too little.

/// Without （试行）.
std::string_view without_remark(std::string_view title) {
  constexpr std::string_view close = "）", open = "（";
  if (!title.ends_with(close)) return title;
  const std::size_t at = title.rfind(open);
  return at == title.npos ? title : title.substr(0, at);
}

struct Cited {
  std::string_view kind = {};
  Span span = {};
};

constexpr std::size_t least_local = 12;   // Characters of a title that is compared so,
constexpr std::size_t place_at_most = 8;  // where its place is named.
constexpr std::size_t most_compared = 60;

/// Whether the title of a local document differs from another by one character: 补贴 and 补助, or
/// one that is lost. Titles of the state are known to the dictionaries.
bool differ_by_slip(std::u32string_view one, std::u32string_view other) {
  if (one.size() < other.size()) std::swap(one, other);
  if (other.size() < least_local || one.size() > other.size() + 1) return false;
  const auto first = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
  const std::size_t added = one.size() - other.size();
  if (first >= other.size() || one.substr(first + 1) != other.substr(first + 1 - added))
    return false;
  const std::u32string_view place = one.substr(0, std::min(first, place_at_most));
  const bool is_local =
      std::ranges::any_of(place, [](char32_t c) { return is_one_of(zh_place_characters, c); });
  return is_local && !is_one_of(zh_contrasts, one[first]) &&
         (added > 0 || !is_one_of(zh_contrasts, other[first]));
}

std::u32string code_points(std::string_view text) {
  std::u32string found;
  for (std::size_t at = 0; at < text.size();) found += next_code_point(text, at);
  return found;
}

/// The titles of a report, as far as two of them may be one.
class Titles {
 public:
  Titles(const Target& target, Outcome& outcome)
      : document_(target.document), language_(data_of(document_.language)), outcome_(outcome) {}

  void look() {
    for (const CitedTitle& cited : cited_titles(document_.text, language_.documents.titles)) {
      if (cited.span.size() < (least_name + 2) * 3) continue;
      const std::string_view title = without_remark(document_.slice(cited.span));
      if (const std::string_view kind = zh_kind_of_rules(title); !kind.empty())
        look_at(title.substr(0, title.size() - kind.size()), {kind, cited.span});
    }
  }

 private:
  void look_at(std::string_view name, Cited cited) {
    if (language_.han(name) < least_name) return;
    const auto [begin, end] = known_.equal_range(name);
    const auto has_kind = [&](const auto& entry) { return entry.second.kind == cited.kind; };
    if (std::any_of(begin, end, has_kind)) return;
    if (std::distance(begin, end) == 1 && are_apart(begin->second, cited))
      report(begin->second, cited);
    if (begin == end) look_for_slip(name, cited);
    known_.emplace(name, cited);
  }

  void look_for_slip(std::string_view name, const Cited& cited) {
    if (known_.size() > most_compared) return;
    const std::u32string words = code_points(name);
    for (const auto& [other, known] : known_)
      if (known.kind == cited.kind && differ_by_slip(words, code_points(other)) &&
          are_apart(known, cited))
        return report(known, cited);
  }

  /// Two that stand in one paragraph are told apart there.
  bool are_apart(const Cited& one, const Cited& other) const {
    const std::string_view a = line_of(one.span), b = line_of(other.span);
    return a.data() != b.data() && !tells_two(a) && !tells_two(b);
  }

  bool tells_two(std::string_view line) const {
    const auto [known, is_new] = tells_two_.try_emplace(line.data(), false);
    if (is_new) known->second = zh_tells_two_titles(line);
    return known->second;
  }

  std::string_view line_of(Span span) const {
    const std::string_view text = document_.text;
    const std::size_t begin = text.rfind('\n', span.begin) + 1;
    return text.substr(begin, text.find('\n', begin) - begin);
  }

  void report(const Cited& known, const Cited& cited) {
    outcome_.evidence.push_back(cited.span);
    outcome_.problems.push_back(
        {.span = cited.span,
         .message = say("前面叫“{}”，这里叫“{}”", "it is “{}” before, and “{}” here",
                        document_.written(known.span), document_.written(cited.span)),
         .related = {
             {.place = {.span = known.span}, .message = say("前面的名称", "the title before")}}});
  }

  const Document& document_;
  const LanguageData& language_;
  Outcome& outcome_;
  std::multimap<std::string_view, Cited> known_ = {};   // By name.
  mutable std::map<const char*, bool> tells_two_ = {};  // By line.
};

}  // namespace

void find_changed_titles(const Target& target, Outcome& outcome) {
  if (target.document.language == Language::zh) Titles(target, outcome).look();
}

}  // namespace hegui
