// endings: how paragraphs and headings end.
//
//   endings: {of: paragraphs, min-han: 40}     a paragraph ends with a final mark
//   endings: {of: headings}                    a heading on its own line ends as its siblings do
//
// Rows of three and more paragraphs without a mark are a table or a list and let alone, and so is
// what goes on in the next line, torn by a page at a link. Headings are compared with those of the
// same form under the same heading: only the odd ones are reported.

#include <algorithm>
#include <array>
#include <map>

#include "checks/check.h"
#include "document/listed_items.h"
#include "language/language_data.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "看什么的末尾",
        .en = "what to look at the end of",
        .choices = "paragraphs|headings",
        .fallback = "paragraphs"},
    Key{.name = "min-han",
        .type = KeyType::whole,
        .zh = "只看汉字不少于此数的段落",
        .en = "only paragraphs of at least this many Chinese characters",
        .excludes = "min-length"},
    Key{.name = "min-length",
        .type = KeyType::whole,
        .zh = "同上，按规则集的语言数字或数词",
        .en = "the same, in the unit of the rule set's language"},
    Key{.name = "need",
        .type = KeyType::terms,
        .zh = "段末可以是这些",
        .en = "what else a paragraph may end with"},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "写到这些的段落不看",
        .en = "paragraphs that say these are not looked at",
        .place = KeyPlace::beside},
};

bool ends_well(const LanguageData& language, std::string_view text, const Terms* need) {
  if (need) return need->matches(text);
  std::size_t at = previous_code_point(text, text.size());
  const char32_t last = next_code_point(text, at);
  return language.paragraph_ends.find(last) != std::u32string_view::npos;
}

/// It goes on in the middle of a sentence: a page tore it at a link.
bool is_torn_off(const LanguageData& language, std::string_view text) {
  if (text.empty()) return false;
  std::size_t at = 0;
  const char32_t first = next_code_point(text, at);
  const auto begins_with = [&](std::string_view mark) { return text.starts_with(mark); };
  if (language.sentence_ends.find(first) != std::u32string_view::npos ||
      language.closers.find(first) != std::u32string_view::npos || begins_with(language.comma) ||
      begins_with(language.semicolon) || begins_with(language.colon))
    return true;
  // （RCEP）生效 goes on, （二） does not.
  return first == U'（' && !language.read_number(text, 0);
}

/// Whether the sentence goes on in the block, or behind a word that was torn out of it and stands
/// on a line of its own: 带技术 / 揭榜 / ；成果找市场.
bool goes_on(const Document& document, const LanguageData& language, std::size_t block) {
  constexpr std::size_t longest = 12;  // Characters of the word.
  const Span span = document.blocks[block].span;
  const std::string_view text = document.slice(span);
  if (is_torn_off(language, text)) return true;
  const std::uint32_t line = document.locate(span.begin).line;
  std::size_t at = 0;
  for (std::size_t i = 0; i < longest && at < text.size(); ++i) {
    if (!is_han(next_code_point(text, at))) return false;
    if (at < text.size() &&
        document.locate(span.begin + static_cast<std::uint32_t>(at)).line > line)
      return is_torn_off(language, text.substr(at));
  }
  return at == text.size() && block + 1 < document.blocks.size() &&
         is_torn_off(language, document.slice(document.blocks[block + 1].span));
}

/// A few words without a mark or a number may be a heading, or be torn out of the sentence.
bool may_go_on(const Document& document, const LanguageData& language, std::size_t block) {
  constexpr std::size_t longest = 12;
  if (block >= document.blocks.size()) return false;
  const std::string_view text = document.slice(document.blocks[block].span);
  const std::size_t han = count_han(text);
  return han > 0 && han <= longest && han * 3 == text.size() && !language.read_number(text, 0);
}

/// …把关。白石镇人民政府 2024年1月31日: what Markdown takes for one paragraph holds the signature.
bool ends_in_signature(const LanguageData& language, std::string_view text) {
  constexpr std::size_t longest = 50 * 3;
  const std::size_t stop = text.rfind(language.stop);
  if (stop == std::string_view::npos) return false;
  const std::string_view tail = text.substr(stop + language.stop.size());
  if (tail.size() > longest || tail.find(language.comma) != std::string_view::npos) return false;
  const auto day = language.page.day->find(tail);
  return day && day->end == tail.size();
}

/// The last characters of a stretch.
Span tail_of(const Document& document, Span span, int characters) {
  std::size_t begin = span.end;
  for (int i = 0; i < characters && begin > span.begin; ++i)
    begin = previous_code_point(document.text, begin);
  return {static_cast<std::uint32_t>(begin), span.end};
}

