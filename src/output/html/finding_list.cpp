#include "output/html/finding_list.h"

#include <array>
#include <iterator>
#include <map>
#include <utility>

#include "output/parts/checklist.h"
#include "output/parts/places.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// "第 35 行第 9 列", "第 37 段", "文末".
std::string place_name(const PageReport& page, const Place& place) {
  const Review& review = page.review;
  const Language language = page.options.language;
  const std::string paragraph = paragraph_name(review, place, language);
  if (!paragraph.empty()) return paragraph;
  if (place.after_body) return say("正文末尾", "the end of the text").in(language);
  const Location at = range_of(review, place).begin;
  if (place.insertion) return say("第{}行之前", "before line {}", at.line).in(language);
  return say("第{}行第{}列", "line {}, column {}", at.line, at.column).in(language);
}

std::string headings_of(const PageReport& page, const Place& place) {
  std::string path;
  constexpr std::size_t longest = 24;
  for (const std::string& heading : section_path(page.review, place)) {
    const std::string_view cut = first_code_points(heading, longest);
    path += (path.empty() ? "" : " › ") + html_text(cut) + (cut.size() < heading.size() ? "…" : "");
  }
  const std::string where =
      page_message(page.review.document, place.span.begin).in(page.options.language);
  if (!where.empty()) path += (path.empty() ? "" : " · ") + where;
  return path;
}

class FindingList : PageWriter {
 public:
  using PageWriter::PageWriter;

  void write() {
    put("<section class=\"findings\" aria-labelledby=\"r{0}-findings r{0}-name\">\n", page_.number);
    put("<h3 id=\"r{}-findings\">{} <span class=\"count\">{}</span></h3>\n", page_.number,
        page_.say({"问题", "Findings"}), page_.findings.size());
    if (page_.findings.empty()) {
      put("<p class=\"nothing\">{}</p>\n",
          page_.say({"没有要改的地方。", "Nothing to put right."}));
    } else {
      if (page_.findings.size() > 1) write_controls();
      constexpr std::size_t many = 100;
      put("<ol class=\"cards{}\">\n", page_.findings.size() > many ? " many" : "");
      for (std::size_t i = 0; i < page_.findings.size(); ++i) write_card(i);
      out_ += "</ol>\n";
    }
    for (const auto& [rule, count] : page_.review.truncated)
      put("<p class=\"left\">{} <code>{}</code></p>\n", not_listed(count).in(language_),
          html_text(rule));
    out_ += "</section>\n";
  }

