// phrases: what the report writes against dictionaries of the rule set.
//
//   phrases: [typos, set-phrases]      words that are wrong, set phrases one character off, lists
//                                      in another order, titles in 《》 one character off
//   phrases: {of: [terms], year: '{year}', unless: [原]}
//                                      words and titles that are not of that year; not in sentences
//                                      that speak of other times
//   except: [...]   in: body           as of forbid
//
// What is quoted is somebody else's and stays as it is, and so does what stands in a title that no
// dictionary knows; a phrase that is quoted alone is the report's own: “放管服”改革. What no row
// vouches for (verified) is a note, and has no fix.

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>

#include "checks/check.h"
#include "checks/region.h"
#include "language/language_data.h"
#include "search/lexicon.h"
#include "search/titles.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::dictionaries,
        .zh = "用哪些词典",
        .en = "names from `dictionaries`",
        .presence = Presence::required},
    Key{.name = "year",
        .type = KeyType::text,
        .zh = "报告的年份，如 `'{year}'`：写了就只看 `dated` 和书名的起止日期，年份不知道时不查",
        .en = "the year of the report, such as `'{year}'`: only `dated` and the dates of titles "
              "are looked at, and nothing where the year is not known"},
    Key{.name = "unless",
        .type = KeyType::terms,
        .zh = "有这些词的句子说的是别的时候，不看年份",
        .en = "sentences with these speak of other times",
        .needs = "year"},
    Key{.name = "except",
        .type = KeyType::terms,
        .zh = "落在这些里面的不算",
        .en = "matches inside these do not count",
        .place = KeyPlace::beside},
    Key{.name = "in",
        .type = KeyType::word,
        .zh = "在哪里看",
        .en = "where",
        .place = KeyPlace::beside,
        .choices = region_choices,
        .fallback = "all"},
};

class Reader {
 public:
  Reader(const Target& target, const Arguments& arguments)
      : document_(target.document),
        language_(target.language),
        lexicon_(*arguments.lexicon("of")),
        unless_(arguments.terms("unless")),
        except_(arguments.terms("except")),
        regions_(region_of(target, arguments.word("in"))) {}

  void slips() {
    for (const Slip& slip : lexicon_.slips(document_.text, language_.characters))
      if (is_meant(slip.span) && !is_of_others(slip.span)) report(slip);
    for (const Slip& slip : title_slips(document_.text, lexicon_.dictionaries(),
                                        language_.documents.titles, language_.characters))
      report(slip);
  }

  void out_of(int year) {
    for (const DatedHit& hit : lexicon_.dated(document_.text)) {
      const bool early = hit.row->first_year && year < *hit.row->first_year;
      const bool late = hit.row->last_year && year > *hit.row->last_year;
      if ((early || late) && is_meant(hit.span) && !is_elsewhen(hit.span)) out_of(year, hit, early);
    }
    for (const CitedTitle& cited : cited_titles(document_.text, language_.documents.titles))
      out_of(year, cited.span);
  }

  Outcome outcome() {
    Outcome outcome{.passed = problems_.empty(), .found = static_cast<double>(problems_.size())};
    std::ranges::stable_sort(problems_, {}, [](const Problem& one) { return one.span.begin; });
    for (Problem& problem : problems_) {
      outcome.evidence.push_back(problem.span);
      outcome.problems.push_back(std::move(problem));
    }
    if (!outcome.passed) outcome.message = outcome.problems.front().message;
    return outcome;
  }

 private:
  void report(const Slip& slip) {
    if (!is_meant(slip.span) || may_be_torn(slip)) return;
    Message message = slip.right.size() == 1 ? say("“{}”应为“{}”", "“{}” should be “{}”",
                                                   written(slip.span), slip.right.front())
                                             : say("“{}”应为 {} 之一", "“{}” should be one of {}",
                                                   written(slip.span), listed(slip.right));
    add(slip.span, slip.verified, std::move(message));
    if (slip.verified && slip.right.size() == 1)
      problems_.back().fix.edits.push_back({slip.span, as_written(slip.span, slip.right.front())});
  }

