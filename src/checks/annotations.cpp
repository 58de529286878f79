// annotations: nothing is left of what an editor did in the file.
//
//   annotations: {of: changes}     tracked changes that nobody accepted or rejected
//   annotations: {of: comments}
//
// They are outside the text, so no sample of text can show them. A file that was never cleaned has
// hundreds: the first ones are findings, the last of which counts the others.

#include <array>
#include <string>
#include <string_view>

#include "checks/check.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t most_findings = 5;
constexpr std::size_t most_characters = 20;

constexpr std::array keys{
    Key{.name = "of",
        .type = KeyType::word,
        .zh = "不应留下",
        .en = "what must not be left in the file",
        .choices = "changes|comments",
        .fallback = "changes"},
};

std::string quoted(std::string_view words) {
  const std::string_view shown = first_code_points(words, most_characters);
  return std::string(shown) + (shown.size() < words.size() ? "…" : "");
}

Message message_of(const Annotation& annotation) {
  const std::string words = quoted(annotation.words);
  switch (annotation.kind) {
    case Annotation::Kind::insertion:
      return say("有未接受的修订：插入“{}”", "tracked change not accepted: “{}” inserted", words);
    case Annotation::Kind::deletion:
      return say("有未接受的修订：删除“{}”", "tracked change not accepted: “{}” deleted", words);
    case Annotation::Kind::comment:
      return say("有批注没有删除：“{}”", "comment not removed: “{}”", words);
    case Annotation::Kind::prompt: break;  // The text shows it: `forbid` with `prompts`.
  }
  return {};
}

Outcome run(const Target& target, const Arguments& arguments) {
  const bool comments = arguments.word("of") == "comments";
  Outcome outcome;
  std::size_t count = 0;
  for (const Annotation& annotation : target.document.annotations) {
    if (annotation.kind == Annotation::Kind::prompt ||
        (annotation.kind == Annotation::Kind::comment) != comments)
      continue;
    if (++count > most_findings) continue;
    outcome.evidence.push_back(annotation.span);
    outcome.problems.push_back({annotation.span, message_of(annotation)});
  }
  if (count > most_findings) {
    const Message more = say("；另有 {} 处", "; {} more", count - most_findings);
    outcome.problems.back().message.zh += more.zh;
    outcome.problems.back().message.en += more.en;
  }
  outcome.passed = count == 0;
  outcome.found = static_cast<double>(count);
  if (!outcome.passed) outcome.message = outcome.problems.front().message;
  return outcome;
}

}  // namespace

extern const CheckKind annotations_check;
const CheckKind annotations_check{"annotations",
                                  "文档里没有留下修订、批注（DOCX）",
                                  "no tracked changes or comments are left",
                                  Scope::document,
                                  keys,
                                  {},
                                  run};

}  // namespace hegui
