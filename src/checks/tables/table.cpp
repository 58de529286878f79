// table: what a table must have, and what its figures say of each other.
//
//   table: {caption: [收到和处理], columns: [自然人, 总计], filled: true}
//   table: {sum: [{total: $total}]}                                  合计 is the sum of its lines
//   table: {sum: [{total: 总计, of: [自然人, 法人或其他组织]}]}
//   table: {balance: [{of: ['/^一、/', '/^二、/'], equals: ['/^（七）/', '/^四、/']}]}
//   table: {said: [{row: 行政许可, text: '/作出行政许可(\d+)件/'}]}   the text gives the same
//   figure
//
// A table is found by what names it, else by its heads. Rows and columns are alike: a rule names
// heads, and both are looked at. A finding stands at the cell.

#include <algorithm>
#include <array>
#include <utility>

#include "checks/check.h"
#include "checks/tables/table_cells.h"
#include "checks/tables/table_sums.h"
#include "checks/tables/wrong_cells.h"

namespace hegui {
namespace {

using Place = DataTable::Place;

constexpr std::array sum_array{
    Key{.name = "total",
        .type = KeyType::terms,
        .zh = "合计的行或列",
        .en = "heads of the total",
        .presence = Presence::required},
    Key{.name = "of",
        .type = KeyType::terms,
        .zh = "是这些行或列的和；不写就是它所合计的各行或各列",
        .en = "heads of what it is the sum of; without, all lines that it can be the total of"},
    Key{.name = "partial",
        .type = KeyType::terms,
        .zh = "“其中”一类：前面一行已经算过的",
        .en = "heads of lines that only say more about the one before"},
};

constexpr std::array balance_array{
    Key{.name = "of",
        .type = KeyType::terms,
        .zh = "这些行或列的和",
        .en = "heads of the lines whose sum",
        .presence = Presence::required},
    Key{.name = "equals",
        .type = KeyType::terms,
        .zh = "等于这些行或列的和",
        .en = "is the sum of these",
        .presence = Presence::required},
};

constexpr std::array said_array{
    Key{.name = "row",
        .type = KeyType::terms,
        .zh = "数据所在的行",
        .en = "row of the figure",
        .presence = Presence::one_of},
    Key{.name = "column",
        .type = KeyType::terms,
        .zh = "数据所在的列",
        .en = "column of the figure",
        .presence = Presence::one_of},
    Key{.name = "text",
        .type = KeyType::terms,
        .zh = "正文里的说法；模式的第一个括号是数据",
        .en = "what the text says; the first group of the pattern is the figure",
        .presence = Presence::required,
        .takes_group = true},
};

constexpr KeyTable sum_keys{"table-sum", sum_array};
constexpr KeyTable balance_keys{"table-balance", balance_array};
constexpr KeyTable said_keys{"table-said", said_array};

constexpr std::array keys{
    Key{.name = "caption",
        .type = KeyType::terms,
        .zh = "只看表名或所在标题里有这些的表",
        .en = "only tables whose caption, or heading above, has one of these"},
    Key{.name = "columns",
        .type = KeyType::terms,
        .zh = "必须有的列，逐个都要有",
        .en = "heads of columns that must be there, each of them"},
    Key{.name = "rows",
        .type = KeyType::terms,
        .zh = "必须有的行，逐个都要有",
        .en = "heads of rows that must be there, each of them"},
    Key{.name = "sum", .type = KeyType::maps, .zh = "合计", .en = "totals", .of = &sum_keys},
    Key{.name = "balance",
        .type = KeyType::maps,
        .zh = "勾稽关系：两边的和相等",
        .en = "sums that are the same",
        .of = &balance_keys},
    Key{.name = "apart",
        .type = KeyType::terms,
        .zh = "不相加、可以空着的行或列，如比率、备注",
        .en = "heads of lines that are not added and may be empty: rates, remarks",
        .needs = "sum|balance|filled|numeric"},
    Key{.name = "filled", .type = KeyType::flag, .zh = "每一格都要填", .en = "no cell is empty"},
    Key{.name = "numeric",
        .type = KeyType::flag,
        .zh = "每一格都要是数字，没有的填 0，不填“-”",
        .en = "each cell is a number, 0 where there is none"},
    Key{.name = "said",
        .type = KeyType::maps,
        .zh = "正文里要一致的数据",
        .en = "figures that the text gives, too",
        .of = &said_keys},
};

/// How many of the terms name a line.
std::size_t count_named(const TableLines& lines, const Terms* terms) {
  if (!terms) return 0;
  return static_cast<std::size_t>(std::ranges::count_if(terms->list(), [&](const SharedTerm& term) {
    return std::ranges::any_of(lines,
                               [&](const TableLine& line) { return names_line(*term, line); });
  }));
}

std::string shown(double number, int decimals) { return fmt::format("{:.{}f}", number, decimals); }

class TableCheck {
 public:
  TableCheck(const Target& target, const Arguments& arguments)
      : target_(target), arguments_(arguments) {}

