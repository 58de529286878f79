#include "run/archives.h"
#include "commands/commands.h"
#include "system/files.h"
#include "system/output_files.h"
#include "run/rule_library.h"
#include "formats/format.h"
#include "output/views/outline_view.h"
#include "text/decode.h"

namespace hegui {

int show_command(const Request& request) {
  int code = Exit::clean;
  for (const ReportFile& file : with_archives(request.paths, request.read)) {
    const std::string& path = file.path;
    try {
      std::string out;
      write_numbered(read_document(path, bytes_of(file), request.read), request.output.language,
                     out);
      print(out);
    } catch (const InputError& error) {
      complain({path + "：" + error.message().zh, path + ": " + error.message().en}, request);
      code = Exit::trouble;
    }
  }
  return code;
}

}  // namespace hegui
