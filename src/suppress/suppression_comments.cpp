#include "suppress/suppression_comments.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "text/strings.h"
#include "text/suggestion.h"
#include "yaml/reader.h"

namespace hegui {
namespace {

constexpr std::string_view next_line = "hegui-disable-next-line", disable = "hegui-disable",
                           enable = "hegui-enable", whole_file = "hegui-disable-file";
constexpr std::array words{next_line, disable, enable, whole_file};
constexpr std::string_view blanks = " \t\r\n";

/// The first of some marks, and how long it is.
struct Separator {
  std::size_t at = 0;
  std::size_t size = 0;
};

Separator find_separator(std::string_view text, std::initializer_list<std::string_view> marks) {
  Separator first{text.size(), 0};
  for (const std::string_view mark : marks)
    if (const std::size_t at = text.find(mark); at < first.at) first = {at, mark.size()};
  return first;
}

/// What stands between <!-- and -->.
std::string_view inside(const Document& document, Span comment) {
  std::string_view text =
      std::string_view(document.source).substr(comment.begin, comment.size()).substr(4);
  if (text.ends_with("-->")) text.remove_suffix(3);
  return trimmed(text, blanks);
}

class CommentReader {
 public:
  CommentReader(const Document& document, const Outline& outline, const RuleIds& ids,
                std::uint16_t file, std::vector<SourceProblem>& problems)
      : document_(document), outline_(outline), ids_(ids.all), file_(file), reader_(problems) {}

  std::vector<SuppressionEntry> read() {
    for (const Span comment : document_.comments)
      if (!read_comment(comment)) break;
    // Up to the end of the report is rarely what was meant; who wants it says disable-file.
    for (const SuppressionEntry& open : open_)
      reader_.error(
          open.said_at,
          say("没有 <!-- hegui-enable {} --> 结束；整份报告都不看，用 hegui-disable-file",
              "no <!-- hegui-enable {} --> ends it; for the whole report use hegui-disable-file",
              open.rule));
    return std::move(entries_);
  }

 private:
  SourcePlace place(std::string_view text) const {
    return {file_, static_cast<std::uint32_t>(text.data() - document_.source.data())};
  }

  /// False when there are too many.
  bool read_comment(Span comment) {
    const std::string_view text = inside(document_, comment);
    if (!text.starts_with("hegui-")) return true;
    // Wrong ones, too: each is an error of its own.
    if (++directives_ <= most_suppressions) {
      read_directive(text, comment);
      return true;
    }
    reader_.error(place(text),
                  say("抑制超过 {} 条，后面的没有读",
                      "more than {} suppressions; the others were not read", most_suppressions));
    return false;
  }

  void read_directive(std::string_view text, Span comment) {
    const Separator word_end = find_separator(text, {" ", "\t", "\r", "\n", ":", "："});
    const std::string_view word = text.substr(0, word_end.at);
    if (std::ranges::find(words, word) == words.end()) return unknown_word(word);
    const std::string_view rest = text.substr(word_end.at);
    const Separator colon = find_separator(rest, {":", "："});
    const std::string_view reason = trimmed(rest.substr(colon.at + colon.size), blanks);
    const std::vector<std::string_view> rules = read_rules(word, rest.substr(0, colon.at));
    if (rules.empty()) return;
    if (word != enable && reason.empty())
      return reader_.error(place(word),
                           say("没有写理由：<!-- {} {}: 理由 -->",
                               "no reason given: <!-- {} {}: reason -->", word, rules.front()));
    for (const std::string_view rule : rules) add(word, rule, reason, comment);
  }

  void unknown_word(std::string_view word) {
    const std::string_view near = nearest_word(word, words);
    reader_.error(place(word), near.empty()
                                   ? say("不认得“{}”", "“{}” is not known", word)
                                   : say("不认得“{}”，是不是“{}”？",
                                         "“{}” is not known; did you mean “{}”?", word, near));
  }

