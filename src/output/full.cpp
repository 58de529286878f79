// full: for people. The checklist of each document first, then its findings with the lines they
// are about.

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/places.h"
#include "output/parts/snippet.h"
#include "output/parts/statistics.h"
#include "output/parts/text_lines.h"
#include "output/parts/wrap.h"
#include "output/views/trace_view.h"
#include "review/score.h"
#include "text/printable.h"
#include "text/unicode.h"

namespace hegui {
namespace {

std::string_view color_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return "\x1b[32m";
    case Verdict::weak: return "\x1b[33m";
    case Verdict::missing: return "\x1b[31m";
    case Verdict::not_applicable: return "\x1b[2m";
  }
  return "";
}

std::string padded(std::string text, int width, int ambiguous) {
  const int missing = width - display_width(text, ambiguous);
  if (missing > 0) text.append(static_cast<std::size_t>(missing), ' ');
  return text;
}

struct Entry {
  Verdict verdict = Verdict::met;
  std::string title = {};
  std::string where = {};
  std::string detail = {};
};

std::vector<Entry> entries_of(const Review& review, const SetReview& set,
                              const OutputOptions& options) {
  std::vector<Entry> entries;
  for (const RequirementReview& requirement : set.requirements) {
    const Location at = range_of(review, requirement.place).begin;
    entries.push_back(
        {.verdict = requirement.verdict,
         .title = requirement.requirement->rule.short_title,
         .where = requirement.has_place() ? fmt::format("{}:{}", at.line, at.column) : "",
         .detail = remark_of(review, requirement, options)});
  }
  return entries;
}

/// Two columns where they fit, one where they do not.
void append_checklist(const Review& review, const SetReview& set, const OutputOptions& options,
                      std::string& out) {
  const std::vector<Entry> entries = entries_of(review, set, options);
  int title = 0, where = 0;
  for (const Entry& entry : entries) {
    title = std::max(title, display_width(entry.title, options.ambiguous));
    where = std::max(where, static_cast<int>(entry.where.size()));
  }
  std::vector<std::string> cells;
  int left = 0, right = 0;
  for (const Entry& entry : entries) {
    cells.push_back(fmt::format("{} {} {:>{}}{}{}", sign_of(entry.verdict),
                                padded(entry.title, title, options.ambiguous), entry.where, where,
                                entry.detail.empty() ? "" : "  ", entry.detail));
    int& widest = cells.size() % 2 == 1 ? left : right;
    widest = std::max(widest, display_width(cells.back(), options.ambiguous));
  }
  const bool two = left + right + 6 <= options.columns;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    std::string cell = std::move(cells[i]);
    const bool pad = two && i % 2 == 0 && i + 1 < entries.size();
    if (pad) cell = padded(std::move(cell), left + 2, options.ambiguous);
    const std::string_view mark = sign_of(entries[i].verdict);
    if (options.color)
      cell = fmt::format("{}{}\x1b[0m{}", color_of(entries[i].verdict), mark,
                         std::string_view(cell).substr(mark.size()));
    out += (two && i % 2 == 1) ? "" : "  ";
    out += cell;
    if (!pad) out += '\n';
  }
}

void append_title_line(const Review& review, const SetReview& set, const OutputOptions& options,
                       std::string& out) {
  fmt::format_to(std::back_inserter(out), "{}", line_path(review.document.path));
  const auto year = set.variables.find("year");
  if (year != set.variables.end())
    out += say("  {} 年度", "  {}", year->second).in(options.language);
  if (!review.other_year.empty())
    out += say("，要的是 {} 年度", ", {} was asked for", review.year_asked).in(options.language);
  const std::string& why = set.chosen_because.in(options.language);
  out += set.by_name || why.empty()
             ? say(" · 规则集 {}", " · rule set {}", set.rules->id).in(options.language)
             : say(" · 规则集 {}（{}）", " · rule set {} ({})", set.rules->id, why)
                   .in(options.language);
  // Only what is not as everybody expects.
  if (review.document.format != "txt") out += " · " + review.document.format;
  if (review.document.is_converted)
    out += say("（位置按转换后的文档）", " (places are those of the converted document)")
               .in(options.language);
  if (review.document.encoding != "UTF-8" && !review.document.encoding.empty())
    out += " · " + review.document.encoding;
  out += '\n';
}

/// For documents that show no lines: which paragraph it is, and what stands over it.
void append_whereabouts(const Review& review, const Place& place, int gutter,
                        const OutputOptions& options, std::string& out) {
  if (!review.document.lines_are_paragraphs) return;
  std::string whereabouts = paragraph_name(review, place, options.language);
  // The first words, to be searched for.
  const Block* block = block_at(review.document, place.span.begin);
  if (block && !place.after_body)
    whereabouts += "“" + quote_of(review.document, block->span, 12) + "”";
  const std::string rest = headings_and_page(review, place, options.language);
  fmt::format_to(std::back_inserter(out), "{:>{}}--> {}{}{}\n", "", gutter, whereabouts,
                 rest.empty() ? "" : " · ", rest);
}

