#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hegui {

struct LanguageData;
struct OutlineHints;

// What a line of a page looks like by itself, folded. Which lines are what depends on where they
// stand: see front_matter.

/// 当前位置：首页 > 政务公开; 打印本页; 来源：…: of the page around a report, or metadata.
bool is_page_line(const LanguageData& language, std::string_view words);

/// 首页 > 政务公开 > 年度报告.
bool is_breadcrumb(const LanguageData& language, std::string_view words);

/// Something like 发布时间： or 来源： stands in it; where.
std::optional<std::uint32_t> metadata_label(const LanguageData& language, std::string_view words);
inline bool has_metadata_label(const LanguageData& language, std::string_view words) {
  return metadata_label(language, words).has_value();
}

/// More characters than a heading without a number has, or a value in a table.
bool is_long_line(const LanguageData& language, std::string_view words);

/// What a page puts between the paragraphs of a report: advertisements, links, page numbers.
bool is_inserted_line(const LanguageData& language, std::string_view words);

/// 扫一扫, 相关新闻, 上一篇：…: begins what a page shows below its text.
bool is_page_footer(const LanguageData& language, std::string_view words);

/// A date and nothing else: 2025年1月15日, 二〇二五年一月十五日, 2025-01-15 10:30.
bool is_date_line(const LanguageData& language, std::string_view words);

/// 附件：…, 附表1.
bool is_attachment_line(const LanguageData& language, std::string_view words);

/// 联系人：…, （此件公开发布）.
bool is_contact_line(const LanguageData& language, std::string_view words);

/// It ends as the names of documents do: …的报告, …工作要点（2025年）.
bool names_document(const LanguageData& language, std::string_view words);

/// It ends as the names of those who issue documents do: …人民政府, …街道办事处.
bool names_issuer(const LanguageData& language, std::string_view words);

/// How much it looks like the title of a report; 0: not at all, from 5 on: surely.
int title_score(const LanguageData& language, const OutlineHints& hints, std::string_view words);

}  // namespace hegui
