// Names of reports are anybody's bytes: no output lets one reach a terminal or a log as anything
// but text. JSON is valid, and no line of an output for people begins with what the name says.

#include <nlohmann/json.hpp>

#include "fixture.h"
#include "output/output.h"
#include "output/score/score_forms.h"
#include "output/views/outline_view.h"
#include "text/utf8.h"

namespace {

using namespace hegui;

bool is_plain(std::string_view text) {
  if (!is_utf8(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code < 0x20 && code != '\n' && code != '\t' && code != '\r') return false;
    if (code >= 0x7F && code < 0xA0) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string name(text_of(data, std::min<std::size_t>(size, 300)));
  const Review review = review_of(name, weak_report, fazhi());
  for (const OutputForm& form : output_forms()) {
    const std::string out = written(form, review);
    if (form.holds_one_report) continue;  // No text.
    require(is_plain(out));
    if (form.name == "json" || form.name == "sarif" || form.name == "gitlab")
      require(nlohmann::json::accept(out));
  }
  ScoreSheet sheet;
  sheet.add(review, {});
  sheet.rank();
  for (const ScoreForm& form : score_forms()) {
    if (!form.write) continue;
    std::string out;
    form.write(sheet, {}, [&](std::string_view text) { out += text; });
    require(is_plain(out));
  }
  std::string out;
  write_outline_text(review, {}, out);
  require(is_plain(out));
  return 0;
}