  Outcome run() {
    std::vector<const DataTable*> tables;
    for (const DataTable& table : target_.tables.all())
      if (is_meant(table)) tables.push_back(&table);
    if (tables.empty()) {
      // A requirement misses it; in the whole document a table that is not there is not wrong.
      const bool is_named =
          arguments_.has("caption") || arguments_.has("columns") || arguments_.has("rows");
      outcome_.nothing = true;
      outcome_.message = say("没有要求的表格", "the table is not there");
      outcome_.passed = target_.scope == Scope::document || !is_named;
      return std::move(outcome_);
    }
    check_heads(tables);
    for (const DataTable* table : tables) {
      outcome_.evidence.push_back(table->extent());
      check_figures(*table);
      check_cells(*table);
      check_text(*table);
    }
    outcome_.found = static_cast<double>(tables.size());
    outcome_.summary = say("{} 个表", "{:table}", tables.size());
    outcome_.passed = outcome_.problems.empty();
    if (!outcome_.passed) outcome_.message = outcome_.problems.front().message;
    return std::move(outcome_);
  }

 private:
  bool is_meant(const DataTable& table) const {
    if (!target_.part.overlaps({table.extent().begin, table.extent().end + 1})) return false;
    if (const Terms* caption = arguments_.terms("caption"))
      return std::ranges::any_of(table.captions(), [&](Span span) {
        return caption->matches(target_.document.slice(span));
      });
    const Terms *columns = arguments_.terms("columns"), *rows = arguments_.terms("rows");
    const std::size_t wanted =
        (columns ? columns->meant().size() : 0) + (rows ? rows->meant().size() : 0);
    return 2 * heads_found(table) >= wanted;
  }

  std::size_t heads_found(const DataTable& table) const {
    return count_named(lines_of(table, Axis::columns), arguments_.terms("columns")) +
           count_named(lines_of(table, Axis::rows), arguments_.terms("rows"));
  }

  void report(Span span, Message message, std::vector<Related> related = {}) {
    outcome_.problems.push_back({span, std::move(message), {}, std::move(related)});
  }

  // --- heads

  /// Several tables may stand under one heading: one of them has the head.
  void check_heads(const std::vector<const DataTable*>& tables) {
    for (const Axis axis : {Axis::columns, Axis::rows}) {
      const Terms* wanted = arguments_.terms(axis == Axis::columns ? "columns" : "rows");
      if (!wanted) continue;
      for (const Term* term : wanted->meant()) {
        const auto has_it = [&](const DataTable* table) {
          return std::ranges::any_of(lines_of(*table, axis), [&](const TableLine& line) {
            return names_line(*term, line);
          });
        };
        if (std::ranges::any_of(tables, has_it)) continue;
        report(tables.front()->span({0, 0}),
               axis == Axis::columns
                   ? say("表中没有“{}”列", "the table has no column “{}”", term->source())
                   : say("表中没有“{}”行", "the table has no row “{}”", term->source()));
      }
    }
  }

