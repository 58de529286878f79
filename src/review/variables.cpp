#include "review/variables.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "document/signature.h"
#include "language/language_data.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace hegui {
namespace {

// Without headings the lead may be all there is; which year it is shows early.
constexpr std::size_t longest_lead = 1200;

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::optional<std::string> plus(std::string_view text, int add) {
  if (add == 0) return std::string(text);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return std::to_string(number + add);
}

/// Checks count with the year; one that is none is as good as not given.
bool is_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Without the names and numbers of other documents: 《…（2021—2025年）》, 〔2019〕, （…）.
std::string without_cited(const LanguageData& language, std::string_view text) {
  std::string kept;
  std::size_t from = 0;
  while (const auto found = language.documents.cited->find(text, from)) {
    kept += text.substr(from, found->begin - from);
    from = found->end;
  }
  return kept.append(text.substr(from));
}

std::string announcement_in(const LanguageData& language, std::string_view lead) {
  const auto found = language.documents.announcement->find(lead);
  return found ? without_cited(language, lead.substr(found->begin, found->size())) : std::string();
}

/// 二〇二四年 → 2024年.
std::string with_figures(const LanguageData& language, std::string text) {
  while (const auto found = language.year_words->find(text)) {
    std::string figures;
    for (std::size_t at = found->begin; at < found->end;) {
      const auto digit = language.digits.find(next_code_point(text, at));
      figures += static_cast<char>('0' + (digit == std::u32string_view::npos ? 0 : digit));
    }
    text.replace(found->begin, found->size(), figures);
  }
  return text;
}

class VariableReader {
 public:
  VariableReader(const Document& document, const Outline& outline, const Variables& given)
      : document_(document),
        language_(data_of(document.language)),
        outline_(outline),
        given_(given) {}

  /// The first source that has a value, and the value.
  std::optional<std::pair<std::string, std::string>> read(const Variable& variable,
                                                          const Variables& known) const {
    for (const VariableSource& source : variable.sources) {
      auto value = read(variable, source, known);
      if (!value) continue;
      // 2023年度 in the title, and 现将2022年度…报告如下 left from last year, or the other way
      // round: a report is signed in the year after its own.
      if (variable.name == "year" && source.name == "announcement") {
        auto in_title = read(variable, {.name = "title"}, known);
        if (in_title && *in_title != *value && plus(*in_title, 1) == signed_in())
          return std::pair(std::string("title"), std::move(*in_title));
      }
      return std::pair(source.name, std::move(*value));
    }
    return std::nullopt;
  }

  /// What `find` finds in title and lead besides the value that was taken.
  std::vector<PassedYear> passed(const Pattern& find, std::string_view taken) const {
    std::vector<PassedYear> all;
    for (const std::string& text : {title(), lead()}) {
      const std::string kept = without_cited(language_, text);
      std::string_view rest = text;
      while (const auto value = find.capture(rest)) {
        const std::string year(rest.substr(value->begin, value->size()));
        rest.remove_prefix(std::max<std::size_t>(value->end, 1));
        if (year != taken && std::ranges::find(all, year, &PassedYear::value) == all.end())
          all.push_back({year, kept.find(year) == std::string::npos});
        if (rest.empty()) break;
      }
    }
    return all;
  }

 private:
  std::optional<std::string> read(const Variable& variable, const VariableSource& source,
                                  const Variables& known) const {
    if (source.name == "option") {
      const auto value = given_.find(variable.name);
      if (value == given_.end() || (variable.name == "year" && !is_year(value->second)))
        return std::nullopt;
      return value->second;
    }
    std::string text = text_of(source.name, known);
    if (variable.find) {
      const auto found = variable.find->capture(text);
      if (!found) return std::nullopt;
      text = text.substr(found->begin, found->size());
    }
    if (text.empty() || count_code_points(text) > longest_value) return std::nullopt;
    return plus(text, source.add);
  }

  /// The year of the signature.
  std::string signed_in() const { return signed_day(document_, outline_).day.substr(0, 4); }
  std::string title() const { return with_figures(language_, title_text(document_, outline_)); }
  /// ——2026年1月20日在县第十八届人民代表大会第五次会议上
  std::string subtitle() const {
    if (outline_.title.empty()) return "";
    const Span below{outline_.title.back().end, outline_.body.begin};
    return std::string(first_code_points(document_.slice(below), longest_lead));
  }
  std::string lead() const {
    return with_figures(
        language_, std::string(first_code_points(document_.slice(outline_.lead), longest_lead)));
  }

  std::string text_of(std::string_view source, const Variables& known) const {
    if (source == "title") {
      const std::string kept = without_cited(language_, title());
      // …报告（2024年度）, or all of it in 《》: that is cited by nobody.
      return kept.find_first_of("0123456789") == std::string::npos ? title() : kept;
    }
    if (source == "lead") return without_cited(language_, lead());
    if (source == "subtitle") return with_figures(language_, subtitle());
    if (source == "announcement") return announcement_in(language_, lead());
    if (source == "file-name") return fold_text(file_name(document_.path), language_.folding);
    if (source == "published") return outline_.published;
    const auto value = known.find(source);
    return value == known.end() ? "" : value->second;
  }

  const Document& document_;
  const LanguageData& language_;
  const Outline& outline_;
  const Variables& given_;
};

}  // namespace

std::optional<Message> too_long_value(std::string_view name, std::string_view value) {
  if (count_code_points(value) <= longest_value) return std::nullopt;
  return say("变量“{}”的值超过 {} 字", "the value of the variable “{}” has more than {} characters",
             name, longest_value);
}

KnownVariables read_variables(const RuleSet& rules, const Document& document,
                              const Outline& outline, const Variables& given) {
  const VariableReader reader(document, outline, given);
  KnownVariables known;
  for (const Variable& variable : rules.variables)
    if (auto value = reader.read(variable, known.values)) {
      if (variable.name == "year") {
        known.year_from = value->first;
        if (variable.find) known.passed = reader.passed(*variable.find, value->second);
      }
      known.values.emplace(variable.name, std::move(value->second));
    }
  return known;
}

}  // namespace hegui
