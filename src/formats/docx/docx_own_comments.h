#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/docx/docx_edits.h"
#include "formats/docx/docx_package.h"

namespace hegui {

/// Our comments of an earlier check, but for those to which somebody replied: what is left when
/// they go.
class OwnComments {
 public:
  /// `comments` is their part, which must outlive it. Throws InputError.
  OwnComments(DocxPackage& package, const std::vector<Relation>& relations,
              std::string_view comments);

  /// The part of the comments without them.
  std::string remaining();
  /// The parts that say more of comments (MS-DOCX 2.5.3), by name, without them; only those that
  /// had them.
  std::map<std::string, std::string>& others() { return others_; }
  /// Takes their marks out of the part of the body.
  void remove_marks(std::string_view xml, const std::vector<XmlElement>& elements,
                    TextEdits& edits) const;

 private:
  void find();
  void keep_replied_to(std::string_view extended);
  void remove_from(DocxPackage& package, const std::string& part);

  struct Own {
    std::size_t element = 0;
    std::string_view id = {}, paragraph = {};
  };
  std::string_view comments_;
  std::vector<XmlElement> elements_;
  std::vector<Own> own_ = {};
  std::set<std::string, std::less<>> ids_ = {};
  std::set<std::string, std::less<>> paragraphs_ = {};  // Their last ones, by which others refer,
  std::set<std::string, std::less<>> durable_ = {};     // and numbers that stay.
  std::map<std::string, std::string> others_ = {};
};

}  // namespace hegui
