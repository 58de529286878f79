#include "output/html/requirement_list.h"

#include <algorithm>
#include <utility>

#include "output/parts/checklist.h"
#include "output/parts/places.h"
#include "review/score.h"

namespace hegui {
namespace {

class RequirementList : PageWriter {
 public:
  using PageWriter::PageWriter;

  void write() {
    const auto asks_nothing = [](const SetReview& set) { return set.requirements.empty(); };
    if (std::ranges::all_of(review_.sets, asks_nothing)) return;
    put("<section class=\"checklist\" aria-labelledby=\"r{0}-checklist r{0}-name\">\n"
        "<h3 id=\"r{0}-checklist\">{1}</h3>\n",
        page_.number, page_.say({"清单", "Checklist"}));
    for (const SetReview& set : review_.sets) {
      if (asks_nothing(set)) continue;
      if (review_.sets.size() > 1) put("<p class=\"set\">{}</p>\n", html_text(set.rules->title));
      out_ += "<ol class=\"checks\">\n";
      for (const RequirementReview& requirement : set.requirements) write(requirement);
      out_ += "</ol>\n";
    }
    out_ += "</section>\n";
  }

 private:
  void write(const RequirementReview& requirement) {
    const Rule& rule = requirement.requirement->rule;
    put("<li class=\"{}\" id=\"{}\" tabindex=\"-1\">\n", class_of(requirement.verdict),
        page_.id('q', ++number_));
    put("<p class=\"result\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}{}</p>\n",
        sign_of(requirement.verdict), word_of(requirement.verdict, language_),
        severity_of(requirement));
    put("<div class=\"what\"><p class=\"name\">{}</p>\n", html_text(rule.title));
    if (!rule.basis.empty())
      put("<p class=\"basis\"><span class=\"over\">{}</span>{}</p>\n",
          page_.say({"依据：", "Basis: "}), html_text(rule.basis));
    out_ += "</div>\n<div class=\"why\">\n";
    for (const std::string& line : lines_of(requirement)) put("<p>{}</p>\n", html_text(line));
    write_evidence(requirement);
    out_ += "</div>\n";
    write_place(requirement);
    out_ += "</li>\n";
  }

  /// Whether it is an error, or only worth a look.
  std::string severity_of(const RequirementReview& requirement) const {
    if (requirement.verdict == Verdict::met) return {};
    const std::string_view type = type_of(review_, requirement);
    if (type == "known")
      return fmt::format(" <span class=\"tag known\">{}</span>",
                         page_.say({"已放过", "suppressed"}));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
      if (type == name_of(severity))
        return fmt::format(" <span class=\"tag {}\">{}</span>", type, word_of(severity, language_));
    return {};
  }

  std::vector<std::string> lines_of(const RequirementReview& requirement) const {
    std::vector<std::string> lines;
    if (!requirement.has_place()) return lines;
    if (requirement.blocked_by || requirement.reasons.empty()) {
      if (std::string detail = detail_of(requirement, page_.options); !detail.empty())
        lines.push_back(std::move(detail));
    } else {
      for (const Reason& reason : requirement.reasons)
        lines.push_back(reason.message.in(language_));
    }
    return lines;
  }

  void write_evidence(const RequirementReview& requirement) {
    constexpr std::size_t longest = 30;
    std::vector<Span> quoted = requirement.evidence;
    if (!requirement.waived.empty()) quoted.insert(quoted.begin(), requirement.waived);
    if (quoted.empty()) return;
    put("<p class=\"evidence\"><span class=\"over\">{}</span>", page_.say({"原文：", "Text: "}));
    for (const Span span : quoted)
      put("<a href=\"#{}\">{}</a> ", page_.id_of_block_at(span.begin),
          html_text(in_quotes(quote_of(review_.document, span, longest))));
    out_ += "</p>\n";
  }

  void write_place(const RequirementReview& requirement) {
    if (!requirement.has_place()) return;
    const Place& place = requirement.place;
    const std::string points = points_of(requirement);
    const std::string paragraph = paragraph_name(review_, place, language_);
    const Location at = range_of(review_, place).begin;
    std::string words =
        paragraph.empty() ? say("第{}行", "line {}", at.line).in(language_) : paragraph;
    if (paragraph.empty() && place.after_body)
      words = say("正文末尾", "end of the text").in(language_);
    else if (paragraph.empty() && place.insertion)
      words = say("第{}行之前", "before line {}", at.line).in(language_);
    put("<p class=\"where\"><a href=\"#{}\">{}</a>{}</p>\n", target_of(requirement),
        html_text(words), points);
  }

  /// Its finding if it has one, since that is what a person wants to read next.
  std::string target_of(const RequirementReview& requirement) const {
    const std::string& id = requirement.requirement->rule.id;
    for (std::size_t i = 0; i < page_.findings.size(); ++i)
      if (page_.findings[i]->rule == id) return page_.id('m', i + 1);
    return page_.id_of_block_at(requirement.place.span.begin);
  }

  std::string points_of(const RequirementReview& requirement) const {
    if (review_.score.grade.empty()) return {};
    for (const ScoreTerm& term : review_.score.terms)
      if (term.review == &requirement && term.counts && term.weight > 0)
        return fmt::format(
            " <span class=\"points\">{}</span>",
            say("{}/{} 分", "{}/{} points", points_text(term.points), points_text(term.weight))
                .in(language_));
    return {};
  }

  std::size_t number_ = 0;
};

}  // namespace

void append_requirement_list(const PageReport& page, std::string& out) {
  RequirementList(page, out).write();
}

}  // namespace hegui
