#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace hegui {

/// A text that its copies share.
class SharedText {
 public:
  SharedText() = default;
  SharedText(std::string text)
      : held_(std::make_shared<const std::string>(std::move(text))), text_(*held_) {}

  /// Of one that is there as long as the program runs.
  static SharedText of_constant(std::string_view text) {
    SharedText shared;
    shared.text_ = text;
    return shared;
  }

  operator std::string_view() const { return text_; }
  std::size_t size() const { return text_.size(); }

 private:
  std::shared_ptr<const std::string> held_ = {};  ///< Nothing of a constant.
  std::string_view text_ = {};
};

}  // namespace hegui
