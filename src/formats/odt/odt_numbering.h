#pragma once

#include <array>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace hegui {

/// The automatic numbers of an ODT (ODF 1.2 part 1, 5.3 and 16.30): a list says its style, and
/// each level of that how a number is written; the numbers are counted from the items.
///
///   text:list → text:list-style → text:list-level-style-number[level]: form, prefix, suffix
///   text:h    → text:outline-style, in the same way
class OdtNumbering {
 public:
  static constexpr int levels = 10;

  /// The counters of a list, and of those that go on with it.
  struct Counters {
    std::array<int, levels> counts = {};
    std::array<bool, levels> are_used = {};
  };

  /// `node` is office:styles or office:automatic-styles.
  void add(pugi::xml_node node);

  Counters& headings() { return headings_; }
  /// Those of the outermost list that begins with `node`; one that goes on with an earlier one has
  /// the counters of that.
  Counters& list(pugi::xml_node node, std::string_view style);

  /// Those of text:numbered-paragraph of a list, by its id.
  Counters& numbered_paragraphs(std::string_view id);

  /// Counts an item and returns what stands before its words, a blank after it where one is to be
  /// seen. `level` is 1 for the outermost one; `start` what the item says that its number is. The
  /// style of headings is that with an empty name.
  std::string next(std::string_view style, Counters& counters, int level,
                   std::optional<int> start) const;

 private:
  struct Level {
    bool is_bullet = false;
    bool is_joined = false;  // Nothing between the number and the words.
    bool repeats_letters = false;
    int start = 1;
    int shown_levels = 1;
    std::string form = {};  // style:num-format; empty: no number.
    std::string prefix = {};
    std::string suffix = {};
    std::string pattern = {};  // Of LibreOffice: 第%1%章. In place of prefix and suffix.
  };
  using Style = std::array<Level, levels>;

  static Level read_level(pugi::xml_node node);
  static std::string written(const Level& level, int number);
  static std::string label(const Style& style, const Counters& counters, std::size_t at);

  std::map<std::string, Style, std::less<>> styles_;
  Counters headings_;
  std::deque<Counters> lists_;
  std::map<std::string, Counters*, std::less<>> by_id_, by_style_;
};

}  // namespace hegui
