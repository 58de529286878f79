// Pairs of files: an input below tests/golden/<stage>/ and `<input>.expected` beside it, which
// holds what the stage of the pipeline makes of it (dumps.h). UPDATE_EXPECTED=1 writes the
// expectations.
//
//   read                   *.txt, *.md, *.html, *.fodt, *.parts, *.xml, *.mht,
//                          *.pdf.pages
//   outline                *.txt, *.md, *.html, *.parts
//   items                  *.txt
//   binding, checks        *.txt with <name>.rules.yaml or rules.yaml beside it
//   checks                 *.md, *.html, *.parts, too
//   ruleset, config        *.yaml
//   output                 report.txt, each output in each language; hostile.txt, machine outputs;
//                          word.docx.parts, pages.pdf.pages, those that say where a drafter finds a
//                          place in Word, or on a page;
//                          table.docx.parts, those that show a table
//
// A DOCX, ODT or OFD is made of its parts (docx_parts.h, office_parts.h) before it is read; what
// pdftotext would say of a PDF, of its pages (pdf_pages.h). tests/golden/cli is of cli_test.sh.
//
// GOLDEN=checks/need compares only the inputs of that folder, GOLDEN=checks/need/list.txt one.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "dumps.h"
#include "office_parts.h"
#include "output/html/page.h"
#include "output/output.h"
#include "output/views/outline_view.h"
#include "pdf_pages.h"
#include "version.h"

namespace fs = std::filesystem;

