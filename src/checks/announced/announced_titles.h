#pragma once

#include "checks/check.h"

namespace hegui {

/// 《甲办法》《乙办法》《丙办法》两份文件, “甲”“乙”“丙”两大工程: titles or names in quotes beside
/// each other, and their number behind them. `span` is a paragraph.
void titles_before_number(const Document& document, Span span, Outcome& outcome);

}  // namespace hegui
