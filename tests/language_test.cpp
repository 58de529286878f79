// What the rows of languages say: words, sentences, figures, numbers, literals; and that the engine
// knows nothing of a language elsewhere.

#include <cmath>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "document/figures/figures.h"
#include "document/part.h"
#include "dumps.h"
#include "formats/format.h"
#include "language/en_numbers.h"
#include "language/language_data.h"
#include "language/zh_numbers.h"
#include "search/terms.h"
#include "text/unicode.h"

namespace fs = std::filesystem;

namespace hegui {
namespace {

const LanguageData& english() { return data_of(Language::en); }

Span whole(const Document& document) {
  return {document.blocks.front().span.begin, document.blocks.back().span.end};
}

bool is_near(double one, double other) { return std::abs(one - other) <= 1e-9 * other; }

bool finds(std::string_view literal, std::string_view text) {
  return Term::literal(std::string(literal), english().words).find(text, 0).has_value();
}

}  // namespace

TEST_CASE("a text's language shows in its script", "[language]") {
  CHECK(language_of("The report was written in two days.") == Language::en);
  CHECK(language_of("街道用 API 接口报送数据，全年处理 1200 件。") == Language::zh);
  CHECK(language_of("The office in 北京 answered.") == Language::en);
  CHECK(language_of("2024 / 12") == Language::zh);
  CHECK(language_of("") == Language::zh);
}

TEST_CASE("words are what stands between blanks", "[language]") {
  struct Row {
    std::string_view text;
    std::size_t words;
  };
  const std::vector<Row> rows{{"", 0},
                              {"one", 1},
                              {"3,120 customers couldn’t pay", 4},
                              {"a follow-up — at last", 4},
                              {"first–last", 2},
                              {"e.g. v1.2, 3.5 %", 3},
                              {"- * •", 0},
                              {"用 API 接口", 1},
                              {"naïve Élan", 2}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(count_words(row.text) == row.words);
  }
}

TEST_CASE("English sentences end before a blank, and not behind an abbreviation", "[language]") {
  struct Row {
    std::string text;
    std::vector<std::string_view> sentences;
  };
  const std::vector<Row> rows{
      {"It failed. We fixed it.", {"It failed. ", "We fixed it."}},
      {"Version v1.2 took 3.5 % of it. Good!", {"Version v1.2 took 3.5 % of it. ", "Good!"}},
      {"Ask Mr. Chen or Dr. A. Okafor, e.g. by mail.",
       {"Ask Mr. Chen or Dr. A. Okafor, e.g. by mail."}},
      {"Did it work? No. We waited.", {"Did it work? ", "No. ", "We waited."}},
      {"See no. 5 and fig. 3. It helps.", {"See no. 5 and fig. 3. ", "It helps."}},
      {"He said “stop.” Then he left.", {"He said “stop.” ", "Then he left."}},
      {"It grew (by far). It fell...  It rose.",
       {"It grew (by far). ", "It fell...  ", "It rose."}},
      {"Read www.example.org/a.b now. Done", {"Read www.example.org/a.b now. ", "Done"}},
      {"It took approx. three days.", {"It took approx. three days."}},
      {"The U.S. Army came.", {"The U.S. Army came."}},
      {"It moved to the U.S. It stayed.", {"It moved to the U.S. ", "It stayed."}},
      {"We saw Mr. T. They left.", {"We saw Mr. T. ", "They left."}},
      {"J. R. R. Smith wrote it.", {"J. R. R. Smith wrote it."}},
      {"One ended.[1] Two began.[2][3] End", {"One ended.[1] ", "Two began.[2][3] ", "End"}},
      {"It broke [2]. See [1] Adams.", {"It broke [2]. ", "See [1] Adams."}},
      {"See sec. 4 and vol. 2, ed. Smith.", {"See sec. 4 and vol. 2, ed. Smith."}},
  };
  for (const Row& row : rows) {
    const Document document = read_document("test.txt", row.text);
    std::vector<std::string_view> found;
    for (const Span span : sentences(document, whole(document)))
      found.push_back(document.slice(span));
    INFO(row.text);
    CHECK(found == row.sentences);
  }
}

TEST_CASE("Chinese numbers in digits and words", "[language]") {
  struct Row {
    std::string_view text;
    double value;
    double step;
    bool exact;
    std::string_view unit;
  };
  const std::vector<Row> rows{{"320件", 320, 1, true, "件"},
                              {"1,204人次", 1204, 1, true, "人次"},
                              {"1 204 530件", 1204530, 1, true, "件"},
                              {"1,2件", 1, 1, true, ",2件"},
                              {"96.74%", 96.74, 0.01, true, "%"},
                              {"1.5万元", 15'000, 1'000, true, "元"},
                              {"2亿元", 2e8, 1e8, true, "元"},
                              {"70余次", 70, 1, false, "次"},
                              {"1.2万多人次", 12'000, 1'000, false, "人次"},
                              {"3—5次", 3, 1, false, "次"},
                              {"80%～90%", 80, 1, true, "%～90%"},
                              {"80%~90%", 80, 1, false, "%"},
                              {"三百二十件", 320, 1, true, "件"},
                              {"十二次", 12, 1, true, "次"},
                              {"二十件", 20, 1, true, "件"},
                              {"一百零三件", 103, 1, true, "件"},
                              {"一万两千零五人", 12'005, 1, true, "人"},
                              {"三千万元", 3e7, 1, true, "元"},
                              {"一亿零三百万元", 1.03e8, 1, true, "元"},
                              {"两次", 2, 1, true, "次"},
                              {"二〇二四年", 2024, 1, true, "年"},
                              {"半年", 0.5, 0.5, true, "年"},
                              {"几十件", 10, 1, false, "件"},
                              {"七八次", 8, 1, false, "次"},
                              {"两三百件", 300, 1, false, "件"},
                              {"十余次", 10, 1, false, "次"},
                              {"百分之八十五", 85, 1, true, ""},
                              {"百分之九十点五", 90.5, 0.1, true, ""}};
  for (const Row& row : rows) {
    const auto number = data_of(Language::zh).read_value(row.text);
    INFO(row.text);
    REQUIRE(number);
    CHECK(is_near(number->value, row.value));
    CHECK(is_near(number->step, row.step));
    CHECK(number->exact == row.exact);
    CHECK(row.text.substr(number->end) == row.unit);
  }
  for (const std::string_view none : {"", "件", "，3", "第三", "点五", "1234567890123456件"}) {
    INFO(none);
    CHECK_FALSE(data_of(Language::zh).read_value(none));
  }
}

TEST_CASE("English numbers in digits and words", "[language]") {
  struct Row {
    std::string_view text;
    double value;
    bool exact;
    std::string_view unit;
  };
  const std::vector<Row> rows{{"3,120 customers", 3120, true, " customers"},
                              {"$2m", 2e6, true, ""},
                              {"€1,204.50", 1204.5, true, ""},
                              {"£3 million", 3e6, true, ""},
                              {"250ms", 250, true, "ms"},
                              {"3.5 %", 3.5, true, " %"},
                              {"three engineers", 3, true, " engineers"},
                              {"twenty-one volunteers", 21, true, " volunteers"},
                              {"two hundred hours", 200, true, " hours"},
                              {"20–30 customers", 20, false, " customers"},
                              {"5k", 5000, true, ""},
                              {"5 kg", 5, true, " kg"}};
  for (const Row& row : rows) {
    const auto number = data_of(Language::en).read_value(row.text);
    INFO(row.text);
    REQUIRE(number);
    CHECK(is_near(number->value, row.value));
    CHECK(number->exact == row.exact);
    CHECK(row.text.substr(number->end) == row.unit);
  }
  CHECK_FALSE(data_of(Language::en).read_value("some"));
}

TEST_CASE("English figures are numbers with what they count", "[language]") {
  struct Row {
    std::string text;
    std::vector<std::string_view> figures;
  };
  const std::vector<Row> rows{
      {"It hit 3,120 customers for 47 minutes.", {"3,120 customers", "47 minutes"}},
      {"About 3.5 % or $2m, €1,204.50 and £3 million.",
       {"3.5 %", "$2m", "€1,204.50", "£3 million"}},
      {"Three engineers and twenty-one volunteers worked two hundred hours.",
       {"Three engineers", "twenty-one volunteers", "two hundred hours"}},
      {"The queue took 250ms, then 4GB of 16 GB.", {"250ms", "4GB", "16 GB"}},
      {"12 of 40 sites, two fewer than before", {"40 sites"}},
      {"A 45-minute call", {"45-minute call"}},
      {"On 14 March 2025 at 14:05, i.e. 2 pm, in 2024.", {}},
      {"March 14, 2025; 2025-03-14; 14/03/2025; May 2024", {}},
      {"See section 3, table 2, step 4, Q3, P1 and v1.2 of ISO 27001 or INC-123.", {}},
      {"The 3rd try, one of them, page 7, no. 5, #12.", {}},
      {"1. Restart the queue", {}},
      {"It grew to 9,800.", {"9,800"}},
      {"About 20-30 customers came in 5–7 days.", {"20-30 customers came", "5–7 days"}},
      {"It fell by -4% to −3 °C, or +12 °C.", {"-4%", "−3 °C", "+12 °C"}},
      {"A loss of 12% - 14% was seen.", {"12% - 14%"}},
      {"It took 3h 20m, then 1 h 5 min.", {"3h 20m", "1 h 5 min"}},
      {"We had 2 x 12 tests.", {"2 x 12 tests"}},
      {"Complaints: 14. Incidents: 3.", {"14", "3"}},
      {"The number of complaints was 14.", {"14"}},
      {"The pH was 7.4.", {"7.4"}},
      {"The mean was 4.2 (n = 30).", {"4.2"}},
      {"The score was 8/10.", {"8/10"}},
      {"Attendance was 93.4pc.", {"93.4pc"}},
      {"Of 30 customers, 5 of them stayed.", {"30 customers", "5 of them"}},
      {"A dozen people came, and half of them stayed.", {"A dozen people came", "half of them"}},
      {"We met on 8/10 and on 3/7/2025.", {}},
      {"Room: 14. Phone: 020 7946 0958. Version: 2.1. Year: 2024", {}},
      {"The year was 2024, the date was 14 March, the time was 14:05.", {}},
      {"Pages 12-14, sections 3-5, 2024-25, A4-5.", {}},
  };
  for (const Row& row : rows) {
    const Document document = read_document("test.txt", row.text);
    std::vector<std::string_view> found;
    for (const Figure& figure : figures(document, whole(document)))
      found.push_back(document.slice(figure.span));
    INFO(row.text);
    CHECK(found == row.figures);
  }
}

TEST_CASE("the unit of an English figure", "[language]") {
  const Document document =
      read_document("test.txt", "We paid $2m, -3.5 % of it, for 1,204 paying customers.");
  std::vector<std::string> units;
  for (const Figure& figure : figures(document, whole(document))) units.push_back(figure.unit);
  CHECK(units == std::vector<std::string>{"$m", "%", "paying customers"});
}

TEST_CASE("English literals are whole words in any case, singular and plural", "[language]") {
  struct Row {
    std::string_view literal, text;
    bool found;
  };
  const std::vector<Row> rows{{"summary", "Executive Summary", true},
                              {"summary", "two summaries", true},
                              {"cause", "Because of this", false},
                              {"cause", "ROOT CAUSES", true},
                              {"root cause", "the root causes", true},
                              {"analysis", "our analyses", true},
                              {"box", "boxes", true},
                              {"key", "keys", true},
                              {"day", "days", true},
                              {"person", "three people", true},
                              {"branch", "branches", true},
                              {"action item", "Action items:", true},
                              {"art", "start", false},
                              {"don't", "we don’t know", true},
                              {"follow-up", "a follow‑up", true},
                              {"owner:", "Owner: Chen", true},
                              {"owner:", "the owner", false},
                              {"$2m", "about $2m", true},
                              {"C++", "in C++ code", true},
                              {"e.g.", "e.g. this", true},
                              {"API", "使用API接口", true},
                              {"customer", "the customer’s view", true}};
  for (const Row& row : rows) {
    INFO(row.literal << " in " << row.text);
    CHECK(finds(row.literal, row.text) == row.found);
  }
}

TEST_CASE("English numbers of headings and items", "[language]") {
  struct Row {
    std::string_view text;
    Numbering form;
    int value;
    bool doubtful;
  };
  const std::vector<Row> rows{{"1. Summary", Numbering::dot, 1, false},
                              {"2) Restart", Numbering::digit, 2, false},
                              {"(3) Wait", Numbering::digit, 3, false},
                              {"1.2 Scope", Numbering::multilevel, 2, false},
                              {"1.2.3. Scope", Numbering::multilevel, 3, false},
                              {"3.5 GB of logs", Numbering::multilevel, 5, true},
                              {"3.5 % of all", Numbering::none, 0, false},
                              {"4 Methods", Numbering::multilevel, 4, true},
                              {"1.) Summary", Numbering::dot, 1, false},
                              {"4 boxes", Numbering::none, 0, false},
                              {"2024 Report", Numbering::none, 0, false},
                              {"II. Findings", Numbering::capital, 2, true},
                              {"B. Findings", Numbering::comma, 2, true},
                              {"c) Findings", Numbering::circle, 3, true},
                              {"(iv) findings", Numbering::circle, 4, false},
                              {"Appendix B: Data", Numbering::part, 2, false},
                              {"Section 3. Duties", Numbering::section, 3, false},
                              {"Part II Results", Numbering::part, 2, false},
                              {"Section 3 describes", Numbering::none, 0, false},
                              {"Article", Numbering::none, 0, false},
                              {"1.", Numbering::none, 0, false}};
  for (const Row& row : rows) {
    INFO(row.text);
    const auto number = read_english_number(row.text, 0);
    CHECK((number ? number->form : Numbering::none) == row.form);
    if (!number) continue;
    CHECK(number->value == row.value);
    CHECK(number->doubtful == row.doubtful);
  }
}

TEST_CASE("English dates", "[language]") {
  for (const std::string_view text :
       {"14 March 2025", "March 14, 2025", "14th of Mar. 2025", "2025-03-14", "2025/3/14"}) {
    INFO(text);
    CHECK(english().read_day(text) == "2025-03-14");
  }
  CHECK(english().read_day("March 2025").empty());
}

TEST_CASE("every mark of an item is seen before it is read", "[language]") {
  std::vector<std::string> written{"首先，", "首先是", "其次，", "再次，", "再者，",
                                   "最后，", "最后是", "此外，", "另外，"};
  for (const std::string number :
       {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十二"})
    for (const std::string mark : {"*是", "*则", "*要", "*来，", "*来是", "第*，", "第*是",
                                   "第*、是", "第*方面", "其*，", "其*是"}) {
      std::string form = mark;
      written.push_back(form.replace(form.find('*'), 1, number));
    }
  for (const std::string& mark : written) {
    CAPTURE(mark);
    CHECK(chinese_item_marks(mark + "加强学习。").size() == 1);
    CHECK(chinese_item_marks("共两项：" + mark + "加强学习。").size() == 1);
  }
  CHECK(chinese_item_marks("开展检查3次二是加强学习。").size() == 0);
  CHECK(chinese_item_marks("一是检查3次二是加强学习。").size() == 2);
  CHECK(chinese_item_marks("全年十分重视，第二季度最大。").empty());
}

}  // namespace hegui
