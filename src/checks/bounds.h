#pragma once

#include <optional>

#include "checks/check.h"

namespace hegui {

/// The key by which a rule says what its check counts, for messages: 项任务, tasks.
inline constexpr Key unit_key{.name = "unit",
                              .type = KeyType::text,
                              .zh = "数的是什么，消息里用：`项任务`",
                              .en = "what is counted, for messages: `tasks`"};

/// What the rule says that is counted, else `usual`.
Message unit_of(const Arguments& arguments, Label usual);

/// Holds what was found, so many of a unit, to what is asked for; fails the outcome if it is too
/// few or too many.
void hold_to(std::optional<double> min, std::optional<double> max, Message unit, Outcome& outcome);

}  // namespace hegui
