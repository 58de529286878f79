#include "docx_parts.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace hegui {
namespace {

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr std::string_view word =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)";
constexpr std::string_view main_part = "word/document.xml";

struct Kind {
  std::string_view name;  // As in its relation; that of the part may have a number after it.
  std::string_view root;
  std::string_view content_type;
};

constexpr std::array kinds{
    Kind{"document", "w:document", "document.main"},
    Kind{"styles", "w:styles", "styles"},
    Kind{"numbering", "w:numbering", "numbering"},
    Kind{"comments", "w:comments", "comments"},
    Kind{"footnotes", "w:footnotes", "footnotes"},
    Kind{"endnotes", "w:endnotes", "endnotes"},
    Kind{"header", "w:hdr", "header"},
    Kind{"footer", "w:ftr", "footer"},
};

/// word/header1.xml → header; null for what is no known part.
const Kind* kind_of(std::string_view part) {
  if (!part.starts_with("word/") || !part.ends_with(".xml")) return nullptr;
  part = part.substr(5, part.size() - 9);
  part = part.substr(0, part.find_first_of("0123456789"));
  const auto kind = std::ranges::find(kinds, part, &Kind::name);
  return kind == kinds.end() ? nullptr : &*kind;
}

std::string in_root(const Kind& kind, std::string_view inner) {
  const std::string root(kind.root);
  const bool body = kind.name == "document";
  return std::string(declaration) + "<" + root + std::string(word) + (body ? "<w:body>\n" : "\n") +
         std::string(inner) + (body ? "</w:body>" : "") + "</" + root + ">\n";
}

std::string relation(std::size_t id, std::string_view type, std::string_view target) {
  return "<Relationship Id=\"rId" + std::to_string(id) + "\" Type=\"" +
         "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" +
         std::string(type) + "\" Target=\"" + std::string(target) + "\"/>";
}

std::string in_relations(std::string_view relations) {
  return std::string(declaration) +
         R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
         std::string(relations) + "</Relationships>";
}

/// What ties the parts together.
Parts supplied(const Parts& parts) {
  const std::string office = "application/vnd.openxmlformats-";
  std::string types =
      std::string(declaration) +
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
      R"(<Default Extension="xml" ContentType="application/xml"/>)"
      R"(<Default Extension="rels" ContentType=")" +
      office + R"(package.relationships+xml"/>)";
  std::string relations;
  std::size_t id = 0;
  for (const auto& [name, text] : parts) {
    const Kind* kind = kind_of(name);
    if (!kind) continue;
    for (const std::string_view piece :
         {std::string_view("<Override PartName=\"/"), std::string_view(name),
          std::string_view("\" ContentType=\""), std::string_view(office),
          std::string_view("officedocument.wordprocessingml."),
          std::string_view(kind->content_type), std::string_view("+xml\"/>")})
      types += piece;
    if (name != main_part) relations += relation(++id, kind->name, name.substr(5));
  }
  return {{"[Content_Types].xml", types + "</Types>"},
          {"_rels/.rels", in_relations(relation(1, "officeDocument", main_part))},
          {"word/_rels/document.xml.rels", in_relations(relations)}};
}

void require(bool holds) {
  if (!holds) throw std::runtime_error("cannot write an archive");
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};

std::string zipped(const Parts& parts) {
  std::unique_ptr<zip_source_t, Discard> buffer(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  require(buffer != nullptr);
  std::unique_ptr<zip_t, Discard> archive(
      zip_open_from_source(buffer.get(), ZIP_TRUNCATE, nullptr));
  require(archive != nullptr);
  zip_source_keep(buffer.get());  // The archive has one of the two references.
  for (const auto& [name, text] : parts) {
    zip_source_t* source = zip_source_buffer(archive.get(), text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(archive.get(), name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) zip_source_free(source);
    require(index >= 0);
    require(zip_file_set_mtime(archive.get(), static_cast<zip_uint64_t>(index), 1'700'000'000, 0) ==
            0);
  }
  require(zip_close(archive.get()) == 0);
  static_cast<void>(archive.release());  // zip_close took it.
  zip_stat_t written;
  require(zip_source_stat(buffer.get(), &written) == 0 && zip_source_open(buffer.get()) == 0);
  std::string bytes(written.size, '\0');
  require(zip_source_read(buffer.get(), bytes.data(), bytes.size()) ==
          static_cast<zip_int64_t>(bytes.size()));
  zip_source_close(buffer.get());
  return bytes;
}

}  // namespace

Parts parts_of(std::string_view text) {
  constexpr std::string_view mark = "=== ";
  Parts parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (line.starts_with(mark))
      parts.emplace_back(line.substr(mark.size(), line.find_last_not_of('\n') + 1 - mark.size()),
                         "");
    else if (parts.empty())
      throw std::runtime_error("parts begin with === NAME");
    else
      parts.back().second += line;
  }
  return parts;
}

std::string docx_of(Parts parts) {
  const auto is_main = [](const auto& part) { return part.first == main_part; };
  if (std::ranges::none_of(parts, is_main)) return zipped(parts);
  for (auto& [name, text] : parts) {
    const Kind* kind = kind_of(name);
    if (kind && !text.starts_with("<?xml")) text = in_root(*kind, text);
  }
  // What a text gives itself is not supplied.
  for (auto& part : supplied(parts))
    if (std::ranges::find(parts, part.first, &Parts::value_type::first) == parts.end())
      parts.push_back(std::move(part));
  return zipped(parts);
}

}  // namespace hegui
