#pragma once

#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "search/literal_index.h"
#include "search/terms.h"

namespace hegui {

/// What the terms with variables of a rule set stand for in reports of some values.
class FilledTerms {
 public:
  /// Of `terms`, which outlive it, those with variables. Without a value for one they mean nothing.
  FilledTerms(std::span<const SharedTerm> terms, const Variables& values);
  FilledTerms(const FilledTerms&) = delete;
  FilledTerms& operator=(const FilledTerms&) = delete;

  /// Null if it means nothing.
  const Term* meaning_of(const Term& written) const;

  /// What is used on this thread; null outside of a report.
  static const FilledTerms* of_report();

  /// While it is there, terms on this thread mean that, and are looked up in one scan of `text`.
  /// Both must outlive it.
  class Use {
   public:
    Use(const FilledTerms& filled, std::string_view text);
    ~Use();
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;

   private:
    const FilledTerms* outer_;
    LiteralScan scan_;
  };

 private:
  std::unordered_map<const Term*, Term> meanings_;
  LiteralIndex index_;
};

}  // namespace hegui
