// Of all that a pattern may try only the last * and the last **/ are tried anew: what stands before
// them has matched as early as it could, and matching it later leaves less, not more, for the rest.
// So a pattern of a foreign repository such as *a*a*a*a*b does not take exponential time.

#include "config/path_patterns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hegui {
namespace {

constexpr std::size_t longest_pattern = 4096;  // Of a path, on Linux.

bool in_class(std::string_view name, unsigned char byte) {
  const bool lower = byte >= 'a' && byte <= 'z', upper = byte >= 'A' && byte <= 'Z';
  const bool digit = byte >= '0' && byte <= '9', graph = byte > ' ' && byte < 0x7F;
  if (name == "alpha") return lower || upper;
  if (name == "digit") return digit;
  if (name == "alnum") return lower || upper || digit;
  if (name == "lower") return lower;
  if (name == "upper") return upper;
  if (name == "space") return byte == ' ' || (byte >= '\t' && byte <= '\r');
  if (name == "blank") return byte == ' ' || byte == '\t';
  if (name == "punct") return graph && !lower && !upper && !digit;
  if (name == "graph") return graph;
  if (name == "print") return graph || byte == ' ';
  if (name == "cntrl") return byte < ' ' || byte == 0x7F;
  return digit || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');  // xdigit
}

constexpr std::array<std::string_view, 12> class_names{"alpha", "digit", "alnum", "lower",
                                                       "upper", "space", "blank", "punct",
                                                       "graph", "print", "cntrl", "xdigit"};

}  // namespace

Glob::Glob(std::string_view pattern) {
  using Kind = Token::Kind;
  valid_ = pattern.size() <= longest_pattern;
  for (std::size_t i = 0; i < pattern.size() && valid_; ++i) {
    const char c = pattern[i];
    if (c == '?') {
      tokens_.push_back({Kind::any});
    } else if (c == '[') {
      valid_ = read_set(pattern, i);
    } else if (c == '\\') {
      valid_ = ++i < pattern.size();
      if (valid_) tokens_.push_back({Kind::byte, pattern[i]});
    } else if (c == '*') {
      const bool begins = i == 0 || pattern[i - 1] == '/';
      const std::size_t first = i;
      while (i + 1 < pattern.size() && pattern[i + 1] == '*') ++i;
      const bool ends = i + 1 == pattern.size();
      if (i == first || !begins || (!ends && pattern[i + 1] != '/')) {
        tokens_.push_back({Kind::star});
      } else if (ends) {
        tokens_.push_back({Kind::all});
      } else {
        tokens_.push_back({Kind::folders});
        ++i;
      }
    } else {
      tokens_.push_back({Kind::byte, c});
    }
  }
}

/// `at` is at the [ and then at its ].
bool Glob::read_set(std::string_view pattern, std::size_t& at) {
  std::bitset<256> bytes;
  std::size_t i = at + 1;
  const bool negated = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (negated) ++i;
  int before = -1;  // What a - would begin at; -1 for nothing.
  for (bool first = true;; first = false, ++i) {
    if (i >= pattern.size()) return false;
    if (pattern[i] == ']' && !first) break;
    if (pattern[i] == '[' && pattern.substr(i).starts_with("[:")) {
      const std::size_t end = pattern.find(']', i + 2);
      if (end != std::string_view::npos && end > i + 2 && pattern[end - 1] == ':') {
        const std::string_view name = pattern.substr(i + 2, end - i - 3);
        if (std::ranges::find(class_names, name) == class_names.end()) return false;
        for (unsigned byte = 0; byte < 256; ++byte)
          if (in_class(name, static_cast<unsigned char>(byte))) bytes.set(byte);
        before = -1;
        i = end;
        continue;
      }
    }
    const bool is_range =
        pattern[i] == '-' && before >= 0 && i + 1 < pattern.size() && pattern[i + 1] != ']';
    if (is_range) ++i;
    if (pattern[i] == '\\' && ++i >= pattern.size()) return false;
    const auto byte = static_cast<unsigned char>(pattern[i]);
    if (is_range) {
      for (int other = before; other <= byte; ++other) bytes.set(static_cast<std::size_t>(other));
      before = -1;
    } else {
      bytes.set(byte);
      before = byte;
    }
  }
  if (negated) bytes.flip();
  bytes.reset('/');
  tokens_.push_back({Token::Kind::one_of, 0, static_cast<std::uint16_t>(sets_.size())});
  sets_.push_back(bytes);
  at = i;
  return true;
}

