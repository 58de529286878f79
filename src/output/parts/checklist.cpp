#include "output/parts/checklist.h"

#include <algorithm>

#include "text/printable.h"

namespace hegui {

std::string_view sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::met: return "✓";
    case Verdict::weak: return "△";
    case Verdict::missing: return "✗";
    case Verdict::not_applicable: return "–";
  }
  return "";
}

std::string_view word_of(Severity severity, Language language) {
  switch (severity) {
    case Severity::error: return Label{"错误", "error"}.in(language);
    case Severity::warning: return Label{"警告", "warning"}.in(language);
    case Severity::note: return Label{"提示", "note"}.in(language);
  }
  return {};
}

const Finding* finding_of(const Review& review, const RequirementReview& requirement) {
  if (requirement.verdict == Verdict::met || requirement.verdict == Verdict::not_applicable)
    return nullptr;
  const auto found =
      std::ranges::find(review.findings, requirement.requirement->rule.id, &Finding::rule);
  return found == review.findings.end() ? nullptr : &*found;
}

std::string detail_of(const RequirementReview& requirement, const OutputOptions& options) {
  if (!requirement.has_place()) return say("不适用", "not applicable").in(options.language);
  if (requirement.blocked_by)
    return say("先补“{}”", "depends on “{}”", requirement.blocked_by->rule.short_title)
        .in(options.language);
  if (!requirement.reasons.empty()) return requirement.reasons.front().message.in(options.language);
  if (const Message* summary = requirement.summary()) return summary->in(options.language);
  return {};
}

std::string remark_of(const Review& review, const RequirementReview& requirement,
                      const OutputOptions& options) {
  std::string detail = detail_of(requirement, options);
  const Finding* const finding = finding_of(review, requirement);
  if (requirement.verdict != Verdict::missing || !finding || finding->suppressed) return detail;
  const std::string_view word = word_of(finding->severity, options.language);
  if (detail.empty()) return std::string(word);
  return say("{}：{}", "{}: {}", word, detail).in(options.language);
}

std::string totals(const Summary& summary, const OutputOptions& options) {
  std::string out =
      say("{} 份文档 · 要求：达到 {}，偏弱 {}，缺失 {} · 错误 {}，警告 {}，提示 {}",
          "{:document} · requirements: {} met, {} weak, {} missing · {:error}, {:warning}, {:note}",
          summary.documents - summary.unreadable, summary.met, summary.weak, summary.missing,
          summary.errors, summary.warnings, summary.notes)
          .in(options.language);
  const auto more = [&](std::size_t count, std::string_view zh, std::string_view en) {
    if (count > 0) out += say(" · {1} {0}", " · {0} {2}", count, zh, en).in(options.language);
  };
  more(summary.not_understood, "看不懂", "not recognised as a report");
  more(summary.unreadable, "读不了", "unreadable");
  more(summary.blocked, "未检查", "blocked");
  if (summary.blocked > 0) {
    const Message titles = listed({summary.blocked_titles.begin(), summary.blocked_titles.end()});
    out += printable(say("（{}）", " ({})", titles).in(options.language));
  }
  more(summary.suppressed, "已抑制", "suppressed");
  return out;
}

std::string fixes_line(const FixCounts& fixes, const OutputOptions& options) {
  const std::size_t safe = options.fixed ? 0 : fixes.safe;
  const std::size_t unsafe = options.fixed_unsafe ? 0 : fixes.unsafe;
  if (safe + unsafe == 0) return {};
  if (unsafe == 0)
    return say("{} 处能自动修改：加 --fix\n", "{} fixable with --fix\n", safe).in(options.language);
  if (safe == 0)
    return say("{} 处能改，改后要核对：加 --fix --unsafe-fixes\n",
               "{} fixable with --fix --unsafe-fixes, to be looked at afterwards\n", unsafe)
        .in(options.language);
  return say("{} 处能自动修改：加 --fix；另有 {} 处改后要核对：再加 --unsafe-fixes\n",
             "{} fixable with --fix; {} more with --unsafe-fixes, to be looked at afterwards\n",
             safe, unsafe)
      .in(options.language);
}

Message not_listed(std::size_t count) {
  return say("这条规则另有 {} 个问题，没有列出",
             "{:more finding of this rule is|more findings of this rule are} not listed", count);
}

std::string advice_of(const Finding& finding, const OutputOptions& options) {
  std::string out = printable(finding.message.in(options.language));
  if (const std::string& help = finding.help.in(options.language); !help.empty())
    out += "\n" + say("改法：{}", "help: {}", printable(help)).in(options.language);
  if (!finding.basis.empty())
    out += "\n" + say("依据：{}", "basis: {}", printable(finding.basis)).in(options.language);
  return out;
}

}  // namespace hegui
