// OFD (GB/T 33190-2016): a ZIP archive of XML files that refer to each other.
//
//   OFD.xml → DocBody/DocRoot → Document.xml → Pages/Page → Content.xml → its template
//                                            → PublicRes, DocumentRes → units of vector graphics
//
// Paths are relative to the file that they stand in, or begin with / at the archive; writers are
// not sure of case and of the direction of the slash. Characters stand on pages, so lines and
// paragraphs are put together by where they stand. The source is the extracted text, one paragraph
// a line, with running heads and page numbers between them.

#include <algorithm>
#include <memory>
#include <utility>

#include "formats/format.h"
#include "formats/ofd/ofd_page.h"
#include "formats/ofd/ofd_words.h"
#include "formats/pages/page_text.h"
#include "formats/xml.h"
#include "formats/zip/zip.h"
#include "text/input_error.h"
#include "text/strings.h"

namespace hegui {
namespace {

constexpr const char* main_part = "OFD.xml";
constexpr std::size_t most_kept = 8U << 20;  // Bytes of XML that all pages need.

/// Files of an archive that refer to each other.
class OfdParts {
 public:
  explicit OfdParts(Archive& archive) : archive_(archive) {}

  /// The file that `from` refers to; some writers mean the archive where they write no slash. Empty
  /// if there is none.
  std::string find(const std::string& from, std::string_view target) const {
    target = trimmed(target, " \t\r\n");
    if (target.empty()) return {};
    std::string path = Archive::resolved(from, target);
    if (!archive_.has(path)) path = Archive::resolved("", target);
    return archive_.has(path) ? path : std::string();
  }

  std::unique_ptr<XmlPart> read(const std::string& path) {
    return std::make_unique<XmlPart>(path, archive_.read(path));
  }

  /// The root of a file that is needed again.
  pugi::xml_node keep(const std::string& path) {
    const auto known = kept_.find(path);
    if (known != kept_.end()) return known->second->root();
    std::string bytes = archive_.read(path);
    bytes_ += bytes.size();
    if (bytes_ > most_kept)
      throw InputError(say("“{}”等公用的 XML 太大，超过 {} MiB",
                           "“{}” and other XML that all pages share is larger than {} MiB", path,
                           most_kept >> 20));
    return kept_.emplace(path, std::make_unique<XmlPart>(path, std::move(bytes)))
        .first->second->root();
  }

 private:
  Archive& archive_;
  std::map<std::string, std::unique_ptr<XmlPart>> kept_;
  std::size_t bytes_ = 0;
};

class OfdReader {
 public:
  OfdReader(Archive& archive, const Limits& limits)
      : limits_(limits), parts_(archive), page_reader_(limits) {}

  /// The pages of all documents in it.
  std::vector<LaidOutPage> read() {
    const std::string main = main_part;
    const std::unique_ptr<XmlPart> root = parts_.read(main);
    for (const pugi::xml_node body : root->root().children())
      if (local_name(body) == "DocBody")
        read_document(parts_.find(main, child(body, "DocRoot").text().get()));
    if (documents_ == 0)
      throw InputError(
          say("文件损坏：OFD.xml 里没有 DocBody", "the file is damaged: no DocBody in OFD.xml"));
    return std::move(pages_);
  }

 private:
  void read_document(const std::string& path) {
    ++documents_;
    if (path.empty())
      throw InputError(say("文件损坏：OFD.xml 里的 DocRoot 不指向文件",
                           "the file is damaged: DocRoot in OFD.xml does not lead to a file"));
    const pugi::xml_node root = parts_.keep(path);
    templates_.clear();
    page_reader_.units().clear();
    area_ = area_of(child(child(root, "CommonData"), "PageArea"), {210, 297});  // A4.
    for (const pugi::xml_node entry : child(root, "CommonData").children()) {
      const std::string_view name = local_name(entry);
      if (name == "TemplatePage")
        templates_.emplace(attribute(entry, "ID"), parts_.find(path, attribute(entry, "BaseLoc")));
      if (name == "PublicRes" || name == "DocumentRes")
        read_resources(parts_.find(path, entry.text().get()));
    }
    for (const pugi::xml_node page : child(root, "Pages").children())
      if (local_name(page) == "Page") read_page(path, attribute(page, "BaseLoc"));
  }

  void read_resources(const std::string& path) {
    if (path.empty()) return;
    for (const pugi::xml_node group : parts_.keep(path).children())
      if (local_name(group) == "CompositeGraphicUnits")
        for (const pugi::xml_node unit : group.children())
          page_reader_.units().emplace(attribute(unit, "ID"), unit);
  }

  void read_page(const std::string& document, std::string_view target) {
    if (pages_.size() >= limits_.entries)
      throw InputError(say("页数超过 {}", "more than {} pages", limits_.entries));
    const std::string path = parts_.find(document, target);
    if (path.empty())
      throw InputError(say("文件损坏：缺第 {} 页", "the file is damaged: page {} is missing",
                           pages_.size() + 1));
    const std::unique_ptr<XmlPart> part = parts_.read(path);
    for (const pugi::xml_node entry : part->root().children()) {
      const std::string_view name = local_name(entry);
      if (name == "PageRes") read_resources(parts_.find(path, entry.text().get()));
      if (name == "Template") read_template(attribute(entry, "TemplateID"));
    }
    page_reader_.read(child(part->root(), "Content"));
    LaidOutPage& page = pages_.emplace_back(area_of(child(part->root(), "Area"), area_));
    page.words = words_of(page_reader_.take());
    words_ += page.words.size();
    if (words_ > limits_.blocks)
      throw InputError(say("行数超过 {}", "more than {} lines", limits_.blocks));
  }

  /// How large a page is (7.5, CT_PageArea); `otherwise` where that is not said.
  static LaidOutPage area_of(pugi::xml_node area, const LaidOutPage& otherwise) {
    std::string_view box = child(area, "PhysicalBox").text().get();
    next_number(box);
    next_number(box);
    const double width = next_number(box), height = next_number(box);
    if (width <= 0 || height <= 0) return {otherwise.width, otherwise.height};
    return {width, height};
  }

  void read_template(std::string_view id) {
    const auto found = templates_.find(id);
    if (found != templates_.end() && !found->second.empty())
      page_reader_.read(child(parts_.keep(found->second), "Content"));
  }

  Limits limits_;
  OfdParts parts_;
  OfdPageReader page_reader_;
  std::map<std::string, std::string, std::less<>> templates_;  // Paths by id.
  LaidOutPage area_ = {};  // Of a page that says nothing of its own.
  std::vector<LaidOutPage> pages_;
  std::size_t documents_ = 0, words_ = 0;
};

}  // namespace

bool is_ofd(Archive& archive) { return archive.has(main_part); }

Document read_ofd(std::string path, std::string bytes, const ReadOptions& options) {
  std::vector<LaidOutPage> pages;
  {
    Archive archive(bytes, options.limits);
    if (archive.has("Encryptions.xml"))
      throw InputError(
          say("文件加了密码，请先去掉密码", "the file is encrypted; remove its password first"));
    pages = OfdReader(archive, options.limits).read();
  }
  if (pages.empty()) throw InputError(say("OFD 里一页也没有", "the OFD has no pages"));
  return read_pages(std::move(path), "ofd", pages, options.limits);
}

}  // namespace hegui