  // --- cells

  static Message row_of(const DataTable& table, Place place) {
    const auto& heads = table.row_heads(place.row);
    return heads.empty() ? Message{} : say("“{}”行", "row “{}”", heads.back());
  }
  static Message column_of(const DataTable& table, Place place) {
    const auto& heads = table.column_heads(place.column);
    const std::string names = fmt::format("{}", fmt::join(heads, "·"));
    return heads.empty() ? Message{} : say("“{}”列", "column “{}”", names);
  }
  /// “一、本年新收”行“总计”列
  static Message where(const DataTable& table, Place place) {
    const Message row = row_of(table, place), column = column_of(table, place);
    if (row.zh.empty() || column.zh.empty()) return row.zh.empty() ? column : row;
    return say("{}{}", "{}, {}", row, column);
  }

  void check_cells(const DataTable& table) {
    const bool filled = arguments_.flag("filled"), numeric = arguments_.flag("numeric");
    if (!filled && !numeric) return;
    std::vector<Place> blank;
    for (const Place place : value_cells(table, arguments_.terms("apart"))) {
      const DataTable::Entry& entry = table.at(place);
      if (entry.value.kind == CellValue::Kind::blank)
        blank.push_back(place);
      else if (numeric && entry.value.kind != CellValue::Kind::number)
        report(table.span(place), say("{}应填数字，没有的填 0，现在是“{}”",
                                      "{} must be a number, 0 where there is none, not “{}”",
                                      where(table, place), entry.words));
    }
    report_blank(table, blank);
  }

  /// Who leaves a cell empty for every 0 does so for one reason.
  void report_blank(const DataTable& table, const std::vector<Place>& blank) {
    constexpr std::size_t most_told = 3;
    if (blank.size() > most_told)
      return report(table.span(blank.front()), say("{}没有填，这张表共有 {} 个空格",
                                                   "{} is empty; the table has {:empty cell}",
                                                   where(table, blank.front()), blank.size()));
    for (const Place place : blank)
      report(table.span(place), say("{}没有填", "{} is empty", where(table, place)));
  }

  // --- figures

  void check_figures(const DataTable& table) {
    const Terms* apart = arguments_.terms("apart");
    std::vector<Equation> broken;
    for (const Arguments& sum : arguments_.maps("sum"))
      std::ranges::move(
          broken_totals(table, {*sum.terms("total"), sum.terms("of"), sum.terms("partial"), apart}),
          std::back_inserter(broken));
    for (const Arguments& balance : arguments_.maps("balance"))
      std::ranges::move(
          broken_balances(table, {*balance.terms("of"), *balance.terms("equals"), apart}),
          std::back_inserter(broken));
    for (const WrongCell& cell : wrong_cells(table, std::move(broken))) report(table, cell);
  }

  void report(const DataTable& table, const WrongCell& wrong) {
    const Equation& equation = wrong.equations.front();
    int decimals = 0;
    for (const auto* side : {&equation.left, &equation.right})
      for (const Place place : *side) decimals = std::max(decimals, table.at(place).value.decimals);
    const std::size_t speaking = wrong.equations.size();
    if (!wrong.expected) {
      const bool is_column = equation.left.front().column == wrong.place.column;
      Message line = is_column ? column_of(table, wrong.place) : row_of(table, wrong.place);
      if (line.zh.empty())
        line = is_column ? say("这一列", "this column") : say("这一行", "this row");
      return report(
          table.span(wrong.place),
          say("{}勾稽不平：{}", "{} does not balance: {}", line, terms_of(table, equation)),
          related(table, wrong));
    }
    const Message at = where(table, wrong.place);
    const Message why = speaking > 1 ? say("{} 处合计、勾稽都这样要求",
                                           "{:sum asks for it|sums ask for it}", speaking)
                                     : terms_of(table, equation);
    const std::string &stated = table.at(wrong.place).words,
                      expected = shown(*wrong.expected, decimals);
    report(table.span(wrong.place),
           stated.empty()
               ? say("{}没有填，应是 {}：{}", "{} is empty, must be {}: {}", at, expected, why)
               : say("{}写的是 {}，应是 {}：{}", "{} says {}, must be {}: {}", at, stated, expected,
                     why),
           related(table, wrong));
  }

