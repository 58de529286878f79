// What the engine knows of English.

#include <array>
#include <string>

#include "language/en_headings.h"
#include "language/en_numbers.h"
#include "language/en_values.h"
#include "language/rows.h"

namespace hegui {
namespace {

constexpr std::array<WordForms::Plural, 16> plurals{{
    {"person", "people"},
    {"child", "children"},
    {"criterion", "criteria"},
    {"sis", "ses"},  // analysis, crisis, hypothesis
    {"man", "men"},
    {"life", "lives"},
    {"half", "halves"},
    {"ay", "ays"},
    {"ey", "eys"},
    {"oy", "oys"},
    {"y", "ies"},
    {"s", "ses"},
    {"x", "xes"},
    {"ch", "ches"},
    {"sh", "shes"},
    {"", "s"},
}};

constexpr std::array<std::string_view, 3> alike{"'’‘", "\"“”", "-‐‑–"};

constexpr WordForms word_forms{
    .letters = R"(\p{Latin}\p{Nd}_)", .plurals = plurals, .alike = alike};

constexpr std::string_view year = "(?:19|20)\\d\\d";

std::string month() {
  return "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
         "Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\b\\.?";
}

/// 2025-03-14, 14 March 2025, March 14, 2025, March 2025, 14/3/2025; without their years, too.
std::string date() {
  const std::string y(year), m = month(), day = "\\d{1,2}(?:st|nd|rd|th)?";
  return y + "[-/.]\\d{1,2}[-/.]\\d{1,2}|" + day + "\\s+(?:of\\s+)?" + m + "(?:,?\\s+" + y + ")?|" +
         m + "\\s+" + day + "\\b(?:,?\\s+" + y + ")?|" + m + "\\s+" + y +
         "|\\d{1,2}/\\d{1,2}/(?:\\d\\d)?\\d\\d";
}

FigureForms figure_forms() {
  const std::string y(year);
  // Words that are no unit: 12 of 40, 3 and 4.
  const std::string no_unit =
      "(?!(?i:of|in|and|or|to|for|at|on|by|the|an?|is|are|was|were|be|been|with|from|per|that|"
      "which|who|as|than|but|into|after|before|between|has|have|had|will|would|can|could|may|might|must|shall|should|did|do|does|when|worth|ago|later|earlier|fewer|more|less|"
      "while|until|since|because|due|out|up|down|if|it|its|their|our|we|they|this|these|those|not|"
      "no|so|then|over|under|each|during|within|across|via|through|am|pm|utc|gmt|" +
      month() + ")\\b)";
  const std::string unit =
      no_unit + "[A-Za-z][A-Za-z'’-]*(?:\\s" + no_unit + "(?!\\w+ed\\b)[a-z][A-Za-z'’-]*){0,2}";
  const std::string single = "\\d[\\d,]*(?:\\.\\d+)?(?<!,)";
  // 20-30, 12% - 14%, 2 x 12
  const std::string number =
      single + "(?:\\s?%?\\s?[–-]\\s?" + single + "|\\s?[x×]\\s?" + single + ")?";
  const std::string scale = "(?:thousand|million|billion|trillion|hundred|dozen)\\b";
  const std::string tens = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";
  const std::string small = "(?:two|three|four|five|six|seven|eight|nine)";
  const std::string numeral = "(?i:" + tens + "(?:[- ](?:one|" + small + "))?|" + small +
                              "|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)";
  const std::string money =
      "[$€£¥]\\s?" + number + "(?:\\s?(?:" + scale + "|k|m|bn|b|tn|K|M|B)\\b)?";
  const std::string percent = "(?:" + number + "|\\(" + single +
                              "\\))\\s?(?:%|‰|per\\s?cent\\b|pc\\b|percentage\\spoints?\\b|°[CF]?)";
  const std::string duration =
      single + "\\s?(?:h|hrs?|hours?)(?:\\sand)?\\s?" + single + "\\s?(?:m|mins?|minutes?)\\b";
  const std::string measured =
      number + "(?:ms|s|sec|mins?|h|hrs?|d|x|kg|g|km|cm|mm|[KMGT]B|kWh?|MWh?|ha|pp|k|m|bn|M)\\b";
  const std::string counted = number + "(?:\\s" + scale + ")?[\\s-]" + unit;
  const std::string thousands = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,])";
  // 5 of them; 8/10, but on 8/10
  const std::string of_them = single + "\\sof\\s(?:them|these|those|which|whom)\\b";
  const std::string marks = "(?<!\\bon )(?<!\\bby )" + single + "/100?(?![\\d/])";
  // Complaints: 14. The number of complaints was 14.
  const std::string alone =
      "(?<=[a-z]: |\\bis |\\bwas |\\bare |\\bwere )(?>" + single +
      ")(?=\\s*(?:[.;,!?()](?!\\d)|$|(?:and|in|at|on|for|compared|against|last|this|per|from)\\b))";
  const std::string words = "(?i:an?\\sdozen[\\s-]" + unit +
                            "|half\\sof\\s(?:the|them|all|our|its|their)\\b)|" + numeral +
                            "(?:[- ]" + scale + ")?[\\s-]" + unit;
  const std::string signed_begin = "(?<![\\w.,$€£¥#/-])(?:[−+-](?=[\\d$€£¥]))?";
  return {
      .figure = signed_begin + "(?:" + money + "|" + percent + "|" + duration + "|" + measured +
                "|" + counted + "|" + thousands + "|^" + single + "$|" + of_them + "|" + marks +
                "|" + alone + "|" + words + ")",
      .none =
          "(?i:\\b(?:phone|tel|fax|ext|mobile|id|ref|code|line|year|date|time|postcode|zip)\\.?:"
          "\\s?\\d[\\d .:/-]*)|(?i:\\b(?:sections?|chapters?|tables?|figures?|fig\\.|appendix|annex|articles?|"
          "steps?|phases?|pages?|pp?\\.|nos?\\.|items?|clauses?|paragraphs?|levels?|tiers?|"
          "parts?|versions?|tickets?|issues?|rooms?|rules?|art\\.|weeks?|days?|sev|sprint)"
          "(?::?\\s|-)?\\d+(?:\\.\\d+)*)\\b|[§#]\\s?\\d+(?:\\.\\d+)*|\\b[QPHv]\\d+(?:\\.\\d+)*\\b|"
          "\\b(?!(?:AUD|CAD|CHF|CNY|EUR|GBP|INR|JPY|USD)\\b)[A-Z][A-Z0-9]+[- "
          "]\\d+\\b|\\d+(?:\\.\\d+){2,}|" +
          date() +
          "|\\d{1,2}[:.]\\d\\d(?::\\d\\d)?(?:\\s?(?i:[ap]\\.?m\\b\\.?|[A-Z]{3,4}\\b))|"
          "\\d{1,2}:\\d\\d(?::\\d\\d)?|\\d{1,2}\\s?[ap]\\.?m\\b\\.?|\\b" +
          y + "(?:\\s?[–/-]\\s?(?:" + y +
          "|\\d\\d)\\b)?(?![\\d,.]\\d)|\\d+(?:st|nd|rd|th)\\b|^\\s*\\(?\\d+(?:\\.\\d+)*[.)]\\s",
      .approximate =
          "(?i)\\b(?:about|around|some|nearly|almost|over|under|roughly|approximately|up to|"
          "at (?:least|most)|(?:more|fewer|less|no (?:more|fewer|less)) than)\\s+$",
      .and_so_on = R"((?i)\b(?:etc|and (?:so on|others|more))\b)",
      .moment = date() + "|\\bQ[1-4]\\b|\\d{1,2}:\\d\\d",
      .before_target =
          "(?i)\\b(?:at (?:least|most)|no (?:more|fewer|less|later) than|up to|below|"
          "under|above|over|within|reach(?:es|ed)?|targets?(?: of)?|exceeds?|"
          "(?:reduc|cut|increas|rais|lower|improv)\\w*\\b.{0,30}\\bto|minimum of|"
          "maximum of|goal of)\\s+$",
      .behind_target = "(?i)^\\s*or (?:more|less|fewer|higher|lower|better|above|below)",
  };
}

