// How the work of a pattern grows with the text.
//
// `[^。]{6,}导致` is tried at each character of a clause, and each time runs to the end of the
// clause before it gives up: n² steps for a clause of n characters, which is nothing for a sentence
// and hangs on a page without a full stop. Only a repeat without a bound (or with a very wide one)
// does this, and only on text that it runs over. So patterns with such a repeat are searched for in
// stretches that repeat what a pattern may run over: plain words, words and commas, digits,
// letters, and each run of characters that stands in the pattern itself. PCRE2 counts the steps
// (callouts, with the optimisations off that hide a run behind one step). Four times the text:
// linear work is four times as much, square work sixteen times.

#define PCRE2_CODE_UNIT_WIDTH 8
#include "search/pattern_cost.h"

#include <pcre2.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t short_text = 300;  // Characters; the long one has four times as many.
constexpr std::uint64_t too_many = 20'000'000;
constexpr int wide_repeat = 300;

/// What the source says outside of classes and escapes.
struct Shape {
  bool runs_far = false;                   ///< * + {6,} .{0,400}
  std::vector<std::string> literals = {};  ///< Runs of Chinese characters.
};

/// {6,} or {0,400}; not {1,16} and {next}.
bool is_wide_repeat(std::string_view source, std::size_t at) {
  const std::size_t comma = source.find(',', at);
  const std::size_t end = source.find('}', at);
  if (end == std::string_view::npos || comma > end) return false;
  if (comma + 1 == end) return true;
  return std::atoi(std::string(source.substr(comma + 1, end - comma - 1)).c_str()) >= wide_repeat;
}

Shape shape_of(std::string_view source) {
  Shape shape;
  bool in_class = false, in_literal = false;
  for (std::size_t at = 0; at < source.size();) {
    const std::size_t begin = at;
    const char32_t code = next_code_point(source, at);
    const bool literal = !in_class && code >= 0x80;
    if (literal && !in_literal) shape.literals.emplace_back();
    if (literal) shape.literals.back() += source.substr(begin, at - begin);
    in_literal = literal;
    if (code == '\\' && at < source.size()) {
      next_code_point(source, at);
    } else if (in_class) {
      // []…] and [^]…] hold a bracket.
      in_class = code != ']' || source[begin - 1] == '[' || source.substr(0, begin).ends_with("[^");
    } else if (code == '[') {
      in_class = true;
    } else if (code == '*' || code == '+') {
      // *+ and ++ give nothing back, but run as far.
      shape.runs_far = true;
    } else if (code == '{' && is_wide_repeat(source, begin)) {
      shape.runs_far = true;
    }
  }
  return shape;
}

std::string repeated(std::string_view unit, std::size_t characters) {
  const std::size_t each = count_code_points(unit);
  std::string text;
  for (std::size_t count = 0; count < characters; count += each) text += unit;
  return text;
}

struct CodeFree {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
  void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

struct Steps {
  std::uint64_t taken = 0;
  std::uint64_t most = 0;
};

int count_step(pcre2_callout_block*, void* data) {
  Steps& steps = *static_cast<Steps*>(data);
  // A positive answer would make the match go on elsewhere; a negative one ends it.
  return ++steps.taken > steps.most ? PCRE2_ERROR_CALLOUT : 0;
}

class StepCounter {
 public:
  explicit StepCounter(std::string_view source)
      : data_(pcre2_match_data_create(8, nullptr)), context_(pcre2_match_context_create(nullptr)) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(source.data()), source.size(),
                              PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT |
                                  PCRE2_NO_AUTO_POSSESS | PCRE2_NO_DOTSTAR_ANCHOR |
                                  PCRE2_NO_START_OPTIMIZE,
                              &error, &offset, nullptr));
    pcre2_set_callout(context_.get(), count_step, &steps_);
  }

  bool is_pattern() const { return code_ != nullptr; }

  /// Of finding all matches in the text, or `most` and one.
  std::uint64_t steps(std::string_view text, std::uint64_t most) {
    steps_ = {.most = most};
    for (std::size_t from = 0; from < text.size();) {
      const int found =
          pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                      PCRE2_NO_UTF_CHECK, data_.get(), context_.get());
      if (found < 0) break;
      const std::size_t end = pcre2_get_ovector_pointer(data_.get())[1];
      if (end > from)
        from = end;
      else
        next_code_point(text, from);
    }
    return steps_.taken;
  }

 private:
  Steps steps_;
  std::unique_ptr<pcre2_code, CodeFree> code_;
  std::unique_ptr<pcre2_match_data, CodeFree> data_;
  std::unique_ptr<pcre2_match_context, CodeFree> context_;
};

}  // namespace

std::optional<bool> grows_with_square(std::string_view source, std::uint64_t& steps_left) {
  Shape shape = shape_of(source);
  if (!shape.runs_far) return false;
  StepCounter counter(source);
  if (!counter.is_pattern()) return false;
  std::vector<std::string> units = std::move(shape.literals);
  for (const char* common : {"乡村", "0123", "乡村，", "abcd", "ab "}) units.emplace_back(common);
  const auto count = [&](const std::string& text) {
    const std::uint64_t steps = counter.steps(text, std::min(too_many, steps_left));
    steps_left -= std::min(steps, steps_left);
    return steps;
  };
  for (const std::string& unit : units) {
    const std::uint64_t few = count(repeated(unit, short_text));
    const std::uint64_t many = count(repeated(unit, 4 * short_text));
    if (steps_left == 0) return std::nullopt;
    if (many > 8 * few && many > 8 * 4 * short_text) return true;
  }
  return false;
}

}  // namespace hegui
