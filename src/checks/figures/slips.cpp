// A number that is told twice, once with a slip: 查处隐患11286项, and later 全系统查处隐患11826项.
//
// Two numbers are the same if they count in one unit what is called alike, or with all words of the
// shorter name in the longer one: 医保参保率 and 医疗保险参保率. The less of a slip it looks like,
// the more words must agree. All numbers of the report are compared by the last words before them,
// without reading them; only of those that differ by a slip the sentences are read.

#include "checks/figures/slips.h"

#include <algorithm>
#include <utility>

#include "checks/figures/amount_row.h"
#include "checks/figures/crosswise.h"
#include "checks/figures/event_days.h"
#include "checks/figures/mentions.h"
#include "checks/figures/own_year.h"
#include "checks/figures/places.h"
#include "checks/figures/referred_numbers.h"
#include "document/outline.h"
#include "language/language_data.h"
#include "language/zh_counts.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::ptrdiff_t most_alike = 40;  // Mentions of one key; 增长 has more, and says nothing.
constexpr std::size_t longest_sentence = 1200;              // Bytes before a number that are read,
constexpr std::size_t longest_rest = 300;                   // and behind it.
constexpr std::size_t least_ending = 12, long_ending = 24;  // Bytes that end two names alike.
constexpr std::size_t most_read = 200;                      // Pairs; reading takes long.

// How many characters of two names must agree, so that two numbers that differ are the same. The
// fewer digits there are, the sooner they differ by what only looks like a slip.
constexpr std::size_t longest_number = 5, least_swapped = 7, least_of_digits = 8, least_alone = 4,
                      least_of_any = 8, least_thing = 4;

/// 7100: who rounds makes no slip in the last digit.
bool is_round(std::string_view digits) { return digits.ends_with('0'); }

/// How many characters two names have in common: all of the shorter, or none.
std::size_t likeness(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  bool is_within = true;
  std::size_t characters = 0, at = 0;
  for (; at < one.size() && is_within; ++characters) {
    const std::size_t begin = at;
    next_code_point(one, at);
    is_within = other.find(one.substr(begin, at - begin)) != other.npos;
  }
  return is_within ? characters : 0;
}

/// Whether one name is a stretch of the other: 罚没款 of 罚没款入库.
bool stands_in(std::string_view one, std::string_view other) {
  return one.find(other) != one.npos || other.find(one) != other.npos;
}

class Slips {
 public:
  Slips(const Target& target, const Arguments& arguments, const std::vector<Mention>& mentions,
        Outcome& outcome)
      : target_(target),
        document_(target.document),
        language_(data_of(target.document.language)),
        arguments_(arguments),
        mentions_(mentions),
        outcome_(outcome) {}

  void compare() {
    for (const Mention& mention : mentions_) order_.push_back(&mention);
    compare_by(&Mention::tail, NumberSlip::digit);
    compare_by(&Mention::sorted, NumberSlip::swapped);
    for (const auto& [one, other] :
         crosswise_mentions(document_, mentions_, arguments_.texts("links"))) {
      if (++read_ > most_read) return;
      if (count_one_thing(*one, *other)) report(*one, *other);
    }
  }

 private:
  using Place = std::vector<const Mention*>::const_iterator;

  /// Those of one key with each other.
  template <typename Key>
  void compare_by(Key Mention::*key, NumberSlip slip) {
    std::ranges::sort(order_, [&](const Mention* one, const Mention* other) {
      const int way = std::string_view(one->*key).compare(other->*key);
      return way != 0 ? way < 0 : one->place.begin < other->place.begin;
    });
    for (Place first = order_.cbegin(); first != order_.cend();) {
      const Place last = std::find_if(first, order_.cend(), [&](const Mention* mention) {
        return mention->*key != (*first)->*key;
      });
      if (last - first <= most_alike)
        for (Place later = first; later != last; ++later) compare_with_earlier(first, later, slip);
      first = last;
    }
  }

  void compare_with_earlier(Place first, Place later, NumberSlip slip) {
    const Mention& other = **later;
    for (Place earlier = first; earlier != later; ++earlier) {
      const Mention& one = **earlier;
      if (one.paragraph.begin == other.paragraph.begin || one.unit != other.unit ||
          slip_between(one.digits, other.digits) != slip || !may_be(one, other, slip))
        continue;
      if (++read_ > most_read) return;
      if (are_same(one, other, slip)) return report(one, other);
    }
  }

