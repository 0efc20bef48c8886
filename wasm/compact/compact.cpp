// The core for the bookmarklet, whose engine has to fit a bookmark: three C functions, no glue.
//
//   pith_input(size)        memory to write the head and then the page's snapshot into
//   pith_select(head_size)  judges the blocks of the page; their place in memory: seven numbers of 32 bits each
//   pith_block_count()      how many there are
//
// The head is what the script around the engine reads of the page by itself: address, title, description, publishing date, each ended by a zero byte.
// Both places are valid until the next call. A trap ends the instance.
//
// The stages are those of core/pipeline.cpp, in its order, up to selection. What follows (the article's elements) the script builds of the
// snapshot that it made: words and trees are smaller there.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/annotate.h"
#include "core/score/score.h"
#include "core/select/select.h"
#include "core/snapshot/snapshot.h"
#include "pith/pith.h"

namespace pith {
namespace {

constexpr std::uint32_t kCaption = 256;

/// A block as web/bookmarklet/compact/engine.ts reads it.
struct Judged {
  std::uint32_t first, last;  ///< its leaves, counting the nodes of the snapshot
  std::uint32_t reason;       ///< select::Reason
  std::uint32_t breaks;       ///< annotate::Block::breaks; kCaption more of a caption
  std::uint32_t words;
  float score;       ///< probability that it is content, 0..1
  float confidence;  ///< of the article, in every block
};

// The page and the answer live here between calls, because JavaScript reads and writes them in place.
std::string input_bytes;
std::vector<Judged> judged;

std::string_view TakeField(std::string_view& head) {
  const std::size_t end = head.find('\0');
  const std::string_view field = head.substr(0, end);
  head.remove_prefix(end + 1);
  return field;
}

}  // namespace
}  // namespace pith

extern "C" {

char* pith_input(std::size_t size) {
  pith::input_bytes.resize(size);
  return pith::input_bytes.data();
}

const void* pith_select(std::size_t head_size) {
  using namespace pith;
  std::string_view input = input_bytes, head = input.substr(0, head_size);
  Metadata facts;
  facts.url = TakeField(head);
  facts.title = TakeField(head);
  facts.excerpt = TakeField(head);
  facts.published_time = TakeField(head);
  const snapshot::Snapshot page = snapshot::Read(input.substr(head_size));
  const annotate::Blocks blocks = annotate::Annotate(page.document);
  const score::Scores scores = score::Score(page.document, blocks, facts, page.json_ld);
  const select::Selection selection = select::Select(page.document, blocks, scores, facts);
  judged.clear();
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const annotate::Block& block = blocks.blocks[i];
    judged.push_back({block.first, block.last, static_cast<std::uint32_t>(selection.reasons[i]), block.breaks + (block.caption ? kCaption : 0U), block.words,
                      static_cast<float>(scores.probabilities[i]) / 65535.0F, selection.confidence});
  }
  return judged.data();
}

std::size_t pith_block_count() { return pith::judged.size(); }

}  // extern "C"
