#pragma once

#include <map>
#include <string>
#include <vector>

#include "review/lint.h"

namespace hegui {

/// What a rule set says of many reports: verdicts and findings per rule, with samples of each.
class Corpus {
 public:
  void add(const Review& review);
  std::size_t documents() const { return documents_; }

  /// Counts, and at most three samples of each.
  void write_text(Language language, std::string& out) const;
  /// For --save; read back by write_changes.
  std::string saved() const;
  /// What is different from an earlier run. Throws InputError when `saved` is none.
  void write_changes(const std::string& saved, Language language, std::string& out) const;

 private:
  struct Count {
    std::size_t number = 0;
    std::vector<std::string> samples = {};
  };

  void count(const std::string& rule, std::string_view what, std::string sample);

  std::size_t documents_ = 0;
  std::size_t not_checked_ = 0;
  /// Rule, then verdict or severity; "met", "error".
  std::map<std::string, std::map<std::string, Count>> rules_;
  /// Document and rule to verdict, or to the number of findings.
  std::map<std::string, std::map<std::string, std::string>> by_document_;
};

}  // namespace hegui