/// The stop that a paragraph lacks, behind its last character, or in place of a mark that ends
/// none. A guess: the text may have been cut off.
Fix stop_behind(const Target& target, const LanguageData& language, Span paragraph) {
  const Span last = tail_of(target.document, paragraph, 1);
  const std::string_view mark = target.document.slice(last);
  const bool is_mark = mark == language.comma || mark == language.semicolon ||
                       mark == language.colon || mark == "、";
  const std::string_view kept = is_mark ? std::string_view() : target.document.written(last);
  return {.edits = {{last, std::string(kept) + std::string(language.stop)}}, .is_safe = false};
}

void check_paragraphs(const Target& target, const Arguments& arguments, Outcome& outcome) {
  const bool has_own_unit = arguments.has("min-length");
  const LengthUnit unit = has_own_unit ? target.language.unit : LengthUnit::han;
  const auto least = static_cast<std::size_t>(
      arguments.number(has_own_unit ? "min-length" : "min-han").value_or(0));
  const Terms* need = arguments.terms("need");
  const Terms* except = arguments.terms("except");
  const LanguageData& language = data_of(target.document.language);
  std::vector<std::size_t> run;  // Paragraphs in a row that end in nothing.
  const auto flush = [&] {
    if (run.size() < 3)
      for (const std::size_t block : run) {
        const Span span = target.document.blocks[block].span;
        if (count_units(unit, target.document.slice(span)) < least) continue;
        const bool has_fix = !need && !may_go_on(target.document, language, block + 1);
        outcome.problems.push_back(
            {tail_of(target.document, span, 8),
             say("段末缺少句末标点", "the paragraph does not end with a punctuation mark"),
             has_fix ? stop_behind(target, language, span) : Fix{}});
      }
    run.clear();
  };
  for (std::size_t i = 0; i < target.document.blocks.size(); ++i) {
    if (target.outline.roles[i] != Role::body) continue;
    const Span span = target.document.blocks[i].span;
    const auto piece = std::ranges::lower_bound(target.outline.pieces, span.end, {},
                                                [](const Piece& p) { return p.span.end; });
    const bool is_heading = piece != target.outline.pieces.end() && piece->heading;
    const bool is_item = begins_listed_item(target.document, target.document.blocks[i]);
    const std::string_view text = target.document.slice(span);
    if (i + 1 < target.document.blocks.size() && goes_on(target.document, language, i + 1)) {
      run.clear();
      continue;
    }
    if (except && except->matches(text)) continue;
    if (is_heading || is_item || ends_well(language, text, need) ||
        ends_in_signature(language, text))
      flush();
    else
      run.push_back(i);
  }
  flush();
}

/// The mark behind a heading on its own line; empty if it has none.
Span mark_behind(const Target& target, const Section& section) {
  std::uint32_t end = section.heading.end;
  const std::size_t line_end = target.document.text.find('\n', end);
  Span mark{end, static_cast<std::uint32_t>(std::min(line_end, target.document.text.size()))};
  while (!mark.empty() && target.document.text[mark.begin] == ' ') ++mark.begin;
  while (!mark.empty() && target.document.text[mark.end - 1] == ' ') --mark.end;
  const std::string_view text = target.document.slice(mark);
  const LanguageData& language = data_of(target.document.language);
  return text == language.stop || text == language.semicolon || text == language.comma ? mark
                                                                                       : Span{};
}

void check_headings(const Target& target, Outcome& outcome) {
  struct Siblings {
    std::size_t plain = 0, marked = 0;
  };
  const std::vector<Section>& sections = target.outline.sections;
  std::map<std::pair<int, Numbering>, Siblings> siblings;
  const auto is_judged = [](const Section& section) {
    return section.own_line && section.form != Numbering::none;
  };
  for (const Section& section : sections) {
    if (!is_judged(section)) continue;
    Siblings& all = siblings[{section.parent, section.form}];
    ++(mark_behind(target, section).empty() ? all.plain : all.marked);
  }
  for (const Section& section : sections) {
    const Span mark = is_judged(section) ? mark_behind(target, section) : Span{};
    if (mark.empty()) continue;
    const Siblings& all = siblings[{section.parent, section.form}];
    if (all.plain <= all.marked) continue;
    Problem problem{{section.heading.begin, mark.end},
                    say("标题末尾有“{}”，同级其他标题没有",
                        "this heading ends with “{}”, the others of its level do not",
                        target.document.written(mark))};
    problem.fix.edits.push_back({mark, ""});
    outcome.problems.push_back(std::move(problem));
  }
}

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  if (arguments.word("of") == "headings")
    check_headings(target, outcome);
  else
    check_paragraphs(target, arguments, outcome);
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind endings_check;
const CheckKind endings_check{"endings",
                              "段末、标题末尾的标点",
                              "paragraphs and headings end as they should",
                              Scope::document,
                              keys,
                              "of",
                              run};

}  // namespace hegui
