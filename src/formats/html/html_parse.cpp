// Gumbo 0.10 has no limits of its own: it frees a tree by recursion, compares every attribute of a
// tag with all before it, looks through all open elements for each <div>, and copies every unclosed
// <font> into each paragraph. So nesting and attributes are counted before it sees the page, and
// its memory comes from here, where it has a bound and is freed without the tree.

#include "formats/html/html_parse.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <vector>

#include "formats/html/html_text.h"
#include "text/input_error.h"

namespace hegui {
namespace {

// <span><p>…</span></p> leaves the <span> open: pages from word processors are nested deeper than
// anything that was meant so.
constexpr std::size_t nesting_factor = 4;
constexpr std::size_t most_attributes = 500;
constexpr std::size_t least_memory = std::size_t{64} << 20;
constexpr std::size_t most_memory = std::size_t{96} << 20;

// Elements without content.
constexpr std::array<std::string_view, 18> void_elements{
    "area", "base",  "basefont", "bgsound", "br",    "col",    "embed", "frame", "hr",
    "img",  "input", "link",     "meta",    "param", "source", "track", "wbr",   "keygen"};

// Elements whose content is text up to the end tag.
constexpr std::array<std::string_view, 7> raw_elements{"script", "style",    "textarea", "title",
                                                       "xmp",    "noframes", "iframe"};

// They nest crosswise: <b> <div> </b> leaves the <div> open.
constexpr std::array<std::string_view, 14> formatting{"a",      "b",      "big",  "code", "em",
                                                      "font",   "i",      "nobr", "s",    "small",
                                                      "strike", "strong", "tt",   "u"};

// The end tag of any other element, known or not, does not close these.
constexpr std::array<std::string_view, 54> blocks{
    "address",    "applet", "article", "aside",   "blockquote", "button",   "caption", "center",
    "colgroup",   "dd",     "details", "dir",     "div",        "dl",       "dt",      "fieldset",
    "figcaption", "figure", "footer",  "form",    "frameset",   "h1",       "h2",      "h3",
    "h4",         "h5",     "h6",      "header",  "hgroup",     "li",       "listing", "main",
    "marquee",    "menu",   "nav",     "noembed", "noframes",   "noscript", "object",  "ol",
    "p",          "pre",    "section", "select",  "summary",    "table",    "tbody",   "td",
    "template",   "tfoot",  "th",      "thead",   "tr",         "ul"};

constexpr std::array<std::string_view, 9> table_parts{
    "table", "caption", "colgroup", "tbody", "thead", "tfoot", "tr", "td", "th"};

// No end tag of an element outside of these reaches into them.
constexpr std::array<std::string_view, 6> walls{"table", "td", "th", "caption", "object", "button"};

bool holds(const auto& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// What is open where, roughly as gumbo sees it: in doubt too much, so that what gumbo must not see
/// is refused.
class Nesting {
 public:
  void open(const std::string& name) {
    if (holds(void_elements, name) || is_page(name)) return;
    // Outside of a table they are ignored, and so is a form in a form.
    if (name != "table" && holds(table_parts, name) && !is_open("table")) return;
    if (name == "form" && is_open(name)) return;
    if (name == "a")
      erase(name);
    else if (name == "p")
      pop(name, [](const Open& other) { return other.is_inline || !holds(walls, other.name); });
    else if (name == "li" || name == "dt" || name == "dd")
      pop(name, [](const Open& other) {
        return other.is_inline || other.name == "div" || other.name == "p";
      });
    else if (name != "table" && holds(table_parts, name))
      pop(name, [](const Open& other) { return other.name != "table"; });
    else if (name == "option" && !open_.empty() && open_.back().name == name)
      open_.pop_back();
    open_.push_back({name, is_inline(name)});
  }

  void close(std::string_view name) {
    if (is_page(name)) return;
    if (holds(formatting, name) || name == "form")
      erase(name);
    else if (!holds(blocks, name))
      pop(name, [](const Open& other) { return other.is_inline; });
    else if (holds(table_parts, name))
      pop(name, [](const Open& other) { return other.name != "table"; });
    else
      pop(name, [](const Open& other) { return other.is_inline || !holds(walls, other.name); });
  }

  std::size_t depth() const { return open_.size(); }

 private:
  struct Open {
    std::string name;
    bool is_inline;
  };

  bool is_open(std::string_view name) const {
    return std::ranges::find(open_, name, &Open::name) != open_.end();
  }
  static bool is_inline(std::string_view name) { return !holds(blocks, name); }
  static bool is_page(std::string_view name) {
    return name == "html" || name == "head" || name == "body";
  }

  /// Takes the innermost of that name off, but not what stands in it.
  void erase(std::string_view name) {
    const auto at = std::ranges::find(open_.rbegin(), open_.rend(), name, &Open::name);
    if (at != open_.rend()) open_.erase(at.base() - 1);
  }

  /// Takes it off with what stands in it, if all of that may be closed so.
  template <typename MayClose>
  void pop(std::string_view name, MayClose may_close) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i].name == name) return open_.resize(i);
      if (!may_close(open_[i])) return;
    }
  }

  std::vector<Open> open_;
};

