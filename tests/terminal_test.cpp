// What long runs show on a terminal.

#include <string>
#include <string_view>

#include "catch.hpp"
#include "cli/progress.h"
#include "text/unicode.h"

using namespace hegui;

namespace {

struct Case {
  int columns;
  std::string_view line;
};

}  // namespace

TEST_CASE("the line of progress is cut to the terminal", "[terminal]") {
  constexpr std::string_view name = "报送/临溪镇2024年度法治政府建设情况报告.docx";
  const Case cases[] = {
      {80, "已检查 114/900（12%）  报送/临溪镇2024年度法治政府建设情况报告.docx"},
      {40, "已检查 114/900（12%）  …设情况报告.docx"},
      {30, "已检查 114/900（12%）"},  // A few letters of a name tell nothing.
      {12, "114/900"},
      {6, ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.columns);
    CHECK(progress_line(114, 900, name, each.columns, Language::zh) == each.line);
  }
  CHECK(progress_line(114, 900, "a.docx", 40, Language::en) == "checked 114/900 (12%)  a.docx");
}

TEST_CASE("the line of progress never wraps", "[terminal]") {
  for (const Language language : {Language::zh, Language::en})
    for (const std::string_view name : {"“……”①——.txt", "a\xCC\x81\tb\x1b[1m.txt", "报告.docx", ""})
      for (int columns = 0; columns < 100; ++columns) {
        CAPTURE(columns, name);
        const std::string line = progress_line(7, 2'000, name, columns, language);
        CHECK(display_width(line, 2) <= columns);
        CHECK(line.find('\x1b') == std::string::npos);
      }
}
