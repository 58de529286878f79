// Fixes are made in passes, because one may make room for another, or need one:
//
//   choose those that do not meet → write them into the bytes → read and review these anew
//
// What the bytes read as must be what was meant, else a fix has touched more than words (markup, a
// table, a paragraph's end), and is found and left out by trying fewer of them. So is one that its
// rule would find again in what it put in, which would grow at each run.

#include "report/mend.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "review/fixes.h"
#include "text/input_error.h"

namespace hegui {
namespace {

constexpr std::size_t most_passes = 10;
/// Of a report in which fix upon fix touches more than words.
constexpr std::size_t most_readings = 1000, most_read_bytes = std::size_t{256} << 20;

using Fixes = std::vector<ChosenFix>;

std::vector<Replacement> replacements_in(std::span<const ChosenFix> fixes) {
  std::vector<Replacement> all;
  for (const ChosenFix& fix : fixes)
    all.insert(all.end(), fix.replacements.begin(), fix.replacements.end());
  sort_replacements(all);
  return all;
}

/// The words of the blocks with the fixes in them.
std::string plain_with(const Document& document, std::span<const ChosenFix> fixes) {
  std::vector<Replacement> all;
  for (const ChosenFix& fix : fixes)
    for (const Edit& edit : fix.finding->fix.edits) {
      const std::uint32_t begin = document.folding.to(edit.span.begin);
      const auto size = static_cast<std::uint32_t>(document.written(edit.span).size());
      all.push_back({{begin, begin + size}, edit.text});
    }
  sort_replacements(all);
  return with_replacements(document.plain, all);
}

/// Whether a document says what one with those fixes should.
bool is_as_meant(const Document& after, const Document& before, std::span<const ChosenFix> fixes) {
  if (after.source != with_replacements(before.source, replacements_in(fixes))) return false;
  const bool has_markup = before.format == "md" || before.format == "html";
  return !has_markup || after.plain == plain_with(before, fixes);
}

/// Where places of a source are in the source with the replacements, which are in its order, made.
class MovedPlaces {
 public:
  explicit MovedPlaces(std::span<const Replacement> replacements) {
    std::int64_t moved = 0;
    for (const Replacement& own : replacements) {
      moved += static_cast<std::int64_t>(own.text.size()) - own.span.size();
      by_end_.insert_or_assign(own.span.end, moved);
    }
  }
  std::uint32_t of(std::uint32_t place) const {
    const auto behind = by_end_.upper_bound(place);
    if (behind == by_end_.begin()) return place;
    return static_cast<std::uint32_t>(place + std::prev(behind)->second);
  }

 private:
  std::map<std::uint32_t, std::int64_t> by_end_;
};

class Mender {
 public:
  Mender(const Review& review, const MendOptions& options,
         const std::function<Review(std::string bytes)>& review_of)
      : options_(options), review_of_(review_of), now_(&review) {}

  Mended run() {
    for (std::size_t pass = 0;; ++pass) {
      Fixes fixes = choose_fixes(*now_, options_.unsafe);
      std::erase_if(fixes, [&](const ChosenFix& fix) { return refused_.contains(key_of(fix)); });
      if (fixes.empty()) break;
      if (pass == most_passes) {
        leave(say("规则 {} 的改法改了又改，没有再改",
                  "the fixes of {} bring one another, and were not made again",
                  fixes.front().finding->rule));
        break;
      }
      if (!make(fixes)) break;
    }
    if (touches_more_)
      leave(why_.value_or(say("有的问题改了会打乱格式，没有改",
                              "some fixes would change more than words, and were left out")));
    leave_what_is_kept();
    return std::move(mended_);
  }

 private:
  using Key = std::pair<std::uint32_t, std::string>;  // Place in the source, rule.

  static Key key_of(const ChosenFix& fix) {
    return {fix.replacements.front().span.begin, fix.finding->rule};
  }

  void leave(Message why) { mended_.left.push_back(std::move(why)); }

  void refuse(const ChosenFix& fix) { refused_.insert(key_of(fix)); }

  std::string bytes_with(std::span<const ChosenFix> fixes) const {
    return rewritten(now_->document, now_->bytes, replacements_in(fixes), options_.read.limits);
  }

  /// Whether what the bytes with those fixes are read as is what was meant.
  bool can_be_made(std::span<const ChosenFix> fixes) {
    ++readings_;
    read_bytes_ += now_->bytes.size();
    try {
      const Document after = read_document(now_->document.path, bytes_with(fixes), options_.read);
      return is_as_meant(after, now_->document, fixes);
    } catch (const InputError& error) {
      why_ = error.message();
      return false;
    }
  }

  /// Adds to `made` those of the fixes that can be made with them, and refuses the others.
  void try_fewer(std::span<const ChosenFix> fixes, Fixes& made) {
    if (readings_ >= most_readings || read_bytes_ >= most_read_bytes) {
      std::ranges::for_each(fixes, [&](const ChosenFix& fix) { refuse(fix); });
      touches_more_ = true;
      return;
    }
    const std::size_t before = made.size();
    made.insert(made.end(), fixes.begin(), fixes.end());
    if (can_be_made(made)) return;
    made.resize(before);
    if (fixes.size() == 1) {
      refuse(fixes.front());
      touches_more_ = true;
      return;
    }
    const std::size_t half = fixes.size() / 2;
    try_fewer(fixes.first(half), made);
    try_fewer(fixes.subspan(half), made);
  }

