#include "output/html/report.h"

#include <array>
#include <utility>

#include "output/html/finding_list.h"
#include "output/html/report_text.h"
#include "output/html/requirement_list.h"
#include "output/parts/checklist.h"
#include "review/score.h"
#include "text/printable.h"

namespace hegui {
namespace {

class Report : PageWriter {
 public:
  using PageWriter::PageWriter;

  void write() {
    put("<article class=\"report\" id=\"r{}\" lang=\"{}\">\n<header class=\"head\">\n",
        page_.number, language_tag(language_));
    put("<h2 id=\"r{}-name\">{}</h2>\n", page_.number, html_text(name_of_report(review_)));
    write_facts();
    write_notices();
    if (review_.status == Review::Status::checked) write_counts();
    out_ += "</header>\n";
    append_requirement_list(page_, out_);
    if (review_.status != Review::Status::unreadable) {
      // Of what was not checked nobody knows that nothing is to be put right.
      const bool has_list = review_.status == Review::Status::checked || !page_.findings.empty();
      out_ += has_list ? "<div class=\"desk\">\n" : "<div class=\"desk alone\">\n";
      if (has_list) append_finding_list(page_, out_);
      write_text();
      out_ += "</div>\n";
    }
    out_ += "</article>\n";
  }

 private:
  /// File, issuer, year, and which rules it was held to.
  void write_facts() {
    const Document& document = review_.document;
    std::string facts = "<code>" + html_text(document.path) + "</code>";
    const auto add = [&](const std::string& fact) {
      if (!fact.empty()) facts += " <span class=\"fact\">" + html_text(fact) + "</span>";
    };
    add(review_.outline.issuer);
    for (const SetReview& set : review_.sets) {
      if (const auto year = set.variables.find("year"); year != set.variables.end())
        add(say("{} 年度", "{}", year->second).in(language_));
      const std::string& why = set.chosen_because.in(language_);
      add(set.by_name || why.empty()
              ? say("规则集 {}", "rule set {}", set.rules->id).in(language_)
              : say("规则集 {}（{}）", "rule set {} ({})", set.rules->id, why).in(language_));
    }
    if (document.is_converted)
      add(say("位置按转换后的文档", "places are those of the converted document").in(language_));
    if (document.encoding != "UTF-8") add(document.encoding);
    put("<p class=\"facts\">{}</p>\n", facts);
  }

  void notice(std::string_view type, const std::string& words) {
    if (!words.empty()) put("<p class=\"notice {}\">{}</p>\n", type, html_text(words));
  }

  void write_notices() {
    if (review_.status != Review::Status::checked)
      notice("error", say("没有检查：{}", "not checked: {}", review_.error).in(language_));
    if (!review_.other_year.empty())
      notice("warning", say("要的是 {} 年度的报告，这是 {} 年度的",
                            "a report of {} was asked for, this is of {}", review_.year_asked,
                            review_.other_year)
                            .in(language_));
    if (const Message why = review_.unsuitable(); review_.other_year.empty() && !why.zh.empty())
      notice("warning", why.in(language_));
    if (const auto& gate = review_.score.gate; gate && !gate->passed()) {
      std::vector<std::string> failed;
      for (const Rule* const rule : gate->failed) failed.push_back(rule->short_title);
      notice("error",
             say("{}：缺少{}", "{}: missing {}", gate->name, listed(failed)).in(language_));
    }
  }

  void count(std::string_view type, std::string_view name, std::size_t number) {
    put("<li class=\"{}{}\"><b>{}</b> {}</li>\n", type, number == 0 ? " zero" : "", number, name);
  }

  void write_counts() {
    Summary summary;
    summary.add(review_);
    out_ += "<ul class=\"counts\">\n";
    if (const std::string score = score_of_report(review_, language_); !score.empty())
      put("<li class=\"score\">{} <b>{}</b></li>\n", page_.say({"得分", "score"}),
          html_text(score));
    write_verdicts(summary);
    const std::array<std::pair<Severity, std::size_t>, 3> severities{
        {{Severity::error, summary.errors},
         {Severity::warning, summary.warnings},
         {Severity::note, summary.notes}}};
    for (const auto& [severity, number] : severities)
      count(name_of(severity), word_of(severity, language_), number);
    if (summary.suppressed > 0)
      count("known", page_.say({"已放过", "suppressed"}), summary.suppressed);
    out_ += "</ul>\n";
  }

  void write_verdicts(const Summary& summary) {
    const std::array<std::pair<Verdict, std::size_t>, 4> verdicts{
        {{Verdict::met, summary.met},
         {Verdict::weak, summary.weak},
         {Verdict::missing, summary.missing},
         {Verdict::not_applicable, summary.not_applicable}}};
    const bool asks = summary.met + summary.weak + summary.missing > 0;
    for (const auto& [verdict, number] : verdicts)
      if (number > 0 || (asks && verdict != Verdict::not_applicable))
        count(class_of(verdict),
              fmt::format("<span aria-hidden=\"true\">{}</span>{}", sign_of(verdict),
                          word_of(verdict, language_)),
              number);
  }

  void write_text() {
    const bool has_lines = !review_.document.lines_are_paragraphs;
    put("<section class=\"paper {0}\" lang=\"{1}\" aria-labelledby=\"r{2}-text r{2}-name\">\n",
        has_lines ? "lines" : "paragraphs", language_tag(review_.document.language), page_.number);
    put("<h3 id=\"r{}-text\" class=\"over\" lang=\"{}\">{}</h3>\n", page_.number,
        language_tag(language_), page_.say({"报告原文", "The report"}));
    append_report_text(page_, out_);
    out_ += "</section>\n";
  }
};

}  // namespace

std::string name_of_report(const Review& review) {
  std::string title;
  for (const Span span : review.outline.title) title += review.document.written(span);
  if (!title.empty()) return title;
  const std::string& path = review.document.path;
  return path.substr(path.find_last_of('/') + 1);
}

std::string score_of_report(const Review& review, Language language) {
  for (const SetReview& set : review.sets)
    if (set.requirements.size() < set.rules->requirements.size()) return {};
  const Score& score = review.score;
  if (score.possible <= 0 || score.grade.empty() || !review.unsuitable().zh.empty()) return {};
  return say("{}（{}）", "{} ({})", score_text(score.value), score.grade).in(language);
}

void append_report(const PageReport& page, std::string& out) { Report(page, out).write(); }

}  // namespace hegui
