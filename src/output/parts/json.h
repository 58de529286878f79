#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace hegui {

/// A value that is to be written as JSON. Members of an object stand in the order in which they
/// were put in, so that a run writes the same bytes as the one before.
///
///   Json place{{"line", 1}, {"column", 2}};
///   place["quote"] = "第三条";
///
/// Braces make an object, as nothing else could be meant by them; a list is Json::array.
class Json {
 public:
  struct Member;
  using Array = std::vector<Json>;

  Json(std::nullptr_t = nullptr);
  Json(std::integral auto value) : value_(held(value)) {}
  Json(double value);
  Json(std::string value);
  Json(std::string_view value);
  /// A pointer would become a bool.
  Json(const char* value);
  Json(std::initializer_list<Member> members);
  template <typename T>
  requires std::constructible_from<Json, const T&> Json(const std::vector<T>& values)
      : value_(Array(values.begin(), values.end())) {}

  static Json array(std::initializer_list<Json> values = {});
  static Json object();
  /// A list from its elements as text(): what has many need not be held as values.
  static Json written_array(std::string elements);
  /// A list whose elements are made when they are written, one at a time.
  static Json made_array(std::size_t count, std::function<Json(std::size_t)> element);

  /// The member of that name, which is made, of null, if there is none. Null becomes an object.
  Json& operator[](std::string_view name);
  /// Null becomes an array.
  void push_back(Json value);
  /// Puts the members of an object after those of this one.
  void append(Json members);

  /// On one line, or with `indent` blanks more in front of each level. Bytes that are no UTF-8, as
  /// a file name may have, become U+FFFD.
  std::string text(int indent = 0) const;
  /// The same piece by piece, so that what thousands of reports make is not held at once.
  void write(int indent, const std::function<void(std::string_view)>& take) const;

 private:
  /// Not a list of members: clang 14 wants to know here how large one is.
  struct Object {
    std::vector<std::string> names = {};
    std::vector<Json> values = {};

    void add(std::string name, Json value);
  };

  struct Written {
    std::string text;
  };

  struct Made {
    std::size_t count;
    std::function<Json(std::size_t)> element;
  };

  struct Sink;

  template <std::integral T>
  static auto held(T value) {
    if constexpr (std::is_same_v<T, bool>)
      return value;
    else if constexpr (std::is_signed_v<T>)
      return static_cast<std::int64_t>(value);
    else
      return static_cast<std::uint64_t>(value);
  }
  void write(int indent, int depth, Sink& sink) const;

  std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string, Array,
               Object, Written, Made>
      value_;
};

struct Json::Member {
  std::string_view name;
  /// Taken out by the object that is made: the elements of a braced list are const, and a copy for
  /// every level of nesting would be the larger part of the work.
  mutable Json value;
};

}  // namespace hegui
