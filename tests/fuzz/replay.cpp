// Runs a fuzz target over the files of folders: the seeds as an ordinary test, under any compiler.
// An archive is made of its parts before.

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "office_parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

int main(int count, char** arguments) {
  std::size_t files = 0;
  for (int i = 1; i < count; ++i)
    for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::string bytes{std::istreambuf_iterator<char>(in), {}};
      if (entry.path().extension() == ".parts")
        bytes = hegui::packed(entry.path().stem().string(), hegui::parts_of(bytes));
      // Cut short, too: a truncated file is the commonest broken one.
      for (const std::size_t size : {bytes.size(), bytes.size() / 2, bytes.size() / 3})
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), size);
      ++files;
    }
  std::printf("%zu files\n", files);
  return files > 0 ? 0 : 1;
}
