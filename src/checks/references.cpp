// references: what the text refers to is there.
//
//   references: {named: ['/见附件\s?(\d{0,2})/']}                  an attachment of that number
//   references: {named: ['/《(条例|办法)》/'], introduced: ['/简称[^。]{1,12}/']}
//
// What tells one from another is the first group of the pattern. An attachment is there if the
// attachments name it so, or number one of theirs so; without a number any will do. A short name is
// introduced where `introduced` holds it. Each is a problem once, where it first stands.

#include <algorithm>
#include <array>
#include <set>

#include "checks/check.h"
#include "checks/region.h"

namespace hegui {
namespace {

constexpr std::array keys{
    Key{.name = "named",
        .type = KeyType::terms,
        .zh = "提到它的说法；正则里第一个括号是附件的序号，或简称",
        .en = "how it is referred to; the first group is the attachment's "
              "number, or the short "
              "name",
        .presence = Presence::required},
    Key{.name = "introduced",
        .type = KeyType::terms,
        .zh = "交代简称的说法；不写，就看附件",
        .en = "how a short name is introduced; else attachments are looked at"},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Whether the attachments number one so: 附件2, 2.名单, 2、名单.
bool is_numbered(std::string_view attachments, std::string_view number) {
  for (std::size_t at = attachments.find(number); at != std::string_view::npos;
       at = attachments.find(number, at + 1)) {
    const std::size_t end = at + number.size();
    const bool is_whole = (at == 0 || !is_digit(attachments[at - 1])) &&
                          (end == attachments.size() || !is_digit(attachments[end]));
    if (is_whole) return true;
  }
  return false;
}

class References {
 public:
  References(const Target& target, const Arguments& arguments)
      : target_(target),
        named_(*arguments.terms("named")),
        introduced_(arguments.terms("introduced")) {}

  void look(Outcome& outcome) {
    for (const Span region : region_of(target_, "body")) {
      const std::string_view text = target_.document.slice(region);
      for (const Span hit : named_.all(text)) {
        const std::vector<Span> groups = named_.groups(text, hit);
        const Span told = groups.empty() ? hit : groups.front();
        const std::string_view name = text.substr(told.begin, told.size());
        if (!seen_.insert(name).second || is_there(name)) continue;
        const Span place{region.begin + hit.begin, region.begin + hit.end};
        outcome.problems.push_back(
            {place,
             introduced_
                 ? say("没有交代“{}”是什么的简称", "“{}” is short for something that is not said",
                       target_.document.written(place))
                 : say("没有找到“{}”", "“{}” is not there", target_.document.written(place))});
      }
    }
  }

 private:
  bool is_there(std::string_view name) {
    if (introduced_) return is_introduced(name);
    const std::vector<Span> attachments = region_of(target_, "attachments");
    return std::ranges::any_of(attachments, [&](Span region) {
      return name.empty() || is_numbered(target_.document.slice(region), name);
    });
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
  std::set<std::string_view> seen_;
  bool has_introductions_ = false;
  std::vector<std::string_view> introductions_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  Outcome outcome;
  References(target, arguments).look(outcome);
  outcome.passed = outcome.problems.empty();
  return outcome;
}

}  // namespace

extern const CheckKind references_check;
const CheckKind references_check{"references",
                                 "提到的附件、简称都有着落",
                                 "attachments and short names that the text refers to are there",
                                 Scope::document,
                                 keys,
                                 {},
                                 run};

}  // namespace hegui