/// Refuses what gumbo must not see. Returns the comments that it comes across.
std::vector<Span> check_nesting(std::string_view source, const Limits& limits) {
  std::vector<Span> comments;
  const std::size_t deepest = limits.nesting * nesting_factor;
  Nesting nesting;
  for (std::size_t at = source.find('<'); at < source.size(); at = source.find('<', at)) {
    const Markup markup = read_markup(source, at);
    if (markup.end == at) {  // A bare <.
      ++at;
      continue;
    }
    if (markup.attributes > most_attributes)
      throw InputError(say("第 {} 字节处的标签有 {} 个以上属性",
                           "the tag at byte {} has more than {} attributes", at, most_attributes));
    if (source.substr(at, 4) == "<!--")
      comments.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(markup.end)});
    at = markup.end;
    if (markup.name.empty()) continue;
    if (markup.is_end_tag) {
      nesting.close(markup.name);
      continue;
    }
    nesting.open(markup.name);
    if (nesting.depth() > deepest)
      throw InputError(say("第 {} 字节处的元素嵌套超过 {} 层",
                           "the elements at byte {0} are nested more than {1} levels deep", at,
                           deepest));
    if (holds(raw_elements, markup.name)) {
      at = find_end_tag(source, at, markup.name);
      nesting.close(markup.name);
    }
  }
  return comments;
}

}  // namespace

/// What gumbo has allocated, as a ring, so that it can be freed without a walk through the tree.
struct HtmlTree::Memory {
  struct alignas(std::max_align_t) Chunk {
    Chunk* previous;
    Chunk* next;
    std::size_t size;
  };

  explicit Memory(std::size_t bytes) : bound(bytes) {
    ring.previous = ring.next = &ring;
    ring.size = 0;
  }
  Memory(const Memory&) = delete;
  Memory& operator=(const Memory&) = delete;
  ~Memory() {
    while (ring.next != &ring) release(ring.next);
  }

  void release(Chunk* chunk) {
    chunk->previous->next = chunk->next;
    chunk->next->previous = chunk->previous;
    used -= chunk->size;
    std::free(chunk);
  }

  static void* allocate(void* self, std::size_t size) {
    auto& memory = *static_cast<Memory*>(self);
    auto* chunk = memory.used + size > memory.bound
                      ? nullptr
                      : static_cast<Chunk*>(std::malloc(sizeof(Chunk) + size));
    if (!chunk) memory.leave();
    chunk->size = size + sizeof(Chunk);
    chunk->previous = &memory.ring;
    chunk->next = memory.ring.next;
    chunk->next->previous = chunk;
    memory.ring.next = chunk;
    memory.used += chunk->size;
    return chunk + 1;
  }

  static void deallocate(void* self, void* pointer) {
    if (pointer) static_cast<Memory*>(self)->release(static_cast<Chunk*>(pointer) - 1);
  }

  /// Null when the page needs more memory than it may have. Gumbo does not look at what it gets,
  /// and C code cannot be left by an exception but in WebAssembly, which has nothing else to leave
  /// it by. No object with a destructor may live here: longjmp does not call it.
#ifdef __wasm__
  struct Breach {};
  [[noreturn]] void leave() { throw Breach(); }
  const GumboOutput* parse(const GumboOptions& options, const char* data, std::size_t size) try {
    return gumbo_parse_with_options(&options, data, size);
  } catch (const Breach&) {
    return nullptr;
  }
#else
  [[noreturn]] void leave() { std::longjmp(breach, 1); }
  const GumboOutput* parse(const GumboOptions& options, const char* data, std::size_t size) {
    if (setjmp(breach) != 0) return nullptr;
    return gumbo_parse_with_options(&options, data, size);
  }
  std::jmp_buf breach;
#endif

  Chunk ring;
  std::size_t used = 0;
  std::size_t bound;
};

HtmlTree::HtmlTree(std::string_view source, const Limits& limits)
    : comments_(check_nesting(source, limits)) {
  memory_ = std::make_unique<Memory>(
      std::min(most_memory, least_memory + source.size() * std::size_t{64}));
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = Memory::allocate;
  options.deallocator = Memory::deallocate;
  options.userdata = memory_.get();
  options.max_errors = 0;  // Broken pages are the rule, and each error costs memory.
  output_ = memory_->parse(options, source.data(), source.size());
  if (!output_)
    throw InputError(
        say("网页太大或标签过于混乱，解析要用 {} MiB 以上内存",
            "the page is too large or too tangled: parsing it takes more than {} MiB of memory",
            memory_->bound >> 20));
}

HtmlTree::~HtmlTree() = default;

const GumboNode* HtmlTree::root() const { return output_->root; }

}  // namespace hegui
