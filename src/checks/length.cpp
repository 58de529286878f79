// length: the part says at least, or at most, so much.
//
//   length: {min-han: 400}
//
// Han characters, or words, of all its text; headings on a line of their own and its own heading do
// not count.

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "checks/check.h"
#include "language/language_data.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "min-han",
        .type = KeyType::whole,
        .zh = "汉字不少于",
        .en = "at least this many Chinese characters",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "max-han",
        .type = KeyType::whole,
        .zh = "汉字不多于",
        .en = "at most this many Chinese characters",
        .presence = Presence::one_of},
    Key{.name = "min-words",
        .type = KeyType::whole,
        .zh = "词不少于",
        .en = "at least this many words",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "max-words",
        .type = KeyType::whole,
        .zh = "词不多于",
        .en = "at most this many words",
        .presence = Presence::one_of},
    Key{.name = "min-length",
        .type = KeyType::whole,
        .zh = "按规则集的语言，字或词不少于",
        .en = "at least this much, in the unit of the rule set's language",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "max-length",
        .type = KeyType::whole,
        .zh = "按规则集的语言，字或词不多于",
        .en = "at most this much, in the unit of the rule set's language",
        .presence = Presence::one_of},
    Key{.name = "min-paragraphs",
        .type = KeyType::whole,
        .zh = "段落不少于",
        .en = "at least this many paragraphs",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "min-sentences",
        .type = KeyType::whole,
        .zh = "句子不少于",
        .en = "at least this many sentences",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "min-share",
        .type = KeyType::percent,
        .zh = "占全文不少于",
        .en = "at least this share of the body text",
        .presence = Presence::one_of,
        .scope = Scope::part,
        .most = 100},
};

Outcome failed(double found, double expected, Message message, Message unit = {}) {
  const bool too_much = found > expected;
  return {.passed = false,
          .nothing = found == 0,
          .found = found,
          .expected = expected,
          .share = {std::min(found, expected), too_much ? found : expected},
          .message = std::move(message),
          .unit = std::move(unit)};
}

Message unit_of(LengthUnit unit) {
  return unit == LengthUnit::han ? say("个汉字", "characters") : say("个词", "words");
}

/// What of a text does not count, which other programs count, too.
Message left_out(LengthUnit unit) {
  return unit == LengthUnit::han
             ? say("只数汉字，不含标题、数字和标点", "headings, figures and marks do not count")
             : say("不含标题", "headings do not count");
}

/// With how much is lacking, or too much.
Outcome failed(LengthUnit in, double found, double expected) {
  const Message has = amount(in, found), off = amount(in, std::abs(expected - found));
  const Message unit = unit_of(in);
  const double by = std::abs(expected - found);
  const bool too_much = found > expected;
  Outcome outcome = failed(
      found, expected,
      too_much
          ? say("{0} {3}，多于 {1} 个", "{2}, at most {1} allowed", found, expected, has, unit)
          : say("{0} {3}，少于 {1} 个", "{2}, at least {1} needed", found, expected, has, unit));
  outcome.fix = too_much ? say("删去 {0} {3}以上（{2}）", "take out at least {1} ({2})", by, off,
                               left_out(in), unit)
                         : say("再写 {0} {3}以上（{2}）", "write at least {1} more ({2})", by, off,
                               left_out(in), unit);
  outcome.unit = unit;
  return outcome;
}

/// The units that the rule asks for, or else may be told in: that of its language comes last.
struct Bounds {
  LengthUnit unit;
  std::optional<double> min, max;
};

std::array<Bounds, 3> bounds_of(const Target& target, const Arguments& arguments) {
  const auto bounds = [&](LengthUnit unit, std::string_view min, std::string_view max) {
    return Bounds{unit, arguments.number(min), arguments.number(max)};
  };
  return {bounds(LengthUnit::han, "min-han", "max-han"),
          bounds(LengthUnit::words, "min-words", "max-words"),
          bounds(target.language.unit, "min-length", "max-length")};
}

Outcome run(const Target& target, const Arguments& arguments) {
  const std::vector<Span> text = text_of(target.outline, target.part);
  const std::array<Bounds, 3> all = bounds_of(target, arguments);
  const auto asked =
      std::ranges::find_if(all, [](const Bounds& own) { return own.min || own.max; });
  const LengthUnit unit = asked == all.end() ? target.language.unit : asked->unit;
  const auto count_in = [&](LengthUnit in) {
    return static_cast<double>(count_units(in, target.document, text));
  };
  for (const Bounds& own : all) {
    if (!own.min && !own.max) continue;
    const double count = count_in(own.unit);
    if (own.min && count < *own.min) return failed(own.unit, count, *own.min);
    if (own.max && count > *own.max) return failed(own.unit, count, *own.max);
  }
  if (const auto min = arguments.number("min-paragraphs")) {
    const auto count = static_cast<double>(text.size());
    if (count < *min)
      return failed(
          count, *min,
          say("{} 段，少于 {} 段", "{:paragraph}, at least {} needed", Quantity(count), *min),
          say("段", "paragraphs"));
  }
  std::optional<Message> summary;
  if (const auto min = arguments.number("min-sentences")) {
    double count = 0;
    for (const Span span : text)
      count += static_cast<double>(sentences(target.document, span).size());
    if (count < *min)
      return failed(
          count, *min,
          say("{} 句，少于 {} 句", "{:sentence}, at least {} needed", Quantity(count), *min),
          say("句", "sentences"));
    if (asked == all.end()) summary = say("{} 句", "{:sentence}", Quantity(count));
  }
  if (const auto min = arguments.number("min-share")) {
    const std::vector<Span> body = text_of(target.outline, {.spans = {target.outline.body}});
    const auto whole = static_cast<double>(size_of(target.document, body));
    const double share =
        whole > 0 ? static_cast<double>(size_of(target.document, text)) / whole : 0;
    if (share < *min)
      return failed(
          share * 100, *min * 100,
          say("占全文 {:.1f}%，少于 {:.1f}%", "{:.1f}% of the body text, at least {:.1f}% needed",
              share * 100, *min * 100));
  }
  const double count = count_in(unit);
  return {.found = count, .summary = summary.value_or(amount(unit, count))};
}

}  // namespace

extern const CheckKind length_check;
const CheckKind length_check{
    "length", "篇幅", "the part says at least, or at most, so much", Scope::both, keys, {}, run};

}  // namespace hegui
