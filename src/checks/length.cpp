// length: the part says at least, or at most, so much.
//
//   length: {min-han: 400}
//
// Han characters of all its text; headings on a line of their own and its own heading do not count.

#include <array>

#include "checks/check.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "min-han",
        .type = KeyType::whole,
        .zh = "汉字不少于",
        .en = "at least so many Chinese characters",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "max-han",
        .type = KeyType::whole,
        .zh = "汉字不多于",
        .en = "at most so many Chinese characters",
        .presence = Presence::one_of},
    Key{.name = "min-paragraphs",
        .type = KeyType::whole,
        .zh = "段落不少于",
        .en = "at least so many paragraphs",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "min-sentences",
        .type = KeyType::whole,
        .zh = "句子不少于",
        .en = "at least so many sentences",
        .presence = Presence::one_of,
        .least = 1},
    Key{.name = "min-share",
        .type = KeyType::percent,
        .zh = "占全文不少于",
        .en = "at least this share of the body",
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

Outcome run(const Target& target, const Arguments& arguments) {
  const std::vector<Span> text = text_of(target.outline, target.part);
  const auto han = static_cast<double>(count_han(target.document, text));
  if (const auto min = arguments.number("min-han"); min && han < *min)
    return failed(han, *min, say("{} 字，少于 {} 字", "{} characters, fewer than {}", han, *min));
  if (const auto max = arguments.number("max-han"); max && han > *max)
    return failed(han, *max, say("{} 字，多于 {} 字", "{} characters, more than {}", han, *max));
  if (const auto min = arguments.number("min-paragraphs")) {
    const auto count = static_cast<double>(text.size());
    if (count < *min)
      return failed(count, *min,
                    say("{} 段，少于 {} 段", "{} paragraphs, fewer than {}", count, *min));
  }
  if (const auto min = arguments.number("min-sentences")) {
    double count = 0;
    for (const Span span : text)
      count += static_cast<double>(sentences(target.document, span).size());
    if (count < *min)
      return failed(count, *min,
                    say("{} 句，少于 {} 句", "{} sentences, fewer than {}", count, *min));
  }
  if (const auto min = arguments.number("min-share")) {
    const Part body{.spans = {target.outline.body}};
    const auto all = static_cast<double>(count_han(target.document, text_of(target.outline, body)));
    const double share = all > 0 ? han / all : 0;
    if (share < *min)
      return failed(share, *min,
                    say("占全文 {:.1f}%，少于 {:.1f}%", "{:.1f}% of the body, less than {:.1f}%",
                        share * 100, *min * 100));
  }
  return {.found = han, .summary = say("{} 字", "{} characters", han)};
}

}  // namespace

extern const CheckKind length_check;
const CheckKind length_check{
    "length", "篇幅", "the part says at least, or at most, so much", Scope::both, keys, {}, run};

}  // namespace hegui
