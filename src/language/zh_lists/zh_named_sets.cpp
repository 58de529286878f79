#include "language/zh_lists/zh_named_sets.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "text/characters.h"
#include "text/unicode.h"
#include "text/utf8.h"

namespace hegui {
namespace {

constexpr std::string_view opening = "“", closing = "”", open_end = "等";
constexpr std::u32string_view no_name = U"一二两三四五六七八九十百千万";
constexpr std::u32string_view separators = U"、，；";
constexpr std::u32string_view region_ends = U"。：！？“”《》（）—";
constexpr std::u32string_view joins = U"和与及并";
constexpr std::size_t longest_name = 7 * han_bytes;  // Behind the number.
constexpr std::size_t longest_kind = 8 * han_bytes;  // “四进”系列宣传活动：
constexpr std::size_t longest_list = 120 * han_bytes;
constexpr int most_off = 2;  // More, and something else is listed.

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? 0 : next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  std::size_t at = text.empty() ? 0 : previous_code_point(text, text.size());
  return text.empty() ? 0 : next_code_point(text, at);
}

/// 2 for 两; 0 for others.
int value_of(char32_t numeral) {
  if (numeral == U'两') return 2;
  const std::size_t at = std::u32string_view(U"二三四五六七八九十").find(numeral);
  return at == std::u32string_view::npos ? 0 : static_cast<int>(at) + 2;
}

/// What the members have in common, and where in them it stands.
struct Key {
  enum class Place : std::uint8_t { anywhere, begin, end };
  std::string_view word = {};
  Place place = Place::anywhere;
};

/// How many members a stretch holds that may be a part of one, or of a list and something else.
struct Counted {
  std::vector<int> possible = {};  ///< All that it may be, the last with all of the stretch.
  bool is_open = false;            ///< 等
  int maybe = 0;                   ///< It may be so many, too.
  std::size_t read = 0;            ///< Pieces with members.
};

std::vector<std::string_view> pieces_of(std::string_view text, std::u32string_view marks) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = at;
    if (!is_one_of(marks, next_code_point(text, at))) continue;
    pieces.push_back(text.substr(begin, end - begin));
    begin = at;
  }
  pieces.push_back(text.substr(begin));
  return pieces;
}

/// Members in a piece between two marks, 有场所和有制度; 0 if it is none.
int members_in(std::string_view piece, const Key& key) {
  int count = 0;
  for (std::size_t at = piece.find(key.word); at != piece.npos;
       at = piece.find(key.word, at + key.word.size())) {
    const std::string_view before = piece.substr(0, at),
                           behind = piece.substr(at + key.word.size());
    const bool begins = before.empty() || is_one_of(joins, last_of(before)),
               ends = behind.empty() || is_one_of(joins, first_of(behind)) ||
                      behind.starts_with(open_end);
    count += key.place == Key::Place::anywhere || (key.place == Key::Place::begin ? begins : ends);
  }
  return count;
}

/// 进一步规范、进一步压实 begin alike, but with more than 进.
bool share_more(const std::vector<std::string_view>& members, const Key& key) {
  if (key.place != Key::Place::begin || members.size() < 2) return false;
  return std::ranges::all_of(members, [&](std::string_view member) {
    return first_code_points(member, 2) == first_code_points(members.front(), 2);
  });
}

/// From one end of the pieces on, as long as they are members.
Counted count_members(const std::vector<std::string_view>& pieces, const Key& key) {
  Counted counted;
  std::vector<std::string_view> members;
  int count = 0;
  for (const std::string_view piece : pieces) {
    const int more = members_in(piece, key);
    if (more == 0) break;
    count += more;
    ++counted.read;
    members.push_back(piece);
    counted.possible.push_back(count);
    counted.is_open = counted.is_open || piece.find(open_end) != piece.npos;
  }
  if (share_more(members, key)) counted.possible.clear();
  return counted;
}

std::string_view mark_behind(std::string_view text, std::string_view piece) {
  const auto at = static_cast<std::size_t>(piece.data() - text.data()) + piece.size();
  return first_code_points(text.substr(at), 1);
}

class NamedSets {
 public:
  explicit NamedSets(std::string_view text) : text_(text) {}

  std::vector<NamedSet> run() const {
    std::vector<NamedSet> found;
    for (std::size_t at = text_.find(opening); at != text_.npos;
         at = text_.find(opening, at + opening.size()))
      if (const auto set = read(at)) found.push_back(*set);
    return found;
  }

