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
#include "document/outline.h"
#include "language/language_data.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t tail_characters = 2;  // Before a number, by which it is looked up.
constexpr std::ptrdiff_t most_alike = 40;  // Mentions of one key; 增长 has more, and says nothing.
constexpr std::size_t longest_label = 120;                  // Bytes.
constexpr std::size_t longest_sentence = 1200;              // Bytes before a number that are read,
constexpr std::size_t longest_rest = 300;                   // and behind it.
constexpr std::size_t least_ending = 12, long_ending = 24;  // Bytes that end two names alike.
constexpr std::size_t most_read = 200;                      // Pairs; reading takes long.

// How many characters of two names must agree, so that two numbers that differ are the same. The
// fewer digits there are, the sooner they differ by what only looks like a slip.
constexpr std::size_t longest_number = 5, least_swapped = 7, least_of_digits = 8, least_alone = 4,
                      least_of_any = 8;

/// A number in digits.
struct Mention {
  std::string_view tail = {};  ///< Before it,
  std::string_view unit = {};  ///< and the first character behind it.
  std::string digits = {};
  std::string sorted = {};
  std::string_view company = {};  ///< The number before it.
  Span place = {};
  Span paragraph = {};

  /// In digits.
  std::size_t size() const { return digits.size() - (digits.find('.') != std::string::npos); }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits, and the marks inside of numbers.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool is_mark = text[at] == '.' || text[at] == ',' || text[at] == ' ';
    if (!is_digit(text[at]) && !(is_mark && at + 1 < text.size() && is_digit(text[at + 1]))) break;
    ++at;
  }
  return at;
}

/// Without words that stand between a name and its number: 稳定在, 达.
std::string_view without_links(std::string_view label, const std::vector<std::string>* links) {
  if (!links) return label;
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (const std::string& link : *links)
      if (label.ends_with(link)) {
        label.remove_suffix(link.size());
        is_changed = true;
      }
  }
  return label;
}

std::string_view tail_of(std::string_view label) {
  std::size_t begin = label.size();
  for (std::size_t i = 0; i < tail_characters && begin > 0; ++i)
    begin = previous_code_point(label, begin);
  return label.substr(begin);
}

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
  Slips(const Target& target, const Arguments& arguments, Outcome& outcome)
      : target_(target),
        document_(target.document),
        language_(data_of(target.document.language)),
        arguments_(arguments),
        outcome_(outcome) {}

  void read(Span paragraph) {
    const std::string_view text = document_.slice(paragraph);
    const std::vector<std::string>* links = arguments_.texts("links");
    std::string_view company;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!is_digit(text[at])) continue;
      const std::size_t end = end_of_number(text, at);
      const std::size_t from = at > longest_label ? at - longest_label : 0;
      Mention mention{.tail = tail_of(without_links(text.substr(from, at - from), links)),
                      .unit = first_code_points(text.substr(end), 1),
                      .place = {paragraph.begin + static_cast<std::uint32_t>(at),
                                paragraph.begin + static_cast<std::uint32_t>(end)},
                      .paragraph = paragraph};
      for (const char c : text.substr(at, end - at))
        if (c != ',' && c != ' ') mention.digits += c;
      mention.sorted = mention.digits;
      std::ranges::sort(mention.sorted);
      mention.company = std::exchange(company, text.substr(at, end - at));
      if (end < text.size()) mentions_.push_back(std::move(mention));
      at = end - 1;
    }
  }

  void compare() {
    for (const Mention& mention : mentions_) order_.push_back(&mention);
    compare_by(&Mention::tail, NumberSlip::digit);
    compare_by(&Mention::sorted, NumberSlip::swapped);
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
    const bool is_long = one.size() > 2 || have_same_ending(one, other, long_ending);
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
    const std::string_view label = without_links(row.label(i), arguments_.texts("links"));
    std::string name;
    std::size_t from = 0;
    if (const Terms* ignore = arguments_.terms("light"))
      for (const Span hit : ignore->all(label)) {
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
    const std::string own = own_year();
    const auto is_own = [&](std::string_view year) {
      return year.empty() || year.starts_with(own);
    };
    return is_own(one) && is_own(other) && (!own.empty() || one.empty() || other.empty());
  }

  /// The report's: that asked for, else that of the title; empty if neither is there.
  std::string own_year() const {
    const auto given = target_.variables.find("year");
    if (given != target_.variables.end()) return given->second;
    const std::string title = title_text(document_, target_.outline);
    const auto year = language_.year->capture(title);
    return year ? title.substr(year->begin, year->size()) : "";
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
  std::vector<Mention> mentions_;
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
  Slips slips(target, arguments, outcome);
  for (const Span paragraph : paragraphs) slips.read(paragraph);
  slips.compare();
}

}  // namespace hegui
