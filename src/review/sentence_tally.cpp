// `mostly`: what a section is about shows in how many of its sentences say it, whatever its
// heading.
//
// A sentence that says it counts for, any other against; with `rather-than` of the others only
// those that say that instead.
//
// For dense stretches a sentence scores 1 - share, or -share against: a stretch has the share just
// when its sum is not below 0. The stretches are those of Ruzzo and Tompa (1999), all that cannot
// be made better by a longer or shorter one, found in a single pass.

#include "review/sentence_tally.h"

#include <algorithm>
#include <utility>

#include "document/items.h"

namespace hegui {
namespace {

/// A stretch of sentences, with the sums of all scores before it and up to its end.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
  double before = 0;
  double behind = 0;
  int lower = -1;  // The last stretch on the list before which the sum is lower still.
};

class StretchFinder {
 public:
  void add(std::size_t index, double score) {
    const double before = sum_;
    sum_ += score;
    if (score <= 0) return;
    Stretch next{.first = index, .last = index, .before = before, .behind = sum_};
    int lower = last_lower(static_cast<int>(found_.size()) - 1, before);
    while (lower >= 0 && found_[static_cast<std::size_t>(lower)].behind < sum_) {
      // Together they are better than each alone.
      const Stretch start = found_[static_cast<std::size_t>(lower)];
      found_.resize(static_cast<std::size_t>(lower));
      next.first = start.first;
      next.before = start.before;
      lower = start.lower;
    }
    next.lower = lower;
    found_.push_back(next);
  }

  std::vector<Stretch> take() {
    sum_ = 0;
    return std::exchange(found_, {});
  }

 private:
  int last_lower(int from, double before) const {
    while (from >= 0 && found_[static_cast<std::size_t>(from)].before >= before)
      from = found_[static_cast<std::size_t>(from)].lower;
    return from;
  }

  std::vector<Stretch> found_;
  double sum_ = 0;
};

}  // namespace

std::vector<Sentence> body_sentences(const Document& document, const Outline& outline,
                                     bool paragraphs) {
  std::vector<Sentence> found;
  std::uint32_t first = 0;
  const auto close = [&] {
    const auto last = static_cast<std::uint32_t>(found.size());
    for (; first < last; ++first) found[first].last = last;
  };
  for (const Piece& piece : outline.pieces) {
    if (piece.heading) {
      const Section& section = outline.section(piece.section);
      if (section.parent < 0) close();
      if (section.own_line) continue;
    }
    if (paragraphs) {
      if (!piece.heading)
        found.push_back(
            {piece.span, behind_item_mark(document, piece.span), piece.section, false, first});
      continue;
    }
    for (const Span span : clauses(document, piece.span))
      found.push_back(
          {span, behind_item_mark(document, span), piece.section, piece.heading, first});
  }
  close();
  return found;
}

SentenceTally::SentenceTally(const Document& document, const Outline& outline,
                             const std::vector<Sentence>& sentences, const Mostly& mostly)
    : document_(document),
      outline_(outline),
      sentences_(sentences),
      mostly_(mostly),
      voted_(std::make_shared<Votes>(Votes{std::vector<Vote>(sentences.size(), Vote::open),
                                           std::vector<Count>(sentences.size())})) {}

SentenceTally::SentenceTally(const SentenceTally& other, const Mostly& mostly)
    : document_(other.document_),
      outline_(other.outline_),
      sentences_(other.sentences_),
      mostly_(mostly),
      voted_(other.voted_) {}

SentenceTally SentenceTally::measured_by(const Mostly& mostly) const {
  return SentenceTally(*this, mostly);
}

SentenceTally::Vote SentenceTally::vote(std::size_t index) const {
  const std::string_view text = document_.slice(sentences_[index].words);
  if (mostly_.saying.holds(text)) return Vote::says;
  const bool counts = mostly_.rather_than.empty() || mostly_.rather_than.holds(text);
  return counts ? Vote::against : Vote::neither;
}

void SentenceTally::ask(const Sentence& sentence) {
  if (voted_->votes[sentence.first] != Vote::open) return;
  Count count;
  for (std::size_t i = sentence.first; i < sentence.last; ++i) {
    voted_->votes[i] = vote(i);
    count.says += voted_->votes[i] == Vote::says;
    count.against += voted_->votes[i] == Vote::against;
    voted_->up_to[i] = count;
  }
}

