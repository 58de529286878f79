#include "formats/docx/docx_words.h"

#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <utility>

#include "formats/xml_text.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// Of &lt; and the like, or a number; 0 for what is neither.
char32_t referred_to(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char32_t>, 5> named{
      {{"lt", U'<'}, {"gt", U'>'}, {"amp", U'&'}, {"quot", U'"'}, {"apos", U'\''}}};
  for (const auto& [known, code] : named)
    if (name == known) return code;
  if (!name.starts_with('#')) return 0;
  const bool is_hexadecimal = name.starts_with("#x");
  name.remove_prefix(is_hexadecimal ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(name.data(), name.data() + name.size(), code, is_hexadecimal ? 16 : 10);
  return error == std::errc() && end == name.data() + name.size() ? code : 0;
}

/// The character at `at`, which moves behind it; none where it is no text or cannot be told.
std::optional<char32_t> next_character(std::string_view xml, std::size_t& at) {
  if (xml[at] == '<' || sequence_length(xml, at) == 0) return std::nullopt;
  if (xml[at] != '&') return next_code_point(xml, at);
  const std::size_t end = xml.find(';', at);
  if (end == xml.npos) return std::nullopt;
  const char32_t code = referred_to(xml.substr(at + 1, end - at - 1));
  at = end + 1;
  if (code == 0) return std::nullopt;
  return code;
}

}  // namespace

std::vector<std::uint32_t> places_in_xml(std::string_view xml, std::string_view words) {
  std::vector<std::uint32_t> places;
  for (std::size_t at = 0; at < xml.size();) {
    const auto before = static_cast<std::uint32_t>(at);
    const std::optional<char32_t> code = next_character(xml, at);
    if (!code) return {};
    const char32_t character = in_xml(*code);
    // Controls are left out of what is read, as append_words() does.
    if (character == U'\uFFFD' && *code < 0x80) continue;
    std::size_t read = places.size();
    if (read >= words.size() || in_xml(next_code_point(words, read)) != character) return {};
    places.resize(read, before);
    // The parser reads CR LF as one.
    if (*code == U'\r' && at < xml.size() && xml[at] == '\n') ++at;
  }
  places.push_back(static_cast<std::uint32_t>(xml.size()));
  return places;
}

}  // namespace hegui
