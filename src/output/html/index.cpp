#include "output/html/index.h"

#include <iterator>
#include <utility>

#include "output/html/report.h"
#include "output/parts/checklist.h"
#include "review/score.h"

namespace hegui {
namespace {

std::string row_head(const Review& review, const std::string& link) {
  return fmt::format("<th scope=\"row\"><a href=\"{}\">{}</a><br><code>{}</code></th>",
                     html_text(link), html_text(name_of_report(review)),
                     html_text(review.document.path));
}

std::string year_of(const Review& review) {
  for (const SetReview& set : review.sets)
    if (const auto year = set.variables.find("year"); year != set.variables.end())
      return year->second;
  return {};
}

/// Held to the same: the same sets, and of them the same requirements.
std::string key_of(const Review& review) {
  std::string key;
  for (const SetReview& set : review.sets) {
    key += set.rules->id + '\n';
    for (const RequirementReview& requirement : set.requirements)
      key += requirement.requirement->rule.id + '\n';
  }
  return key;
}

void append_legend(Language language, std::string& out) {
  out += "<p class=\"legend\">";
  for (const Verdict verdict :
       {Verdict::met, Verdict::weak, Verdict::missing, Verdict::not_applicable})
    out += fmt::format("<span>{} {}</span>", sign_of(verdict), word_of(verdict, language));
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
    out +=
        fmt::format("<b class=\"tag {}\">{}</b>", name_of(severity), word_of(severity, language));
  out += "</p>\n";
}

/// Shown by the script that they need.
void append_controls(Language language, std::string& out) {
  const auto word = [&](Label label) { return label.in(language); };
  fmt::format_to(
      std::back_inserter(out),
      "<form class=\"sift\" hidden aria-label=\"{}\">\n"
      "<label>{} <input type=\"search\" placeholder=\"{}\"></label>\n"
      "<label>{} <select><option value=\"\">{}</option><option value=\"errors\">{}</option>"
      "<option value=\"missing\">{}</option><option value=\"findings\">{}</option></select></label>\n"
      "<span role=\"status\" data-form=\"{}\"></span>\n</form>\n",
      word({"筛选报告", "Filter reports"}), word({"查找", "Find"}),
      word({"标题或文件名", "title or file"}), word({"只看", "Only"}), word({"全部", "all"}),
      word({"有错误的", "with errors"}), word({"有缺失的", "with missing parts"}),
      word({"有问题的", "with findings"}), word({"显示 {} 份，共 {} 份", "{} of {} shown"}));
}

}  // namespace

std::string& ReportIndex::Rows::next() {
  if (size++ % most == 0) chunks.emplace_back();
  return chunks.back();
}

void ReportIndex::add(const Review& review, const std::string& link, const OutputOptions& options) {
  if (review.status != Review::Status::checked) {
    not_checked_.next() += fmt::format("<tr>{}<td>{}</td></tr>\n", row_head(review, link),
                                       html_text(review.error.in(options.language)));
    return;
  }
  const auto [known, is_new] = group_of_.emplace(key_of(review), groups_.size());
  if (is_new) groups_.push_back(new_group(review));
  Group& group = groups_[known->second];
  Summary summary;
  summary.add(review);
  const std::string score = score_of_report(review, options.language);
  group.scored = group.scored || !score.empty();
  std::string& row = group.rows.next();
  std::back_insert_iterator out(row);
  fmt::format_to(out,
                 "<tr data-errors=\"{}\" data-missing=\"{}\" data-findings=\"{}\">{}<td>{}</td>"
                 "<td class=\"score\">{}</td>",
                 summary.errors, summary.missing, summary.errors + summary.warnings + summary.notes,
                 row_head(review, link), html_text(year_of(review)), html_text(score));
  std::size_t column = 0;
  for (const SetReview& set : review.sets)
    for (const RequirementReview& requirement : set.requirements) {
      ++group.counts[column++][static_cast<std::size_t>(requirement.verdict)];
      fmt::format_to(out, "<td class=\"v {}\">{}</td>", type_of(review, requirement),
                     sign_of(requirement.verdict));
    }
  for (const auto& [type, count] :
       {std::pair("error", summary.errors), std::pair("warning", summary.warnings),
        std::pair("note", summary.notes)})
    fmt::format_to(out, "<td class=\"n {}\">{}</td>", count > 0 ? type : "zero", count);
  row += "</tr>\n";
}

ReportIndex::Group ReportIndex::new_group(const Review& review) {
  Group group;
  for (const SetReview& set : review.sets) {
    group.title += (group.title.empty() ? "" : " + ") + set.rules->title;
    for (const RequirementReview& requirement : set.requirements)
      group.columns.push_back(requirement.requirement->rule.short_title);
  }
  group.counts.resize(group.columns.size());
  return group;
}

void ReportIndex::append(const Summary& summary, const OutputOptions& options,
                         std::string& out) const {
  const Language language = options.language;
  out +=
      "<section class=\"index\" id=\"index\" aria-labelledby=\"index-name\">\n"
      "<h2 id=\"index-name\">";
  out += say("{} 份报告", "{:report}", summary.documents).in(language) + "</h2>\n";
  out += "<p class=\"totals\">" + html_text(totals(summary, options)) + "</p>\n";
  append_legend(language, out);
  append_controls(language, out);
  for (const Group& group : groups_) append_group(group, options, out);
  if (not_checked_.size > 0) {
    const std::string title =
        say("没有检查的 {} 份", "{:report} not checked", not_checked_.size).in(language);
    out += "<h3>" + title + "</h3>\n";
    const Label report{"报告", "Report"}, why{"为什么", "Why"};
    append_rows(not_checked_, "left", title,
                fmt::format("<th scope=\"col\">{}</th><th scope=\"col\">{}</th>",
                            report.in(language), why.in(language)),
                {}, out);
  }
  out += "</section>\n";
}

void ReportIndex::append_group(const Group& group, const OutputOptions& options,
                               std::string& out) const {
  const auto word = [&](Label label) { return label.in(options.language); };
  std::string head = fmt::format(
      "<th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\" class=\"score\">{}</th>",
      word({"报告", "Report"}), word({"年度", "Year"}), word({"得分", "Score"}));
  for (const std::string& column : group.columns)
    head += "<th scope=\"col\" class=\"v\">" + html_text(column) + "</th>";
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
    head +=
        fmt::format("<th scope=\"col\" class=\"n\">{}</th>", word_of(severity, options.language));
  std::string sums = fmt::format("<th scope=\"row\">{}</th><td></td><td class=\"score\"></td>",
                                 word({"没有达到的份数", "Reports that do not meet it"}));
  for (const auto& counts : group.counts) {
    const std::size_t missing = counts[static_cast<std::size_t>(Verdict::missing)];
    const std::size_t weak = counts[static_cast<std::size_t>(Verdict::weak)];
    sums += "<td>";
    if (missing > 0) sums += fmt::format("<span>✗ {}</span> ", missing);
    if (weak > 0) sums += fmt::format("<span>△ {}</span>", weak);
    sums += "</td>";
  }
  sums += "<td></td><td></td><td></td>";
  if (groups_.size() > 1) out += "<h3>" + html_text(group.title) + "</h3>\n";
  append_rows(group.rows, group.scored ? "matrix" : "matrix unscored", group.title, head, sums,
              out);
}

void ReportIndex::append_rows(const Rows& rows, std::string_view type, std::string_view name,
                              const std::string& head, const std::string& sums, std::string& out) {
  std::back_insert_iterator to(out);
  fmt::format_to(to, "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"{}\">\n",
                 html_text(name));
  bool first = true;
  for (const std::string& chunk : rows.chunks) {
    fmt::format_to(to, "<div class=\"chunk\"><table class=\"{}\">\n<thead><tr>{}</tr>\n", type,
                   head);
    if (std::exchange(first, false) && !sums.empty())
      fmt::format_to(to, "<tr class=\"sums\">{}</tr>\n", sums);
    fmt::format_to(to, "</thead>\n<tbody>\n{}</tbody></table></div>\n", chunk);
  }
  out += "</div>\n";
}

}  // namespace hegui
