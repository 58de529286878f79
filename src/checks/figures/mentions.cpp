#include "checks/figures/mentions.h"

#include <algorithm>
#include <utility>

#include "text/characters.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::size_t tail_characters = 2;  // Before a number, by which it is looked up.

/// Digits, and the marks inside of numbers.
std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const bool is_mark = text[at] == '.' || text[at] == ',' || text[at] == ' ';
    if (!is_digit(text[at]) && !(is_mark && at + 1 < text.size() && is_digit(text[at + 1]))) break;
    ++at;
  }
  return at;
}

std::string_view tail_of(std::string_view label) {
  std::size_t begin = label.size();
  for (std::size_t i = 0; i < tail_characters && begin > 0; ++i)
    begin = previous_code_point(label, begin);
  return label.substr(begin);
}

void add_mentions(const Document& document, Span paragraph, const std::vector<std::string>* links,
                  std::vector<Mention>& mentions) {
  const std::string_view text = document.slice(paragraph);
  std::string_view company;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const std::size_t end = end_of_number(text, at);
    const std::size_t from = at > longest_label ? at - longest_label : 0;
    Mention mention{.tail = tail_of(without_links(text.substr(from, at - from), links)),
                    .unit = first_code_points(text.substr(end), 1),
                    .place = {paragraph.begin + static_cast<std::uint32_t>(at),
                              paragraph.begin + static_cast<std::uint32_t>(end)},
                    .paragraph = paragraph};
    for (const char c : text.substr(at, end - at))
      if (c != ',' && c != ' ') mention.digits += c;
    mention.sorted = mention.digits;
    std::ranges::sort(mention.sorted);
    mention.company = std::exchange(company, text.substr(at, end - at));
    if (end < text.size()) mentions.push_back(std::move(mention));
    at = end - 1;
  }
}

}  // namespace

std::string_view without_links(std::string_view label, const std::vector<std::string>* links) {
  if (!links) return label;
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (const std::string& link : *links)
      if (label.ends_with(link)) {
        label.remove_suffix(link.size());
        is_changed = true;
      }
  }
  return label;
}

std::vector<Mention> mentions_of(const Document& document, const std::vector<Span>& paragraphs,
                                 const std::vector<std::string>* links) {
  std::vector<Mention> mentions;
  for (const Span paragraph : paragraphs) add_mentions(document, paragraph, links, mentions);
  return mentions;
}

}  // namespace hegui
