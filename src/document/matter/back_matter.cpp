#include "document/matter/back_matter.h"

#include <algorithm>

#include "document/numbering.h"
#include "document/slots/slots.h"
#include "document/tables/data_table.h"
#include "text/unicode.h"

namespace hegui {
namespace {

class BackMatter : PageBlocks {
 public:
  BackMatter(const PageBlocks& page, std::size_t begin, Outline& outline)
      : PageBlocks(page), outline_(outline), begin_(begin) {}

  /// Fills the roles of what follows.
  std::size_t end_of_body() {
    std::size_t end = begin_of_tail(begin_, count_);
    // What follows 附件 or a page's footer in the second half is not body, long as it may be.
    for (std::size_t i = begin_ + (end - begin_) / 2; i < end; ++i)
      if (i > begin_ &&
          (is_attachment_line(language_, words(i)) || is_page_footer(language_, words(i)))) {
        end = begin_of_tail(begin_ + 1, i);
        break;
      }
    bool attachment = false;
    std::size_t signature_end = end;
    for (std::size_t i = end; i < count_; ++i) {
      const std::string_view text = words(i);
      // The names of attachments stand above the signature (GB/T 9704-2012, 7.3.4).
      if (attachment && signature_end == end && is_signature(i)) signature_end = i + 2;
      if (i < signature_end) {
        outline_.roles[i] = Role::signature;
        continue;
      }
      // The page's footer ends the attachments.
      attachment = (attachment && !is_page_part(text)) || is_attachment_line(language_, text);
      if (attachment)
        outline_.roles[i] = Role::attachment;
      else if (is_date_line(language_, text) || names_issuer(language_, text) || is_slots(i))
        outline_.roles[i] = Role::signature;
      else
        outline_.roles[i] = Role::furniture;
    }
    mark_signed(end);
    return end;
  }

 private:
  bool is_tail(std::size_t block) const {
    const std::string_view text = words(block);
    if (is_outside(block) || is_meta(block)) return true;
    if (is_slots(block))
      return is_signature_slot(document_, document_.blocks[block], outline_.slots);
    if (is_page_part(text) || is_date_line(language_, text) ||
        is_attachment_line(language_, text) || is_contact_line(language_, text))
      return true;
    if (language_.ends_sentence(text) || is_in_data_row(document_, document_.blocks[block]))
      return false;
    if (language_.is_longer(text, 45)) return false;
    // 无 under 其他需要报告的情况 is an answer, short as it is.
    if (block > begin_ && !is_slots(block - 1)) {
      const std::string_view before = words(block - 1);
      if (!is_long_line(language_, before) && language_.page.answer_asked->matches(before))
        return false;
      if (language_.page.answer->matches(text)) return false;
    }
    return !read_number(language_, text, 0);
  }

  bool is_slots(std::size_t block) const {
    return is_slots_only(document_, document_.blocks[block], outline_.slots);
  }

  bool is_signed(std::size_t block) const {
    return is_tail(block) && kind(block) != Block::Kind::heading &&
           (is_date_line(language_, words(block)) || names_issuer(language_, words(block)));
  }

  /// The issuer's name with the date below it.
  bool is_signature(std::size_t block) const {
    return block + 1 < count_ && names_issuer(language_, words(block)) &&
           !language_.is_longer(words(block), 45) && is_date_line(language_, words(block + 1));
  }

  /// Where the tail begins of what ends there. A slot behind a signature belongs to it.
  std::size_t begin_of_tail(std::size_t first, std::size_t end) const {
    for (;;) {
      while (end > first && is_tail(end - 1)) --end;
      std::size_t signature = end;
      while (signature > first && is_slots(signature - 1)) --signature;
      if (signature == end || signature == first || !is_signed(signature - 1)) return end;
      end = signature;
    }
  }

  /// What stands between the body and the issuer's name or the date is part of the signature, be it
  /// a prompt of a template.
  void mark_signed(std::size_t end) {
    const auto first = outline_.roles.begin() + static_cast<std::ptrdiff_t>(end);
    const auto last = std::find(first, outline_.roles.end(), Role::signature);
    for (auto role = first; last != outline_.roles.end() && role != last; ++role)
      if (const auto text = words(static_cast<std::size_t>(role - outline_.roles.begin()));
          *role == Role::furniture && !is_page_part(text) && !is_contact_line(language_, text))
        *role = Role::signature;
  }

  Outline& outline_;
  std::size_t begin_;  // The first body block.
};

}  // namespace

std::size_t mark_back_matter(const PageBlocks& page, std::size_t begin, Outline& outline) {
  return BackMatter(page, begin, outline).end_of_body();
}

}  // namespace hegui
