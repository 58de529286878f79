#include "output/score/score_sheet.h"

#include <algorithm>
#include <map>

#include "output/parts/places.h"
#include "review/score.h"

namespace hegui {
namespace {

SheetPlace sheet_place(const Review& review, const Place& place) {
  const Location at = range_of(review, place).begin;
  return {at.line, at.column, review.document.page_at(place.span.begin)};
}

Message mark_text(const ScoreTerm& term) {
  const Mark& mark = *term.mark;
  Message text = mark.by.empty()
                     ? say("人工评分：{}", "reviewer's points: {}", mark.reason)
                     : say("人工评分（{}）：{}", "points by {}: {}", mark.by, mark.reason);
  if (mark.points > term.weight) {
    const Message cut = say("（给了 {} 分，按分值算）", " ({} given, counted as the weight)",
                            points_text(mark.points));
    text.zh += cut.zh;
    text.en += cut.en;
  }
  return text;
}

std::string detail_of(const ScoreTerm& term, const OutputOptions& options) {
  const RequirementReview& review = *term.review;
  if (term.mark) return mark_text(term).in(options.language);
  if (!review.has_place())
    return say("不适用，不计入满分", "not applicable, left out of the total").in(options.language);
  if (review.blocked_by)
    return say("没有“{}”，无从写起，按缺失算", "counted as missing: it depends on “{}”",
               review.blocked_by->rule.short_title)
        .in(options.language);
  std::string all;
  for (const Reason& reason : review.reasons)
    all += (all.empty()                        ? ""
            : options.language == Language::zh ? "；"
                                               : "; ") +
           reason.message.in(options.language);
  if (const Message* summary = review.summary(); summary && all.empty())
    all = summary->in(options.language);
  return all;
}

SheetCell cell_of(const Review& review, const ScoreTerm& term, const OutputOptions& options) {
  const RequirementReview& requirement = *term.review;
  SheetCell cell{.verdict = requirement.verdict,
                 .counts = term.counts,
                 .marked = term.mark != nullptr,
                 .points = term.points,
                 .share = term.share,
                 .rung = term.rung,
                 .shares = term.shares,
                 .formula = points_formula(term),
                 .insertion = requirement.place.insertion,
                 .detail = detail_of(term, options)};
  if (requirement.has_place()) cell.at = sheet_place(review, requirement.place);
  if (term.mark) {
    cell.marked_because = term.mark->reason;
    cell.marked_by = term.mark->by;
  }
  cell.quotes.reserve(requirement.evidence.size());
  for (const Span span : requirement.evidence)
    cell.quotes.push_back(quote_of(review.document, span, 40));
  return cell;
}

SheetRow row_of(const Review& review, const Score& score, const OutputOptions& options) {
  SheetRow row{.path = review.document.path,
               .issuer = review.outline.issuer,
               .value = score.value,
               .got = score.got,
               .possible = score.possible,
               .deducted = score.deducted,
               .grade = score.grade,
               .grade_least = score.grade_least};
  for (const Span span : review.outline.title) row.title += review.document.written(span);
  for (const SetReview& set : review.sets)
    if (const auto year = set.variables.find("year");
        row.year.empty() && year != set.variables.end())
      row.year = year->second;
  row.cells.reserve(score.terms.size());
  for (const ScoreTerm& term : score.terms) row.cells.push_back(cell_of(review, term, options));
  for (const Deduction& deduction : score.deductions) {
    row.deductions.push_back({.rule = deduction.rule->id,
                              .title = deduction.rule->short_title,
                              .each = deduction.terms.each,
                              .points = deduction.points,
                              .capped = deduction.capped});
    for (const Finding* finding : deduction.findings)
      row.deductions.back().places.push_back(sheet_place(review, finding->place));
  }
  if (score.gate) {
    row.gate = SheetGate{.name = score.gate->name};
    for (const Rule* rule : score.gate->failed) {
      row.gate->failed.push_back(rule->short_title);
      row.gate->failed_ids.push_back(rule->id);
    }
  }
  row.findings.reserve(review.findings.size());
  for (const Finding& finding : review.findings)
    row.findings.push_back(
        {.rule = finding.rule,
         .severity = finding.severity,
         .at = sheet_place(review, finding.place),
         .message = finding.message.in(options.language),
         .quote = quote_of(review.document, finding.place.span, 40),
         .suppressed = finding.suppressed.has_value(),
         .suppressed_because = finding.suppressed ? finding.suppressed->reason : ""});
  return row;
}

/// Of the sets together, and of all that is scored: with --select it is less.
ScoreGroup group_of(const Review& review, const Score& score) {
  ScoreGroup group;
  for (const SetReview& set : review.sets) {
    group.rules += (group.rules.empty() ? "" : " + ") + set.rules->id;
    if (group.grades.empty()) group.grades = set.rules->grades;
    for (const DocumentCheck& check : set.rules->checks)
      if (check.deduct)
        group.deducts.push_back({check.rule.id, check.rule.short_title, *check.deduct});
  }
  for (const ScoreTerm& term : score.terms) {
    const Rule& rule = term.review->requirement->rule;
    group.columns.push_back({rule.id, rule.title, rule.short_title, term.weight});
  }
  return group;
}

}  // namespace

void ScoreSheet::add(const Review& review, const OutputOptions& options) {
  if (review.status != Review::Status::checked) {
    not_ranked.push_back({review.document.path, review.status, review.error.in(options.language)});
    return;
  }
  if (const Message why = review.unsuitable(); !why.zh.empty()) {
    not_ranked.push_back({review.document.path, review.status, why.in(options.language)});
    return;
  }
  const Score& score = review.score;
  if (score.possible <= 0) {
    not_ranked.push_back({review.document.path, review.status,
                          say("没有可计分的要求（都不适用，或者分值都是 0）",
                              "nothing to score: no requirement applies, or all weights are 0")
                              .in(options.language)});
    return;
  }
  ScoreGroup group = group_of(review, score);
  const auto is_same = [&](const ScoreGroup& other) {
    return other.rules == group.rules &&
           std::ranges::equal(other.columns, group.columns, {}, &SheetColumn::id, &SheetColumn::id);
  };
  auto found = std::ranges::find_if(groups, is_same);
  if (found == groups.end()) found = groups.insert(groups.end(), std::move(group));
  found->rows.push_back(row_of(review, score, options));
}

void ScoreSheet::rank() {
  for (ScoreGroup& group : groups) {
    std::ranges::stable_sort(group.rows, std::greater<>{}, &SheetRow::value);
    for (std::size_t i = 0; i < group.rows.size(); ++i) {
      SheetRow& row = group.rows[i];
      const bool equal = i > 0 && group.rows[i - 1].value == row.value;
      row.rank = equal ? group.rows[i - 1].rank : i + 1;
    }
  }
}

std::size_t ScoreSheet::reports() const {
  std::size_t all = not_ranked.size();
  for (const ScoreGroup& group : groups) all += group.rows.size();
  return all;
}

std::vector<SameIssuer> ScoreSheet::same_issuers() const {
  std::map<std::pair<std::string, std::string>, SameIssuer> by_issuer;
  for (const ScoreGroup& group : groups)
    for (const SheetRow& row : group.rows) {
      if (row.issuer.empty() || row.year.empty()) continue;
      SameIssuer& same = by_issuer[{row.issuer, row.year}];
      same.issuer = row.issuer;
      same.year = row.year;
      same.paths.push_back(row.path);
    }
  std::vector<SameIssuer> several;
  for (auto& [key, same] : by_issuer)
    if (same.paths.size() > 1) several.push_back(std::move(same));
  return several;
}

std::size_t SheetRow::suppressed() const {
  return static_cast<std::size_t>(std::ranges::count(findings, true, &SheetFinding::suppressed));
}

std::size_t SheetRow::marked() const {
  return static_cast<std::size_t>(std::ranges::count(cells, true, &SheetCell::marked));
}

double ScoreGroup::mean() const {
  double sum = 0;
  for (const SheetRow& row : rows) sum += row.value;
  return rows.empty() ? 0 : sum / static_cast<double>(rows.size());
}

double ScoreGroup::median() const {
  if (rows.empty()) return 0;
  const std::size_t middle = rows.size() / 2;
  return rows.size() % 2 == 1 ? rows[middle].value
                              : (rows[middle - 1].value + rows[middle].value) / 2;
}

std::size_t ScoreGroup::count(const Grade& grade) const {
  return static_cast<std::size_t>(std::ranges::count(rows, grade.name, &SheetRow::grade));
}

std::size_t ScoreGroup::count(std::size_t column, Verdict verdict) const {
  return static_cast<std::size_t>(std::ranges::count_if(
      rows, [&](const SheetRow& row) { return row.cells[column].verdict == verdict; }));
}

std::string place_text(const SheetPlace& place, Language language) {
  if (place.line == 0) return {};
  const std::string at = fmt::format("{}:{}", place.line, place.column);
  return place.page == 0 ? at : say("第 {} 页 {}", "page {} {}", place.page, at).in(language);
}

std::string gate_text(const SheetRow& row, Language language) {
  if (!row.gate) return {};
  if (row.gate->passed()) return say("通过", "passed").in(language);
  return say("{}：缺{}", "{}: lacks {}", row.gate->name, listed(row.gate->failed)).in(language);
}

std::string formula_text(const SheetRow& row, Language language) {
  std::string text = fmt::format("100 × {} ÷ {}", points_text(row.got), points_text(row.possible));
  if (row.deducted > 0) text += " − " + points_text(row.deducted);
  if (100 * row.got / row.possible < row.deducted)
    text += say("，不低于 0", ", not below 0").in(language);
  return text + " = " + score_text(row.value);
}

}  // namespace hegui
