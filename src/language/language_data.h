#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/heading_form.h"
#include "language/issuer_kind.h"
#include "language/length.h"
#include "language/number.h"
#include "language/number_value.h"
#include "search/difference.h"
#include "search/pattern.h"
#include "search/terms.h"
#include "search/titles.h"
#include "text/fold.h"
#include "text/language.h"

namespace hegui {

/// A pattern of a row, compiled when it is first asked; one that is not given matches nothing.
class Form {
 public:
  Form() : pattern_(Pattern::never()) {}
  Form(std::string source) : pattern_(Pattern::known(std::move(source))) {}
  Form(const char* source) : Form(std::string(source)) {}

  const Pattern* operator->() const { return &pattern_; }
  const Pattern& pattern() const { return pattern_; }

 private:
  Pattern pattern_;
};

/// How figures look: numbers with their units.
struct FigureForms {
  Form figure = {};  ///< The unit is what follows the number.
  Form none = {};    ///< Stretches without figures: titles of works, dates, years, clause numbers.
  Form approximate = {};    ///< Words before a number that is not exact; they end the text.
  Form and_so_on = {};      ///< What a list that goes on may end in, behind a figure: 等.
  Form moment = {};         ///< A time within a year: 3月12日, 二季度, by the end of June.
  Form work = {};           ///< The title of a document.
  Form before_target = {};  ///< What stands before a number that is to be reached,
  Form in_target = {};      ///< inside it,
  Form behind_target = {};  ///< or behind it.
};

/// What lines look like that are not the report's own words, and what its title looks like.
struct PageForms {
  /// Documents seldom have a page around them: what stands below the title is theirs.
  bool bare = false;
  std::string_view home = {};  ///< What begins a breadcrumb.
  Form label = {};             ///< 发布时间：, at the beginning of a line; not folded.
  Form kept_label = {};        ///< What is read although it stands outside of the report.
  Form imprint = {};           ///< Of a page's foot, which may hold whole sentences.
  Form furniture = {};
  Form metadata = {};  ///< 发布时间：, 来源：
  Form inserted = {};  ///< What stands between paragraphs: advertisements, page numbers.
  Form footer = {};
  Form date = {};        ///< A date and nothing else,
  Form date_end = {};    ///< and the end of one.
  Form attachment = {};  ///< 附件：
  Form contact = {};
  Form contents = {};            ///< The title of a list of contents,
  Form flattened_contents = {};  ///< and one in a single line, from its title on.

  Form title_label = {};      ///< 标题：
  Form not_title = {};        ///< A line that is no title, whatever else it says.
  Form title_year = {};       ///< A year as titles name it.
  Form about = {};            ///< Words that titles have.
  Form title_opening = {};    ///< Words in the first line of a title over two,
  Form title_continued = {};  ///< and with which the second begins.
  Form title_end = {};        ///< A last line that has little but the noun.
  Form answer_asked = {};     ///< A heading below which one short line is an answer,
  Form answer = {};           ///< and that line.
  Form published = {};        ///< The label before the date of publication,
  Form day = {};              ///< and the date.
};

/// What documents of the language call things, whatever they are about. What a genre calls things
/// is data of its rule set (OutlineHints).
struct DocumentForms {
  struct Issuer {
    IssuerKind kind;
    Form name;
  };