  /// 9+0+2=11, at most so many; a balance names both sides.
  static Message terms_of(const DataTable& table, const Equation& equation) {
    constexpr std::size_t most = 8;
    const auto side = [&](const std::vector<Place>& places) {
      std::string sum;
      std::size_t shown_terms = 0;
      for (const Place place : places) {
        const CellValue& value = table.at(place).value;
        if (value.kind != CellValue::Kind::number) continue;
        if (++shown_terms > most) return sum + "+…";
        sum += (sum.empty() ? "" : "+") + shown(value.number, value.decimals);
      }
      return sum;
    };
    return say("{} 与 {} 不等", "{} is not {}", side(equation.left), side(equation.right));
  }

  std::vector<Related> related(const DataTable& table, const WrongCell& wrong) const {
    constexpr std::size_t most = 3;
    std::vector<Related> places;
    for (const Equation& equation : wrong.equations) {
      const Place total = equation.right.back();
      if (total == wrong.place || places.size() == most) continue;
      const Message at = where(table, total);
      places.push_back(
          {{.span = table.span(total)}, say("{}也因此不平", "{} does not add up for it", at)});
    }
    return places;
  }

  // --- text

  void check_text(const DataTable& table) {
    for (const Arguments& said : arguments_.maps("said")) {
      const Terms *row = said.terms("row"), *column = said.terms("column");
      const auto named = [&](Axis axis, const Terms* terms) {
        TableLines lines = lines_of(table, axis);
        if (terms)
          std::erase_if(lines, [&](const TableLine& line) { return !names_line(*terms, line); });
        return lines;
      };
      const TableLines rows = named(Axis::rows, row), columns = named(Axis::columns, column);
      // Which of several figures is meant, nobody knows.
      if (rows.size() != 1 || columns.size() != 1) continue;
      compare(table, {rows[0].index, columns[0].index}, *said.terms("text"));
    }
  }

  void compare(const DataTable& table, Place place, const Terms& said) {
    const CellValue& value = table.at(place).value;
    if (value.kind != CellValue::Kind::number) return;
    for (const Block& block : target_.document.blocks) {
      if (block.cell.table > 0 || block.kind == Block::Kind::furniture) continue;
      for (const SharedTerm& term : said.list()) {
        const auto hit = term->capture(target_.document.slice(block.span));
        if (!hit) continue;
        const Span span{block.span.begin + hit->begin, block.span.begin + hit->end};
        const CellValue text = read_cell(target_.document.slice(span));
        if (text.kind != CellValue::Kind::number || text.number == value.number) continue;
        const Message at = where(table, place);
        report(span,
               say("正文写 {0}，表中{2}是 {1}", "the text says {0}, the table has {1} at {2}",
                   target_.document.slice(span), table.at(place).words, at),
               {{{.span = table.span(place)}, say("表中的数", "the figure of the table")}});
      }
    }
  }

  const Target& target_;
  const Arguments& arguments_;
  Outcome outcome_;
};

Outcome run(const Target& target, const Arguments& arguments) {
  return TableCheck(target, arguments).run();
}

}  // namespace

extern const CheckKind table_check;
const CheckKind table_check{"table",
                            "表格：该有的行、列，合计、勾稽，空格，与正文一致",
                            "rows and columns, sums, balances and empty cells of a table",
                            Scope::both,
                            keys,
                            {},
                            run};

}  // namespace hegui
