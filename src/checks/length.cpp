// length: the part says at least, or at most, so much.
//
//   length: {min-han: 400}
//
// Han characters, or words, of all its text; headings on a line of their own and its own heading do
// not count.

#include <algorithm>
#include <array>
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

Outcome failed(double found, double expected, Message message) {
  return {.passed = false,
          .nothing = found == 0,
          .found = found,
          .expected = expected,
          .message = std::move(message)};
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
    const Message has = amount(own.unit, count);
    if (own.min && count < *own.min) {
      const Message least = amount(own.unit, *own.min);
      return failed(
          count, *own.min,
          say("{0}，少于 {1}", "{0}, at least {2} needed", has, least, Quantity(*own.min)));
    }
    if (own.max && count > *own.max) {
      const Message most = amount(own.unit, *own.max);
      return failed(
          count, *own.max,
          say("{0}，多于 {1}", "{0}, at most {2} allowed", has, most, Quantity(*own.max)));
    }
  }
  if (const auto min = arguments.number("min-paragraphs")) {
    const auto count = static_cast<double>(text.size());
    if (count < *min)
      return failed(
          count, *min,
          say("{} 段，少于 {} 段", "{:paragraph}, at least {} needed", Quantity(count), *min));
  }
  std::optional<Message> summary;
  if (const auto min = arguments.number("min-sentences")) {
    double count = 0;
    for (const Span span : text)
      count += static_cast<double>(sentences(target.document, span).size());
    if (count < *min)
      return failed(
          count, *min,
          say("{} 句，少于 {} 句", "{:sentence}, at least {} needed", Quantity(count), *min));
    if (asked == all.end()) summary = say("{} 句", "{:sentence}", Quantity(count));
  }
  if (const auto min = arguments.number("min-share")) {
    const std::vector<Span> body = text_of(target.outline, {.spans = {target.outline.body}});
    const auto whole = static_cast<double>(size_of(target.document, body));
    const double share =
        whole > 0 ? static_cast<double>(size_of(target.document, text)) / whole : 0;
    if (share < *min)
      return failed(
          share, *min,
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