HeadingForms heading_forms() {
  return {
      .stated_only = true,
      .needs_gap = true,
      .plain = "^[^.;:!?(]{3,}$",
      .table_row = R"(\S\s{2,}\S.*\s{2,}\S|\|)",
      .not_unnumbered =
          R"([.;,:!?…]$|[.!?] |^[("\[\-–—•*·]|^\S{1,2}$|^(?!19|20)\d{4}\s|^(?:Figure|Fig\.|Table|Source|Note|Photo)\b.*\d|@|https?:|^[-=_*~#]+$)",
      .unnumbered = R"(^["“‘']?(?:\d{4}\b|\p{Lu})(?!(?:\S+\s+){12}))",
      .capitals = "^(?!TL;?DR\\b)[^\\p{Ll}]*\\p{Lu}{2}[^\\p{Ll}]*$",
      // No note, no line of a letter's head, no speaker's verb.
      .label =
          R"(^(?!(?i:notes?|nb|ps|warning|caution|important|tip|hint|examples?|sources?|figure|table|photo|update|edit|correction|question|answer|re|subject|to|from|cc|date|time|day|place|venue|location|room|present|attendees|participants|apologies|absent|chair|status|version|author|owner|severity|priority|due|deadline|contact|phone|e-?mail|address|distribution|(?:prepared|reported|written|approved|reviewed) by|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yes|no|first|second|third|finally)$)(?!(?!(?:What|Why|How|Who|When|Where)\b).*\b(?i:is|are|was|were|has|have|had|will|said|says|there|following|these|this)\b)\p{Lu}[^.:;!?,()\d]{2,40}(?<!\s)$)",
      .underline = "^[-=_*~#]{3,}$",
      // A line of a chronology is text, too: 09:12 UTC The rollout begins
      .text_end = R"([.;:!?)”"]$|^\W{0,2}(?:\d{1,2}[:.h]\d\d\b|(?!19|20)\d{4}\s\p{L}))",
      .text_before = R"([.;:!?)”"]$)",
      .find_end = find_english_heading_end,
      .find_mark = find_english_heading_mark,
  };
}