std::size_t SentenceTally::first_behind(std::uint32_t at) const {
  const auto found =
      std::ranges::lower_bound(sentences_, at, {}, [](const Sentence& s) { return s.span.begin; });
  return static_cast<std::size_t>(found - sentences_.begin());
}

std::vector<SentenceTally::Range> SentenceTally::ranges_of(const Part& part) const {
  std::vector<Range> ranges;
  for (const Span span : part.spans) {
    Range range{first_behind(span.begin), first_behind(span.end)};
    // Its own run-in heading stands first.
    while (range.first < range.last && sentences_[range.first].heading &&
           sentences_[range.first].section == part.section)
      ++range.first;
    ranges.push_back(range);
  }
  return ranges;
}

SentenceTally::Count SentenceTally::count(const Part& part) {
  Count count;
  for (const Range range : ranges_of(part)) {
    for (std::size_t i = range.first; i < range.last;) {
      const Sentence& sentence = sentences_[i];
      ask(sentence);
      const std::size_t next = std::min<std::size_t>(range.last, sentence.last);
      const Count before = i > sentence.first ? voted_->up_to[i - 1] : Count{};
      count.says += voted_->up_to[next - 1].says - before.says;
      count.against += voted_->up_to[next - 1].against - before.against;
      i = next;
    }
  }
  return count;
}

bool SentenceTally::enough(Count count) const {
  return count.says >= mostly_.least && count.share() >= mostly_.share;
}

Message SentenceTally::tell(Count count) const {
  const Message unit = mostly_.unit();
  Message told =
      say("{0} {2}中 {1} {2}是", "{1} of {0} {2}", count.says + count.against, count.says, unit);
  const auto add = [&](const Message& more) {
    told.zh += more.zh;
    told.en += more.en;
  };
  if (count.says < mostly_.least)
    add(say("，少于 {0} {1}", ", at least {0} needed", mostly_.least, unit));
  else if (count.share() < mostly_.share)
    add(say("，不到 {:g}%", ", at least {:g}% needed", mostly_.share * 100));
  return told;
}

std::vector<Counted> SentenceTally::list(const Part& part) {
  std::vector<Counted> counted;
  for (const Range range : ranges_of(part)) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      ask(sentences_[i]);
      if (voted_->votes[i] == Vote::neither) continue;
      const bool says = voted_->votes[i] == Vote::says;
      const Condition& decided = says ? mostly_.saying : mostly_.rather_than;
      counted.push_back({.span = sentences_[i].span,
                         .says = says,
                         .why = decided.empty()
                                    ? Message{}
                                    : decided.decide(document_.slice(sentences_[i].words)).why});
    }
  }
  return counted;
}

/// The section within which a stretch may grow; -1 if the sentence belongs to none. A report
/// without headings is one section.
int SentenceTally::group(const Sentence& sentence, int max_depth) const {
  int section = sentence.section;
  while (section >= 0 && outline_.section(section).depth > max_depth)
    section = outline_.section(section).parent;
  return section;
}

std::vector<Span> SentenceTally::dense(int min_depth, int max_depth,
                                       const std::vector<Span>& taken) {
  std::vector<Span> found;
  StretchFinder finder;
  const auto close = [&] {
    for (const Stretch& stretch : finder.take()) {
      const Span span{sentences_[stretch.first].span.begin, sentences_[stretch.last].span.end};
      if (enough(count({.spans = {span}}))) found.push_back(span);
    }
  };
  int open = -1;
  auto hole = taken.begin();
  for (std::size_t i = 0; i < sentences_.size(); ++i) {
    const Sentence& sentence = sentences_[i];
    const int section = group(sentence, max_depth);
    while (hole != taken.end() && hole->end <= sentence.span.begin) ++hole;
    const bool is_taken = hole != taken.end() && hole->begin < sentence.span.end;
    if (section != open || is_taken) close();
    open = section;
    const int depth = section >= 0 ? outline_.section(section).depth : 1;
    if (is_taken || depth < min_depth || (section < 0 && !outline_.sections.empty())) continue;
    ask(sentence);
    const Vote voted = voted_->votes[i];
    finder.add(i, voted == Vote::says      ? 1 - mostly_.share
                  : voted == Vote::against ? -mostly_.share
                                           : 0);
  }
  close();
  return found;
}

}  // namespace hegui
