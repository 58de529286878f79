#include "formats/zip/zip_writer.h"

#include "catch.hpp"
#include "text/input_error.h"

using namespace hegui;

namespace {

void put(std::string& bytes, std::size_t at, std::size_t size, std::size_t number) {
  for (std::size_t i = 0; i < size; ++i, number >>= 8) bytes[at + i] = static_cast<char>(number);
}

/// An archive of one member, whose row of the directory has those fields and that method.
std::string archive_of(const std::string& fields, std::size_t method = 8) {
  ZipWriter writer;
  writer.add("a", "words");
  std::string bytes = writer.finish();
  const std::size_t row = bytes.find("PK\1\2"), behind_name = row + 46 + 1;
  put(bytes, row + 10, 2, method);
  put(bytes, row + 30, 2, fields.size());
  bytes.insert(behind_name, fields);
  const std::size_t end = bytes.rfind("PK\5\6");
  put(bytes, end + 12, 4, end - row);
  // What a field says that it has lies in the archive.
  const std::string comment(60'000, '.');
  put(bytes, end + 20, 2, comment.size());
  return bytes + comment;
}

std::string copied_fields(const std::string& fields) {
  const std::string bytes = archive_of(fields);
  const Archive before(bytes, {});
  const std::string copy = with_members(before, {});
  Archive after(copy, {});
  CHECK(after.read("a") == "words");
  return after.packed(0).extra;
}

}  // namespace

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

TEST_CASE("fields of a member are copied as far as they are any", "[text]") {
  using namespace std::string_literals;
  const std::string time = "UT\5\0\1abcd"s, owner = "ux\3\0\1BC"s, sizes = "\1\0\0\0"s;
  CHECK(copied_fields("").empty());
  CHECK(copied_fields(time + owner) == time + owner);
  CHECK(copied_fields(time + sizes + owner) == time + owner);
  CHECK(copied_fields(sizes + time + sizes) == time);
  for (const std::string& broken :
       {"\xFE\xCA\xFF\x7F"s, "\xFE\xCA\x00\xE0"s, "\1\0\1\0"s, "\1\0\0"s})
    CHECK(copied_fields(time + broken) == time);
}

TEST_CASE("what is packed by an unknown method is not copied", "[text]") {
  const std::string bytes = archive_of("", 12);
  const Archive archive(bytes, {});
  CHECK_THROWS_AS(archive.packed(0), InputError);
  CHECK_THROWS_AS(with_members(archive, {}), InputError);
}
