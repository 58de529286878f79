#pragma once

#include <functional>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "formats/docx/docx_text.h"
#include "formats/format.h"

namespace hegui {

class Archive;

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

/// The name of the part that holds the text; empty if there is none.
std::string docx_main_part(Archive& archive);

/// None if there is no document in it. Throws InputError.
std::optional<ExtractedText> read_package(DocxPackage& package, const ReadOptions& options);

}  // namespace hegui
