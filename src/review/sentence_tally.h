#pragma once

#include <cstdint>
#include <vector>

#include "document/part.h"
#include "review/binding.h"

namespace hegui {

/// A sentence of the body, up to 。！？；, or a paragraph of it.
struct Sentence {
  Span span = {};
  int section = -1;         ///< The innermost one.
  bool heading = false;     ///< Of a run-in heading: no text of that section.
  std::uint32_t first = 0;  ///< Indices of the sentences of the outermost section around it.
  std::uint32_t last = 0;   ///< Behind them.
};

/// In reading order, without headings that stand on a line of their own.
std::vector<Sentence> body_sentences(const Document& document, const Outline& outline,
                                     bool paragraphs = false);

/// Which sentences of the body say what `mostly` asks for. Those of an outermost section are asked
/// when one of them is counted, once, and their sums are kept: counting takes no longer the more
/// sections and passages lie over one another.
class SentenceTally {
 public:
  SentenceTally(const Document& document, const Outline& outline,
                const std::vector<Sentence>& sentences, const Mostly& mostly);

  struct Count {
    int says = 0;
    int against = 0;
    double share() const { return says > 0 ? static_cast<double>(says) / (says + against) : 0; }
  };
  Count count(const Part& part);
  bool enough(Count count) const;
  /// "2 句中 1 句是，不到 60%", as far as it is not enough.
  Message tell(Count count) const;
  /// Its sentences that count, with the words that decided.
  std::vector<Counted> list(const Part& part);

  /// Where in sections of that depth, less what is taken, such sentences stand densely: stretches
  /// that no longer or shorter one beats, each enough in itself.
  std::vector<Span> dense(int min_depth, int max_depth, const std::vector<Span>& taken);

 private:
  enum class Vote : std::int8_t { open, says, against, neither };
  Vote vote(std::size_t index) const;
  std::size_t first_behind(std::uint32_t at) const;
  void ask(const Sentence& sentence);
  struct Range {
    std::size_t first = 0;
    std::size_t last = 0;
  };
  std::vector<Range> ranges_of(const Part& part) const;
  int group(const Sentence& sentence, int max_depth) const;

  const Document& document_;
  const Outline& outline_;
  const std::vector<Sentence>& sentences_;
  const Mostly& mostly_;
  std::vector<Vote> votes_;
  std::vector<Count> up_to_;  // And with the sentence, from the first of its outermost section.
};

}  // namespace hegui
