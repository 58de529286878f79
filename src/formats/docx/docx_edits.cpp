#include "formats/docx/docx_edits.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "text/input_error.h"

namespace hegui {

std::string TextEdits::applied_to(std::string_view text) {
  std::ranges::stable_sort(edits_, {}, &Edit::at);
  std::string made;
  std::size_t at = 0;
  for (const Edit& edit : edits_) {
    if (edit.at > at) made += text.substr(at, edit.at - at);
    made += edit.words;
    at = std::max<std::size_t>(at, std::size_t{edit.at} + edit.removed);
  }
  return made += text.substr(at);
}

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Whether somewhere below the root that attribute may stand.
bool is_declared_below(std::string_view xml, const XmlElement& root, std::string_view name) {
  for (std::size_t at = xml.find(name, root.inner_begin); at != xml.npos; at = xml.find(name, at)) {
    at += name.size();
    if (at < xml.size() && (xml[at] == '=' || is_blank(xml[at]))) return true;
  }
  return false;
}

}  // namespace

WordNames::WordNames(std::string_view xml, const XmlElement& root) {
  const std::string_view own = prefix_of(root);
  const std::string declared =
      own.empty() ? "xmlns" : fmt::format("xmlns:{}", own.substr(0, own.size() - 1));
  uri = attribute_named(xml, root, declared);
  if (uri.empty())
    throw InputError(
        say("文件损坏：“{}”没有命名空间", "the file is damaged: <{}> has no namespace", root.name));
  prefix = own;
  // An attribute needs a prefix; one that is declared anew below may be another's there.
  if (!own.empty() && !is_declared_below(xml, root, declared)) return;
  prefix = "w:";
  declaration = fmt::format(" xmlns:w=\"{}\"", uri);
}

namespace {

constexpr std::string_view kept_blanks = " xml:space=\"preserve\"";

/// The words without the blanks around them.
Span inner_words(std::string_view xml, const XmlElement& text) {
  Span words{text.inner_begin, text.inner_end};
  while (words.begin < words.end && is_blank(xml[words.begin])) ++words.begin;
  while (words.begin < words.end && is_blank(xml[words.end - 1])) --words.end;
  return words;
}

/// What stands at one point: what ends there, what only is there, and what begins.
struct Marks {
  CommentPoint point = {};
  std::string ends = {}, places = {}, begins = {};
};

class MarkAdder {
 public:
  MarkAdder(std::string_view xml, const std::vector<XmlElement>& elements, const WordNames& names,
            TextEdits& edits)
      : xml_(xml), elements_(elements), names_(names), edits_(edits) {}

  void add(const CommentMark& mark) {
    Marks& begin = marks_at(mark.range.begin);
    if (mark.range.end.at <= mark.range.begin.at) {
      begin.places += begin_mark(mark.id) + end_mark(mark.id);
      return;
    }
    begin.begins += begin_mark(mark.id);
    marks_at(mark.range.end).ends += end_mark(mark.id);
  }

  void finish() {
    for (const auto& [at, marks] : marks_) {
      std::string all = marks.ends + marks.places + marks.begins;
      if (marks.point.run != XmlElement::none) all = parted(marks.point, all);
      if (marks.point.is_between)
        all = fmt::format("<{0}p{1}>{2}</{0}p>", names_.prefix, names_.declaration, all);
      edits_.insert(at, std::move(all));
    }
  }

 private:
  Marks& marks_at(const CommentPoint& point) {
    Marks& marks = marks_[point.at];
    marks.point = point;
    return marks;
  }

  std::string begin_mark(std::uint32_t id) const {
    return fmt::format("<{0}commentRangeStart{1} {0}id=\"{2}\"/>", names_.prefix,
                       names_.declaration, id);
  }

  std::string end_mark(std::uint32_t id) const {
    return fmt::format(
        "<{0}commentRangeEnd{1} {0}id=\"{2}\"/><{0}r{1}><{0}commentReference {0}id=\"{2}\"/></{0}r>",
        names_.prefix, names_.declaration, id);
  }

  std::string_view start_tag(const XmlElement& element) const {
    return xml_.substr(element.begin, element.inner_begin - element.begin);
  }

  /// Ends the run, and begins another that looks the same.
  std::string parted(const CommentPoint& point, const std::string& marks) {
    const XmlElement& run = elements_[point.run];
    const XmlElement& first = elements_[point.run + 1];
    std::string before = fmt::format("</{}>", run.name), after(start_tag(run));
    if (local_name(first) == "rPr") after += xml_.substr(first.begin, first.end - first.begin);
    if (point.text != XmlElement::none) {
      const XmlElement& text = elements_[point.text];
      before.insert(0, fmt::format("</{}>", text.name));
      after += tag_of_rest(point);
    }
    return before + marks + after;
  }

  /// Blanks at either end of words are dropped unless their element says that they count. Those
  /// that come to stand at an end do, and those that stood there do not.
  std::string tag_of_rest(const CommentPoint& point) {
    const XmlElement& text = elements_[point.text];
    const std::string_view tag = start_tag(text);
    if (tag.find("preserve") != tag.npos) return std::string(tag);
    const Span words = inner_words(xml_, text);
    if (parted_.insert(point.text).second) part_outer_blanks(text, words);
    return words.begin <= point.at && point.at < words.end ? preserving(tag) : std::string(tag);
  }

  static std::string preserving(std::string_view tag) {
    return fmt::format("{}{}>", tag.substr(0, tag.size() - 1), kept_blanks);
  }

  /// Gives blanks that are dropped elements of their own where the words beside them have to keep
  /// theirs.
  void part_outer_blanks(const XmlElement& text, Span words) {
    const std::string end = fmt::format("</{}>", text.name);
    const std::string_view tag = start_tag(text);
    const auto first = marks_.lower_bound(words.begin);
    if (first == marks_.end() || first->first > words.end) return;
    if (first->first > words.begin && words.begin > text.inner_begin)
      edits_.insert(words.begin, end + preserving(tag));
    else if (first->first > words.begin && is_blank(xml_[first->first - 1]))
      edits_.insert(text.inner_begin - 1, std::string(kept_blanks));
    if (words.end < text.inner_end && !marks_.contains(words.end))
      edits_.insert(words.end, end + std::string(tag));
  }

  std::string_view xml_;
  const std::vector<XmlElement>& elements_;
  const WordNames& names_;
  TextEdits& edits_;
  std::map<std::uint32_t, Marks> marks_ = {};
  std::set<std::uint32_t> parted_ = {};  // Texts.
};

}  // namespace

void add_marks(std::string_view xml, const std::vector<XmlElement>& elements,
               const WordNames& names, const std::vector<CommentMark>& marks, TextEdits& edits) {
  MarkAdder adder(xml, elements, names, edits);
  for (const CommentMark& mark : marks) adder.add(mark);
  adder.finish();
}

}  // namespace hegui