  Form part = {};        ///< A heading that ends in a noun that names a whole part,
  Form whole_part = {};  ///< and one that is little else.
  Form document = {};    ///< A title ends in a noun that names a document.
  Form issuer = {};      ///< A line ends in a noun that names whoever issues documents.
  std::vector<Issuer> issuer_kinds = {};  ///< The first that a name matches.
  Form about = {};                        ///< What stands behind an issuer's name in a title.
  Form title_begin = {};                  ///< A year at the beginning of a title.
  Form speaker = {};       ///< Who speaks at the beginning of a clause; the name is captured.
  Form ourselves = {};     ///< Who we are: 我局, 本街道; the noun is captured.
  Form source = {};        ///< 来源：…; the name is captured.
  Form announcement = {};  ///< The clause that says what is reported: 现将…情况报告如下.
  Form cited = {};         ///< Names and numbers of other documents.
  std::vector<std::string_view> kinds = {};  ///< That a title may end in, for “this looks like …”.
  Form kind_note = {};                       ///< Behind them: （试行）
  Form both = {};          ///< The title names a report, too: …情况和2025年工作计划.
  TitleForms titles = {};  ///< Of documents that are cited.
};

/// What stands in a report where something is to be written: 【待填：年份】. What asks for it
/// begins with what it is; a stop keeps that from how to write it.
struct SlotForms {
  std::string_view open = {}, close = {};
  std::string_view open_bracket = {}, close_bracket = {};  ///< In place of those in its words.
  std::u32string_view between = {};  ///< Marks between slots in a paragraph of nothing else.
  std::string_view issuer = {}, date = {}, year = {};
  /// Of a report: {0} is the slot of the issuer, {1} of the year, {2} what a rule set calls it.
  std::string_view title = {};
  bool signed_at_end = false;  ///< Issuer and date stand below the report, not below its title.
};

/// How headings look that no format states.
struct HeadingForms {
  /// Whether a number may begin with that in the middle of a line: a report may stand in one
  /// paragraph, numbers and all. Null where none does.
  bool (*begins_mid_line)(char32_t) = nullptr;
  bool stated_only = false;          ///< Where the format states headings, nothing else is one.
  bool needs_gap = false;            ///< One without number stands apart from what is above it.
  std::u32string_view closers = {};  ///< What ends a stretch before a number in mid-line.
  char32_t ordinal = 0;              ///< What stands before a number that heads nothing: 第
  Form plain = {};                   ///< A line without any mark.
  Form table_row = {};               ///< Columns kept apart by blanks.
  Form not_unnumbered = {};          ///< A short line that is no heading all the same.
  Form unnumbered = "";              ///< What one without number must look like.
  Form capitals = {};                ///< One in nothing but capitals.
  std::optional<Form> label = {};    ///< What heads the text behind it: Summary: It was fine.
  Form underline = {};               ///< A line that is drawn below one.
  Form text_end = {};                ///< How a line ends that a heading can stand above,
  Form text_before = {};             ///< and one that it can stand below.

  /// Where a numbered one ends, and what marks a line as one.
  std::optional<HeadingEnd> (*find_end)(const LanguageData&, const HeadingReach&) = nullptr;
  std::optional<HeadingMark> (*find_mark)(const LanguageData&, std::string_view) = nullptr;
  /// Whether a line with a number is the first of a heading over two; null where none is.
  bool (*is_torn)(std::string_view line, std::string_view next) = nullptr;
};

/// What the engine knows of a language: one row a language, and nothing of a language anywhere
/// else. What a text says is read in the text's language, which shows in its script
/// (Document::language); what a rule says, in that of the set that it comes from
/// (Target::language).
struct LanguageData {
  Language id = Language::zh;

  // --- how it is matched

  /// Of its texts, and of the literals of its rule sets.
  Folding folding = {};
  const WordForms* words = nullptr;  ///< Of literals; null where they match wherever they stand.
  CharacterForms characters = {};    ///< What is one character off.

  // --- how it is measured

  LengthUnit unit = LengthUnit::words;
  std::size_t least_report = 0;          ///< In units; less is a note or a cover page, no report.
  std::size_t longest_introduction = 0;  ///< In units; a longer lead says something of its own.
  /// Bounds in the code are in Chinese characters: so many of them say what a unit does,
  std::size_t han_a_unit = 1;
  /// and so many characters take the room of one.
  double characters_a_han = 1;

  // --- sentences

  std::string_view stop = {};  ///< 。
  std::string_view comma = {};
  std::string_view colon = {};
  std::string_view semicolon = {};          ///< Behind a clause that says one thing of a list.
  std::u32string_view sentence_ends = {};   ///< 。！？
  std::u32string_view closers = {};         ///< What may stand behind the end: ”）
  std::u32string_view closing_ends = {};    ///< Those of them that close a whole sentence: 。”
  std::u32string_view paragraph_ends = {};  ///< Marks in which a paragraph may end.
  std::u32string_view pairs = {};  ///< Quotes and brackets: an opening mark and its partner each.
  /// Marks also stand inside of numbers and names, so that a sentence ends only before a blank, and
  /// not behind one of these: e.g., Mr.
  bool blank_between_sentences = false;
  Form abbreviation = {};  ///< With the mark, blanks, and the character behind them.
  Form initials = {};      ///< The same: U.S., which also end a sentence,
  Form opening_word = {};  ///< before a word that begins the next: U.S. It
  Form reference = {};     ///< Of a note, right behind the end: [1]

