// make_pdf INPUT OUTPUT.pdf: a PDF for tests and benchmarks. Of an INPUT named .pages, see
// pdf_pages.h. Of any other a line is a paragraph, which is laid out as offices do.

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "pdf_pages.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: make_pdf INPUT OUTPUT.pdf\n";
    return 2;
  }
  try {
    std::ifstream input(arguments[1], std::ios::binary);
    if (!input) throw std::runtime_error("cannot read");
    const std::string text{std::istreambuf_iterator<char>(input), {}};
    std::ofstream output(arguments[2], std::ios::binary);
    output << hegui::pdf_of(std::string_view(arguments[1]).ends_with(".pages")
                                ? hegui::drawn_pages_of(text)
                                : hegui::laid_out(text));
    if (!output.flush()) throw std::runtime_error("cannot write");
  } catch (const std::exception& error) {
    std::cerr << "make_pdf: " << error.what() << ": " << arguments[1] << " → " << arguments[2]
              << '\n';
    return 2;
  }
  return 0;
}
