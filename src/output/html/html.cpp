// html: a page to read, to print and to hand on. One report is a page; several are a page with an
// index before them, or in a folder an index and a page each.

#include <map>
#include <set>
#include <utility>

#include "output/html/finding_list.h"
#include "output/html/index.h"
#include "output/html/page.h"
#include "output/html/report.h"
#include "output/parts/escapes.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::string_view index_name = "index.html";

/// A name that every system takes, from that of the report.
std::string safe_name(std::string_view path) {
  constexpr std::size_t longest = 60;  // Characters; file systems count bytes, up to 255.
  const std::string valid = inert_path(path.substr(path.find_last_of('/') + 1));
  std::string name;
  for (const char c : first_code_points(valid, longest)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool fits =
        byte > 0x20 && std::string_view("<>:\"\\|?*#%&'").find(c) == std::string_view::npos;
    name += fits ? c : '_';
  }
  // Hidden files, and folders; CON and NUL are devices, whatever their extension.
  if (name.empty() || name.front() == '.' || lower(name) == "index") name.insert(0, "_");
  return name;
}

class Html : public Output {
 public:
  using Output::Output;

  std::string file_name(const Review& review) override {
    const std::string name = safe_name(review.document.path);
    std::string file = name + ".html";
    // Windows and macOS take names that differ in case only for the same.
    for (std::size_t& last = last_of_name_[lower(name)];
         !names_.insert(lower(file)).second || !options.takes_name(file);)
      file = fmt::format("{}-{}.html", name, ++last + 1);
    return last_name_ = file;
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
  std::set<std::string> names_ = {};
  std::map<std::string, std::size_t> last_of_name_ = {};
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
