// What the engine knows of Chinese. Patterns are of folded text: marks full width, letters and
// digits half width, characters simplified.

#include <array>
#include <string>

#include "language/days.h"
#include "language/rows.h"
#include "language/zh_headings.h"
#include "language/zh_numbers.h"
#include "language/zh_values.h"
#include "language/zh_words.h"

namespace hegui {
namespace {

constexpr std::array<std::string_view, 21> numerals{
    "零",   "一",   "二",   "三",   "四",   "五",   "六",   "七",   "八",   "九",  "十",
    "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"};

/// Characters that look alike. Those that sound alike are known by their sounds.
constexpr std::array<std::u32string_view, 38> alike{
    U"己已巳", U"未末",   U"治冶",   U"拨拔", U"戊戌戍戎", U"徽微",   U"折拆析", U"洒酒",
    U"准淮",   U"管菅",   U"土士",   U"人入", U"日曰",     U"干千于", U"大太犬", U"天夫无",
    U"玉王主", U"午牛",   U"贝见",   U"风凤", U"鸟乌",     U"免兔",   U"旦且",   U"今令",
    U"仓仑",   U"代伐",   U"毫豪亳", U"宜宣", U"冒昌",     U"勿匆",   U"享亨",   U"刺剌",
    U"待侍",   U"候侯喉", U"沟钩",   U"栽载", U"蓝篮",     U"稳隐"};

FigureForms figure_forms() {
  return {
      // Each begins with the characters that a match can begin with: to look at these first makes
      // the search twice as fast, and [0-9] is one comparison where \d asks what Unicode says.
      .figure =
          R"([0-9][0-9,.]*(?: [0-9]{3}(?![0-9]))*\s*(?:余|多)?(?:万|亿|千|百)?(?:余|多)?\s*(%|‰|[人场件批户班期台车]次|个百分点|平方米|平方公里|公里|公斤|公顷|千瓦|[万亿]元|分钟|小时|课时|[\p{sc:Han}]))"
          R"(|百分之[零一二三四五六七八九十百]{1,5}(?:点[零一二三四五六七八九]{1,3})?|(?:[二两三四五六七八九十百]|一[十百])[一二三四五六七八九十百]{0,4}(?:余|多)?\s*((?:场|人|件)?次|场|期|件|宗|起)(?![法序生年别代数元全谋共产]))",
      .none =
          R"((?=[《人政常大届第〔0-9])(?:)"
          R"(《[^《》]{0,80}》|(?:人大|政协|常委会|大会|届)第?[一二三四五六七八九十]{1,3}次(?:全体)?会议(?:、第?[一二三四五六七八九十]{1,3}次(?:全体)?会议)*|)"
          // 第二件，…：其次，不是两件
          R"(第[一二三四五六七八九十]{1,3}[\p{sc:Han}]{1,2}[，：]|)"
          R"((?:19|20)[0-9][0-9](?![0-9]|\.[0-9]+[万亿%‰余多]|\s*(?:[万亿元件起宗户次份笔]|[余多人个家项名条处所场](?:[万件次，。；、：（）]|$)))\s*(?:[-—–~至]\s*(?:19|20)[0-9][0-9]\s*)?年?(?:度)?(?:\s*[0-9]{1,2}\s*月)?(?:份)?(?:\s*[0-9]{1,2}\s*日)?)"
          R"(|[0-9]{1,2}\s*月(?:份)?(?:\s*[0-9]{1,2}\s*[日号])?|第\s*[0-9]+|〔[0-9]+〕[0-9]*号?|[0-9]+号|[0-9]+(?:\+[0-9A-Za-zN]+)+|[0-9]+[、.](?=[^0-9])))",
      .approximate =
          R"((?=[约近超逾不将大接突至最上])(约|近|超|超过|逾|不足|不到|将近|大约|接近|突破|不少于|不低于|不超过|至少|最多|(?<![线网])上)\s*$)",
      .and_so_on = "等",
      .moment =
          R"((?=[0-9十一二三四五六七八九上下年])(?:)"
          R"([0-9]{1,2}\s*月|(?<![一二三四五六七八九十])(?:十[一二]?|[一二三四五六七八九])月|[一二三四]季度|[上下]半年|年底前|(?<![每全整半])年内))",
      .work = "《[^《》]{2,80}》",
      .before_target =
          R"((不少于|不低于|不高于|不超过|达到?|超过|完成|确保|力争|新增|控制在|降[至到]|提[高升]到|压缩[至到])[^，。；]{0,6}$)",
      .in_target = R"(以上|以内|以下)",
      .behind_target = R"(^[^，。；]{0,4}(以上|以内|以下|之内|全覆盖))",
  };
}

HeadingForms heading_forms() {
  return {
      .begins_mid_line = may_begin_chinese_number,
      .closers = U"。；：！？…”）",
      .ordinal = U'第',
      .plain = "^[^。；：！？（(—]{3,}$",
      .table_row = R"(^\S{1,8}(\s+\S{1,8}){2,}$)",
      .not_unnumbered =
          R"([。；，、：！？…]$|；|。|^[（(【\[—–\-•·●◆▪*“"]|^(附件|附表|注：)|^\S{2,3}$|\d{1,2}月\d{1,2}日|图[为:：]|^(图|表|附图|附表)\s?\d|摄$|^(一|二|三|四|五|六|七|八|九)是|^第[一二三四五六七八九十]，)",
      .text_end = R"([。；：！？”）]$)",
      .text_before = R"([。！？：；”）]$)",
      .find_end = find_chinese_heading_end,
      .find_mark = find_chinese_heading_mark,
      .is_torn = is_torn_chinese_heading,
  };
}

