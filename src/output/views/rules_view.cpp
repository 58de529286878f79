#include "output/views/rules_view.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "output/parts/places.h"
#include "review/score.h"
#include "text/lines.h"
#include "text/unicode.h"

namespace hegui {
namespace {

std::string_view name_of(std::optional<Severity> severity) {
  return severity ? name_of(*severity) : "none";
}

/// path:line of a place.
class Origins {
 public:
  explicit Origins(const RuleSet& rules) : rules_(rules) {
    for (const SourceFile& file : rules.files) lines_.emplace_back(file.source);
  }
  std::string of(SourcePlace place) const {
    return fmt::format("{}:{}", rules_.files[place.file].path,
                       lines_[place.file].line_at(place.offset));
  }

 private:
  const RuleSet& rules_;
  std::vector<LineIndex> lines_;
};

// --- YAML

class YamlWriter {
 public:
  YamlWriter(const RuleSet& rules, std::string& out) : origins_(rules), out_(out) {}

  void map(const Value& value, std::size_t indent) {
    for (const Value::Entry& entry : value.entries) {
      out_.append(indent, ' ');
      out_ += scalar(entry.key, false) + ":";
      child(entry.value, indent, entry.place.file);
    }
  }

 private:
  void child(const Value& value, std::size_t indent, std::uint16_t file) {
    if (value.is_scalar()) {
      text(value, indent + 2, file);
    } else if (value.is_list() && is_short(value)) {
      out_ += " [";
      for (std::size_t i = 0; i < value.items.size(); ++i)
        out_ += (i > 0 ? ", " : "") + scalar(value.items[i].text, value.items[i].quoted);
      out_ += "]";
      end_line(value, file);
    } else if (value.is_list()) {
      end_line(value, file);
      for (const Value& item : value.items) list_item(item, indent + 2, value.place.file);
    } else {
      end_line(value, file);
      map(value, indent + 2);
    }
  }

  void list_item(const Value& item, std::size_t indent, std::uint16_t file) {
    out_.append(indent, ' ');
    out_ += "-";
    if (!item.is_map() || item.entries.empty()) {
      child(item, indent, file);
      return;
    }
    // The first key stands after the dash, the others below it.
    std::string rest;
    YamlWriter inner(origins_, rest);
    inner.map(item, indent + 2);
    if (item.place.file != file)
      out_ += " # " + origins_.of(item.place) + "\n" + rest;
    else
      out_ += rest.substr(indent + 1);
  }

  void text(const Value& value, std::size_t indent, std::uint16_t file) {
    if (value.text.find('\n') == std::string::npos) {
      out_ += " " + scalar(value.text, value.quoted);
      end_line(value, file);
      return;
    }
    out_ += " |";
    end_line(value, file);
    std::string_view rest = value.text;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      out_.append(indent, ' ');
      out_ += rest.substr(0, end);
      out_ += '\n';
      rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
  }

  void end_line(const Value& value, std::uint16_t file) {
    if (value.place.file != file) out_ += "  # " + origins_.of(value.place);
    out_ += '\n';
  }

  static bool is_short(const Value& list) {
    std::size_t size = 0;
    for (const Value& item : list.items) {
      if (!item.is_scalar() || item.text.find('\n') != std::string::npos) return false;
      size += item.text.size() + 4;
    }
    return size <= 240;
  }

  static std::string scalar(std::string_view text, bool quoted) {
    const bool plain = !quoted && !text.empty() &&
                       text.find_first_of("{}[],&*#?|<>=!%@\\'\"`\n") == std::string_view::npos &&
                       text.find(": ") == std::string_view::npos && text.front() != '-' &&
                       text.front() != ' ' && text.back() != ' ' && text.back() != ':';
    if (plain) return std::string(text);
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
  }

  YamlWriter(const Origins& origins, std::string& out) : origins_(origins), out_(out) {}

  Origins origins_;
  std::string& out_;
};

// --- explain

const Rule* find_rule(const RuleSet& rules, std::string_view id, const Requirement*& requirement,
                      const DocumentCheck*& check) {
  for (const Requirement& candidate : rules.requirements)
    if (candidate.rule.id == id) {
      requirement = &candidate;
      return &candidate.rule;
    }
  for (const DocumentCheck& candidate : rules.checks)
    if (candidate.rule.id == id) {
      check = &candidate;
      return &candidate.rule;
    }
  return nullptr;
}

class Explanation {
 public:
  Explanation(const RuleSet& rules, const OutputOptions& options, std::string& out)
      : rules_(rules), options_(options), out_(out) {}

