// How results are known again: machine formats by their first bytes, which name the tool or what
// only it writes first, texts for people by the words of their first lines.

#include "output/own_results.h"

#include <algorithm>
#include <array>

#include "search/pattern.h"
#include "text/utf8.h"

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
    "\xEF\xBB\xBF文件,行,列,止行,止列,页,",                                     // csv
    "\xEF\xBB\xBFpath,line,column,end_line,end_column,page,",                   //
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

/// Of full, concise and the score sheet as text, by their first line: of a finding, of a report, of
/// the summary, or of a trace, which has its head to itself.
bool is_text_result(std::string_view first_line) {
  static const Pattern known(
      R"(:\d+:\d+: (error|warning|note): |: (error|note): .*\[[^\]]+\]$)"
      R"(| · (规则集|rule set) |^\d+ (份文档 · 要求：|documents? · requirements: ))"
      R"(|^(没有排名的 \d+ 份：|\d+ not ranked:)|^── \S+ · )");
  return known.matches(first_line);
}

/// A heading with the name of a report, the title of a set where there are several, and the table
/// or the words in place of it; else problems of rule files, or the sum.
bool is_markdown_result(std::string_view text, std::string_view first_line) {
  static const Pattern report(
      R"(^### [^\n]+\n\n([^\n]+\n\n)?\| \| (要求 \| 行 \| 说明|requirement \| line \| remark) \|\n)"
      R"(|^### [^\n]+\.\w{2,5}\n\n([^\n]+\n\n)?[✓✗] )");
  static const Pattern rest(
      R"(^- \*\*(错误|警告|提示|error|warning|note)\*\* .+ (第 \d+ 行：|line \d+: ))"
      R"(|^\*\*\d+ (份文档 · 要求：|documents? · requirements: ))");
  return report.matches(text) || rest.matches(first_line);
}

}  // namespace

bool is_own_page(std::string_view beginning) {
  constexpr std::array<std::string_view, 2> pages{
      "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"generator\" content=\"hegui ",
      "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"generator\" content=\"hegui ",
  };
  return std::ranges::any_of(pages,
                             [&](std::string_view page) { return beginning.starts_with(page); });
}

bool is_own_result(std::string_view beginning) {
  const auto begins = [&](std::string_view known) { return beginning.starts_with(known); };
  if (std::ranges::any_of(beginnings, begins) || is_workbook(beginning) || is_own_page(beginning))
    return true;
  // The rest is text, which may be cut in the middle of a character.
  const std::string_view text = valid_utf8(beginning);
  const std::string_view first_line = text.substr(0, text.find('\n'));
  return is_text_result(first_line) || is_markdown_result(text, first_line);
}

}  // namespace hegui
