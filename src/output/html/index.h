#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "output/html/markup.h"

namespace hegui {

/// What is kept of each report for the list of all: reports × requirements.
class ReportIndex {
 public:
  /// `link` leads to its page, or its place on this one.
  void add(const Review& review, const std::string& link, const OutputOptions& options);
  /// An element `section`, with controls by which a script sorts and filters.
  void append(const Summary& summary, const OutputOptions& options, std::string& out) const;

 private:
  /// Written, since a run may have thousands: so many together that a browser needs to lay out only
  /// those that are seen.
  struct Rows {
    static constexpr std::size_t most = 100;
    std::vector<std::string> chunks = {};
    std::size_t size = 0;

    std::string& next();
  };

  /// Reports that were held to the same requirements: a table.
  struct Group {
    std::string title = {};
    std::vector<std::string> columns = {};                ///< Short titles.
    std::vector<std::array<std::size_t, 4>> counts = {};  ///< By column and Verdict.
    bool scored = false;
    Rows rows = {};
  };

  static Group new_group(const Review& review);
  static void append_rows(const Rows& rows, std::string_view type, std::string_view name,
                          const std::string& head, const std::string& sums, std::string& out);
  void append_group(const Group& group, const OutputOptions& options, std::string& out) const;

  std::vector<Group> groups_ = {};
  std::map<std::string, std::size_t> group_of_ = {};
  Rows not_checked_ = {};
};

}  // namespace hegui