  /// What can be told without reading sentences, which takes long.
  bool may_be(const Mention& one, const Mention& other, NumberSlip slip) const {
    if (slip == NumberSlip::swapped)
      return likeness(one.tail, around(other)) > 0 || likeness(other.tail, around(one)) > 0;
    if (is_round(one.digits) || is_round(other.digits)) return false;
    const bool is_long = one.size() > 2 || have_same_name(one, other, long_ending);
    return is_long || (one.size() == 1 ? may_be_alone(one, other)
                                       : !one.company.empty() && one.company == other.company);
  }

  std::string_view around(const Mention& mention) const {
    const std::string_view text = document_.slice(mention.paragraph);
    const std::size_t at = mention.place.begin - mention.paragraph.begin;
    return text.substr(at - std::min(at, longest_label), 2 * longest_label);
  }

  std::string_view before(const Mention& mention) const {
    const std::string_view text = document_.slice(mention.paragraph);
    return last_bytes(text.substr(0, mention.place.begin - mention.paragraph.begin), longest_label);
  }

  /// Whether the same words stand right before them.
  bool have_same_ending(const Mention& one, const Mention& other, std::size_t bytes) const {
    const std::string_view a = last_bytes(before(one), bytes), b = last_bytes(before(other), bytes);
    return a.size() == bytes && a == b;
  }

  /// The same, but for 全年, 共.
  bool have_same_name(const Mention& one, const Mention& other, std::size_t bytes) const {
    if (!have_same_ending(one, other, least_ending)) return false;
    // Terms are searched only where what stands before that ending is in the other, too.
    const auto is_near = [&](std::string_view words, std::string_view where) {
      words = words.substr(0, words.size() - least_ending);
      return where.find(last_bytes(words, least_ending / 2)) != where.npos;
    };
    if (!is_near(before(one), before(other)) && !is_near(before(other), before(one))) return false;
    const std::string a = without_light(before(one)), b = without_light(before(other));
    return a.size() >= bytes && b.size() >= bytes && last_bytes(a, bytes) == last_bytes(b, bytes);
  }

  /// And both are of the whole year.
  bool may_be_alone(const Mention& one, const Mention& other) const {
    const Terms* alone = arguments_.terms("alone");
    return alone && have_same_ending(one, other, least_ending) && alone->matches(before(one)) &&
           alone->matches(before(other));
  }

  /// The amount of a mention in its sentence.
  struct Reading {
    AmountRow row;
    std::size_t at;
    std::string name;
    std::string name_and_noun;
    Span before;  ///< Of the sentence, up to the number.
  };