  /// With the half-width brackets and the hyphen that the report has there: no other slip is
  /// mended.
  std::string as_written(Span span, std::string_view right) const {
    constexpr std::array<std::array<std::string_view, 2>, 3> pairs{
        {{"（", "("}, {"）", ")"}, {"—", "-"}}};
    const std::string_view words = written(span);
    std::string text(right);
    for (const auto& [full, half] : pairs) {
      if (words.find(half) == words.npos || words.find(full) != words.npos) continue;
      for (std::size_t at = text.find(full); at != text.npos; at = text.find(full, at + 1))
        text.replace(at, full.size(), half);
    }
    return text;
  }

  /// What lacks a character ends, or begins, where a line of the source does: the head of a table
  /// whose words are torn.
  bool may_be_torn(const Slip& slip) const {
    if (slip.right.front().size() <= slip.span.size()) return false;
    const auto line_at = [&](std::uint32_t offset) { return document_.locate(offset).line; };
    const auto [begin, end] = slip.span;
    return (begin > 0 && line_at(begin - 1) != line_at(begin)) || line_at(begin) != line_at(end);
  }

  void out_of(int year, const DatedHit& hit, bool is_early) {
    add(hit.span, hit.verified, is_early ? too_early(hit, year) : too_late(hit, year));
    // What is said now may be another thing, or the sentence of another time.
    if (!is_early && hit.verified && !hit.row->now.empty() &&
        document_.slice(hit.span) == hit.row->name)
      problems_.back().fix = {.edits = {{hit.span, hit.row->now}}, .is_safe = false};
  }

  static Message too_early(const DatedHit& hit, int year) {
    return say("{2} 年度还没有“{0}”，它从 {1} 年起才有", "“{}” is of {} and later, not of {}",
               hit.row->name, *hit.row->first_year, year);
  }

  static Message too_late(const DatedHit& hit, int year) {
    if (!hit.row->now.empty())
      return say("{2} 年度不再说“{0}”，应为“{1}”", "in {2}, “{1}” is said for “{0}”", hit.row->name,
                 hit.row->now, year);
    return say("“{}”到 {} 年为止，这是 {} 年度的报告", "“{}” ends with {}, and this is of {}",
               hit.row->name, *hit.row->last_year, year);
  }

  /// What is in force in the spring in which the report is written may be named in it.
  void out_of(int year, Span cited) {
    for (const auto& dictionary : lexicon_.dictionaries())
      for (const KnownTitle& known : dictionary->titles) {
        if (!is_title(document_.slice(cited), known, language_.documents.titles)) continue;
        const auto first = year_of(known.in_force), last = year_of(known.until);
        const bool early = first && year + 1 < *first, late = last && year > *last;
        if ((!early && !late) || !is_meant(cited) || is_elsewhen(cited)) return;
        add(cited, dictionary->verified,
            early ? say("《{}》{} 起施行，{} 年度还没有", "“{}” is in force from {}, after {}",
                        known.name, known.in_force, year)
            : known.now.empty()
                ? say("《{}》到 {} 为止", "the term of “{}” ended on {}", known.name, known.until)
                : say("《{0}》{1} 起已由《{2}》代替", "“{0}” was replaced by “{2}” after {1}",
                      known.name, known.until, known.now));
        // The past of a plan is told long after its term.
        if (!early && known.now.empty()) problems_.back().at_most = Severity::note;
        return;
      }
  }

  static std::optional<int> year_of(std::string_view day) {
    int year = 0;
    const auto [end, error] = std::from_chars(day.data(), day.data() + day.size(), year);
    return error == std::errc{} ? std::optional(year) : std::nullopt;
  }

  std::string_view written(Span span) const { return document_.written(span); }

  void add(Span span, bool verified, Message message) {
    problems_.push_back({.span = span, .message = std::move(message)});
    if (!verified) problems_.back().at_most = Severity::note;
  }

