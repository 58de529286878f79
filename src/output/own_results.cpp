// How results are known again: machine formats by their first bytes, which name the tool or what
// only it writes first, texts for people by the words of their first lines.

#include "output/own_results.h"

#include <algorithm>
#include <array>

namespace hegui {
namespace {

constexpr std::array<std::string_view, 18> beginnings{
    R"({"schema":1,"tool":{"name":"hegui",)",                                     // json
    R"({"type":"document","path":)",                                              // jsonl
    R"({"type":"problem","path":)",                                               //
    R"({"type":"summary","schema":1,"tool":{"name":"hegui",)",                    //
    R"({"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/)"  // sarif
    R"(schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints",)",
    "[\n]\n",                                                                   // gitlab
    "[\n{\"description\":",                                                     //
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"hegui\">",  // junit
    R"({"source":{"name":"hegui"},)",                                           // rdjson
    "::error ",                                                                 // github
    "::warning ",                                                               //
    "::notice ",                                                                //
    "\xEF\xBB\xBF文件,行,列,止行,止列,页,级别,规则,",                           // csv
    "\xEF\xBB\xBFpath,line,column,end_line,end_column,page,severity,rule,",     //
    "\xEF\xBB\xBF名次,报告,单位,年度,规则集,得分,等级,",                        // csv of scores
    "\xEF\xBB\xBFrank,report,issuer,year,rules,score,grade,",                   //
    "{\n \"schema\": 1,\n \"tool\": {\n  \"name\": \"hegui\",",                 // json of scores
    "{\n \"hegui-corpus\": 1,",                                                 // test --save
};

/// The first member of an archive of libxlsxwriter: without the time, the extra field and the flags
/// that others give it. What Excel or WPS saved again is somebody's work.
bool is_workbook(std::string_view text) {
  constexpr std::string_view header{"PK\3\4\x14\0\0\0\x08\0\0\0\x21\0", 14};
  constexpr std::string_view name{"\x13\0\0\0[Content_Types].xml", 23};
  constexpr std::size_t name_at = 26;  // After checksum and sizes.
  return text.starts_with(header) && text.size() > name_at + name.size() &&
         text.substr(name_at).starts_with(name);
}

bool holds_any(std::string_view text, const auto& words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Of full, concise and the score sheet as text.
bool is_text_result(std::string_view text) {
  constexpr std::array<std::string_view, 9> words{": error: ",
                                                  ": warning: ",
                                                  ": note: ",
                                                  " · 规则集 ",
                                                  " · rule set ",
                                                  " 份文档 · 要求：",
                                                  " document(s) · requirements: ",
                                                  "没有排名的 ",
                                                  " not ranked:"};
  const std::string_view first_line = text.substr(0, text.find('\n'));
  // A trace has its head to itself: ── RULE · REPORT
  return holds_any(first_line, words) ||
         (first_line.starts_with("── ") &&
          holds_any(first_line, std::array<std::string_view, 1>{" · "}));
}

bool is_markdown_result(std::string_view text) {
  constexpr std::array<std::string_view, 3> of_a_report{"\n✓ ", "\n✗ ", "\n| | "};
  constexpr std::array<std::string_view, 2> of_all{" 份文档 · 要求：",
                                                   " document(s) · requirements: "};
  const std::string_view first_line = text.substr(0, text.find('\n'));
  if (text.starts_with("### ")) return holds_any(text, of_a_report);
  return (text.starts_with("**") && holds_any(first_line, of_all)) || text.starts_with("- **");
}

}  // namespace

bool is_own_result(std::string_view beginning) {
  const auto begins = [&](std::string_view known) { return beginning.starts_with(known); };
  return std::ranges::any_of(beginnings, begins) || is_workbook(beginning) ||
         is_text_result(beginning) || is_markdown_result(beginning);
}

}  // namespace hegui
