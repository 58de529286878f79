#include "search/filled_terms.h"

#include <utility>

namespace hegui {
namespace {

thread_local const FilledTerms* current = nullptr;

}  // namespace

FilledTerms::FilledTerms(std::span<const SharedTerm> terms, const Variables& values) {
  for (const SharedTerm& written : terms) {
    if (!written->has_variables()) continue;
    if (auto filled = written->with(values))
      meanings_.emplace(written.get(), std::move(*filled)).first->second.add_to(index_);
  }
  index_.finish();
}

const Term* FilledTerms::meaning_of(const Term& written) const {
  const auto known = meanings_.find(&written);
  return known == meanings_.end() ? nullptr : &known->second;
}

const FilledTerms* FilledTerms::of_report() { return current; }

FilledTerms::Use::Use(const FilledTerms& filled, std::string_view text)
    : outer_(std::exchange(current, &filled)), scan_(filled.index_, text) {}

FilledTerms::Use::~Use() { current = outer_; }

}  // namespace hegui
