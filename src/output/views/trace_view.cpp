#include "output/views/trace_view.h"

#include <iterator>

#include "language/language_data.h"
#include "output/parts/places.h"
#include "text/printable.h"

namespace hegui {
namespace {

constexpr std::size_t most_listed = 20;

std::string_view name_of(Rung::Kind kind) {
  switch (kind) {
    case Rung::Kind::title: return "title";
    case Rung::Kind::heading: return "heading";
    case Rung::Kind::passage: return "passage";
    case Rung::Kind::mostly: return "mostly";
    case Rung::Kind::rest: return "rest";
  }
  return "";
}

std::string at(const Review& review, Span span) {
  const Location place = review.document.locate(span.begin);
  return fmt::format("{}:{}", place.line, place.column);
}

class TraceWriter {
 public:
  TraceWriter(const Review& review, const RuleTrace& trace, const OutputOptions& options,
              std::string& out)
      : review_(review), trace_(trace), options_(options), out_(out) {}

  void write() {
    line("── {} · {}", "── {} · {}", trace_.rule->id, printable(review_.document.path));
    for (const RungTrace& rung : trace_.rungs) write_rung(rung);
    if (trace_.requirement && trace_.requirement->blocked_by)
      line("  先要有“{}”，没有检查", "  not checked: it depends on “{}”",
           trace_.requirement->blocked_by->rule.title);
    for (const CheckTrace& check : trace_.checks) write_check(check);
    if (trace_.requirement && !trace_.text.empty()) {
      write_items();
      write_figures();
      write_text();
    }
    if (trace_.requirement)
      line("  结论：{}，{}", "  verdict: {}, {}", name_of(trace_.requirement->verdict),
           name_of(trace_.requirement->how));
    out_ += '\n';
  }

 private:
  template <typename... Args>
  void line(fmt::format_string<const Wording<Args>&...> zh,
            fmt::format_string<const Wording<Args>&...> en, const Args&... args) {
    out_ += say(zh, en, args...).in(options_.language) + "\n";
  }

  void write_rung(const RungTrace& rung) {
    if (!rung.tried && rung.considered.empty()) return;
    const auto number = rung.rung - trace_.requirement->requirement->rungs.data() + 1;
    const std::string_view kind = name_of(rung.rung->kind);
    if (rung.tried)
      line("  第 {} 级 {}", "  rung {} {}", number, kind);
    else
      line("  第 {} 级 {}，没有用到；它也不算的：",
           "  rung {} {}, not needed; what it would not have counted either:", number, kind);
    for (const Considered& one : rung.considered) {
      const std::string place = at(review_, one.span);
      const std::string quote = quote_of(review_.document, one.span, 30);
      const std::string& why = one.why.in(options_.language);
      if (one.taken)
        line("    ✓ {:<8} “{}”  {}", "    ✓ {:<8} “{}”  {}", place, quote, why);
      else
        line("    ✗ {:<8} “{}”  {}", "    ✗ {:<8} “{}”  {}", place, quote, why);
      write_sentences(one.sentences);
    }
    if (rung.others > 0)
      line("    其余 {} 处没有命中", "    {:other does|others do} not match", rung.others);
  }

  void write_sentences(const std::vector<Counted>& sentences) {
    for (std::size_t i = 0; i < sentences.size() && i < most_listed; ++i) {
      const Counted& one = sentences[i];
      const std::string quote = quote_of(review_.document, one.span, 30);
      const std::string& why = one.why.in(options_.language);
      fmt::format_to(std::back_inserter(out_), "        {} {:<8} “{}”{}{}\n", one.says ? "+" : "-",
                     at(review_, one.span), quote, why.empty() ? "" : "  ", why);
    }
    if (sentences.size() > most_listed)
      line("        其余 {} 句", "        {} more", sentences.size() - most_listed);
  }

  void write_check(const CheckTrace& check) {
    if (!check.outcome) {
      line("  检查 {} ({})：没有运行，被 select、ignore 排除",
           "  check {} ({}): not run, excluded by select or ignore", check.check->id,
           check.check->kind->name);
      return;
    }
    const Outcome& outcome = *check.outcome;
    std::vector<std::string> evidence;
    for (std::size_t i = 0; i < outcome.evidence.size() && i < max_evidence; ++i)
      evidence.push_back(at(review_, outcome.evidence[i]) + " " +
                         in_quotes(quote_of(review_.document, outcome.evidence[i], 20)));
    const std::string& said = outcome.passed ? outcome.summary.in(options_.language)
                                             : outcome.message.in(options_.language);
    line("  检查 {} ({})：{} {}", "  check {} ({}): {} {}", check.check->id,
         check.check->kind->name, outcome.passed ? "✓" : "✗", said);
    std::string thresholds;
    for (const Key& key : check.check->kind->keys) {
      const Message value = check.check->arguments.shown(key.name, key.type);
      if (!value.zh.empty())
        thresholds += say("{}{}={}", "{}{}={}", thresholds.empty() ? Message() : say("；", "; "),
                          key.name, value)
                          .in(options_.language);
    }
    line("    门槛 {}", "    thresholds {}", thresholds);
    if (!evidence.empty()) line("    证据 {}", "    evidence {}", listed(evidence));
  }