PageForms page_forms() {
  return {
      .home = "首页",
      .label =
          R"(^\s*(发布|更新|信息|文章)?(时间|日期|来源|作者|机构|单位|浏览|阅读|点击|字号|字体)\S{0,4}[：:])",
      .kept_label =
          R"((发布|发表|公布|公开|成文|生成|更新)?(时间|日期)：|来源：|(发布|发文|公开|制发)(机构|机关|单位|部门)：|文号：|索引号)",
      .imprint = "版权所有|主办单位|主办：|承办单位|ICP备|备案号|网站标识码|公网安备",
      .furniture =
          R"(^[【\[]?(当前位置|您?(当前|现在)?(所在)?的?位置|(网站)?首页|返回|选择语言|长者版|适老|无障碍|打印|下载|收藏|全屏|加大|)"
          R"(还原|减小|放大|缩小|字号|字体|大$|中$|小$|分享|微信|微博|关注|扫一扫|二维码|手机版|智能问答|小程序|机构专页|)"
          R"(相关(新闻|链接|阅读|文章|稿件|附件|信息)|上一[篇条]|下一[篇条]|关闭(窗口|本页)?$|责任编辑|编辑：|审核：|)"
          R"(版权所有|.{0,30}(记者|通讯员)\s?\S{2,4}\s?(摄|报道)$|[》>]{2,}|点击(图片|进入|下载|查看)|主办|承办|网站(标识码|地图)|备案|技术支持|.{0,12}ICP备|.{0,8}公网安备|[=\-*_•·>|\s】\]]*$|)"
          R"([•·▪◆●-]\s*\S{1,16}$|“?穗好办|添加$|页面链接|本地目录|我要(纠错|评价)|纠错|语音播报|朗读|繁體|简体))",
      .metadata =
          R"((^|\s|[【\[])(发布|发表|公布|公开|成文|生成|更新|印发|创建)?(时间|日期)：|(信息|文章|稿件)?来源：|(点击|浏览|阅读|访问)(率|次数|量|数)：?|)"
          R"(作者：|(发布|发文|公开|制发|责任)(机构|机关|单位|部门)：|文号：|索引号|主题(词|分类)：|栏目：|)"
          R"((公文)?(有效性|时效性)：|(原文|原始)链接：|体裁分类|(信息)?名称：|https?：//)",
      .inserted =
          R"(^[【\[（]?(广告|推广|赞助)(内容)?([】\]）：]|$)|^(您|你)?可能(还|也)?(会|想)?(喜欢|感兴趣|关心)|^猜(您|你)喜欢|)"
          R"(^(推荐|延伸|相关|热门)(阅读|推荐|新闻|文章|链接|资讯)([：:]|$)|^(点击|长按|扫码|微信扫|扫一扫|扫描)[^，。]{0,12}(查看|关注|下载|二维码|更多|进入|了解|阅读|识别)|)"
          R"((展开|阅读|查看)(全文|更多|原文)[>》]*$|^(网址：)?(https?：//|www\.)\S+$|^[-—–]+\s*\d{1,3}\s*[-—–]+$|)"
          R"(^第\s*\d{1,3}\s*页([，、/\s]*共\s*\d{1,3}\s*页)?$)",
      .footer =
          R"(^[【\[]?(责任编辑|扫一扫|相关(新闻|链接|阅读|文章|稿件|附件)|上一[篇条]：|下一[篇条]：|打印本页|关闭(窗口|本页)|分享到))",
      .date =
          R"(^[（(]?((20|19)\d\d|二[〇零○OoО0][〇零○一二三四五六七八九十]{1,2})\s*[年.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*[月.\-/])"
          R"(\s*[\d一二三四五六七八九十]{1,3}\s*[日号]?[）)]?\s*(\d{1,2}[:时]\d\d([:分]\d\d秒?)?分?)?$)",
      .date_end = "[日号]$",
      .attachment = R"(^(附件|附表|附：|附录)\s*[\d一二三四五六七八九十]{0,3}\s*[：.、]?)",
      .contact =
          R"(^[（\(]?(联系(人|电话|地址|方式)|电话：|地址：|邮编|邮政编码|传真|电子邮箱|(此件|本件)?(公开发布|主动公开)|抄送|抄报|印发))",
      .contents = R"(^[【\[〔]?目\s*(录|次)[】\]〕]?：?$)",
      .flattened_contents = R"(^目\s*(录|次)[^。；]{20,600}$)",
      .title_label = R"(^(标题|题名|信息名称|名称)：\s*)",
      .not_title = "：",
      .title_year = R"((20|19)\d\d|二[〇零○])",
      .about = R"(关于|年度|工作)",
      .title_opening = R"(关于|年度?|推进|贯彻|落实|开展)",
      .title_continued = R"(^(关于|20\d\d|19\d\d|年度|推进|建设|工作|情况|政府|的|贯彻|落实|履行))",
      .title_end = R"(^[^，。：\d]{0,16}(报告|总结|情况|汇报)(（.{1,20}）)?$)",
      .answer_asked = R"((其他|其它).{0,12}(报告|说明|事项|情况))",
      .answer = R"(^(无|没有|暂无))",
      .published = R"((发布|发表|公布|公开|更新)?(时间|日期)：)",
      .day =
          R"((?<!\d)((?:19|20)\d\d)\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})(?!\d)(?:\s*日)?)",
  };
}

