// tests/triples: the same report concrete, emptied of everything that says something, and emptied
// but padded with numbers that count nothing. Only the first may score well.

#include <filesystem>
#include <set>
#include <string>

#include "catch.hpp"
#include "dumps.h"
#include "review/score.h"

namespace hegui {
namespace {

double value_of(const std::filesystem::path& path, const RuleSet& rules) {
  Review review = review_text(path.string(), read_bytes(path.string()), rules);
  return score_of(review).value;
}

}  // namespace

TEST_CASE("a concrete report scores well above its emptied and its padded twin",
          "[score][triples]") {
  const LoadedRules loaded = load_builtin("fazhi");
  REQUIRE(loaded.rules.has_value());
  std::set<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(HEGUI_ROOT "/tests/triples"))
    if (entry.is_directory()) folders.insert(entry.path());
  CHECK(folders.size() >= 10);
  for (const std::filesystem::path& folder : folders) {
    INFO(folder.filename().string());
    const double concrete = value_of(folder / "concrete.txt", *loaded.rules);
    const double emptied = value_of(folder / "emptied.txt", *loaded.rules);
    const double padded = value_of(folder / "padded.txt", *loaded.rules);
    CHECK(concrete >= 90);
    CHECK(concrete - emptied >= 15);
    CHECK(concrete - padded >= 15);
    CHECK(emptied < 75);
    CHECK(padded < 75);
  }
}

}  // namespace hegui
