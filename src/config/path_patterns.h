#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hegui {

/// Shell pattern of a path, in time that grows at most with the length of the pattern times that of
/// the path, for each folder that a **/ may stand for. Bytes are compared, as git does: `?` is one
/// byte, so a Chinese character is matched by `*` or by itself.
class Glob {
 public:
  explicit Glob(std::string_view pattern);
  bool matches(std::string_view path) const;

 private:
  struct Token {
    enum class Kind : std::uint8_t {
      byte,     ///< Itself.
      any,      ///< ? is anything but a slash.
      one_of,   ///< [a-z]
      star,     ///< * is any number of those.
      folders,  ///< **/ is any number of folders, or none.
      all       ///< ** at the end: anything.
    };
    Kind kind;
    char byte = 0;
    std::uint16_t set = 0;  ///< Which of sets_.
  };

  bool read_set(std::string_view pattern, std::size_t& at);
  bool takes(const Token& token, char c) const;

  std::vector<Token> tokens_ = {};
  std::vector<std::bitset<256>> sets_ = {};
  bool valid_ = true;  ///< A pattern with an open bracket, or longer than a path, matches nothing.
};

/// The patterns of a .gitignore, a .heguiignore or of `files` and `exclude` in a configuration, all
/// of one form, gitignore(5):
///
///   *.md      a name, in the folder of the pattern and below
///   /a.md     begins at that folder, as everything does with a slash in the middle
///   drafts/   a folder, with all in it
///   a/**/b    ** is any number of folders
///   !a.md     takes back what stands before; the last pattern that matches decides
class PathPatterns {
 public:
  static constexpr std::size_t most_lines = 10'000;
  void add(std::string_view pattern);
  /// The lines of an ignore file. False if they are more than anybody writes, and would take too
  /// long with each file: then only the first of them are there.
  bool add_lines(std::string_view text);
  bool empty() const { return patterns_.empty(); }

  /// What the patterns say of one entry; `path` is relative to their folder. Nothing if none
  /// matches, false if the last that does takes back.
  std::optional<bool> match(std::string_view path, bool is_folder) const;
  /// Whether they mean a file: what the last pattern says that matches it or a folder it is in.
  bool cover(std::string_view path) const;

 private:
  struct PathPattern {
    Glob glob;
    bool taken_back;
    bool folders_only;
    bool name_only;  ///< Matched against the last part of the path.

    bool matches(std::string_view path, bool is_folder) const;
  };

  std::vector<PathPattern> patterns_ = {};
};

/// `path` as seen from `folder`; both absolute and without . and .. in them: ../b/c.
std::string relative_path(std::string_view folder, std::string_view path);

}  // namespace hegui