PageForms page_forms() {
  return {
      .bare = true,
      .home = "Home",
      .label = R"(^\s*(?i:published|updated|date|time|source|author|by|views?)\S{0,4}:)",
      .kept_label = R"(^(?i:(?:date |last )?(?:published|updated|issued)|date|author|source)\s?:)",
      .imprint = R"((?i)copyright|all rights reserved|©|cookie|privacy policy|terms of use)",
      .furniture =
          R"((?i)^(?:home$|skip to |print this page|share(?: this)?\b.{0,20}$|back to top|page \d+(?: of \d+)?$|©|copyright |all rights reserved|subscribe$|log ?in$|sign (?:in|up)$|search$|menu$|related (?:articles|posts|links|news)|(?:previous|next)(?: article| post| page)?$|[-=_*•·>|\s]*$))",
      .metadata =
          R"((?i)^(?:date |last )?(?:published|updated|issued|modified|date|author|source|status|version)s?\s?:)",
      .inserted =
          R"((?i)^(?:advertisement|sponsored)$|^[-=_*~#]{3,}$|^[-–—]\s*\d{1,3}\s*[-–—]$|^page \d+(?: of \d+)?$|^(?:https?://|www\.)\S+$)",
      .footer =
          R"((?i)^(?:related (?:articles|posts|links|news)|share this|back to top|©|copyright ))",
      .date = "(?i)^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?(?:" +
              date() + ")$",
      .date_end = std::string(year) + "$",
      .attachment = R"((?i)^(?:attachments?|enclosures?|encl\.)\s*\d*\s*(?:[:.]|$))",
      .contact = R"((?i)^(?:contact|phone|tel\.?|fax|e-?mail|address)\s?:)",
      .contents = R"((?i)^(?:table of )?contents:?$)",
      .not_title =
          R"(^(?:https?:|\S+@)|^(?i:to|from|cc|re|subject|date|author|status|version)\s?:|\|)",
      .published = R"((?i)^(?:date |last )?(?:published|updated|issued|date)(?: on)?\s?:)",
      .day = "(?i)" + date(),
  };
}

