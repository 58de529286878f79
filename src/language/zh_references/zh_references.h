#pragma once

#include <array>
#include <string_view>

#include "search/pattern.h"

namespace hegui {

// --- attachments

inline constexpr std::string_view zh_attached = "附";  ///< Begins 附件, 附表, 附图.
/// Whether the words before an attachment are of another document: 该文件.
bool zh_names_another_document(std::string_view clause);

// --- parts of the report

inline constexpr std::string_view zh_ordinal = "第", zh_part = "部分";

/// Where a text may point into a part. The groups: a word by which it points into the report
/// itself; the number of 第六部分, or that of 六、; the number below it, of （三） or of 第三点;
/// and words by which that part is said to tell what is lacking.
const Pattern& zh_section_reference();
/// Before it is searched: few reports point into themselves.
bool zh_may_refer_to_section(std::string_view text);

/// Words of headings under which a report tells what is lacking.
const Pattern& zh_lack();

// --- numbers

/// Around a number that is referred to: 在上述121份合同的审查中.
inline constexpr std::array<std::string_view, 3> zh_reference_begins{"在", "从", "上述"};
inline constexpr std::array<std::string_view, 2> zh_reference_ends{"中", "里"};

// --- titles

/// The last word of a title, if a matter has only one document of these kinds at a time: 办法,
/// 规定. 规划 and 方案, 条例 and 办法 of one matter are different documents. Else empty.
std::string_view zh_kind_of_rules(std::string_view title);

/// Whether words tell of titles that follow each other, or of what becomes of one.
bool zh_tells_two_titles(std::string_view words);

/// Characters by which titles of two documents differ: 市级 and 县级, 小学 and 中学.
inline constexpr std::u32string_view zh_contrasts =
    U"省市州县区镇乡村组国央部委局厅校院党政民刑军警男女老少内外大小上下前后正副新旧高中初东南西北水陆公私农城一二三四五六七八九十甲乙丙丁0123456789第年（）";
/// Of places and bodies.
inline constexpr std::u32string_view zh_place_characters = U"省市州县区镇乡街局校院司集";

}  // namespace hegui
