#include "output/parts/json_values.h"

#include <cmath>

#include "output/parts/places.h"
#include "output/views/trace_view.h"
#include "review/score.h"

namespace hegui {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

void put_place(const Review& review, const Place& place, Json& json) {
  const LineRange range = range_of(review, place);
  json["line"] = range.begin.line;
  json["column"] = range.begin.column;
  json["end_line"] = range.end.line;
  json["end_column"] = range.end.column;
  json["insertion"] = place.insertion;
}

/// A part's end is where its last text ends, before the line end; its place is its heading.
void put_part_end(const Review& review, const RequirementReview& requirement, Json& json) {
  if (requirement.place.insertion || requirement.part.spans.empty()) return;
  Span last = requirement.part.spans.back();
  const std::string_view text = review.document.slice(last);
  const std::size_t size = text.find_last_not_of(" \n") + 1;
  last.end = last.begin + static_cast<std::uint32_t>(size);
  const Location end = review.document.locate_end(last);
  json["end_line"] = end.line;
  json["end_column"] = end.column;
}

/// 87, not 87.0.
Json number(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

/// Null for a format without pages.
Json page_of(const Review& review, const Place& place) {
  const std::uint32_t page = review.document.page_at(place.span.begin);
  return page > 0 ? Json(page) : Json(nullptr);
}

/// For documents that show no lines: which paragraph or cell it is, and of which zone.
void put_paragraph(const Review& review, const Place& place, Json& json) {
  if (!review.document.lines_are_paragraphs) return;
  const Block* block = place.after_body ? nullptr : block_at(review.document, place.span.begin);
  json["paragraph"] = block && block->number > 0 ? Json(block->number) : Json(nullptr);
  json["zone"] = zone_names[static_cast<std::size_t>(block ? block->zone : Zone::body)];
  if (!block || !block->in_table()) return;
  const Cell& cell = review.document.cell(block->cell);
  json["cell"] = {{"table", block->cell.table}, {"row", cell.row + 1}, {"column", cell.column + 1}};
}

/// Null for what the report does not waive.
Json waived_json(const Review& review, const RequirementReview& requirement) {
  if (requirement.waived.empty()) return nullptr;
  const Location at = review.document.locate(requirement.waived.begin);
  return {{"line", at.line},
          {"column", at.column},
          {"quote", quote_of(review.document, requirement.waived, 40)}};
}

Json requirement_json(const Review& review, const ScoreTerm& term, const OutputOptions& options) {
  const RequirementReview& requirement = *term.review;
  Json json{{"id", requirement.requirement->rule.id},
            {"title", requirement.requirement->rule.title},
            {"verdict", name_of(requirement.verdict)},
            {"how", name_of(requirement.how)},
            {"weight", number(requirement.requirement->weight)},
            {"points", number(term.points)},
            {"share", share_json(term.share, term.rung, term.shares)}};
  put_place(review, requirement.place, json);
  put_part_end(review, requirement, json);
  json["page"] = page_of(review, requirement.place);
  put_paragraph(review, requirement.place, json);
  json["section"] = section_path(review, requirement.place);
  json["reasons"] = Json::array();
  for (const Reason& reason : requirement.reasons)
    json["reasons"].push_back({{"check", reason.check},
                               {"found", number(reason.found)},
                               {"expected", number(reason.expected)},
                               {"unit", text_or_null(reason.unit.in(options.language))},
                               {"costs_points", reason.costs_points},
                               {"message", reason.message.in(options.language)}});
  json["blocked_by"] =
      requirement.blocked_by ? Json(requirement.blocked_by->rule.id) : Json(nullptr);
  json["waived"] = waived_json(review, requirement);
  json["evidence"] = Json::array();
  for (const Span span : requirement.evidence) {
    const Location at = review.document.locate(span.begin);
    json["evidence"].push_back(
        {{"line", at.line}, {"column", at.column}, {"quote", quote_of(review.document, span, 40)}});
  }
  return json;
}

Json fix_json(const Review& review, const Finding& finding) {
  if (finding.fix.empty()) return nullptr;
  Json edits = Json::array();
  for (const Edit& edit : finding.fix.edits) {
    const LineRange at = range_of(review, {.span = edit.span});
    edits.push_back({{"line", at.begin.line},
                     {"column", at.begin.column},
                     {"end_line", at.end.line},
                     {"end_column", at.end.column},
                     {"text", edit.text}});
  }
  return {{"safe", finding.fix.is_safe}, {"edits", edits}};
}

/// Null for a finding that counts.
Json suppression_json(const Finding& finding) {
  if (!finding.suppressed) return nullptr;
  const Suppression& suppression = *finding.suppressed;
  return {{"source", name_of(suppression.source)},
          {"reason", suppression.reason},
          {"by", text_or_null(suppression.by)},
          {"until", text_or_null(suppression.until)}};
}

/// Points are not rounded, the value is. Null if there is nothing to be got.
Json score_json(const Score& score) {
  if (score.possible <= 0) return nullptr;
  Json deductions = Json::array(), manual = Json::array();
  for (const Deduction& deduction : score.deductions)
    deductions.push_back({{"rule", deduction.rule->id}, {"points", number(deduction.points)}});
  for (const ScoreTerm& term : score.terms)
    if (term.mark)
      manual.push_back({{"rule", term.mark->rule},
                        {"points", number(term.points)},
                        {"reason", term.mark->reason},
                        {"by", text_or_null(term.mark->by)}});
  Json gate = nullptr;
  if (score.gate) {
    std::vector<std::string> failed;
    for (const Rule* rule : score.gate->failed) failed.push_back(rule->id);
    gate = gate_json(failed);
  }
  return {{"gate", gate},
          {"value", score.value},
          {"got", number(score.got)},
          {"possible", number(score.possible)},
          {"deductions", deductions},
          {"manual", manual},
          {"grade", text_or_null(score.grade)}};
}

}  // namespace

void JsonElements::add(const Json& element, std::string& out) {
  out += any_ ? ",\n" : "\n";
  any_ = true;
  out += element.text();
}

Json finding_json(const Review& review, const Finding& finding, const OutputOptions& options) {
  Json json{{"rule", finding.rule},
            {"severity", name_of(finding.severity)},
            {"message", finding.message.in(options.language)}};
  put_place(review, finding.place, json);
  json["scope"] = finding.whole_document ? "document" : "span";
  json["page"] = page_of(review, finding.place);
  put_paragraph(review, finding.place, json);
  json["section"] = section_path(review, finding.place);
  json["quote"] = quote_of(review.document, finding.place.span, 40);
  json["reasons"] = finding.reasons;
  json["help"] = finding.help.in(options.language);
  json["basis"] = finding.basis;
  json["fingerprint"] = finding.fingerprint;
  json["related"] = Json::array();
  for (const Related& related : finding.related) {
    const LineRange at = range_of(review, related.place);
    json["related"].push_back({{"line", at.begin.line},
                               {"column", at.begin.column},
                               {"message", related.message.in(options.language)}});
  }
  json["fix"] = fix_json(review, finding);
  json["suppressed"] = suppression_json(finding);
  return json;
}

Json document_json(const Review& review, const OutputOptions& options) {
  const Document& document = review.document;
  Json json{{"path", document.path},
            {"format", text_or_null(document.format)},
            {"encoding", text_or_null(document.encoding)},
            {"status", name_of(review.status)}};
  if (review.status != Review::Status::checked) json["error"] = review.error.in(options.language);
  json["rulesets"] = Json::array();
  for (const SetReview& set : review.sets)
    json["rulesets"].push_back({{"id", set.rules->id},
                                {"chosen", set.by_name ? "option" : "applies"},
                                {"why", set.chosen_because.in(options.language)}});
  std::string title;
  for (const Span span : review.outline.title) title += document.written(span);
  json["title"] = text_or_null(title);
  json["issuer"] = text_or_null(review.outline.issuer);
  json["issuer_kind"] = name_of(review.outline.issuer_kind);
  json["year"] = nullptr;
  json["year_from"] = nullptr;
  for (const SetReview& set : review.sets)
    if (const auto year = set.variables.find("year"); year != set.variables.end()) {
      json["year"] = std::atoi(year->second.c_str());
      json["year_from"] = set.year_from;
      break;
    }
  json["year_asked"] =
      review.year_asked.empty() ? Json(nullptr) : Json(std::atoi(review.year_asked.c_str()));
  const Message unsuitable = review.unsuitable();
  json["suitability"] = {{"ok", unsuitable.zh.empty()},
                         {"looks_like", text_or_null(review.looks_like)},
                         {"reason", text_or_null(unsuitable.in(options.language))}};
  json["published"] = text_or_null(review.outline.published);
  for (const auto& [rule, count] : review.truncated) json["truncated"][rule] = count;
  const Score& score = review.score;
  json["score"] = score_json(score);
  json["requirements"] = Json::array();
  for (const ScoreTerm& term : score.terms)
    json["requirements"].push_back(requirement_json(review, term, options));
  return json;
}

Json share_json(double share, double rung, const std::vector<ShareTerm>& terms) {
  const auto rounded = [](double value) { return number(std::round(value * 1e4) / 1e4); };
  Json json{{"value", rounded(share)}, {"rung", rung}, {"terms", Json::array()}};
  for (const ShareTerm& term : terms)
    json["terms"].push_back({{"check", term.check},
                             {"got", rounded(term.got)},
                             {"wanted", rounded(term.wanted)},
                             {"share", rounded(term.share)},
                             {"weighs", term.weighs ? Json(*term.weighs) : Json(nullptr)}});
  return json;
}

Json gate_json(const std::vector<std::string>& failed) {
  return {{"passed", failed.empty()}, {"failed", failed}};
}

void put_trace(const Review& review, const OutputOptions& options, Json& json) {
  if (options.trace.empty()) return;
  const auto trace = trace_rule(review, options.trace);
  json["trace"] = trace ? trace_json(review, *trace, options) : Json(nullptr);
}

Json problem_json(const FileProblem& problem, const OutputOptions& options) {
  return {{"path", problem.path},
          {"line", problem.at.line},
          {"column", problem.at.column},
          {"severity", name_of(problem.severity)},
          {"message", problem.message.in(options.language)}};
}

Json summary_json(const Summary& summary) {
  return {{"documents", summary.documents},
          {"met", summary.met},
          {"weak", summary.weak},
          {"missing", summary.missing},
          {"not_applicable", summary.not_applicable},
          {"not_understood", summary.not_understood},
          {"unreadable", summary.unreadable},
          {"blocked", summary.blocked},
          {"errors", summary.errors},
          {"warnings", summary.warnings},
          {"notes", summary.notes},
          {"suppressed", summary.suppressed}};
}

}  // namespace hegui