  /// Empty when something is wrong.
  std::vector<std::string_view> read_rules(std::string_view word, std::string_view list) {
    std::vector<std::string_view> rules;
    bool right = true;
    while (!list.empty() && rules.size() < most_suppressions) {
      const Separator comma = find_separator(list, {",", "，", "、"});
      const std::string_view rule = trimmed(list.substr(0, comma.at), blanks);
      list.remove_prefix(comma.at + comma.size);
      if (rule.empty()) continue;
      if (std::ranges::find(ids_, rule) == ids_.end()) {
        reader_.error(place(rule), unknown_rule(rule, ids_));
        right = false;
      }
      rules.push_back(rule);
    }
    if (rules.empty())
      reader_.error(place(word), say("没有写是哪条规则：<!-- {} 规则编号: 理由 -->",
                                     "no rule named: <!-- {} ID: reason -->", word));
    return right ? rules : std::vector<std::string_view>();
  }

  void add(std::string_view word, std::string_view rule, std::string_view reason, Span comment) {
    SuppressionEntry entry{.rule = std::string(rule), .said_at = place(rule)};
    entry.decision = {.source = Suppression::Source::comment, .reason = std::string(reason)};
    if (word == whole_file) {
      entry.covers = {0, std::numeric_limits<std::uint32_t>::max()};
      entry.covers_after_body = true;
      entries_.push_back(std::move(entry));
    } else if (word == next_line) {
      cover_next_block(comment.end, entry);
      entries_.push_back(std::move(entry));
    } else if (word == disable) {
      entry.covers = {comment.end, comment.end};
      open_.push_back(std::move(entry));
    } else {
      close(rule, comment);
    }
  }

  void close(std::string_view rule, Span comment) {
    const auto open = std::ranges::find(open_, rule, &SuppressionEntry::rule);
    if (open == open_.end())
      return reader_.error(place(rule),
                           say("前面没有 <!-- hegui-disable {}: 理由 -->",
                               "there is no <!-- hegui-disable {}: reason --> before it", rule));
    open->covers.end = comment.begin;
    // What is missing at the end belongs after the last line of the body, before what follows it.
    open->covers_after_body =
        comment.begin >= body_end() && open->covers.begin <= next_begin(body_end());
    entries_.push_back(std::move(*open));
    open_.erase(open);
  }

  void cover_next_block(std::uint32_t from, SuppressionEntry& entry) const {
    const auto next = block_from(from);
    if (next == document_.blocks.end() || next->span.begin >= outline_.body.end)
      entry.covers_after_body = from >= body_end();
    if (next != document_.blocks.end()) entry.covers = document_.in_source(next->span);
  }

  std::uint32_t body_end() const { return document_.in_source(outline_.body).end; }

  std::uint32_t next_begin(std::uint32_t from) const {
    const auto next = block_from(from);
    return next == document_.blocks.end() ? static_cast<std::uint32_t>(document_.source.size())
                                          : document_.in_source(next->span).begin;
  }

  /// The first block that begins there or after, in the source.
  std::vector<Block>::const_iterator block_from(std::uint32_t at) const {
    return std::ranges::lower_bound(document_.blocks, at, {}, [&](const Block& block) {
      return document_.in_source(block.span).begin;
    });
  }

  const Document& document_;
  const Outline& outline_;
  const std::vector<std::string>& ids_;
  const std::uint16_t file_;
  Reader reader_;
  std::size_t directives_ = 0;
  std::vector<SuppressionEntry> entries_;
  std::vector<SuppressionEntry> open_;  // Of hegui-disable, until hegui-enable.
};

}  // namespace

std::vector<SuppressionEntry> read_suppression_comments(const Document& document,
                                                        const Outline& outline, const RuleIds& ids,
                                                        std::uint16_t file,
                                                        std::vector<SourceProblem>& problems) {
  return CommentReader(document, outline, ids, file, problems).read();
}

bool has_suppression_comments(const Document& document) {
  return std::ranges::any_of(document.comments, [&](Span comment) {
    return inside(document, comment).starts_with("hegui-");
  });
}

}  // namespace hegui
