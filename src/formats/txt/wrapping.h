#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegui {

struct LanguageData;

/// A line of a text file, as it is measured.
struct Line {
  Span words = {};     ///< In the source, without blanks at either end; empty for a blank line.
  int indent = 0;      ///< Display columns before the words.
  int columns = 0;     ///< Up to the end of the words, indent included,
  int characters = 0;  ///< and in code points.
  int first_word = 0;  ///< Columns of it.
  bool ends_sentence = false;
};

Line measure(std::string_view source, Span line);

/// How the lines of a document are cut. Text pasted from PDF or mail is cut at a fixed width, by
/// hand more or less at a margin; other text not at all. The width is found first, for the document
/// as a whole, or every heading would swallow the paragraph below it:
///
///   full line      reaches the width, give or take the mark that may not begin a line
///   short line     ends its paragraph
class Wrapping {
 public:
  Wrapping(const std::vector<Line>& lines, const LanguageData& language);

  /// Whether the paragraph that begins with `first` and has come to `line` goes on with `next`.
  bool continues(std::string_view source, const Line& first, const Line& line,
                 const Line& next) const;

 private:
  void look_at_margin(const std::vector<Line>& lines);
  bool is_wrapped() const { return columns_ > 0 || characters_ > 0; }
  bool is_full(const Line& line, const Line& next) const;
  bool is_long(const Line& line) const;
  bool begins_item(std::string_view source, const Line& line) const;

  const LanguageData& language_;
  bool between_words_ = false;  // Lines are cut between words, at any length.
  int columns_ = 0;             // Of full lines; 0: not by columns.
  int characters_ = 0;
  int tolerance_;  // Of columns_.
  bool starts_are_shown_ = false;
  bool only_starts_are_indented_ = false;  // By blanks before the first line, none before others.
};

}  // namespace hegui
