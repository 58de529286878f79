// Reports are untrusted: whatever the bytes, reading ends with a document whose parts are in order,
// or with an InputError; and so does everything after it. A text of parts becomes an archive:
// mutating one hardly ever changes the XML in it; for the same reason a PDF is what pdftotext says
// of one.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "fixture.h"
#include "formats/format.h"
#include "office_parts.h"
#include "output/output.h"
#include "pdf_pages.h"
#include "review/lint.h"
#include "ruleset/load.h"
#include "suppress/suppression_comments.h"
#include "text/input_error.h"
#include "text/unicode.h"

/// What the bytes are read as; each program has its own.
extern const char* const fuzz_format;

namespace {

using namespace hegui;

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check(const Document& document) {
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    require(block.span.begin >= end && block.span.begin < block.span.end);
    require(block.span.end <= document.text.size());
    require(is_boundary(document.text, block.span.begin));
    require(is_boundary(document.text, block.span.end));
    const Span source = document.in_source(block.span);
    require(source.begin <= source.end && source.end <= document.source.size());
    require(document.locate(block.span.begin).line <= document.lines.count());
    end = block.span.end;
  }
  end = 0;
  for (const Span comment : document.comments) {
    require(comment.begin >= end && comment.begin < comment.end);
    require(comment.end <= document.source.size());
    end = comment.end;
  }
}

void suppress_by_comments(Review review) {
  RuleIds ids;
  ids.add(*review.sets.front().rules);
  std::vector<SourceProblem> problems;
  const auto entries = read_suppression_comments(review.document, review.outline, ids, 0, problems);
  for (const SourceProblem& problem : suppress(review, entries, {}, "2026-01-01"))
    problems.push_back(problem);
  for (const SourceProblem& problem : problems)
    require(problem.place.offset < review.document.source.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto format = std::ranges::find(formats(), fuzz_format, &Format::name);
  if (format->recognise_archive != nullptr && bytes.starts_with("=== ")) {
    try {
      bytes = packed(std::string(".") + fuzz_format, parts_of(bytes));
    } catch (const std::runtime_error&) {
      return 0;
    }
  }
  ReadOptions options{.format = fuzz_format};
  options.keep_file = true;
  // Of a PDF, what pdftotext prints; pages become that, too.
  options.run = [&](auto&&...) { return std::optional(ProcessResult{.out = bytes}); };
  if (std::string_view(fuzz_format) == "pdf" &&
      (bytes.starts_with("page ") || bytes.starts_with("//"))) {
    try {
      bytes = layout_of(drawn_pages_of(bytes));
    } catch (const std::runtime_error&) {
      return 0;
    }
  }
  try {
    Document document = read_document("fuzz", bytes, options);
    check(document);
    if (document.blocks.empty()) return 0;
    const ChosenRules chosen{&fazhi(), true};
    const Review review = lint(std::move(document), std::span(&chosen, 1), {.sample = true});
    if (!review.sets.empty()) suppress_by_comments(review);
    for (const OutputForm& form : output_forms()) {
      const std::string out = written(form, review);
      // Comments are no words of a report.
      if (form.holds_one_report && review.document.file && !out.empty())
        require(read_document("copy", out, {.format = "docx"}).plain == review.document.plain);
    }
  } catch (const InputError&) {
  }
  return 0;
}
