// Build tool: the Chinese encodings, out of ICU, as encoding_tables.h says.
//
//   embed_encodings OUTPUT.cpp

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "text/converter/encoding_tables.h"

namespace hegui {
namespace {

class Converter {
 public:
  explicit Converter(const char* name) : converter_(ucnv_open(name, &error_)) {
    ucnv_setToUCallBack(converter_, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error_);
    ucnv_setFromUCallBack(converter_, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &error_);
    if (U_SUCCESS(error_)) return;
    std::fprintf(stderr, "embed_encodings: %s: %s\n", name, u_errorName(error_));
    std::exit(1);
  }
  ~Converter() { ucnv_close(converter_); }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  /// Empty if the bytes are not a whole number of characters.
  std::u16string units(std::string_view bytes) {
    std::array<UChar, 8> units{};
    UErrorCode error = U_ZERO_ERROR;
    ucnv_reset(converter_);
    const int size = ucnv_toUChars(converter_, units.data(), static_cast<int>(units.size()),
                                   bytes.data(), static_cast<int>(bytes.size()), &error);
    return U_FAILURE(error) ? std::u16string() : std::u16string(units.data(), units.data() + size);
  }
  std::string bytes(std::u16string_view units) {
    std::array<char, 16> bytes{};
    UErrorCode error = U_ZERO_ERROR;
    ucnv_reset(converter_);
    const int size = ucnv_fromUChars(converter_, bytes.data(), static_cast<int>(bytes.size()),
                                     units.data(), static_cast<int>(units.size()), &error);
    return U_FAILURE(error) ? std::string() : std::string(bytes.data(), bytes.data() + size);
  }

 private:
  UErrorCode error_ = U_ZERO_ERROR;
  UConverter* converter_;
};

std::string bytes_of(std::initializer_list<std::size_t> values) {
  std::string bytes;
  for (const std::size_t value : values) bytes += static_cast<char>(value);
  return bytes;
}

/// Zero if the bytes are no character.
char32_t code_of(const std::u16string& units) {
  if (units.empty()) return 0;
  UChar32 code = 0;
  std::size_t at = 0;
  U16_NEXT(units, at, units.size(), code);
  if (at == units.size()) return static_cast<char32_t>(code);
  std::fputs("embed_encodings: a character of two code points, which no table tells\n", stderr);
  std::exit(1);
}

template <typename T>
void write_list(std::ofstream& out, std::string_view type, std::string_view name,
                const std::vector<T>& values) {
  out << "extern const " << type << ' ' << name << "[] = {\n";
  for (std::size_t i = 0; i < values.size(); ++i)
    out << static_cast<std::uint32_t>(values[i]) << (i % 16 == 15 ? ",\n" : ",");
  out << "};\n\n";
}

/// Returns the places of characters that the converter writes with other bytes.
std::vector<std::uint16_t> write_pairs(std::ofstream& out, Converter& converter,
                                       const std::string& name, std::string_view type,
                                       unsigned second_trails) {
  std::vector<char32_t> codes;
  std::vector<std::uint16_t> doubles;
  for (std::size_t lead = first_lead; lead <= last_lead; ++lead)
    for (std::size_t trail = 0x40; trail <= 0xFE; ++trail) {
      if (trail > 0x7E && trail < second_trails) continue;
      const std::string bytes = bytes_of({lead, trail});
      const std::u16string units = converter.units(bytes);
      codes.push_back(code_of(units));
      if (!units.empty() && converter.bytes(units) != bytes)
        doubles.push_back(static_cast<std::uint16_t>(codes.size() - 1));
    }
  write_list(out, type, name, codes);
  return doubles;
}

void write_runs(std::ofstream& out, Converter& converter) {
  std::vector<CodeRun> runs;
  constexpr std::uint32_t count = 126 * 10 * 126 * 10;
  for (std::uint32_t number = 0; number < count; ++number) {
    const char32_t code =
        code_of(converter.units(bytes_of({0x81 + number / 12600, 0x30 + number / 1260 % 10,
                                          0x81 + number / 10 % 126, 0x30 + number % 10})));
    if (code == 0) continue;
    const bool follows = !runs.empty() && runs.back().first + runs.back().count == number &&
                         runs.back().code + runs.back().count == code;
    if (follows)
      ++runs.back().count;
    else
      runs.push_back({number, 1, code});
  }
  out << "extern const CodeRun gb18030_runs[] = {\n";
  for (const CodeRun& run : runs)
    out << '{' << run.first << ", " << run.count << ", " << run.code + 0 << "},\n";
  out << "};\nextern const std::size_t gb18030_run_count = " << runs.size() << ";\n\n";
}

}  // namespace
}  // namespace hegui

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  hegui::Converter gb18030("GB18030");
  // HKSCS holds Big5 and what Hong Kong adds to it.
  hegui::Converter big5("Big5-HKSCS");
  std::ofstream out(argv[1]);
  out << "// Generated by embed_encodings.\n\n#include \"text/converter/encoding_tables.h\"\n\n"
         "namespace hegui {\n\n";
  const bool has_doubles =
      !hegui::write_pairs(out, gb18030, "gb18030_pairs", "char16_t", 0x80).empty();
  hegui::write_runs(out, gb18030);
  const auto doubles = hegui::write_pairs(out, big5, "big5_pairs", "char32_t", 0xA1);
  hegui::write_list(out, "std::uint16_t", "big5_doubles", doubles);
  out << "extern const std::size_t big5_double_count = " << doubles.size() << ";\n\n";
  if (has_doubles) {
    std::fputs("embed_encodings: GB18030 has characters twice, which no table tells\n", stderr);
    return 1;
  }
  out << "}  // namespace hegui\n";
  return out.good() ? 0 : 1;
}
