#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "text/language.h"

namespace hegui {

/// An input cannot be read. Says why, in both languages; caught once per file.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Message message)
      : std::runtime_error(message.en), message_(std::move(message)) {}
  const Message& message() const { return message_; }

 private:
  Message message_;
};

struct Decoded {
  std::string text;      ///< Valid UTF-8, without a byte order mark.
  std::string encoding;  ///< As shown to people: "UTF-8", "GB18030", "Big5", "UTF-16LE".
};

/// Bytes of a text file to UTF-8, from the encoding that is named (utf-8, gbk, …; in any case of
/// letters) or else found out: byte order mark, strict UTF-8, likeness to Chinese. Throws
/// InputError, with the byte offset, for bytes that are not text in it.
Decoded decode(std::string_view bytes, std::string_view encoding = {});

}  // namespace hegui
