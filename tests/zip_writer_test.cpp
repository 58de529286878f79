#include "formats/zip/zip_writer.h"

#include "catch.hpp"

using namespace hegui;

TEST_CASE("what is written into an archive is read from it", "[text]") {
  ZipWriter writer;
  const std::string long_text(300'000, 'a');
  writer.add("word/文档.xml", long_text);
  writer.add("empty", "");
  const std::string bytes = writer.finish();
  CHECK(bytes.size() < 2'000);
  Archive archive(bytes, {});
  CHECK(archive.names() == std::vector<std::string>{"word/文档.xml", "empty"});
  CHECK(archive.read("word/文档.xml") == long_text);
  CHECK(archive.read("empty").empty());
}

TEST_CASE("a member is another, and the rest stays as it is packed", "[text]") {
  ZipWriter writer;
  for (const std::string name : {"a", "B", "c"}) writer.add(name, "text of " + name);
  const std::string bytes = writer.finish();
  Archive before(bytes, {});
  const std::string changed = with_members(before, {{"b", "another"}, {"d", "new"}});
  Archive after(changed, {});
  CHECK(after.names() == std::vector<std::string>{"a", "B", "c", "d"});
  CHECK(after.read("B") == "another");
  CHECK(after.read("d") == "new");
  for (const std::size_t i : {0U, 2U}) {
    CHECK(after.packed(i).bytes == before.packed(i).bytes);
    CHECK(after.packed(i).crc == before.packed(i).crc);
    CHECK(after.packed(i).time == before.packed(i).time);
  }
  CHECK(with_members(before, {}) == bytes);
}
