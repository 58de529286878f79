#include "document/page_lines.h"

#include <string>

#include "document/document_words.h"
#include "text/pattern.h"
#include "text/utf8.h"

namespace hegui {
namespace {

// Patterns are of folded text: Chinese marks full width, letters and digits half width.

const Pattern& furniture_pattern() {
  static const Pattern pattern(
      R"(^[【\[]?(当前位置|您?(当前|现在)?(所在)?的?位置|(网站)?首页|返回|选择语言|长者版|适老|无障碍|打印|下载|收藏|全屏|加大|)"
      R"(还原|减小|放大|缩小|字号|字体|大$|中$|小$|分享|微信|微博|关注|扫一扫|二维码|手机版|智能问答|小程序|机构专页|)"
      R"(相关(新闻|链接|阅读|文章|稿件|附件|信息)|上一[篇条]|下一[篇条]|关闭(窗口|本页)?$|责任编辑|编辑：|审核：|)"
      R"(版权所有|.{0,30}(记者|通讯员)\s?\S{2,4}\s?(摄|报道)$|[》>]{2,}|点击(图片|进入|下载|查看)|主办|承办|网站(标识码|地图)|备案|技术支持|.{0,12}ICP备|.{0,8}公网安备|[=\-*_•·>|\s】\]]*$|)"
      R"([•·▪◆●-]\s*\S{1,16}$|“?穗好办|添加$|页面链接|本地目录|我要(纠错|评价)|纠错|语音播报|朗读|繁體|简体))");
  return pattern;
}

const Pattern& metadata_pattern() {
  static const Pattern pattern(
      R"((^|\s|[【\[])(发布|发表|公布|公开|成文|生成|更新|印发|创建)?(时间|日期)：|(信息|文章|稿件)?来源：|(点击|浏览|阅读|访问)(率|次数|量|数)：?|)"
      R"(作者：|(发布|发文|公开|制发|责任)(机构|机关|单位|部门)：|文号：|索引号|主题(词|分类)：|栏目：|)"
      R"((公文)?(有效性|时效性)：|(原文|原始)链接：|体裁分类|(信息)?名称：|https?：//)");
  return pattern;
}

}  // namespace

bool is_breadcrumb(std::string_view words) {
  // A page that was flattened into one line begins with one.
  if (words.find("。") != words.npos || count_code_points(first_code_points(words, 201)) > 200)
    return false;
  std::size_t arrows = 0;
  for (const std::string_view arrow : {">", "›", "»", "＞"})
    for (std::size_t at = words.find(arrow); at != std::string_view::npos;
         at = words.find(arrow, at + 1))
      ++arrows;
  return arrows >= 2 || (arrows == 1 && words.find("首页") != std::string_view::npos);
}

std::optional<std::uint32_t> metadata_label(std::string_view words) {
  const auto found = metadata_pattern().find(words);
  return found ? std::optional(found->begin) : std::nullopt;
}

bool is_page_line(std::string_view words) {
  return is_breadcrumb(words) ||
         (count_code_points(first_code_points(words, 61)) <= 60 && !words.ends_with("。") &&
          furniture_pattern().matches(words)) ||
         (count_code_points(first_code_points(words, 241)) <= 240 &&
          words.find("。") == words.npos && has_metadata_label(words));
}

bool is_long_line(std::string_view words) {
  constexpr std::size_t longest = 40;
  return count_code_points(first_code_points(words, longest + 1)) > longest;
}

bool is_inserted_line(std::string_view words) {
  static const Pattern inserted(
      R"(^[【\[（]?(广告|推广|赞助)(内容)?([】\]）：]|$)|^(您|你)?可能(还|也)?(会|想)?(喜欢|感兴趣|关心)|^猜(您|你)喜欢|)"
      R"(^(推荐|延伸|相关|热门)(阅读|推荐|新闻|文章|链接|资讯)([：:]|$)|^(点击|长按|扫码|微信扫|扫一扫|扫描)[^，。]{0,12}(查看|关注|下载|二维码|更多|进入|了解|阅读|识别)|)"
      R"((展开|阅读|查看)(全文|更多|原文)[>》]*$|^(网址：)?(https?：//|www\.)\S+$|^[-—–]+\s*\d{1,3}\s*[-—–]+$|)"
      R"(^第\s*\d{1,3}\s*页([，、/\s]*共\s*\d{1,3}\s*页)?$)");
  return count_code_points(first_code_points(words, 61)) <= 60 && !words.ends_with("。") &&
         inserted.matches(words);
}

bool is_page_footer(std::string_view words) {
  static const Pattern footer(
      R"(^[【\[]?(责任编辑|扫一扫|相关(新闻|链接|阅读|文章|稿件|附件)|上一[篇条]：|下一[篇条]：|打印本页|关闭(窗口|本页)|分享到))");
  return count_code_points(first_code_points(words, 31)) <= 30 && footer.matches(words);
}

bool ends_sentence(std::string_view words) {
  return words.ends_with("。") || words.ends_with("！") || words.ends_with("？") ||
         words.ends_with("；") || words.ends_with("：") || words.ends_with("。”") ||
         words.ends_with("。）");
}

bool is_date_line(std::string_view words) {
  static const Pattern pattern(
      R"(^[（(]?((20|19)\d\d|二[〇零○OoО0][〇零○一二三四五六七八九十]{1,2})\s*[年.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*[月.\-/])"
      R"(\s*[\d一二三四五六七八九十]{1,3}\s*[日号]?[）)]?\s*(\d{1,2}[:时]\d\d([:分]\d\d秒?)?分?)?$)");
  return words.size() < 60 && pattern.matches(words);
}

bool is_attachment_line(std::string_view words) {
  static const Pattern pattern(
      R"(^(附件|附表|附：|附录)\s*[\d一二三四五六七八九十]{0,3}\s*[：.、]?)");
  return count_code_points(words) <= 60 && pattern.matches(words) && !words.ends_with("。");
}

bool is_contact_line(std::string_view words) {
  static const Pattern pattern(
      R"(^[（\(]?(联系(人|电话|地址|方式)|电话：|地址：|邮编|邮政编码|传真|电子邮箱|(此件|本件)?(公开发布|主动公开)|抄送|抄报|印发))");
  return count_code_points(words) <= 80 && pattern.matches(words);
}

bool names_document(std::string_view words) {
  static const Pattern pattern("(" + std::string(zh_words.documents) + ")(（[^（）]{1,20}）)?$");
  return pattern.matches(words);
}

bool names_issuer(std::string_view words) {
  static const Pattern pattern("(" + std::string(zh_words.issuers) + ")$");
  return pattern.matches(words);
}

}  // namespace hegui
