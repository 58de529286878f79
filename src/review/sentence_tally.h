#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "document/part.h"
#include "review/binding/binding.h"

namespace hegui {

/// A sentence of the body, up to 。！？；, or a paragraph of it.
struct Sentence {
  Span span = {};
  Span words = {};          ///< What is asked: without the mark of an item.
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
  enum class Vote : std::int8_t { open, says, against, neither };
  struct Count {
    int says = 0;
    int against = 0;
    double share() const { return says > 0 ? static_cast<double>(says) / (says + against) : 0; }
  };
  /// How sentences voted so far. Tallies that ask the same of the same sentences share them.
  struct Votes {
    std::vector<Vote> votes;
    std::vector<Count> up_to;  ///< And with the sentence, from the first of its outermost section.
  };

  SentenceTally(const Document& document, const Outline& outline,
                const std::vector<Sentence>& sentences, const Mostly& mostly);

  /// Whether the votes of the other are good for this one, too.
  bool asks_as(const Mostly& other) const {
    return mostly_.paragraphs == other.paragraphs && mostly_.saying == other.saying &&
           mostly_.rather_than == other.rather_than;
  }
  /// The same votes, by another measure of what is enough. `asks_as(mostly)` must hold.
  SentenceTally measured_by(const Mostly& mostly) const;

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
  SentenceTally(const SentenceTally& other, const Mostly& mostly);
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
  std::shared_ptr<Votes> voted_;
};

}  // namespace hegui
