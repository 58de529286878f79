#pragma once

#include "checks/check.h"

namespace hegui {

/// Lists that the text announces with their number:
///
///   三个方面的不足：一是…；二是…         they follow at once,
///   重点抓好五项工作。 above （一）…     in the paragraphs below too,
///   三项机制：甲、乙、丙                 in the same sentence,
///   甲、乙、丙三个方面                   or stand before it
///
/// Where no colon leads to the list, the sentence must hold one of `cues`. Texts of other languages
/// are not looked at.
void announced_lists(const Target& target, const Terms& cues, Outcome& outcome);

}  // namespace hegui
