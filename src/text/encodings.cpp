// Which encoding bytes are in, and their conversion.
//
// ICU's own detector and others fail on short or BOM-less files. Reports are Chinese, which makes
// it simple: in the right encoding most characters are among the few hundred that make up most of
// any Chinese text, in a wrong one they are scattered over twenty thousand, or are none at all.

#include "text/encodings.h"

#include <algorithm>
#include <array>
#include <bitset>

#include "text/converter/converter.h"
#include "text/unicode.h"

namespace hegui {
namespace {

// The most frequent of general and of official texts, simplified and traditional.
constexpr std::u32string_view common_han =
    U"一万三上下不与专世业东两严並个中为主举么义之九也习书了争事二于五些交产人今从他代以们件价"
    U"任份企伍众优会传但位体余作你使來例供依促保信個們做健傳優元充先党入內全兩公共关其具养内军"
    U"农决况准减几出分切划列则创判利别到制前創劃力办加务动助動務化区區十升协協单原去参參又及反"
    U"发取受变古只召可台司各合同名后向告员周命和咨品員商問善單嚴四回因园围国图國圍在地场均坚型"
    U"域執培基堅報場境增处备复外多大天头她好如委子存学學它守安完宗定实审宣室家察實審对导将將專"
    U"對導小少就局层居屆届展層履山州工已市布师带師帮帶常幫干平年并幹广序应府度庭廣建开式引強强"
    U"当形彻待很律後得從徹心必快态思性总息情想意態應成我或战所手打执批把抓报持指按挥据排接控推"
    U"措提揮據支收改放政效教数整數文料断新斷方於施无日时明是時普書最會月有服期本机权村条来東极"
    U"析果查标校样核根格案梅條检業極標模機檢權次正此步每比民气水求決没治況法洪活流涉深清減源準"
    U"漖潭点為然照營爭爲物特率环现班現理環生產用由电當發的益监盖監目直相盾省看着督矛知矫矯石研"
    U"确碁確示社神种科积程積究立站第等策管範类精系糾紀納級紛紧累組結統經綜維網緊線總織續纠级纪"
    U"纳纷线组织经结统续维综网罚置羣群義習老考者而职联聘聯職育能自臺與舉范荡营萬落蕩處融衆行街"
    U"表被複西要覆覈見規視见规视角解計訓記訟訪設訴評詢試該認說調論諮證識警議计认训议记讲论讼设"
    U"访证评识诉试询说请调象負貫責資質负责质贯资起足路踐轄车较辦边达过运近还这进违述這通造進運"
    U"過道達違那部都里重量鎮镇長长門開間關门问间队防际院险隊際障險难集難電需面革項領頭題類顧项"
    U"顾领题風风養餘首验體高點黨";

constexpr std::u32string_view chinese_marks =
    U"，。、；：？！“”‘’《》（）〈〉「」『』【】〔〕—…·　％";

// What is looked at, from the first byte on that is not ASCII.
constexpr std::size_t sample_size = 64 * 1024;

using CommonCharacters = std::bitset<0x10000>;

const CommonCharacters& common_characters() {
  static const CommonCharacters set = [] {
    CommonCharacters made;
    for (const char32_t code : common_han) made.set(code);
    for (const char32_t code : chinese_marks) made.set(code);
    return made;
  }();
  return set;
}

using Kind = EncodedCharacter::Kind;

/// Gives `take` the text, with U+FFFD for what is no character. `last`: nothing follows the bytes,
/// so that half a character at their end is none. Returns where the first is that is none.
template <typename Take>
std::optional<std::size_t> convert_with(std::string_view bytes, Encoding encoding, bool last,
                                        Take take) {
  std::optional<std::size_t> bad;
  for (std::size_t at = 0; at < bytes.size();) {
    const EncodedCharacter next = read_character(bytes, at, encoding);
    if (next.kind == Kind::cut_off && !last) break;
    if (next.kind != Kind::character && !bad) bad = at;
    take(next.code);
    at += next.size;
  }
  return bad;
}

bool is_no_text(char32_t code) {
  return code == 0xFFFD || (code >= 0xE000 && code <= 0xF8FF) || (code & 0xFFFE) == 0xFFFE ||
         (code < 0x20 && code != '\t' && code != '\n' && code != '\r') ||
         (code >= 0x7F && code < 0xA0) || (code >= 0xD800 && code <= 0xDFFF) || code > 0xEFFFF;
}

struct Score {
  std::size_t characters = 0;
  std::size_t foreign = 0;  // Not ASCII.
  std::size_t common = 0;   // Of these, common in Chinese.
  std::size_t ascii = 0;    // What stands in Chinese text: digits, marks, blanks, letters.
  std::size_t bad = 0;

