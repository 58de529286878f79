#include "formats/xml.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

#include "text/input_error.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

/// Of a tree, its text included. Four bytes of XML can make a node of 64.
constexpr std::size_t memory_limit = 160U << 20;

std::size_t memory_of_tree(std::string_view xml) {
  std::size_t bytes = xml.size();
  for (std::size_t i = 0; i + 1 < xml.size(); ++i) {
    if (xml[i] == '<' && xml[i + 1] != '/') bytes += 64;
    if (xml[i] == '>' && xml[i + 1] != '<') bytes += 64;
    if (xml[i] == '=') bytes += 40;
  }
  return bytes;
}

pugi::xml_encoding encoding_of(std::string_view bytes) {
  if (bytes.starts_with("\xFE\xFF")) return pugi::encoding_utf16_be;
  if (bytes.starts_with("\xFF\xFE")) return pugi::encoding_utf16_le;
  return pugi::encoding_utf8;
}

}  // namespace

std::string_view local_name(const char* qualified) {
  const std::string_view name(qualified);
  return name.substr(name.find(':') + 1);
}

pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node found : node.children())
    if (local_name(found) == name) return found;
  return {};
}

std::string_view attribute(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_attribute found : node.attributes())
    if (local_name(found.name()) == name) return found.value();
  return {};
}

int number_attribute(pugi::xml_node node, std::string_view name, int fallback) {
  const std::string_view text = attribute(node, name);
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : fallback;
}

bool is_mostly_in_boxes(pugi::xml_node root, IsNamed has_words, IsNamed is_box,
                        IsNamed is_left_out) {
  std::size_t in_boxes = 0, beside = 0, depth = 0;
  for (pugi::xml_node node = root; node;) {
    const std::string_view name = local_name(node);
    const bool is_read = !is_left_out(name);
    const std::string_view words = node.value();
    if (is_read && has_words(name) && words.find_first_not_of(" \t\r\n") != words.npos)
      (depth > 0 ? in_boxes : beside) += words.size();
    pugi::xml_node next = is_read ? node.first_child() : pugi::xml_node();
    depth += next && is_box(name);
    while (!next && node != root) {
      next = node.next_sibling();
      if (next) break;
      node = node.parent();
      depth -= is_box(local_name(node));
    }
    node = next;
  }
  return in_boxes > beside;
}

bool is_on(pugi::xml_node property) {
  const std::string_view value = attribute(property, "val");
  return property && value != "0" && value != "false" && value != "off";
}

void append_words(std::string& text, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t length = sequence_length(words, at);
    const auto first = static_cast<unsigned char>(words[at]);
    if (length == 0)
      append_utf8(text, U'\uFFFD');
    else if (first == '\t' || first == '\n' || first == '\r')
      text.push_back(' ');
    else if (first >= 0x20 && first != 0x7F)
      text.append(words, at, length);
    at += length == 0 ? 1 : length;
  }
}

namespace {

/// Where a reference to a character is one to none (XML 1.0, 4.1), or U+0000 stands; npos if
/// nowhere. The parser would make a 0 of it, at which a text ends for whoever reads it.
std::size_t place_of_no_character(std::string_view xml) {
  if (const std::size_t zero = xml.find('\0'); zero != xml.npos) return zero;
  for (std::size_t at = xml.find("&#"); at != xml.npos; at = xml.find("&#", at + 2)) {
    const bool is_hexadecimal = at + 2 < xml.size() && xml[at + 2] == 'x';
    const char* const begin = xml.data() + at + (is_hexadecimal ? 3 : 2);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(begin, xml.data() + xml.size(), code, is_hexadecimal ? 16 : 10);
    // What is no number at all stays as it is written.
    if (end != begin && (error != std::errc() || code == 0 || code > 0x10FFFF)) return at;
  }
  return xml.npos;
}

InputError not_xml(const std::string& name, std::size_t offset, std::string_view why) {
  return InputError(say("文件损坏：“{}”第 {} 字节处不是合法的 XML",
                        "the file is damaged: “{}” is not valid XML at byte {} ({})", name, offset,
                        why));
}

/// UTF-16 as far as it is ASCII, which is all that is asked here.
std::string without_high_bytes(std::string text) {
  std::erase(text, '\0');
  return text;
}

}  // namespace

XmlPart::XmlPart(const std::string& name, std::string bytes, Blanks blanks)
    : bytes_(std::move(bytes)) {
  if (memory_of_tree(bytes_) > memory_limit)
    throw InputError(
        say("“{}”的 XML 太大，读入要用 {} MiB 以上内存",
            "the XML in “{}” is too large: reading it takes more than {} MiB of memory", name,
            memory_limit >> 20));
  const pugi::xml_encoding encoding = encoding_of(bytes_);
  const std::string ascii =
      encoding == pugi::encoding_utf8 ? std::string() : without_high_bytes(bytes_);
  const std::size_t wrong = place_of_no_character(ascii.empty() ? bytes_ : ascii);
  if (wrong != std::string::npos) throw not_xml(name, wrong, "no character");
  const unsigned kept =
      blanks == Blanks::text ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
  const pugi::xml_parse_result result = document_.load_buffer_inplace(
      bytes_.data(), bytes_.size(), pugi::parse_default | kept | pugi::parse_embed_pcdata,
      encoding);
  if (!result) throw not_xml(name, static_cast<std::size_t>(result.offset), result.description());
}

std::optional<std::size_t> XmlPart::place_of(const char* words) const {
  // The parser leaves words where they are.
  const std::less<const char*> is_before;
  const char* const begin = bytes_.data();
  if (is_before(words, begin) || !is_before(words, begin + bytes_.size())) return std::nullopt;
  return static_cast<std::size_t>(words - begin);
}

}  // namespace hegui
