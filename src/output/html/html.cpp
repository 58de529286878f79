// html: a page to read, to print and to hand on. One report is a page; several are a page with an
// index before them, or in a folder an index and a page each.

#include <utility>

#include "output/html/finding_list.h"
#include "output/html/index.h"
#include "output/html/page.h"
#include "output/html/report.h"
#include "output/parts/escapes.h"
#include "output/parts/file_names.h"

namespace hegui {
namespace {

constexpr std::string_view index_name = "index.html";

class Html : public Output {
 public:
  using Output::Output;

  std::string file_name(const Review& review) override {
    return last_name_ = names_.free_name(review.document.path, ".html", options);
  }

  void document(const Review& review, std::string& out) override {
    ++count_;
    std::string report;
    append_report(PageReport(review, options, options.in_folder() ? 1 : count_), report);
    if (options.in_folder()) {
      index_.add(review, uri_of(last_name_), options);
      out += page_begin(name_of_report(review), index_name, options.language) + report;
      append_problem_list(review.problems, options, out);
      out += page_end(options.language);
      return;
    }
    index_.add(review, fmt::format("#r{}", count_), options);
    // Whether it stays the only one is not known yet.
    if (count_ == 1) {
      first_ = std::move(report);
      first_name_ = name_of_report(review);
      return;
    }
    if (count_ == 2) out += begin_of_many() + std::exchange(first_, {});
    out += report;
  }

  void end(const Summary& summary, std::span<const FileProblem> problems,
           std::string& out) override {
    const bool many = options.in_folder() || count_ != 1;
    if (!many)
      out += page_begin(first_name_, "", options.language) + first_;
    else if (count_ == 0 || options.in_folder())
      out += begin_of_many();
    if (many) index_.append(summary, options, out);
    append_problem_list(problems, options, out);
    out += page_end(options.language);
  }

 private:
  std::string begin_of_many() const {
    return page_begin(say("合规检查结果", "Compliance check").in(options.language),
                      options.in_folder() ? "" : "#index", options.language);
  }

  std::size_t count_ = 0;
  std::string first_ = {}, first_name_ = {}, last_name_ = {};
  FileNames names_ = {};
  ReportIndex index_ = {};
};

}  // namespace

extern const OutputForm html_output;
const OutputForm html_output =
    output_form<Html>("html",
                      {"网页，可以打印；写到 文件夹/ 就是目录和每份一页",
                       "page to read and print; to FOLDER/, an index and a page each"},
                      index_name);

}  // namespace hegui