  void write(const Rule& rule, const Requirement* requirement, const DocumentCheck* check) {
    fmt::format_to(std::back_inserter(out_), "{}  {}\n", rule.id, rule.title);
    fmt::format_to(std::back_inserter(out_), "{}\n\n", Origins(rules_).of(rule.defined_at));
    line("为什么", "why", rule.why);
    basis(rule);
    if (requirement) {
      severity(*requirement);
      found_by(*requirement);
      for (const Check& one : requirement->checks) thresholds(one);
    } else {
      line("严重程度", "severity", std::string(name_of(check->severity)));
      if (check->deduct) line("扣分", "deduction", in(deduct_text(*check->deduct)));
      thresholds(check->check);
    }
    line("改法", "help", rule.fix);
    samples("好的样例", "passes", rule.good);
    samples("要报的样例", "is reported", rule.bad);
    change(rule, requirement);
  }

 private:
  std::string in(const Message& message) const { return message.in(options_.language); }

  void line(std::string_view zh, std::string_view en, const std::string& text) {
    if (text.empty()) return;
    const std::string_view label = options_.language == Language::zh ? zh : en;
    out_ += label;
    const int width = display_width(label, options_.ambiguous);
    out_.append(static_cast<std::size_t>(std::max(1, 12 - width)), ' ');
    out_ += text + "\n";
  }

  void basis(const Rule& rule) {
    if (rule.basis_index < 0) return;
    const Basis& basis = rules_.bases[static_cast<std::size_t>(rule.basis_index)];
    std::string text = rule.basis;
    if (!basis.number.empty()) text += " · " + basis.number;
    if (!basis.in_force.empty())
      text += in(say(" · {} 起施行", " · in force from {}", basis.in_force));
    if (!basis.until.empty()) text += in(say(" · 至 {}", " · until {}", basis.until));
    text += in(basis.verified ? say(" · 已核对原文", " · verified against the original text")
                              : say(" · 未核对原文", " · not verified against the original text"));
    line("依据", "basis", text);
  }

  void severity(const Requirement& requirement) {
    line(
        "严重程度", "severity",
        in(say("缺失 {}，偏弱 {}；权重 {}", "missing {}, weak {}; weight {}",
               name_of(requirement.if_missing), name_of(requirement.if_weak), requirement.weight)));
    const Applicability& applies = requirement.applies;
    if (applies.first_year || applies.last_year)
      line("适用年度", "years",
           fmt::format("{}..{}", applies.first_year ? std::to_string(*applies.first_year) : "",
                       applies.last_year ? std::to_string(*applies.last_year) : ""));
  }

  std::vector<std::string> titles_of(const std::vector<int>& requirements) const {
    std::vector<std::string> all;
    for (const int index : requirements)
      all.push_back(rules_.requirements[static_cast<std::size_t>(index)].rule.short_title);
    return all;
  }

  /// "；其中不少于 2 句、占 50% 以上的写到：…"
  std::string sentences_of(const Mostly& mostly) const {
    if (mostly.saying.empty()) return {};
    Arguments shown;
    shown.set("saying", mostly.saying);
    shown.set("otherwise", mostly.rather_than);
    std::string text =
        in(say("；其中不少于 {0} {3}、占 {1:g}% 以上的写到：{2}",
               "; at least {1:g}% of its {3}, and no fewer than {0}, contain: {2}", mostly.least,
               mostly.share * 100, shown.shown("saying", KeyType::condition), mostly.unit()));
    if (!mostly.rather_than.empty())
      text += in(say("（只和写到这些的比：{}）", " (compared only with those that contain: {})",
                     shown.shown("otherwise", KeyType::condition)));
    return text;
  }

  std::vector<std::string> titles_of(const Exclusion& not_in) const {
    std::vector<std::string> all = titles_of(not_in.requirements);
    if (not_in.lead) all.push_back(in(say("导语", "the lead")));
    return all;
  }

