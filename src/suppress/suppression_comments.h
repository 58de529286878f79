#pragma once

#include <vector>

#include "suppress/suppress.h"

namespace hegui {

/// Suppressions in the comments of a Markdown or HTML report:
///
///   <!-- hegui-disable-next-line ID, ID: reason -->   the next paragraph, heading, item or cell
///   <!-- hegui-disable ID: reason --> … <!-- hegui-enable ID -->
///   <!-- hegui-disable-file ID: reason -->
///
/// What is wrong in them is an error at its place in the report, file `file`, and suppresses
/// nothing. Other comments are none of ours.
std::vector<SuppressionEntry> read_suppression_comments(const Document& document,
                                                        const Outline& outline, const RuleIds& ids,
                                                        std::uint16_t file,
                                                        std::vector<SourceProblem>& problems);

/// Whether there is any.
bool has_suppression_comments(const Document& document);

}  // namespace hegui
