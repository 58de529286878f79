#pragma once

#include <stdexcept>

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

}  // namespace hegui
