// references: what the text refers to is there.
//
//   references: {named: ['/见附件\s?(\d{0,2})/']}                  an attachment of that number
//   references: {named: ['/《(条例|办法)》/'], introduced: ['/简称[^。]{1,12}/']}
//   references: {of: sections}                         本报告第六部分 of a report of five
//   references: {of: titles}                           a document that is called otherwise before
//
// What tells one from another is the first group of the pattern. An attachment is there if the
// attachments name it so, or number one of theirs so; without a number any will do. A short name is
// introduced where `introduced` holds it. Each is a problem once, where it first stands. Pages on
// the web often leave their attachments out, so a report without any gets no more than a note.

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <string>

#include "checks/check.h"
#include "checks/references/cited_sections.h"
#include "checks/references/cited_titles.h"
#include "checks/region.h"
#include "language/language_data.h"
#include "language/zh_references/zh_references.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "named",
        .type = KeyType::terms,
        .zh = "提到它的说法；正则里第一个括号是附件的序号，或简称",
        .en =
            "how it is referred to; the first group is the attachment's number, or the short name",
        .presence = Presence::one_of},
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "看报告自己的哪种东西：部分，或者引用的文件名称",
        .en = "what of the report itself to look at: its parts, or the titles that it cites",
        .choices = "sections|titles",
        .presence = Presence::one_of},
    Key{.name = "introduced",
        .type = KeyType::terms,
        .zh = "交代简称的说法；不写，就看附件",
        .en = "how a short name is introduced; else attachments are looked at",
        .needs = "named"},
};

/// Whether the attachments number one so: 附件2, 2.名单, 2、名单.
bool has_number(std::string_view attachments, std::string_view number) {
  for (std::size_t at = attachments.find(number); at != std::string_view::npos;
       at = attachments.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool is_whole = (at == 0 || !is_digit(attachments[at - 1])) &&
                          (end == attachments.size() || !is_digit(attachments[end]));
    if (is_whole) return true;
  }
  return false;
}

bool is_first(const LanguageData& language, std::string_view number) {
  return number == "1" || (language.numerals.size() > 1 && number == language.numerals[1]);
}

/// 附件二 may be numbered 2, and the other way round.
bool is_numbered(const LanguageData& language, std::string_view attachments,
                 std::string_view number) {
  if (has_number(attachments, number)) return true;
  if (number.empty()) return false;
  std::size_t at = 0;
  const int value = is_digit(number[0]) ? std::atoi(std::string(number).c_str())
                                        : language.read_numeral(number, at);
  const auto index = static_cast<std::size_t>(value);
  return has_number(attachments, std::to_string(value)) ||
         (index < language.numerals.size() && has_number(attachments, language.numerals[index]));
}

/// Whether the words of the clause before it name a document whose attachment it is:
/// 《通知》附件2, 该文件（附件2）.
bool is_of_another(std::string_view text, std::size_t begin) {
  constexpr std::array<std::string_view, 6> marks{"。", "；", "，", "、", "：", "\n"};
  constexpr std::size_t longest = 60 * 3;  // Bytes.
  std::string_view clause = last_bytes(text.substr(0, begin), longest);
  for (const std::string_view mark : marks)
    if (const std::size_t at = clause.rfind(mark); at != clause.npos)
      clause.remove_prefix(at + mark.size());
  return zh_names_another_document(clause);
}

class References {
 public:
  References(const Target& target, const Arguments& arguments)
      : target_(target),
        named_(*arguments.terms("named")),
        introduced_(arguments.terms("introduced")),
        attachments_(region_of(target, "attachments")) {}

  void look(Outcome& outcome) {
    for (const Span region : region_of(target_, "body")) {
      const std::string_view text = target_.document.slice(region);
      for (const Span hit : named_.all(text)) {
        const std::vector<Span> groups = named_.groups(text, hit);
        const Span told = groups.empty() ? hit : groups.front();
        const std::string_view name = text.substr(told.begin, told.size());
        const std::string_view words = text.substr(hit.begin, hit.size());
        if (!introduced_ && !points_here(words) &&
            (is_of_another(text, hit.begin) || is_of_unlisted_kind(words)))
          continue;
        // 附件2 is not 附表2.
        const std::string_view key = introduced_ ? name : words;
        if (!seen_.insert(key).second || is_there(name)) continue;
        const Span place{region.begin + hit.begin, region.begin + hit.end};
        const auto at_most = attachments_.empty() ? std::optional(Severity::note) : std::nullopt;
        const std::string_view written = target_.document.written(place);
        if (introduced_)
          outcome.problems.push_back(
              {place, say("没有交代“{}”是什么的简称",
                          "“{}” is short for something that is not said", written)});
        else
          outcome.problems.push_back({.span = place,
                                      .message = say("没有找到“{}”", "“{}” is not there", written),
                                      .at_most = at_most});
      }
    }
  }

 private:
  bool is_there(std::string_view name) {
    if (introduced_) return is_introduced(name);
    // One that is alone may have no number.
    const LanguageData& language = data_of(target_.document.language);
    return std::ranges::any_of(attachments_, [&](Span region) {
      return name.empty() || is_first(language, name) ||
             is_numbered(language, target_.document.slice(region), name);
    });
  }

  /// 见附件2; not 对照附件2.
  static bool points_here(std::string_view words) { return !words.starts_with(zh_attached); }

  /// A list of 附件 says nothing of 附表.
  bool is_of_unlisted_kind(std::string_view words) const {
    const std::string_view kind = words.substr(0, 2 * zh_attached.size());
    return !attachments_.empty() &&
           target_.document.slice(attachments_.front()).find(kind) == std::string_view::npos;
  }

  bool is_introduced(std::string_view name) {
    if (!has_introductions_) {
      has_introductions_ = true;
      for (const Span region : region_of(target_, "all")) {
        const std::string_view text = target_.document.slice(region);
        for (const Span hit : introduced_->all(text))
          introductions_.push_back(text.substr(hit.begin, hit.size()));
      }
    }
    return std::ranges::any_of(introductions_, [&](std::string_view words) {
      return words.find(name) != std::string_view::npos;
    });
  }

  const Target& target_;
  const Terms& named_;
  const Terms* introduced_;
  std::vector<Span> attachments_;
  std::set<std::string_view> seen_;
  bool has_introductions_ = false;
  std::vector<std::string_view> introductions_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  if (arguments.terms("named")) References(target, arguments).look(outcome);
  if (arguments.word("of") == "sections") find_missing_sections(target, outcome);
  if (arguments.word("of") == "titles") find_changed_titles(target, outcome);
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind references_check;
const CheckKind references_check{"references",
                                 "提到的附件、部分、简称都有着落",
                                 "what the text refers to is there: attachments, parts, names",
                                 Scope::document,
                                 keys,
                                 {},
                                 run};

}  // namespace hegui
