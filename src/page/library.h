#pragma once

// What the C++ library of emscripten 3.1.6 (libc++ 13) lacks of C++20 and hegui uses: algorithms on
// ranges, bit_cast, from_chars for double. Only the build of the page includes it, in each unit and
// first, so that no other file knows of it.

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <string>
#include <type_traits>
#include <utility>

static_assert(_LIBCPP_VERSION < 15000, "a C++ library that has all this needs no such file");

namespace std {

template <typename To, typename From>
constexpr To bit_cast(const From& from) noexcept {
  return __builtin_bit_cast(To, from);
}

/// In the form chars_format::general, which has no sign + and no hexadecimal digits.
inline from_chars_result from_chars(const char* first, const char* last, double& value) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const char* at = first;
  if (at != last && *at == '-') ++at;
  bool any = false;
  for (; at != last && is_digit(*at); ++at) any = true;
  if (at != last && *at == '.')
    for (const char* next = at + 1;; ++next) {
      if (next == last || !is_digit(*next)) {
        if (any || next > at + 1) at = next;
        break;
      }
      any = true;
    }
  if (!any) return {first, errc::invalid_argument};
  if (at != last && (*at == 'e' || *at == 'E')) {
    const char* next = at + 1;
    if (next != last && (*next == '-' || *next == '+')) ++next;
    if (next != last && is_digit(*next)) {
      while (next != last && is_digit(*next)) ++next;
      at = next;
    }
  }
  const double read = strtod(string(first, at).c_str(), nullptr);
  if (std::isinf(read)) return {at, errc::result_out_of_range};
  value = read;
  return {at, errc()};
}

}  // namespace std

