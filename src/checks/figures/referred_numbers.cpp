#include "checks/figures/referred_numbers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "checks/figures/slips.h"
#include "language/zh_counts.h"
#include "language/zh_references/zh_references.h"
#include "text/characters.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t longest_thing = 16 * han_bytes;
constexpr std::size_t most_references = 40;  // Each looks through all numbers; reports have few.
constexpr std::size_t least_thing = 4 * han_bytes;  // With what is done to it.
constexpr std::string_view list_mark = "、";
constexpr std::array<std::string_view, 7> marks{"，", "。", "；", "：", "（", "）", "\n"};

/// From the last mark on; lists hold together.
std::string_view clause_before(const Document& document, const Mention& mention) {
  std::string_view text = document.slice({mention.paragraph.begin, mention.place.begin});
  text = last_bytes(text, longest_label);
  for (const std::string_view mark : marks)
    if (const std::size_t at = text.rfind(mark); at != text.npos)
      text.remove_prefix(at + mark.size());
  return text;
}

std::string without_list_marks(std::string_view words) {
  std::string found;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(list_mark, at), words.size());
    found += words.substr(at, end - at);
    at = end + list_mark.size();
  }
  return found;
}

bool has(std::string_view text, std::string_view words) { return text.find(words) != text.npos; }

/// 在|学校涉及的|8|件|诉讼、仲裁案件|中
struct Reference {
  const Mention* mention = nullptr;
  std::string_view before = {};       ///< 学校涉及的
  std::string thing = {}, done = {};  ///< 合同, 审查
};

/// Behind the unit.
std::string_view behind(const Document& document, const Mention& mention) {
  std::string_view text = document.slice({mention.place.end, mention.paragraph.end});
  text.remove_prefix(std::min(mention.unit.size(), text.size()));
  if (text.starts_with(zh_times)) text.remove_prefix(zh_times.size());
  return text;
}

/// The words behind a number up to 中, which a mark follows; empty if there are none.
std::string_view words_up_to_end(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && at <= longest_thing) {
    const std::string_view rest = text.substr(at);
    const auto is_end = [&](std::string_view end) {
      return rest.starts_with(end) && rest.substr(end.size()).starts_with("，");
    };
    if (std::ranges::any_of(zh_reference_ends, is_end)) return text.substr(0, at);
    const std::size_t from = at;
    if (!is_han(next_code_point(text, at)) && text.substr(from, at - from) != list_mark) break;
  }
  return {};
}

std::optional<Reference> read_reference(const Document& document, const Mention& mention) {
  const std::string_view words = words_up_to_end(behind(document, mention));
  if (words.empty()) return std::nullopt;
  std::string_view clause = clause_before(document, mention);
  bool is_linked = false;
  for (const std::string_view link : zh_reference_begins)
    if (clause.starts_with(link)) {
      clause.remove_prefix(link.size());
      is_linked = true;
    }
  if (!is_linked) return std::nullopt;
  const std::size_t particle = words.find(zh_particle);
  Reference found{.mention = &mention, .before = clause};
  found.thing = without_list_marks(words.substr(0, particle));
  if (particle != words.npos) found.done = words.substr(particle + zh_particle.size());
  const bool is_named = found.thing.size() + found.done.size() >= least_thing;
  return is_named ? std::optional(std::move(found)) : std::nullopt;
}

class ReferredNumbers {
 public:
  ReferredNumbers(const Document& document, const std::vector<Mention>& mentions,
                  const Arguments& arguments)
      : document_(document),
        mentions_(mentions),
        part_(arguments.terms("part")),
        stages_(arguments.terms("stages")),
        except_(arguments.terms("except")) {}

  void look(Outcome& outcome) const {
    std::size_t read = 0;
    for (const Mention& mention : mentions_) {
      const auto reference = read_reference(document_, mention);
      if (!reference || !is_whole(reference->before)) continue;
      if (++read > most_references) return;
      const Mention* told = only_number(*reference);
      if (told && is_slip(mention, *told) && !is_part_of(mention, *told))
        report(*told, mention, outcome);
    }
  }

