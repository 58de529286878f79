// Build tool: the style and the script of HTML pages to a C++ file, with the hashes by which a page
// allows them.
//
//   embed_page OUTPUT.cpp page.css page.js SUMS
//
// SUMS is what `cmake -E sha256sum page.css page.js` prints: a line for each, in hexadecimal.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "output/html/base64.h"
#include "text/cpp_literal.h"

namespace hegui {
namespace {

std::string bytes_of_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

int embed(char** arguments) {
  std::ofstream out(arguments[1], std::ios::binary);
  std::ifstream sums(arguments[4]);
  out << "// Made by embed_page.\n#include \"output/html/page.h\"\n\nnamespace hegui {\n\n"
         "PageFiles page_files() {\n  return {";
  for (const char* path : {arguments[2], arguments[3]}) {
    std::string sum, name;
    sums >> sum >> name;
    if (sum.size() != 64) {
      std::fprintf(stderr, "%s: no SHA-256 of %s\n", arguments[4], path);
      return 1;
    }
    out << cpp_view(bytes_of_file(path)) << ",\n"
        << cpp_view(base64(from_hexadecimal(sum))) << ",\n";
  }
  out << "};\n}\n\n}  // namespace hegui\n";
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace hegui

int main(int count, char** arguments) { return count != 5 ? 2 : hegui::embed(arguments); }
