#include "commands/commands.h"
#include "formats/format.h"
#include "output/views/outline_view.h"
#include "run/archives.h"
#include "run/rule_library.h"
#include "system/files.h"
#include "system/output_file.h"
#include "system/standard_streams.h"
#include "text/input_error.h"

namespace hegui {

int show_command(const Request& request) {
  int code = Exit::clean;
  std::vector<ReportFile> named;
  for (const std::string& path : request.paths) named.push_back({.path = path});
  for (const ReportFile& file : with_archives(std::move(named), request.paths, request)) {
    const std::string& path = file.path;
    try {
      std::string out;
      const Document document = read_document(path, bytes_of(file), request.read);
      if (request.plain)
        write_lines(document, out);
      else
        write_numbered(document, request.output.language, out);
      print(out);
    } catch (const InputError& error) {
      complain(about(path, error.message()), request.output.language);
      code = Exit::trouble;
    }
  }
  return code;
}

}  // namespace hegui