DocumentForms document_forms() {
  const std::string parts(zh_parts);
  const std::string issuers =
      "政府|办事处|局|厅|部|院|委|委员会|管委会|办公室|中心|街道|镇|乡|党工委|党组|司法所|"
      "支队|总队|公司";
  const std::string after_speaker =
      "坚持|认真|扎实|深入|全面|严格|紧紧|紧扣|紧盯|以|在|始终|切实|围绕|积极|高度|着力|持续|聚焦|"
      "按照|根据|依据|现将|将|把|牢固|牢牢|坚决|坚定|大力|不断|进一步|充分|对照|结合|立足|全力|深化|"
      "统筹|贯彻|高质量|推进|推动|落实|学习|一年来|共|深刻|主动|突出|强化|加强|锚定|对标|"
      "(19|20)\\d\\d|党组|党委|党工委";
  const std::string no_speaker = "现?将|我|本[局厅委办镇乡街县区市省州院单机]";
  return {
      .part = "(" + parts + ")$",
      .whole_part = "^[\\p{sc:Han}\\d“”、和与及]{2,30}(?:" + parts + ")$",
      .document =
          "(报告|情况|总结|汇报|公报|通报|要点|方案|计划|意见|通知|规划|办法|纲要|公告|安排|自评|指引|"
          "指南|讲话|解读|细则|规定|条例|批复|答复|纪要|简报|决定|决议|提纲|制度)(（[^（）]{1,20}）)?$",
      .issuer = "(" + issuers + ")$",
      .issuer_kinds =
          {{IssuerKind::court, "法院$"},
           {IssuerKind::procuratorate, "检察院$"},
           {IssuerKind::company, "(公司|集团)$"},
           {IssuerKind::department, "(监督管理|监管)委员会$"},
           {IssuerKind::zone,
            "(管委会|管理委员会|(实验|开发|高新技术产业|高新|经开|新|示范|园|保税|自贸|度假|合作|"
            "功能|先行)区)$"},
           {IssuerKind::street, "街道[^局所站院校]*$|办事处$"},
           {IssuerKind::township, "([镇乡]|苏木)(人民政府|政府|党委)?$"},
           {IssuerKind::government, "政府$|[省市区县州旗盟]$"},
           {IssuerKind::party,
            "^中(共|国共产党)|(党委|党组|党工委|纪委|纪委监委|[省市区县州旗]委)$|"
            "(组织|宣传|统战|统一战线工作|政法委员会)部?$"},
           {IssuerKind::institution,
            "(大学|学院|学校|中学|小学|医院|研究院|研究所|图书馆|博物馆|中心|事务所)$"},
           {IssuerKind::department,
            "(局|厅|部|委|委员会|办|办公室|办公厅|支队|总队|大队|院|署|司|所|站|社|联合会|总工会)$"}},
      .about = R"(关于|(?:20|19)\d\d年?|二[〇零○]..年|推进|履行|贯彻|开展)",
      .title_begin = R"(^\s*(?:19|20)\d\d年?度?\s*)",
      .speaker = "(?:^|[。；，：\n]|现将|将)\\s*(?!" + no_speaker +
                 ")((?:[\\p{sc:Han}]|（[^（）]{1,10}）){1,24}?(?:" + issuers +
                 "|新区|[区县市省州旗]))(?:（[^（）]{1,20}）)?(?=" + after_speaker + ")",
      .ourselves =
          "(?:我|本|全)(局|厅|委|办|镇|乡|街道|办事处|县|区|市|省|州|院|中心|管委会|新区|公司|校|部)"
          "(?!人民|经济|域|情|民|内|场)",
      .source = R"((?:来源|发布机构|发文机关|发布单位)：\s*([^\s：]{3,40}))",
      .announcement =
          "将[^。]{0,120}?(报告|汇报|总结|通报|公布|公开|说明|公示)[^。]{0,10}(如下|于后)",
      .cited = "《[^》]*》|〔[^〕]*〕|（[^（）]*）",
      .kinds = {"实施方案", "工作方案", "方案", "工作要点", "要点", "实施意见", "意见",
                "工作计划", "计划",     "规划", "通知",     "办法", "细则",     "规定",
                "条例",     "制度",     "指引", "指南",     "提纲", "讲话",     "解读",
                "答复",     "批复",     "决定", "决议",     "纪要", "简报",     "公告"},
      .kind_note = "（[^（）]{1,20}）$",
      .both = "(报告|情况|总结|汇报)(和|及|与|、|暨|以及)",
      .titles = {.open = "《", .close = "》", .law_prefix = "中华人民共和国"},
  };
}

}  // namespace

