#include "language/length.h"

#include "text/unicode.h"

namespace hegui {

std::size_t count_units(LengthUnit unit, std::string_view text) {
  switch (unit) {
    case LengthUnit::han: return count_han(text);
    case LengthUnit::words: return count_words(text);
  }
  return 0;
}

Message amount(LengthUnit unit, double count) {
  switch (unit) {
    case LengthUnit::han: return say("{} 字", "{:character}", Quantity(count));
    case LengthUnit::words: return say("{} 词", "{:word}", Quantity(count));
  }
  return {};
}

}  // namespace hegui