  // --- numbers, items and dates

  /// The heading number that begins at a place of folded text.
  std::optional<Number> (*read_number)(std::string_view text, std::uint32_t at) = nullptr;
  /// The number that words say; moves the place after it. 0, and unmoved, if there is none.
  int (*read_numeral)(std::string_view text, std::size_t& at) = nullptr;
  /// How much a figure says, which begins with its number or with a currency's sign.
  std::optional<NumberValue> (*read_value)(std::string_view figure) = nullptr;
  std::span<const std::string_view> numerals = {};  ///< From 0 on, as they are written.
  std::u32string_view numeral_letters = {};         ///< Of which the mark of a list may consist.
  /// What may stand before the mark of a list in running text, 1） or a), and never behind it.
  std::u32string_view before_list_marks = {}, never_behind_list_marks = {};
  /// Where items begin in running text, from left to right; places are in the text.
  std::vector<ItemMark> (*item_marks)(std::string_view text) = nullptr;
  /// 头一处，; null where nobody counts so.
  std::optional<CountedWord> (*counted_word)(std::string_view sentence) = nullptr;
  Form item_mark = {};                      ///< One at the beginning, of whatever kind.
  std::u32string_view before_numbers = {};  ///< Marks behind which the number of an item may stand,
  Form before_bracketed = {};               ///< and words before one in brackets: … and (b).
  std::u32string_view bullets =
      {};  ///< At the beginning of a line that is an item; empty: of none.
  FigureForms figures = {};
  Form year = {};                   ///< One that the text names; captured.
  Form year_words = {};             ///< A year in words: 二〇二四,
  std::u32string_view digits = {};  ///< in these, from 0.
  Form year_label = {};             ///< A year that people leave out when they name a heading.
  /// A date as 2025-01-15; empty if it is none.
  std::string (*read_day)(std::string_view) = nullptr;

  // --- documents

  HeadingForms headings = {};
  SlotForms slots = {};
  PageForms page = {};
  DocumentForms documents = {};

  /// How much a text says, in Chinese characters.
  std::size_t han(std::string_view text) const { return count_units(unit, text) * han_a_unit; }
  /// As much of a text as takes the room of so many Chinese characters.
  std::string_view first_characters(std::string_view text, std::size_t characters) const;
  /// Whether it is longer than so many Chinese characters would be, marks and digits included.
  bool is_longer(std::string_view text, std::size_t characters) const;

  /// A sentence that states something ends in it, or at its end.
  bool has_stop(std::string_view text) const;
  bool ends_with_stop(std::string_view text) const { return text.ends_with(stop); }
  bool ends_with_colon(std::string_view text) const { return text.ends_with(colon); }
  /// A colon stands in it: 发布时间：2025-01-10.
  bool is_label(std::string_view text) const { return text.find(colon) != std::string_view::npos; }
  /// What a label says, without the mark at its end: Actions: and Actions. are Actions.
  std::string_view label_words(std::string_view text) const;
  /// It ends in a mark that neither a title nor a name ends in, or in a sentence in brackets.
  bool ends_sentence(std::string_view text) const;
  /// Whether the sentence at the beginning of the text goes on behind the mark, which with what
  /// closes it ends at `end`.
  bool goes_on(std::string_view text, std::size_t mark, std::size_t end) const;
};

/// The row of a language.
const LanguageData& data_of(Language language);

/// Numerals of either kind, the marks inside of numbers, and blanks: what a text is known without.
/// Words lose a character by it (统一, 百姓), but every time the same one.
bool is_of_figure(char32_t code);

/// Tells the language that a text is mostly written in by its script.
class ScriptTally {
 public:
  void add(std::string_view text);
  /// The first row's if there are no words.
  Language language() const { return words_ > han_ ? Language::en : Language::zh; }

 private:
  std::size_t han_ = 0;
  std::size_t words_ = 0;  ///< In Latin letters.
};

Language language_of(std::string_view text);

}  // namespace hegui
