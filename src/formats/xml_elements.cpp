#include "formats/xml_elements.h"

#include <algorithm>

#include "formats/xml.h"
#include "text/input_error.h"

namespace hegui {
namespace {

/// What stands in a start tag.
struct Attribute {
  std::string_view name, value;
};

/// Takes the next attribute off `rest`; one without a name is the last.
Attribute next_attribute(std::string_view& rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n/>"), rest.size()));
  const std::string_view name = rest.substr(0, rest.find_first_of("= \t\r\n/>"));
  rest.remove_prefix(name.size());
  const std::size_t quote = rest.find_first_of("\"'");
  if (name.empty() || quote == rest.npos) return {};
  const std::size_t end = rest.find(rest[quote], quote + 1);
  if (end == rest.npos) return {};
  const std::string_view value = rest.substr(quote + 1, end - quote - 1);
  rest.remove_prefix(end + 1);
  return {name, value};
}

class Scanner {
 public:
  explicit Scanner(std::string_view xml) : xml_(xml) {}

  std::vector<XmlElement> scan() {
    for (at_ = xml_.find('<'); at_ != xml_.npos; at_ = xml_.find('<', at_)) {
      if (starts("<!--"))
        pass("-->");
      else if (starts("<![CDATA["))
        pass("]]>");
      else if (starts("<?"))
        pass("?>");
      else if (starts("<!"))
        pass_declaration();
      else if (starts("</"))
        close();
      else
        open();
    }
    if (!open_.empty() || found_.empty()) fail();
    return std::move(found_);
  }

 private:
  bool starts(std::string_view mark) const { return xml_.substr(at_).starts_with(mark); }

  [[noreturn]] void fail() const {
    throw InputError(
        say("文件损坏：XML 的标签不配对", "the file is damaged: its XML does not nest"));
  }

  void pass(std::string_view mark) {
    const std::size_t end = xml_.find(mark, at_);
    if (end == xml_.npos) fail();
    at_ = end + mark.size();
  }

  /// <!DOCTYPE …>, in which brackets nest.
  void pass_declaration() {
    std::size_t depth = 0;
    for (; at_ < xml_.size(); ++at_) {
      if (xml_[at_] == '<') ++depth;
      if (xml_[at_] == '>' && --depth == 0) return;
    }
    fail();
  }

  /// Behind the bracket that ends the tag, which may have others in its values.
  std::size_t end_of_tag() const {
    char quote = 0;
    for (std::size_t i = at_; i < xml_.size(); ++i) {
      const char c = xml_[i];
      if (quote != 0)
        quote = c == quote ? 0 : quote;
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        return i + 1;
    }
    fail();
  }

  void open() {
    const std::size_t end = end_of_tag();
    const std::size_t name_end = xml_.find_first_of(" \t\r\n/>", at_ + 1);
    const auto position = [](std::size_t at) { return static_cast<std::uint32_t>(at); };
    found_.push_back({.begin = position(at_),
                      .inner_begin = position(end),
                      .inner_end = position(end),
                      .end = position(end),
                      .parent = open_.empty() ? XmlElement::none : open_.back(),
                      .name = xml_.substr(at_ + 1, name_end - at_ - 1)});
    if (xml_[end - 2] != '/') open_.push_back(position(found_.size() - 1));
    at_ = end;
  }

  void close() {
    if (open_.empty()) fail();
    XmlElement& element = found_[open_.back()];
    open_.pop_back();
    if (!xml_.substr(at_ + 2).starts_with(element.name)) fail();
    element.inner_end = static_cast<std::uint32_t>(at_);
    at_ = end_of_tag();
    element.end = static_cast<std::uint32_t>(at_);
  }

  std::string_view xml_;
  std::size_t at_ = 0;
  std::vector<XmlElement> found_ = {};
  std::vector<std::uint32_t> open_ = {};
};

}  // namespace

std::vector<XmlElement> xml_elements(std::string_view xml) { return Scanner(xml).scan(); }

namespace {

template <typename IsMeant>
std::string_view value_where(std::string_view xml, const XmlElement& element, IsMeant is_meant) {
  std::string_view rest = xml.substr(element.begin, element.inner_begin - element.begin);
  rest.remove_prefix(1 + element.name.size());
  for (Attribute found = next_attribute(rest); !found.name.empty(); found = next_attribute(rest))
    if (is_meant(found.name)) return found.value;
  return {};
}

}  // namespace

std::string_view attribute_in(std::string_view xml, const XmlElement& element,
                              std::string_view local) {
  return value_where(xml, element, [local](std::string_view name) {
    return name.substr(name.find(':') + 1) == local && !name.starts_with("xmlns");
  });
}

std::string_view attribute_named(std::string_view xml, const XmlElement& element,
                                 std::string_view name) {
  return value_where(xml, element, [name](std::string_view found) { return found == name; });
}

}  // namespace hegui
