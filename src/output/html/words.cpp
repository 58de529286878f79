// The words of a block: cut where a finding or bold type begins or ends, so that stretches that
// overlap need no elements that do.

#include "output/html/words.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "text/printable.h"

namespace hegui {
namespace {

/// Of the findings that cover one place so many are named there, the innermost: each of thousands
/// may cover a paragraph.
constexpr std::size_t most_at_once = 8;

class Words : PageWriter {
 public:
  Words(const PageReport& page, const Marks& marks, std::size_t block, std::span<const Span> bold,
        bool slots_apart, std::string& out)
      : PageWriter(page, out),
        block_(review_.document.blocks[block]),
        stretches_(marks.stretches(block)),
        pins_(marks.pins(block)),
        bold_(bold),
        slots_apart_(slots_apart) {
    for (const Marks::Stretch& stretch : stretches_) ending_.push_back(&stretch);
    std::ranges::stable_sort(ending_, {},
                             [](const Marks::Stretch* stretch) { return stretch->span.end; });
  }

  void write() {
    const std::vector<std::uint32_t> cuts = this->cuts();
    for (std::size_t i = 0; i < cuts.size(); ++i) {
      reach(cuts[i]);
      if (i + 1 < cuts.size()) write_words({cuts[i], cuts[i + 1]});
    }
  }

 private:
  std::vector<std::uint32_t> cuts() const {
    std::vector<std::uint32_t> cuts{block_.span.begin, block_.span.end};
    const auto add = [&](std::uint32_t at) {
      if (block_.span.begin < at && at < block_.span.end) cuts.push_back(at);
    };
    for (const Marks::Stretch& stretch : stretches_) {
      add(stretch.span.begin);
      add(stretch.span.end);
    }
    for (const Marks::Pin& pin : pins_) add(pin.at);
    for (const Span span : bold_) {
      add(span.begin);
      add(span.end);
    }
    std::ranges::sort(cuts);
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    return cuts;
  }

  /// What ends at the place, stands there, and begins there.
  void reach(std::uint32_t at) {
    for (; ended_ < ending_.size() && ending_[ended_]->span.end <= at; ++ended_) {
      const Marks::Stretch& stretch = *ending_[ended_];
      covering_.erase(stretch.finding);
      if (stretch.ends) out_ += number_in_text(page_, stretch.finding);
    }
    for (; pinned_ < pins_.size() && pins_[pinned_].at <= at; ++pinned_) write_pin(pins_[pinned_]);
    for (; begun_ < stretches_.size() && stretches_[begun_].span.begin <= at; ++begun_)
      covering_.insert(stretches_[begun_].finding);
    while (!bold_.empty() && bold_.front().end <= at) bold_ = bold_.subspan(1);
  }

  void write_pin(const Marks::Pin& pin) {
    const Place& place = page_.findings[pin.finding]->place;
    if (!place.insertion) {
      out_ += R"(<span class="caret" aria-hidden="true">‸</span>)";
      out_ += number_in_text(page_, pin.finding);
      return;
    }
    const bool is_apart = slots_apart_ && (pin.after || pin.at == block_.span.begin);
    if (!is_apart) append_slot(page_, pin.finding, "span", out_);
  }

  void write_words(Span span) {
    const bool is_bold = !bold_.empty() && bold_.front().begin <= span.begin;
    if (is_bold) out_ += "<b>";
    if (!covering_.empty()) begin_mark();
    out_ += html_text(review_.document.written(span));
    if (!covering_.empty()) out_ += "</mark>";
    if (is_bold) out_ += "</b>";
  }

  void begin_mark() {
    std::string numbers, type = "known";
    Severity worst = Severity::note;
    std::size_t left = most_at_once;
    for (auto at = covering_.rbegin(); at != covering_.rend() && left > 0; ++at, --left) {
      const Finding& finding = *page_.findings[*at];
      numbers += (numbers.empty() ? "" : " ") + fmt::to_string(*at + 1);
      if (finding.suppressed) continue;
      worst = std::max(worst, finding.severity);
      type = name_of(worst);
    }
    put(R"(<mark class="{}" data-f="{}">)", type, numbers);
  }

  const Block& block_;
  std::span<const Marks::Stretch> stretches_;
  std::vector<const Marks::Stretch*> ending_ = {};
  std::span<const Marks::Pin> pins_;
  std::span<const Span> bold_;
  bool slots_apart_;
  std::set<std::size_t> covering_ = {};
  std::size_t begun_ = 0, ended_ = 0, pinned_ = 0;
};

}  // namespace

void append_words(const PageReport& page, const Marks& marks, std::size_t block,
                  std::span<const Span> bold, bool slots_apart, std::string& out) {
  Words(page, marks, block, bold, slots_apart, out).write();
}

void append_slot(const PageReport& page, std::size_t finding, std::string_view element,
                 std::string& out) {
  const Finding& missing = *page.findings[finding];
  const Language language = page.options.language;
  const RequirementReview* const requirement = page.review.find_requirement(missing.rule);
  const std::string title =
      requirement ? requirement->requirement->rule.title : missing.message.in(language);
  fmt::format_to(std::back_inserter(out),
                 R"(<{} class="slot {}" data-f="{}"><span class="what">{}{}</span>)", element,
                 missing.suppressed ? "known" : name_of(missing.severity), finding + 1,
                 html_text(say("这里还缺：{}", "Missing here: {}", title).in(language)),
                 number_in_text(page, finding));
  if (const std::string& help = missing.help.in(language); !help.empty())
    fmt::format_to(std::back_inserter(out), R"(<span class="help">{}</span>)", html_text(help));
  fmt::format_to(std::back_inserter(out), "</{}>\n", element);
}

void append_slots(const PageReport& page, const Marks& marks, std::size_t block, bool after,
                  std::string& out) {
  const std::uint32_t begin = page.review.document.blocks[block].span.begin;
  for (const Marks::Pin& pin : marks.pins(block)) {
    if (!page.findings[pin.finding]->place.insertion || pin.after != after) continue;
    if (after || pin.at == begin) append_slot(page, pin.finding, "div", out);
  }
}

}  // namespace hegui