  void found_by(const Requirement& requirement) {
    if (requirement.within >= 0)
      line("在哪里找", "looked for",
           in(say("“{}”里", "inside “{}”",
                  rules_.requirements[static_cast<std::size_t>(requirement.within)].rule.title)));
    std::size_t number = 0;
    for (const Rung& rung : requirement.rungs) {
      Arguments shown;
      shown.set("condition", rung.condition);
      std::string text;
      switch (rung.kind) {
        case Rung::Kind::title: text = in(say("标题", "the title")); break;
        case Rung::Kind::heading: text = in(say("小标题", "a heading")); break;
        case Rung::Kind::passage:
          text = in(rung.by_sentence ? say("一句话", "a sentence") : say("一段话", "a paragraph"));
          break;
        case Rung::Kind::mostly:
          text = in(
              rung.all ? say("各处多数句子这样写的几段", "stretches in which most sentences say so")
                       : say("一部分", "a section"));
          break;
        case Rung::Kind::rest:
          text = in(say("其余各部分合起来", "everything else taken together"));
          break;
      }
      const Message words = shown.shown("condition", KeyType::condition);
      if (!words.zh.empty()) text += in(say("写到：{}", " that contains: {}", words));
      text += sentences_of(rung.mostly);
      if (const auto titles = titles_of(rung.stands.after); !titles.empty())
        text += in(say("；在{}之后", "; after {}", listed(titles)));
      if (const auto titles = titles_of(rung.stands.before); !titles.empty())
        text += in(say("；在{}之前", "; before {}", listed(titles)));
      if (rung.mostly.at_most < 1)
        text += in(say("；不超过正文的 {:.0f}%", "; at most {:.0f}% of the body text",
                       rung.mostly.at_most * 100));
      if (rung.least.units > 0) {
        const Message least = amount(rung.least.unit, static_cast<double>(rung.least.units));
        text += in(say("；不少于 {}", "; at least {}", least));
      }
      if (const auto titles = titles_of(rung.not_in); !titles.empty())
        text += in(say("；在{}里的不算", "; not inside {}", listed(titles)));
      if (rung.verdict == Verdict::weak)
        text += in(say("；只算偏弱：{}", "; counts only as weak: {}", rung.because));
      ++number;
      line(number == 1 ? "怎样找" : " ", number == 1 ? "found by" : " ",
           fmt::format("{}. {}", number, text));
    }
  }

  void thresholds(const Check& check) {
    std::string text;
    for (const Key& key : check.kind->keys) {
      const std::string value = in(check.arguments.shown(key.name, key.type));
      if (value.empty()) continue;
      const std::string_view label = options_.language == Language::zh ? key.zh : key.name;
      text += (text.empty() ? "" : in(say("；", "; "))) + fmt::format("{} {}", label, value);
    }
    if (check.otherwise == Verdict::met)
      text += in(say("；没过不降结论，占分值的 {:g}%",
                     "; if it fails the verdict stays, and {:g}% of the weight hangs on it",
                     100 * check.weighs));
    line("门槛", "check", fmt::format("{} ({}): {}", check.id, check.kind->name, text));
  }

  void samples(std::string_view zh, std::string_view en, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      line(zh, en, " ");
      std::string_view rest = text;
      while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        out_ += "    " + std::string(rest.substr(0, end)) + "\n";
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
      }
    }
  }

  void change(const Rule& rule, const Requirement* requirement) {
    out_ +=
        in(say("\n要改它，在自己的规则文件里写（值是示例）：\n",
               "\nTo change it, write in a rule file of your own (the values are examples):\n"));
    fmt::format_to(std::back_inserter(out_), "    extends: [{}]\n    override:\n      {}: note\n",
                   rules_.id, rule.id);
    if (requirement && !requirement->checks.empty())
      fmt::format_to(std::back_inserter(out_), "      {}.{}: {{{}: {{…}}}}\n", rule.id,
                     requirement->checks.front().id, requirement->checks.front().kind->name);
    out_ += in(say("只这一次：--ignore {0}，或 --severity {0}=note\n",
                   "For a single run: --ignore {0}, or --severity {0}=note\n", rule.id));
  }

  const RuleSet& rules_;
  const OutputOptions& options_;
  std::string& out_;
};

}  // namespace

void write_rules_list(const RuleSet& rules, const OutputOptions& options, std::string& out) {
  std::size_t width = 0;
  for (const Requirement& requirement : rules.requirements)
    width = std::max(width, requirement.rule.id.size());
  for (const DocumentCheck& check : rules.checks) width = std::max(width, check.rule.id.size());
  fmt::format_to(std::back_inserter(out), "{}  {}\n", rules.id, rules.title);
  for (const Requirement& requirement : rules.requirements)
    fmt::format_to(std::back_inserter(out), "  {:<{}}  {:<15}  {}\n", requirement.rule.id, width,
                   requirement.off ? "off"
                                   : fmt::format("{}/{}", name_of(requirement.if_missing),
                                                 name_of(requirement.if_weak)),
                   requirement.rule.title);
  for (const DocumentCheck& check : rules.checks)
    fmt::format_to(std::back_inserter(out), "  {:<{}}  {:<15}  {}\n", check.rule.id, width,
                   name_of(check.severity), check.rule.title);
  out += say("（要求：缺失/偏弱时的严重程度）\n", "(requirements: severity when missing/weak)\n")
             .in(options.language);
}

void write_rules_yaml(const RuleSet& rules, std::string& out) {
  YamlWriter(rules, out).map(*rules.root, 0);
}

bool write_explanation(const RuleSet& rules, std::string_view id, const OutputOptions& options,
                       std::string& out) {
  const Requirement* requirement = nullptr;
  const DocumentCheck* check = nullptr;
  const Rule* rule = find_rule(rules, id, requirement, check);
  if (!rule) return false;
  Explanation(rules, options, out).write(*rule, requirement, check);
  return true;
}

}  // namespace hegui