bool Glob::takes(const Token& token, char c) const {
  using Kind = Token::Kind;
  switch (token.kind) {
    case Kind::byte: return c == token.byte;
    case Kind::any: return c != '/';
    case Kind::one_of: return sets_[token.set][static_cast<unsigned char>(c)];
    case Kind::star:
    case Kind::folders:
    case Kind::all: break;
  }
  return false;
}

bool Glob::matches(std::string_view path) const {
  using Kind = Token::Kind;
  if (!valid_ || path.empty()) return false;
  // Most paths differ from a pattern in their first or last byte, which is quickly seen.
  const auto differs = [](const Token& token, char c) {
    return token.kind == Kind::byte && token.byte != c;
  };
  if (!tokens_.empty() &&
      (differs(tokens_.front(), path.front()) || differs(tokens_.back(), path.back())))
    return false;
  /// Where to go on when what follows a token of any length does not match.
  struct Retry {
    std::size_t token = 0;  // After it; 0 for none.
    std::size_t at = 0;     // What it stands for ends here,
    std::size_t end = 0;    // and cannot go on after this.
  };
  Retry star, folders;
  // The next place after star.at where what follows the star may begin.
  const auto after_star = [&] {
    if (star.token == tokens_.size()) return path.size();
    const Token& next = tokens_[star.token];
    return next.kind == Kind::byte ? path.find(next.byte, star.at + 1) : star.at + 1;
  };
  std::size_t token = 0, at = 0;
  for (;;) {
    if (token == tokens_.size()) {
      if (at == path.size()) return true;
    } else if (tokens_[token].kind == Kind::all) {
      return true;
    } else if (tokens_[token].kind == Kind::star) {
      star = {++token, at, std::min(path.find('/', at), path.size())};
      continue;
    } else if (tokens_[token].kind == Kind::folders) {
      folders = {.token = ++token, .at = at};
      star = {};
      continue;
    } else if (at < path.size() && takes(tokens_[token], path[at])) {
      if (path[at] == '/') star = {};  // It stays in its folder.
      ++token;
      ++at;
      continue;
    }
    const std::size_t next = star.token > 0 && star.at < star.end ? after_star() : path.npos;
    if (next <= star.end) {
      at = star.at = next;
      token = star.token;
      continue;
    }
    const std::size_t slash = folders.token > 0 ? path.find('/', folders.at) : path.npos;
    if (slash == path.npos) return false;
    at = folders.at = slash + 1;
    token = folders.token;
    star = {};
  }
}

void PathPatterns::add(std::string_view pattern) {
  const bool taken_back = pattern.starts_with('!');
  if (taken_back) pattern.remove_prefix(1);
  const bool folders_only = pattern.ends_with('/');
  if (folders_only) pattern.remove_suffix(1);
  const bool name_only = pattern.find('/') == std::string_view::npos;
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  if (!pattern.empty()) patterns_.push_back({Glob(pattern), taken_back, folders_only, name_only});
}

bool PathPatterns::add_lines(std::string_view text) {
  const std::size_t most = patterns_.size() + most_lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.starts_with('#')) continue;
    if (line.ends_with('\r')) line.remove_suffix(1);
    // Blanks at the end do not count, unless a backslash keeps them.
    std::size_t size = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\' && i + 1 < line.size())
        size = ++i + 1;
      else if (line[i] != ' ')
        size = i + 1;
    }
    add(line.substr(0, size));
    if (patterns_.size() > most) return false;
  }
  return true;
}

bool PathPatterns::PathPattern::matches(std::string_view path, bool is_folder) const {
  if (folders_only && !is_folder) return false;
  const std::size_t slash = path.rfind('/');
  return glob.matches(name_only && slash != std::string_view::npos ? path.substr(slash + 1) : path);
}

std::optional<bool> PathPatterns::match(std::string_view path, bool is_folder) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern)
    if (pattern->matches(path, is_folder)) return !pattern->taken_back;
  return std::nullopt;
}

bool PathPatterns::cover(std::string_view path) const {
  for (auto pattern = patterns_.rbegin(); pattern != patterns_.rend(); ++pattern) {
    if (pattern->matches(path, false)) return !pattern->taken_back;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1))
      if (pattern->matches(path.substr(0, slash), true)) return !pattern->taken_back;
  }
  return false;
}

std::string relative_path(std::string_view folder, std::string_view path) {
  std::string up;
  for (;;) {
    const std::string_view with_slash = folder == "/" ? "" : folder;
    if (path.starts_with(with_slash) && path.size() > with_slash.size() &&
        path[with_slash.size()] == '/')
      return up + std::string(path.substr(with_slash.size() + 1));
    if (folder.size() <= 1) return up + std::string(path);
    folder = folder.substr(0, std::max<std::size_t>(folder.rfind('/'), 1));
    up += "../";
  }
}

}  // namespace hegui
