#include "text/printable.h"

#include "text/utf8.h"

namespace hegui {

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    // Alone, so that a lead byte does not take an escape character after it for its own.
    if (length == 0) {
      append_utf8(out, 0xFFFD);
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t code = next_code_point(text, at);
    if (code == '\t' || code == '\n' || code == '\r')
      out.push_back(' ');
    else if (moves_terminal(code))
      append_utf8(out, 0xFFFD);
    else
      out.append(text, begin, length);
  }
  return out;
}

}  // namespace hegui