namespace std::ranges {

namespace of_page {

template <typename Range>
using iterator_of = decltype(std::begin(std::declval<Range&>()));

/// The function after a projection of its arguments.
template <typename F, typename Projection>
auto projected(F& f, Projection& projection) {
  return [&](auto&&... values) -> decltype(auto) {
    return std::invoke(f, std::invoke(projection, std::forward<decltype(values)>(values))...);
  };
}
template <typename F, typename Projection>
auto projected_left(F& f, Projection& projection) {
  return [&](auto&& element, const auto& value) -> bool {
    return std::invoke(f, std::invoke(projection, std::forward<decltype(element)>(element)), value);
  };
}
template <typename F, typename Projection>
auto projected_right(F& f, Projection& projection) {
  return [&](const auto& value, auto&& element) -> bool {
    return std::invoke(f, value, std::invoke(projection, std::forward<decltype(element)>(element)));
  };
}
template <typename T, typename Projection>
auto equals(const T& value, Projection& projection) {
  return [&](auto&& element) -> bool {
    return std::invoke(projection, std::forward<decltype(element)>(element)) == value;
  };
}

template <typename In, typename Out>
struct InOut {
  In in;
  Out out;
};
template <typename A, typename B>
struct InIn {
  A in1;
  B in2;
};

}  // namespace of_page

// On a range, and on two iterators, with a function and a projection.
#define HEGUI_PREDICATE(name)                                                                      \
  template <typename I, typename F, typename P = std::identity>                                    \
  requires std::input_or_output_iterator<I>                                                        \
  constexpr auto name(I b, I e, F f, P p = {}) {                                                   \
    return std::name(b, e, of_page::projected(f, p));                                              \
  }                                                                                                \
  template <typename R, typename F, typename P = std::identity>                                    \
  requires(!std::input_or_output_iterator<std::remove_cvref_t<R>>) constexpr auto name(R&& r, F f, \
                                                                                       P p = {}) { \
    return std::name(std::begin(r), std::end(r), of_page::projected(f, p));                        \
  }
HEGUI_PREDICATE(any_of)
HEGUI_PREDICATE(all_of)
HEGUI_PREDICATE(none_of)
HEGUI_PREDICATE(find_if)
HEGUI_PREDICATE(count_if)
HEGUI_PREDICATE(for_each)
#undef HEGUI_PREDICATE

#define HEGUI_ORDER(name)                                                               \
  template <typename I, typename F = std::ranges::less, typename P = std::identity>     \
  requires std::input_or_output_iterator<I>                                             \
  constexpr auto name(I b, I e, F f = {}, P p = {}) {                                   \
    return std::name(b, e, of_page::projected(f, p));                                   \
  }                                                                                     \
  template <typename R, typename F = std::ranges::less, typename P = std::identity>     \
  requires(!std::input_or_output_iterator<std::remove_cvref_t<R>>) constexpr auto name( \
      R&& r, F f = {}, P p = {}) {                                                      \
    return std::name(std::begin(r), std::end(r), of_page::projected(f, p));             \
  }
HEGUI_ORDER(sort)
HEGUI_ORDER(stable_sort)
HEGUI_ORDER(is_sorted)
HEGUI_ORDER(max_element)
HEGUI_ORDER(min_element)
#undef HEGUI_ORDER

template <typename R, typename I, typename F = std::ranges::less, typename P = std::identity>
constexpr auto nth_element(R&& r, I nth, F f = {}, P p = {}) {
  std::nth_element(std::begin(r), nth, std::end(r), of_page::projected(f, p));
}

#define HEGUI_VALUE(name, with)                                                         \
  template <typename I, typename T, typename P = std::identity>                         \
  requires std::input_or_output_iterator<I>                                             \
  constexpr auto name(I b, I e, const T& value, P p = {}) {                             \
    return std::with(b, e, of_page::equals(value, p));                                  \
  }                                                                                     \
  template <typename R, typename T, typename P = std::identity>                         \
  requires(!std::input_or_output_iterator<std::remove_cvref_t<R>>) constexpr auto name( \
      R&& r, const T& value, P p = {}) {                                                \
    return std::with(std::begin(r), std::end(r), of_page::equals(value, p));            \
  }
HEGUI_VALUE(find, find_if)
HEGUI_VALUE(count, count_if)
#undef HEGUI_VALUE

#define HEGUI_BOUND(name, side)                                                                 \
  template <typename I, typename T, typename F = std::ranges::less, typename P = std::identity> \
  requires std::input_or_output_iterator<I>                                                     \
  constexpr auto name(I b, I e, const T& value, F f = {}, P p = {}) {                           \
    return std::name(b, e, value, of_page::side(f, p));                                         \
  }                                                                                             \
  template <typename R, typename T, typename F = std::ranges::less, typename P = std::identity> \
  requires(!std::input_or_output_iterator<std::remove_cvref_t<R>>) constexpr auto name(         \
      R&& r, const T& value, F f = {}, P p = {}) {                                              \
    return std::name(std::begin(r), std::end(r), value, of_page::side(f, p));                   \
  }
HEGUI_BOUND(lower_bound, projected_left)
HEGUI_BOUND(upper_bound, projected_right)
#undef HEGUI_BOUND

template <typename R, typename T, typename F = std::ranges::less, typename P = std::identity>
constexpr bool binary_search(R&& r, const T& value, F f = {}, P p = {}) {
  const auto at = lower_bound(r, value, f, p);
  return at != std::end(r) && !std::invoke(f, value, std::invoke(p, *at));
}

template <typename R, typename F = std::ranges::equal_to>
constexpr auto adjacent_find(R&& r, F f = {}) {
  return std::adjacent_find(std::begin(r), std::end(r), f);
}
template <typename R, typename S, typename F = std::ranges::equal_to, typename P = std::identity,
          typename Q = std::identity>
constexpr bool equal(R&& r, S&& s, F f = {}, P p = {}, Q q = {}) {
  return std::equal(
      std::begin(r), std::end(r), std::begin(s), std::end(s),
      [&](auto&& a, auto&& b) { return std::invoke(f, std::invoke(p, a), std::invoke(q, b)); });
}
template <typename R, typename S>
constexpr auto mismatch(R&& r, S&& s) {
  const auto [a, b] = std::mismatch(std::begin(r), std::end(r), std::begin(s), std::end(s));
  return of_page::InIn<decltype(a), decltype(b)>{a, b};
}
template <typename R>
constexpr void reverse(R&& r) {
  std::reverse(std::begin(r), std::end(r));
}
template <typename R, typename T, typename U>
constexpr void replace(R&& r, const T& from, const U& to) {
  std::replace(std::begin(r), std::end(r), from, to);
}
template <typename R, typename O>
constexpr auto copy(R&& r, O out) {
  const auto end = std::copy(std::begin(r), std::end(r), out);
  return of_page::InOut<of_page::iterator_of<R>, O>{std::end(r), end};
}
template <typename R, typename O, typename F, typename P = std::identity>
constexpr auto copy_if(R&& r, O out, F f, P p = {}) {
  const auto end = std::copy_if(std::begin(r), std::end(r), out, of_page::projected(f, p));
  return of_page::InOut<of_page::iterator_of<R>, O>{std::end(r), end};
}
template <typename R, typename O>
constexpr auto move(R&& r, O out) {
  const auto end = std::move(std::begin(r), std::end(r), out);
  return of_page::InOut<of_page::iterator_of<R>, O>{std::end(r), end};
}

}  // namespace std::ranges