  /// One pass. False if there can be no other.
  bool make(Fixes fixes) {
    std::string bytes;
    Review next;
    const auto review_with = [&] {
      bytes = bytes_with(fixes);
      next = review_of_(bytes);
      return next.status == Review::Status::checked &&
             is_as_meant(next.document, now_->document, fixes);
    };
    const auto holds = [&] {
      try {
        return review_with();
      } catch (const InputError& error) {
        why_ = error.message();
        return false;
      }
    };
    if (!holds()) {
      Fixes made;
      try_fewer(fixes, made);
      fixes = std::move(made);
      if (fixes.empty()) return true;
      if (!holds()) {
        // Not because of the fixes: words for words are as readable.
        mended_.has_failed = next.status == Review::Status::unreadable;
        leave(next.error);
        return false;
      }
    }
    if (refuse_endless(fixes, next)) return true;
    accept(fixes, std::move(next), std::move(bytes));
    return true;
  }

  /// Refuses fixes whose rule would fix what they put in again; whether there are any.
  bool refuse_endless(const Fixes& fixes, const Review& next) {
    const MovedPlaces moved(replacements_in(fixes));
    struct PutIn {
      std::uint32_t begin;
      const ChosenFix* fix;
    };
    std::map<std::uint32_t, PutIn> put_in;  // By where it ends.
    for (const ChosenFix& fix : fixes)
      for (const Edit& edit : fix.finding->fix.edits) {
        const std::uint32_t end = moved.of(now_->document.in_source(edit.span).end);
        put_in.insert_or_assign(end,
                                PutIn{end - static_cast<std::uint32_t>(edit.text.size()), &fix});
      }
    std::set<std::string> rules;
    for (const ChosenFix& again : choose_fixes(next, options_.unsafe))
      for (const Edit& edit : again.finding->fix.edits) {
        const Span span = next.document.in_source(edit.span);
        for (auto own = put_in.upper_bound(span.begin);
             own != put_in.end() && own->second.begin < span.end; ++own)
          if (own->second.fix->finding->rule == again.finding->rule) {
            refuse(*own->second.fix);
            rules.insert(again.finding->rule);
          }
      }
    for (const std::string& rule : rules)
      if (endless_.insert(rule).second)
        leave(say("规则 {} 的改法改完还会再报，没有改",
                  "the fix of {} would bring its finding again, and was left out", rule));
    return !rules.empty();
  }

  void accept(const Fixes& fixes, Review next, std::string bytes) {
    const MovedPlaces moved(replacements_in(fixes));
    std::set<Key> refused;
    for (const auto& [place, rule] : refused_) refused.emplace(moved.of(place), rule);
    refused_ = std::move(refused);
    next.bytes = std::move(bytes);
    mended_.findings += fixes.size();
    mended_.review = std::move(next);
    now_ = &mended_.review;
  }

  void leave_what_is_kept() {
    const auto is_kept = [&](const Finding& finding) {
      return !finding.suppressed && !finding.fix.empty() &&
             (finding.fix.is_safe || options_.unsafe) && replacements_of(*now_, finding).empty();
    };
    if (std::ranges::any_of(now_->findings, is_kept))
      leave(say("修订、域、锁定的内容等里面的没有改，请用 Word 改",
                "what stands in tracked changes, fields, locked controls and the like was left "
                "alone; change it with Word"));
  }

  const MendOptions& options_;
  const std::function<Review(std::string bytes)>& review_of_;
  const Review* now_;
  Mended mended_ = {};
  std::set<Key> refused_ = {};
  std::set<std::string> endless_ = {};  // Rules that were told.
  std::optional<Message> why_ = {};     // The format's own word, where it has one.
  bool touches_more_ = false;
  std::size_t readings_ = 0, read_bytes_ = 0;
};

}  // namespace

Mended mend(const Review& review, const MendOptions& options,
            const std::function<Review(std::string bytes)>& review_of) {
  const auto is_wanted = [&](const Finding& finding) {
    return !finding.suppressed && !finding.fix.empty() && (finding.fix.is_safe || options.unsafe);
  };
  if (review.status != Review::Status::checked || std::ranges::none_of(review.findings, is_wanted))
    return {};
  Mended untouched;
  if (!is_writable(review.document)) {
    untouched.left.push_back(
        say("{} 只能读，不能改；请改原来的文档，或者另存为 DOCX",
            "{} is only read, never written; change its original, or save it as DOCX",
            review.document.format));
    return untouched;
  }
  try {
    // Whether it can be written at all.
    (void)rewritten(review.document, review.bytes, {}, options.read.limits);
  } catch (const InputError& error) {
    untouched.left.push_back(say("没有改：{}", "not changed: {}", error.message()));
    return untouched;
  }
  return Mender(review, options, review_of).run();
}

}  // namespace hegui
