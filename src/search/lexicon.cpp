#include "search/lexicon.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <span>

#include "search/literal_index.h"
#include "search/term_hits.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

std::string utf8(std::u32string_view characters) {
  std::string text;
  for (const char32_t code : characters) append_utf8(text, code);
  return text;
}

/// Quotes may stand anywhere in a phrase: 行政执法“三项制度”.
bool is_quote(char32_t code) { return code >= 0x2018 && code <= 0x201D; }

// Pieces of phrases are looked up as numbers: 16 bits of each character.
constexpr std::size_t shortest_piece = 2, longest_piece = 4;

std::uint64_t longer_piece(std::uint64_t piece, char32_t code) {
  return piece << 16 | (code & 0xFFFF);
}

std::uint32_t bit_of(std::uint64_t piece) {
  return static_cast<std::uint32_t>(piece * 0x9E3779B97F4A7C15 >> 48);  // Odd, without a pattern.
}

}  // namespace

/// The rows of all dictionaries, with what is looked for of each.
struct Lexicon::Rows {
  explicit Rows(const Dictionaries& dictionaries);

  struct Phrase {
    std::u32string words;
    const std::string* text;
    bool verified;
  };
  /// A piece of a phrase that stands so many characters behind its beginning.
  struct Anchor {
    std::uint64_t piece;
    std::uint32_t phrase;
    std::uint32_t at;
  };
  struct Known {
    LiteralIndex::Number number;
    std::uint32_t size;  ///< In bytes.
  };
  struct Order {
    const std::vector<std::string>* words;
    std::vector<LiteralIndex::Number> numbers;
    bool verified;
  };
  struct Wrong {
    const WrongWords* row;
    Term written;
    bool verified;
  };
  struct Dated {
    const DatedWords* row;
    Term written;
    bool verified;
  };

  LiteralIndex index;
  std::vector<Phrase> phrases;
  std::vector<Anchor> anchors;  ///< By piece.
  using Bits = std::array<std::uint64_t, 1024>;
  Bits pieces = {};  ///< A bit for each that there may be,
  Bits pairs = {};   ///< and for the two characters that each begins with.
  std::vector<Known> known;
  std::vector<Order> orders;
  // The index looks into their terms, which must not move.
  std::deque<Wrong> wrong;
  std::deque<Dated> dated;

 private:
  void add(const Dictionary& dictionary);
  void add_phrase(const std::string& words, bool verified);
  void add_anchor(std::u32string_view piece, std::uint32_t phrase, std::size_t at);
};

Lexicon::Rows::Rows(const Dictionaries& dictionaries) {
  for (const auto& dictionary : dictionaries) add(*dictionary);
  index.finish();
  std::ranges::stable_sort(anchors, {}, &Anchor::piece);
}

void Lexicon::Rows::add(const Dictionary& dictionary) {
  const bool verified = dictionary.verified;
  for (const WrongWords& row : dictionary.wrong) {
    wrong.push_back({&row, row.written, verified});
    wrong.back().written.add_to(index);
  }
  for (const std::string& words : dictionary.right) add_phrase(words, verified);
  for (const std::string& words : dictionary.known)
    known.push_back({index.add_word(words), static_cast<std::uint32_t>(words.size())});
  for (const std::vector<std::string>& words : dictionary.orders) {
    Order order{&words, {}, verified};
    for (const std::string& word : words) order.numbers.push_back(index.add_word(word));
    orders.push_back(std::move(order));
  }
  for (const DatedWords& row : dictionary.dated)
    for (const SharedTerm& term : row.written.list()) {
      dated.push_back({&row, *term, verified});
      dated.back().written.add_to(index);
    }
}

/// One slip leaves the beginning of one half whole, except where the characters beside the middle
/// are swapped. Of long phrases a piece is enough.
void Lexicon::Rows::add_phrase(const std::string& words, bool verified) {
  const auto number = static_cast<std::uint32_t>(phrases.size());
  std::u32string bare = characters(words);
  std::erase_if(bare, is_quote);
  phrases.push_back({std::move(bare), &words, verified});
  const std::u32string_view all = phrases.back().words;
  const std::size_t half = all.size() / 2;
  if (half == 0) return;
  add_anchor(all.substr(0, std::min(half, longest_piece)), number, 0);
  add_anchor(all.substr(half, longest_piece), number, half);
  const std::u32string swapped{all[half], all[half - 1]};
  if (half <= longest_piece && all[half] != all[half - 1]) add_anchor(swapped, number, half - 1);
}

void Lexicon::Rows::add_anchor(std::u32string_view piece, std::uint32_t phrase, std::size_t at) {
  std::uint64_t number = 0;
  const auto set = [&](Bits& bits) {
    const std::uint32_t bit = bit_of(number);
    bits[bit / 64] |= std::uint64_t{1} << bit % 64;
  };
  for (std::size_t i = 0; i < piece.size(); ++i) {
    number = longer_piece(number, piece[i]);
    if (i + 1 == shortest_piece) set(pairs);
  }
  set(pieces);
  anchors.push_back({number, phrase, static_cast<std::uint32_t>(at)});
}