  /// Of the words around it only, however long the paragraph is.
  std::optional<Reading> reading(const Mention& mention) const {
    const std::string_view text = document_.slice(mention.paragraph);
    const std::size_t at = mention.place.begin - mention.paragraph.begin;
    const std::size_t begin = at - last_bytes(text.substr(0, at), longest_sentence).size();
    const std::size_t far = mention.place.end - mention.paragraph.begin + longest_rest;
    const std::size_t end = far < text.size() ? previous_code_point(text, far) : text.size();
    const Span around{mention.paragraph.begin + static_cast<std::uint32_t>(begin),
                      mention.paragraph.begin + static_cast<std::uint32_t>(end)};
    for (const Span sentence : sentences(document_, around)) {
      if (mention.place.begin >= sentence.end) continue;
      AmountRow row(document_, sentence);
      for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i].figure.span.begin == mention.place.begin) {
          std::string name = name_of(row, i), all = name + std::string(row.noun(i));
          const Span before{sentence.begin, mention.place.begin};
          return Reading{std::move(row), i, std::move(name), std::move(all), before};
        }
      break;
    }
    return std::nullopt;
  }

  std::string name_of(const AmountRow& row, std::size_t i) const {
    return without_light(without_links(row.label(i), arguments_.texts("links")));
  }

  std::string without_light(std::string_view label) const {
    std::string name;
    std::size_t from = 0;
    if (const Terms* light = arguments_.terms("light"))
      for (const Span hit : light->all(label)) {
        name += label.substr(from, hit.begin - from);
        from = hit.end;
      }
    name += label.substr(from);
    return name;
  }

  std::string_view clause_of(std::string_view gap) const {
    const std::size_t mark = gap.rfind(language_.semicolon);
    return mark == gap.npos ? gap : gap.substr(mark);
  }

  bool may_be_compared(const Reading& reading) const {
    const Amount& amount = reading.row[reading.at];
    const auto has = [&](std::string_view key, std::string_view text) {
      const Terms* terms = arguments_.terms(key);
      return terms && terms->matches(text);
    };
    return amount.number.exact && !amount.unit.empty() && reading.row.depth(reading.at) == 0 &&
           (!amount.is_percent() || has("rates", reading.name)) &&
           !has("except", clause_of(reading.row.gap(reading.at))) &&
           !has("except", reading.row.noun(reading.at)) &&
           !language_.figures.behind_target->matches(reading.row.noun(reading.at)) &&
           !has("ahead", document_.slice(reading.before));
  }

  bool are_same(const Mention& one, const Mention& other, NumberSlip slip) const {
    const auto a = reading(one), b = reading(other);
    if (!a || !b || !may_be_compared(*a) || !may_be_compared(*b)) return false;
    const Amount &first = a->row[a->at], &second = b->row[b->at];
    if (!have_same_unit(first, second) || !may_be_of_one_year(*a, *b)) return false;
    const std::size_t digits = one.size();
    if (counts_part(*a, *b)) return false;
    if (slip == NumberSlip::swapped)
      return std::max(likeness(a->name, b->name), likeness(a->name_and_noun, b->name_and_noun)) >=
             least_of_swapped(digits, stands_in(a->name, b->name));
    const std::size_t alike = likeness(a->name, b->name);
    if (alike >= least_of_any) return true;
    if (digits == 1) return alike >= least_alone && are_alone(*a, *b);
    if (digits == 2) return alike > 0 && have_same_company(*a, *b);
    const std::size_t of_rate = first.is_percent() ? 1 : 0;
    return alike >= least_of_digits + of_rate - std::min(digits, longest_number - 1);
  }

  /// Whether they count a thing that one of them names behind it, and neither only a part of it.
  bool count_one_thing(const Mention& one, const Mention& other) const {
    const auto a = reading(one), b = reading(other);
    if (!a || !b || !may_be_compared(*a) || !may_be_compared(*b) ||
        !(have_same_unit(a->row[a->at], b->row[b->at]) ||
          zh_units_agree(a->row[a->at].unit, b->row[b->at].unit)) ||
        !may_be_of_one_year(*a, *b))
      return false;
    const CountedThing thing =
        counted_thing({a->name, a->row.noun(a->at)}, {b->name, b->row.noun(b->at)});
    const Terms* part = arguments_.terms("part");
    if (part && (part->matches(thing.one_rest) || part->matches(thing.other_rest))) return false;
    if (are_stages(thing.one_rest, thing.other_rest)) return false;
    const bool is_swapped = slip_between(one.digits, other.digits) == NumberSlip::swapped;
    if (thing.characters < least_thing - (is_swapped && one.size() > 2 ? 1 : 0)) return false;
    const bool have_same_verb = !thing.one_rest.empty() && thing.one_rest == thing.other_rest;
    if (is_swapped || have_same_verb) return is_swapped || one.size() > 1 || are_alone(*a, *b);
    if (is_round(one.digits) || is_round(other.digits)) return false;
    const bool has_no_verb = thing.one_rest.empty() || thing.other_rest.empty();
    return (one.size() > 2 && has_no_verb) || (one.size() > 1 && are_of_all(*a, *b));
  }

  /// 受理 and 办结 are of as many only by chance.
  bool are_stages(std::string_view one, std::string_view other) const {
    const Terms* stages = arguments_.terms("stages");
    const auto a = stages ? stages->all(one) : std::vector<Span>{};
    const auto b = stages && !a.empty() ? stages->all(other) : std::vector<Span>{};
    return !a.empty() && !b.empty() &&
           one.substr(a.back().begin, a.back().size()) !=
               other.substr(b.back().begin, b.back().size());
  }

  /// Whether the words that only one name has say so: 联合执法检查, 执法检查.
  bool counts_part(const Reading& a, const Reading& b) const {
    const Terms* part = arguments_.terms("part");
    return part && part->matches(a.name) != part->matches(b.name);
  }

  /// 全局执法人员43名
  bool are_of_all(const Reading& a, const Reading& b) const {
    const Terms* all = arguments_.terms("all");
    return all && all->matches(a.row.label(a.at)) && all->matches(b.row.label(b.at));
  }

  /// By chance, few numbers of so many digits differ by two that changed places only.
  static std::size_t least_of_swapped(std::size_t digits, bool is_one_word) {
    if (digits > 3) return 2;
    return least_swapped - digits - (digits == 3 && is_one_word ? 1 : 0);
  }

  bool are_alone(const Reading& a, const Reading& b) const {
    const Terms* alone = arguments_.terms("alone");
    return alone && alone->matches(a.row.label(a.at)) && alone->matches(b.row.label(b.at));
  }

  /// 立案38宗，结案35宗 and 立案查处38宗，结案33宗
  static bool have_same_company(const Reading& a, const Reading& b) {
    if (a.at == 0 || b.at == 0) return false;
    const Amount &one = a.row[a.at - 1], &other = b.row[b.at - 1];
    return one.number.value == other.number.value && have_same_unit(one, other);
  }

  /// Whether no other year is named before them than the report's, or than the other's.
  bool may_be_of_one_year(const Reading& a, const Reading& b) const {
    const std::string_view one = year_of(a), other = year_of(b);
    if (one == other) return true;
    const std::string own = own_year(target_);
    const auto is_own = [&](std::string_view year) {
      return year.empty() || year.starts_with(own);
    };
    return is_own(one) && is_own(other) && (!own.empty() || one.empty() || other.empty());
  }

  /// The last year before it in its sentence; empty if there is none.
  std::string_view year_of(const Reading& reading) const {
    const std::string_view text = document_.slice(reading.before);
    std::string_view year;
    const Pattern& pattern = language_.year.pattern();
    for (auto hit = pattern.find(text); hit && hit->size() > 0; hit = pattern.find(text, hit->end))
      year = text.substr(hit->begin, hit->size());
    return year;
  }

  void report(const Mention& first, const Mention& second) {
    const auto is_told = [&](const Problem& problem) {
      return problem.span.begin == second.place.begin;
    };
    if (std::ranges::any_of(outcome_.problems, is_told)) return;
    const auto a = reading(first), b = reading(second);
    const Amount &one = a->row[a->at], &other = b->row[b->at];
    outcome_.evidence.push_back(other.figure.span);
    outcome_.problems.push_back({.span = other.figure.span,
                                 .message = say("同一项数据，前面是“{}”，这里是“{}”",
                                                "the same quantity is “{}” before, and “{}” here",
                                                written(document_, one), written(document_, other)),
                                 .related = {{.place = {.span = one.figure.span},
                                              .message = say("前面的数", "the value before")}}});
  }

  const Target& target_;
  const Document& document_;
  const LanguageData& language_;
  const Arguments& arguments_;
  const std::vector<Mention>& mentions_;
  std::vector<const Mention*> order_;
  std::size_t read_ = 0;
  Outcome& outcome_;
};

}  // namespace

