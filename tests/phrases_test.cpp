// What is one character off a set phrase, an official title, and where a list is out of order.

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "catch.hpp"
#include "language/language_data.h"
#include "search/lexicon.h"
#include "search/titles.h"

namespace hegui {
namespace {

const CharacterForms& forms() { return data_of(Language::zh).characters; }

Lexicon lexicon_of(Dictionary dictionary) {
  dictionary.verified = true;
  return Lexicon({std::make_shared<const Dictionary>(std::move(dictionary))});
}

/// written→right, joined by |.
std::string shown(std::string_view text, const std::vector<Slip>& slips) {
  std::string out;
  for (const Slip& slip : slips) {
    out += (out.empty() ? "" : "|") + std::string(text.substr(slip.span.begin, slip.span.size()));
    for (const std::string& right : slip.right) out += "→" + right;
  }
  return out;
}

}  // namespace

TEST_CASE("one slip in a set phrase is seen, another phrase is none", "[search][phrases]") {
  const Lexicon lexicon = lexicon_of(
      {.right = {"全面推进依法治国", "推进依法治国", "依法行政", "科学化、民主化、法治化",
                 "行政执法三项制度", "公共法律服务体系", "行政机关负责人出庭应诉", "行政检查"},
       .known = {"行政检察", "全面推进依法治县"}});
  struct Row {
    std::string_view text;
    std::string_view found;
  };
  constexpr std::array rows{
      Row{"坚持全面推进依法治国。", ""},
      // One missing, inside; nothing can be said of the ends.
      Row{"坚持全面进依法治国。", "全面进依法治国→全面推进依法治国"},
      Row{"坚持全面推进法治国。", "全面推进法治国→全面推进依法治国"},
      Row{"坚持全推进依法治国。", "全推进依法治国→全面推进依法治国"},
      Row{"推进法治国，推依法治国", "推进法治国→推进依法治国"},
      Row{"面推进依法治国", ""},
      // Sounds alike; two neighbours swapped, also in the middle; one written twice.
      Row{"科学化、民主化、法制化", "科学化、民主化、法制化→科学化、民主化、法治化"},
      Row{"依法行证", "依法行证→依法行政"},
      Row{"依行法政", "依行法政→依法行政"},
      Row{"公共法律律服务体系", "公共法律律服务体系→公共法律服务体系"},
      // Any character in a long phrase, but not at its ends, and no numeral or mark.
      Row{"行政机关责责人出庭应诉", "行政机关责责人出庭应诉→行政机关负责人出庭应诉"},
      Row{"行政机关负责人出庭应对", ""},
      Row{"全面推进依法治市", ""},
      Row{"全面推进依法治县", ""},
      Row{"行政执法四项制度", ""},
      Row{"行政执法、三项制度", ""},
      // Quotes may stand anywhere.
      Row{"行政执法“三项制度”", ""},
      Row{"行政法“三项制度”", "行政法“三项制度→行政执法三项制度"},
      // Particles may be put in, other words need not be near.
      Row{"行政机关的负责人出庭应诉", ""},
      Row{"公共法律和服务体系", ""},
      Row{"行政机关负责人应出庭应诉", ""},
      Row{"实行行政执法三项制度", ""},
      Row{"公共法法律服务体系", "公共法法律服务体系→公共法律服务体系"},
      Row{"科学化、民主、法治化", ""},
      // Known words are right although they are near; another phrase is not.
      Row{"行政检察", ""},
      Row{"行政监查", "行政监查→行政检查"},
      // Not over the end of a line.
      Row{"全面推进依\n法治国", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(row.text, lexicon.slips(row.text, forms())) == row.found);
  }
}

TEST_CASE("words that are wrong, and where they are right", "[search][phrases]") {
  const Lexicon lexicon =
      lexicon_of({.wrong = {{Term::literal("建全"), "健全",
                             Terms({std::make_shared<Term>(Term::literal("改建全民"))})},
                            {Term::pattern("截止(?=\\d)"), "截至", {}}},
                  .right = {"其中截止2025年"}});
  constexpr std::string_view text =
      "建全机制，改建全民健身中心，截止2025年底，报名截止。\n其中截止2025年";
  CHECK(shown(text, lexicon.slips(text, forms())) == "建全→健全|截止→截至");
}

TEST_CASE("each of many wrong words is found", "[search][phrases]") {
  const Lexicon lexicon = lexicon_of({.wrong = {{Term::literal("建全"), "健全", {}},
                                                {Term::literal("攻艰"), "攻坚", {}},
                                                {Term::literal("按装"), "安装", {}},
                                                {Term::literal("布暑"), "部署", {}},
                                                {Term::literal("既使"), "即使", {}}}});
  constexpr std::string_view text = "既使布暑按装，也要攻艰，建全机制。";
  CHECK(shown(text, lexicon.slips(text, forms())) ==
        "既使→即使|布暑→部署|按装→安装|攻艰→攻坚|建全→健全");
}

TEST_CASE("a list of words has its order", "[search][phrases]") {
  const Lexicon lexicon = lexicon_of({.orders = {{"尊法", "学法", "守法", "用法"}}});
  struct Row {
    std::string_view text;
    std::string_view found;
  };
  constexpr std::array rows{
      Row{"尊法学法守法用法", ""},
      Row{"学法尊法守法用法", "学法尊法守法用法→尊法学法守法用法"},
      Row{"用法、学法、尊法、守法", "用法、学法、尊法、守法→尊法、学法、守法、用法"},
      Row{"学法、用法、守法", ""},
      Row{"尊法守法", ""},
      Row{"用法学法", ""},
      Row{"学法用法，尊法守法", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(row.text, lexicon.slips(row.text, forms())) == row.found);
  }
}

TEST_CASE("titles are compared as a whole", "[search][phrases]") {
  Dictionary dictionary{.verified = true};
  dictionary.titles = {
      {.name = "行政处罚法"},
      {.name = "法治政府建设实施纲要（2021—2025年）", .number = "中发〔2021〕33号"},
      {.name = "重大行政决策程序暂行条例"},
      {.name = "反有组织犯罪法"}};
  const Dictionaries dictionaries{std::make_shared<const Dictionary>(dictionary)};
  struct Row {
    std::string_view text;
    std::string_view found;
  };
  constexpr std::array rows{
      Row{"《行政处罚法》《中华人民共和国行政处罚法》《江苏省行政处罚法实施办法》", ""},
      Row{"《行政处法》", "行政处法→行政处罚法"},
      Row{"《中华人民共和国行政触罚法》", "行政触罚法→行政处罚法"},
      Row{"《有组织犯罪法》", "有组织犯罪法→反有组织犯罪法"},
      Row{"《行政强制法》《行政许可法》", ""},
      Row{"行政处法", ""},
      Row{"《法治政府建设实施纲要（2021—2025年）》《法治政府建设实施纲要》", ""},
      Row{"《法治政府建设实施纲要（2021-2025年）》", ""},
      Row{"《法治政府建设实施纲要（2021—2025）》", "（2021—2025）→（2021—2025年）"},
      Row{"《法治政府建设实施纲要（2016—2020）》", ""},
      Row{"《法治政府建设纲要（2021—2025年）》", ""},
      Row{"《法治政府建设实施纲要（2021—2025年）》（中发〔2021〕3号）",
          "中发〔2021〕3号→中发〔2021〕33号"},
      Row{"《法治政府建设实施纲要（2021—2025年）》（川委发〔2021〕3号）", ""},
      Row{"《重大行政决策程序暂行条列》", "重大行政决策程序暂行条列→重大行政决策程序暂行条例"},
      Row{"《重大行政决策程序暂行条》", "重大行政决策程序暂行条→重大行政决策程序暂行条例"},
      Row{"《重大行政决策程序实施办法》《省重大行政决策程序暂行条例》", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(shown(row.text, title_slips(row.text, dictionaries,
                                      data_of(Language::zh).documents.titles, forms())) ==
          row.found);
  }
}

}  // namespace hegui
