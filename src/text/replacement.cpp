#include "text/replacement.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

#include "text/encodings.h"
#include "text/input_error.h"
#include "text/utf8.h"

namespace hegui {
namespace {

bool goes_on(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

}  // namespace

void sort_replacements(std::vector<Replacement>& replacements) {
  std::ranges::stable_sort(replacements, {}, [](const Replacement& one) {
    return std::pair(one.span.begin, one.span.end);
  });
}

std::string with_replacements(std::string_view text, std::span<const Replacement> replacements) {
  std::string made;
  made.reserve(text.size());
  std::size_t at = 0;
  for (const Replacement& replacement : replacements) {
    assert(replacement.span.begin >= at);
    made += text.substr(at, replacement.span.begin - at);
    made += replacement.text;
    at = replacement.span.end;
  }
  made += text.substr(at);
  return made;
}

std::string with_replacements(std::string_view bytes, std::string_view encoding,
                              std::span<const Replacement> replacements) {
  const Encoding known = encoding_named(encoding);
  std::vector<std::uint32_t> offsets;
  for (const auto& [span, text] : replacements) {
    offsets.push_back(span.begin);
    offsets.push_back(span.end);
  }
  const std::vector<std::size_t> places = byte_places(bytes, known, offsets);
  std::string made;
  std::size_t at = 0;
  for (std::size_t i = 0; i < replacements.size(); ++i) {
    const auto words = encode(replacements[i].text, known);
    if (!words)
      throw InputError(
          say("编码 {} 里没有“{}”里的字，请先把文件转换成 UTF-8",
              "{} does not have all characters of “{}”; convert the file to UTF-8 first", encoding,
              replacements[i].text));
    assert(places[2 * i] >= at);
    made += bytes.substr(at, places[2 * i] - at);
    made += *words;
    at = places[2 * i + 1];
  }
  made += bytes.substr(at);
  return made;
}

Replacement shortened(std::string_view text, Replacement replacement) {
  auto& [span, words] = replacement;
  const std::string_view old = text.substr(span.begin, span.size());
  std::size_t same = 0;
  while (same < old.size() && same < words.size() && old[same] == words[same]) ++same;
  while (same > 0 && (goes_on(old, same) || goes_on(words, same))) --same;
  std::size_t last = 0;
  while (same + last < old.size() && same + last < words.size() &&
         old[old.size() - last - 1] == words[words.size() - last - 1])
    ++last;
  while (last > 0 && goes_on(old, old.size() - last)) --last;
  span = {span.begin + static_cast<std::uint32_t>(same),
          span.end - static_cast<std::uint32_t>(last)};
  words = words.substr(same, words.size() - same - last);
  return replacement;
}

}  // namespace hegui