  /// In the text that is looked at, in the report's own words, and not allowed.
  bool is_meant(Span span) const {
    const auto after = std::ranges::upper_bound(regions_, span.begin, {}, &Span::begin);
    if (after == regions_.begin() || !std::prev(after)->contains(span)) return false;
    return !is_allowed(span) && !is_quoted(span);
  }

  bool is_allowed(Span span) const {
    if (!except_) return false;
    if (!allowed_) {
      allowed_.emplace();
      for (const Span region : regions_)
        for (const Span hit : except_->all(document_.slice(region)))
          allowed_->push_back({region.begin + hit.begin, region.begin + hit.end});
    }
    return std::ranges::any_of(*allowed_, [&](Span one) { return one.overlaps(span); });
  }

  /// What stands between the marks around a span, if they are there.
  std::optional<Span> inside(Span span, std::string_view open, std::string_view close) const {
    const auto after = std::ranges::upper_bound(regions_, span.begin, {}, &Span::begin);
    const Span region = *std::prev(after);
    constexpr std::size_t longest = 3'000;  // Bytes on either side.
    const std::string_view before =
        last_bytes(document_.slice({region.begin, span.begin}), longest);
    const std::string_view behind = document_.slice({span.end, region.end}).substr(0, longest);
    const std::size_t begin = before.rfind(open), end = behind.find(close);
    if (begin == before.npos || end == behind.npos || before.find(close, begin) != before.npos)
      return std::nullopt;
    const std::size_t size = before.size() - begin - open.size();
    return Span{span.begin - static_cast<std::uint32_t>(size),
                span.end + static_cast<std::uint32_t>(end)};
  }

  std::optional<Span> quote_around(Span span) const {
    if (language_.pairs.size() < 2) return std::nullopt;
    std::string open, close;
    append_utf8(open, language_.pairs[0]);
    append_utf8(close, language_.pairs[1]);
    return inside(span, open, close);
  }

  /// In quotes around more than a name: a mark stands in them at which a clause ends.
  bool is_quoted(Span span) const {
    const auto quote = quote_around(span);
    if (!quote) return false;
    const std::string_view words = document_.slice(*quote);
    return words.find(language_.comma) != words.npos || language_.has_stop(words);
  }

  /// In a title, or in quotes around more than the phrase: the words of others.
  bool is_of_others(Span span) const {
    const TitleForms& titles = language_.documents.titles;
    if (!titles.open.empty() && inside(span, titles.open, titles.close)) return true;
    const auto quote = quote_around(span);
    return quote && *quote != span;
  }

  /// The sentence speaks of another time than the report's.
  bool is_elsewhen(Span span) {
    if (!unless_) return false;
    const auto after = std::ranges::upper_bound(regions_, span.begin, {}, &Span::begin);
    if (const Span region = *std::prev(after); region != cut_) {
      sentences_ = sentences(document_, region);
      cut_ = region;
    }
    const auto next = std::ranges::upper_bound(sentences_, span.begin, {}, &Span::begin);
    return next != sentences_.begin() && unless_->matches(document_.slice(*std::prev(next)));
  }

  const Document& document_;
  const LanguageData& language_;
  const Lexicon& lexicon_;
  const Terms* unless_;
  const Terms* except_;
  std::vector<Span> regions_;
  mutable std::optional<std::vector<Span>> allowed_;  ///< Once it was asked for.
  std::vector<Span> sentences_;                       ///< Of the region that was cut last.
  Span cut_ = {};
  std::vector<Problem> problems_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Reader reader(target, arguments);
  if (!arguments.has("year")) {
    reader.slips();
    return reader.outcome();
  }
  const std::string year = expand(arguments.word("year"), target.variables).value_or("");
  int number = 0;
  const auto [end, error] = std::from_chars(year.data(), year.data() + year.size(), number);
  if (error == std::errc{} && end == year.data() + year.size()) reader.out_of(number);
  return reader.outcome();
}

}  // namespace

extern const CheckKind phrases_check;
const CheckKind phrases_check{"phrases",
                              "与词典不符的写法",
                              "words that are not as dictionaries have them",
                              Scope::document,
                              keys,
                              "of",
                              run};

}  // namespace hegui
