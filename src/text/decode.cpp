// A wrong encoding gives text that looks like Chinese and matches nothing, so a guess must be sure:
// a byte order mark, then strict UTF-8, then what is the most like Chinese.

#include "text/decode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "text/encodings.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

/// A stray NUL happens in exported text; many control characters mean that this is no text. In
/// UTF-16 a character is two bytes, of which one is often like a control character.
std::optional<std::size_t> binary_at(std::string_view bytes, Encoding encoding) {
  const bool wide = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  const std::size_t width = wide ? 2 : 1;
  const std::string_view head = bytes.substr(0, 64 * 1024);
  std::size_t first = head.size(), count = 0;
  for (std::size_t at = 0; at + width <= head.size(); at += width) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(head[at + i]); };
    const unsigned high = !wide ? 0U : encoding == Encoding::utf16le ? byte(1) : byte(0);
    const unsigned low = encoding == Encoding::utf16be ? byte(1) : byte(0);
    const bool control = high == 0 && low < 0x20 && low != '\t' && low != '\n' && low != '\r' &&
                         low != '\f' && low != 0x0B;
    if (control && count++ == 0) first = at;
  }
  if (count * width * 10 > head.size()) return first;
  return std::nullopt;
}

/// What the user may call an encoding; utf-16 without a byte order is looked at.
struct Name {
  std::string_view name;
  std::optional<Encoding> encoding;
};
constexpr std::array<Name, 12> names{{{"utf-8", Encoding::utf8},
                                      {"gb18030", Encoding::gb18030},
                                      {"gbk", Encoding::gb18030},
                                      {"gb2312", Encoding::gb18030},
                                      {"big5", Encoding::big5},
                                      {"utf-16", std::nullopt},
                                      {"utf-16le", Encoding::utf16le},
                                      {"utf-16be", Encoding::utf16be},
                                      {"windows-1252", Encoding::windows1252},
                                      {"cp1252", Encoding::windows1252},
                                      {"latin1", Encoding::windows1252},
                                      {"iso-8859-1", Encoding::windows1252}}};

bool same_name(std::string_view a, std::string_view b) { return lower(a) == lower(b); }

std::optional<Encoding> marked_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16be;
  return std::nullopt;
}

Encoding named_encoding(std::string_view name, std::string_view bytes) {
  const auto known =
      std::ranges::find_if(names, [&](const Name& n) { return same_name(n.name, name); });
  if (known == names.end()) {
    std::vector<std::string_view> all;
    for (const Name& n : names) all.push_back(n.name);
    throw InputError(say("不认识编码“{}”；可用的有 {}", "unknown encoding “{}”; supported are {}",
                         name, fmt::format("{}", fmt::join(all, ", "))));
  }
  if (known->encoding) return *known->encoding;
  const auto marked = marked_encoding(bytes);
  return marked && *marked != Encoding::utf8 ? *marked : guess_byte_order(bytes);
}

void refuse_binary(std::string_view bytes, Encoding encoding) {
  if (const auto at = binary_at(bytes, encoding))
    throw InputError(
        say("第 {} 字节起是二进制内容，不是文本", "binary data from byte {} on, not text", *at));
}

/// 0xB9
std::string byte_at(std::string_view bytes, std::size_t at) {
  return fmt::format("0x{:02X}", at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U);
}

/// Whether these last bytes are the beginning of a character, the rest of which was cut off.
bool is_cut_off(std::string_view rest) {
  // The second byte has narrower bounds after some first ones, but never excludes both of these.
  for (const char next : {'\x80', '\xBF'}) {
    std::string whole(rest);
    while (whole.size() < 4) {
      whole += next;
      if (sequence_length(whole, 0) == whole.size()) return true;
    }
  }
  return false;
}

InputError cut_off(std::size_t at) {
  return InputError(say(
      "文件在第 {} 字节、一个字的中间断了，可能没有传完整",
      "the file breaks off in the middle of a character, at byte {}; the transfer may have been "
      "incomplete",
      at));
}

constexpr std::string_view replacement = "\uFFFD";

