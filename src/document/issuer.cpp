#include "document/issuer.h"

#include <algorithm>
#include <utility>

#include "document/matter/page_lines.h"
#include "language/language_data.h"
#include "text/strings.h"
#include "text/unicode.h"

namespace hegui {
namespace {

constexpr std::size_t longest_name = 60;   // Characters; two bodies may sign.
constexpr std::size_t longest_lead = 900;  // Characters that are looked at.

class IssuerReader {
 public:
  IssuerReader(const Document& document, const OutlineHints& hints, Outline& outline)
      : document_(document),
        language_(data_of(document.language)),
        hints_(hints),
        outline_(outline) {}

  void read() {
    if (take(name_in_title(title_text(document_, outline_))) || take_line_at_title()) return;
    if (take_from_lead() || take_signature() || take_source()) return;
    take(name_in_title(fold_text(stem(document_.path), language_.folding)));
  }

 private:
  bool take(std::string_view name) {
    const IssuerKind kind = issuer_kind_of(language_, name);
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
    if (const auto year = language_.documents.title_begin->find(title))
      title.remove_prefix(year->end);
    // 法治这一年：青禾街道2024年情况汇报
    if (const auto colon = language_.page.not_title->find(title)) title.remove_prefix(colon->end);
    const std::size_t least = first_code_points(title, 2).size();
    const auto words = language_.documents.about->find(title, least);
    const auto subject = hints_.subject.find(title, least);
    if (!words && !subject) return {};
    const std::string_view name = trimmed(title.substr(
        0, std::min(words ? words->begin : title.size(), subject ? subject->begin : title.size())));
    return count_code_points(name) <= longest_name ? name : std::string_view{};
  }

  bool is_name_line(std::size_t block) const {
    const std::string_view text = words(block);
    return count_code_points(first_code_points(text, longest_name + 1)) <= longest_name &&
           names_issuer(language_, text) && !names_document(language_, text) &&
           !has_metadata_label(language_, text);
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
    const std::string_view lead = first_code_points(document_.slice(outline_.lead), longest_lead);
    // Two characters (区委, 我局) name nobody.
    if (const auto name = language_.documents.speaker->capture(lead); name && name->size() > 6)
      if (take(lead.substr(name->begin, name->size()))) return true;
    if (const auto noun = language_.documents.ourselves->capture(lead))
      outline_.issuer_kind = issuer_kind_of(language_, lead.substr(noun->begin, noun->size()));
    return outline_.issuer_kind != IssuerKind::unknown;
  }

  bool take_signature() {
    for (std::size_t i = outline_.roles.size(); i-- > 0;)
      if (outline_.roles[i] == Role::signature && !is_date_line(language_, words(i)) &&
          take(words(i)))
        return true;
    return false;
  }

  bool take_source() {
    for (std::size_t i = 0; i < outline_.roles.size(); ++i) {
      if (outline_.roles[i] != Role::metadata) continue;
      if (document_.blocks[i].kind == Block::Kind::meta_source) {
        if (take(words(i))) return true;
      } else if (const auto name = language_.documents.source->capture(words(i))) {
        if (take(words(i).substr(name->begin, name->size()))) return true;
      }
    }
    return false;
  }

  const Document& document_;
  const LanguageData& language_;
  const OutlineHints& hints_;
  Outline& outline_;
};

}  // namespace

IssuerKind issuer_kind_of(const LanguageData& language, std::string_view name) {
  const auto& kinds = language.documents.issuer_kinds;
  const auto kind = std::ranges::find_if(
      kinds, [&](const DocumentForms::Issuer& own) { return own.name->matches(name); });
  return kind == kinds.end() ? IssuerKind::unknown : kind->kind;
}

void read_issuer(const Document& document, const OutlineHints& hints, Outline& outline) {
  IssuerReader(document, hints, outline).read();
}

}  // namespace hegui
