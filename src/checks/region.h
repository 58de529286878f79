#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace hegui {

/// The values of a key `in`.
inline constexpr std::string_view region_choices =
    "body|heading|lead|tail|all|attachments|notes|comments|header|footer|boxes";

/// The stretches of a target that `in` names: running text (`body`), headings, the first or last
/// paragraph, everything in reading order (`all`; of a document with title, signature, notes and
/// boxes), the attachments behind the body, one stretch, or what stands in another zone of a
/// word-processor file than its body.
std::vector<Span> region_of(const Target& target, std::string_view in);

/// The parts of the requirements of these names, without the set's; those that are present.
std::vector<const Part*> parts_named(const Target& target, const std::vector<std::string>* names);

/// Takes away the problems that overlap what `except` finds in their lines.
void leave_out(const Document& document, const Terms& except, Problems& problems);

}  // namespace hegui
