#pragma once

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "output/output.h"
#include "output/parts/checklist.h"

namespace hegui {

/// Words of others as text of HTML, or as the value of an attribute in double quotes: no markup
/// comes of them, and no control character or turn of direction.
std::string html_text(std::string_view words);

/// BCP 47.
std::string_view language_tag(Language language);

/// As classes of page.css and as people say it.
std::string_view class_of(Verdict verdict);
std::string_view word_of(Verdict verdict, Language language);

/// What a requirement comes to, as a class: met, none, the severity of its finding, known if that
/// is suppressed, or nothing if none is told of it.
std::string_view type_of(const Review& review, const RequirementReview& requirement);

/// One report on a page, and how its parts are called there: ids begin with r and its number.
struct PageReport {
  const Review& review;
  const OutputOptions& options;
  std::size_t number = 1;  ///< On its page.
  /// Those that are shown, in reading order; their numbers on the page count from 1.
  std::vector<const Finding*> findings = {};

  PageReport(const Review& reviewed, const OutputOptions& given, std::size_t its_number);

  /// r1-f3: the list's entry of the third finding. `kind`: m of its mark in the text, b of a
  /// block, q of a requirement.
  std::string id(char kind, std::size_t of) const;
  /// The id of the block that holds the place.
  std::string id_of_block_at(std::uint32_t offset) const;
  std::string_view say(Label label) const { return label.in(options.language); }
};

/// What writes a part of a report's page.
class PageWriter {
 public:
  PageWriter(const PageReport& page, std::string& out)
      : page_(page), review_(page.review), language_(page.options.language), out_(out) {}

 protected:
  template <typename... Args>
  void put(fmt::format_string<Args...> form, Args&&... args) {
    fmt::format_to(std::back_inserter(out_), form, std::forward<Args>(args)...);
  }

  const PageReport& page_;
  const Review& review_;
  const Language language_;
  std::string& out_;
};

/// The finding's number in the text, which leads to the list.
std::string number_in_text(const PageReport& page, std::size_t finding);

}  // namespace hegui