NumberSlip slip_between(std::string_view one, std::string_view other) {
  if (one.size() != other.size() || one == other) return NumberSlip::none;
  const auto [a, b] = std::ranges::mismatch(one, other);
  const std::size_t first = static_cast<std::size_t>(a - one.begin());
  std::size_t last = one.size() - 1;
  while (one[last] == other[last]) --last;
  if (!is_digit(one[first]) || !is_digit(other[first])) return NumberSlip::none;
  if (first == last) return NumberSlip::digit;
  const bool is_swapped =
      one[first] == other[last] && one[last] == other[first] &&
      one.substr(first + 1, last - first - 1) == other.substr(first + 1, last - first - 1);
  return is_swapped ? NumberSlip::swapped : NumberSlip::none;
}

void find_slips(const Target& target, const Arguments& arguments,
                const std::vector<Span>& paragraphs, Outcome& outcome) {
  const Document& document = target.document;
  const std::vector<std::string>* links = arguments.texts("links");
  const std::vector<Mention> mentions = mentions_of(document, paragraphs, links);
  Slips(target, arguments, mentions, outcome).compare();
  if (document.language != Language::zh) return;
  if (const Terms* all = arguments.terms("all"))
    find_counts_of_places(document, mentions, links, *all, outcome);
  find_event_days(document, mentions, outcome);
  find_referred_numbers(document, mentions, arguments, outcome);
}

}  // namespace hegui
