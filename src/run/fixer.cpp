// Fixes are made in passes, because one may make room for another, or need one:
//
//   choose those that do not meet → write them into the bytes → read and review these anew
//
// What the bytes read as must be what was meant, else a fix has touched more than words (markup, a
// table, a paragraph's end), and is found and left out by trying fewer of them.

#include "run/fixer.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "formats/format.h"
#include "output/views/diff_view.h"
#include "review/fixes.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/replace_file.h"
#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {
namespace {

constexpr std::size_t most_passes = 10;
constexpr std::size_t most_attempts = 200;

std::vector<Replacement> in_order(const std::vector<ChosenFix>& fixes) {
  std::vector<Replacement> all;
  for (const ChosenFix& fix : fixes)
    all.insert(all.end(), fix.replacements.begin(), fix.replacements.end());
  sort_replacements(all);
  return all;
}

/// The words of the blocks with the fixes in them.
std::string plain_with(const Document& document, const std::vector<ChosenFix>& fixes) {
  std::vector<Replacement> all;
  for (const ChosenFix& fix : fixes)
    for (const Edit& edit : fix.finding->fix.edits) {
      const std::uint32_t begin = document.folding.to(edit.span.begin);
      const auto size = static_cast<std::uint32_t>(document.written(edit.span).size());
      all.push_back({{begin, begin + size}, edit.text});
    }
  sort_replacements(all);
  return with_replacements(document.plain, all);
}

/// Whether a document says what one with those fixes should.
bool is_as_meant(const Document& after, const Document& before,
                 const std::vector<ChosenFix>& fixes) {
  if (after.source != with_replacements(before.source, in_order(fixes))) return false;
  const bool has_markup = before.format == "md" || before.format == "html";
  return !has_markup || after.plain == plain_with(before, fixes);
}

/// By which a fix that was refused is known again in the next review.
std::string key_of(const ChosenFix& fix) {
  std::string key = fix.finding->rule + '\n' + fix.finding->fingerprint;
  for (const Edit& edit : fix.finding->fix.edits) key += '\n' + edit.text;
  return key;
}

}  // namespace

Fixer::Mended Fixer::mend(std::size_t index, const Review& review, const Suppress& suppress) {
  Mended mended;
  const Review* now = &review;
  std::set<std::string> refused;
  std::optional<Message> why;
  std::size_t passes = 0, most = SIZE_MAX;  // Fixes that are tried at once.
  for (std::size_t attempt = 0;; ++attempt) {
    std::vector<ChosenFix> fixes = choose_fixes(*now, request_.fix.unsafe);
    std::erase_if(fixes, [&](const ChosenFix& fix) { return refused.contains(key_of(fix)); });
    if (fixes.empty()) break;
    if (attempt == most_attempts || passes == most_passes) {
      refuse(review.document.path, say("还有能自动修改的没有改完，请再运行一次",
                                       "not all that can be fixed is fixed yet; run hegui again"));
      break;
    }
    const bool is_all = fixes.size() <= most;
    const std::size_t count = std::min(fixes.size(), most);
    fixes.resize(count);
    std::string bytes;
    try {
      bytes = rewritten(now->document, now->bytes, in_order(fixes), request_.read.limits);
      Review next = plan_.review_of(index, bytes);
      if (next.status == Review::Status::unreadable) {
        // Not because of the fixes: words for words are as readable.
        has_failed_ = true;
        refuse(review.document.path, next.error);
        break;
      }
      if (next.status == Review::Status::checked &&
          is_as_meant(next.document, now->document, fixes)) {
        suppress(next);
        next.bytes = std::move(bytes);
        mended.findings += count;
        mended.review = std::move(next);
        now = &mended.review;
        most = SIZE_MAX;
        passes += is_all;
        continue;
      }
    } catch (const InputError& error) {
      why = error.message();
    }
    if (count > 1)
      most = count / 2;
    else
      refused.insert(key_of(fixes.front())), most = SIZE_MAX;
  }
  if (!refused.empty())
    refuse(review.document.path,
           why.value_or(say("有的问题改了会打乱格式，没有改",
                            "some fixes would change more than words, and were left out")));
  return mended;
}

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
  Mended mended;
  const auto is_wanted = [&](const Finding& finding) {
    return !finding.suppressed && !finding.fix.empty() &&
           (finding.fix.is_safe || request_.fix.unsafe);
  };
  const bool has_fixes =
      review.status == Review::Status::checked && std::ranges::any_of(review.findings, is_wanted);
  if (has_fixes && !is_writable(review.document)) {
    refuse(review.document.path,
           say("{} 只能读，不能改；请改原来的文档，或者另存为 DOCX",
               "{} is only read, never written; change its original, or save it as DOCX",
               review.document.format));
  } else if (has_fixes) {
    try {
      // Whether it can be written at all.
      (void)rewritten(review.document, review.bytes, {}, request_.read.limits);
      mended = mend(index, review, suppress);
      const Review& last = mended.findings > 0 ? mended.review : review;
      if (std::ranges::any_of(last.findings, [&](const Finding& finding) {
            return is_wanted(finding) && replacements_of(last, finding).empty();
          }))
        refuse(review.document.path,
               say("修订、域、锁定的内容等里面的没有改，请用 Word 改",
                   "what stands in tracked changes, fields, locked controls and the like was left "
                   "alone; change it with Word"));
    } catch (const InputError& error) {
      refuse(review.document.path, say("没有改：{}", "not changed: {}", error.message()));
    }
  }
  const bool has_changed = mended.findings > 0;
  if (request_.fix.write && is_input) give_back(has_changed ? mended.review.bytes : plan_.input());
  if (!has_changed || (!is_input && !may_change(index, review))) return review;
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
