// docx: a copy of the report with its findings as comments in the margin; of a report of another
// format, a DOCX of its words.

#include <algorithm>
#include <optional>
#include <utility>

#include "formats/docx/docx_comments.h"
#include "output/docx/report_docx.h"
#include "output/html/markup.h"
#include "output/output.h"
#include "output/parts/checklist.h"
#include "output/parts/file_names.h"
#include "output/parts/places.h"
#include "text/input_error.h"
#include "text/printable.h"
#include "text/strings.h"

namespace hegui {
namespace {

class Docx : public Output {
 public:
  using Output::Output;

  std::string file_name(const Review& review) override {
    std::string_view path = review.document.path;
    if (review.document.file && is_of_word(path)) path.remove_suffix(packed.size());
    return names_.free_name(path, ending_for(review), options);
  }

  void document(const Review& review, std::string& out) override {
    if (review.status != Review::Status::checked) return;
    const Document& document = review.document;
    if (is_of_word(options.file) && ending_of(options.file) != ending_for(review))
      throw InputError(say("这份报告的批注文档只能是 {0}，请把文件名 {1} 的结尾写成 {0}",
                           "the copy is a {0}; let the name {1} end in that", ending_for(review),
                           options.file));
    std::vector<MarginComment> comments;
    for (const Finding& finding : review.findings)
      if (!finding.suppressed) comments.push_back(comment_on(finding, review));
    for (const auto& [rule, count] : review.truncated)
      comments.push_back({.span = span_of({.span = title_of(review)}, document),
                          .paragraphs = {not_listed(count).in(options.language), rule_line(rule)}});
    if (document.file)
      out += with_comments(*document.file, document.source, comments);
    else
      out += with_comments(report_docx(review, options.language), document.plain, comments);
  }

  std::optional<Message> warning(const Review& review) override {
    const Document& document = review.document;
    if (review.status != Review::Status::checked || !document.file || !is_signed(*document.file))
      return std::nullopt;
    return say("{} 有数字签名，在带批注的文档里已经失效；原文件没有动",
               "{} is signed; in the copy with comments the signature is void, and the file itself "
               "is as it was",
               document.path);
  }

 private:
  static constexpr std::string_view packed = ".docx", with_macros = ".docm";

  static std::string ending_of(std::string_view path) {
    return lower(path.substr(path.size() - std::min(path.size(), packed.size())));
  }
  static bool is_of_word(std::string_view path) {
    const std::string ending = ending_of(path);
    return ending == packed || ending == with_macros;
  }
  /// Word opens no file whose name says of macros what is not so.
  static std::string ending_for(const Review& review) {
    const Document& document = review.document;
    return document.file && is_of_word(document.path) ? ending_of(document.path)
                                                      : std::string(packed);
  }

  static Span title_of(const Review& review) {
    if (!review.outline.title.empty()) return review.outline.title.front();
    return {review.outline.body.begin, review.outline.body.begin};
  }

  /// Where the places of the file count.
  static Span span_of(const Place& place, const Document& document) {
    Span span = document.file ? document.in_source(place.span) : in_plain(document, place.span);
    if (place.insertion || place.span.empty()) span.end = span.begin;
    return span;
  }

  std::string rule_line(const std::string& rule) const {
    return say("规则：{}", "rule: {}", rule).in(options.language);
  }

  static constexpr std::size_t longest_quote = 20;

  /// Empty if it has no fix.
  std::string fix_line(const Finding& finding, const Document& document) const {
    std::string changes;
    for (const Edit& edit : finding.fix.edits) {
      const std::string was = quote_of(document, edit.span, longest_quote);
      const std::string now = printable(edit.text);
      if (!changes.empty()) changes += Label{"；", "; "}.in(options.language);
      // Without quotation marks, which may be what it is about.
      if (was.empty())
        changes += say("补上 {}", "put in {}", now).in(options.language);
      else if (now.empty())
        changes += (trimmed(was).empty() ? say("删去空格", "take out the blank")
                                         : say("删去 {}", "take out {}", was))
                       .in(options.language);
      else
        changes += was + " → " + now;
    }
    if (changes.empty()) return {};
    return (finding.fix.is_safe ? say("修改：{}", "change: {}", changes)
                                : say("可以这样改：{}", "possible change: {}", changes))
        .in(options.language);
  }

  std::string related_line(const Related& related, const Review& review) const {
    const std::string words = quote_of(review.document, related.place.span, longest_quote);
    const std::string where = printable(whereabouts(review, related.place, options.language));
    std::string line(Label{"另见", "see also"}.in(options.language));
    if (!words.empty()) line += say("“{}”", " “{}”", words).in(options.language);
    if (!where.empty()) line += say("（{}）", " ({})", where).in(options.language);
    line += say("：{}", ": {}", related.message).in(options.language);
    return line;
  }

  MarginComment comment_on(const Finding& finding, const Review& review) const {
    const std::string advice =
        fmt::format("{}{}{}", word_of(finding.severity, options.language),
                    Label{"：", ": "}.in(options.language), advice_of(finding, options));
    MarginComment comment{.span = span_of(finding.place, review.document),
                          .is_behind = finding.place.after_body};
    for (std::size_t begin = 0; begin <= advice.size();) {
      const std::size_t end = std::min(advice.find('\n', begin), advice.size());
      comment.paragraphs.push_back(advice.substr(begin, end - begin));
      begin = end + 1;
    }
    if (std::string line = fix_line(finding, review.document); !line.empty())
      comment.paragraphs.push_back(std::move(line));
    for (const Related& related : finding.related)
      comment.paragraphs.push_back(related_line(related, review));
    comment.paragraphs.push_back(rule_line(finding.rule));
    comment.elsewhere = say("位置：{}", "place: {}",
                            printable(whereabouts(review, finding.place, options.language)))
                            .in(options.language);
    return comment;
  }

  FileNames names_ = {};
};

}  // namespace

extern const OutputForm docx_output;
const OutputForm docx_output = [] {
  OutputForm form = output_form<Docx>(
      "docx", {"Word 文档，问题是批注；写成 docx=文件，或者 docx=文件夹/ 每份一个",
               "Word document with the findings as comments; as docx=FILE, or docx=FOLDER/ for one "
               "of each report"});
  form.holds_one_report = true;
  return form;
}();

}  // namespace hegui
