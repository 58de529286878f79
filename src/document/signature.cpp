#include "document/signature.h"

#include "language/language_data.h"

namespace hegui {

SignedDay signed_day(const Document& document, const Outline& outline) {
  const LanguageData& language = data_of(document.language);
  for (std::size_t i = document.blocks.size(); i-- > 0;) {
    if (outline.roles[i] != Role::signature) continue;
    const Span line = document.blocks[i].span;
    const auto day = language.page.day->find(document.slice(line));
    if (!day) continue;
    const Span place{line.begin + day->begin, line.begin + day->end};
    return {language.read_day(document.slice(place)), place};
  }
  return {};
}

}  // namespace hegui
