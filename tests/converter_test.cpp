// The converter by tables is held to ICU, which the tables come from, byte for byte.

#include "text/converter/converter.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "text/encodings.h"
#include "text/utf8.h"

namespace hegui {
namespace {

struct Converters {
  Encoding encoding;
  const char* icu;
};
constexpr std::array<Converters, 5> converters{{{Encoding::gb18030, "GB18030"},
                                                {Encoding::big5, "Big5-HKSCS"},
                                                {Encoding::utf16le, "UTF-16LE"},
                                                {Encoding::utf16be, "UTF-16BE"},
                                                {Encoding::windows1252, "windows-1252"}}};

class Icu {
 public:
  explicit Icu(const char* name) : converter_(ucnv_open(name, &error_)) {
    REQUIRE(U_SUCCESS(error_));
  }
  ~Icu() { ucnv_close(converter_); }
  Icu(const Icu&) = delete;
  Icu& operator=(const Icu&) = delete;

  /// With U+FFFD for what is no character.
  std::string text(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    std::u16string units(bytes.size() * 2 + 8, u'\0');
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_SUBSTITUTE, nullptr, nullptr, nullptr,
                        &error);
    const int size = ucnv_toUChars(converter_, units.data(), static_cast<int>(units.size()),
                                   bytes.data(), static_cast<int>(bytes.size()), &error);
    REQUIRE(U_SUCCESS(error));
    std::string text;
    icu::UnicodeString(units.data(), size).toUTF8String(text);
    return text;
  }
  /// Where the first byte is that is none; the size where there is none.
  std::size_t bad(std::string_view bytes) {
    UErrorCode error = U_ZERO_ERROR;
    ucnv_reset(converter_);
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    std::u16string units(bytes.size() * 2 + 8, u'\0');
    const char* source = bytes.data();
    UChar* target = units.data();
    ucnv_toUnicode(converter_, &target, target + units.size(), &source, source + bytes.size(),
                   nullptr, 1, &error);
    if (U_SUCCESS(error)) return bytes.size();
    std::array<char, 32> invalid{};
    auto size = static_cast<std::int8_t>(invalid.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter_, invalid.data(), &size, &ignored);
    return static_cast<std::size_t>(source - bytes.data() - size);
  }
  /// Empty if it cannot be written.
  std::string bytes(const icu::UnicodeString& text) {
    UErrorCode error = U_ZERO_ERROR;
    ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    std::array<char, 64> bytes{};
    const int size = ucnv_fromUChars(converter_, bytes.data(), static_cast<int>(bytes.size()),
                                     text.getBuffer(), text.length(), &error);
    return U_SUCCESS(error) ? std::string(bytes.data(), bytes.data() + size) : std::string();
  }

 private:
  UErrorCode error_ = U_ZERO_ERROR;
  UConverter* converter_;
};

std::string hexadecimal(std::string_view bytes) {
  std::string digits;
  for (const char c : bytes) digits += fmt::format("{:02X} ", static_cast<unsigned char>(c));
  return digits;
}

/// Says the bytes only where they fail: there are millions.
void compare(std::string_view bytes, Encoding encoding, Icu& icu) {
  const Converted converted = convert(bytes, encoding);
  if (converted.text == icu.text(bytes) && converted.bad.value_or(bytes.size()) == icu.bad(bytes))
    return;
  INFO(name_of(encoding) << ": " << hexadecimal(bytes));
  CHECK(converted.text == icu.text(bytes));
  CHECK(converted.bad.value_or(bytes.size()) == icu.bad(bytes));
}

std::string bytes_of(std::initializer_list<unsigned> values) {
  std::string bytes;
  for (const unsigned value : values) bytes += static_cast<char>(value);
  return bytes;
}

}  // namespace

TEST_CASE("two bytes are the characters that ICU makes of them", "[text]") {
  for (const auto& [encoding, name] : converters) {
    Icu icu(name);
    for (unsigned first = 0; first < 0x100; ++first) {
      compare(bytes_of({first}), encoding, icu);
      for (unsigned second = 0; second < 0x100; ++second)
        compare(bytes_of({first, second, 'x'}), encoding, icu);
    }
  }
}

TEST_CASE("four bytes of GB 18030 are the characters that ICU makes of them", "[text]") {
  Icu icu("GB18030");
  // All of the basic plane; of the others the edges of each stretch of ten.
  for (unsigned first = 0x81; first <= 0xFE; ++first)
    for (unsigned second = '0'; second <= '9'; ++second)
      for (unsigned third = 0x81; third <= 0xFE; third += first <= 0x84 ? 1 : 125)
        for (unsigned fourth = '0'; fourth <= '9'; ++fourth)
          compare(bytes_of({first, second, third, fourth}), Encoding::gb18030, icu);
}

TEST_CASE("damaged bytes are cut as ICU cuts them", "[text]") {
  std::mt19937 random(1);
  const auto below = [&](unsigned bound) { return random() % bound; };
  // More of what begins, continues and ends characters than of others.
  constexpr std::array<unsigned, 16> usual{0x81, 0x84, 0x88, 0x90, 0xA4, 0xB1, 0xD8, 0xDC,
                                           0xE3, 0xFE, 0xFF, 0x80, '0',  '9',  0x40, 0x7F};
  for (const auto& [encoding, name] : converters) {
    Icu icu(name);
    for (int round = 0; round < 20'000; ++round) {
      std::string bytes;
      for (unsigned left = 1 + below(9); left > 0; --left)
        bytes += static_cast<char>(below(3) > 0 ? usual[below(usual.size())] : below(0x100));
      compare(bytes, encoding, icu);
    }
  }
}

TEST_CASE("characters are written with the bytes that ICU writes", "[text]") {
  for (const auto& [encoding, name] : converters) {
    Icu icu(name);
    for (char32_t code = 1; code <= 0x10FFFF; code += code < 0x30000 ? 1 : 251) {
      if (code >= 0xD800 && code <= 0xDFFF) continue;
      std::string text;
      append_utf8(text, code);
      const std::string wanted = icu.bytes(icu::UnicodeString(static_cast<UChar32>(code)));
      const std::string written = encode(text, encoding).value_or("");
      // What ICU writes of old private characters reads back as others.
      if (written == wanted ||
          (encoding == Encoding::big5 && icu.text(wanted) != text && written.empty()))
        continue;
      INFO(name << fmt::format(": U+{:04X}", static_cast<std::uint32_t>(code)));
      CHECK(hexadecimal(written) == hexadecimal(wanted));
    }
  }
  CHECK_FALSE(encode("甲😀", Encoding::big5));
  CHECK(hexadecimal(*encode("甲😀", Encoding::gb18030)) == "BC D7 94 39 FC 36 ");
}

}  // namespace hegui
