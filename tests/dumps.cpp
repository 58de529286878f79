#include "dumps.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include "config/config.h"
#include "config/settings.h"
#include "document/items.h"
#include "formats/format.h"
#include "output/output.h"
#include "output/parts/places.h"
#include "output/parts/text_lines.h"
#include "output/views/config_view.h"
#include "pdf_pages.h"
#include "review/variables.h"
#include "text/input_error.h"
#include "text/printable.h"

namespace hegui {
namespace {

std::string at(const Document& document, std::uint32_t offset) {
  const Location place = document.locate(offset);
  return fmt::format("{}:{}", place.line, place.column);
}

std::string_view name_of(Numbering form) {
  switch (form) {
    case Numbering::none: return "none";
    case Numbering::part: return "part";
    case Numbering::section: return "section";
    case Numbering::capital: return "capital";
    case Numbering::comma: return "comma";
    case Numbering::inner: return "inner";
    case Numbering::bracket: return "bracket";
    case Numbering::dot: return "dot";
    case Numbering::multilevel: return "multilevel";
    case Numbering::digit: return "digit";
    case Numbering::circle: return "circle";
  }
  return "";
}

std::string_view name_of(Role role) {
  switch (role) {
    case Role::furniture: return "furniture";
    case Role::metadata: return "metadata";
    case Role::title: return "title";
    case Role::body: return "body";
    case Role::signature: return "signature";
    case Role::attachment: return "attachment";
    case Role::slot: return "slot";
  }
  return "";
}

std::string_view name_of(Block::Kind kind) {
  switch (kind) {
    case Block::Kind::paragraph: return "paragraph";
    case Block::Kind::heading: return "heading";
    case Block::Kind::list_item: return "list-item";
    case Block::Kind::table_cell: return "cell";
    case Block::Kind::note: return "note";
    case Block::Kind::code: return "code";
    case Block::Kind::furniture: return "furniture";
    case Block::Kind::meta_title: return "meta-title";
    case Block::Kind::meta_date: return "meta-date";
    case Block::Kind::meta_source: return "meta-source";
  }
  return "";
}

std::string_view name_of(Annotation::Kind kind) {
  switch (kind) {
    case Annotation::Kind::insertion: return "inserted";
    case Annotation::Kind::deletion: return "deleted";
    case Annotation::Kind::comment: return "comment";
    case Annotation::Kind::prompt: return "prompt";
  }
  return "";
}

/// Control characters made visible, so that an expectation can be read and edited.
std::string visible(std::string_view text) { return printable(text); }

std::string quote(const Document& document, Span span, std::size_t characters) {
  return "“" + quote_of(document, span, characters) + "”";
}

void append_roles(const Document& document, const Outline& outline, Role role, std::string& out) {
  std::string lines;
  for (std::size_t i = 0; i < outline.roles.size(); ++i)
    if (outline.roles[i] == role)
      lines += fmt::format(" {}", document.locate(document.blocks[i].span.begin).line);
  if (!lines.empty()) out += fmt::format("{}: lines{}\n", name_of(role), lines);
}

/// Each cell with its place on the grid, over how much it reaches, and where its words stand.
void append_table(const Document& document, const Table& table, std::string& out) {
  out += fmt::format("table of {} rows, {} columns\n", table.rows(), table.columns());
  for (const Cell& cell : table.cells()) {
    out += fmt::format("  {},{}", cell.row, cell.column);
    if (cell.rows > 1 || cell.columns > 1) out += fmt::format(" {}x{}", cell.rows, cell.columns);
    if (cell.is_head) out += " head";
    for (const Span span : cell.words)
      out += fmt::format(" | {} {}", at(document, span.begin), visible(document.written(span)));
    out += '\n';
  }
}

std::string beside(const std::string& path, std::string_view name) {
  const std::size_t slash = path.rfind('/');
  return path.substr(0, slash == std::string::npos ? 0 : slash + 1).append(name);
}

/// Like RuleFinder, for tests: a file beside the one that extends it, else a built-in set.
std::optional<FoundRules> find_rules(const std::string& folder, std::string_view name) {
  if (!name.ends_with(".yaml")) return find_builtin(name);
  const std::string path = beside(folder, name);
  if (!std::ifstream(path)) return std::nullopt;
  return FoundRules{std::string(name), read_bytes(path)};
}

void append_items(const Document& document, const Outline& outline, const Part& part,
                  std::string& out) {
  for (const Item& item : items(document, outline, part, {})) {
    out += fmt::format("  {} {}{}", range(document, item.span), item.numbered ? "" : "unnumbered ",
                       quote(document, item.span, 24));
    if (!item.lead.empty()) out += " lead " + quote(document, item.lead, 16);
    out += '\n';
  }
}

}  // namespace

std::string read_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string range(const Document& document, Span span) {
  const Location end = document.locate_end(span);
  return fmt::format("{}-{}:{}", at(document, span.begin), end.line, end.column);
}

Document read_report(const std::string& path, std::string_view bytes) {
  return read_document(path, std::string(bytes), {.run = run_of_pages});
}

std::string dump_blocks(const std::string& path, std::string_view bytes) {
  Document document;
  try {
    document = read_report(path, bytes);
  } catch (const InputError& error) {
    return "zh: " + error.message().zh + "\nen: " + error.message().en + "\n";
  }
  std::string out =
      fmt::format("{}, {}, {} lines\n", document.format, document.encoding, document.lines.count());
  std::uint32_t page = 0;
  for (const Block& block : document.blocks) {
    const std::string_view written = document.written(block.span);
    if (page != document.page_at(block.span.begin)) {
      page = document.page_at(block.span.begin);
      out += fmt::format("page {}\n", page);
    }
    out += range(document, block.span);
    if (block.kind != Block::Kind::paragraph) out += fmt::format(" {}", name_of(block.kind));
    if (block.level > 0) out += fmt::format(" {}", block.level);
    if (block.zone != Zone::body)
      out += fmt::format(" in {}", zone_names[static_cast<std::size_t>(block.zone)]);
    if (block.goes_on) out += " goes on";
    out += fmt::format(" indent {}{} | {}\n", block.indent, block.after_gap ? " gap" : "",
                       visible(written));
    if (document.slice(block.span) != written)
      out += fmt::format("  folded | {}\n", visible(document.slice(block.span)));
  }
  for (const Table& table : document.tables) append_table(document, table, out);
  for (const Annotation& annotation : document.annotations)
    out += fmt::format("{} {} “{}”\n", range(document, annotation.span), name_of(annotation.kind),
                       visible(annotation.words));
  for (const Span comment : document.comments) {
    const Location begin = document.lines.locate(document.source, comment.begin);
    const Location end = document.lines.locate(document.source, comment.end);
    out += fmt::format("{}:{}-{}:{} markup {}\n", begin.line, begin.column, end.line, end.column,
                       visible(document.source.substr(comment.begin, comment.size())));
  }
  return out;
}

std::string dump_outline(const std::string& path, std::string_view bytes) {
  const Document document = read_report(path, bytes);
  // As a rule set gives them: without, a title that has no noun is none.
  const OutlineHints hints{.subject = Terms({std::make_shared<Term>(Term::literal("法治")),
                                             std::make_shared<Term>(Term::literal("依法行政"))})};
  const Outline outline = read_outline(document, hints);
  std::string out;
  for (const Span line : outline.title)
    out += fmt::format("title: {} {}\n", range(document, line), document.written(line));
  if (outline.title.empty()) out += "title: none\n";
  if (outline.issuer_kind != IssuerKind::unknown)
    out += fmt::format("issuer: {} ({})\n", outline.issuer.empty() ? "-" : outline.issuer,
                       hegui::name_of(outline.issuer_kind));
  if (!outline.published.empty())
    out +=
        fmt::format("published: {} {}\n", outline.published, range(document, outline.published_at));
  out += fmt::format("body: {}\n", range(document, outline.body));
  out += outline.lead.empty() ? "lead: none\n"
                              : fmt::format("lead: {}\n", range(document, outline.lead));
  for (const Section& section : outline.sections) {
    const Span number{section.heading.begin, section.words.begin};
    out += fmt::format("{:{}}{} {} {} {} | {}{}{}\n", "", 2 * section.depth,
                       range(document, section.heading), name_of(section.form), section.value,
                       section.own_line ? "own-line" : "run-in", document.written(number),
                       number.empty() ? "" : "| ", document.written(section.words));
  }
  if (outline.sections.empty()) out += "no headings\n";
  for (const Role role : {Role::furniture, Role::metadata, Role::signature, Role::attachment})
    append_roles(document, outline, role, out);
  return out;
}

std::string dump_items(std::string_view bytes) {
  const Document document = read_document("test.txt", std::string(bytes));
  const Outline outline = read_outline(document);
  std::string out;
  bool parts = false;
  for (std::size_t i = 0; i < outline.sections.size(); ++i) {
    const Section& section = outline.sections[i];
    if (section.depth != 1) continue;
    parts = true;
    out += "part " + quote(document, section.heading, 24) + "\n";
    append_items(
        document, outline,
        {.spans = {section.extent}, .heading = section.heading, .section = static_cast<int>(i)},
        out);
  }
  if (parts) return out;
  out += "body\n";
  append_items(document, outline, {.spans = {outline.body}}, out);
  return out;
}

std::string dump_bindings(std::string_view bytes, const RuleSet& rules) {
  const Document document = read_document("test.txt", std::string(bytes));
  const Outline outline = read_outline(document, rules.hints);
  const KnownVariables known = read_variables(rules, document, outline, {});
  const auto filled = rules.filled_with(known.values);
  const LiteralScan scan(*rules.literals, document.text);
  const FilledTerms::Use use(*filled, document.text);
  std::string out;
  for (const auto& [name, value] : known.values)
    out += fmt::format("{} = {}{}\n", name, value,
                       name == "year" ? fmt::format(" (from {})", known.year_from) : "");
  const std::vector<Binding> bindings = bind_parts(document, outline, rules);
  for (std::size_t i = 0; i < bindings.size(); ++i) {
    const Requirement& requirement = rules.requirements[i];
    const Binding& binding = bindings[i];
    out += fmt::format("{}: {}", requirement.rule.id, name_of(binding.how));
    if (binding.rung)
      out += fmt::format(", rung {}{}", binding.rung - requirement.rungs.data() + 1,
                         binding.rung->verdict == Verdict::weak ? ", weak" : "");
    if (!binding.part.heading.empty())
      out += ", heading " + quote(document, binding.part.heading, 20);
    out += '\n';
    for (const Span span : binding.part.spans)
      out += fmt::format("  {} {}\n", range(document, span), quote(document, span, 24));
    for (const int other : binding.others)
      out += fmt::format(
          "  also {}\n",
          quote(document, outline.sections[static_cast<std::size_t>(other)].heading, 24));
  }
  return out;
}

std::string dump_findings(const Review& review) {
  const Document& document = review.document;
  std::string out;
  for (const Finding& finding : review.findings) {
    append_headline(review, finding, {.language = Language::zh}, {}, out);
    out += "  en: " + finding.message.en + "\n";
    const LineRange place = range_of(review, finding.place);
    out += fmt::format("  at {}:{}-{}:{}{}{}{}\n", place.begin.line, place.begin.column,
                       place.end.line, place.end.column, finding.place.insertion ? " insert" : "",
                       finding.place.after_body ? " after the body" : "",
                       finding.whole_document ? " document" : "");
    if (!finding.place.span.empty()) out += "  " + quote(document, finding.place.span, 30) + "\n";
    for (const SetReview& set : review.sets)
      for (const RequirementReview& requirement : set.requirements) {
        if (requirement.requirement->rule.id != finding.rule) continue;
        for (const Reason& reason : requirement.reasons)
          out += fmt::format("  reason {}: {} of {}\n",
                             reason.check.empty() ? "rung" : reason.check.c_str(), reason.found,
                             reason.expected);
        for (const Span span : requirement.evidence)
          out +=
              fmt::format("  evidence {} {}\n", range(document, span), quote(document, span, 20));
      }
    for (const Edit& edit : finding.fix.edits)
      out += fmt::format("  {} {} to “{}”\n", finding.fix.is_safe ? "fix" : "unsafe fix",
                         range(document, edit.span), edit.text);
    for (const Related& related : finding.related) {
      const LineRange there = range_of(review, related.place);
      out += fmt::format("  related {}:{}-{}:{} {}\n", there.begin.line, there.begin.column,
                         there.end.line, there.end.column, related.message.zh);
    }
  }
  return out;
}

std::string dump_problems(const LoadedRules& loaded) {
  std::string out;
  for (const Language language : {Language::zh, Language::en})
    append_problems(problems_in(loaded.files, loaded.problems), {.language = language}, out);
  return out;
}

namespace {

/// The files lie in /repo, where no link leads out of.
Config config_in(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string real_folder = path.substr(0, slash);
  const auto read = [&](const std::string& name) {
    return FoundConfig{name, "/repo", read_bytes(real_folder + "/" + name)};
  };
  const ConfigFiles files{
      .resolve = [](std::string_view text, const FoundConfig&, PathKind) -> ResolvedPath {
        if (text.starts_with('/') || text.starts_with(".."))
          return {.refused = say("“{}”在“/repo”之外", "“{}” is outside of “/repo”", text)};
        return {.path = std::string(text.substr(text.starts_with("./") ? 2 : 0))};
      },
      .read = [&](const std::string& name) -> std::optional<FoundConfig> {
        if (!std::ifstream(real_folder + "/" + name).good()) return std::nullopt;
        return read(name);
      }};
  return read_config(read(path.substr(slash + 1)), files);
}

}  // namespace

std::string dump_config(const std::string& path) {
  const Config config = config_in(path);
  std::string out;
  for (const Language language : {Language::zh, Language::en})
    append_problems(problems_in(config.files, config.problems), {.language = language}, out);
  if (!out.empty()) return out;
  std::istringstream names{std::string(config.files.front().source)};
  std::string line, name;
  std::getline(names, line);
  for (std::istringstream words(line.substr(line.find(':') + 1)); words >> name;) {
    Layer values = built_in_values();
    values.cover_with(config.values_of(config.layers_for("/repo/" + name)));
    write_settings_text(name, config.files, settings_of(std::move(values), {}), {}, out);
    out += config.excludes("/repo/" + name, false) ? "excluded\n\n" : "\n";
  }
  return out;
}

LoadedRules load_file(const std::string& path, bool warn) {
  const std::string name = path.substr(path.rfind('/') + 1);
  return load_rules(
      {name, read_bytes(path)},
      [&](std::string_view other, std::string_view) { return find_rules(path, other); }, warn);
}

LoadedRules load_text(const std::string& source) {
  return load_rules({"test.yaml", source},
                    [](std::string_view name, std::string_view) { return find_builtin(name); });
}

LoadedRules load_builtin(std::string_view name) {
  auto found = find_builtin(name);
  if (!found) throw std::runtime_error("no built-in set " + std::string(name));
  return load_rules(std::move(*found),
                    [](std::string_view other, std::string_view) { return find_builtin(other); });
}

Review review_text(std::string path, std::string_view bytes, const RuleSet& rules,
                   const LintOptions& options) {
  const ChosenRules chosen{&rules, true};
  LintOptions of_any_length = options;
  of_any_length.sample = true;
  Review review = lint(read_report(path, bytes), std::span(&chosen, 1), of_any_length);
  review.score = score_of(review);
  return review;
}

}  // namespace hegui
