#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "document/document.h"
#include "text/replacement.h"

namespace hegui {

/// Whether what a replacement takes out lies in stored words of the document, and what it puts in
/// has a place in one piece of them.
bool is_stored(const Document& document, const Replacement& replacement);

/// Replacements as those of the bytes of the parts that they change, by name of the part. They come
/// in the order of the source, and are is_stored(). `parts` are these parts as they were read.
/// Throws InputError where the bytes are not the words.
std::map<std::string, std::vector<Replacement>> in_parts(
    const Document& document, std::span<const Replacement> replacements,
    const std::map<std::string, std::string>& parts);

/// The parts with these changes. Throws as in_parts().
std::map<std::string, std::string> with_stored(const Document& document,
                                               std::span<const Replacement> replacements,
                                               std::map<std::string, std::string> parts);

/// The parts that replacements change.
std::vector<std::string> parts_of(const Document& document,
                                  std::span<const Replacement> replacements);

}  // namespace hegui
