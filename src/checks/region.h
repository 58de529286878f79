#pragma once

#include <string_view>
#include <vector>

#include "checks/check.h"

namespace hegui {

/// The values of a key `in`.
inline constexpr std::string_view region_choices = "body|heading|lead|tail|all|attachments";

/// The stretches of a target that `in` names: running text (`body`), headings, the first or last
/// paragraph, everything in reading order (`all`; of a document with its title), or the attachments
/// behind the body, one stretch.
std::vector<Span> region_of(const Target& target, std::string_view in);

}  // namespace hegui
