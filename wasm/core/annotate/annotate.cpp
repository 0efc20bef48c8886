#include "core/annotate/annotate.h"

#include <algorithm>

#include "core/annotate/captions.h"
#include "core/annotate/visibility.h"
#include "core/unicode/unicode.h"

namespace pith::annotate {
namespace {

using html::Tag;
using parse::Document;
using parse::kNoNode;
using parse::Node;

bool IsImage(const Document& document, NodeId id) {
  return document.nodes[id].tag == Tag::kImg || document.CustomNameOf(id) == "amp-img";
}

/// What holds for everything below some element, until its subtree ends.
struct Scope {
  NodeId end = 0;  ///< the subtree's end; 0: not inside one
  void Enter(NodeId subtree_end, NodeId at) {
    if (at >= end) end = subtree_end;
  }
  [[nodiscard]] bool Holds(NodeId at) const { return at < end; }
};

class Annotator {
 public:
  explicit Annotator(const Document& document) : document_(document) { result_.characters.reserve(document.characters.size() / 2); }

  Blocks Run() {
    result_.extents.resize(document_.nodes.size());
    for (NodeId id = 0; id < document_.nodes.size();) {
      while (!open_blocks_.empty() && id >= document_.nodes[open_blocks_.back()].end) {
        open_blocks_.pop_back();
        EndRun();
      }
      result_.extents[id].first_block = static_cast<BlockId>(result_.blocks.size() + (in_run_ ? 1 : 0));
      id = Visit(id);
    }
    EndRun();
    Sum();
    ReadHints();
    FindCaptions(document_, result_);
    return std::move(result_);
  }

 private:
  /// Handles one node and returns the next to look at.
  NodeId Visit(NodeId id) {
    const Node& node = document_.nodes[id];
    if (document_.IsText(id)) {
      AddText(id);
      return id + 1;
    }
    if (node.tag == Tag::kBr) {
      Break();
      return id + 1;
    }
    if (IsImage(document_, id)) {
      AddLeaf(id);
      ++run_.images;
      return node.end;
    }
    if (html::IsBlock(node.tag) && !(pre_.Holds(id) && node.tag != Tag::kPre)) {
      EndRun();
      if (node.end > id + 1) open_blocks_.push_back(id);
    } else if (html::IsBlock(node.tag)) {
      space_ = true;  // a line of a code block
    }
    if (html::HidesContent(node.tag)) return SkipTo(id, node.end);
    if (node.tag == Tag::kA && document_.HasAttribute(id, "href")) link_.Enter(node.end, id);
    if (node.tag == Tag::kPre) pre_.Enter(node.end, id);
    if (node.tag == Tag::kNoscript) noscript_.Enter(node.end, id);
    if (node.tag == Tag::kFigcaption) caption_.Enter(node.end, id);
    if (!hidden_.Holds(id) && IsDeclaredHidden(document_, id)) hidden_.Enter(node.end, id);
    if (hidden_.Holds(id) && document_.HasAttribute(id, kUnrendered)) unrendered_.Enter(node.end, id);
    return id + 1;
  }

  NodeId SkipTo(NodeId id, NodeId end) {
    for (NodeId skipped = id + 1; skipped < end; ++skipped) result_.extents[skipped].first_block = result_.extents[id].first_block;
    return end;
  }

  void AddLeaf(NodeId id) {
    if (!in_run_) {
      in_run_ = true;
      run_ = {};
      run_.first = id;
      run_.container = open_blocks_.empty() ? 0 : open_blocks_.back();
      run_.text.begin = static_cast<std::uint32_t>(result_.characters.size());
      run_.breaks = static_cast<std::uint8_t>(std::min<std::uint32_t>(breaks_, 255));
      run_.hidden = hidden_.Holds(id);
      run_.unrendered = unrendered_.Holds(id);
      run_.noscript = noscript_.Holds(id);
      run_.caption = caption_.Holds(id);
      space_ = false;
      in_word_ = false;
      alphabet_letters_ = 0;
      breaks_ = 0;
    }
    run_.last = id;
  }

