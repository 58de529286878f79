#pragma once

#include "document/outline.h"

namespace hegui {

/// What read_front_matter does, for languages whose documents seldom have a page around them: what
/// stands above the title is none of it, and nearly all below it is.
///
///   title        the only heading of the first level, or the first line that text does not follow
///   body         from there on, lines such as “Date: …” included
///   furniture    Page 1 of 3, © …, at the end
void read_bare_front_matter(const Document& document, const OutlineHints& hints, Outline& outline);

}  // namespace hegui
