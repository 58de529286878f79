#pragma once

#include "document/outline.h"

namespace hegui {

/// Tells the report from the page around it: fills roles, title, date of publication and the
/// extent of the body.
///
///   furniture, metadata   当前位置：首页 > 政务公开        before the body
///   title                 …关于2024年度…情况的报告
///   metadata              发布时间：2025-01-15 来源：…
///   body                  from the first running text, salutation or number 一、
///   attachment            附件：…                         after the last body block
///   signature             某某街道办事处 / 2025年1月15日
///   furniture             扫一扫 / 相关新闻
///
/// Lines that match the furniture of the hints are furniture wherever they stand.
void read_front_matter(const Document& document, const OutlineHints& hints, Outline& outline);

}  // namespace hegui
