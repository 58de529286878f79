#include "document/issuer.h"

#include <algorithm>
#include <utility>

#include "document/document_words.h"
#include "document/page_lines.h"
#include "text/fold.h"
#include "text/pattern.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_name = 60;   // Characters; two bodies may sign.
constexpr std::size_t longest_lead = 900;  // Characters that are looked at.

class IssuerReader {
 public:
  IssuerReader(const Document& document, const OutlineHints& hints, Outline& outline)
      : document_(document), hints_(hints), outline_(outline) {}

  void read() {
    if (take(name_in_title(title_text(document_, outline_))) || take_line_at_title()) return;
    if (take_from_lead() || take_signature() || take_source()) return;
    take(name_in_title(fold_text(stem(document_.path))));
  }

 private:
  bool take(std::string_view name) {
    const IssuerKind kind = issuer_kind_of(name);
    if (kind == IssuerKind::unknown) return false;
    outline_.issuer = std::string(name);
    outline_.issuer_kind = kind;
    return true;
  }

  std::string_view words(std::size_t block) const {
    return document_.slice(document_.blocks[block].span);
  }

  static std::string_view stem(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    return path.substr(0, path.find_last_of('.'));
  }

  /// What stands before 关于, the year or the subject; of a title that begins with the year, what
  /// stands after that.
  std::string_view name_in_title(std::string_view title) const {
    static const Pattern year_first(R"(^\s*(?:19|20)\d\d年?度?\s*)");
    if (const auto year = year_first.find(title)) title.remove_prefix(year->end);
    static const Pattern about(R"(关于|(?:20|19)\d\d年?|推进|履行|贯彻|开展)");
    const std::size_t least = first_code_points(title, 2).size();
    const auto words = about.find(title, least);
    const auto subject = hints_.subject.find(title, least);
    if (!words && !subject) return {};
    const std::string_view name = trimmed(title.substr(
        0, std::min(words ? words->begin : title.size(), subject ? subject->begin : title.size())));
    return count_code_points(name) <= longest_name ? name : std::string_view{};
  }

  bool is_name_line(std::size_t block) const {
    const std::string_view text = words(block);
    return count_code_points(first_code_points(text, longest_name + 1)) <= longest_name &&
           names_issuer(text) && !names_document(text) && !has_metadata_label(text);
  }

  /// A line of the front matter that is nothing but a name, next to the title.
  bool take_line_at_title() {
    if (outline_.title.empty()) return false;
    const auto is_title = [](Role role) { return role == Role::title; };
    const auto first = std::ranges::find_if(outline_.roles, is_title) - outline_.roles.begin();
    auto after = static_cast<std::size_t>(first);
    while (after < outline_.roles.size() && is_title(outline_.roles[after])) ++after;
    for (const std::size_t block : {static_cast<std::size_t>(first) - 1, after, after + 1})
      if (block < outline_.roles.size() && outline_.roles[block] == Role::furniture &&
          is_name_line(block) && take(words(block)))
        return true;
    return false;
  }

  bool take_from_lead() {
    static const auto nouns = "(?:" + std::string(zh_words.issuers) + "|新区|[区县市省州旗])";
    static const Pattern speaker(
        "(?:^|[。；，：\n]|现将|将)\\s*(?!" + std::string(zh_words.no_speaker) +
        ")((?:[\\p{sc:Han}]|（[^（）]{1,10}）){1,24}?" + nouns +
        ")(?:（[^（）]{1,20}）)?(?=" + std::string(zh_words.after_speaker) + ")");
    const std::string_view lead = first_code_points(document_.slice(outline_.lead), longest_lead);
    // Two characters (区委, 我局) name nobody.
    if (const auto name = speaker.capture(lead); name && name->size() > 6)
      if (take(lead.substr(name->begin, name->size()))) return true;
    static const Pattern ourselves{std::string(zh_words.ourselves)};
    if (const auto noun = ourselves.capture(lead))
      outline_.issuer_kind = issuer_kind_of(lead.substr(noun->begin, noun->size()));
    return outline_.issuer_kind != IssuerKind::unknown;
  }

  bool take_signature() {
    for (std::size_t i = outline_.roles.size(); i-- > 0;)
      if (outline_.roles[i] == Role::signature && !is_date_line(words(i)) && take(words(i)))
        return true;
    return false;
  }

  bool take_source() {
    static const Pattern source(R"((?:来源|发布机构|发文机关|发布单位)：\s*([^\s：]{3,40}))");
    for (std::size_t i = 0; i < outline_.roles.size(); ++i) {
      if (outline_.roles[i] != Role::metadata) continue;
      if (document_.blocks[i].kind == Block::Kind::meta_source) {
        if (take(words(i))) return true;
      } else if (const auto name = source.capture(words(i))) {
        if (take(words(i).substr(name->begin, name->size()))) return true;
      }
    }
    return false;
  }

  const Document& document_;
  const OutlineHints& hints_;
  Outline& outline_;
};

}  // namespace

IssuerKind issuer_kind_of(std::string_view name) {
  static const auto kinds = [] {
    std::vector<std::pair<IssuerKind, Pattern>> compiled;
    for (const auto& [kind, pattern] : zh_words.issuer_kinds)
      compiled.emplace_back(kind, Pattern(std::string(pattern)));
    return compiled;
  }();
  for (const auto& [kind, pattern] : kinds)
    if (pattern.matches(name)) return kind;
  return IssuerKind::unknown;
}

void read_issuer(const Document& document, const OutlineHints& hints, Outline& outline) {
  IssuerReader(document, hints, outline).read();
}

}  // namespace hegui
