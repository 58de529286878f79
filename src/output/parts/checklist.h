#pragma once

#include <string>
#include <string_view>

#include "output/output.h"
#include "review/fixes.h"

namespace hegui {

/// What people are shown of a run, whatever it is printed on: terminal, pull request or score
/// sheet.

/// ✓ △ ✗ –
std::string_view sign_of(Verdict verdict);
/// 错误, 警告, 提示
std::string_view word_of(Severity severity, Language language);

/// The finding that tells what a requirement lacks; null if none does.
const Finding* finding_of(const Review& review, const RequirementReview& requirement);

/// Why a requirement has its verdict, in a few words; empty when there is nothing to say.
std::string detail_of(const RequirementReview& requirement, const OutputOptions& options);
/// The same in a checklist, where nothing else tells whether what is missing is an error or only
/// worth a look.
std::string remark_of(const Review& review, const RequirementReview& requirement,
                      const OutputOptions& options);

/// Of so many findings of one rule, which a report has beside those that are listed.
Message not_listed(std::size_t count);

/// How many findings can be fixed, and how, in a line; empty if none can.
std::string fixes_line(const FixCounts& fixes, const OutputOptions& options);

/// What a run comes to, in one line without its end.
std::string totals(const Summary& summary, const OutputOptions& options);

/// The message, and below it, each on a line of its own, what to do and on what basis. Without
/// control characters.
std::string advice_of(const Finding& finding, const OutputOptions& options);

}  // namespace hegui
