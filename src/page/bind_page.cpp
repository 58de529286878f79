// Build tool: the checker as one page, out of its parts.
//
//   bind_page OUTPUT.html VERSION SUMS start.html start.css start.js MODULE.wasm
//
// SUMS is what `cmake -E sha256sum` prints of the three files, and of the style and the script of a
// page of results, which is shown in a frame and held to the same policy.

#include <zlib.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "output/html/base64.h"

namespace hegui {
namespace {

std::string bytes_of_file(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// RFC 1951, without a head. Empty if it cannot be done.
std::string deflated(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) !=
      Z_OK)
    return {};
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // It only reads.
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  out.resize(done ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

/// 'sha256-…' of each file.
std::vector<std::string> read_hashes(const char* path) {
  std::ifstream sums(path);
  std::vector<std::string> hashes;
  for (std::string sum, name; sums >> sum >> name;)
    hashes.push_back("'sha256-" + base64(from_hexadecimal(sum)) + "'");
  return hashes;
}

/// Puts a value in the place of {name}, which is there once.
bool fill(std::string& page, const std::string& name, const std::string& value) {
  const std::size_t at = page.find('{' + name + '}');
  if (at == std::string::npos) {
    std::fprintf(stderr, "bind_page: the page has no {%s}\n", name.c_str());
    return false;
  }
  page.replace(at, name.size() + 2, value);
  return true;
}

int bind(char** arguments) {
  const std::vector<std::string> hashes = read_hashes(arguments[3]);
  const std::string module = bytes_of_file(arguments[7]);
  const std::string packed = deflated(module);
  if (hashes.size() != 5 || packed.empty()) {
    std::fprintf(stderr, "bind_page: %s or %s is not as it should be\n", arguments[3],
                 arguments[7]);
    return 1;
  }
  const std::string policy =
      "default-src 'none'; connect-src 'none'; style-src " + hashes[1] + ' ' + hashes[3] +
      "; script-src " + hashes[2] + ' ' + hashes[4] +
      " 'wasm-unsafe-eval'; worker-src blob:; frame-src blob:; base-uri 'none'; form-action 'none'";
  std::string page = bytes_of_file(arguments[4]);
  if (!fill(page, "policy", policy) || !fill(page, "version", arguments[2]) ||
      !fill(page, "style", bytes_of_file(arguments[5])) ||
      !fill(page, "size", std::to_string(module.size())) || !fill(page, "module", base64(packed)) ||
      !fill(page, "script", bytes_of_file(arguments[6])))
    return 1;
  std::ofstream out(arguments[1], std::ios::binary);
  out << page;
  return out.good() ? 0 : 1;
}

}  // namespace
}  // namespace hegui

int main(int count, char** arguments) { return count != 8 ? 2 : hegui::bind(arguments); }
