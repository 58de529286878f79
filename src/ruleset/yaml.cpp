// yaml-cpp's events to a value tree. Events, not nodes: nodes lose whether a scalar was quoted and
// which of two equal keys came second.

#include "ruleset/yaml.h"

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

class TreeBuilder : public YAML::EventHandler {
 public:
  /// `size` is the text's; yaml-cpp can see an end behind it.
  TreeBuilder(std::uint16_t file, std::uint32_t skipped, std::size_t size, const YamlLimits& limits)
      : file_(file), skipped_(skipped), size_(size), limits_(limits) {}

  std::optional<Value> take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (root_) fail(mark, say("一个文件只能有一份 YAML", "a file holds one YAML document only"));
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    put({.place = place(mark)}, anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end())
      fail(mark, say("别名引用了自己，或者没有定义", "the alias refers to itself or to nothing"));
    put(found->second, YAML::NullAnchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
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
  RulePlace place(const YAML::Mark& mark) const {
    return {file_, std::min(offset_of(mark) + skipped_, static_cast<std::uint32_t>(size_))};
  }

  struct Open {
    Value value;
    YAML::anchor_t anchor = YAML::NullAnchor;
    std::optional<std::pair<std::string, RulePlace>> key = {};  // Of a map, waiting.
  };

  [[noreturn]] void fail(const YAML::Mark& mark, Message message) const {
    throw NotYaml{{.place = place(mark), .message = std::move(message)}};
  }

  void open(const YAML::Mark& mark, Value::Kind kind, YAML::anchor_t anchor) {
    if (open_.size() >= limits_.depth)
      fail(mark, say("嵌套超过 {} 层", "nested deeper than {} levels", limits_.depth));
    open_.push_back({.value = {.kind = kind, .place = place(mark)}, .anchor = anchor});
  }

  void close() {
    Open done = std::move(open_.back());
    open_.pop_back();
    put(std::move(done.value), done.anchor);
  }

  static std::size_t size_of(const Value& value) {
    std::size_t size = 1;
    for (const Value& item : value.items) size += size_of(item);
    for (const Value::Entry& entry : value.entries) size += size_of(entry.value);
    return size;
  }

  void put(Value value, YAML::anchor_t anchor) {
    const bool is_leaf = value.items.empty() && value.entries.empty();
    // Nodes were counted when they were put into their parent; an alias brings them once more.
    nodes_ += is_leaf || anchor == YAML::NullAnchor ? (is_leaf ? 1 : size_of(value)) : 1;
    if (nodes_ > limits_.nodes)
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
      parent.key.emplace(std::move(value.text), value.place);
    } else {
      parent.value.entries.push_back(
          {std::move(parent.key->first), parent.key->second, std::move(value)});
      parent.key.reset();
    }
  }

  std::uint16_t file_;
  std::uint32_t skipped_;  // Bytes of a byte order mark, which yaml-cpp does not count.
  std::size_t size_;
  const YamlLimits& limits_;
  std::optional<Value> root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, Value> anchors_;
  std::size_t nodes_ = 0;
};

/// A pattern that is not quoted breaks YAML in ways that its own messages do not explain.
bool looks_like_bare_pattern(std::string_view text, std::uint32_t offset) {
  const std::size_t begin = text.rfind('\n', offset < text.size() ? offset : text.size() - 1);
  const std::size_t end = text.find('\n', offset);
  const std::string_view line =
      text.substr(begin == std::string_view::npos ? 0 : begin + 1,
                  end == std::string_view::npos ? std::string_view::npos : end - begin - 1);
  for (const std::string_view before : {"[/", ", /", ": /", "- /"})
    if (line.find(before) != std::string_view::npos) return true;
  return false;
}

}  // namespace

Value read_yaml(std::string_view text, std::uint16_t file, const YamlLimits& limits) {
  if (text.size() > limits.bytes)
    throw NotYaml{{.place = {file, 0},
                   .message = say("规则文件超过 {} MiB", "the rule file is larger than {} MiB",
                                  limits.bytes >> 20)}};
  // yaml-cpp puts longer characters in the place of such bytes, and its places are then not ours.
  if (const auto invalid = first_invalid_utf8(text))
    throw NotYaml{
        {.place = {file, static_cast<std::uint32_t>(*invalid)},
         .message = say("不是 UTF-8 编码，请另存为 UTF-8", "not UTF-8: save it as UTF-8")}};
  const std::uint32_t mark_size = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  std::istringstream stream{std::string(text)};
  try {
    YAML::Parser parser(stream);
    TreeBuilder builder(file, mark_size, text.size(), limits);
    if (!parser.HandleNextDocument(builder)) return {.kind = Value::Kind::map};
    parser.HandleNextDocument(builder);  // Says so if there is another.
    return builder.take().value_or(Value{.kind = Value::Kind::map});
  } catch (const YAML::Exception& error) {
    const std::uint32_t offset =
        std::min(offset_of(error.mark) + mark_size, static_cast<std::uint32_t>(text.size()));
    Message message = say("不是合法的 YAML：{}", "not YAML: {}", error.msg);
    if (looks_like_bare_pattern(text, offset))
      message = say("不是合法的 YAML：正则表达式要加引号，例如 '/不足|问题/'",
                    "not YAML: a pattern must be quoted, for example '/a|b/'");
    throw NotYaml{{.place = {file, offset}, .message = std::move(message)}};
  }
}

}  // namespace hegui
