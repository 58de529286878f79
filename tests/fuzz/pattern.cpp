// Patterns come from rule files of others: whatever the source and the subject, compiling ends with
// a pattern or a PatternError in the source, and matching with a span in the subject or a
// PatternLimit.

#include "search/pattern.h"

#include "fixture.h"
#include "search/pattern_cost.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  const std::string_view all = text_of(data, size);
  const std::size_t end = all.find('\n');
  if (end == all.npos || !is_utf8(all)) return 0;
  const std::string source(all.substr(0, end));
  const std::string_view subject = all.substr(end + 1);
  std::uint64_t steps = 1'000'000;
  grows_with_square(source, steps);
  try {
    const Pattern pattern(source);
    for (std::size_t from = 0; from <= subject.size();) {
      const auto found = pattern.find(subject, from);
      if (!found) break;
      require(found->begin >= from && found->begin <= found->end && found->end <= subject.size());
      from = found->end + 1;
      while (from < subject.size() && (static_cast<unsigned char>(subject[from]) & 0xC0) == 0x80)
        ++from;
    }
    pattern.capture(subject);
  } catch (const PatternError& error) {
    require(error.offset <= source.size());
  } catch (const PatternLimit&) {
  }
  return 0;
}
