// markdown: a comment on a pull request. A table of each document's requirements, its findings as
// a list, folded when it is long; at the end what was left out, and the totals.
//
// GitHub refuses a comment of more than 65,536 characters, so what does not fit is counted instead.

#include <algorithm>
#include <iterator>

#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/escapes.h"
#include "output/parts/places.h"
#include "text/unicode.h"

namespace hegui {
namespace {

/// In UTF-16 units, of which a text has no fewer than characters. The rest is for the end.
constexpr std::size_t most = 64000;
constexpr std::size_t longest_open_list = 10;

std::string item_of(const Review& review, const Finding& finding, const OutputOptions& options) {
  const std::uint32_t line = range_of(review, finding.place).begin.line;
  // A word processor shows no lines.
  const std::string paragraph = paragraph_name(review, finding.place, options.language);
  std::string out =
      say("- **{0}** {1}：{2}（{3}）\n", "- **{0}** {1}: {2} ({3})\n",
          word_of(finding.severity, options.language),
          paragraph.empty() ? say("第 {} 行", "line {}", line).in(options.language) : paragraph,
          markdown_escaped(finding.message.in(options.language)), markdown_escaped(finding.rule))
          .in(options.language);
  const std::string around = headings_and_page(review, finding.place, options.language);
  if (!around.empty())
    out += say("  - 位置：{}\n", "  - place: {}\n", markdown_escaped(around)).in(options.language);
  if (const std::string& help = finding.help.in(options.language); !help.empty())
    out += say("  - 改法：{}\n", "  - help: {}\n", markdown_escaped(help)).in(options.language);
  if (!finding.basis.empty())
    out += say("  - 依据：{}\n", "  - basis: {}\n", markdown_escaped(finding.basis))
               .in(options.language);
  return out;
}

/// One line instead, where every line of the table would say the same.
std::string table_of(const Review& review, const SetReview& set, const OutputOptions& options) {
  const auto is_met = [](const RequirementReview& requirement) {
    return requirement.verdict == Verdict::met;
  };
  if (std::ranges::all_of(set.requirements, is_met))
    return say("✓ {} 项要求全部达到\n", "✓ all {} requirements are met\n", set.requirements.size())
        .in(options.language);
  const bool has_lines = !review.document.lines_are_paragraphs;
  std::string out = has_lines
                        ? say("| | 要求 | 行 | 说明 |\n", "| | requirement | line | remark |\n")
                              .in(options.language)
                        : say("| | 要求 | 位置 | 说明 |\n", "| | requirement | place | remark |\n")
                              .in(options.language);
  const auto place_of = [&](const Place& place) {
    return has_lines ? fmt::to_string(range_of(review, place).begin.line)
                     : paragraph_name(review, place, options.language);
  };
  out += "|---|---|--:|---|\n";
  for (const RequirementReview& requirement : set.requirements) {
    fmt::format_to(std::back_inserter(out), "| {} | {} | {} | {} |\n", sign_of(requirement.verdict),
                   markdown_escaped(requirement.requirement->rule.short_title),
                   requirement.has_place() ? place_of(requirement.place) : "",
                   markdown_escaped(remark_of(review, requirement, options)));
  }
  return out;
}

class Markdown : public Output {
 public:
  using Output::Output;

  void document(const Review& review, std::string& out) override {
    for (const auto& [rule, count] : review.truncated) findings_left_ += count;
    std::vector<const Finding*> findings;
    for (const Finding& finding : review.findings)
      if (!finding.suppressed) findings.push_back(&finding);
    if (!put(head_of(review), out)) {
      ++documents_left_;
      findings_left_ += findings.size();
      return;
    }
    if (findings.empty()) return;
    const std::string title = say("{} 个问题", "{:finding}", findings.size()).in(options.language);
    const bool folded = findings.size() > longest_open_list;
    const std::string begin =
        folded ? fmt::format("<details><summary>{}</summary>\n\n", title) : std::string();
    const std::string_view end = folded ? "\n</details>\n\n" : "\n";
    // What has begun can always end.
    if (!fits(begin.size() + end.size())) {
      findings_left_ += findings.size();
      return;
    }
    length_ += end.size();
    put(begin, out);
    for (const Finding* finding : findings)
      if (!put(item_of(review, *finding, options), out)) ++findings_left_;
    out += end;
  }

  void end(const Summary& summary, std::span<const FileProblem> problems,
           std::string& out) override {
    for (const FileProblem& problem : problems)
      if (!put(say("- **{}** {} 第 {} 行：{}\n", "- **{}** {} line {}: {}\n",
                   word_of(problem.severity, options.language), markdown_escaped(problem.path),
                   problem.at.line, markdown_escaped(problem.message.in(options.language)))
                   .in(options.language),
               out))
        ++findings_left_;
    if (!problems.empty()) out += "\n";
    if (documents_left_ > 0)
      out += say("另有 {} 份文档、{} 条问题，这里放不下\n\n",
                 "not shown for lack of space: {:more document|more documents} and {:more "
                 "finding|more findings}\n\n",
                 documents_left_, findings_left_)
                 .in(options.language);
    else if (findings_left_ > 0)
      out += say("另有 {} 条，这里放不下\n\n",
                 "not shown for lack of space: {:more finding|more findings}\n\n", findings_left_)
                 .in(options.language);
    out += "**" + totals(summary, options) + "**\n";
  }

 private:
  std::string head_of(const Review& review) const {
    std::string out = "### " + markdown_escaped(review.document.path) + "\n\n";
    if (review.status != Review::Status::checked)
      out += "✗ " + markdown_escaped(review.error.in(options.language)) + "\n\n";
    for (const SetReview& set : review.sets) {
      if (review.sets.size() > 1) out += markdown_escaped(set.rules->title) + "\n\n";
      out += table_of(review, set, options) + "\n";
    }
    return out;
  }

  bool fits(std::size_t length) const { return length_ + length <= most; }

  /// Adds a piece if it fits.
  bool put(const std::string& piece, std::string& out) {
    const std::size_t length = count_utf16_units(piece);
    if (!fits(length)) return false;
    length_ += length;
    out += piece;
    return true;
  }

  std::size_t length_ = 0;
  std::size_t documents_left_ = 0;
  std::size_t findings_left_ = 0;
};

}  // namespace

extern const OutputForm markdown_output;
const OutputForm markdown_output =
    output_form<Markdown>("markdown", {"合并请求里的评论", "comment for a pull request"});

}  // namespace hegui
