#include "output/views/outline_view.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "document/items.h"
#include "document/tables/data_table.h"
#include "output/parts/json.h"
#include "output/parts/places.h"
#include "text/printable.h"

namespace hegui {
namespace {

bool is_of_report(Role role) {
  return role == Role::body || role == Role::title || role == Role::slot;
}

bool is_span_of(const Part& part, Span span) {
  const auto same = std::ranges::lower_bound(part.spans, span.begin, {}, &Span::begin);
  return same != part.spans.end() && *same == span;
}

/// Requirements whose part is this section, or takes it in as one of several themes.
std::vector<const RequirementReview*> claims_on(const Review& review, const Section& section) {
  std::vector<const RequirementReview*> claims;
  for (const SetReview& set : review.sets)
    for (const RequirementReview& requirement : set.requirements) {
      const bool own = requirement.part.heading == section.heading;
      const bool theme = requirement.how == Binding::How::rest && section.depth == 1 &&
                         requirement.part.contains(section.heading.begin);
      const bool joined = requirement.how == Binding::How::heading && !own &&
                          is_span_of(requirement.part, section.extent);
      if (own || theme || joined) claims.push_back(&requirement);
    }
  return claims;
}

bool holds_a_part(const Review& review, const Section& section) {
  for (const SetReview& set : review.sets)
    for (const RequirementReview& requirement : set.requirements)
      if (requirement.how != Binding::How::title && requirement.part.overlaps(section.extent))
        return true;
  return false;
}

std::string joined_title(const Review& review) {
  std::string title;
  for (const Span span : review.outline.title) title += review.document.written(span);
  return title;
}

Message passed_over(const std::vector<PassedYear>& years) {
  Message all;
  for (const PassedYear& year : years) {
    all.zh += (all.zh.empty() ? "；没有取 " : "、") + year.value + (year.cited ? "（引用的）" : "");
    all.en +=
        (all.en.empty() ? "; passed over: " : ", ") + year.value + (year.cited ? " (cited)" : "");
  }
  return all;
}

void append_head(const Review& review, const OutputOptions& options, std::string& out) {
  const Outline& outline = review.outline;
  const auto line = [&](std::string_view zh, std::string_view en, const std::string& text) {
    if (!text.empty())
      out += say("{0}：{2}\n", "{1}: {2}\n", zh, en, printable(text)).in(options.language);
  };
  out += printable(review.document.path) + "\n";
  line("标题", "title", joined_title(review));
  if (outline.issuer_kind != IssuerKind::unknown)
    line("单位", "issuer",
         fmt::format("{} ({})",
                     outline.issuer.empty()
                         ? say("没有写全名", "full name not given").in(options.language)
                         : outline.issuer,
                     name_of(outline.issuer_kind)));
  for (const SetReview& set : review.sets)
    if (const auto year = set.variables.find("year"); year != set.variables.end())
      line("年度", "year",
           fmt::format("{} ({}){}", year->second, set.year_from,
                       passed_over(set.passed_years).in(options.language)));
  line("发布日期", "published", outline.published);
  out += '\n';
}

void append_requirements(const Review& review, const OutputOptions& options, std::string& out) {
  for (const SetReview& set : review.sets) {
    out += say("\n要求 → 部分\n", "\nrequirement → part\n").in(options.language);
    for (const RequirementReview& requirement : set.requirements) {
      const LineRange at = range_of(review, requirement.place);
      fmt::format_to(std::back_inserter(out), "{:>7}:{:<4} {:<8} {} ({})\n", at.begin.line,
                     at.begin.column, name_of(requirement.how), requirement.requirement->rule.id,
                     name_of(requirement.verdict));
    }
  }
}

void append_tables(const Review& review, const OutputOptions& options, std::string& out) {
  const Document& document = review.document;
  const std::vector<DataTable> tables = data_tables(document, review.outline);
  if (!tables.empty()) out += say("\n表格\n", "\ntables\n").in(options.language);
  for (const DataTable& table : tables) {
    const Location at = document.locate(table.extent().begin);
    fmt::format_to(std::back_inserter(out), "{:>7}:{:<4} ", at.line, at.column);
    out += say("{} 行 {} 列，其中表头 {} 行 {} 列  {}\n",
               "{:row}, {:column}, of them {:head row} and {:head column}  {}\n", table.rows(),
               table.columns(), table.head_rows(), table.head_columns(),
               quote_of(document, table.caption(), 40))
               .in(options.language);
  }
}

Json tables_json(const Review& review) {
  const Document& document = review.document;
  Json tables = Json::array();
  for (const DataTable& table : data_tables(document, review.outline)) {
    const Location begin = document.locate(table.extent().begin);
    const Location end = document.locate_end(table.extent());
    Json columns = Json::array(), rows = Json::array();
    for (std::uint32_t column = 0; column < table.columns(); ++column)
      columns.push_back(table.column_heads(column));
    for (std::uint32_t row = 0; row < table.rows(); ++row) rows.push_back(table.row_heads(row));
    tables.push_back(
        {{"line", begin.line},
         {"column", begin.column},
         {"end_line", end.line},
         {"end_column", end.column},
         {"caption",
          table.caption().empty() ? Json(nullptr) : Json(document.written(table.caption()))},
         {"rows", table.rows()},
         {"columns", table.columns()},
         {"head_rows", table.head_rows()},
         {"head_columns", table.head_columns()},
         {"column_heads", columns},
         {"row_heads", rows}});
  }
  return tables;
}

void append_furniture(const Review& review, const OutputOptions& options, std::string& out) {
  std::string lines;
  std::uint32_t last = 0;  // The cells of a row stand on one line.
  for (std::size_t i = 0; i < review.outline.roles.size(); ++i) {
    if (is_of_report(review.outline.roles[i])) continue;
    const std::uint32_t line = review.document.locate(review.document.blocks[i].span.begin).line;
    if (std::exchange(last, line) != line)
      fmt::format_to(std::back_inserter(lines), "{}{}", lines.empty() ? "" : ", ", line);
  }
  if (!lines.empty())
    out += say("\n不是正文的行：{}\n", "\nlines left out (menus, page numbers): {}\n", lines)
               .in(options.language);
}

}  // namespace

void write_outline_text(const Review& review, const OutputOptions& options, std::string& out) {
  append_head(review, options, out);
  if (review.status != Review::Status::checked)
    out += printable(review.error.in(options.language)) + "\n\n";
  for (const Section& section : review.outline.sections) {
    const Location at = review.document.locate(section.heading.begin);
    std::string claims;
    for (const RequirementReview* claim : claims_on(review, section))
      claims += fmt::format("{}{}", claims.empty() ? "  ← " : ", ", claim->requirement->rule.id);
    if (claims.empty() && section.depth == 1 && !review.sets.empty() &&
        !holds_a_part(review, section))
      claims = say("  ← 没有对应任何要求", "  ← answers no requirement").in(options.language);
    const std::string page =
        page_message(review.document, section.heading.begin).in(options.language);
    fmt::format_to(std::back_inserter(out), "{:>7}:{:<4} {:>{}}{}{}{}\n", at.line, at.column, "",
                   2 * (section.depth - 1), quote_of(review.document, section.heading, 60), claims,
                   page.empty() ? "" : "  · " + page);
  }
  if (review.outline.sections.empty())
    out += say("没有认出标题\n", "no headings were recognised\n").in(options.language);
  append_requirements(review, options, out);
  append_tables(review, options, out);
  append_furniture(review, options, out);
}

void write_outline_json(const Review& review, int indent, std::string& out) {
  const Document& document = review.document;
  const Outline& outline = review.outline;
  const std::string title = joined_title(review);
  Json json{{"path", document.path}, {"title", title.empty() ? Json(nullptr) : Json(title)}};
  json["year"] = nullptr;
  for (const SetReview& set : review.sets)
    if (const auto year = set.variables.find("year"); year != set.variables.end())
      json["year"] = std::atoi(year->second.c_str());
  json["headings"] = Json::array();
  for (const Section& section : outline.sections) {
    const Location at = document.locate(section.heading.begin);
    const Span number{section.heading.begin, section.words.begin};
    std::string written(document.written(number));
    while (written.ends_with(' ')) written.pop_back();
    Json claims = Json::array();
    for (const RequirementReview* claim : claims_on(review, section))
      claims.push_back(claim->requirement->rule.id);
    json["headings"].push_back({{"line", at.line},
                                {"column", at.column},
                                {"level", section.depth},
                                {"number", number.empty() ? Json(nullptr) : Json(written)},
                                {"text", document.written(section.words)},
                                {"own_line", section.own_line},
                                {"claimed_by", claims}});
  }
  json["furniture"] = Json::array();
  for (std::size_t i = 0; i < outline.roles.size(); ++i)
    if (!is_of_report(outline.roles[i]))
      json["furniture"].push_back(document.locate(document.blocks[i].span.begin).line);
  json["items"] = Json::array();
  for (const Item& item : items(document, outline, {.spans = {outline.body}}, {})) {
    const Location at = document.locate(item.span.begin);
    json["items"].push_back(
        {{"line", at.line}, {"column", at.column}, {"text", quote_of(document, item.span, 40)}});
  }
  json["tables"] = tables_json(review);
  out += json.text(indent) + "\n";
}

namespace {

std::string printable_line(const Document& document, std::uint32_t number) {
  const Span line = document.lines.line(document.source, number);
  return printable(std::string_view(document.source).substr(line.begin, line.size()));
}

/// What is told of the table that a line belongs to.
struct TableMark {
  std::string above = {};   ///< Of the table that begins there.
  std::string before = {};  ///< The place of a cell that is a line of its own.
};

std::map<std::uint32_t, TableMark> table_marks(const Document& document, Language language) {
  std::map<std::uint32_t, TableMark> marks;
  for (const Table& table : document.tables) {
    bool is_first = true;
    for (const Cell& cell : table.cells()) {
      if (cell.words.empty()) continue;
      TableMark& mark = marks[document.locate(cell.words.front().begin).line];
      if (std::exchange(is_first, false))
        mark.above = say("── 表，{} 行 {} 列 ──\n", "── table, {:row}, {:column} ──\n",
                         table.rows(), table.columns())
                         .in(language);
      if (document.lines_are_paragraphs)
        mark.before = fmt::format("[{},{}] ", cell.row + 1, cell.column + 1);
    }
  }
  return marks;
}

std::uint32_t line_count(const Document& document) {
  return document.source.empty() ? 0 : document.lines.count();
}

}  // namespace

void write_lines(const Document& document, std::string& out) {
  for (std::uint32_t i = 1; i <= line_count(document); ++i)
    out += printable_line(document, i) + "\n";
}

void write_numbered(const Document& document, Language language, std::string& out) {
  const std::uint32_t count = line_count(document);
  const auto width = fmt::formatted_size("{}", count);
  auto page = document.pages.begin();
  const std::map<std::uint32_t, TableMark> marks = table_marks(document, language);
  for (std::uint32_t i = 1; i <= count; ++i) {
    const Span line = document.lines.line(document.source, i);
    // Before the first line that begins on it.
    const auto next = std::ranges::upper_bound(document.pages, line.begin);
    const auto number = next - document.pages.begin();
    if (next != page)
      out += (document.page_lines.empty() ? say("── 约第{}页 ──\n", "── about page {} ──\n", number)
                                          : say("── 第{}页 ──\n", "── page {} ──\n", number))
                 .in(language);
    page = next;
    const auto mark = marks.find(i);
    if (mark != marks.end()) out += mark->second.above;
    fmt::format_to(std::back_inserter(out), "{:>{}} {}{}\n", i, width,
                   mark == marks.end() ? "" : mark->second.before, printable_line(document, i));
  }
}

}  // namespace hegui
