#include "output/html/page.h"

#include "output/html/markup.h"
#include "version.h"

namespace hegui {

std::string page_begin(std::string_view title, std::string_view index, Language language) {
  const PageFiles files = page_files();
  std::string out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"generator\" content=\"hegui {}\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>{}</title>\n<style>",
      language_tag(language), version, files.style_hash, files.script_hash, html_text(title));
  out += files.style;
  out += "</style>\n<body>\n<header class=\"masthead\">\n";
  out += say("<h1>合规检查结果</h1>\n", "<h1>Compliance check</h1>\n").in(language);
  if (!index.empty())
    out += say("<nav aria-label=\"报告\"><a href=\"{}\">全部报告</a></nav>\n",
               "<nav aria-label=\"reports\"><a href=\"{}\">All reports</a></nav>\n", index)
               .in(language);
  return out + "</header>\n<main>\n";
}

std::string page_end(Language language) {
  std::string out = "</main>\n<footer>";
  out += say("由 hegui {} 生成。判断只看文字，不核实事实；网页不联网，什么也不往外发。",
             "Made by hegui {}. It judges what the text says, not whether it is true; this page "
             "sends nothing anywhere.",
             version)
             .in(language);
  out += "</footer>\n<script>";
  out += page_files().script;
  return out + "</script>\n</body>\n</html>\n";
}

}  // namespace hegui