DocumentForms document_forms() {
  return {
      .document =
          R"((?i)\b(?:report|summary|review|minutes|plan|policy|proposal|memo|memorandum|audit|assessment|statement|agenda|guide|guidelines?|handbook|manual|procedure|post-?mortem|retrospective|strategy|charter|checklist|readme|specification|evaluation|notes|newsletter|application)\b)",
      .issuer =
          R"(\b(?:Ministry|Department|Office|Council|Committee|Agency|Authority|Commission|Board|Bureau|University|Institute|Inc\.?|Ltd\.?|LLC|GmbH|plc|Corporation|Company)$)",
      .issuer_kinds =
          {{IssuerKind::court, R"(\bCourt\b)"},
           {IssuerKind::institution,
            R"(\b(?:University|College|School|Hospital|Institute|Library|Museum)\b)"},
           {IssuerKind::company, R"(\b(?:Inc\.?|Ltd\.?|LLC|GmbH|plc|Corporation|Company)$)"},
           {IssuerKind::government,
            R"(\b(?:City|County|State|Borough|Town) Council$|\bGovernment$)"},
           {IssuerKind::department,
            R"(\b(?:Ministry|Department|Office|Agency|Authority|Commission|Bureau)\b)"}},
      .source = R"((?i)^source\s?:\s*(\S.{2,60}))",
      .cited = R"([“"][^”"]*[”"]|\([^()]*\))",
  };
}

}  // namespace

const LanguageData& english() {
  static const LanguageData row{
      .id = Language::en,
      .words = &word_forms,
      .unit = LengthUnit::words,
      .least_report = 80,
      .longest_introduction = 250,
      .han_a_unit = 3,
      .characters_a_han = 2.5,
      .stop = ".",
      .comma = ",",
      .colon = ":",
      .semicolon = ";",
      .sentence_ends = U".!?…",
      .closers = U".!?…”’\"')]",
      .closing_ends = U"”\")]",
      .paragraph_ends = U".!?;:…”’\"')]—",
      .pairs = U"“”()[]",
      .blank_between_sentences = true,
      .abbreviation =
          R"((?:^|[\s("“\[])(?:(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Gen|Sen|Rep|Gov|Capt|Lt|Col|Rev|Hon|vs|e\.g|i\.e|cf|al|approx|est|dept|ext|tel|incl|excl|resp|eds?)\.\s+\S|(?:[Nn]os?|[Ff]igs?|[Ss]ecs?|[Aa]rts?|[Cc]h|[Vv]ol|pp?|[Ee]q|[Tt]ab|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+\d)$)",
      .initials = R"((?:^|[\s("“\[])[A-Z](?:\.[A-Z])*\.\s+\S$)",
      .opening_word =
          R"(^(?:He\s(?!and\b)\p{Ll}|(?:It|Its|They|Their|We|Our|She|Her|His|The|This|That|These|Those|There|In|On|At|By|For|From|As|When|After|But|And|However|Nobody|Everybody|You|Your)\b))",
      .reference = R"(^(?:\[\d{1,3}\])+(?=\s))",
      .read_number = read_english_number,
      .read_numeral = read_english_numeral,
      .read_value = read_english_value,
      .numeral_letters = U"abcdefghijklmnopqrstuvwxyz",
      .before_list_marks = U".;:,!? ",
      .never_behind_list_marks = U".;:,!?)”\"",
      .item_marks = english_item_marks,
      .item_mark =
          R"(^(?:(?:First|Second|Third|Fourth|Fifth|Final|Last)(?:ly)?,|[-*•·–‣◦▪●○■□➢➤✓✔→▸►]\s))",
      .before_numbers = U".;:,",
      .before_bracketed = R"([.;:,] (?:and|or) $|\w (?:and|or) $)",
      .bullets = U"-*•·–‣◦▪●○■□➢➤✓✔→▸►",
      .figures = figure_forms(),
      .year = "(?<![\\d-])(" + std::string(year) + ")(?![\\d-])",
      .year_label = "\\b" + std::string(year) + "\\b",
      .read_day = read_english_day,
      .headings = heading_forms(),
      .slots = {.open = "[TODO: ",
                .close = "]",
                .open_bracket = "(",
                .close_bracket = ")",
                .between = U" ,",
                .issuer = "what happened",
                .date = "date of this report, and who wrote it",
                .year = "year",
                .title = "{2}: {0}, {1}"},
      .page = page_forms(),
      .documents = document_forms(),
  };
  return row;
}

}  // namespace hegui
