// Gumbo says where a text begins and what it reads, but not which source character each of its
// characters is: entities have been decoded, CR dropped, ignored tags skipped. Both texts are
// walked in step here; where they differ, what stands in the source says why.

#include "formats/html/html_text.h"

#include <algorithm>
#include <optional>

#include "text/characters.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// Behind the longest run of characters that an entity at `at` can have.
std::size_t entity_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  constexpr std::size_t longest = 40;
  if (end < text.size() && text[end] == '#') {
    ++end;
    const bool hex = end < text.size() && lower(text[end]) == 'x';
    if (hex) ++end;
    while (end < text.size() && (hex ? is_hex(text[end]) : is_digit(text[end]))) ++end;
  } else {
    while (end < text.size() && end - at < longest && (is_letter(text[end]) || is_digit(text[end])))
      ++end;
  }
  return end;
}

/// How many source bytes and how many decoded bytes an entity takes.
struct Entity {
  std::size_t source = 0;
  std::size_t decoded = 0;
};

/// Whether the texts can go on in step there.
bool can_go_on(std::string_view original, std::size_t at, std::string_view decoded,
               std::size_t to) {
  if (at >= original.size()) return to >= decoded.size();
  const char c = original[at];
  if (c == '&' || c == '<' || c == '\r' || c == '\0') return true;
  return to < decoded.size() && decoded[to] == c;
}

/// The entity at `at` that was decoded to what stands at `to`. Not all entities are known here, so
/// the one that lets the texts go on in step is taken: &nbsp; &nbsp &notit; (¬it;).
std::optional<Entity> read_entity(std::string_view original, std::size_t at,
                                  std::string_view decoded, std::size_t to) {
  const std::size_t longest = entity_end(original, at);
  if (longest == at + 1 || to >= decoded.size()) return std::nullopt;
  std::size_t one = to;
  next_code_point(decoded, one);
  std::size_t two = one;
  if (two < decoded.size()) next_code_point(decoded, two);
  const bool numeric = original[at + 1] == '#';
  const bool closed = longest < original.size() && original[longest] == ';';
  for (std::size_t end = longest + (closed ? 1 : 0); end > at + 2; --end) {
    // A number ends where its digits end.
    if (numeric && end < longest) break;
    for (const std::size_t behind : {one, two})
      if (can_go_on(original, end, decoded, behind)) return Entity{end - at, behind - to};
  }
  return std::nullopt;
}

}  // namespace

Markup read_markup(std::string_view source, std::size_t at) {
  Markup markup{.end = at};
  std::size_t i = at + 1;
  if (i >= source.size()) return markup;
  const auto behind = [&](std::string_view mark, std::size_t from) {
    const std::size_t found = source.find(mark, from);
    return found == source.npos ? source.size() : found + mark.size();
  };
  if (source.substr(i, 3) == "!--") {
    markup.end = source.substr(i + 3, 1) == ">" ? i + 4 : behind("-->", i + 1);
    return markup;
  }
  if (source[i] == '!' || source[i] == '?') {
    markup.end = behind(">", i);
    return markup;
  }
  markup.is_end_tag = source[i] == '/';
  if (markup.is_end_tag) ++i;
  if (i >= source.size() || !is_letter(source[i])) {
    if (markup.is_end_tag) markup.end = behind(">", i);  // </ and no name: a comment.
    return markup;
  }
  while (i < source.size() && !is_space(source[i]) && source[i] != '>' && source[i] != '/') {
    // Longer names are none; the bound keeps the copies small.
    if (markup.name.size() < 32) markup.name += lower(source[i]);
    ++i;
  }
  bool before_name = false, before_value = false;
  for (; i < source.size() && source[i] != '>'; ++i) {
    const char c = source[i];
    if (is_space(c) || c == '/') {
      before_name = true;
    } else if (c == '=') {
      before_value = true;
      before_name = false;
    } else if (before_value) {
      before_value = false;
      if (c == '"' || c == '\'') {
        i = source.find(c, i + 1);
        if (i == source.npos) break;
        before_name = true;
      } else {
        while (i + 1 < source.size() && !is_space(source[i + 1]) && source[i + 1] != '>') ++i;
      }
    } else if (before_name) {
      before_name = false;
      ++markup.attributes;
    }
  }
  markup.end = i == source.npos ? source.size() : std::min(i + 1, source.size());
  return markup;
}

std::size_t find_end_tag(std::string_view source, std::size_t at, std::string_view name) {
  for (at = source.find("</", at); at != source.npos; at = source.find("</", at + 2)) {
    const std::string_view found = source.substr(at + 2, name.size());
    const std::size_t behind = at + 2 + name.size();
    if (lower(found) == name && (behind >= source.size() || is_space(source[behind]) ||
                                 source[behind] == '>' || source[behind] == '/'))
      return at;
  }
  return source.size();
}

void align_text(std::string_view original, std::uint32_t at, std::string_view decoded,
                const std::function<void(const HtmlCharacter&)>& put) {
  const auto place = [&](std::size_t begin, std::size_t end) {
    return Span{at + static_cast<std::uint32_t>(begin), at + static_cast<std::uint32_t>(end)};
  };
  std::size_t i = 0, j = 0;
  while (i < original.size() && j < decoded.size()) {
    if (original[i] == '&') {
      if (const auto entity = read_entity(original, i, decoded, j)) {
        // &amp without its end may also be just these characters.
        const bool literal = decoded[j] == '&' && decoded.substr(j, entity->source) ==
                                                      original.substr(i, entity->source);
        if (!literal) {
          const std::size_t end = j + entity->decoded;
          while (j < end) {
            const char32_t code = next_code_point(decoded, j);
            put({code, place(i, i + entity->source), false});
          }
          i += entity->source;
          continue;
        }
      }
    }
    std::size_t next = i;
    const char32_t code = next_code_point(original, next);
    if (code == '<') {
      // In text < only stays where no tag can begin; decoded text may begin with one of its own.
      const Markup markup = read_markup(original, i);
      if (decoded[j] != '<' || markup.end > i) {
        i = std::max(markup.end, next);
        continue;
      }
    }
    std::size_t after = j;
    const char32_t wanted = next_code_point(decoded, after);
    if (code == wanted) {
      put({code, place(i, next), true});
      j = after;
    } else if (code == '\0' && wanted == 0xFFFD) {
      put({wanted, place(i, next), false});
      j = after;
    } else if (code == '\r' && wanted == '\n') {
      put({wanted, place(i, next), false});
      if (next < original.size() && original[next] == '\n') ++next;
      j = after;
    }
    i = next;  // Else gumbo has dropped it.
  }
  // What found no place, because gumbo moved the text, must not be lost.
  while (j < decoded.size()) {
    const char32_t code = next_code_point(decoded, j);
    put({code, place(original.size(), original.size()), false});
  }
}

}  // namespace hegui