  void AddText(NodeId id) {
    const std::string_view text = document_.TextOf(id);
    const bool link = link_.Holds(id);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = unicode::EndOfEven(text, at);
      if (end > at) {
        AddInk(id, text.substr(at, end - at));
        CountAscii(text.substr(at, end - at), link);
        at = end;
        continue;
      }
      const unicode::Decoded next = unicode::Decode(text, at);
      const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
      if (char_class == unicode::CharClass::kSpace || next.code_point == 0x200B || next.code_point == 0xFEFF) {
        space_ = in_run_;
        in_word_ = false;
      } else {
        AddInk(id, text.substr(at, next.size));
        CountWord(next.code_point, char_class, link);
      }
      at += next.size;
    }
  }

  void AddInk(NodeId id, std::string_view ink) {
    AddLeaf(id);
    if (space_ && result_.characters.size() > run_.text.begin) result_.characters += ' ';
    space_ = false;
    result_.characters.append(ink);
  }

  void CountAscii(std::string_view text, bool link) {
    std::uint32_t words = 0;
    bool in_word = in_word_;
    for (const char c : text) {
      const unicode::CharClass char_class = unicode::kAsciiClasses[static_cast<unsigned char>(c)];
      const bool was_in_word = in_word;
      in_word = char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kNumber;
      words += in_word && !was_in_word ? 1 : 0;
    }
    in_word_ = in_word;
    run_.words += words;
    if (link) run_.link_words += words;
  }

  void CountWord(char32_t code_point, unicode::CharClass char_class, bool link) {
    const bool in_word = char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kNumber || (in_word_ && char_class == unicode::CharClass::kMark);
    const bool unspaced = unicode::IsUnspaced(code_point);
    const auto begins = [&] { return unicode::IsUnspacedAlphabet(code_point) ? alphabet_letters_++ % unicode::kLettersOfWord == 0 : unspaced || !in_word_; };
    if (in_word && begins()) {
      ++run_.words;
      if (link) ++run_.link_words;
    }
    in_word_ = in_word && !unspaced;
  }

  void Break() {
    if (pre_.Holds(run_.last) && in_run_) {
      space_ = true;
      return;
    }
    const std::uint32_t before = in_run_ ? 0 : breaks_;
    if (in_run_) EndRun();
    breaks_ = before + 1;
  }

  void EndRun() {
    breaks_ = 0;
    if (!in_run_) return;
    in_run_ = false;
    run_.text.size = static_cast<std::uint32_t>(result_.characters.size()) - run_.text.begin;
    if (run_.text.size == 0 && run_.images == 0) return;
    result_.blocks.push_back(run_);
  }

  /// Gives each element the blocks that begin below it and their sums.
  void Sum() {
    const auto count = static_cast<BlockId>(result_.blocks.size());
    std::vector<std::uint32_t> words(count + 1), link_words(count + 1);
    for (BlockId i = 0; i < count; ++i) {
      words[i + 1] = words[i] + result_.blocks[i].words;
      link_words[i + 1] = link_words[i] + result_.blocks[i].link_words;
    }
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      Extent& extent = result_.extents[id];
      const NodeId end = document_.nodes[id].end;
      extent.first_block = std::min(extent.first_block, count);
      extent.end_block = end < document_.nodes.size() ? std::min(result_.extents[end].first_block, count) : count;
      extent.words = words[extent.end_block] - words[extent.first_block];
      extent.link_words = link_words[extent.end_block] - link_words[extent.first_block];
    }
  }

  void ReadHints() {
    result_.hints.resize(document_.nodes.size());
    for (NodeId id = 0; id < document_.nodes.size(); ++id) {
      if (!document_.IsText(id)) result_.hints[id] = hints::Of(document_, id);
    }
  }

  const Document& document_;
  Blocks result_;
  std::vector<NodeId> open_blocks_;
  Block run_{};
  bool in_run_ = false;
  bool space_ = false;
  bool in_word_ = false;
  unsigned alphabet_letters_ = 0;  ///< of the block, in scripts without spaces
  std::uint32_t breaks_ = 0;
  Scope link_, pre_, noscript_, caption_, hidden_, unrendered_;
};

}  // namespace

Blocks Annotate(const Document& document) { return Annotator(document).Run(); }

}  // namespace pith::annotate