namespace hegui {
namespace {

const fs::path golden = fs::path(HEGUI_ROOT) / "tests" / "golden";

// Inputs whose expectation is right and whose outcome is not yet: what is wrong with it. An entry
// whose input comes out right fails, too, and is to be taken out.
const std::map<std::string, std::string> known_bugs{};

std::vector<fs::path> inputs(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> found;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(extension) && !name.ends_with("rules.yaml")) found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

void compare(const fs::path& input, const std::string& actual) {
  const std::string expected = input.string() + ".expected";
  const std::string name = input.lexically_relative(golden).string();
  const auto bug = known_bugs.find(name);
  if (bug != known_bugs.end()) {
    INFO(name << ": no bug any more, take it out of known_bugs: " << bug->second);
    REQUIRE(fs::exists(expected));
    CHECK(actual != read_bytes(expected));
    return;
  }
  if (const char* update = std::getenv("UPDATE_EXPECTED"); update && *update == '1') {
    if (!fs::exists(expected) || read_bytes(expected) != actual) {
      std::ofstream out(expected, std::ios::binary);
      out << actual;
      REQUIRE(out.good());
    }
    return;
  }
  INFO(name << ", UPDATE_EXPECTED=1 writes it anew");
  if (fs::exists(expected))
    CHECK(actual == read_bytes(expected));
  else
    FAIL_CHECK("there is no expectation; it would be\n" << actual);
}

void run_stage(std::string_view stage, std::string_view extension,
               const std::function<std::string(const fs::path&)>& stage_of) {
  const std::vector<fs::path> all = inputs(golden / stage, extension);
  REQUIRE(!all.empty());
  const char* wanted = std::getenv("GOLDEN");
  const fs::path only = golden / (wanted ? wanted : stage);
  REQUIRE(fs::exists(only));
  for (const fs::path& input : all)
    if (input.string().starts_with(only.string())) compare(input, stage_of(input));
}

/// A report's name and bytes; an archive is made of its parts, and a PDF stands for its pages.
std::pair<std::string, std::string> report_of(const fs::path& input) {
  std::string bytes = read_bytes(input.string());
  if (input.extension() == ".pages")
    return {input.stem().string(), std::string(mark_of_pages) + bytes};
  if (input.extension() != ".parts") return {input.filename().string(), std::move(bytes)};
  return {input.stem().string(), packed(input.stem().string(), parts_of(bytes))};
}

/// <name>.rules.yaml beside the input, else the folder's rules.yaml.
LoadedRules rules_for(const fs::path& input) {
  fs::path file = fs::path(input).replace_extension(".rules.yaml");
  if (!fs::exists(file)) file = input.parent_path() / "rules.yaml";
  LoadedRules loaded = load_file(file.string());
  INFO(dump_problems(loaded));
  REQUIRE(loaded.rules.has_value());
  return loaded;
}

std::string review_findings(const fs::path& input) {
  const LoadedRules loaded = rules_for(input);
  const auto [name, bytes] = report_of(input);
  return dump_findings(review_text(name, bytes, *loaded.rules));
}

std::string without_version(std::string text) {
  const std::string quoted = '"' + std::string(version) + '"';
  for (std::size_t at = text.find(quoted); at != std::string::npos; at = text.find(quoted))
    text.replace(at, quoted.size(), "\"VERSION\"");
  return text;
}

/// The style and the script of a page are files of their own.
std::string without_page_files(std::string text) {
  const PageFiles files = page_files();
  for (const std::string_view piece :
       {files.style, files.style_hash, files.script, files.script_hash})
    if (const std::size_t at = text.find(piece); at != text.npos) text.erase(at, piece.size());
  return text;
}

std::string written(const OutputForm& form, const std::vector<const Review*>& reviews,
                    const OutputOptions& options, std::span<const FileProblem> problems = {}) {
  std::string out;
  Summary summary;
  const auto output = form.make(options);
  output->begin(out);
  for (const Review* review : reviews) {
    output->document(*review, out);
    summary.add(*review);
  }
  output->end(summary, problems, out);
  return without_page_files(without_version(out));
}

fs::path golden_file(const fs::path& input, std::string_view form, std::string_view variant) {
  return {fmt::format("{}.{}.{}", input.string(), form, variant)};
}

}  // namespace

TEST_CASE("files become blocks", "[golden][read]") {
  for (const std::string_view extension :
       {".txt", ".md", ".html", ".fodt", ".parts", ".xml", ".mht", ".pdf.pages"})
    run_stage("read", extension, [](const fs::path& input) {
      const auto [name, bytes] = report_of(input);
      return dump_blocks(name, bytes);
    });
}

TEST_CASE("blocks become an outline", "[golden][outline]") {
  for (const std::string_view extension : {".txt", ".md", ".html", ".parts"})
    run_stage("outline", extension, [](const fs::path& input) {
      const auto [name, bytes] = report_of(input);
      return dump_outline(name, bytes);
    });
}

TEST_CASE("parts fall into items", "[golden][items]") {
  run_stage("items", ".txt",
            [](const fs::path& input) { return dump_items(read_bytes(input.string())); });
}

TEST_CASE("requirements are bound to parts", "[golden][binding]") {
  run_stage("binding", ".txt", [](const fs::path& input) {
    const LoadedRules loaded = rules_for(input);
    return dump_bindings(read_bytes(input.string()), *loaded.rules);
  });
}

TEST_CASE("parts are checked", "[golden][checks]") {
  for (const std::string_view extension : {".txt", ".md", ".html", ".parts"})
    run_stage("checks", extension, review_findings);
}

TEST_CASE("each kind of check has a report that passes and one that does not", "[golden][checks]") {
  for (const CheckKind& kind : check_kinds()) {
    const fs::path folder = golden / "checks" / kind.name;
    CAPTURE(std::string(kind.name));
    REQUIRE(fs::is_directory(folder));
    std::size_t passing = 0, failing = 0;
    for (const fs::path& input : inputs(folder, ".expected"))
      ++(fs::file_size(input) == 0 ? passing : failing);
    CHECK(passing > 0);
    CHECK(failing > 0);
  }
}

TEST_CASE("verdicts become findings", "[golden][findings]") {
  run_stage("findings", ".txt", review_findings);
}

TEST_CASE("what is wrong in a rule file is told with its place", "[golden][ruleset]") {
  run_stage("ruleset", ".yaml", [](const fs::path& input) {
    // Warnings are of `rules check`, for sets that are to be published.
    const bool warn = input.filename().string().starts_with("warning");
    return dump_problems(load_file(input.string(), warn));
  });
}

TEST_CASE("a configuration says what holds, or what is wrong in it", "[golden][config]") {
  run_stage("config", ".yaml", [](const fs::path& input) { return dump_config(input.string()); });
}

TEST_CASE("a review is written in every form", "[golden][output]") {
  const fs::path input = golden / "output" / "report.txt";
  const LoadedRules loaded = rules_for(input);
  const Review review = review_text("report.txt", read_bytes(input.string()), *loaded.rules);
  const std::map<std::string, OutputOptions> variants{
      {"zh", {.language = Language::zh, .columns = 80}},
      {"en", {.language = Language::en, .columns = 80}},
      {"color", {.color = true, .columns = 80}},
      {"passed", {.show_passed = true, .verbose = true, .columns = 80}},
      {"quiet", {.quiet = true, .columns = 80}},
      {"ambiguous", {.columns = 80, .ambiguous = 2}},
      {"narrow", {.columns = 40, .wraps = true}},
  };
  for (const OutputForm& form : output_forms()) {
    if (form.holds_one_report) continue;  // No text: docx_comments_test.py.
    for (const auto& [variant, options] : variants)
      if (variant == "zh" || variant == "en" || form.name == "full")
        compare(golden_file(input, form.name, variant), written(form, {&review, &review}, options));
  }
  for (const std::string variant : {"zh", "en"}) {
    std::string out;
    write_outline_text(review, variants.at(variant), out);
    compare(golden_file(input, "outline", variant), out);
  }
  std::string json, numbered;
  write_outline_json(review, 1, json);
  compare(golden_file(input, "outline", "json"), json);
  write_numbered(review.document, Language::zh, numbered);
  compare(golden_file(input, "show", "txt"), numbered);
}

TEST_CASE("an output says what is suppressed, unreadable or wrong, whatever it is called",
          "[golden][output]") {
  const fs::path input = golden / "output" / "hostile.txt";
  const LoadedRules loaded = rules_for(input);
  Review hostile =
      review_text("./a b/100%,“报告”|<x>:#1\n😀.txt", read_bytes(input.string()), *loaded.rules);
  REQUIRE(hostile.findings.size() > 6);
  // The same words wrong once more, over several lines.
  hostile.findings.push_back(hostile.findings.back());
  hostile.findings.back().place = {.span = hostile.outline.body};
  using Source = Suppression::Source;
  hostile.findings[0].suppressed = {Source::comment, "理由 --> \"]]>", "", "2026-12-31"};
  hostile.findings[1].suppressed = {Source::side_file, "=1+1", "@某人", ""};
  hostile.findings[2].suppressed = {Source::baseline, "", "", ""};
  // One of a rule whose others count.
  hostile.findings[6].suppressed = {Source::comment, "引用本身", "", ""};
  Review unreadable{.status = Review::Status::unreadable,
                    .error = say("读不了：<b>", "cannot be read: <b>")};
  unreadable.document.path = "/tmp/图.png";
  const std::vector<FileProblem> problems{{.path = "./rules.yaml",
                                           .at = {3, 2},
                                           .line = "一b",
                                           .message = say("没有键“a\nb”", "no key “a\nb”")}};
  for (const OutputForm& form : output_forms()) {
    // Those for people and json are held above, and by the command line.
    if (form.name == "full" || form.name == "concise" || form.name == "json") continue;
    if (form.holds_one_report) continue;
    for (const Language language : {Language::zh, Language::en})
      compare(golden_file(input, form.name, language == Language::zh ? "zh" : "en"),
              written(form, {&hostile, &unreadable}, {.language = language}, problems));
  }
}

TEST_CASE("what lies in a word processor or a PDF is told by headings and pages",
          "[golden][output]") {
  const std::string own = GENERATE("word.docx.parts", "pages.pdf.pages");
  const fs::path input = golden / "output" / own;
  const LoadedRules loaded = rules_for(golden / "output" / "report.txt");
  const auto [name, bytes] = report_of(input);
  const Review review = review_text(name, bytes, *loaded.rules);
  for (const Language language : {Language::zh, Language::en}) {
    const OutputOptions options{.language = language, .columns = 80};
    const std::string_view tongue = language == Language::zh ? "zh" : "en";
    const auto file = [&](std::string_view form) {
      return fs::path(fmt::format("{}.{}.{}", input.string(), form, tongue));
    };
    for (const std::string_view form : {"full", "concise"})
      compare(file(form), written(*find_output_form(form), {&review}, options));
    std::string outline, numbered;
    write_outline_text(review, options, outline);
    compare(file("outline"), outline);
    write_numbered(review.document, language, numbered);
    compare(file("show"), numbered);
  }
}

TEST_CASE("a table is told by its size, its heads and the places of its cells",
          "[golden][output]") {
  const fs::path input = golden / "output" / "table.docx.parts";
  const LoadedRules loaded = rules_for(golden / "output" / "report.txt");
  const auto [name, bytes] = report_of(input);
  const Review review = review_text(name, bytes, *loaded.rules);
  for (const Language language : {Language::zh, Language::en}) {
    std::string outline, numbered;
    write_outline_text(review, {.language = language, .columns = 80}, outline);
    write_numbered(review.document, language, numbered);
    const std::string_view tongue = language == Language::zh ? "zh" : "en";
    compare(fmt::format("{}.outline.{}", input.string(), tongue), outline);
    compare(fmt::format("{}.show.{}", input.string(), tongue), numbered);
  }
}

}  // namespace hegui