/// Runs of U+FFFD become one each; nothing if there are more than so many of them, or few other
/// characters that are not ASCII, of which an encoding can be told.
std::optional<std::size_t> join_damaged(std::string& text, std::size_t most) {
  constexpr std::size_t least_for_each = 10;
  std::string joined;
  std::size_t places = 0, begin = 0;
  for (std::size_t at = 0; (at = text.find(replacement, begin)) != text.npos;) {
    if (++places > most) return std::nullopt;
    joined.append(text, begin, at + replacement.size() - begin);
    for (begin = at; text.compare(begin, replacement.size(), replacement) == 0;)
      begin += replacement.size();
  }
  joined.append(text, begin);
  const auto foreign = static_cast<std::size_t>(
      std::ranges::count_if(joined, [](char c) { return static_cast<unsigned char>(c) >= 0xC0; }));
  if (foreign < places * (least_for_each + 1)) return std::nullopt;
  text = std::move(joined);
  return places;
}

/// A UTF-8 text with few places that are not.
std::optional<Decoded> decode_damaged_utf8(std::string_view text, std::size_t most) {
  std::string mended;
  for (std::size_t places = 0; !text.empty();) {
    const std::string_view valid = valid_utf8(text);
    mended += valid;
    text.remove_prefix(valid.size());
    if (text.empty()) break;
    if (++places > most) return std::nullopt;
    mended += replacement;
    do {
      text.remove_prefix(1);
    } while (!text.empty() && sequence_length(text, 0) == 0);
  }
  const auto places = join_damaged(mended, most);
  if (!places) return std::nullopt;
  return Decoded{std::move(mended), std::string(name_of(Encoding::utf8)), *places};
}

Decoded decode_converted(std::string_view bytes, Encoding encoding, std::size_t damaged) {
  Converted converted = convert(bytes, encoding);
  if (converted.bad && *converted.bad + 1 == bytes.size()) throw cut_off(*converted.bad);
  std::size_t undecodable = 0;
  if (converted.bad && damaged > 0) {
    if (const auto places = join_damaged(converted.text, damaged)) {
      undecodable = *places;
      converted.bad.reset();
    }
  }
  if (converted.bad)
    throw InputError(
        say("第 {} 字节({})起不是 {} 文本，请用 --encoding 指明编码，或转换成 UTF-8",
            "not {2} text from byte {0} ({1}) on; name the encoding with --encoding, or convert it "
            "to UTF-8",
            *converted.bad, byte_at(bytes, *converted.bad), name_of(encoding)));
  refuse_binary(bytes, encoding);
  if (converted.text.starts_with(utf8_mark)) converted.text.erase(0, utf8_mark.size());
  return {std::move(converted.text), std::string(name_of(encoding)), undecodable};
}

}  // namespace

Decoded decode(std::string bytes, std::string_view encoding, std::size_t damaged) {
  std::optional<Encoding> known = marked_encoding(bytes);
  if (!encoding.empty()) known = named_encoding(encoding, bytes);
  if (known && *known != Encoding::utf8) return decode_converted(bytes, *known, damaged);
  const std::size_t mark = bytes.starts_with(utf8_mark) ? utf8_mark.size() : 0;
  const std::string_view text = std::string_view(bytes).substr(mark);
  const std::size_t valid = valid_utf8(text).size();
  const bool invalid = valid < text.size();
  const bool breaks_off = invalid && valid > 0 && is_cut_off(text.substr(valid));
  if (invalid && !breaks_off && damaged > 0 && !binary_at(text, Encoding::utf8))
    if (auto decoded = decode_damaged_utf8(text, damaged)) return std::move(*decoded);
  // ASCII in UTF-16 is valid UTF-8 with every other byte NUL.
  if (!known && (invalid || binary_at(text, Encoding::utf8)))
    if (const auto guess = guess_encoding(bytes)) return decode_converted(bytes, *guess, damaged);
  if (breaks_off) throw cut_off(valid + mark);
  if (invalid && decode_damaged_utf8(text, text.size()))
    throw InputError(say(
        "文件是 UTF-8，但从第 {} 字节({})起有多处不是文字，可能传坏了，请重新取得",
        "the file is UTF-8, but damaged in more than a few places, from byte {} ({}) on; get it "
        "again",
        valid + mark, byte_at(text, valid)));
  if (invalid)
    throw InputError(
        say("第 {} 字节({})起不是 UTF-8 文本，请转换成 UTF-8",
            "not UTF-8 text from byte {} ({}) on; name the encoding with --encoding, for "
            "example windows-1252, or convert it to UTF-8",
            valid + mark, byte_at(text, valid)));
  if (const auto at = binary_at(text, Encoding::utf8))
    throw InputError(say("第 {} 字节起是二进制内容，不是文本",
                         "binary data from byte {} on, not text", *at + mark));
  bytes.erase(0, mark);
  return {std::move(bytes), std::string(name_of(Encoding::utf8))};
}

}  // namespace hegui
