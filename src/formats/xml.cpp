#include "formats/xml.h"

#include <charconv>
#include <cstddef>
#include <cstdint>
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

XmlPart::XmlPart(const std::string& name, std::string bytes) : bytes_(std::move(bytes)) {
  if (memory_of_tree(bytes_) > memory_limit)
    throw InputError(say("“{}”的 XML 太大，读入要用 {} MiB 以上内存",
                         "the XML of “{}” would take more than {} MiB of memory", name,
                         memory_limit >> 20));
  const pugi::xml_parse_result result = document_.load_buffer_inplace(
      bytes_.data(), bytes_.size(),
      pugi::parse_default | pugi::parse_ws_pcdata_single | pugi::parse_embed_pcdata,
      encoding_of(bytes_));
  if (!result)
    throw InputError(say("文件损坏：“{}”第 {} 字节处不是合法的 XML",
                         "the file is damaged: “{}” is not XML at byte {} ({})", name,
                         static_cast<std::int64_t>(result.offset), result.description()));
}

}  // namespace hegui
