// yaml-cpp's events to a value tree. Events, not nodes: nodes lose whether a scalar was quoted and
// which of two equal keys came second.

#include "yaml/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace hegui {
namespace {

std::uint32_t offset_of(const YAML::Mark& mark) {
  return mark.pos < 0 ? 0 : static_cast<std::uint32_t>(mark.pos);
}

/// "\e[2J" in a title would clear the terminal that shows it.
bool has_control_characters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code != '\n' && code != '\t' && moves_terminal(code)) return true;
  }
  return false;
}

class TreeBuilder : public YAML::EventHandler {
 public:
  /// `end` is the text's; yaml-cpp can see an end after it.
  TreeBuilder(std::uint16_t file, std::uint32_t skipped, std::size_t end, const YamlLimits& limits)
      : file_(file), skipped_(skipped), end_(end), limits_(limits) {}

  std::optional<Value> take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (root_)
      fail(mark,
           say("一个文件里只能有一份 YAML 文档", "a file must contain exactly one YAML document"));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    // The mark is that of what follows.
    const bool is_value = !open_.empty() && open_.back().key;
    put({.place = is_value ? open_.back().key->second : place(mark)}, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end())
      fail(mark,
           say("别名引用了自己，或者没有定义", "the alias refers to itself, or is not defined"));
    // What it stands for comes once more; put() counts one of it.
    const Size again = size_of(found->second);
    count(mark, {again.nodes - 1, again.bytes});
    put(found->second, YAML::NullAnchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    // yaml-cpp makes a lone byte of \N and of \_.
    if (valid_utf8(value).size() < value.size())
      fail(
          mark,
          say("这里的转义（\\N 或 \\_）不成 UTF-8 文本，请直接写出那个字符",
              "the escape here (\\N or \\_) does not give UTF-8 text; write the character itself"));
    if (has_control_characters(value))
      fail(mark, say("这里有控制字符", "there are control characters here"));
    count(mark, {0, value.size()});
    put({.quoted = tag == "!", .place = place(mark), .text = value}, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, Value::Kind::list, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, Value::Kind::map, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  SourcePlace place(const YAML::Mark& mark) const {
    return {file_, std::min(offset_of(mark) + skipped_, static_cast<std::uint32_t>(end_))};
  }

  struct Open {
    Value value;
    YAML::anchor_t anchor = YAML::NullAnchor;
    std::optional<std::pair<std::string, SourcePlace>> key = {};  // Of a map, waiting.
  };

  [[noreturn]] void fail(const YAML::Mark& mark, Message message) const {
    throw NotYaml{{.place = place(mark), .message = std::move(message)}};
  }

  void open(const YAML::Mark& mark, Value::Kind kind, YAML::anchor_t anchor) {
    if (open_.size() >= limits_.depth)
      fail(mark, say("嵌套超过 {} 层", "nested more than {} levels deep", limits_.depth));
    open_.push_back({.value = {.kind = kind, .place = place(mark)}, .anchor = anchor});
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    put(std::move(done.value), done.anchor);
  }

  struct Size {
    std::size_t nodes = 0;
    std::size_t bytes = 0;  // Of scalars.
  };

  static Size size_of(const Value& value) {
    Size size{1, value.text.size()};
    const auto add = [&](const Value& inner) {
      const Size more = size_of(inner);
      size = {size.nodes + more.nodes, size.bytes + more.bytes};
    };
    for (const Value& item : value.items) add(item);
    for (const Value::Entry& entry : value.entries) add(entry.value);
    return size;
  }

  void count(const YAML::Mark& mark, Size more) {
    size_ = {size_.nodes + more.nodes, size_.bytes + more.bytes};
    if (size_.nodes > limits_.nodes)
      fail(mark, say("超过 {} 个值", "more than {} values", limits_.nodes));
    if (size_.bytes > limits_.bytes)
      fail(mark, say("展开别名后超过 {} MiB", "larger than {} MiB with its aliases",
                     limits_.bytes >> 20));
  }

  void put(Value value, YAML::anchor_t anchor) {
    if (++size_.nodes > limits_.nodes)
      throw NotYaml{{.place = value.place,
                     .message = say("超过 {} 个值", "more than {} values", limits_.nodes)}};
    if (anchor != YAML::NullAnchor) anchors_[anchor] = value;
    if (open_.empty()) {
      if (!root_) root_ = std::move(value);
      return;
    }
    Open& parent = open_.back();
    if (parent.value.is_list()) {
      parent.value.items.push_back(std::move(value));
    } else if (!parent.key) {
      if (parent.value.entries.size() >= limits_.keys)
        throw NotYaml{
            {.place = value.place,
             .message = say("一个映射里超过 {} 个键", "more than {} keys in a map", limits_.keys)}};
      parent.key.emplace(std::move(value.text), value.place);
    } else {
      parent.value.entries.push_back(
          {std::move(parent.key->first), parent.key->second, std::move(value)});
      parent.key.reset();
    }
  }

  std::uint16_t file_;
  std::uint32_t skipped_;  // Bytes of a byte order mark, which yaml-cpp does not count.
  std::size_t end_;
  const YamlLimits& limits_;
  std::optional<Value> root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Value> anchors_;
  Size size_;
};

/// Without its end, on which the offset may stand.
std::string_view line_at(std::string_view text, std::uint32_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t begin = before.rfind('\n') + 1;  // npos + 1 is 0.
  return text.substr(begin, std::min(text.find('\n', offset), text.size()) - begin);
}

/// A pattern that is not quoted breaks YAML in ways that its own messages do not explain.
bool looks_like_bare_pattern(std::string_view line) {
  for (const std::string_view before : {"[/", ", /", ": /", "- /"})
    if (line.find(before) != std::string_view::npos) return true;
  return false;
}

/// title: Aim: why
bool has_bare_colon(std::string_view line) {
  const std::size_t first = line.find(": ");
  if (first == std::string_view::npos) return false;
  const std::size_t value = line.find_first_not_of(' ', first + 1);
  return value != std::string_view::npos && line[value] != '"' && line[value] != '\'' &&
         line.find(": ", value) != std::string_view::npos;
}

/// What was most likely meant, for whoever does not know what a flow sequence is.
Message in_plain_words(std::string_view error, std::string_view line) {
  namespace words = YAML::ErrorMsg;
  const std::string_view indent = line.substr(0, line.find_first_not_of(" \t"));
  if (looks_like_bare_pattern(line))
    return say("正则表达式要加引号，例如 '/不足|问题/'",
               "a pattern must be quoted, for example '/a|b/'");
  if (indent.find('\t') != std::string_view::npos || error == words::TAB_IN_INDENTATION)
    return say("行首有制表符，请改用空格缩进",
               "this line begins with a tab; indent with spaces instead");
  if (error == words::MAP_VALUE && has_bare_colon(line))
    return say("文字里有“: ”，要加引号", "a text with “: ” in it must be quoted");
  if (error == words::END_OF_SEQ_FLOW) return say("“[”没有对应的“]”", "a “[” is not closed by “]”");
  if (error == words::END_OF_MAP_FLOW)
    return say("“{}”没有对应的“{}”", "a “{}” is not closed by “{}”", "{", "}");
  if (error == words::EOF_IN_SCALAR)
    return say("有引号没有对应的另一半", "a quotation mark is not closed");
  for (const std::string_view of_indent :
       {words::MAP_VALUE, words::END_OF_MAP, words::END_OF_SEQ, words::BLOCK_ENTRY, words::MAP_KEY})
    if (error == of_indent)
      return say("这一行的缩进与它所属的各行不一致",
                 "this line is not indented as the lines that it belongs with");
  return say("{}", "{}", valid_utf8(error));
}

}  // namespace

Value read_yaml(std::string_view text, std::uint16_t file, const YamlLimits& limits) {
  if (text.size() > limits.bytes)
    throw NotYaml{{.place = {file, 0},
                   .message = say("规则文件超过 {} MiB", "the rule file is larger than {} MiB",
                                  limits.bytes >> 20)}};
  const std::uint32_t mark_size = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  // yaml-cpp takes what is cut off for a character of its own making.
  if (const std::size_t valid = valid_utf8(text).size(); valid < text.size())
    throw NotYaml{{.place = {file, static_cast<std::uint32_t>(valid)},
                   .message = say("这里起不是 UTF-8 文本，请把规则文件转换成 UTF-8",
                                  "not UTF-8 text from here on; convert the rule file to UTF-8")}};
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    TreeBuilder builder(file, mark_size, text.size(), limits);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.take().value_or(Value{.kind = Value::Kind::map});
  } catch (const YAML::Exception& error) {
    const std::uint32_t offset =
        std::min(offset_of(error.mark) + mark_size, static_cast<std::uint32_t>(text.size()));
    // It quotes a byte of what it does not know.
    throw NotYaml{{.place = {file, offset},
                   .message = say("不是合法的 YAML：{}", "not valid YAML: {}",
                                  in_plain_words(error.msg, line_at(text, offset)))}};
  }
}

}  // namespace hegui
