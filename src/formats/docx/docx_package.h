#pragma once

#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/docx/docx_text.h"
#include "formats/format.h"
#include "formats/zip/zip.h"

namespace hegui {

class XmlPart;

/// The parts of a DOCX (ECMA-376-2), in whatever they lie. Names have no slash at the beginning.
class DocxPackage {
 public:
  using UseRoot = std::function<void(pugi::xml_node)>;

  virtual ~DocxPackage() = default;
  virtual bool has(const std::string& part) = 0;
  /// Calls `use` with the root of a part that is there; it lives as long as the call.
  virtual void with(const std::string& part, const UseRoot& use) = 0;
  virtual std::string bytes(const std::string& part) = 0;
  /// Where words of a root that is in use lie; nothing if nobody can write there.
  virtual std::optional<StoredPlace> place_of(const char* /*words*/) { return std::nullopt; }
};

/// Of a DOCX in a ZIP archive, which must outlive it.
class ZipPackage : public DocxPackage {
 public:
  explicit ZipPackage(Archive& archive) : archive_(archive) {}

  bool has(const std::string& part) override { return archive_.has(part); }
  void with(const std::string& part, const UseRoot& use) override;
  std::optional<StoredPlace> place_of(const char* words) override;
  std::string bytes(const std::string& part) override { return archive_.read(part); }

 private:
  Archive& archive_;
  std::vector<std::pair<std::string_view, const XmlPart*>> open_;  // One in another.
};

/// A part that another refers to.
struct Relation {
  std::string id;
  std::string type;  ///< The last word of its URI: styles.
  std::string target;
};

/// Where the relations of a part are: word/_rels/document.xml.rels.
std::string relations_part(const std::string& part);
/// Those that lead to parts; of the package itself if `part` is empty.
std::vector<Relation> relations_of(DocxPackage& package, const std::string& part);
/// That of the body; empty if there is none.
std::string main_part(DocxPackage& package);
/// By somebody's certificate.
bool is_signed(const Archive& archive);
/// Why nobody but Word may write there, if it is so.
std::optional<Message> protection_of(Archive& archive, DocxPackage& package);

/// None if there is no document in it. Throws InputError.
std::optional<ExtractedText> read_package(DocxPackage& package, const ReadOptions& options);

}  // namespace hegui
