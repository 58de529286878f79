#include "run/conversion.h"

#include <chrono>

#include "system/office.h"
#include "system/standard_streams.h"

namespace hegui {

void convert_with_office(Request& request) {
  request.read.convert = [verbose = request.output.verbose, language = request.output.language](
                             const std::string& bytes, std::string_view extension, EndOfTime end) {
    using Clock = std::chrono::steady_clock;
    const Clock::time_point begin = Clock::now();
    std::string made = convert_to_docx(bytes, extension, end);
    const std::chrono::duration<double> spent = Clock::now() - begin;
    if (verbose)
      complain(say("用 LibreOffice 转换一份 {} 文件，{:.1f} 秒",
                   "converted a {} file with LibreOffice in {:.1f} s", extension, spent.count()),
               language);
    return made;
  };
}

}  // namespace hegui
