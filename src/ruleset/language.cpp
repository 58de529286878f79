// The tables of the maps of the rule language, and what is to be said of all of them alike.

#include "ruleset/language.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "text/words.h"

namespace hegui {
namespace {

constexpr double most_weight = 1'000'000;  // So that sums stay exact.
constexpr double most_han = 1'000'000;     // So that it is an int.
constexpr std::string_view severity_words = "none|note|warning|error";

constexpr std::array condition_array{
    Key{.name = "any", .type = KeyType::terms, .zh = "有其中之一", .en = "one of these"},
    Key{.name = "all",
        .type = KeyType::terms,
        .zh = "每一样都有；其中一样可以是列表，有列表里的一个就算",
        .en = "every one of these; one of them may be a list, of which one is enough"},
    Key{.name = "none", .type = KeyType::terms, .zh = "都没有", .en = "none of these"},
};

constexpr std::array severity_array{
    Key{.name = "missing",
        .type = KeyType::word,
        .zh = "缺失时",
        .en = "if the part is missing",
        .choices = severity_words,
        .fallback = "error"},
    Key{.name = "weak",
        .type = KeyType::word,
        .zh = "偏弱时",
        .en = "if the part is weak",
        .choices = severity_words,
        .fallback = "warning"},
};

constexpr std::array promise_array{
    Key{.name = "heading",
        .type = KeyType::condition,
        .zh = "标题这样写就是答应了会写，没写时问题标在那几个字上",
        .en = "condition on a heading of the part that says that this will be said",
        .presence = Presence::required},
};

constexpr std::array applies_when_array{
    Key{.name = "year",
        .type = KeyType::range,
        .zh = "报告的年份，如 `2016..`；认不出年份时照样要求",
        .en = "range of report years: 2016.."},
    Key{.name = "issuer-kind",
        .type = KeyType::list,
        .zh = "报告单位是什么；认不出时照样要求",
        .en = "what kinds of issuers it is asked of",
        .choices = "government|department|street|zone"},
};

constexpr std::array basis_array{
    Key{.name = "title",
        .type = KeyType::text,
        .zh = "名称，带书名号",
        .en = "name of the instrument"},
    Key{.name = "number", .type = KeyType::text, .zh = "文号", .en = "document number"},
    Key{.name = "in-force",
        .type = KeyType::text,
        .zh = "从哪天起施行",
        .en = "date from which it is in force"},
    Key{.name = "until",
        .type = KeyType::text,
        .zh = "有效期到哪天",
        .en = "date on which its term ends"},
    Key{.name = "verified",
        .type = KeyType::flag,
        .zh = "核对过原文",
        .en = "true if the primary text was read"},
};

constexpr std::array applies_array{
    Key{.name = "title", .type = KeyType::condition, .zh = "标题", .en = "condition on the title"},
    Key{.name = "lead",
        .type = KeyType::condition,
        .zh = "导语",
        .en = "condition on the body before the first heading"},
    Key{.name = "title-or-lead",
        .type = KeyType::condition,
        .zh = "标题和导语合起来",
        .en = "condition on both together"},
};

constexpr std::array variable_array{
    Key{.name = "find",
        .type = KeyType::text,
        .zh = "`'/正则/'`：取第一个括号，没有括号取整个匹配；不写取整个来源",
        .en = "pattern whose first group, or whole match, is the value"},
    Key{.name = "in",
        .type = KeyType::list,
        .zh = "依次在这些来源里找，见下",
        .en = "sources in order: option, title, lead, file-name, published - 1",
        .presence = Presence::required},
};

constexpr std::array rest_array{
    Key{.name = "not-in",
        .type = KeyType::list,
        .zh = "不取哪些要求的部分；可以写的词同要求的 `not-in`",
        .en = "requirements whose parts are left out"},
    Key{.name = "min-han",
        .type = KeyType::whole,
        .zh = "至少这么多汉字才算找到",
        .en = "the rest has at least so many Chinese characters",
        .most = most_han},
};

constexpr std::array stands_array{
    Key{.name = "after",
        .type = KeyType::texts,
        .zh = "在哪些要求的部分之后",
        .en = "requirements whose parts end before",
        .presence = Presence::one_of},
    Key{.name = "before",
        .type = KeyType::texts,
        .zh = "在哪些要求的部分之前",
        .en = "requirements whose parts begin after",
        .presence = Presence::one_of},
};

constexpr std::array rung_array{
    Key{.name = "title",
        .type = KeyType::condition,
        .zh = "找法：报告的标题，两行的连起来",
        .en = "condition on the title",
        .presence = Presence::one_of},
    Key{.name = "heading",
        .type = KeyType::condition,
        .zh = "找法：一个标题和它下面的全部内容；匹配的是去掉序号的标题",
        .en = "condition on a heading, without its number",
        .excludes = "title",
        .presence = Presence::one_of},
    Key{.name = "passage",
        .type = KeyType::condition,
        .zh = "找法：一段正文；不看独立成行的标题",
        .en = "condition on a paragraph of running text",
        .excludes = "title|heading",
        .presence = Presence::one_of},
    Key{.name = "mostly",
        .type = KeyType::condition,
        .zh = "找法：多数句子符合这个条件的部分；也可以加在 `heading`、`passage` 上",
        .en = "condition that most sentences of the section or stretch meet",
        .excludes = "title|rest",
        .presence = Presence::one_of},
    Key{.name = "rest",
        .type = KeyType::map,
        .zh = "找法：正文里不属于所列要求的全部文字",
        .en = "all that no listed requirement claims",
        .excludes = "title|heading|passage",
        .presence = Presence::one_of,
        .of = &rest_keys},
    Key{.name = "body",
        .type = KeyType::condition,
        .zh = "标题下面的文字也要符合的条件；不符合就看下一个标题",
        .en = "condition on the text under that heading",
        .needs = "heading"},
    Key{.name = "depth",
        .type = KeyType::range,
        .zh = "标题或部分的层次：`1`、`1..2`、`2..`",
        .en = "of the heading or section: 1, 1..2",
        .needs = "heading|mostly"},
    Key{.name = "all",
        .type = KeyType::flag,
        .zh = "`true`：同层的这种标题、各处这种密集的文字都要，不只第一个",
        .en = "true: every such heading of that depth, or dense stretch",
        .needs = "heading|mostly"},
    Key{.name = "rather-than",
        .type = KeyType::condition,
        .zh = "只有符合这个条件的句子才算 `mostly` 的反面；不写时其余的句子都算",
        .en = "only sentences that meet this count against mostly",
        .needs = "mostly"},
    Key{.name = "share",
        .type = KeyType::percent,
        .zh = "算数的句子里，符合 `mostly` 的至少占多少",
        .en = "of the sentences that count, for mostly",
        .needs = "mostly",
        .least = 1,
        .most = 100,
        .fallback = "50%"},
    Key{.name = "min",
        .type = KeyType::whole,
        .zh = "符合 `mostly` 的至少几句",
        .en = "sentences that meet mostly",
        .needs = "mostly",
        .least = 1,
        .most = most_han,
        .fallback = "2"},
    Key{.name = "stands",
        .type = KeyType::map,
        .zh = "这部分从哪里开始",
        .en = "where the part begins",
        .needs = "heading|passage|mostly",
        .of = &stands_keys},
    Key{.name = "unit",
        .type = KeyType::word,
        .zh = "`sentence`：一句一句地找，只取那一句",
        .en = "sentence: the condition is on a sentence",
        .choices = "paragraph|sentence",
        .needs = "passage",
        .fallback = "paragraph"},
    Key{.name = "from",
        .type = KeyType::word,
        .zh = "`sentence`：从符合的那一句起，到段末",
        .en = "sentence: the part begins at the sentence that matches",
        .choices = "paragraph|sentence",
        .needs = "passage",
        .fallback = "paragraph"},
    Key{.name = "to",
        .type = KeyType::word,
        .zh = "`end-of-section`：一直到所在部分的末尾",
        .en = "end-of-section: the part goes on to there",
        .choices = "paragraph|end-of-section",
        .needs = "passage",
        .fallback = "paragraph"},
    Key{.name = "min-han",
        .type = KeyType::whole,
        .zh = "至少这么多汉字才算找到",
        .en = "the part has at least so many Chinese characters",
        .excludes = "title",
        .most = most_han},
    Key{.name = "not-in",
        .type = KeyType::list,
        .zh = "加在要求自己的 `not-in` 上",
        .en = "in addition to the requirement's own"},
    Key{.name = "as",
        .type = KeyType::word,
        .zh = "`weak`：这样找到的只算偏弱，要写 `because`",
        .en = "verdict of what is found so; weak needs because",
        .choices = "met|weak",
        .fallback = "met"},
    Key{.name = "because",
        .type = KeyType::text,
        .zh = "为什么只算偏弱",
        .en = "why a weak rung is weak"},
};

constexpr std::array check_array{
    Key{.name = "id",
        .type = KeyType::text,
        .zh = "编号，不写就用种类的名字；同一项要求里不能重复",
        .en = "name of the check in reasons and on the command line; its kind by default"},
    Key{.name = "say",
        .type = KeyType::text,
        .zh =
            "自己的话，可以用 `{found}`（有多少）、`{expected}`（要多少）、`{hit}`（命中的文字）、`{miss}`（没写到的）和变量；有一个没有值，整句就原样打印",
        .en = "message instead of the engine's; {found}, {expected}, {hit}, {miss}, {year}"},
    Key{.name = "say-none",
        .type = KeyType::text,
        .zh = "一点都没找到时代替 `say`：“5条中只有0条”没人这样说",
        .en = "message instead of say if it finds nothing at all"},
    Key{.name = "else",
        .type = KeyType::word,
        .zh = "没过时降到哪里",
        .en = "verdict if it fails",
        .choices = "weak|missing",
        .scope = Scope::part,
        .fallback = "weak"},
    Key{.name = "none",
        .type = KeyType::word,
        .zh = "一点都没找到时降到哪里；不写同 `else`",
        .en = "verdict if it finds nothing at all",
        .choices = "weak|missing",
        .scope = Scope::part},
    Key{.name = "title",
        .type = KeyType::text,
        .zh = "名称；不写就用 `id`",
        .en = "name for people; the id by default",
        .scope = Scope::document},
    Key{.name = "short",
        .type = KeyType::text,
        .zh = "表格里的简称；不写就用 `title`",
        .en = "name for tables; the title by default",
        .scope = Scope::document},
    Key{.name = "basis",
        .type = KeyType::text,
        .zh = "依据：`basis` 里的名字，空一格，条款",
        .en = "id of a basis and the clause",
        .scope = Scope::document},
    Key{.name = "why",
        .type = KeyType::text,
        .zh = "为什么要求",
        .en = "reason, one sentence",
        .scope = Scope::document},
    Key{.name = "fix",
        .type = KeyType::text,
        .zh = "怎么改（打印在“改法”后面）",
        .en = "advice",
        .scope = Scope::document},
    Key{.name = "good",
        .type = KeyType::texts,
        .zh = "样例：不该报的；一段或几段的列表",
        .en = "samples that must pass",
        .excludes = "samples",
        .scope = Scope::document},
    Key{.name = "bad",
        .type = KeyType::texts,
        .zh = "样例：该报的",
        .en = "samples that must be reported",
        .excludes = "samples",
        .scope = Scope::document},
    Key{.name = "samples",
        .type = KeyType::word,
        .zh = "查的不是文字（如修订、批注），写不出样例",
        .en = "none: no text can show what the rule is about",
        .choices = "none",
        .scope = Scope::document},
    Key{.name = "after",
        .type = KeyType::text,
        .zh = "插在被扩展的规则集的哪一条后面，见“扩展”",
        .en = "rule of an extended set after which this one is put",
        .scope = Scope::document},
    Key{.name = "severity",
        .type = KeyType::word,
        .zh = "轻重",
        .en = "severity of its findings",
        .choices = severity_words,
        .scope = Scope::document,
        .fallback = "warning"},
    Key{.name = "deduct",
        .type = KeyType::number,
        .zh = "每处扣几分，见“得分”；`0` 是不扣",
        .en = "points that each finding takes off the score",
        .scope = Scope::document,
        .most = 100,
        .fallback = "0"},
    Key{.name = "cap",
        .type = KeyType::number,
        .zh = "这项一共最多扣几分",
        .en = "points that all its findings take off at most",
        .needs = "deduct",
        .scope = Scope::document,
        .most = 100,
        .fallback = "100"},
};

constexpr std::array requirement_array{
    Key{.name = "id",
        .type = KeyType::text,
        .zh = "编号；以后不要改，命令行和别的文件会用到",
        .en = "name; the full id is SET/ID",
        .presence = Presence::required},
    Key{.name = "title",
        .type = KeyType::text,
        .zh = "名称；不写就用 `id`",
        .en = "name for people; the id by default"},
    Key{.name = "short",
        .type = KeyType::text,
        .zh = "表格里的简称；不写就用 `title`",
        .en = "name for tables; the title by default"},
    Key{.name = "basis",
        .type = KeyType::text,
        .zh = "依据：`basis` 里的名字，空一格，条款",
        .en = "id of a basis and the clause"},
    Key{.name = "why", .type = KeyType::text, .zh = "为什么要求", .en = "reason, one sentence"},
    Key{.name = "fix", .type = KeyType::text, .zh = "怎么改（打印在“改法”后面）", .en = "advice"},
    Key{.name = "good",
        .type = KeyType::texts,
        .zh = "样例：不该报的；一段或几段的列表",
        .en = "samples that must pass",
        .excludes = "samples"},
    Key{.name = "bad",
        .type = KeyType::texts,
        .zh = "样例：该报的",
        .en = "samples that must be reported",
        .excludes = "samples"},
    Key{.name = "samples",
        .type = KeyType::word,
        .zh = "查的不是文字（如修订、批注），写不出样例",
        .en = "none: no text can show what the rule is about",
        .choices = "none"},
    Key{.name = "after",
        .type = KeyType::text,
        .zh = "插在被扩展的规则集的哪一条后面，见“扩展”",
        .en = "rule of an extended set after which this one is put"},
    Key{.name = "found-by",
        .type = KeyType::maps,
        .zh = "各级找法",
        .en = "rungs, best first",
        .excludes = "within",
        .presence = Presence::one_of,
        .of = &rung_keys},
    Key{.name = "within",
        .type = KeyType::text,
        .zh = "在哪项要求的那部分里判",
        .en = "requirement on whose part it is judged",
        .presence = Presence::one_of},
    Key{.name = "not-in",
        .type = KeyType::list,
        .zh = "哪些地方不算",
        .en = "parts in which it does not count",
        .excludes = "within"},
    Key{.name = "checks",
        .type = KeyType::part_checks,
        .zh = "对找到的部分做的检查",
        .en = "tests of its part",
        .of = &check_keys},
    Key{.name = "severity",
        .type = KeyType::word_or_map,
        .zh = "轻重：一个词，或缺失和偏弱各一个",
        .en = "of its finding: one word, or {missing: …, weak: …}",
        .choices = severity_words,
        .fallback = "{missing: error, weak: warning}",
        .of = &severity_keys},
    Key{.name = "weight",
        .type = KeyType::number,
        .zh = "分值，见“得分”",
        .en = "points in a score",
        .most = most_weight,
        .fallback = "1"},
    Key{.name = "applies-when",
        .type = KeyType::map,
        .zh = "什么报告才要求",
        .en = "years and issuers for which it is asked",
        .of = &applies_when_keys},
    Key{.name = "promise",
        .type = KeyType::map,
        .zh = "答应了会写的标题",
        .en = "heading that says that this will be said",
        .of = &promise_keys},
};

constexpr std::array rule_file_array{
    Key{.name = "hegui",
        .type = KeyType::word,
        .zh = "规则语言的版本",
        .en = "version of the language",
        .choices = "1",
        .presence = Presence::required},
    Key{.name = "id",
        .type = KeyType::text,
        .zh = "规则集的名字，也是规则编号的前半：`anquan/work`",
        .en = "name of the set, first part of its rules' ids",
        .presence = Presence::required},
    Key{.name = "title",
        .type = KeyType::text,
        .zh = "给哪类报告用",
        .en = "what kind of report it is for"},
    Key{.name = "language",
        .type = KeyType::word,
        .zh = "hegui 自己的话用哪种语言",
        .en = "of its texts and of the engine's messages",
        .choices = "zh|en",
        .fallback = "zh"},
    Key{.name = "extends",
        .type = KeyType::texts,
        .zh = "建立在哪些规则集上，见“扩展”",
        .en = "rule sets that this one builds on"},
    Key{.name = "override",
        .type = KeyType::changes,
        .zh = "对那些规则集的改动，见“扩展”",
        .en = "changes to rules of those sets",
        .choices = severity_words},
    Key{.name = "applies",
        .type = KeyType::map,
        .zh = "给什么样的报告用，见“适用”",
        .en = "conditions under which the set is for a report",
        .of = &applies_keys},
    Key{.name = "subject",
        .type = KeyType::terms,
        .zh = "标题里说明报告主题的词，没有“报告”这样的文种也认得出标题",
        .en = "words by which titles say what the report is about"},
    Key{.name = "furniture",
        .type = KeyType::terms,
        .zh = "哪些行不是报告正文（网页的按钮、页脚）",
        .en = "further lines that are not the report"},
    Key{.name = "vars",
        .type = KeyType::named_texts_or_maps,
        .zh = "变量，见“变量”",
        .en = "values taken from the report",
        .of = &variable_keys},
    Key{.name = "basis",
        .type = KeyType::named_maps,
        .zh = "依据：法律、规定",
        .en = "the laws and standards that rules cite",
        .of = &basis_keys},
    Key{.name = "terms", .type = KeyType::named, .zh = "词表", .en = "word lists"},
    Key{.name = "requirements",
        .type = KeyType::maps,
        .zh = "各项要求，按理想报告的先后",
        .en = "what must be covered, in the order of an ideal report",
        .of = &requirement_keys},
    Key{.name = "checks",
        .type = KeyType::document_checks,
        .zh = "全文检查",
        .en = "checks of the whole document",
        .of = &check_keys},
    Key{.name = "grades",
        .type = KeyType::named_numbers,
        .zh = "得分的等级，从高到低，见“得分”",
        .en = "names for scores, best first: {good: 75, poor: 0}",
        .most = 100},
};

}  // namespace

const KeyTable rule_file_keys{"rule-file", rule_file_array};
const KeyTable requirement_keys{"requirement", requirement_array};
const KeyTable rung_keys{"rung", rung_array};
const KeyTable rest_keys{"rest", rest_array};
const KeyTable stands_keys{"stands", stands_array};
const KeyTable check_keys{"check", check_array};
const KeyTable severity_keys{"severity", severity_array};
const KeyTable promise_keys{"promise", promise_array};
const KeyTable applies_when_keys{"applies-when", applies_when_array};
const KeyTable variable_keys{"variable", variable_array};
const KeyTable basis_keys{"basis", basis_array};
const KeyTable applies_keys{"applies", applies_array};
const KeyTable condition_keys{"condition", condition_array};

const Key& key_of(const KeyTable& table, std::string_view name) {
  return *std::ranges::find(table.keys, name, &Key::name);
}

namespace {

/// How the key is written: a condition of a kind as the words that stand in its map.
std::vector<std::string_view> written_names(const Key& key) {
  return key.type == KeyType::condition && key.name == "condition" ? words_of(condition_words)
                                                                   : std::vector{key.name};
}

/// `hegui: 1` for a key that can have but one value.
std::string shown(const Key& key) {
  const bool one_value = key.presence == Presence::required && !key.choices.empty() &&
                         key.choices.find('|') == std::string_view::npos;
  return std::string(key.name) + (one_value ? ": " + std::string(key.choices) : "");
}

void say_missing(Reader& reader, std::span<const std::string> names, SourcePlace place,
                 const Where& where) {
  std::string zh, en;
  for (const std::string& name : names) {
    const bool first = &name == &names.front(), last = &name == &names.back();
    zh += (first ? "" : last ? " 或 " : "、") + name;
    en += (first ? "" : last ? " or " : ", ") + name;
  }
  const bool is_key = where.text.zh == where.text.en;  // No blank between Chinese words.
  reader.error(place, say("{0}{1}缺少 {2}", "{3} lacks {4}", where.text.zh, is_key ? " " : "", zh,
                          where.text.en, en));
}

}  // namespace

void refuse_combinations(Reader& reader, std::span<const Key> keys, std::span<const GivenKey> given,
                         std::optional<SourcePlace> lacks, const Where& where) {
  const auto has = [&](std::string_view name) {
    return std::ranges::any_of(given, [&](const GivenKey& one) { return one.key->name == name; });
  };
  std::vector<std::string> alternatives;
  std::vector<std::string_view> absent;
  for (const Key& key : keys) {
    if (lacks && key.presence == Presence::required && !has(key.name))
      say_missing(reader, std::array{shown(key)}, *lacks, where);
    if (key.presence != Presence::one_of) continue;
    absent.push_back(key.name);
    for (const std::string_view name : written_names(key)) alternatives.emplace_back(name);
  }
  if (std::ranges::any_of(absent, has)) absent.clear();
  if (lacks && !absent.empty()) say_missing(reader, alternatives, *lacks, where);
  for (const GivenKey& one : given) {
    const auto needed = words_of(one.key->needs);
    const auto is_told = [&](std::string_view name) {
      return std::ranges::find(absent, name) != absent.end();
    };
    // That none of the alternatives is there is told once.
    if (!needed.empty() && std::ranges::none_of(needed, has) &&
        std::ranges::none_of(needed, is_told))
      reader.error(one.place, say("没有 {1} 时，{0} 不起作用", "{0} has no effect without {2}",
                                  one.name, fmt::format("{}", fmt::join(needed, "、")),
                                  fmt::format("{}", fmt::join(needed, " or "))));
    const auto others = words_of(one.key->excludes);
    if (const auto other = std::ranges::find_if(others, has); other != others.end())
      reader.error(one.place,
                   say("有 {1} 时，{0} 不起作用", "{} has no effect beside {}", one.name, *other));
  }
}

bool read_map(Reader& reader, const Value& value, const KeyTable& table, const Where& where) {
  std::vector<std::string_view> names;
  for (const Key& key : table.keys) names.push_back(key.name);
  if (!reader.map(value, names, where)) return false;
  std::vector<GivenKey> given;
  for (const Value::Entry& entry : value.entries)
    if (const auto key = std::ranges::find(table.keys, entry.key, &Key::name);
        key != table.keys.end())
      given.push_back({&*key, entry.key, entry.place});
  // A misspelt key would be missing, too: one cause, one error.
  const bool all_known = given.size() == value.entries.size();
  refuse_combinations(reader, table.keys, given,
                      all_known ? std::optional(value.place) : std::nullopt, where);
  return true;
}

std::optional<double> read_number(Reader& reader, const Value& value, const Key& key) {
  const bool is_percent = key.type == KeyType::percent;
  const auto number = is_percent ? reader.percent(value) : reader.number(value);
  if (!number) return std::nullopt;
  const std::string_view unit = is_percent ? "%" : "";
  const double shown = is_percent ? *number * 100 : *number;
  if (key.type == KeyType::whole && *number != std::floor(*number))
    reader.error(value.place, say("应是整数", "must be a whole number"));
  else if (shown >= key.least && shown <= key.most)
    return number;
  else if (std::isinf(key.most))
    reader.error(value.place, say("应不小于 {}", "must be at least {}", key.least));
  else
    reader.error(value.place, say("应在 {0}{2} 和 {1}{2} 之间", "must be between {0}{2} and {1}{2}",
                                  key.least, key.most, unit));
  return std::nullopt;
}

}  // namespace hegui
