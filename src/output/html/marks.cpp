#include "output/html/marks.h"

#include <algorithm>

#include "output/parts/places.h"

namespace hegui {
namespace {

/// A finding that goes over more blocks is marked in the first of them: hundreds of findings may
/// each be about the whole report.
constexpr std::size_t most_blocks = 40;

std::vector<std::uint32_t> cells_without_words(const Document& document) {
  std::vector<std::uint32_t> places;
  for (const Table& table : document.tables)
    for (const Cell& cell : table.cells())
      if (cell.words.size() == 1 && cell.words.front().empty())
        places.push_back(cell.words.front().begin);
  std::ranges::sort(places);
  return places;
}

}  // namespace

Marks::Marks(const PageReport& page) : empty_cells_(cells_without_words(page.review.document)) {
  const Document& document = page.review.document;
  for (std::size_t i = 0; i < page.findings.size(); ++i) {
    const Place& place = page.findings[i]->place;
    if (place.insertion || place.span.empty())
      pin(document, place, i);
    else
      cover(document, place.span, i);
  }
  std::ranges::stable_sort(stretches_, {}, [](const Stretch& stretch) {
    return std::pair(stretch.block, stretch.span.begin);
  });
  std::ranges::stable_sort(pins_, {}, [](const Pin& pin) { return std::pair(pin.block, pin.at); });
  std::ranges::stable_sort(of_cells_, {}, &Pin::at);
}

void Marks::cover(const Document& document, Span span, std::size_t finding) {
  const std::vector<Block>& blocks = document.blocks;
  const auto end_of = [](const Block& block) { return block.span.end; };
  const auto first = std::ranges::upper_bound(blocks, span.begin, {}, end_of);
  const std::size_t before = stretches_.size();
  for (auto at = first;
       at != blocks.end() && at->span.begin < span.end && stretches_.size() - before < most_blocks;
       ++at)
    stretches_.push_back(
        {.block = static_cast<std::size_t>(at - blocks.begin()),
         .span = {std::max(span.begin, at->span.begin), std::min(span.end, at->span.end)},
         .finding = finding,
         .ends = at == first});
  if (stretches_.size() == before) pin(document, {.span = {span.begin, span.begin}}, finding);
}

void Marks::pin(const Document& document, const Place& place, std::size_t finding) {
  const std::uint32_t at = place.span.begin;
  if (document.blocks.empty()) return without_block_.push_back({.at = at, .finding = finding});
  if (!place.after_body && std::ranges::binary_search(empty_cells_, at))
    return of_cells_.push_back({.at = at, .finding = finding});
  const Block* const found = block_at(document, place.after_body && at > 0 ? at - 1 : at);
  const Block& block = found ? *found : document.blocks.front();
  pins_.push_back({.block = static_cast<std::size_t>(&block - document.blocks.data()),
                   .at = std::clamp(at, block.span.begin, block.span.end),
                   .finding = finding,
                   .after = place.after_body});
}

std::span<const Marks::Stretch> Marks::stretches(std::size_t block) const {
  return all_with(stretches_, block, &Stretch::block);
}

std::span<const Marks::Pin> Marks::pins(std::size_t block) const {
  return all_with(pins_, block, &Pin::block);
}

std::span<const Marks::Pin> Marks::pins_of_cell(std::uint32_t at) const {
  return all_with(of_cells_, at, &Pin::at);
}

}  // namespace hegui
