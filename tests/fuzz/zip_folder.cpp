// An archive of reports: whatever the bytes, only InputError may escape, and every path that comes
// out is valid UTF-8 that leads nowhere but into the archive.

#include "formats/zip/zip_folder.h"

#include <cstdint>
#include <cstdlib>
#include <string>

#include "text/input_error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace hegui;
  const Limits limits{.bytes = 1U << 20, .entries = 1000};
  try {
    ZipFolder folder(std::string(reinterpret_cast<const char*>(data), size), limits);
    for (const ZipFolder::Member& member : folder.members()) {
      const std::string inside = "/" + member.path + "/";
      if (member.path.empty() || inside.find("/../") != std::string::npos ||
          inside.find("//") != std::string::npos)
        std::abort();
      try {
        folder.read(member);
      } catch (const InputError&) {
      }
    }
  } catch (const InputError&) {
  }
  return 0;
}