/// What one text holds of the rows.
class Lexicon::Reading {
 public:
  Reading(const Rows& rows, std::string_view text, const CharacterForms& forms)
      : rows_(rows), text_(text), forms_(forms), scan_(rows.index, text) {
    if (!rows.phrases.empty() || !rows.orders.empty()) read_characters();
  }

  std::vector<Slip> slips() {
    known();
    phrases();
    wrong();
    for (const Rows::Order& order : rows_.orders) in_order(order);
    return chosen();
  }

 private:
  struct Candidate {
    Slip slip;
    Span focus;  ///< Where the slip is, with what shows it.
  };

  void read_characters() {
    const std::size_t most = count_code_points(text_);
    characters_.reserve(most);
    begins_.reserve(most);
    for (std::size_t at = 0; at < text_.size();) {
      const auto begin = static_cast<std::uint32_t>(at);
      const char32_t code = next_code_point(text_, at);
      if (is_quote(code)) continue;
      characters_.push_back(code);
      begins_.push_back(begin);
    }
  }

  std::u32string_view all_characters() const { return {characters_.data(), characters_.size()}; }

  void each_place(LiteralIndex::Number number, const auto& visit) const {
    for (const std::uint32_t place : scan_.places(number)) visit(place);
  }

  /// Of characters, in bytes.
  Span bytes(std::size_t first, std::size_t count) const {
    const std::uint32_t last = begins_[first + count - 1];
    std::size_t end = last;
    next_code_point(text_, end);
    return {begins_[first], static_cast<std::uint32_t>(end)};
  }

  void known() {
    for (const Rows::Known& known : rows_.known)
      each_place(known.number, [&](std::uint32_t place) {
        right_.push_back({place, place + known.size});
      });
  }

  void phrases() {
    const auto has = [](const Rows::Bits& bits, std::uint64_t piece) {
      const std::uint32_t bit = bit_of(piece);
      return (bits[bit / 64] >> bit % 64 & 1) != 0;
    };
    for (std::size_t at = 0; at + 1 < characters_.size(); ++at) {
      std::uint64_t piece = longer_piece(characters_[at] & 0xFFFF, characters_[at + 1]);
      if (!has(rows_.pairs, piece)) continue;
      const std::size_t end = std::min(at + longest_piece, characters_.size());
      for (std::size_t next = at + shortest_piece;; ++next) {
        if (has(rows_.pieces, piece)) phrases_with(piece, at);
        if (next >= end) break;
        piece = longer_piece(piece, characters_[next]);
      }
    }
  }

  /// Those of which that piece stands here.
  void phrases_with(std::uint64_t piece, std::size_t at) {
    for (auto anchor = std::ranges::lower_bound(rows_.anchors, piece, {}, &Rows::Anchor::piece);
         anchor != rows_.anchors.end() && anchor->piece == piece; ++anchor)
      compare(*anchor, at);
  }

  /// The phrase against the text around one of its pieces. In front of the second half one
  /// character may be missing, or be too many.
  void compare(const Rows::Anchor& anchor, std::size_t at) {
    const bool is_second_half = anchor.at > 0;
    for (const std::size_t first : {at - anchor.at, at - anchor.at + 1, at - anchor.at - 1}) {
      if (first <= at) compare(rows_.phrases[anchor.phrase], first);
      if (!is_second_half) break;
    }
  }

  void compare(const Rows::Phrase& phrase, std::size_t first) {
    const std::u32string_view here = all_characters().substr(first, phrase.words.size() + 1);
    const auto found = difference(here, phrase.words);
    if (!found) return;
    const Span span = bytes(first, found->size);
    if (found->kind == Difference::Kind::none)
      right_.push_back(span);
    else if (is_slip(*found, here, phrase.words, forms_))
      add({span, {*phrase.text}, phrase.verified}, focus_of(*found, first));
  }

  Span focus_of(const Difference& found, std::size_t first) const {
    const std::size_t at = first + found.at;
    switch (found.kind) {
      // Of one written twice it may be the first: 行政执执法监督 is wrong although 执法监督 is
      // right.
      case Difference::Kind::missing:
      case Difference::Kind::extra: return bytes(at - 1, 2);
      case Difference::Kind::swapped: return bytes(at, 2);
      case Difference::Kind::none:
      case Difference::Kind::other: break;
    }
    return bytes(at, 1);
  }

  void wrong() {
    for (const Rows::Wrong& wrong : rows_.wrong)
      each_match(wrong.written, text_, [&](Span hit) {
        if (!is_inside(wrong.row->not_in, text_, hit))
          add({hit, {right_words(wrong, hit)}, wrong.verified}, hit);
      });
  }

  /// {1} is what the first group of the pattern holds.
  std::string right_words(const Rows::Wrong& wrong, Span hit) const {
    constexpr std::string_view group = "{1}";
    std::string right = wrong.row->right;
    const std::size_t at = right.find(group);
    if (at == std::string::npos) return right;
    const std::vector<Span> held = wrong.written.groups(text_, hit);
    const Span first = held.empty() ? Span{} : held.front();
    return right.replace(at, group.size(), text_.substr(first.begin, first.size()));
  }