 private:
  std::optional<NamedSet> read(std::size_t begin) const {
    std::size_t at = begin + opening.size();
    if (at >= text_.size()) return std::nullopt;
    const int value = value_of(next_code_point(text_, at));
    if (value == 0) return std::nullopt;
    const std::size_t length = text_.substr(at, longest_name + closing.size()).find(closing);
    if (length == text_.npos || length == 0) return std::nullopt;
    const std::size_t end = at + length;
    std::string_view name = text_.substr(at, end - at);
    for (std::size_t i = 0; i < name.size();)
      if (const char32_t code = next_code_point(name, i); !is_han(code) || is_plural(name, i, code))
        return std::nullopt;
    if (name.size() > han_bytes && is_one_of(U"个项张位种类条大", first_of(name)))
      name.remove_prefix(han_bytes);
    const auto there = count(name, value, begin, end + closing.size());
    if (there == 0) return std::nullopt;
    return NamedSet{
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end + closing.size())},
        value,
        there};
  }

  /// “四不两直”, “十四五”: names with more than one number; 统一, 一律, 一致 have none.
  static bool is_plural(std::string_view name, std::size_t behind, char32_t code) {
    if (!is_one_of(no_name, code)) return false;
    const std::string_view before = name.substr(0, behind - han_bytes);
    return code != U'一' ||
           !(before.ends_with("统") || is_one_of(U"律致体", first_of(name.substr(behind))));
  }

  static std::vector<Key> keys_of(std::string_view name) {
    using enum Key::Place;
    std::vector<Key> keys;
    if (name.size() > han_bytes) keys.push_back({name, anywhere});
    if (name.size() > 2 * han_bytes) keys.push_back({name.substr(0, 2 * han_bytes), anywhere});
    if (name.size() > 2 * han_bytes)
      keys.push_back({name.substr(name.size() - 2 * han_bytes), anywhere});
    keys.push_back({name.substr(0, han_bytes), begin});
    keys.push_back({name.substr(0, han_bytes), end});
    return keys;
  }

  /// How many members there are beside it; 0 if there are none, or as many as it says.
  std::size_t count(std::string_view name, int value, std::size_t begin, std::size_t end) const {
    for (const Key& key : keys_of(name))
      for (const Counted& counted : {before(begin, key), behind(end, key)}) {
        if (counted.possible.empty() || counted.possible.back() < 2) continue;
        const int there = counted.possible.back();
        if (std::ranges::find(counted.possible, value) != counted.possible.end() ||
            counted.maybe == value || std::abs(there - value) > most_off ||
            (counted.is_open && there < value))
          return 0;
        return static_cast<std::size_t>(there);
      }
    return 0;
  }

  /// What stands before the quote, up to a mark that no list goes over.
  Counted before(std::size_t end, const Key& key) const {
    std::string_view text = text_.substr(0, end);
    if (text.ends_with("的")) text.remove_suffix(han_bytes);
    std::size_t begin = text.size();
    while (begin > 0 && text.size() - begin < longest_list) {
      std::size_t at = previous_code_point(text, begin);
      const std::size_t code_begin = at;
      if (is_one_of(region_ends, next_code_point(text, at))) break;
      begin = code_begin;
    }
    std::vector<std::string_view> pieces = pieces_of(text.substr(begin), separators);
    std::ranges::reverse(pieces);
    Counted counted = count_members(pieces, key);
    if (counted.possible.empty()) return counted;
    if (key.place == Key::Place::begin) add_first(pieces, key, counted);
    keep_possible(counted, [&](std::size_t i) {
      return mark_behind(text_, pieces[i + 1]) != mark_behind(text_, pieces[1]);
    });
    return counted;
  }

  /// 做到有方案、有台账: behind other words, the first does not begin with the key.
  static void add_first(const std::vector<std::string_view>& pieces, const Key& key,
                        Counted& counted) {
    const std::size_t read = counted.read;
    if (read == pieces.size()) return;
    const std::size_t at = pieces[read].rfind(key.word);
    if (at == std::string_view::npos) return;
    const int more = counted.possible.back() + 1;
    if (pieces[read].size() - at == pieces[0].size())
      counted.possible.push_back(more);
    else
      counted.maybe = more;
  }

  /// Where the mark changes, another list may end; elsewhere all of them are members.
  template <typename Changes>
  static void keep_possible(Counted& counted, Changes changes_behind) {
    std::vector<int> possible;
    for (std::size_t i = 0; i + 1 < counted.possible.size(); ++i)
      if (changes_behind(i)) possible.push_back(counted.possible[i]);
    possible.push_back(counted.possible.back());
    counted.possible = std::move(possible);
  }

  /// What stands behind it, and behind the words that lead to a list.
  Counted behind(std::size_t end, const Key& key) const {
    std::size_t at = end;
    while (at < text_.size() && at - end < longest_kind) {
      std::size_t next = at;
      if (!is_han(next_code_point(text_, next)) || text_.substr(at).starts_with("即")) break;
      at = next;
    }
    const std::string_view lead = text_.substr(at);
    constexpr std::array<std::string_view, 7> leads{"：",       "，即", "即", "，分别是",
                                                    "，分别为", "（",   "——"};
    const auto* said =
        std::ranges::find_if(leads, [&](std::string_view word) { return lead.starts_with(word); });
    const bool is_said = said != leads.end();
    if (!is_said && !lead.starts_with("，")) return {};
    std::string_view list = lead.substr(is_said ? said->size() : han_bytes);
    if (is_said && list.starts_with("：")) list.remove_prefix(han_bytes);
    std::size_t last = 0;
    while (last < list.size() && last < longest_list) {
      std::size_t next = last;
      if (is_one_of(region_ends, next_code_point(list, next))) break;
      last = next;
    }
    list = list.substr(0, last);
    const bool has_semicolons = list.find("；") != list.npos;
    const std::vector<std::string_view> pieces =
        pieces_of(list, has_semicolons ? std::u32string_view(U"；") : separators);
    Counted counted = count_members(pieces, key);
    if (counted.possible.size() < 2) return {};
    keep_possible(counted, [&](std::size_t i) {
      return mark_behind(text_, pieces[i]) != mark_behind(text_, pieces[0]);
    });
    // 即…告知书、…建议书同步送达: the last may go on with other words.
    const std::size_t next = counted.read;
    if (next < pieces.size() && pieces[next].find(key.word) != std::string_view::npos)
      counted.maybe = counted.possible.back() + 1;
    return counted;
  }

  std::string_view text_;
};

}  // namespace

std::vector<NamedSet> wrong_named_sets(std::string_view paragraph) {
  return NamedSets(paragraph).run();
}

}  // namespace hegui
