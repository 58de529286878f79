#include "run/fixer.h"

#include <algorithm>
#include <utility>

#include "output/views/diff_view.h"
#include "report/mend.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/replace_file.h"
#include "system/standard_streams.h"

namespace hegui {

void Fixer::refuse(const std::string& path, Message why) {
  const auto known = std::ranges::find_if(
      refusals_, [&](const Refusal& refusal) { return refusal.why.en == why.en; });
  if (known == refusals_.end())
    refusals_.push_back({std::move(why), path});
  else
    ++known->reports;
}

bool Fixer::may_change(std::size_t index, const Review& review) {
  const ReportFile& file = plan_.report(index);
  if (!file.archive.empty()) {
    refuse(review.document.path, say("压缩包里的报告不改，请先解压",
                                     "reports in archives are not changed; unpack it first"));
    return false;
  }
  // What git holds is no file, and only shown.
  if (request_.git.staged) return true;
  try {
    check_replaceable(file.path);
    return true;
  } catch (const WriteError& error) {
    has_failed_ = true;
    refuse(review.document.path, error.message());
    return false;
  }
}

bool Fixer::write(std::size_t index, const Review& before, const Review& after) {
  try {
    replace_file(plan_.report(index).path, before.bytes, after.bytes);
    return true;
  } catch (const WriteError& error) {
    has_failed_ = true;
    refuse(before.document.path, error.message());
    return false;
  }
}

void Fixer::give_back(const std::string& bytes) {
  has_given_back_ = true;
  plan_.give_back(bytes);
}

Fixer::~Fixer() {
  if (has_given_back_ || !is_filter(request_)) return;
  try {
    give_back(plan_.input());
  } catch (const WriteError&) {
    // There is nowhere else to put it.
  }
}

Review Fixer::fix(std::size_t index, Review review, const Suppress& suppress) {
  const bool is_input = plan_.report(index).path == "-";
  Mended mended = mend(review, {.unsafe = request_.fix.unsafe, .read = request_.read},
                       [&](const std::string& bytes) {
                         Review next = plan_.review_of(index, bytes);
                         suppress(next);
                         return next;
                       });
  has_failed_ = has_failed_ || mended.has_failed;
  for (Message& why : mended.left) refuse(review.document.path, std::move(why));
  if (request_.fix.write && is_input)
    give_back(mended.has_changed() ? mended.review.bytes : plan_.input());
  if (!mended.has_changed() || (!is_input && !may_change(index, review))) return review;
  const std::string file = is_input ? "-" : real_path(plan_.report(index).path);
  if (changed_.contains(file)) return std::move(mended.review);
  if (request_.fix.diff)
    print(unified_diff(review.document.path, review.document.source, mended.review.document.source,
                       request_.output.color));
  else if (!is_input && !write(index, review, mended.review))
    return review;
  changed_.insert(file);
  ++reports_;
  findings_ += mended.findings;
  return std::move(mended.review);
}

void Fixer::tell(const OutputOptions& options) const {
  for (const Refusal& refusal : refusals_)
    complain(refusal.reports == 1
                 ? say("{}：{}", "{}: {}", refusal.first, refusal.why)
                 : say("{0} 等 {1} 份文档：{3}", "{0} and {2} more: {3}", refusal.first,
                       refusal.reports, refusal.reports - 1, refusal.why),
             options.language);
  if (options.quiet) return;
  if (request_.fix.diff)
    complain(reports_ == 0 ? say("没有能自动修改的", "nothing would be fixed")
                           : say("会改 {} 份文档里的 {} 处",
                                 "would fix {1:finding} in {0:document}", reports_, findings_),
             options.language);
  else
    complain(reports_ == 0 ? say("没有能自动修改的", "nothing was fixed")
                           : say("改了 {} 份文档里的 {} 处", "fixed {1:finding} in {0:document}",
                                 reports_, findings_),
             options.language);
}

}  // namespace hegui