  double value() const {
    const double good = static_cast<double>(common + ascii) - 4.0 * static_cast<double>(bad);
    return characters == 0 ? 0 : good / static_cast<double>(characters);
  }
  /// Real text has more than half; random bytes in the densest part of GB 18030 a tenth. A few
  /// characters prove nothing.
  bool plausible() const {
    return common >= 4 && common * 5 >= foreign * 2 && bad * 20 <= characters;
  }
};

Score score(std::string_view bytes, Encoding encoding) {
  Score result;
  const CommonCharacters& common = common_characters();
  convert_with(bytes, encoding, false, [&](char32_t code) {
    ++result.characters;
    const bool bad = is_no_text(code);
    result.bad += bad;
    if (code >= 0x80)
      ++result.foreign;
    else if (!bad)
      ++result.ascii;
    if (code >= 0x80 && code < 0x10000) result.common += common.test(code);
  });
  return result;
}

/// In the encodings with ASCII in them, the first byte that is none begins a character; in UTF-16
/// characters begin at even bytes.
std::string_view sample_of(std::string_view bytes, Encoding encoding) {
  const auto first = std::ranges::find_if(bytes, [](char c) { return (c & 0x80) != 0; });
  auto begin = static_cast<std::size_t>(first - bytes.begin());
  const bool wide = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  // Two-byte text may lack such bytes for long, or altogether.
  if (wide) begin = begin == bytes.size() ? 0 : begin / 2 * 2;
  return bytes.substr(begin, sample_size);
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::gb18030: return "GB18030";
    case Encoding::big5: return "Big5";
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::windows1252: return "Windows-1252";
  }
  return "";
}

Encoding encoding_named(std::string_view name) {
  for (const Encoding encoding : {Encoding::gb18030, Encoding::big5, Encoding::utf16le,
                                  Encoding::utf16be, Encoding::windows1252})
    if (name == name_of(encoding)) return encoding;
  return Encoding::utf8;
}

std::optional<Encoding> guess_encoding(std::string_view bytes) {
  std::optional<Encoding> best;
  double best_value = 0;
  for (const Encoding encoding :
       {Encoding::gb18030, Encoding::big5, Encoding::utf16le, Encoding::utf16be}) {
    const Score found = score(sample_of(bytes, encoding), encoding);
    if (!found.plausible() || found.value() <= best_value) continue;
    best = encoding;
    best_value = found.value();
  }
  return best;
}

Encoding guess_byte_order(std::string_view bytes) {
  const auto value = [&](Encoding encoding) {
    return score(sample_of(bytes, encoding), encoding).value();
  };
  return value(Encoding::utf16be) > value(Encoding::utf16le) ? Encoding::utf16be
                                                             : Encoding::utf16le;
}

Converted convert(std::string_view bytes, Encoding encoding) {
  Converted result;
  result.text.reserve(bytes.size() + bytes.size() / 2);
  result.bad =
      convert_with(bytes, encoding, true, [&](char32_t code) { append_utf8(result.text, code); });
  return result;
}

std::optional<std::string> encode(std::string_view text, Encoding encoding) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();)
    if (!write_character(next_code_point(text, at), encoding, bytes)) return std::nullopt;
  return bytes;
}

std::vector<std::size_t> byte_places(std::string_view bytes, Encoding encoding,
                                     std::span<const std::uint32_t> offsets) {
  constexpr char32_t byte_order_mark = 0xFEFF;
  std::vector<std::size_t> places;
  std::size_t place = 0, at = 0;  // In the bytes and in the text.
  if (!bytes.empty() && read_character(bytes, 0, encoding).code == byte_order_mark)
    place = read_character(bytes, 0, encoding).size;
  for (const std::uint32_t offset : offsets) {
    while (at < offset && place < bytes.size()) {
      const EncodedCharacter character = read_character(bytes, place, encoding);
      place += character.size;
      at += utf8_size(character.code);
    }
    places.push_back(place);
  }
  return places;
}

}  // namespace hegui
