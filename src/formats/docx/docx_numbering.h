#pragma once

#include <array>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace hegui {

/// A number in one of the forms of ST_NumberFormat; the decimal one for a form that is not known.
std::string formatted_number(int number, std::string_view format);

/// The automatic numbers of a DOCX. Word does not store the 一、 that a person sees: it is counted
/// from the paragraphs before it.
///
///   numId → w:num → w:abstractNum → w:lvl[ilvl]: form, text "（%2）", start
///
/// Counters belong to the abstract numbering, so that lists of the same one go on; a w:num with a
/// start of its own begins anew when it is first used.
class DocxNumbering {
 public:
  static constexpr int levels = 9;

  DocxNumbering() = default;
  /// `root` is w:numbering.
  explicit DocxNumbering(pugi::xml_node root);

  /// The level that is linked to a paragraph style; -1 if none is.
  int level_of_style(int num, std::string_view style) const;
  /// Counts a paragraph and returns what stands before its words, a blank after it where one is
  /// to be seen.
  std::string next(int num, int level);

 private:
  struct Level {
    int start = 1;
    int restart = -1;     // w:lvlRestart: 0 never, n after the n-th level or higher, -1 any higher.
    bool legal = false;   // All numbers decimal.
    bool joined = false;  // Nothing between the number and the words.
    std::string format = "decimal";
    std::size_t width = 0;  // Of a custom form: zeros stand before a number of fewer digits.
    std::string text;
    std::string style;
  };
  using Levels = std::map<int, Level>;
  struct Abstract {
    Levels given;
    std::array<int, 9> counts = {};
    std::array<bool, 9> used = {};
    std::string style_link;      // Is the numbering style of this name,
    std::string num_style_link;  // or only refers to it.
  };
  struct Num {
    int abstract = -1;  // The one that it uses, through whatever link.
    std::map<int, int> starts;
    Levels overrides;
  };

  static Level read_level(pugi::xml_node node);
  static std::string written(const Level& level, int number, bool as_decimal);
  void follow_links();
  static const Level& level_in(const Num& num, const Abstract& abstract, int level);

  std::map<int, Abstract> abstracts_;
  std::map<int, Num> nums_;
  std::set<std::pair<int, int>> started_;  // Num and level whose own start has been taken.
};

}  // namespace hegui