 private:
  static bool is_slip(const Mention& one, const Mention& other) {
    const NumberSlip slip = slip_between(one.digits, other.digits);
    const bool is_round = one.digits.ends_with('0') || other.digits.ends_with('0');
    return slip == NumberSlip::swapped || (slip == NumberSlip::digit && !is_round);
  }

  /// 受理案件9件，已审结8件: the paragraph that tells of the whole tells of so many of them, too.
  bool is_part_of(const Mention& mention, const Mention& told) const {
    return std::ranges::any_of(mentions_, [&](const Mention& other) {
      return other.paragraph.begin == told.paragraph.begin && other.digits == mention.digits &&
             zh_units_agree(other.unit, mention.unit);
    });
  }

  bool is_whole(std::string_view words) const {
    const auto has_any = [&](const Terms* terms) { return terms && terms->matches(words); };
    return !has_any(part_) && !has_any(stages_) && !has_any(except_);
  }

  /// Whether the number counts what is referred to, of the whole or of a part.
  bool counts(const Mention& mention, const Reference& reference) const {
    const std::string label = without_list_marks(clause_before(document_, mention));
    const std::string noun = without_list_marks(
        behind(document_, mention).substr(0, reference.thing.size() + longest_thing));
    const bool is_named = noun.starts_with(reference.thing) || has(label, reference.thing);
    return is_named && (has(label, reference.done) || has(noun, reference.done));
  }

  /// The only number of what is referred to in the report, if it is of the whole and is told in
  /// another paragraph before; null if there is none, or more.
  const Mention* only_number(const Reference& reference) const {
    const Mention* found = nullptr;
    for (const Mention& mention : mentions_) {
      if (&mention == reference.mention || !zh_units_agree(mention.unit, reference.mention->unit) ||
          !counts(mention, reference))
        continue;
      if (found && found->digits != mention.digits) return nullptr;
      if (!found) found = &mention;
    }
    const bool is_before = found && found->place.begin < reference.mention->paragraph.begin;
    return is_before && names_whole(*found, reference) ? found : nullptr;
  }

  /// 学校作为当事人的诉讼、仲裁案件 of 学校涉及的: with a word in common, where one is limited.
  bool names_whole(const Mention& mention, const Reference& reference) const {
    const std::string label = without_list_marks(clause_before(document_, mention));
    const std::size_t at = label.rfind(reference.thing);
    const std::string_view before = std::string_view(label).substr(0, at);
    if (!is_whole(at == label.npos ? label : before)) return false;
    if (at != label.npos && reference.done.empty() && at + reference.thing.size() != label.size())
      return false;
    if (reference.before.empty()) return true;
    for (std::size_t i = 0; i + 2 * han_bytes <= reference.before.size(); i += han_bytes)
      if (has(before, reference.before.substr(i, 2 * han_bytes))) return true;
    return false;
  }

  void report(const Mention& told, const Mention& mention, Outcome& outcome) const {
    const auto is_told = [&](const Problem& problem) {
      return problem.span.overlaps(mention.place);
    };
    if (std::ranges::any_of(outcome.problems, is_told)) return;
    outcome.evidence.push_back(mention.place);
    outcome.problems.push_back(
        {.span = mention.place,
         .message = say("同一项数据，前面是“{}{}”，这里是“{}{}”",
                        "the same quantity is “{}{}” before, and “{}{}” here",
                        document_.written(told.place), told.unit, document_.written(mention.place),
                        mention.unit),
         .related = {
             {.place = {.span = told.place}, .message = say("前面的数", "the value before")}}});
  }

  const Document& document_;
  const std::vector<Mention>& mentions_;
  const Terms *part_, *stages_, *except_;
};

}  // namespace

void find_referred_numbers(const Document& document, const std::vector<Mention>& mentions,
                           const Arguments& arguments, Outcome& outcome) {
  ReferredNumbers(document, mentions, arguments).look(outcome);
}

}  // namespace hegui
