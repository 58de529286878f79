// answers: each item of one part is taken up in another.
//
//   answers: {items-of: shortcomings, in: plan, naming: [$shortcoming-said], ignore: [不足, 加强]}
//
// An item is taken up if the other part shares enough of what it speaks of: pairs of neighbouring
// characters, or words where these stand apart, that are not to be ignored and that not most items
// have. What an item speaks of is said at its beginning. A text that says it in quite other words
// is not seen, so this is for notes.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "checks/check.h"
#include "document/items.h"
#include "language/language_data.h"
#include "text/fnv1a.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "items-of",
        .type = KeyType::text,
        .zh = "这一部分的每一条",
        .en = "the requirement whose items are to be taken up",
        .presence = Presence::required},
    Key{.name = "in",
        .type = KeyType::text,
        .zh = "应在这一部分有回应",
        .en = "the requirement that takes them up",
        .presence = Presence::required},
    Key{.name = "naming",
        .type = KeyType::condition,
        .zh = "写到这些才算一条",
        .en = "what an item must say to count"},
    Key{.name = "ignore",
        .type = KeyType::terms,
        .zh = "比较时略去的词",
        .en = "words that do not tell what an item speaks of"},
};

constexpr std::size_t subject = 120;  // Chinese characters at an item's beginning.

/// Hashes of words and of pairs of characters, of which no two are alike; rising.
using Marks = std::vector<std::uint64_t>;

/// What a text speaks of.
class Reader {
 public:
  explicit Reader(const Terms* ignore) : ignore_(ignore) {}

  /// Adds what it speaks of; marks are not in order.
  void read(std::string_view text, Marks& marks) const {
    std::size_t from = 0;
    if (ignore_)
      for (const Span hit : ignore_->all(text)) {
        add(text.substr(from, hit.begin - from), marks);
        from = hit.end;
      }
    add(text.substr(from), marks);
  }

 private:
  void add(std::string_view text, Marks& marks) const {
    std::string word;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
      const char32_t code = next_code_point(text, at);
      const bool is_letter = code < 0x80 && ((code | 0x20) >= 'a' && (code | 0x20) <= 'z');
      if (is_letter) word += static_cast<char>(code | 0x20);
      if (!is_letter || at == text.size()) {
        if (word.size() > 3) marks.push_back(fnv1a(word));
        word.clear();
      }
      const bool is_character = is_han(code);
      if (is_character && before != 0) marks.push_back(std::uint64_t{before} << 32 | code);
      before = is_character ? code : 0;
    }
  }

  const Terms* ignore_;
};

void put_in_order(Marks& marks) {
  std::ranges::sort(marks);
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
}

const PlacedPart* find_part(const Target& target, std::string_view id) {
  const auto found = std::ranges::find(target.parts, id, &PlacedPart::id);
  return found == target.parts.end() ? nullptr : &*found;
}

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  const PlacedPart* asking = find_part(target, arguments.word("items-of"));
  const PlacedPart* answering = find_part(target, arguments.word("in"));
  // Where both stand in one part, what is taken up is part of the item.
  if (!asking || !answering ||
      asking->part->overlaps(Span{answering->part->begin(), answering->part->end()}))
    return outcome;
  const Document& document = target.document;
  const LanguageData& language = data_of(document.language);
  const Reader reader(arguments.terms("ignore"));
  Marks answer;
  for (const Span span : answering->part->spans) reader.read(document.slice(span), answer);
  put_in_order(answer);

  static const Condition every_item;
  const Condition* given = arguments.condition("naming");
  const Condition& naming = given ? *given : every_item;
  std::vector<Item> asked = items(document, target.outline, *asking->part, naming);
  std::erase_if(asked, [&](const Item& item) { return is_refused(document, item, naming); });
  std::vector<Marks> marks;
  std::unordered_map<std::uint64_t, std::size_t> in_items;
  for (const Item& item : asked) {
    const Span words = behind_item_mark(document, item.span);
    reader.read(language.first_characters(document.slice(words), subject), marks.emplace_back());
    put_in_order(marks.back());
    for (const std::uint64_t mark : marks.back()) ++in_items[mark];
  }
  for (std::size_t i = 0; i < asked.size(); ++i) {
    const auto is_own = [&](std::uint64_t mark) {
      return asked.size() < 3 || in_items[mark] * 2 <= asked.size();
    };
    const auto own = std::ranges::count_if(marks[i], is_own);
    const auto shared = std::ranges::count_if(marks[i], [&](std::uint64_t mark) {
      return is_own(mark) && std::ranges::binary_search(answer, mark);
    });
    if (own == 0 || shared > 0) continue;
    const std::vector<Span> split = clauses(document, asked[i].span);
    const Span place = split.empty() ? asked[i].span : split.front();
    outcome.evidence.push_back(place);
    outcome.problems.push_back(
        {place, say("“{}”里没有回应这一条", "“{}” does not take this up", answering->title)});
  }
  outcome.passed = outcome.problems.empty();
  outcome.found = static_cast<double>(asked.size() - outcome.problems.size());
  outcome.expected = static_cast<double>(asked.size());
  if (!outcome.passed) outcome.message = outcome.problems.front().message;
  return outcome;
}

}  // namespace

extern const CheckKind answers_check;
const CheckKind answers_check{"answers",
                              "一部分的每一条在另一部分有回应",
                              "each item of one part is taken up in another",
                              Scope::document,
                              keys,
                              {},
                              run};

}  // namespace hegui
