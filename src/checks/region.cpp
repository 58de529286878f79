#include "checks/region.h"

#include <algorithm>
#include <optional>

namespace hegui {

namespace {

void add_signature(const Target& target, std::vector<Span>& region) {
  for (std::size_t i = 0; i < target.document.blocks.size(); ++i)
    if (target.outline.roles[i] == Role::signature)
      region.push_back(target.document.blocks[i].span);
}

std::vector<Span> attachments(const Target& target) {
  Span all;
  for (std::size_t i = 0; i < target.document.blocks.size(); ++i) {
    if (target.outline.roles[i] != Role::attachment) continue;
    const Span block = target.document.blocks[i].span;
    all = all.empty() ? block : Span{all.begin, block.end};
  }
  return all.empty() ? std::vector<Span>{} : std::vector{all};
}

/// None for the name of no zone outside the body.
std::optional<Zone> zone_named(std::string_view in) {
  const auto found = std::ranges::find(zone_names, in);
  if (found == zone_names.end() || found == zone_names.begin()) return std::nullopt;
  return static_cast<Zone>(found - zone_names.begin());
}

void add_zone(const Target& target, Zone zone, std::vector<Span>& region) {
  for (const Block& block : target.document.blocks)
    if (block.zone == zone) region.push_back(block.span);
}

bool is_whole_document(const Target& target) {
  return target.part.spans.size() == 1 && target.part.spans.front() == target.outline.body;
}

}  // namespace

std::vector<Span> region_of(const Target& target, std::string_view in) {
  if (in == "attachments") return attachments(target);
  std::vector<Span> region;
  if (const auto zone = zone_named(in)) {
    add_zone(target, *zone, region);
    return region;
  }
  if (in == "all" && is_whole_document(target)) {
    region = target.outline.title;
    add_signature(target, region);
    add_zone(target, Zone::notes, region);
    add_zone(target, Zone::boxes, region);
  }
  if (in == "heading" || in == "all") {
    const bool own = !target.part.heading.empty();
    if (own) region.push_back(target.part.heading);
    for (const int section : sections_in(target.outline, target.part))
      region.push_back(target.outline.section(section).heading);
    if (in == "heading") return region;
  }
  std::vector<Span> text = text_of(target.outline, target.part);
  if (in == "lead" && !text.empty()) return {text.front()};
  if (in == "tail" && !text.empty()) return {text.back()};
  region.insert(region.end(), text.begin(), text.end());
  std::ranges::sort(region, {}, &Span::begin);
  // A run-in heading is part of its paragraph's text already.
  std::uint32_t end = 0;
  std::erase_if(region, [&](Span span) {
    if (span.end <= end) return true;
    end = span.end;
    return false;
  });
  return region;
}

std::vector<const Part*> parts_named(const Target& target, const std::vector<std::string>* names) {
  std::vector<const Part*> found;
  if (!names) return found;
  for (const PlacedPart& placed : target.parts)
    if (std::ranges::find(*names, placed.id) != names->end()) found.push_back(placed.part);
  return found;
}

void leave_out(const Document& document, const Terms& except, Problems& problems) {
  const std::string_view text = document.text;
  Span line;
  std::vector<Span> hits;  // Of the line.
  const auto read_line_at = [&](std::uint32_t at) {
    line.begin = static_cast<std::uint32_t>(text.rfind('\n', at) + 1);
    line.end = static_cast<std::uint32_t>(std::min(text.find('\n', line.begin), text.size()));
    hits = except.all(document.slice(line));
  };
  const auto is_around = [&](const Problem& problem) {
    const std::uint32_t at = problem.span.begin;
    if (line.empty() || at < line.begin || at >= line.end) read_line_at(at);
    // They do not overlap, so their ends rise as they do.
    const auto hit =
        std::ranges::upper_bound(hits, at, {}, [&](Span one) { return line.begin + one.end; });
    return hit != hits.end() &&
           Span{line.begin + hit->begin, line.begin + hit->end}.overlaps(problem.span);
  };
  Problems kept;
  for (Problem& problem : problems)
    if (!is_around(problem)) kept.push_back(std::move(problem));
  problems = std::move(kept);
}

}  // namespace hegui