  void write_items() {
    if (trace_.items.empty()) return;
    line("  条目 {} 条", "  {:item}", trace_.items.size());
    for (std::size_t i = 0; i < trace_.items.size() && i < most_listed; ++i) {
      const std::string place = at(review_, trace_.items[i].span);
      const std::string quote = quote_of(review_.document, trace_.items[i].span, 40);
      line("    {:<8} “{}”", "    {:<8} “{}”", place, quote);
    }
  }

  void write_figures() {
    if (trace_.figures.empty()) return;
    std::vector<std::string> all;
    for (std::size_t i = 0; i < trace_.figures.size() && i < most_listed; ++i)
      all.push_back(quote_of(review_.document, trace_.figures[i].span, 20));
    line("  数据 {} 项：{}", "  {:figure}: {}", trace_.figures.size(), listed(all));
  }

  void write_text() {
    const LengthUnit unit = data_of(review_.document.language).unit;
    const Message size =
        amount(unit, static_cast<double>(count_units(unit, review_.document, trace_.text)));
    line("  折叠后的正文，{}：", "  text after folding, {}:", size);
    for (std::size_t i = 0; i < trace_.text.size() && i < most_listed; ++i)
      out_ += "    " + printable(review_.document.slice(trace_.text[i])) + "\n";
  }

  const Review& review_;
  const RuleTrace& trace_;
  const OutputOptions& options_;
  std::string& out_;
};

Json place_json(const Review& review, Span span) {
  const Location place = review.document.locate(span.begin);
  return {{"line", place.line},
          {"column", place.column},
          {"quote", quote_of(review.document, span, 40)}};
}

Json sentences_json(const Review& review, const Considered& one, const OutputOptions& options) {
  Json sentences = Json::array();
  for (const Counted& sentence : one.sentences) {
    Json place = place_json(review, sentence.span);
    place["says"] = sentence.says;
    place["why"] = sentence.why.in(options.language);
    sentences.push_back(std::move(place));
  }
  return sentences;
}

}  // namespace

void write_trace_text(const Review& review, const RuleTrace& trace, const OutputOptions& options,
                      std::string& out) {
  TraceWriter(review, trace, options, out).write();
}

Json trace_json(const Review& review, const RuleTrace& trace, const OutputOptions& options) {
  Json json{{"rule", trace.rule->id}};
  json["verdict"] = trace.requirement ? Json(name_of(trace.requirement->verdict)) : Json(nullptr);
  json["blocked_by"] = trace.requirement && trace.requirement->blocked_by
                           ? Json(trace.requirement->blocked_by->rule.id)
                           : Json(nullptr);
  json["rungs"] = Json::array();
  for (const RungTrace& rung : trace.rungs) {
    Json considered = Json::array();
    for (const Considered& one : rung.considered) {
      Json place = place_json(review, one.span);
      place["taken"] = one.taken;
      place["why"] = one.why.in(options.language);
      if (!one.sentences.empty()) place["sentences"] = sentences_json(review, one, options);
      considered.push_back(std::move(place));
    }
    json["rungs"].push_back({{"kind", name_of(rung.rung->kind)},
                             {"tried", rung.tried},
                             {"considered", std::move(considered)},
                             {"others", rung.others}});
  }
  json["checks"] = Json::array();
  for (const CheckTrace& check : trace.checks) {
    const Outcome outcome = check.outcome ? *check.outcome : Outcome{};
    Json evidence = Json::array();
    for (const Span span : outcome.evidence) evidence.push_back(place_json(review, span));
    Json thresholds = Json::object();
    for (const Key& key : check.check->kind->keys) {
      const std::string value =
          check.check->arguments.shown(key.name, key.type).in(options.language);
      if (!value.empty()) thresholds[std::string(key.name)] = value;
    }
    json["checks"].push_back({{"id", check.check->id},
                              {"kind", check.check->kind->name},
                              {"run", check.outcome != nullptr},
                              {"passed", check.outcome ? Json(outcome.passed) : Json(nullptr)},
                              {"found", outcome.found},
                              {"message", outcome.message.in(options.language)},
                              {"thresholds", std::move(thresholds)},
                              {"evidence", std::move(evidence)}});
  }
  json["items"] = Json::array();
  for (const Item& item : trace.items) json["items"].push_back(place_json(review, item.span));
  json["figures"] = Json::array();
  for (const Figure& figure : trace.figures)
    json["figures"].push_back(place_json(review, figure.span));
  json["text"] = Json::array();
  for (const Span span : trace.text) json["text"].push_back(review.document.slice(span));
  return json;
}

}  // namespace hegui
