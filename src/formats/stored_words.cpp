// Words of a document whose text is not the file: where they lie in its parts, and how others come
// there. Only bytes of words change:
//
//   <w:t>法制</w:t>…<w:t>政府，政府，</w:t>    →    <w:t>法治</w:t>…<w:t>政府，</w:t>
//
// What is put in belongs to one piece, whose looks it takes; what is taken out may lie in several.

#include "formats/stored_words.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "formats/xml_text.h"
#include "text/input_error.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// The pieces that hold the span, one after another without a gap; that of its begin if it is
/// empty, the one that ends there before one that begins there. None if there is no such row.
std::span<const StoredWords> pieces_of(const Document& document, Span span) {
  const std::vector<StoredWords>& all = document.stored;
  const auto first =
      std::ranges::lower_bound(all, span.empty() ? span.begin : span.begin + 1, {},
                               [](const StoredWords& piece) { return piece.span.end; });
  if (first == all.end() || first->span.begin > span.begin) return {};
  auto last = first;
  while (last->span.end < span.end) {
    const auto next = last + 1;
    if (next == all.end() || next->span.begin != last->span.end || next->part != last->part)
      return {};
    last = next;
  }
  return std::span(all).subspan(static_cast<std::size_t>(first - all.begin()),
                                static_cast<std::size_t>(last - first) + 1);
}

/// The change that a replacement makes in one of the pieces that hold it; all it puts in comes into
/// the first. Its span is in the piece.
Replacement change_in(const StoredWords& piece, const Replacement& replacement, bool is_first) {
  const Span span = piece.span;
  return {{std::max(span.begin, replacement.span.begin) - span.begin,
           std::min(span.end, replacement.span.end) - span.begin},
          is_first ? replacement.text : std::string()};
}

/// Blanks at the ends of w:t need an attribute to be kept (2.10 of XML).
bool has_outer_blank(std::string_view words) {
  return words.starts_with(' ') || words.ends_with(' ');
}

/// What a reference to a character (4.1 of XML) at the beginning of `xml` stands for; `size` is
/// what it takes. Empty for what is none.
std::string referred_to(std::string_view xml, std::size_t& size) {
  size = xml.substr(0, 12).find(';');
  if (size == std::string_view::npos) return {};
  const std::string_view name = xml.substr(1, size++ - 1);
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  if (name == "apos") return "'";
  const bool is_hexadecimal = name.starts_with("#x");
  std::uint32_t code = 0;
  const char* const begin = name.data() + (is_hexadecimal ? 2 : 1);
  const auto [end, error] =
      std::from_chars(begin, name.data() + name.size(), code, is_hexadecimal ? 16 : 10);
  std::string words;
  if (name.starts_with('#') && error == std::errc() && end == name.data() + name.size())
    append_utf8(words, code);
  return words;
}

/// Finds where in a part the words of one of its pieces lie.
class RawWords {
 public:
  RawWords(std::string_view xml, std::size_t place, std::string_view words)
      : xml_(xml), place_(place), words_(words) {}

  /// Of the byte at `offset` of the words; asked in rising order.
  std::uint32_t place_of(std::size_t offset) {
    while (at_ < offset) {
      std::size_t size = 1;
      const std::string_view rest = xml_.substr(std::min(place_, xml_.size()));
      const std::string read =
          rest.starts_with('&') ? referred_to(rest, size) : std::string(rest.substr(0, 1));
      if (read.empty() || rest.starts_with('<') || words_.substr(at_, read.size()) != read)
        throw InputError(say("文件里的文字和读到的不一样", "the file does not hold what was read"));
      at_ += read.size();
      place_ += size;
    }
    return static_cast<std::uint32_t>(place_);
  }

 private:
  std::string_view xml_;
  std::size_t place_;  // Of the byte `at_` of the words.
  std::string_view words_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_stored(const Document& document, const Replacement& replacement) {
  const std::span<const StoredWords> pieces = pieces_of(document, replacement.span);
  if (pieces.empty() || (pieces.size() > 1 && !replacement.text.empty())) return false;
  return std::ranges::none_of(pieces, [&](const StoredWords& piece) {
    const std::string_view words =
        std::string_view(document.source).substr(piece.span.begin, piece.span.size());
    const Replacement change = change_in(piece, replacement, true);
    return !has_outer_blank(words) &&
           has_outer_blank(with_replacements(words, std::span(&change, 1)));
  });
}

std::vector<std::string> parts_of(const Document& document,
                                  std::span<const Replacement> replacements) {
  std::vector<std::string> parts;
  for (const Replacement& replacement : replacements)
    for (const StoredWords& piece : pieces_of(document, replacement.span))
      if (parts.empty() || parts.back() != document.stored_parts[piece.part])
        parts.push_back(document.stored_parts[piece.part]);
  return parts;
}

std::map<std::string, std::vector<Replacement>> in_parts(
    const Document& document, std::span<const Replacement> replacements,
    const std::map<std::string, std::string>& parts) {
  std::map<std::string, std::vector<Replacement>> changes;
  const StoredWords* open = nullptr;
  std::optional<RawWords> raw;
  for (const Replacement& replacement : replacements) {
    bool is_first = true;
    for (const StoredWords& piece : pieces_of(document, replacement.span)) {
      const std::string& part = document.stored_parts[piece.part];
      if (std::exchange(open, &piece) != &piece)
        raw.emplace(parts.at(part), piece.place,
                    std::string_view(document.source).substr(piece.span.begin, piece.span.size()));
      const Replacement change = change_in(piece, replacement, std::exchange(is_first, false));
      const std::uint32_t begin = raw->place_of(change.span.begin);
      changes[part].push_back(
          {{begin, raw->place_of(change.span.end)}, escaped_words(change.text)});
    }
  }
  return changes;
}

std::map<std::string, std::string> with_stored(const Document& document,
                                               std::span<const Replacement> replacements,
                                               std::map<std::string, std::string> parts) {
  for (const auto& [part, changes] : in_parts(document, replacements, parts))
    parts[part] = with_replacements(parts.at(part), changes);
  return parts;
}

}  // namespace hegui
