#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "document/signature.h"
#include "language/zh_dates.h"

namespace hegui {

/// What a paragraph and the report around it tell of the years that its dates are of. Each is found
/// out when it is first asked: most paragraphs name no day that needs it.
class DayContext {
 public:
  explicit DayContext(const Target& target);

  void enter(Span paragraph);

  /// Whether the paragraph speaks of other years in words: 去年.
  bool names_another_year();
  /// Years that a date without one may be of: those named before it, the last first, then those of
  /// its headings and of the report.
  std::vector<int> years_of(const Date& date);
  /// Whether the report may speak of such a day of the year after its own, in which it is written:
  /// it plans, or it was signed no earlier, and the sentence goes on with no month that was yet to
  /// come.
  bool may_be_of_year(int next, const Date& date);

 private:
  struct NamedYear {
    std::uint32_t at;  ///< In its paragraph.
    int value;
  };

  std::vector<NamedYear> years_in(std::string_view text) const;
  std::vector<int> years_outside() const;
  bool is_among_plans();

  const Target& target_;
  int own_year_ = 0;
  std::optional<SignedDay> signature_ = {};
  Span paragraph_ = {};
  std::string_view text_ = {};
  std::optional<bool> names_another_ = {}, is_among_plans_ = {};
  std::optional<std::vector<NamedYear>> years_ = {};
  std::vector<int> outside_ = {};
};

}  // namespace hegui