  /// Between words of a list stands nothing, one 、 or one character.
  bool are_listed(std::size_t end, std::size_t next) const {
    if (next <= end) return next == end;
    return next == end + 1 && (characters_[end] == U'\u3001' || is_han(characters_[end]));
  }

  /// All words of a list, one after another, each once, and not in its order. A few of them may be
  /// another list.
  void in_order(const Rows::Order& order) {
    struct Word {
      std::size_t at, index;
    };
    std::vector<Word> words;
    for (std::size_t i = 0; i < order.numbers.size(); ++i)
      each_place(order.numbers[i], [&](std::uint32_t place) {
        const auto found = std::ranges::lower_bound(begins_, place);
        words.push_back({static_cast<std::size_t>(found - begins_.begin()), i});
      });
    std::ranges::sort(words, {}, &Word::at);
    const auto size = [&](const Word& word) {
      return count_code_points((*order.words)[word.index]);
    };
    for (std::size_t first = 0; first < words.size();) {
      std::size_t end = first + 1;
      while (end < words.size() &&
             are_listed(words[end - 1].at + size(words[end - 1]), words[end].at))
        ++end;
      const auto run = std::span(words).subspan(first, end - first);
      first = end;
      std::vector<std::size_t> sorted;
      for (const Word& word : run) sorted.push_back(word.index);
      if (std::ranges::is_sorted(sorted)) continue;
      std::ranges::sort(sorted);
      if (run.size() != order.words->size() || std::ranges::adjacent_find(sorted) != sorted.end())
        continue;
      std::string right;
      for (std::size_t i = 0; i < run.size(); ++i) {
        if (i > 0) right += between(run[i - 1].at + size(run[i - 1]), run[i].at);
        right += (*order.words)[sorted[i]];
      }
      const Span span = bytes(run.front().at, run.back().at + size(run.back()) - run.front().at);
      add({span, {std::move(right)}, order.verified}, span);
    }
  }

  std::string between(std::size_t first, std::size_t end) const {
    return first == end ? "" : utf8(all_characters().substr(first, end - first));
  }

  void add(Slip slip, Span focus) { candidates_.push_back({std::move(slip), focus}); }

  /// The longest of those that overlap, unless a right phrase covers what makes it a slip.
  std::vector<Slip> chosen() {
    std::ranges::sort(right_, {}, &Span::begin);
    std::uint32_t end = 0;
    for (Span& right : right_) right.end = end = std::max(end, right.end);
    std::erase_if(candidates_, [&](const Candidate& candidate) {
      const auto after = std::ranges::upper_bound(right_, candidate.focus.begin, {}, &Span::begin);
      return after != right_.begin() && std::prev(after)->end >= candidate.focus.end;
    });
    std::ranges::stable_sort(candidates_, [](const Candidate& a, const Candidate& b) {
      return a.slip.span.begin != b.slip.span.begin ? a.slip.span.begin < b.slip.span.begin
                                                    : a.slip.span.end > b.slip.span.end;
    });
    std::vector<Slip> slips;
    for (Candidate& candidate : candidates_) {
      Slip& slip = candidate.slip;
      if (slips.empty() || slips.back().span.end <= slip.span.begin) {
        slips.push_back(std::move(slip));
      } else if (slips.back().span == slip.span) {
        std::vector<std::string>& known = slips.back().right;
        if (std::ranges::find(known, slip.right.front()) == known.end())
          known.push_back(std::move(slip.right.front()));
        slips.back().verified = slips.back().verified && slip.verified;
      } else if (slip.span.size() > slips.back().span.size()) {
        slips.back() = std::move(slip);
      }
    }
    return slips;
  }

  const Rows& rows_;
  std::string_view text_;
  const CharacterForms& forms_;
  LiteralScan scan_;
  std::vector<char32_t> characters_;  ///< Without quotes.
  std::vector<std::uint32_t> begins_;
  std::vector<Span> right_;
  std::vector<Candidate> candidates_;
};

const Lexicon::Rows& Lexicon::rows() const {
  // No call_once: glibc loads a library when an exception leaves it, and ends the program if the
  // exception was for want of memory.
  const std::lock_guard lock(making_);
  if (!rows_) rows_ = std::make_shared<const Rows>(dictionaries_);
  return *rows_;
}

std::vector<Slip> Lexicon::slips(std::string_view text, const CharacterForms& forms) const {
  return Reading(rows(), text, forms).slips();
}

std::vector<DatedHit> Lexicon::dated(std::string_view text) const {
  const Rows& all = rows();
  if (all.dated.empty()) return {};
  const LiteralScan scan(all.index, text);
  std::vector<DatedHit> hits;
  for (const Rows::Dated& dated : all.dated)
    each_match(dated.written, text, [&](Span hit) {
      if (!is_inside(dated.row->not_in, text, hit))
        hits.push_back({hit, dated.row, dated.verified});
    });
  std::ranges::stable_sort(hits, {}, [](const DatedHit& hit) { return hit.span.begin; });
  return hits;
}

}  // namespace hegui