void append_finding(const Review& review, const Finding& finding, const OutputOptions& options,
                    std::string& out) {
  std::string headline;
  append_headline(review, finding, options, {}, headline);
  headline.pop_back();  // Its end.
  out += wrapped(headline, 4, options);
  const int gutter = gutter_of(review, finding);
  append_whereabouts(review, finding.place, gutter, options, out);
  std::string label;
  if (finding.place.after_body)
    label = say("补在这里", "here").in(options.language);
  else if (finding.place.insertion)
    label = say("补在此行之前", "before this line").in(options.language);
  else if (!finding.place.span.empty() && finding.place.span.size() <= 60)
    label = in_quotes(quote_of(review.document, finding.place.span, 20));
  append_snippet(review, finding.place, '^', label, gutter, options, out);
  for (const Related& related : finding.related)
    append_snippet(review, related.place, '-', related.message.in(options.language), gutter,
                   options, out);
  const auto line = [&](std::string_view zh, std::string_view en, std::string_view text) {
    if (text.empty()) return;
    const std::string_view name = options.language == Language::zh ? zh : en;
    const std::string head = fmt::format("{:>{}} = {}: ", "", gutter, name);
    out += wrapped(head + printable(text),
                   static_cast<std::size_t>(display_width(head, options.ambiguous)), options);
  };
  line("依据", "basis", finding.basis);
  line("改法", "help", finding.help.in(options.language));
  out += '\n';
}

void append_passed(const Review& review, const SetReview& set, const OutputOptions& options,
                   std::string& out) {
  for (const RequirementReview& requirement : set.requirements) {
    if (requirement.verdict != Verdict::met) continue;
    const Location at = range_of(review, requirement.place).begin;
    fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}: {} [{}]\n",
                   line_path(review.document.path), at.line, at.column,
                   say("达到", "met").in(options.language), requirement.requirement->rule.title,
                   requirement.requirement->rule.id);
    for (const Span span : requirement.evidence) {
      const Location place = review.document.locate(span.begin);
      fmt::format_to(std::back_inserter(out), "{:>5}:{} {}\n", place.line, place.column,
                     in_quotes(quote_of(review.document, span, 40)));
    }
    out += '\n';
  }
}

void append_blocked(const SetReview& set, const OutputOptions& options, std::string& out) {
  for (const RequirementReview& requirement : set.requirements)
    if (requirement.blocked_by)
      out += say("未检查“{}”：先要有“{}” [{}]\n", "“{}” was not checked: it depends on “{}” [{}]\n",
                 requirement.requirement->rule.title, requirement.blocked_by->rule.title,
                 requirement.requirement->rule.id)
                 .in(options.language);
}

/// Only where the rule set has grades, and all that it asks was looked at: another number would not
/// mean what it seems to.
std::string score_line(const Review& review, const OutputOptions& options) {
  for (const SetReview& set : review.sets)
    if (set.requirements.size() < set.rules->requirements.size()) return {};
  const Score& score = review.score;
  if (score.possible <= 0 || score.grade.empty()) return {};
  if (const Message why = review.unsuitable(); !why.zh.empty())
    return say(" · 不计分：{}", " · not scored: {}", why).in(options.language);
  return say(" · 得分 {}（{}）", " · score {} ({})", score_text(score.value), score.grade)
      .in(options.language);
}

/// All that was found was known before: whoever keeps a baseline wants to see the others.
bool has_nothing_new(const Review& review, const OutputOptions& options) {
  if (options.verbose || options.show_passed || options.show_suppressed || !options.trace.empty() ||
      options.statistics || review.status != Review::Status::checked || !review.truncated.empty())
    return false;
  const auto is_known = [](const Finding& finding) {
    return finding.suppressed && is_of_before(finding.suppressed->source);
  };
  return std::ranges::all_of(
             review.findings,
             [](const Finding& finding) { return finding.suppressed.has_value(); }) &&
         std::ranges::any_of(review.findings, is_known);
}

class Full : public Output {
 public:
  using Output::Output;

  void document(const Review& review, std::string& out) override {
    if (has_nothing_new(review, options)) {
      ++nothing_new_;
      return;
    }
    if (any_ && !options.quiet && review.status == Review::Status::checked) out += '\n';
    any_ = true;
    last_score_ = score_line(review, options);
    if (review.status != Review::Status::checked) append_status(review, options, out);
    for (const SetReview& set : review.sets) {
      if (options.quiet) continue;
      append_title_line(review, set, options, out);
      append_checklist(review, set, options, out);
      out += '\n';
      if (options.show_passed) append_passed(review, set, options, out);
      if (options.verbose) append_blocked(set, options, out);
    }
    for (const Finding& finding : review.findings)
      if (!finding.suppressed || options.show_suppressed)
        append_finding(review, finding, options, out);
    append_truncated(review, options, out);
    if (!review.truncated.empty()) out += '\n';
    if (options.statistics) statistics_.add(review);
    if (!options.quiet) fixes_ += count_fixes(review);
    if (const auto trace = trace_rule(review, options.trace))
      write_trace_text(review, *trace, options, out);
  }

  void end(const Summary& summary, std::span<const FileProblem> problems,
           std::string& out) override {
    append_problems(problems, options, out);
    append_statistics(summary, out);
    if (options.quiet || summary.documents == 0) return;
    if (nothing_new_ > 0) {
      if (any_) out += '\n';
      out += say("{} 份文档没有新问题\n", "{:document has|documents have} no new findings\n",
                 nothing_new_)
                 .in(options.language);
    }
    out +=
        wrapped(totals(summary, options) + (summary.documents == 1 ? last_score_ : ""), 2, options);
    out += fixes_line(fixes_, options);
  }

 private:
  void append_statistics(const Summary& summary, std::string& out) const {
    const std::size_t size = out.size();
    statistics_.append(summary, options, out);
    if (out.size() > size && !options.quiet) out += '\n';
  }

  bool any_ = false;  // A document was written.
  FixCounts fixes_ = {};
  std::size_t nothing_new_ = 0;  // Documents that were not.
  std::string last_score_;       // Of the last document.
  Statistics statistics_;
};

}  // namespace

extern const OutputForm full_output;
const OutputForm full_output = output_form<Full>(
    "full", {"清单和问题，附原文所在行", "checklist and findings with source lines"});

}  // namespace hegui
