#pragma once

#include <string>
#include <vector>

#include "formats/draft.h"
#include "ruleset/ruleset.h"

namespace hegui {

/// Asks for a requirement: its title, what to write, how much of it, and on which basis. All of it
/// is what the rule set says.
class SlotWriter {
 public:
  explicit SlotWriter(const RuleSet& rules);
  SlotWriter(const SlotWriter&) = delete;
  SlotWriter& operator=(const SlotWriter&) = delete;

  std::string slot(const Requirement& requirement) const;

 private:
  std::vector<std::string> bounds_of(const Requirement& requirement) const;

  const RuleSet& rules_;
  Document document_;  // Without a word: what checks say of it is what they ask for.
  Outline outline_;
};

/// A slot with those words: 【待填：年份】.
std::string slot_of(Language language, std::string_view words);
/// The title of a report of the set, with slots.
std::string title_of(const RuleSet& rules, const Variables& given);
/// The first way to find it is by the title of a report.
bool is_of_title(const Requirement& requirement);
/// Whether it is a part with a heading of its own in a report that is to be written.
bool has_heading(const Requirement& requirement);

/// A report of the set with nothing but headings and slots; empty if the set asks for no parts.
std::vector<DraftParagraph> skeleton(const RuleSet& rules, const Variables& given);

}  // namespace hegui