const LanguageData& chinese() {
  static const LanguageData row{
      .id = Language::zh,
      .folding = {.full_width_marks = true, .simplified = true},
      .characters = {.alike = alike,
                     .particles =
                         U"的地得了着过和与及或并而之等在是为对于以从到有再更最大新各其所将性化式",
                     .numerals = U"零〇一二两三四五六七八九十百千万亿"},
      .unit = LengthUnit::han,
      .least_report = 200,
      .longest_introduction = 500,
      .stop = "。",
      .comma = "，",
      .colon = "：",
      .semicolon = "；",
      .sentence_ends = U"。！？",
      .closers = U"”’）》",
      .closing_ends = U"”）",
      .paragraph_ends = U"。！？；：…”’）》】〕—",
      .pairs = U"“”‘’（）《》【】〔〕",
      .read_number = read_chinese_number,
      .read_numeral = read_chinese_numeral,
      .read_value = read_chinese_value,
      .numerals = numerals,
      .numeral_letters = U"一二三四五六七八九十",
      .before_list_marks = U"。；：，、！？） ",
      .never_behind_list_marks = U"。；：，！？）”’》",
      .item_marks = chinese_item_marks,
      .counted_word = chinese_counted_word,
      .item_mark =
          R"(^(?:第?[一二三四五六七八九十]{1,3}(?:是要|是|则|要|，|、是|方面，)|(?:首先|其次|再次|再者|最后|此外|另外)[，是]))",
      .before_numbers = U"。；：，",
      .figures = figure_forms(),
      .year = R"((?<!\d)((?:19|20)\d\d)(?=\s*年))",
      .year_words = "(?:二[〇零○]|一九)[〇零○一二三四五六七八九]{2}(?=年)",
      .digits = U"〇一二三四五六七八九",
      .year_label = "(19|20)\\d\\d年(度)?",
      .read_day = read_numeric_day,
      .headings = heading_forms(),
      .slots = {.open = "【待填：",
                .close = "】",
                .open_bracket = "〔",
                .close_bracket = "〕",
                .between = U" ，、",
                .issuer = "发文机关",
                .date = "成文日期",
                .year = "年份",
                .title = "{0}{1}年{2}",
                .signed_at_end = true},
      .page = page_forms(),
      .documents = document_forms(),
  };
  return row;
}

}  // namespace hegui
