#pragma once

#include <cstddef>

#include "document/matter/page_blocks.h"

namespace hegui {

/// Gives roles to what follows the body that begins with block `begin`: attachments, the signature
/// and the end of the page. Returns the block behind the body.
std::size_t mark_back_matter(const PageBlocks& page, std::size_t begin, Outline& outline);

}  // namespace hegui