 private:
  /// Shown by the script that they need.
  void write_controls() {
    std::map<std::string, std::size_t> rules;
    std::array<std::size_t, 3> counts{};
    for (const Finding* const finding : page_.findings) {
      ++rules[finding->rule];
      ++counts[static_cast<std::size_t>(finding->severity)];
    }
    put("<form class=\"filter\" hidden aria-label=\"{}\">\n<fieldset><legend>{}</legend>\n",
        page_.say({"筛选问题", "Filter findings"}), page_.say({"轻重", "Severity"}));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::note})
      if (const std::size_t count = counts[static_cast<std::size_t>(severity)]; count > 0)
        put("<label class=\"{0}\"><input type=\"checkbox\" value=\"{0}\" checked> {1} {2}</label>\n",
            name_of(severity), word_of(severity, language_), count);
    put("</fieldset>\n<label class=\"rule\">{} <select>\n<option value=\"\">{}</option>\n",
        page_.say({"规则", "Rule"}), page_.say({"全部", "all"}));
    for (const auto& [rule, count] : rules)
      put("<option value=\"{0}\">{0} ({1})</option>\n", html_text(rule), count);
    put("</select></label>\n<p class=\"steps\"><button type=\"button\" value=\"-1\">{}</button> "
        "<button type=\"button\" value=\"1\">{}</button> <span role=\"status\" data-form=\"{}\">"
        "</span></p>\n</form>\n",
        page_.say({"上一个", "Previous"}), page_.say({"下一个", "Next"}),
        page_.say({"显示 {} 个，共 {} 个", "{} of {} shown"}));
  }

  void write_card(std::size_t i) {
    const Finding& finding = *page_.findings[i];
    const std::string_view type =
        finding.suppressed ? std::string_view("known") : name_of(finding.severity);
    put("<li class=\"card {0}\" id=\"{1}\" data-rule=\"{2}\" data-severity=\"{3}\" "
        "data-f=\"{4}\" value=\"{4}\" tabindex=\"-1\">\n",
        type, page_.id('f', i + 1), html_text(finding.rule), name_of(finding.severity), i + 1);
    put("<p class=\"head\"><a class=\"to\" href=\"#{}\"><span class=\"no {}\">{}</span> "
        "<b class=\"word\">{}</b> <span class=\"where\">{}</span></a></p>\n",
        page_.id('m', i + 1), type, i + 1, word_of(finding.severity, language_),
        html_text(finding.whole_document ? std::string(page_.say({"整篇", "the whole report"}))
                                         : place_name(page_, finding.place)));
    put("<p class=\"message\">{}</p>\n", html_text(finding.message.in(language_)));
    write_quote(finding);
    write_facts(finding);
    out_ += "</li>\n";
  }

  void write_quote(const Finding& finding) {
    constexpr std::size_t longest = 40;
    if (finding.whole_document || finding.place.span.empty()) return;
    // Not what the headings over it say, too.
    const std::vector<std::string> path = section_path(page_.review, finding.place);
    if (!path.empty() && path.back() == page_.review.document.written(finding.place.span)) return;
    put("<p class=\"quote\">{}</p>\n",
        html_text(in_quotes(quote_of(page_.review.document, finding.place.span, longest))));
  }

  void fact(Label name, std::string_view type, const std::string& value) {
    if (!value.empty())
      put("<div class=\"{}\"><dt>{}</dt><dd>{}</dd></div>\n", type, page_.say(name), value);
  }

  void write_facts(const Finding& finding) {
    out_ += "<dl>\n";
    fact({"改法", "What to do"}, "help", html_text(finding.help.in(language_)));
    const Label change =
        finding.fix.is_safe ? Label{"可自动改", "Fixable"} : Label{"可以改为", "May be changed to"};
    fact(change, "fix", fix_of(finding));
    fact({"依据", "Basis"}, "basis", html_text(finding.basis));
    fact({"位置", "In"}, "in", headings_of(page_, finding.place));
    fact({"另见", "See also"}, "also", related_of(finding));
    fact({"放过", "Suppressed"}, "why", suppression_of(finding));
    fact({"规则", "Rule"}, "id", "<code>" + html_text(finding.rule) + "</code>");
    out_ += "</dl>\n";
  }

  std::string fix_of(const Finding& finding) const {
    std::string all;
    constexpr std::size_t longest = 20;
    for (const Edit& edit : finding.fix.edits) {
      if (!all.empty()) all += "<br>";
      if (!edit.span.empty()) {
        const std::string was = quote_of(page_.review.document, edit.span, longest);
        // A blank alone cannot be seen.
        all += "<del>" +
               (trimmed(was).empty() ? std::string(page_.say({"空格", "blank"})) : html_text(was)) +
               "</del>";
      }
      if (!edit.text.empty()) all += "<ins>" + html_text(edit.text) + "</ins>";
    }
    return all;
  }

  std::string related_of(const Finding& finding) const {
    std::string all;
    for (const Related& related : finding.related)
      all += fmt::format(
          "<a href=\"#{}\">{}</a> {}<br>", page_.id_of_block_at(related.place.span.begin),
          html_text(place_name(page_, related.place)), html_text(related.message.in(language_)));
    if (!all.empty()) all.resize(all.size() - std::string_view("<br>").size());
    return all;
  }

  std::string suppression_of(const Finding& finding) const {
    if (!finding.suppressed) return {};
    const Suppression& suppression = *finding.suppressed;
    std::string all = suppression.reason;
    if (suppression.source == Suppression::Source::baseline)
      all = page_.say({"在基线里", "in the baseline"});
    if (suppression.source == Suppression::Source::commit)
      all = page_.say({"原来就有", "already there before"});
    for (const std::string& more : {suppression.by, suppression.until})
      if (!more.empty()) all += " · " + more;
    return html_text(all);
  }
};

}  // namespace

void append_finding_list(const PageReport& page, std::string& out) {
  FindingList(page, out).write();
}

void append_problem_list(std::span<const FileProblem> problems, const OutputOptions& options,
                         std::string& out) {
  if (problems.empty()) return;
  fmt::format_to(
      std::back_inserter(out),
      "<section class=\"problems\" aria-labelledby=\"problems\">\n<h2 id=\"problems\">{}</h2>\n<ul>\n",
      say("规则、配置和抑制里的问题", "Rule files, configurations and suppressions")
          .in(options.language));
  for (const FileProblem& problem : problems)
    fmt::format_to(std::back_inserter(out), "<li><b class=\"word {}\">{}</b> {} {}</li>\n",
                   name_of(problem.severity), word_of(problem.severity, options.language),
                   html_text(say("{} 第 {} 行：", "{}, line {}:", problem.path, problem.at.line)
                                 .in(options.language)),
                   html_text(problem.message.in(options.language)));
  out += "</ul>\n</section>\n";
}

}  // namespace hegui
