#pragma once

#include "document/outline.h"

namespace hegui {

struct LanguageData;

/// Who wrote the report, and what kind of body that is; looked for where it stands most surely
/// first:
///
///   title        某某街道办事处关于2024年度…的报告, 2024年某某县…情况
///   its line     a line of its own above or below the title
///   lead         某某区财政局深入贯彻…, 我局 (which tells the kind only)
///   signature    某某镇人民政府 / 2025年1月15日
///   source       来源：某某区司法局, which may be who published it
///   file name    as a title
void read_issuer(const Document& document, const OutlineHints& hints, Outline& outline);

/// Of a name, folded; unknown if it looks like none.
IssuerKind issuer_kind_of(const LanguageData& language, std::string_view name);

}  // namespace hegui
